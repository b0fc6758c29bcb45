"""The app: wiring only."""

import gc
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from textual.app import SystemCommand
from textual.binding import Binding
from textual.screen import Screen

from intervisie_tui import locale, paths
from intervisie_tui.actions import DEFAULT_KEYS
from intervisie_tui.keymap import check_keys
from intervisie_tui.live import Live
from intervisie_tui.locale import _
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.commands import commands_of
from intervisie_tui.screens.doors import entered, shown
from intervisie_tui.screens.palette import Nothing, open_palette
from intervisie_tui.screens.safe_app import SafeApp
from intervisie_tui.screens.style_sheet import ReadOnce
from intervisie_tui.screens.typed_forms import TypedForms
from intervisie_tui.widgets.signs import chosen_signs, use_signs
from intervisie_tui.widgets.theme import DARK, LIGHT, THEMES, full_name

if TYPE_CHECKING:
    from intervisie_tui.doorkeeper import Doorkeeper

SETTLED = 1.0
"""Seconds after which all that stays has been made."""


RARELY = (7000, 10, 10)
"""When the garbage collector looks: a change of phase makes a few thousand things, most of them for a moment."""


class IntervisieApp(SafeApp):
    """Opens the lobby, or the room of `live`, or its stage where that is its seat; the lobby comes when a room is left.

    `theme` is a name of widgets.theme.theme_names(), else what the settings say, else dark. `warnings` are said once
    the first screen stands there.
    """

    TITLE = "Intervisie"
    CSS_PATH = "styles/base.tcss"
    DEFAULT_MODE = "main"
    COMMANDS = SafeApp.COMMANDS | {Nothing}

    def __init__(
        self,
        rooms: Rooms,
        live: Live | None = None,
        theme: str | None = None,
        warnings: tuple[str, ...] = (),
    ) -> None:
        super().__init__()
        self.stylesheet = ReadOnce(variables=self.get_css_variables())
        self.rooms = rooms
        self.typed_forms = TypedForms()
        self._first = live
        self._warnings = warnings
        for known in THEMES:
            self.register_theme(known)
        self.theme = full_name(theme or rooms.settings.theme or DARK) or DARK
        if rooms.settings.ascii is not None:
            use_signs(chosen_signs("ascii" if rooms.settings.ascii else "unicode"))
        # The lowest screen itself: over an empty one each picture would be made twice.
        self.add_mode("main", self._first_screen)

    def _first_screen(self) -> Screen[None]:
        self._use_keys()
        if self._first is not None:
            return shown(self, self.rooms, self._first)
        from intervisie_tui.screens.lobby import LobbyScreen

        return LobbyScreen(self.rooms)

    def on_mount(self) -> None:
        """The first screen stands there."""
        self.listen_to_signals()
        self.set_timer(SETTLED, _collect_again)
        for warning in self._warnings:
            self.notify(warning, severity="warning", timeout=12, markup=False)
        if self._first is not None:
            entered(self, self.rooms, self._first)

    @cached_property
    def doorkeeper(self) -> "Doorkeeper":
        """The servers that were started here; they stay when a room is left, and end with this app."""
        from intervisie_tui.doorkeeper import Doorkeeper

        return Doorkeeper(self.rooms.store.root, paths.config_dir())

    async def on_unmount(self) -> None:
        """Nothing that was started here stays."""
        if "doorkeeper" in self.__dict__:
            await self.doorkeeper.shut_all()

    async def action_quit(self) -> None:
        """End the program; a live session first asks how, and a second ctrl+q then ends at once."""
        from intervisie_tui.screens.leaving import asks_first

        if not asks_first(self, self.rooms):
            self.exit()

    def _use_keys(self) -> None:
        """The user's own keys, by the names that Textual has for them; what cannot be is told."""
        keymap = check_keys(self.rooms.settings.keys, DEFAULT_KEYS)
        named = {
            action: ",".join(one.key for one in Binding.make_bindings([Binding(keys, "none")]))
            for action, keys in keymap.for_textual.items()
        }
        self.set_keymap(named)
        for problem in keymap.problems:
            self.notify(problem, severity="warning", timeout=12, markup=False)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: what this screen can do, and what the program can; nothing that writes a file by itself."""
        yield from commands_of(screen)
        yield SystemCommand(_("Light or dark"), _("The other theme"), self.action_switch_theme)
        yield SystemCommand(
            _("Dutch or English"), _("The language of this screen."), self.action_switch_language
        )
        yield SystemCommand(
            _("Leave"),
            _("A live session asks: to the lobby, with a pause, or out of the program."),
            self.action_quit,
        )

    def action_command_palette(self) -> None:
        """Everything by its name; a veiled room has no names to show, and a stage none at all."""
        if not getattr(self.screen, "shut", False) and getattr(self.screen, "has_palette", True):
            open_palette(self)

    def action_switch_theme(self) -> None:
        """Light when it was dark, dark when it was light."""
        self.theme = LIGHT if self.theme == DARK else DARK

    async def action_switch_language(self) -> None:
        """The other of both languages, on every screen that is open."""
        locale.use("en" if locale.language() == "nl" else "nl")
        for screen in self.screen_stack:
            respeak = getattr(screen, "respeak", screen.recompose)
            await respeak()

    def action_screenshot(self, filename: str | None = None, path: str | None = None) -> None:
        """Nothing: a picture of a session belongs in no folder that the group has not chosen."""


def _collect_again() -> None:
    # What has been made by now is not looked through each time: a key would wait for it.
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(*RARELY)
        gc.enable()
