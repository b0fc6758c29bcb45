"""What the panes of the room tell their screen."""

from dataclasses import dataclass

from textual.message import Message


@dataclass
class EditEntry(Message):
    """A note, something parked or an action is to be worded otherwise."""

    id: str


@dataclass
class DeleteEntry(Message):
    """A note, something parked or an action is to be deleted."""

    id: str


@dataclass
class MarkEntry(Message):
    """Something parked is taken, or an action stands otherwise from now on."""

    id: str


@dataclass
class MoveEntry(Message):
    """A note is to stand in that place of the board."""

    id: str
    cell: str


@dataclass
class DotEntry(Message):
    """A note is to get so many dots more, or (less than 0) fewer."""

    id: str
    by: int


@dataclass
class TabChosen(Message):
    """The pane of that widget id is to be shown in a small window."""

    pane: str


@dataclass
class Written(Message):
    """A line was sent from the entry line; a paste of many lines sends each."""

    lines: tuple[str, ...]


@dataclass
class LineFull(Message):
    """What was typed or pasted does not fit in the line any more, and is not in it."""


@dataclass
class Writing(Message):
    """The text in the entry line has changed."""

    text: str


class WritingEnded(Message):
    """The entry line was closed without sending."""


class KeyForClosedLine(Message):
    """A key was meant for an entry line that had just closed, and did nothing."""


@dataclass
class KindWanted(Message):
    """Another kind of note, or place of the board: so many further."""

    step: int


@dataclass
class MemberClicked(Message):
    """The floor is to go to this member."""

    member: str
