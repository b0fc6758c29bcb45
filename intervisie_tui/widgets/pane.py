"""What all panes of the room share: a heading, the session, and a repaint only of what changed."""

from dataclasses import fields
from operator import attrgetter
from typing import ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.css.scalar import Scalar
from textual.reactive import var
from textual.widgets import Static

from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.session import Session
from intervisie_tui.locale import language
from intervisie_tui.method import Text
from intervisie_tui.widgets.parts import KnowsParts
from intervisie_tui.widgets.still import Still

_NOTHING = Scalar.from_number(0)


class Words(Still, Static):
    """Plain words that are painted again only when they differ; gone while there are none, where `hides`."""

    def __init__(self, *, id: str | None = None, classes: str | None = None, hides: bool = False) -> None:
        super().__init__("", id=id, classes=classes, markup=False)
        self._words = Content("")
        self._hides = hides
        if hides:
            self.display = False

    @property
    def words(self) -> str:
        """What is shown now, as plain text."""
        return self._words.plain

    def show(self, words: Content) -> None:
        """Shows these words."""
        # Equal words may differ in their style.
        if words.plain != self._words.plain or words.spans != self._words.spans:
            before, self._words = self._words, words
            # Laying out the whole room anew costs far more than painting words that need no other room.
            self.update(words, layout=self.display and not self._fits_as(before))
        if self._hides:
            self.display = bool(words.plain)

    def _fits_as(self, before: Content) -> bool:
        """Whether the words of now take exactly the room that those before took."""
        width, styles = self.content_size.width, self.styles
        if not width or styles.max_height == _NOTHING:
            return styles.max_height == _NOTHING
        if styles.is_auto_width:
            least = _cells(styles.min_width)
            if max(before.cell_length, least) != max(self._words.cell_length, least):
                return False
        if styles.height is not None and styles.height.is_cells:
            return True
        rules, least = styles.get_rules(), _cells(styles.min_height)
        return max(before.get_height(rules, width), least) == max(self._words.get_height(rules, width), least)


def _cells(scalar: Scalar | None) -> int:
    """A size of a style sheet in cells; 0 where there is none."""
    return (scalar.cells or 0) if scalar is not None else 0


class Pane(KnowsParts, Still, Vertical):
    """One pane of the room: a function of the session, and of the face of its screen, room or desk."""

    TIMED: ClassVar[bool] = False
    """Whether it shows how long phases are; when only that changes, all others stay as they are."""

    session: var[Session] = var(Session, init=False)
    desk: var[bool] = var(False, init=False)

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, classes="pane")
        self.ready = False
        """Whether its parts are there to be painted."""

    def watch_session(self, before: Session, after: Session) -> None:
        """Another session is shown."""
        if self.TIMED or untimed(before) != untimed(after):
            self.paint_if_ready()

    def watch_desk(self) -> None:
        """The screen shows its other face."""
        self.paint_if_ready()

    def on_mount(self) -> None:
        """The first painting."""
        self.ready = True
        self.paint()

    def paint_if_ready(self) -> None:
        """Paints once the pane is there; also after a change of language."""
        if self.ready:
            self.paint()

    def paint(self) -> None:
        """Show the session; each pane does so in its own way."""

    def tick(self, now: Moment) -> None:
        """A second has gone by; only what moves with the clock is shown again."""


_TIMES = {"agenda", "created_at", "started_at", "running_since", "still_since", "entered_at", "entered_by"}
_beside_times = attrgetter(*(field.name for field in fields(Session) if field.name not in _TIMES))


def untimed(session: Session) -> tuple[object, ...]:
    """All of a session but the minutes of its phases and the moments of its clock."""
    return (session.clock, [run.plan for run in session.agenda], _beside_times(session))


def said(text: Text | None) -> str:
    """A method's text in the language of the screen; nothing where there is none."""
    return text.of(language()) if text is not None else ""


def heading(words: str, count: int | None = None) -> Content:
    """The heading of a pane, with how many there are."""
    first = Content.styled(words, "bold $accent")
    return first if count is None else Content.assemble(first, Content.styled(f"  {count}", "$text-muted"))


def muted(words: str) -> Content:
    """A quiet line: what an empty pane is for."""
    return Content.styled(words, "$text-muted")
