"""What every screen beside the room is."""

from typing import ClassVar

from textual.screen import Screen

from intervisie_tui.screens.head import BREAKPOINTS


class Page(Screen[None]):
    """A screen that is laid out by its width, and that help knows the keys of."""

    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    KEYS_OF: ClassVar[str] = ""
    """The name of its keys among all keys."""

    def action_help(self) -> None:
        """The keys, and what intervisie or the method of now is."""
        from intervisie_tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())
