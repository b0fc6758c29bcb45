"""Help: the keys as they now are, those of the screen where it was asked first, and the method of now."""

from collections.abc import Iterator
from typing import Any, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from intervisie_tui import spoken
from intervisie_tui.actions import GROUPS, listed
from intervisie_tui.actions.key_words import main_key
from intervisie_tui.domain.session import Session
from intervisie_tui.keymap import Keymap
from intervisie_tui.locale import _, language
from intervisie_tui.method import Method
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.answers import TOLD_AFTER, reading_words
from intervisie_tui.screens.commands import process_help
from intervisie_tui.screens.head import BREAKPOINTS, Head, Heading
from intervisie_tui.screens.key_line import KeyLine
from intervisie_tui.screens.key_rows import KeyRows, Told
from intervisie_tui.screens.screen_keys import IN_FORMS, KEYS, PARTICIPANT, STAGE, TITLES, keymap_of
from intervisie_tui.screens.sheets import sheets
from intervisie_tui.widgets.plain import one_line, plain
from intervisie_tui.widgets.signs import signs

ROOM = "room"


class HelpScreen(ModalScreen[None]):
    """One page; Esc goes back to where it was asked."""

    CSS_PATH = sheets("help")
    AUTO_FOCUS = "#keys"
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,q", "app.pop_screen", show=False),
    ]

    def compose(self) -> ComposeResult:
        """The keys at the left; at the right the method, or what intervisie is."""
        yield Head(_("Help"), _("Esc goes back"))
        with Horizontal(id="help"):
            with VerticalScroll(id="keys", classes="pane"):
                for title, rows in piles(self._asked_at(), keymap_of(self.app), process_help(self.app)):
                    yield Heading(title)
                    yield KeyRows(rows)
            with VerticalScroll(id="about", classes="pane"):
                yield Static(self._about(), id="method-page")
        yield KeyLine(
            (("esc", _("back"), "app.pop_screen"), ("tab", _("the other column"), "app.focus_next"))
        )

    def _asked_at(self) -> str:
        """The screen below this one, by the name of its keys."""
        below = [screen for screen in self.app.screen_stack if not isinstance(screen, HelpScreen)]
        return str(getattr(below[-1], "KEYS_OF", ROOM)) if below else ROOM

    def on_mount(self) -> None:
        """A method of the user's own is told of when it has been judged."""
        session = self._session()
        method_id = session.case.method if session is not None else None
        if method_id is not None and method_id not in self._rooms.library.methods:
            self._look()

    @work(exclusive=True)
    async def _look(self) -> None:
        page = self.query_one("#method-page", Static)
        waiting = self.set_timer(TOLD_AFTER, lambda: page.update(one_line(reading_words())))
        await self._rooms.methods.look()
        waiting.stop()
        page.update(self._about())

    @property
    def _rooms(self) -> Rooms:
        app: Any = self.app
        rooms: Rooms = app.rooms
        return rooms

    def _session(self) -> Session | None:
        """The session of the screen below, where there is one."""
        below = [getattr(screen, "live", None) for screen in reversed(self.app.screen_stack)]
        live = next((found for found in below if found is not None), None)
        return live.session if live is not None else None

    def _about(self) -> Content:
        session = self._session()
        method_id = session.case.method if session is not None else None
        loaded = self._rooms.library.methods.get(method_id) if method_id else None
        return method_page(loaded.method, session) if loaded and session else about_page()


def piles(asked_at: str, keymap: Keymap, helps: bool = True) -> Iterator[tuple[str, Told]]:
    """Each heading with its keys: of the screen where help was asked, then of forms, the room, and the others."""
    if asked_at in KEYS:
        yield _(TITLES[asked_at]), _of_screen(asked_at, helps)
        if asked_at in {STAGE, PARTICIPANT}:
            return
        yield _("In forms and dialogs"), [(each.shown, _(each.words)) for each in IN_FORMS]
    for group in GROUPS:
        title = _(group) if asked_at == ROOM else _("In the room: {group}", group=_(group).lower())
        yield title, [(main_key(action, keymap), _(action.name)) for action in listed(group, helps)]
    if asked_at == ROOM:
        yield _("In forms and dialogs"), [(each.shown, _(each.words)) for each in IN_FORMS]
    for place in KEYS:
        if place != asked_at:
            yield _(TITLES[place]), _of_screen(place, helps)


def _of_screen(place: str, helps: bool) -> Told:
    return [(each.shown, _(each.words)) for each in KEYS[place] if helps or not each.helps]


def method_page(method: Method, session: Session) -> Content:
    """What the method is for, its roles, and its phases with their purpose."""
    tongue = language()
    parts = [
        one_line(method.name.of(tongue), "bold $accent"),
        plain(method.summary.of(tongue)),
        Content.assemble(one_line(_("When") + "  ", "bold"), plain(method.suits.of(tongue))),
        Content.assemble(one_line(_("When not") + "  ", "bold"), plain(method.avoid.of(tongue))),
    ]
    if method.roles:
        roles = spoken.names([role.of(tongue) for role in method.roles])
        parts.append(Content.assemble(one_line(_("Roles") + "  ", "bold"), plain(roles)))
    for run in session.agenda:
        if run.plan.method != method.id:
            continue
        now = run is session.current
        head = f"{signs().now} " if now else ""
        title = one_line(f"{head}{run.plan.name.of(tongue)}  ", "bold $primary" if now else "bold")
        minutes = one_line(spoken.minutes(run.seconds), "$text-muted")
        purpose = plain(run.plan.purpose.of(tongue)) if run.plan.purpose else Content("")
        parts.append(Content.assemble(title, minutes, "\n", purpose))
    return Content("\n\n").join(parts)


def about_page() -> Content:
    """What intervisie is, for who opens help outside of a session."""
    said = (
        _(
            "In intervisie three to eight colleagues help one of them to see an own work question differently."
        ),
        _("One brings a case, one leads and stays out of the content, one keeps the time at this screen."),
        _("The group decides nothing: each chooses an own next step, with a date."),
        _("At the end you choose what is kept: all, or only actions and times."),
    )
    return Content("\n\n").join([one_line(_("A session"), "bold $accent"), *[plain(line) for line in said]])
