"""After the clock has ended: what was captured, the actions complete, and the choice of what is kept."""

from collections.abc import Mapping
from typing import Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from intervisie_tui import spoken
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.domain.session import Keep, Session
from intervisie_tui.export.record import record
from intervisie_tui.live import Live
from intervisie_tui.locale import N_, _, tell
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.closing_words import action_row, captured_words, entries_to_go, incomplete
from intervisie_tui.screens.head import Head, Heading
from intervisie_tui.screens.key_line import KeyLine
from intervisie_tui.screens.listening import listen
from intervisie_tui.screens.page import Page
from intervisie_tui.screens.quiet_question import QuietQuestion
from intervisie_tui.screens.screen_keys import CLOSING, line_of
from intervisie_tui.screens.sheets import sheets
from intervisie_tui.screens.typed_word import TypedWord
from intervisie_tui.troubles import UNSAVED, why
from intervisie_tui.widgets.plain import one_line


class ClosingScreen(Page):
    """A finished session; nothing is erased before somebody has chosen so."""

    CSS_PATH = sheets("closing")
    AUTO_FOCUS = "#closing-actions"
    KEYS_OF = CLOSING
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave_open", show=False),
        Binding("g", "go_on", show=False),
        Binding("x", "export", show=False),
        Binding("question_mark,f1", "help", show=False),
        Binding("left", "app.focus_previous", show=False),
        Binding("right", "app.focus_next", show=False),
    ]

    def __init__(self, live: Live, rooms: Rooms) -> None:
        super().__init__()
        self.live = live
        self.rooms = rooms
        self._quiet = QuietQuestion(self, live, self._say_refusal)

    def _say_refusal(self, refused: Refusal | None) -> None:
        if refused is not None:
            self.notify(tell(refused.message, refused.values), severity="warning", markup=False)

    def compose(self) -> ComposeResult:
        """Left what there is, right what can be done with it."""
        session = self.live.session
        aside = _("rehearsal") if session.rehearsal else ""
        yield Head(_("The session is finished; nothing has been erased"), aside)
        with Horizontal(id="closing"):
            with Vertical(id="captured", classes="pane"):
                yield Heading(_("What there is"))
                with VerticalScroll(id="captured-scroll"):
                    yield Static(id="captured-words")
            with Vertical(id="choice", classes="pane"):
                yield Heading(_("Actions"), first=True)
                yield OptionList(id="closing-actions", markup=False)
                yield Static(one_line(_("No actions were agreed.")), id="no-actions", classes="hint muted")
                yield Static(id="incomplete", classes="hint")
                yield Heading(_("What is kept?"))
                yield Button(one_line(_("Keep all")), id="keep-all")
                yield Static(id="all-says", classes="hint muted")
                yield Button(one_line(_("Keep only actions and times")), id="keep-actions")
                yield Static(id="actions-says", classes="hint muted")
                yield Button(one_line(_("Decide later; leave it open")), id="later")
                with Horizontal(classes="answers"):
                    yield Button(one_line(_("Go on after all")), id="go-on")
                    if not self._served:
                        yield Button(one_line(_("Export")), id="export")
        yield KeyLine(key for key in line_of(CLOSING) if not (self._served and key[2] == "export"))

    @property
    def _served(self) -> bool:
        """Whether a browser shows this: what is named there would be a file of this computer, anywhere on it."""
        from intervisie_tui.screens.doors import only_room

        return only_room(self.app)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Files are written from the program itself only."""
        return not (action == "export" and self._served)

    def on_mount(self) -> None:
        """Show the session, and follow it while it is open."""
        listen(self, self.live, self._changed)
        self.show_session()
        self._quiet.ask()

    async def respeak(self) -> None:
        """Everything again, in the language of now."""
        await self.recompose()
        self.show_session()

    def _changed(self, session: Session) -> None:
        if self.is_mounted and self.is_attached and session.closed is None:
            self.show_session()

    def show_session(self) -> None:
        """What was captured, the actions, and what each choice would do."""
        session, now = self.live.session, self.live.now()
        self.query_one("#captured-words", Static).update(captured_words(session, now))
        actions = self.query_one("#closing-actions", OptionList)
        marked = actions.highlighted
        actions.clear_options()
        today = spoken.day_of(now)
        actions.add_options(
            [Option(action_row(each, session, today), id=each.id) for each in session.actions]
        )
        actions.display = bool(session.actions)
        self.query_one("#no-actions").display = not session.actions
        if session.actions:
            actions.highlighted = min(marked or 0, len(session.actions) - 1)
        missing = incomplete(session)
        words = _("Enter completes an action: who, and when.") if missing else ""
        self.query_one("#incomplete", Static).update(one_line(words, "$warning"))
        self.query_one("#incomplete").display = bool(words)
        self.query_one("#all-says", Static).update(one_line(_("Stays in your own folder on this computer.")))
        self.query_one("#actions-says", Static).update(one_line(entries_to_go(session)))

    @on(OptionList.OptionSelected, "#closing-actions")
    def _complete(self, event: OptionList.OptionSelected) -> None:
        from intervisie_tui.screens.complete_action import CompleteAction

        if event.option.id:
            self.app.push_screen(CompleteAction(self.live, event.option.id))

    @on(Button.Pressed, "#keep-all")
    def _keep_all(self) -> None:
        self.close_keeping(Keep.ALL)

    @on(Button.Pressed, "#keep-actions")
    @work(exclusive=True, group="close")
    async def _keep_actions(self) -> None:
        dialog = TypedWord(
            lambda: entries_to_go(self.live.session), N_("erase"), N_("Keep only actions and times")
        )
        if await self.app.push_screen_wait(dialog):
            self.close_keeping(Keep.ACTIONS)

    @work(exclusive=True, group="closing")
    async def close_keeping(self, keep: Keep) -> None:
        """Close the session: there is no way back. Says why when it cannot be."""
        try:
            refused = await self.rooms.close(self.live, keep)
        except UNSAVED as error:
            self.notify(_("It could not be saved: {why}", why=why(error)), severity="error", markup=False)
            return
        if refused is not None:
            self._say_refusal(refused)
            return
        await self._tell_copies()
        self._to_lobby()

    async def _tell_copies(self) -> None:
        """What somebody else copied still holds all words of the session, whatever is kept of it here."""
        session = self.live.session.id
        if copies := await self.rooms.copies(session):
            told = _(
                "Copies of this session were not touched: {files}. To erase all: intervisie wipe {session}",
                files=", ".join(copies),
                session=session,
            )
            self.notify(told, severity="warning", timeout=20, markup=False)

    def _to_lobby(self) -> None:
        from intervisie_tui.screens.doors import leave_room

        leave_room(self.app, self.rooms)

    @on(Button.Pressed, "#later")
    def action_leave_open(self) -> None:
        """Back to the lobby; the session waits there to be closed."""
        self._to_lobby()

    @on(Button.Pressed, "#go-on")
    @work(exclusive=True, group="close")
    async def action_go_on(self) -> None:
        """Finishing was a mistake: back to the room, the clock waits."""
        refused = await self.live.do(c.Unfinish())
        if refused is not None:
            self._say_refusal(refused)
            return
        self.app.pop_screen()

    def _record(self) -> Mapping[str, Any]:
        return record(self.live.session, self.live.now())

    @on(Button.Pressed, "#export")
    def action_export(self) -> None:
        """To a file that the user names."""
        from intervisie_tui.screens.export_file import ExportDialog

        self.app.push_screen(ExportDialog(self._record, self.rooms.groups), self._exported)

    def _exported(self, path: object) -> None:
        if path is not None:
            self.notify(_("Written: {file}", file=path), markup=False)
