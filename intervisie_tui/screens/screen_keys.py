"""The keys of the screens beside the room: for their line at the bottom, and for help."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from textual.app import App

from intervisie_tui.actions import DEFAULT_KEYS
from intervisie_tui.keymap import Keymap, check_keys
from intervisie_tui.locale import N_, _
from intervisie_tui.widgets.signs import signs


@dataclass(frozen=True, slots=True)
class ScreenKey:
    """A key of one screen, its words (a message of the catalogue), and the action of that screen."""

    key: str
    words: str
    action: str
    in_line: bool = True
    """Whether it stands in the line at the bottom; in help it always does."""
    helps: bool = False
    """Whether it belongs to the help for the process, which can be switched off."""

    @property
    def shown(self) -> str:
        """The key as people read it."""
        return signs().enter if self.key == "enter" else _(self.key)


_NEXT_FIELD = ScreenKey("tab", N_("next field"), "app.focus_next")
_BACK = ScreenKey("esc", N_("back"), "app.pop_screen")
_LEAVE = ScreenKey("esc", N_("back"), "leave")
_HELP, _HELP_IN_FORMS = ScreenKey("?", N_("help"), "help"), ScreenKey("F1", N_("help"), "help")
_OTHER_PANE = ScreenKey("tab", N_("the other column"), "app.focus_next", in_line=False)

LOBBY, SETUP, CLOSING, ARCHIVE, READING, GROUPS = "lobby", "set-up", "closing", "archive", "reading", "groups"
PICKER, STAGE, PARTICIPANT = "picker", "stage", "participant"
DOORS, GUESTS = "doors", "guests"

TITLES: Mapping[str, str] = {
    LOBBY: N_("Lobby"),
    SETUP: N_("Set-up"),
    CLOSING: N_("Closing"),
    ARCHIVE: N_("Archive"),
    READING: N_("An old session"),
    GROUPS: N_("Groups"),
    PICKER: N_("Choosing a method"),
    STAGE: N_("Stage"),
    PARTICIPANT: N_("Taking part"),
    DOORS: N_("The doors"),
    GUESTS: N_("Who is in"),
}
KEYS: Mapping[str, tuple[ScreenKey, ...]] = {
    LOBBY: (
        ScreenKey("enter", N_("open"), "open"),
        ScreenKey("n", N_("new"), "new_session"),
        ScreenKey("g", N_("groups"), "groups"),
        ScreenKey("o", N_("archive"), "archive"),
        _OTHER_PANE,
        ScreenKey("t", N_("light or dark"), "app.switch_theme"),
        # In the catalogue of each language this is the name of the other one.
        ScreenKey("l", N_("Nederlands"), "app.switch_language"),
        _HELP,
        ScreenKey("ctrl+q", N_("stop"), "app.quit"),
    ),
    SETUP: (
        ScreenKey("ctrl+s", N_("start"), "begin"),
        _NEXT_FIELD,
        _LEAVE,
        _HELP_IN_FORMS,
        ScreenKey("F2", N_("from complaint to own question"), "own_question", in_line=False, helps=True),
    ),
    CLOSING: (
        _NEXT_FIELD,
        ScreenKey("g", N_("go on after all"), "go_on"),
        ScreenKey("x", N_("export"), "export"),
        ScreenKey("esc", N_("decide later"), "leave_open"),
        _HELP,
    ),
    ARCHIVE: (
        ScreenKey("enter", N_("read"), "read"),
        ScreenKey("del", N_("hide or show"), "hide"),
        ScreenKey("h", N_("hidden too"), "show_hidden"),
        ScreenKey("e", N_("erase"), "erase"),
        _BACK,
        _HELP,
    ),
    READING: (
        ScreenKey("x", N_("export"), "export"),
        ScreenKey("e", N_("erase"), "erase"),
        _BACK,
        _HELP,
    ),
    GROUPS: (ScreenKey("ctrl+s", N_("save"), "save"), _NEXT_FIELD, _LEAVE, _HELP_IN_FORMS),
    PICKER: (
        ScreenKey("enter", N_("choose"), "choose"),
        ScreenKey(N_("arrows"), N_("along the methods, while you type"), "app.focus_next", in_line=False),
        ScreenKey("tab", N_("level, wish, list, page"), "app.focus_next"),
        _LEAVE,
        _HELP_IN_FORMS,
    ),
    STAGE: (
        ScreenKey("z", N_("enlarge the clock"), "enlarge"),
        ScreenKey("m", N_("sound on or off"), "sound"),
        # In the catalogue of each language this is the name of the other one.
        ScreenKey("l", N_("Nederlands"), "language"),
        _HELP,
        ScreenKey("q", N_("stop"), "quit"),
    ),
    PARTICIPANT: (
        ScreenKey("enter", N_("send the line"), "note"),
        ScreenKey("tab", N_("what the line takes: the next kind or place"), "note"),
        ScreenKey("esc", N_("out of the line; what you typed stays"), "note"),
        ScreenKey("h", N_("outside the line: your hand up or down"), "hand"),
        ScreenKey("c", N_("outside the line: a note"), "note"),
        ScreenKey("p", N_("outside the line: something for later"), "park"),
        ScreenKey("a", N_("outside the line: an action of your own"), "action"),
        ScreenKey("* /", N_("on the board: a dot more or less"), "note"),
        # In the catalogue of each language this is the name of the other one.
        ScreenKey("l", N_("Nederlands"), "language"),
        _HELP_IN_FORMS,
    ),
    DOORS: (
        ScreenKey("tab", N_("who is in"), "app.focus_next"),
        ScreenKey("r", N_("renew"), "renew"),
        ScreenKey("o", N_("close/open"), "open_or_close"),
        ScreenKey("c", N_("copy"), "copy"),
        ScreenKey("s", N_("at the desk: show the link to keep time"), "show", in_line=False),
        ScreenKey("n", N_("network"), "network"),
        ScreenKey("d", N_("shut"), "doors"),
        _BACK,
        ScreenKey("?", N_("help"), "help", in_line=False),
    ),
    GUESTS: (
        ScreenKey("tab", N_("the links"), "app.focus_next"),
        ScreenKey("h", N_("hand over or take back control"), "hand_over"),
        ScreenKey("x", N_("show out"), "show_out"),
        _BACK,
    ),
}

IN_FORMS = (
    ScreenKey("tab", N_("the next field; shift+tab the one before"), "app.focus_next"),
    ScreenKey(N_("arrows"), N_("along fields and rows; left and right take another value"), "step"),
    ScreenKey("enter", N_("go on, choose, press the button"), "submit"),
    ScreenKey("esc", N_("back, without changes"), "leave"),
)


def line_of(place: str) -> tuple[tuple[str, str, str], ...]:
    """The keys of a screen as its line takes them."""
    return tuple((each.shown, _(each.words), each.action) for each in KEYS[place] if each.in_line)


def keymap_of(app: App[Any]) -> Keymap:
    """The keys of the room as they now are."""
    rooms: Any = getattr(app, "rooms", None)
    return check_keys(rooms.settings.keys if rooms is not None else {}, DEFAULT_KEYS)
