"""The command palette in the language of now."""

from typing import Any

from textual.app import App
from textual.command import CommandPalette, Hit, Hits, Provider

from intervisie_tui.locale import _


class Nothing(Provider):
    """Says so when no command has what was typed in its name."""

    async def search(self, query: str) -> Hits:
        """One row that does nothing, or none."""
        matcher = self.matcher(query)
        names = [command.title for command in self.app.get_system_commands(self.screen)]
        if not any(matcher.match(name) for name in names):
            nothing = _("Nothing has that name")
            yield Hit(1.0, nothing, lambda: None, text=nothing, help=_("Type other words, or fewer letters."))


def open_palette(app: App[Any]) -> None:
    """All that can be done here, by its name."""
    if not CommandPalette.is_open(app):
        app.push_screen(CommandPalette(placeholder=_("What would you like to do?"), id="--command-palette"))
