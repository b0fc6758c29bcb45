"""The speaking order: who has the floor, who comes next, whose hand is up, and how long each has talked."""

from textual import events
from textual.app import ComposeResult
from textual.content import Content

from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.session import Member, Role, Session
from intervisie_tui.domain.speaking import eligible, talk_now, turn_elapsed, upcoming
from intervisie_tui.locale import _
from intervisie_tui.messages import MemberClicked
from intervisie_tui.widgets.pane import Pane, Words, heading, muted
from intervisie_tui.widgets.scrolled import Scroll
from intervisie_tui.widgets.signs import signs
from intervisie_tui.widgets.two_sided import Sides, TwoSided

_TALLY = 5
_STEP = 5
"""Seconds by which the figure of who speaks moves on: only the clock moves each second."""


class SpeakingOrder(Pane):
    """Everybody in the circle, in the order of speaking."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._now: Moment | None = None
        self._members: tuple[Member | None, ...] = ()
        """Who stands on each row; nobody on a blank one."""
        self._sides: list[Sides] = []

    def compose(self) -> ComposeResult:
        """A heading and one line for each member."""
        yield Words(classes="heading")
        yield Words(classes="empty", hides=True)
        with Scroll(classes="rows"):
            yield TwoSided()

    def paint(self) -> None:
        """Show all members."""
        self.query_one(".heading", Words).show(heading(_("Speaking order")))
        run = self.session.current
        if run is not None and run.plan.draw:
            self._paint_groups()
            return
        self._members = in_order(self.session)
        empty = muted(_("Who is in the circle comes here."))
        self.query_one(".empty", Words).show(Content("") if self._members else empty)
        self._sides = [self._side(member) for member in in_order(self.session)]
        self.query_one(TwoSided).tell(self._sides)

    def _paint_groups(self) -> None:
        from intervisie_tui.widgets import small_groups

        self.query_one(".heading", Words).show(heading(small_groups.title(self.session)))
        self.query_one(".empty", Words).show(Content(""))
        self._members, self._sides = small_groups.rows(self.session)
        self.query_one(TwoSided).tell(self._sides)

    def tick(self, now: Moment) -> None:
        """Only the speaker's figure moves."""
        first, self._now = self._now is None, now
        if not self.ready:
            return
        if first:
            self.paint()
        for place, member in enumerate(self._members):
            if member is not None and member.id == self.session.turns.speaker:
                left, _figure, style = self._sides[place]
                self._sides[place] = (left, self._figure(member), style)
                self.query_one(TwoSided).tell(self._sides)

    def on_click(self, event: events.Click) -> None:
        """The floor goes to whose name was clicked."""
        event.stop()
        lines, at = self.query_one(TwoSided).region, event.screen_offset
        place = at.y - lines.y
        member = self._members[place] if lines.contains_point(at) and place < len(self._members) else None
        if member is not None:
            self.post_message(MemberClicked(member.id))

    def _side(self, member: Member) -> Sides:
        session = self.session
        place = next(i for i, one in enumerate(session.members, 1) if one.id == member.id)
        waits = _takes_turns(session, member) and member.id not in session.turns.spoken
        style = "bold $primary" if member.id == session.turns.speaker else "" if waits else "$text-muted"
        return (f"{_sign(session, member)} {place} {member.name}", self._figure(member), style)

    def _figure(self, member: Member) -> str:
        """What stands at the right: a role, the time of this turn, or talk time where it is shown."""
        session = self.session
        words = _roles(session, member)
        if self._now is None or not (session.talk_shown or self.desk):
            return words
        talk = talk_now(session, member.id, self._now)
        if not talk.seconds and words:
            return words
        most = max((talk_now(session, one.id, self._now).seconds for one in session.members), default=0.0)
        cells = round(_TALLY * talk.seconds / most) if most else 0
        each = session.current.plan.each if session.current else None
        soft = each and member.id == session.turns.speaker and turn_elapsed(session, self._now) > each
        # In the place of the bar: the name needs the rest of the row.
        bar = _("round off") if soft else (signs().tally * cells).ljust(_TALLY)
        speaks = member.id == session.turns.speaker and session.running_since is not None
        told = talk.seconds - talk.seconds % _STEP if speaks else talk.seconds
        return f"{_minutes(told)} {bar}"


def _minutes(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def _sign(session: Session, member: Member) -> str:
    if member.id == session.turns.speaker:
        return signs().now
    if member.id in session.hands:
        return signs().hand
    if member.id in session.turns.spoken:
        return signs().done
    return signs().passed if member.id in session.turns.passed else " "


def _takes_turns(session: Session, member: Member) -> bool:
    return any(one.id == member.id for one in eligible(session))


def _roles(session: Session, member: Member) -> str:
    if not member.present:
        return _("has left")
    if member.id == session.owner and session.has_owner:
        return _("case owner")
    if member.id == session.holder(Role.FACILITATOR):
        return _("facilitator")
    return _("timekeeper") if member.id == session.holder(Role.TIMEKEEPER) else ""


def in_order(session: Session) -> tuple[Member, ...]:
    """The speaker first, then who still comes, then the others by place."""
    first = [session.turns.speaker, *upcoming(session)]
    here = [member.id for member in session.present]
    ids = [*(one for one in first if one in here), *(one for one in here if one not in first)]
    return tuple(member for member in map(session.member, dict.fromkeys(ids)) if member is not None)
