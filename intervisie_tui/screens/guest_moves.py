"""What can be done about a guest, from the room and at its doors alike: asked first, told once it is done."""

from collections.abc import Callable
from dataclasses import dataclass

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.session import Seat, Session
from intervisie_tui.live import Doors
from intervisie_tui.locale import N_, _


@dataclass(frozen=True, slots=True)
class GuestMove:
    """A command, the question before it, its first answer (a message of the catalogue), and what is told after it."""

    command: "c.Command"
    question: Callable[[], str]
    yes: str
    done: Callable[[], str]


def seat_of(session: Session, guest: str, doors: Doors | None) -> Seat:
    """What a guest may do now; one that the session does not know, what its link is for."""
    keeping = doors.keeping if doors is not None else ()
    return session.seat_of(guest) or (Seat.TIMEKEEPER if guest in keeping else Seat.PARTICIPANT)


def show_out(session: Session, guest: str) -> GuestMove:
    """That guest may do nothing any more."""
    name = session.guest_name(guest)
    return GuestMove(
        c.ShowOut(guest),
        lambda: _("Show {name} out? That screen may do nothing any more.", name=name or _("this guest")),
        N_("Show out"),
        lambda: _("{name} has been shown out.", name=name or _("This guest")),
    )


def hand_over(session: Session, guest: str) -> GuestMove:
    """That guest keeps time from then on; so may this screen still."""
    name = session.guest_name(guest)
    return GuestMove(
        c.HandOver(guest),
        lambda: _(
            "Hand over control to {name}? That screen may do all that you may; so may this one still.",
            name=name or _("this guest"),
        ),
        N_("Hand over"),
        lambda: _(
            "{name} keeps time from now on; this screen can take that back.", name=name or _("This guest")
        ),
    )


def take_back(session: Session, guest: str) -> GuestMove:
    """That guest takes part again."""
    name = session.guest_name(guest)
    return GuestMove(
        c.TakeControl(guest),
        lambda: _(
            "Take control back from {name}? That screen takes part again.", name=name or _("this guest")
        ),
        N_("Take back"),
        lambda: _("{name} takes part again.", name=name or _("This guest")),
    )
