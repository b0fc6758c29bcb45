"""What touches names of Textual that are not meant for others: one file for each reason, which says what and why."""
