"""How many entries a session may still take."""

from intervisie_tui.domain.limits import NEARLY_FULL
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.domain.session import Session


def entries_left(session: Session, most: int) -> int:
    """How many notes, parked items and actions still fit in a session that may hold `most` of them."""
    return max(most - len(session.notes) - len(session.parking) - len(session.actions), 0)


def full(session: Session, most: int) -> Refusal | None:
    """Why a session that may hold `most` entries takes no more of them, or None."""
    if entries_left(session, most):
        return None
    return Refusal(
        "This session is full ({most} entries): delete some, or start another.",
        {"most": most},
    )


def nearly_full(session: Session, most: int) -> bool:
    """Whether it is time to say that only few entries still fit."""
    return entries_left(session, most) <= NEARLY_FULL.figure
