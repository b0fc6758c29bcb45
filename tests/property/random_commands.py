"""Any command, most with ids that exist, some with strange ones; and sessions that grow by them."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from intervisie_tui.domain import commands as c
from intervisie_tui.domain import parting, timing
from intervisie_tui.domain.deciding import decide
from intervisie_tui.domain.events import Commit, Event
from intervisie_tui.domain.history import History
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.session import Keep, Order, Role, Seat, Status
from intervisie_tui.domain.shown import Shown
from intervisie_tui.method import Capture, Floor, Stance, Together
from tests.unit.demo_session import AGENDA, BEGIN, MEMBERS, START, both, phase

SCREENS = ("one", "two", "three")
GUESTS = {"of-anna": "anna", "of-bram": "bram"}
"""Guests who have been in since the beginning, and whose names they have."""
STRANGE = st.sampled_from((float("nan"), float("inf"), float("-inf"), 1e300, -1e300, -0.0, 5e-324))
HOSTILE = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        (
            *("[/x]", "[@click=app.quit]x[/]", "\x1b[2J\x1b]52;c;eA==\x07", "\u202e\u05d0\u200d\u200f"),
            *("\U0001f468\u200d\U0001f469", "{name}", "%s %(x)s", "a\u0300\u0323" * 9, "\ud800", "\x00\x9b"),
            *("</script>", "=1+1", "\u2028", " x ", "x" * 5000),
        )
    ),
)
people = st.sampled_from((*(member.id for member in MEMBERS), "esra", "nobody", ""))
maybe = st.none() | people
seats = st.sampled_from(Seat)
guests = st.sampled_from((*SCREENS, *GUESTS, "stranger", "", "x" * 65))
ids = st.sampled_from([f"e{number}" for number in range(8)])
seconds = st.floats(-4000, 4000) | st.sampled_from((0.0, 60.0, -60.0)) | STRANGE
phases = st.sampled_from((*(plan.id for plan in AGENDA), "ask-2", "frame-end", "no"))
texts = HOSTILE
extra = st.sampled_from(
    (
        (phase("ask", 7), phase("fresh", 5, floor=Floor.DIALOGUE)),
        (phase("tell", 3, floor=Floor.PEERS, stance=Stance.LISTENS),),
        (
            phase("pairs", 3, floor=Floor.PAIRS, together=Together.PAIRS, draw=1),
            phase("threes", 2, floor=Floor.PEERS, together=Together.TRIOS, draw=2, turn=0),
            phase("threes-2", 2, floor=Floor.OWNER, together=Together.TRIOS, draw=2, turn=1, case=1),
            phase("lead", 2, floor=Floor.FACILITATOR),
            phase("x", 2, case=1),
        ),
        (),
    )
)
moments = st.builds(
    Moment, st.floats(1.79e9, 1.81e9), st.floats(0, 1e5), st.sampled_from(("", "boot", "other"))
)
rules = st.lists(st.sampled_from((both("We listen"), both("[/x]"))), max_size=3).map(tuple)

BY_KIND: dict[type, st.SearchStrategy[Any]] = {
    c.Start: st.just(START),
    c.ChooseMethod: st.builds(
        c.ChooseMethod, st.just("m"), st.just(both("M")), extra, st.booleans(), st.booleans(), st.booleans()
    ),
    c.ChooseOwner: st.builds(c.ChooseOwner, maybe),
    c.SetQuestion: st.builds(c.SetQuestion, texts),
    c.AddMember: st.builds(c.AddMember, people, texts | st.sampled_from(("Esra", "Anna"))),
    c.TakeOutMember: st.builds(c.TakeOutMember, people),
    c.GiveRole: st.builds(c.GiveRole, st.sampled_from(Role), maybe),
    c.SetGroundRules: st.builds(c.SetGroundRules, rules),
    c.StartClock: st.just(c.StartClock()),
    c.PauseClock: st.just(c.PauseClock()),
    c.NextPhase: st.builds(c.NextPhase, phases),
    c.LeaveBlocks: st.builds(c.LeaveBlocks, phases),
    c.PreviousPhase: st.builds(c.PreviousPhase, phases),
    c.AddTime: st.builds(c.AddTime, phases, seconds),
    c.BeganAgo: st.builds(c.BeganAgo, seconds),
    c.Replan: st.builds(c.Replan, st.lists(st.tuples(phases, seconds), max_size=3).map(tuple)),
    c.PauseSince: st.builds(c.PauseSince, moments),
    c.JudgeQuiet: st.builds(c.JudgeQuiet, moments, st.booleans()),
    c.NextSpeaker: st.builds(c.NextSpeaker, maybe),
    c.PassTurn: st.builds(c.PassTurn, maybe),
    c.GiveFloor: st.builds(c.GiveFloor, people),
    c.DrawGroups: st.builds(c.DrawGroups, st.just(())),
    c.RaiseHand: st.builds(c.RaiseHand, people),
    c.LowerHand: st.builds(c.LowerHand, people),
    c.ChooseOrder: st.builds(c.ChooseOrder, st.sampled_from(Order)),
    c.ShowTalk: st.builds(c.ShowTalk, st.booleans()),
    c.AddNote: st.builds(
        c.AddNote,
        ids,
        phases,
        texts,
        st.none() | st.sampled_from(Capture),
        maybe,
        st.sampled_from((None, "red")),
    ),
    c.MoveNote: st.builds(c.MoveNote, ids, phases, st.sampled_from(("white", "red", "no", ""))),
    c.GiveDots: st.builds(c.GiveDots, ids, phases, st.sampled_from((1, 1, -1, 0, 9, -9)), maybe),
    c.Park: st.builds(c.Park, ids, texts, maybe),
    c.TakeParked: st.builds(c.TakeParked, ids, st.booleans()),
    c.AddAction: st.builds(c.AddAction, ids, texts, maybe, st.none() | st.just(date(2027, 1, 2))),
    c.ChangeAction: st.builds(c.ChangeAction, ids, texts, maybe, st.none()),
    c.MarkAction: st.builds(c.MarkAction, ids, st.sampled_from(Status)),
    c.ChangeText: st.builds(c.ChangeText, ids, texts),
    c.DeleteEntry: st.builds(c.DeleteEntry, ids),
    c.TakeBreak: st.builds(c.TakeBreak, seconds),
    c.SetVeil: st.builds(c.SetVeil, st.booleans()),
    c.ShowOnStage: st.builds(c.ShowOnStage, st.sampled_from(Shown), st.booleans()),
    c.Finish: st.just(c.Finish()),
    c.Unfinish: st.just(c.Unfinish()),
    c.Close: st.builds(c.Close, st.sampled_from(Keep)),
    c.TakeSeat: st.builds(c.TakeSeat, people, st.booleans()),
    c.ShowOut: st.builds(c.ShowOut, guests),
    c.HandOver: st.builds(c.HandOver, guests),
    c.TakeControl: st.builds(c.TakeControl, guests),
    c.RenewLink: st.builds(c.RenewLink, seats),
    c.CloseLink: st.builds(c.CloseLink, seats),
    c.OpenLink: st.builds(c.OpenLink, seats),
    c.TakeBack: st.builds(c.TakeBack, st.integers(-2, 40)),
    c.BringBack: st.builds(c.BringBack, st.integers(-2, 40)),
}
ENDING = (c.Finish, c.Close)
TURNING = (c.TakeBack, c.BringBack)

any_command = st.one_of(*BY_KIND.values())


@dataclass(frozen=True)
class Step:
    """Wait so many seconds, then press: undo, redo, a key that aims at what stands now, or any command at all."""

    wait: float
    seat: Seat
    screen: str
    command: c.Command | str


AUTHORS = {
    **dict.fromkeys((c.AddNote, c.Park), "by"),
    c.AddAction: "owner",
    **dict.fromkeys((c.RaiseHand, c.LowerHand, c.GiveDots), "member"),
}
"""Which field of a command names who does it, where a participant may ask it."""


def as_itself(step: Step) -> Step:
    """A guest's step in the guest's own name, half of the time: else most would be refused."""
    author = AUTHORS.get(type(step.command))
    if author is None or step.screen not in GUESTS or step.wait > 450:
        return step
    # The fields differ with the command.
    command: Any = step.command
    return replace(step, command=replace(command, **{author: GUESTS[step.screen]}))


KEYS = ("draw", "next", "previous", "enter", "pass", "space", "undo", "redo", "replan", "unfinish")
LIVELY = st.one_of(*(made for kind, made in BY_KIND.items() if kind not in {*ENDING, *TURNING, c.Start}))
ANY_OTHER = any_command.filter(lambda command: type(command) not in TURNING)
WAITS = st.floats(0, 900) | st.just(0.0)
PRESSED = st.sampled_from(KEYS) | st.sampled_from(KEYS) | LIVELY | LIVELY | ANY_OTHER
one_step = st.builds(Step, WAITS, st.just(Seat.TIMEKEEPER), st.sampled_from(SCREENS), PRESSED)
of_a_guest = st.builds(Step, WAITS, st.sampled_from(Seat), st.sampled_from((*GUESTS, *SCREENS)), PRESSED).map(
    as_itself
)
steps = st.lists(one_step | one_step | of_a_guest, max_size=40)


@dataclass
class Played:
    """A session that grew by steps; undo and redo aim at what History offers, as a screen does."""

    history: History = field(default_factory=History)
    at: Moment = BEGIN
    running: float = 0.0
    """How long the clock ran, by this test's own count."""

    def __post_init__(self) -> None:
        assert self.do(START, Seat.TIMEKEEPER, "desk") is None
        for guest, member in GUESTS.items():
            assert self.do(c.TakeSeat(member), Seat.PARTICIPANT, guest) is None

    def wait(self, long: float) -> None:
        if self.history.session.running_since is not None:
            self.running += long
        self.at = self.at.later(long)

    def aimed(self, key: str) -> c.Command | None:
        session = self.history.session
        here = session.current.id if session.current else ""
        undo, redo = self.history.undoable(), self.history.redoable()

        table: dict[str, c.Command | None] = {
            "draw": c.DrawGroups(parting.groups(session)),
            "next": c.NextPhase(here),
            "previous": c.PreviousPhase(here),
            "enter": c.NextSpeaker(session.turns.speaker),
            "pass": c.PassTurn(session.turns.speaker),
            "space": c.PauseClock() if session.running_since else c.StartClock(),
            "undo": c.TakeBack(undo.revision) if undo else None,
            "redo": c.BringBack(redo.revision) if redo else None,
            "replan": c.Replan(timing.replan(session, self.at).changes),
            "unfinish": c.Unfinish(),
        }
        return table[key]

    def do(self, command: c.Command, seat: Seat, screen: str) -> c.Refusal | None:
        decision = decide(self.history.session, command, self.at, seat, screen)
        if isinstance(decision, c.Refusal):
            return decision
        self.add(decision, seat, screen)
        return None

    def add(self, events: tuple[Event, ...], seat: Seat, screen: str) -> None:
        self.history.add(Commit(self.history.revision + 1, self.at, seat, screen, events))

    def step(self, step: Step) -> c.Refusal | None:
        self.wait(step.wait)
        command = self.aimed(step.command) if isinstance(step.command, str) else step.command
        return None if command is None else self.do(command, step.seat, step.screen)
