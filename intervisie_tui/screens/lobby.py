"""The lobby: what is unfinished first, then the groups, a new session, and what was before."""

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from intervisie_tui.domain.group import Group
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.session import Clock
from intervisie_tui.locale import _, language, n_
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.closed import ClosedRow, closed_words
from intervisie_tui.screens.doors import reopen_room
from intervisie_tui.screens.head import Head, Heading
from intervisie_tui.screens.key_line import KeyLine
from intervisie_tui.screens.page import Page
from intervisie_tui.screens.screen_keys import LOBBY, line_of
from intervisie_tui.screens.sheets import sheets
from intervisie_tui.screens.when import day_and_time
from intervisie_tui.unfinished import LiveRow
from intervisie_tui.widgets.plain import one_line, plain
from intervisie_tui.widgets.signs import signs

_RECENT = 12
_PROBLEMS, _FEW_PROBLEMS = 2, 1


class LobbyScreen(Page):
    """Where the program begins; Enter on the first row goes on with the last unfinished session."""

    CSS_PATH = sheets("lobby")
    AUTO_FOCUS = "#start"
    KEYS_OF = LOBBY
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new_session", show=False),
        Binding("o", "archive", show=False),
        Binding("g", "groups", show=False),
        Binding("question_mark,f1", "help", show=False),
        Binding("t", "app.switch_theme", show=False),
        Binding("l", "app.switch_language", show=False),
    ]

    def __init__(self, rooms: Rooms) -> None:
        super().__init__()
        self.rooms = rooms
        self._problems: tuple[str, ...] = ()
        self._unfinished: frozenset[str] = frozenset()

    def compose(self) -> ComposeResult:
        """Left what can be begun or gone on with, right what was."""
        yield Head(_("Intervisie"), _("Nothing leaves this computer"))
        with Horizontal(id="lobby"):
            with Vertical(id="begin", classes="pane"):
                yield Heading(_("What would you like to do?"))
                yield OptionList(id="start", markup=False)
                yield Static(id="welcome", markup=False)
            with Vertical(id="before", classes="pane"):
                yield Heading(_("Sessions before"))
                yield OptionList(id="recent", markup=False)
                yield Static(_("Closed sessions come here, to be read again."), id="no-recent", markup=False)
                yield Static(id="problems", markup=False)
        yield KeyLine(line_of(LOBBY))

    def on_mount(self) -> None:
        """Show what there is."""
        self.fill()

    def on_screen_resume(self) -> None:
        """Show anew what may have changed meanwhile."""
        self.fill()

    async def respeak(self) -> None:
        """Everything again, in the language of now."""
        await self.recompose()
        self.fill()

    @work(exclusive=True)
    async def fill(self) -> None:
        """Read the store and fill both lists."""
        unfinished = await self.rooms.unfinished()
        groups = await self.rooms.groups()
        rows = await self.rooms.archive(_RECENT)
        if not self.query("#start"):
            # The parts are not there yet, or no longer: who makes them fills them.
            return
        self._fill_start(unfinished, groups)
        self._fill_recent(rows)
        fresh = not (unfinished or groups or rows)
        welcome = self.query_one("#welcome", Static)
        welcome.update(_welcome() if fresh else "")
        welcome.display = fresh
        self.query_one("#begin").set_class(fresh, "-fresh")
        self._say_problems()
        self.call_after_refresh(self.look_for_problems)

    def _fill_start(self, unfinished: tuple[LiveRow, ...], groups: tuple[Group, ...]) -> None:
        options: list[Option] = []
        if unfinished:
            options.append(Option(_("Not finished"), disabled=True))
            now = self.rooms.now()
            options += [
                Option(_live_words(row, now, first=not place), id=f"live:{row.id}")
                for place, row in enumerate(unfinished)
            ]
            options.append(Option("", disabled=True))
        options.append(
            Option(_two_lines(_("A new session"), _("with names, a method and 90 minutes")), id="new")
        )
        if groups:
            options += [Option("", disabled=True), Option(_("Groups"), disabled=True)]
            options += [Option(_group_words(group), id=f"group:{group.id}") for group in groups]
        start = self.query_one("#start", OptionList)
        _refill(start, options)
        if {row.id for row in unfinished} - self._unfinished:
            # One that has just been begun or left is what Enter goes on with.
            start.highlighted = start.get_option_index(f"live:{unfinished[0].id}")
        self._unfinished = frozenset(row.id for row in unfinished)

    def _fill_recent(self, rows: tuple[ClosedRow, ...]) -> None:
        recent = self.query_one("#recent", OptionList)
        narrow = self.has_class("-narrow")
        _refill(recent, [Option(closed_words(row, lines=1 if narrow else 2), id=row.id) for row in rows])
        recent.display = bool(rows)
        self.query_one("#no-recent").display = not rows

    @work(exclusive=True, group="problems")
    async def look_for_problems(self) -> None:
        """What is wrong, once the lists stand there; the user's own methods are judged in a child process."""
        await self.rooms.methods.look()
        self._problems = self.rooms.problems
        if self.query("#problems"):
            self._say_problems()

    def _say_problems(self) -> None:
        problems = self.query_one("#problems", Static)
        problems.display = bool(self._problems)
        before = self.query_one("#before").set_class(not self.query_one("#recent").display, "-empty")
        before.set_class(bool(self._problems), "-troubled")
        head = (_("Needs attention") + "\n", "bold $warning")
        problems.update(Content.assemble(head, plain("\n".join(self._problem_lines()))))

    def _problem_lines(self) -> list[str]:
        """As many as can be read here, and how many more there are."""
        shown = _FEW_PROBLEMS if self.has_class("-narrow") else _PROBLEMS
        lines = [f"{signs().bullet} {problem}" for problem in self._problems[:shown]]
        if more := len(self._problems) - len(lines):
            lines.append(n_("and {n} more: intervisie doctor", "and {n} more: intervisie doctor", more))
        return lines

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open what was chosen."""
        kind, _colon, which = (event.option.id or "").partition(":")
        if event.option_list.id == "recent":
            self._read(event.option.id or "")
        elif kind == "live":
            self._go_on(which)
        elif kind == "new":
            self.action_new_session()
        elif kind == "group":
            self._set_up(which)

    async def action_open(self) -> None:
        """Open the row that is marked."""
        focused = (
            self.focused if isinstance(self.focused, OptionList) else self.query_one("#start", OptionList)
        )
        focused.action_select()

    @work(exclusive=True, group="door")
    async def _go_on(self, session_id: str) -> None:
        await reopen_room(self.app, self.rooms, session_id)

    def action_new_session(self) -> None:
        """Set up a session with people who are not a group yet."""
        self._set_up(None)

    def _set_up(self, group_id: str | None) -> None:
        from intervisie_tui.screens.setup import SetupScreen

        self.app.push_screen(SetupScreen(self.rooms, group_id))

    def action_archive(self) -> None:
        """All closed sessions."""
        from intervisie_tui.screens.archive import ArchiveScreen

        self.app.push_screen(ArchiveScreen(self.rooms))

    def action_groups(self) -> None:
        """The groups, the marked one first."""
        from intervisie_tui.screens.groups import GroupsScreen

        marked = self.query_one("#start", OptionList).highlighted_option
        kind, _colon, which = ((marked.id if marked else None) or "").partition(":")
        self.app.push_screen(GroupsScreen(self.rooms, which if kind == "group" else None))

    def _read(self, session_id: str) -> None:
        from intervisie_tui.screens.archive import ReadScreen

        self.app.push_screen(ReadScreen(self.rooms, session_id))


def _refill(options: OptionList, rows: list[Option]) -> None:
    """New rows; the mark stays on the row where it was, else goes to the first that can be chosen."""
    marked = options.highlighted_option.id if options.highlighted_option else None
    options.clear_options()
    options.add_options(rows)
    choosable = [place for place, row in enumerate(rows) if not row.disabled]
    same = [place for place in choosable if rows[place].id == marked]
    options.highlighted = next(iter((same if marked else []) + choosable), None)


def _two_lines(first: str, second: str) -> Content:
    return Content.assemble(one_line(first, "bold"), "\n", one_line(second, "$text-muted"))


def _live_words(row: LiveRow, now: Moment, *, first: bool) -> Content:
    """An unfinished session; the first of them is the one that Enter goes on with."""
    who = row.group_name or ", ".join(row.members)
    method = row.method_name.of(language()) if row.method_name else _("method still open")
    states = {
        Clock.READY: _("not begun"),
        Clock.RUNNING: _("clock runs"),
        Clock.PAUSED: _("paused"),
        Clock.FINISHED: _("finished, to be closed"),
    }
    since = day_and_time(row.started_at or row.created_at, now)
    parts = [states[row.clock], since, method, _("rehearsal") if row.rehearsal else ""]
    style = "bold $primary" if first else "bold"
    return Content.assemble(
        (f"{signs().now} " if first else "  ", style), one_line(who, style), "\n  ",
        one_line(f" {signs().dot} ".join(part for part in parts if part), "$text-muted"),
    )  # fmt: skip


def _group_words(group: Group) -> Content:
    people = n_("{n} person", "{n} people", len(group.members))
    names = ", ".join(member.name for member in group.members)
    return _two_lines(group.name, f"{people}: {names}")


def _welcome() -> Content:
    said = (
        _("Three to eight colleagues, one question, an hour and a half."),
        _("This screen keeps the method, the time and the turns, so that nobody has to interrupt."),
        _("Press Enter for a first session. To try it alone: intervisie demo"),
    )
    return Content("\n\n").join([one_line(line) for line in said])
