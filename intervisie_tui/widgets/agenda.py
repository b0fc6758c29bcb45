"""The agenda: all phases in order, what they took, and which is now."""

from textual.app import ComposeResult
from textual.content import Content

from intervisie_tui.domain.phases import PhaseRun
from intervisie_tui.domain.session import Clock
from intervisie_tui.locale import _
from intervisie_tui.widgets.columns import two_sides
from intervisie_tui.widgets.pane import Pane, Scroll, Words, heading, muted, said
from intervisie_tui.widgets.signs import signs


class AgendaRow(Words):
    """One phase: its sign, its name and its time at the right."""

    _parts = ("", "", "")

    def tell(self, run: PhaseRun, now: bool) -> None:
        """Shows this phase."""
        style = "bold $primary" if now else "$text-muted" if run.done else "$text"
        sign = signs().now if now else signs().done if run.done else signs().to_come
        seconds = run.spent if run.done and not now else run.seconds
        parts = (f"{sign} {said(run.plan.name)}", f"{int(seconds) // 60}:{int(seconds) % 60:02}", style)
        if parts == self._parts:
            return
        self._parts = parts
        self.set_class(now, "-now")
        self._fit()

    def on_resize(self) -> None:
        """The time keeps to the right."""
        self._fit()

    def _fit(self) -> None:
        left, right, style = self._parts
        if self.size.width:
            self.show(two_sides(left, right, self.size.width, style))


class Agenda(Pane):
    """All phases of this session."""

    def compose(self) -> ComposeResult:
        """A heading, the phases, a line where there are none."""
        yield Words(classes="heading")
        yield Words(classes="empty", hides=True)
        with Scroll(classes="rows"):
            for _run in self.session.agenda:
                yield AgendaRow(classes="row")

    def paint(self) -> None:
        """Show the phases."""
        self.query_one(".heading", Words).show(heading(_("Agenda")))
        session = self.session
        self.query_one(".empty", Words).show(
            Content("") if session.agenda else muted(_("The phases of this session come here."))
        )
        box = self.query_one(".rows", Scroll)
        rows = [row for row in box.children if isinstance(row, AgendaRow)]
        for row in rows[len(session.agenda) :]:
            row.remove()
        missing = [AgendaRow(classes="row") for _index in session.agenda[len(rows) :]]
        rows = [*rows[: len(session.agenda)], *missing]
        for index, (row, run) in enumerate(zip(rows, session.agenda, strict=True)):
            row.tell(run, index == session.position and session.clock is not Clock.FINISHED)
        if missing:
            box.mount(*missing)
        self.call_after_refresh(self._to_now)

    def on_resize(self) -> None:
        """The phase of now stays in sight."""
        self.call_after_refresh(self._to_now)

    def _to_now(self) -> None:
        box = self.query_one(".rows", Scroll)
        rows = [row for row in box.children if isinstance(row, AgendaRow)]
        if rows and not box.has_focus:
            at = rows[min(self.session.position, len(rows) - 1)]
            box.scroll_to_widget(at, animate=False, center=True)
