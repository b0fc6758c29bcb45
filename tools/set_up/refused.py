"""Why the set-up stops."""


class Refused(Exception):
    """One sentence for the person who ran make: what is wrong, and how it is mended."""
