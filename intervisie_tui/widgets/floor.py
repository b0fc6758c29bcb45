"""Who may speak now and by which rule, beside a bar of its own."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content

from intervisie_tui.domain.session import Clock, Session
from intervisie_tui.domain.speaking import ROUNDS, FloorLine, floor_line
from intervisie_tui.locale import _, language
from intervisie_tui.method import Floor, Stance
from intervisie_tui.widgets import words
from intervisie_tui.widgets.pane import Pane, Words, said
from intervisie_tui.widgets.plain import one_line


class FloorPane(Pane):
    """The line "who may speak now", and the rule."""

    KEYS: ClassVar[bool] = True
    """Whether it tells the keys."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._held: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """Who may speak, the small groups where there are any, the rule."""
        yield Words(classes="who")
        yield Words(classes="groups -none")
        yield Words(classes="rule", hides=True)

    def on_resize(self) -> None:
        """More fits on a row, or less."""
        self.paint_if_ready()

    def paint(self) -> None:
        """Show who may speak."""
        line = floor_line(self.session)
        first, then = who(self.session, line, keys=self.KEYS)
        # What the owner does stands behind it, or else on a row of its own.
        apart = first.cell_length + then.cell_length + 2 > self.size.width
        self.query_one(".who", Words).show(
            Content("\n" if apart else "  ").join(each for each in (first, then) if each.plain)
        )
        session = self.session
        working = session.interval is None and session.clock is not Clock.FINISHED
        parted = line is not None and line.together is not None and working
        groups = self.query_one(".groups", Words)
        # Where the speaking order is in sight, they stand there.
        groups.set_class(not parted, "-none")
        groups.show(self._groups() if parted else Content(""))
        rule = said(line.rule) if line and working else ""
        self._hold()
        self.query_one(".rule", Words).show(one_line(rule, "$accent") if rule else Content(""))

    def _hold(self) -> None:
        """In a wide window the rule has the rows of the longest one: then what stands below it keeps its place."""
        rule = self.query_one(".rule", Words)
        most, width = rule.styles.max_height, rule.content_size.width
        rows = int(most.value) if most is not None and width and self.screen.has_class("-wide") else 0
        of = (rows, width, language(), [run.plan for run in self.session.agenda])
        if of != self._held:
            self._held = of
            words = (one_line(said(run.plan.rule)) for run in self.session.agenda)
            longest = max((each.get_height(rule.styles.get_rules(), width) for each in words), default=0)
            rule.styles.min_height = least = min(longest, rows) or None
            self.set_class((least or 0) > 1, "-held")

    def _groups(self) -> Content:
        from intervisie_tui.widgets.small_groups import lines

        return lines(self.session, self.size.width)


def who(session: Session, line: FloorLine | None, *, keys: bool = True) -> tuple[Content, Content]:
    """Who may speak now, in words, and what belongs to it: what the owner does, or how to go on."""
    nothing = Content("")
    if session.clock is Clock.FINISHED:
        return Content.styled(_("The session has finished."), "bold"), nothing
    if session.interval is not None:
        return Content.styled(_("A break."), "bold"), nothing
    if line is None:
        return nothing, nothing
    first = one_line(_first(session, line), "bold")
    if line.complete:
        return first, Content.styled(_("enter begins another"), "$text-muted") if keys else nothing
    if line.turn is not None and line.stance is Stance.TAKES_PART:
        return first, nothing
    if line.turn is not None:
        return first, one_line(words.stance(line.stance, _("The case owner")))
    owner = session.name(line.owner)
    said_already = _interview(line) or _still(session) or (line.kind is Floor.OWNER and not line.speaker)
    if said_already or not owner or line.owner == line.speaker:
        return first, nothing
    return first, one_line(words.stance(line.stance, owner))


def _first(session: Session, line: FloorLine) -> str:
    if line.complete:
        return _("The round is complete.")
    if line.together is not None and line.kind is Floor.PAIRS:
        from intervisie_tui.widgets.small_groups import even

        return words.together(line.together, line.turn, even=even(session))
    if _interview(line):
        return _("{owner} talks with one other; the rest listens.", owner=session.name(line.owner))
    if _still(session):
        return _("In silence: nobody speaks.")
    if line.speaker is None:
        return words.floor(line.kind)
    name = session.name(line.speaker)
    return _("In turn: {name}.", name=name) if line.kind in ROUNDS else _("{name} has the floor.", name=name)


def _interview(line: FloorLine) -> bool:
    return line.kind is Floor.PAIRS and line.together is None and line.owner is not None


def _still(session: Session) -> bool:
    """A silence in which nothing is to be written: to look, to feel, to place or to choose."""
    run = session.current
    return run is not None and run.plan.floor is Floor.SILENT and not run.plan.captures


def owner_line(session: Session, line: FloorLine | None) -> Content:
    """What the case owner does, as the method says it."""
    if line is None or line.owner_does is None or session.interval is not None:
        return Content("")
    if line.owner is None and line.turn is None:
        return Content("")
    name = session.name(line.owner) or _("Case owner")
    style = "bold" if line.stance is Stance.TURNED_AWAY else "$text-muted"
    return Content.assemble(one_line(name, style), (": ", style), one_line(said(line.owner_does), style))
