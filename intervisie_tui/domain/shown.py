"""What of all that is written down a group can choose to see on its stage."""

from enum import StrEnum


class Shown(StrEnum):
    """One kind of what is written down; none is shown until the group wants it."""

    NOTES = "notes"
    PARKING = "parking"
    ACTIONS = "actions"
