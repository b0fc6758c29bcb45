"""What may be asked of who has the floor."""

from dataclasses import dataclass

from intervisie_tui.domain.session import Order


@dataclass(frozen=True, slots=True)
class NextSpeaker:
    """The floor goes to who is next; `leaving` is who has it."""

    leaving: str | None


@dataclass(frozen=True, slots=True)
class PassTurn:
    """Who has the floor passes."""

    leaving: str | None


@dataclass(frozen=True, slots=True)
class GiveFloor:
    """The floor goes to this member."""

    member: str


@dataclass(frozen=True, slots=True)
class DrawGroups:
    """Draw other small groups than these of now."""

    instead: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class RaiseHand:
    """A member wants the floor."""

    member: str


@dataclass(frozen=True, slots=True)
class LowerHand:
    """A member no longer wants the floor."""

    member: str


@dataclass(frozen=True, slots=True)
class ChooseOrder:
    """Let rounds go by place or by least heard."""

    order: Order


@dataclass(frozen=True, slots=True)
class ShowTalk:
    """Show talk time to the room, or no longer."""

    shown: bool
