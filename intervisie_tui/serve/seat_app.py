"""The app of one seat: it has that screen and no other way."""

from intervisie_tui.app import IntervisieApp
from intervisie_tui.screens.sheets import STYLES

SHEETS = tuple(STYLES / f"{name}.tcss" for name in ("base", "room", "desk", "participant", "stage"))
"""How the screens of seats look."""


class SeatApp(IntervisieApp):
    """The screen that belongs to the seat of its guest; when that is left the app ends."""

    CSS_PATH = "../styles/base.tcss"
    only_room = True

    def listen_to_signals(self) -> None:
        """To none: the server ends a seat."""
