"""A method that comes as a package of its own."""
