"""What the page says of itself, in its own language; what its terminal shows is the app's to say."""

from collections.abc import Callable, Mapping

from intervisie_tui.domain.session import Seat
from intervisie_tui.locale import N_

SEATS: Mapping[Seat, str] = {
    Seat.STAGE: N_("Watch"),
    Seat.PARTICIPANT: N_("Take part"),
    Seat.TIMEKEEPER: N_("Keep time"),
}
SCRIPT: Mapping[str, str] = {
    "connecting": N_("Connecting"),
    "lost": N_("Connection lost"),
    "reconnecting": N_("reconnecting"),
    "silent": N_("The session does not answer"),
    "age": N_("picture of {n} s ago"),
    "no_right": N_("You have no seat here any more. Ask the timekeeper for a link."),
    "over": N_("The session has ended."),
    "refused": N_("What this page sent was not understood. Load it again."),
    "left": N_("You have left. Load the page again to come back."),
    "nowhere": N_("Nothing takes text now; choose what it is first."),
    "terminal": N_("The session, as a terminal"),
    "blocked": N_(
        "The page comes through, but its live connection (a WebSocket) is refused on the way. A web server, proxy or"
        " firewall in between has to let WebSockets pass; another network or browser may help. Still trying."
    ),
    "sound_on": N_("Sound is on"),
    "sound_off": N_("Sound is off"),
}
"""By the names that the page's script knows."""
OWN_CERTIFICATE: Mapping[str, str] = {
    "blocked": N_(
        "The page comes through, but this browser refuses its live connection (a WebSocket), as Safari on iPhone, iPad"
        " and Mac does with a certificate that it does not trust. Trust the certificate in the settings of this"
        " device, try another browser, or ask for an address with a real certificate. Still trying."
    ),
}
"""What is said in other words where the certificate is the machine's own."""


def spoken(say: Callable[[str], str], *, own_certificate: bool = False) -> dict[str, str]:
    """The script's words as `say` says them."""
    chosen = {**SCRIPT, **OWN_CERTIFICATE} if own_certificate else SCRIPT
    return {name: say(sentence) for name, sentence in chosen.items()}
