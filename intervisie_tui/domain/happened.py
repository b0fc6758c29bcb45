"""What all events have in common, and the shapes that several share: making a class anew takes time at each start."""

from dataclasses import dataclass

from intervisie_tui.domain.moments import Moment


@dataclass(frozen=True, slots=True)
class Happened:
    """Anything that happened; `at` is the moment."""

    at: Moment


@dataclass(frozen=True, slots=True)
class OfMember(Happened):
    """Something of one member."""

    member: str


@dataclass(frozen=True, slots=True)
class OfSeconds(Happened):
    """Something that takes, or took, so many seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class OfRevision(Happened):
    """Something about the commit of that revision."""

    revision: int
