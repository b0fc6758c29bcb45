"""The clock of the phase, its line, and a word for how it stands."""

import math

from textual.app import ComposeResult
from textual.content import Content

from intervisie_tui.domain import timing
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.session import Clock, Session
from intervisie_tui.locale import _, n_
from intervisie_tui.widgets.bar import ProgressLine
from intervisie_tui.widgets.digits import BigClock, clock_width
from intervisie_tui.widgets.pane import Pane, Words
from intervisie_tui.widgets.signs import signs
from intervisie_tui.widgets.still import Across

_TONES = {
    timing.Threshold.CALM: "now",
    timing.Threshold.FIRST: "warn",
    timing.Threshold.LAST: "last",
    timing.Threshold.OVER: "over",
}

_SIZES = tuple((rows, slim) for rows in (14, 11, 9, 7) for slim in (False, True))
"""Heights of the digits and whether they are narrow, the best first."""


class ClockPane(Pane):
    """The big digits; a tick paints only what has changed in them."""

    TIMED = True

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._now: Moment | None = None
        self._rows = 7
        self.keys = True
        """Whether it tells the keys."""
        self.shares = timing.SHARES
        """With which parts of a phase left the warnings come."""

    def compose(self) -> ComposeResult:
        """Digits, a line, a word."""
        yield BigClock(7)
        with Across(classes="line"):
            yield ProgressLine()
            yield Words(classes="state")

    @property
    def text(self) -> str:
        """The clock's face, such as "07:42" or "+02:31"."""
        return self.query_one(BigClock).text

    @property
    def around(self) -> int:
        """How many rows it takes beside the digits."""
        line = self.query_one(".line")
        return 1 + line.styles.margin.height + self.styles.margin.height

    def size_to(self, rows: int) -> None:
        """Digits of so many rows."""
        self._rows = rows
        self._fit()

    def _fit(self) -> None:
        """The largest digits that the pane can hold."""
        big = self.query_one(BigClock)
        # The clock's own size may still be that of before.
        width = self.size.width
        for rows, slim in _SIZES:
            if rows <= self._rows and (clock_width(big.text, rows, slim=slim) <= width or not width):
                big.size_to(rows, slim=slim)
                return
        big.size_to(3, slim=clock_width(big.text, 3) > width)

    def on_resize(self) -> None:
        """Another width."""
        self._fit()

    def paint(self) -> None:
        """Show the clock as it stood at the last tick."""
        if self._now is not None:
            self.tick(self._now)

    def tick(self, now: Moment) -> None:
        """Show the clock at this moment."""
        if not self.ready:
            return
        self._now = now
        session = self.session
        pause = timing.break_left(session, now)
        left = timing.remaining(session, now) if pause is None else pause
        how, words = tone(session, now, self.shares), face(left)
        longer = len(words) != len(self.text)
        self.query_one(BigClock).show(words, how)
        if longer:
            self._fit()
        total = session.current.seconds if session.current else 0.0
        if session.interval is not None:
            total = session.interval.seconds
        self.query_one(ProgressLine).show(1 - left / total if total > 0 else 0.0, how)
        self.query_one(".state", Words).show(state(session, now, self.shares, keys=self.keys))


def face(seconds: float) -> str:
    """What is left as the clock shows it: "07:42", over time "+02:31"; a begun second counts as whole."""
    whole = math.ceil(round(seconds, 6))
    minutes, rest = divmod(abs(whole), 60)
    return f"{'+' if whole < 0 else ''}{minutes:02}:{rest:02}"


def tone(session: Session, now: Moment, shares: tuple[float, float] = timing.SHARES) -> str:
    """How the digits are coloured: one of digits.TONES."""
    pause = timing.break_left(session, now)
    if pause is not None:
        return "over" if pause < 0 else "paused"
    if session.clock is not Clock.RUNNING:
        return "paused"
    return _TONES[timing.warning(session, now, shares)]


def state(
    session: Session, now: Moment, shares: tuple[float, float] = timing.SHARES, *, keys: bool = True
) -> Content:
    """How the clock stands in words, with what the phase has in all."""
    run = session.current
    total = _("of {minutes} min", minutes=f"{run.seconds / 60:.0f}") if run else ""
    pause = timing.break_left(session, now)
    if session.clock is Clock.FINISHED:
        return Content.styled(_("Finished"), "bold")
    if pause is not None:
        words, style = (
            (_("The break is over time"), "bold $error") if pause < 0 else (_("Break"), "bold $accent")
        )
        return _with_key(words, style, _("space goes on") if keys else "")
    if session.clock is Clock.READY:
        return _with_key(_("Ready to start"), "bold", _("space starts") if keys else "")
    if session.clock is Clock.PAUSED:
        late = timing.remaining(session, now) < 0
        words = _("Paused, over time") if late else _("Paused")
        return _with_key(f"{signs().pause} {words}", "bold", _("space goes on") if keys else "")
    warning = timing.warning(session, now, shares)
    if warning is timing.Threshold.OVER:
        return Content.assemble((_("Over time"), "bold $error"), "  ", (total, "$text-muted"))
    if warning is timing.Threshold.CALM:
        return Content.styled(total, "$text-muted")
    left = max(1, math.ceil(timing.remaining(session, now) / 60))
    words = n_("Only {n} minute left", "Only {n} minutes left", left)
    if warning is timing.Threshold.LAST:
        words = _("Round it off")
    return Content.assemble((words, "bold $warning"), "  ", (total, "$text-muted"))


def _with_key(words: str, style: str, key: str) -> Content:
    return Content.assemble((words, style), f"  {key}" if key else "")
