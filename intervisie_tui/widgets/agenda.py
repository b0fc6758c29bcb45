"""The agenda: all phases in order, what they took, and which is now."""

from textual.app import ComposeResult
from textual.content import Content

from intervisie_tui.domain.phases import PhaseRun
from intervisie_tui.domain.session import Clock
from intervisie_tui.locale import _
from intervisie_tui.widgets.pane import Pane, Words, heading, muted, said
from intervisie_tui.widgets.scrolled import Scroll
from intervisie_tui.widgets.signs import signs
from intervisie_tui.widgets.two_sided import Sides, TwoSided

AROUND = 2
"""Rows before and after the phase of now that are in sight, where there are any."""


class Agenda(Pane):
    """All phases of this session."""

    TIMED = True

    def compose(self) -> ComposeResult:
        """A heading, the phases, a line where there are none."""
        yield Words(classes="heading")
        yield Words(classes="empty", hides=True)
        with Scroll(classes="rows"):
            yield TwoSided()

    def paint(self) -> None:
        """Show the phases."""
        self.query_one(".heading", Words).show(heading(_("Agenda")))
        session = self.session
        self.query_one(".empty", Words).show(
            Content("") if session.agenda else muted(_("The phases of this session come here."))
        )
        going = session.clock is not Clock.FINISHED
        self.query_one(TwoSided).tell(
            [_sides(run, going and place == session.position) for place, run in enumerate(session.agenda)]
        )
        # Now where it can be, so that it comes with what is painted anew, and else when all has its place.
        self._to_now()
        self.call_after_refresh(self._to_now)

    def on_resize(self) -> None:
        """The phase of now stays in sight."""
        self.call_after_refresh(self._to_now)

    def _to_now(self) -> None:
        if not self.is_attached or not self.query(".rows"):
            # The room has been left since this was called for.
            return
        box, now = self.query_one(".rows", Scroll), self.session.position
        height, top = box.size.height, box.scroll_offset.y
        # As long as what comes before and after is in sight too, it stays where it is.
        if not box.has_focus and not top + AROUND <= now < top + height - AROUND:
            box.scroll_to(y=now - height // 2, animate=False, immediate=True)


def _sides(run: PhaseRun, now: bool) -> Sides:
    """Its sign, its name and its time at the right."""
    style = "bold $primary" if now else "$text-muted" if run.done else "$text"
    sign = signs().now if now else signs().done if run.done else signs().to_come
    seconds = run.spent if run.done and not now else run.seconds
    return (f"{sign} {said(run.plan.name)}", f"{int(seconds) // 60}:{int(seconds) % 60:02}", style)
