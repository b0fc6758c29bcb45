"""The archive: closed sessions, to be read, exported, hidden or erased."""

from collections.abc import Mapping
from typing import Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from intervisie_tui.locale import N_, _, n_
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.closed import closed_words
from intervisie_tui.screens.head import Head
from intervisie_tui.screens.key_line import KeyLine
from intervisie_tui.screens.page import Page
from intervisie_tui.screens.record_words import record_words
from intervisie_tui.screens.screen_keys import ARCHIVE, READING, line_of
from intervisie_tui.screens.sheets import sheets
from intervisie_tui.screens.typed_word import TypedWord
from intervisie_tui.troubles import UNSAVED, erased_words, why
from intervisie_tui.widgets.plain import one_line

_PAGE = 200


class ArchiveScreen(Page):
    """All closed sessions, the newest first; more are read when the list is at its end."""

    CSS_PATH = sheets("archive")
    AUTO_FOCUS = "#closed"
    KEYS_OF = ARCHIVE
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.pop_screen", show=False),
        Binding("delete", "hide", show=False),
        Binding("h", "show_hidden", show=False),
        Binding("e", "erase", show=False),
        Binding("question_mark,f1", "help", show=False),
    ]

    def __init__(self, rooms: Rooms) -> None:
        super().__init__()
        self.rooms = rooms
        self._with_hidden = False
        self._shown = 0
        self._all = False

    def compose(self) -> ComposeResult:
        """One list."""
        yield Head(_("Archive"))
        with Vertical(id="archive", classes="pane"):
            yield OptionList(id="closed", markup=False)
            yield Static(_("Closed sessions come here, to be read again."), id="none", markup=False)
        yield KeyLine(line_of(ARCHIVE))

    def on_mount(self) -> None:
        """The first page."""
        self.fill(_PAGE)

    async def respeak(self) -> None:
        """Everything again, in the language of now."""
        await self.recompose()
        self._shown, self._all = 0, False
        self.fill(_PAGE)

    def on_screen_resume(self) -> None:
        """One may have been erased meanwhile."""
        if self.is_mounted:
            self.fill(max(_PAGE, self._shown), anew=True)

    @work(exclusive=True, group="fill")
    async def fill(self, wanted: int, anew: bool = False) -> None:
        """So many rows in all; those that are shown already stay, unless `anew`."""
        found = await self.rooms.archive(wanted + 1, hidden=self._with_hidden)
        rows = found[:wanted]
        hidden = await self.rooms.hidden()
        closed = self.query_one("#closed", OptionList)
        mark = closed.highlighted
        if anew:
            self._shown = 0
            closed.clear_options()
        closed.add_options(
            [
                Option(closed_words(row, lines=1, hidden=row.id in hidden), id=row.id)
                for row in rows[self._shown :]
            ]
        )
        if anew and rows and mark is not None:
            closed.highlighted = min(mark, len(rows) - 1)
        self._all = len(found) <= wanted
        self._shown = len(rows)
        if closed.highlighted is None and rows:
            closed.highlighted = 0
        closed.display = bool(rows)
        self.query_one("#none").display = not rows
        more = "" if self._all else "+"
        self.query_one(Head).say(n_("{n} session", "{n} sessions", len(rows)) + more if rows else "")

    @on(OptionList.OptionHighlighted, "#closed")
    def _near_the_end(self, event: OptionList.OptionHighlighted) -> None:
        if not self._all and event.option_index >= self._shown - 5:
            self.fill(self._shown + _PAGE)

    @on(OptionList.OptionSelected, "#closed")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.app.push_screen(ReadScreen(self.rooms, event.option.id or ""))

    def action_read(self) -> None:
        """Open the row that is marked."""
        self.query_one("#closed", OptionList).action_select()

    @work(exclusive=True, group="erase")
    async def action_hide(self) -> None:
        """Take the row that is marked out of the lists, or show it there again; nothing is erased."""
        row = self.query_one("#closed", OptionList).highlighted_option
        if row is None or not row.id:
            return
        shown_again = row.id in await self.rooms.hidden()
        try:
            await self.rooms.hide(row.id, not shown_again)
        except UNSAVED as error:
            self.notify(_("It could not be saved: {why}", why=why(error)), severity="error", markup=False)
            return
        told = _("Shown again.") if shown_again else _("Hidden, not erased; h shows it here.")
        self.notify(told, markup=False)
        self.on_screen_resume()

    def action_show_hidden(self) -> None:
        """The hidden sessions too, or no more."""
        self._with_hidden = not self._with_hidden
        self.on_screen_resume()

    @work(exclusive=True, group="erase")
    async def action_erase(self) -> None:
        """Erase the row that is marked, after its word."""
        row = self.query_one("#closed", OptionList).highlighted_option
        if row is not None and row.id and await erase(self, self.rooms, row.id):
            self.on_screen_resume()


class ReadScreen(Page):
    """One closed session as calm text."""

    CSS_PATH = sheets("archive")
    AUTO_FOCUS = "#page"
    KEYS_OF = READING
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.pop_screen", show=False),
        Binding("x", "export", show=False),
        Binding("e", "erase", show=False),
        Binding("question_mark,f1", "help", show=False),
    ]

    def __init__(self, rooms: Rooms, session_id: str) -> None:
        super().__init__()
        self.rooms = rooms
        self.session_id = session_id
        self._record: Mapping[str, Any] = {}

    def compose(self) -> ComposeResult:
        """The text, and what can be done with it."""
        group = self._record.get("group") or _("A session")
        yield Head(group, _("rehearsal") if self._record.get("rehearsal") else "")
        with VerticalScroll(id="page", classes="pane"):
            yield Static(id="text")
        yield KeyLine(line_of(READING))

    def on_mount(self) -> None:
        """Read it."""
        self.read()

    async def respeak(self) -> None:
        """Everything again, in the language of now."""
        await self.recompose()
        self.read()

    @work(exclusive=True, group="read")
    async def read(self) -> None:
        """The record, or why it cannot be read."""
        try:
            self._record = await self.rooms.record(self.session_id)
        except Exception as error:  # noqa: BLE001 - a damaged file is told, whatever is wrong with it
            self.query_one("#text", Static).update(
                one_line(_("This session cannot be read: {why}", why=why(error)), "$warning")
            )
            return
        title = self._record.get("group") or _("A session")
        self.query_one(".title", Static).update(one_line(title))
        self.query_one("#text", Static).update(record_words(self._record))

    def action_export(self) -> None:
        """To a file that the user names."""
        from intervisie_tui.screens.export_file import ExportDialog

        if self._record:
            self.app.push_screen(ExportDialog(lambda: self._record, self.rooms.groups), self._exported)

    def _exported(self, path: object) -> None:
        if path is not None:
            self.notify(_("Written: {file}", file=path), markup=False)

    @work(exclusive=True, group="erase")
    async def action_erase(self) -> None:
        """Erase this session, after its word."""
        if await erase(self, self.rooms, self.session_id):
            self.app.pop_screen()


async def erase(screen: Screen[Any], rooms: Rooms, session_id: str) -> bool:
    """Erase a session from every file after its word was typed; whether it was."""
    dialog = TypedWord(
        lambda: _(
            "It goes from every file that intervisie wrote. There is no way back; what you exported stays."
        ),
        N_("erase"),
        N_("Erase this session"),
    )
    if not await screen.app.push_screen_wait(dialog):
        return False
    try:
        erased = await rooms.wipe(session_id)
    except UNSAVED as error:
        screen.notify(_("It could not be erased: {why}", why=why(error)), severity="error", markup=False)
        return False
    screen.notify(erased_words(erased.files, erased.left), markup=False)
    return True
