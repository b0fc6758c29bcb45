"""The two answers to a question, apart from its dialog, which is loaded when it is first asked."""

from enum import StrEnum


class Answer(StrEnum):
    """The values are the ids of the two buttons."""

    YES = "yes"
    NO = "no"
