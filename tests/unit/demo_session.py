"""A made-up session for tests: four members, the incident method, moments that are given."""

from dataclasses import replace
from typing import Any

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.deciding import decide
from intervisie_tui.domain.engine import fold
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.phases import PlannedPhase
from intervisie_tui.domain.session import Member, Role, Seat, Session
from intervisie_tui.method import Board, Capture, Cell, Cue, Floor, Stance, Text

BEGIN = Moment(1_800_000_000.0, 1000.0, "boot")
MEMBERS = tuple(Member(name.lower(), name) for name in ("Anna", "Bram", "Chantal", "Dirk"))


def both(words: str) -> Text:
    return Text(nl=words, en=words)


def phase(name: str, minutes: float = 10, **more: Any) -> PlannedPhase:
    plan = PlannedPhase(
        id=name,
        name=both(name),
        seconds=minutes * 60,
        least=min(minutes * 60, max(120.0, minutes * 36)),
        floor=Floor.ROUND,
        stance=Stance.ANSWERS,
        captures=(Capture.QUESTION,),
    )
    return replace(plan, **more)


AGENDA = (
    phase("tell", 5, floor=Floor.OWNER, stance=Stance.SPEAKS),
    phase("ask", 10, cues=(Cue(minutes_left=2, say=both("two left")),)),
    phase("write", 4, floor=Floor.SILENT, stance=Stance.WRITES, captures=(Capture.ADVICE,)),
    phase("talk", 10, floor=Floor.OPEN, stance=Stance.TAKES_PART),
    phase("advise", 10, floor=Floor.PEERS, stance=Stance.LISTENS, captures=(Capture.ADVICE,)),
    phase("board", 5, board=Board(Cell("white", both("White")), Cell("red", both("Red")), dots=1)),
    phase("end", 6, stance=Stance.TAKES_PART, protected=True, captures=(Capture.ACTION,)),
)

START = c.Start(
    id="s1",
    language="en",
    members=MEMBERS,
    agenda=AGENDA,
    planned_seconds=50 * 60,
    roles=((Role.FACILITATOR, "bram"), (Role.TIMEKEEPER, "dirk")),
    owner="anna",
    question="How can I say no?",
    method="demo",
    method_name=both("Demo"),
)


class Room:
    """Does commands at moments that a test gives, in seconds from the beginning; time never goes back."""

    def __init__(self, start: c.Start = START) -> None:
        self.session = Session()
        self.at = BEGIN
        assert self.do(start) is None

    def do(self, command: c.Command, seat: Seat = Seat.TIMEKEEPER, screen: str = "one") -> c.Refusal | None:
        decision = decide(self.session, command, self.at, seat, screen)
        if isinstance(decision, c.Refusal):
            return decision
        self.session = fold(self.session, decision)
        return None

    def after(self, seconds: float) -> "Room":
        self.at = self.at.later(seconds)
        return self

    def next(self) -> c.Refusal | None:
        assert self.session.current is not None
        return self.do(c.NextPhase(self.session.current.id))

    def go_to(self, phase_id: str) -> "Room":
        while self.session.current is not None and self.session.current.id != phase_id:
            assert self.next() is None
        return self

    def speaker(self) -> str | None:
        return self.session.turns.speaker

    def enter(self) -> str | None:
        assert self.do(c.NextSpeaker(self.speaker())) is None
        return self.speaker()
