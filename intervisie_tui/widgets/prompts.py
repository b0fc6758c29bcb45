"""What the room works at in this phase: the method's prompts, or else what the phase is for."""

from textual.app import ComposeResult
from textual.content import Content
from textual.css.scalar import Scalar

from intervisie_tui.domain.session import Clock
from intervisie_tui.domain.speaking import floor_line
from intervisie_tui.locale import _
from intervisie_tui.widgets.floor import owner_line
from intervisie_tui.widgets.folding import airy, folded, rows_of
from intervisie_tui.widgets.pane import Pane, said
from intervisie_tui.widgets.plain import one_line, plain
from intervisie_tui.widgets.scrolled import Scrolled

_QUESTION_ROWS = 3


class Prompts(Pane):
    """The prompts of the phase, in plain sight."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._most = 0

    def compose(self) -> ComposeResult:
        """The prompts, the question of the case, what the case owner does."""
        yield Scrolled()

    @property
    def needed(self) -> tuple[int, int]:
        """How many rows the prompts take, and how many all of it."""
        width = self.query_one(Scrolled).columns
        prompts = self._least(width)
        also = [folded(part, width, _QUESTION_ROWS) for part in self._also()] if width else []
        return prompts, prompts + sum(map(rows_of, also)) + len(also)

    def hold_to(self, rows: int) -> None:
        """At most so many rows, as high as what stands there; none: all the room that there is."""
        if rows != self._most:
            self._most = rows
            self.paint_if_ready()

    def on_resize(self) -> None:
        """More fits, or less."""
        self.paint_if_ready()

    def paint(self) -> None:
        """Show the prompts, and what else belongs to the phase as far as there is room for it."""
        body, run = self.query_one(Scrolled), self.session.current
        most = Scalar.from_number(max(self._most, self._least(body.columns))) if self._most else None
        if body.styles.max_height != most:
            body.styles.max_height = most
        body.tell(lambda width: self._fitted(width, body.rows), run and run.id)

    def _least(self, width: int) -> int:
        """How many rows the prompts take, which are in sight whatever there is beside them."""
        return rows_of(_close([folded(part, width) for part in self._prompts()])) if width else 0

    def _fitted(self, width: int, rows: int) -> Content:
        """All of it in so many columns, and as much as fits in so many rows before the rest."""
        parts = [folded(part, width) for part in self._prompts()]
        also = [folded(part, width, _QUESTION_ROWS) for part in self._also()]
        below: list[Content] = []
        # Half a question is worse than none, and the prompts come first: what has no room stands below, behind the bar.
        while also and sum(map(rows_of, (*parts, *also))) > rows:
            below.insert(0, also.pop())
        words = airy([_close(parts), *also], 0 if self._most else rows)
        if below and rows:
            words = _close([words, *[Content("")] * (rows - rows_of(words)), *below])
        return words

    def _prompts(self) -> list[Content]:
        run = self.session.current
        if run is None or self.session.interval is not None or self.session.clock is Clock.FINISHED:
            return []
        return [plain(said(prompt)) for prompt in run.plan.prompts] or [plain(said(run.plan.purpose))]

    def _also(self) -> list[Content]:
        session, run = self.session, self.session.current
        if run is None or session.interval is not None or session.clock is Clock.FINISHED:
            return []
        # In small groups each has a question of its own.
        own = run.plan.framed or run.plan.together is not None
        question = "" if own else session.case.question
        asked = Content.assemble((_("Question: "), "$text-muted"), one_line(question)) if question else None
        does = owner_line(session, floor_line(session))
        return [part for part in (asked, does) if part is not None and part.plain]


def _close(parts: list[Content]) -> Content:
    return Content("\n").join(parts)
