"""The speaking order: who has the floor, who comes next, whose hand is up, and how long each has talked."""

from textual import events
from textual.app import ComposeResult
from textual.content import Content

from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.session import Member, Role, Session
from intervisie_tui.domain.speaking import eligible, talk_now, turn_elapsed, upcoming
from intervisie_tui.locale import _
from intervisie_tui.messages import MemberClicked
from intervisie_tui.widgets.columns import two_sides
from intervisie_tui.widgets.pane import Pane, Scroll, Words, heading, muted
from intervisie_tui.widgets.signs import signs

_TALLY = 5
_STEP = 5
"""Seconds by which the figure of who speaks moves on: only the clock moves each second."""


class MemberRow(Words):
    """One member, who can be clicked to get the floor."""

    member = ""
    left, figure, look = "", "", ""

    def tell(self, left: str, figure: str, look: str) -> None:
        """Shows a name, and a figure at the right."""
        if (left, figure, look) != (self.left, self.figure, self.look):
            self.left, self.figure, self.look = left, figure, look
            self.on_resize()

    def on_resize(self) -> None:
        """The figure keeps to the right."""
        if self.size.width:
            self.show(two_sides(self.left, self.figure, self.size.width, self.look, self.look))

    def on_click(self, event: events.Click) -> None:
        """The floor goes there."""
        event.stop()
        self.post_message(MemberClicked(self.member))


class SpeakingOrder(Pane):
    """Everybody in the circle, in the order of speaking."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._now: Moment | None = None

    def compose(self) -> ComposeResult:
        """A heading and one row for each member."""
        yield Words(classes="heading")
        yield Words(classes="empty", hides=True)
        with Scroll(classes="rows"):
            for _member in in_order(self.session):
                yield MemberRow(classes="row")

    def paint(self) -> None:
        """Show all members."""
        session = self.session
        self.query_one(".heading", Words).show(heading(_("Speaking order")))
        members = in_order(session)
        empty = muted(_("Who is in the circle comes here."))
        self.query_one(".empty", Words).show(Content("") if members else empty)
        box = self.query_one(".rows", Scroll)
        rows = [row for row in box.children if isinstance(row, MemberRow)]
        for row in rows[len(members) :]:
            row.remove()
        missing = [MemberRow(classes="row") for _index in members[len(rows) :]]
        rows = [*rows[: len(members)], *missing]
        for row, member in zip(rows, members, strict=True):
            row.member = member.id
            self._tell(row, member)
        if missing:
            box.mount(*missing)

    def tick(self, now: Moment) -> None:
        """Only the speaker's figure moves."""
        first, self._now = self._now is None, now
        if not self.ready:
            return
        if first:
            self.paint()
        speaker = self.session.turns.speaker
        member = self.session.member(speaker) if speaker else None
        for row in self.query_one(".rows", Scroll).children:
            if member is not None and isinstance(row, MemberRow) and row.member == speaker:
                row.tell(row.left, self._figure(member), row.look)

    def _tell(self, row: MemberRow, member: Member) -> None:
        session = self.session
        speaks = member.id == session.turns.speaker
        row.set_class(speaks, "-now")
        sign = _sign(session, member)
        place = next(i for i, one in enumerate(session.members, 1) if one.id == member.id)
        waits = _takes_turns(session, member) and member.id not in session.turns.spoken
        style = "bold $primary" if speaks else "" if waits else "$text-muted"
        row.tell(f"{sign} {place} {member.name}", self._figure(member), style)

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
        end = " " + _("round off") if soft else ""
        speaks = member.id == session.turns.speaker and session.running_since is not None
        told = talk.seconds - talk.seconds % _STEP if speaks else talk.seconds
        return f"{_minutes(told)} {(signs().tally * cells).ljust(_TALLY)}{end}"


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
