"""The actions: each owner's own next step, with its date."""

from datetime import date

from textual.app import ComposeResult
from textual.content import Content

from intervisie_tui import spoken
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.session import Action, Session, Status
from intervisie_tui.locale import _
from intervisie_tui.widgets import words
from intervisie_tui.widgets.entry_list import EntryList, Line
from intervisie_tui.widgets.pane import Pane, Words, heading, muted
from intervisie_tui.widgets.plain import one_line, plain
from intervisie_tui.widgets.signs import signs

_CROWD = 4
"""From so many on, each is short."""
_WEEK = 6
_SETTLED = frozenset({Status.DONE, Status.DROPPED})


class ActionsPane(Pane):
    """What was agreed, also last time."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._today: date | None = None

    def compose(self) -> ComposeResult:
        """A heading, a line where there is nothing, the list."""
        yield Words(classes="heading")
        yield Words(classes="empty", hides=True)
        yield EntryList(rows=len(self.session.actions))

    def paint(self) -> None:
        """Show the actions."""
        session = self.session
        self.query_one(".heading", Words).show(heading(_("Actions"), len(session.actions) or None))
        lines = [
            Line(item.id, action_words(session, item), action_state(item, self._today))
            for item in session.actions
        ]
        self.query_one(EntryList).show(lines, 3 if len(lines) < _CROWD else 2)
        self.query_one(EntryList).display = bool(lines)
        self.query_one(".empty", Words).show(
            Content("") if lines else muted(_("Who does what by when comes here: press a."))
        )

    def tick(self, now: Moment) -> None:
        """Dates are told as days from today, which changes at midnight."""
        today = spoken.day_of(now)
        if today != self._today:
            self._today = today
            self.paint_if_ready()


def action_words(session: Session, item: Action) -> Content:
    """An action as a row: whose, and what."""
    gone = "$text-muted" if item.status in _SETTLED else ""
    owner = session.name(item.owner)
    parts = [Content.styled(f"{signs().done} ", gone)] if item.status is Status.DONE else []
    parts += [one_line(owner, f"bold {gone}".strip()), Content("  ")] if owner else []
    parts.append(plain(item.text, gone))
    return Content.assemble(*parts)


def action_state(item: Action, today: date | None) -> Content:
    """How an action stands, or when it is due."""
    told = [words.status(item.status)] if item.status is not Status.OPEN else []
    if item.earlier and item.status is Status.OPEN:
        told.append(_("from last time"))
    if item.due is not None and item.status not in _SETTLED:
        told.append(_due(item.due, today))
    return muted(", ".join(told)) if told else Content("")


def _due(due: date, today: date | None) -> str:
    """The date; within a week its day is enough, with how long that is."""
    if today is None or (due - today).days > _WEEK:
        return spoken.day(due)
    day = spoken.day(due) if due < today else spoken.weekday(due)
    return f"{day}, {spoken.in_days(due, today)}"
