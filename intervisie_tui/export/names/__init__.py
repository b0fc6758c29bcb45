"""Finding the names of people in typed text, in each form in which a name is written."""
