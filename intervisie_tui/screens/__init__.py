"""One screen per file: what a user sees and does in one place of the program."""
