"""The words at the doors: what each link is for, who is in, and what it means to change something."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from rich.cells import cell_len
from textual.content import Content

from intervisie_tui.domain.guests import Link
from intervisie_tui.domain.session import Seat, Session
from intervisie_tui.live import Doors
from intervisie_tui.locale import N_, _, n_
from intervisie_tui.screens.guest_moves import seat_of
from intervisie_tui.widgets.plain import one_line

LINKS = (Seat.PARTICIPANT, Seat.STAGE, Seat.TIMEKEEPER)
"""The links in the order in which they are shown: first the one that most people in a room are given."""
_NAMES = {Seat.STAGE: N_("Watch"), Seat.PARTICIPANT: N_("Take part"), Seat.TIMEKEEPER: N_("Keep time")}
_PAIRS = 8
_DOES = {Seat.PARTICIPANT: N_("takes part"), Seat.TIMEKEEPER: N_("keeps time"), Seat.STAGE: N_("watches")}


def inside(doors: Doors, seat: Seat) -> int:
    """How many are in by the link to that seat."""
    if seat is Seat.STAGE:
        return doors.watching
    keeping = len(doors.keeping)
    return keeping if seat is Seat.TIMEKEEPER else len(doors.present) - keeping


def link_row(link: Link, doors: Doors | None) -> Content:
    """One link: what it is for, whether it is open, how many are in by it."""
    state = _("open") if link.open else _("closed")
    count = inside(doors, link.seat) if doors else 0
    width = max(cell_len(_(name)) for name in _NAMES.values()) + 2
    return Content.assemble(
        one_line(f"{_(_NAMES[link.seat]):<{width}}", "bold"),
        one_line(state, "$primary" if link.open and doors else "$text-muted"),
        one_line(f"  {_('{n} in', n=count)}" if doors else "", "$text-muted"),
    )


def address(link: str, width: int) -> str:
    """A link in rows of so many columns: what nobody reads comes after the rest."""
    return link if len(link) <= width else link.replace("/join/", "/join/\n")


def guests_but(doors: Doors | None, screen: str) -> tuple[str, ...]:
    """The guests who are in, without this screen itself."""
    return tuple(guest for guest in doors.present if guest != screen) if doors else ()


def guest_row(session: Session, guest: str, doors: Doors) -> Content:
    """Who is in, and what that guest does."""
    does = _(_DOES[seat_of(session, guest, doors)])
    return Content.assemble(
        one_line(session.guest_name(guest) or _("no name yet"), "bold"), one_line(f"  {does}", "$text-muted")
    )


def where(doors: Doors) -> str:
    """Who can come to that address at all."""
    if doors.fingerprint:
        return _(
            "For this network. Browsers warn once of this machine's own certificate;"
            " go on only where they show this fingerprint (SHA-256):"
        )
    return _("Works on this machine only; n lets other devices in.") if is_local(doors.url) else ""


def is_local(url: str) -> bool:
    """Whether an address means the very device that follows it: a phone would look for the pages on itself."""
    host = urlsplit(url).hostname or ""
    try:
        number = ip_address(host)
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
    return number.is_loopback or number.is_unspecified


def no_code_for_one_machine() -> str:
    """Why there is no QR code of an address of this machine alone, and what gives one."""
    return _(
        "No QR code: for a phone this address is the phone itself. n lets other devices in, and then the code is here."
        " To share a browser tab in a video call, open the link on this machine; c copies it."
    )


def others(doors: Doors) -> str:
    """The other addresses of this machine, for who cannot reach the first."""
    if not doors.others:
        return ""
    return _("Who cannot reach the address in a link can try:") + "\n" + "\n".join(doors.others)


def fingerprint(doors: Doors) -> str:
    """The certificate's fingerprint in short rows, so that it can be compared."""
    pairs = doors.fingerprint.split(":")
    return "\n".join(":".join(pairs[at : at + _PAIRS]) for at in range(0, len(pairs), _PAIRS))


def no_picture() -> str:
    """Why the link of timekeepers is no picture for all to see."""
    return _("Who has this link may do all that you may. So it is shown to nobody here: c copies it.")


def at_the_desk() -> str:
    """As `no_picture`, where nobody else looks."""
    return _("Who has this link may do all that you may. So it has no QR code: c copies it, s shows it.")


def renew() -> str:
    """What it means to renew a link."""
    return _("Renew this link? The one of now leads nowhere from then on; who is in stays in.")


def close(count: int) -> str:
    """What it means to close a link."""
    if not count:
        return _("Close this link? Nobody can come in by it any more; it opens again as another link.")
    return n_(
        "Close this link? Nobody can come in by it any more, and {n} who did is shown out.",
        "Close this link? Nobody can come in by it any more, and {n} who did are shown out.",
        count,
    )


def shut(count: int) -> str:
    """What it means to shut the doors."""
    if not count:
        return _("Shut the doors? The links work again once you open them.")
    return n_(
        "Shut the doors? {n} who is in loses the session; the links work again once you open them.",
        "Shut the doors? {n} who are in lose the session; the links work again once you open them.",
        count,
    )


def to_network() -> str:
    """What it means to let other devices in."""
    return _(
        "Let other devices in this network in? Everybody in the network who has a link can come in."
        " All is encrypted with a certificate of this machine, of which browsers warn once."
        " The address changes; who is in has to come in again."
    )


def to_here() -> str:
    """What it means to let only this machine in."""
    return _(
        "Let only browsers on this machine in? The address changes, and all other devices lose the session."
    )


def show_link() -> str:
    """What it means to show the timekeepers' link."""
    return _("Show the link here? Who sees it may do all that you may.")
