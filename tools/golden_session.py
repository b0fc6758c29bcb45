"""One rich session, in which every event happens, at moments that are always the same."""

from dataclasses import replace
from datetime import date

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.deciding import decide
from intervisie_tui.domain.history import History
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.phases import PlannedPhase
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.domain.session import Action, Keep, Member, Order, Role, Seat, Status
from intervisie_tui.domain.shown import Shown
from intervisie_tui.method import Board, Capture, Cell, Cue, Floor, Stance, Text, Together
from intervisie_tui.store.journal import Journal

BEGIN = Moment(1_795_184_100.0, 50_000.0, "golden")
_DESK, _PHONE = "desk-one", "guest-00000000000000000000000000000001"
Step = tuple[float, c.Command] | tuple[float, c.Command, Seat, str]


def _both(nl: str, en: str) -> Text:
    return Text(nl=nl, en=en)


def _phase(name: str, minutes: float, floor: Floor, **more: object) -> PlannedPhase:
    plan = PlannedPhase(
        id=name, name=_both(f"Fase {name}", f"Phase {name}"), seconds=float(minutes * 60), least=120.0, floor=floor,
        stance=Stance.ANSWERS, captures=(Capture.QUESTION, Capture.INSIGHT),
    )  # fmt: skip
    return replace(plan, **more)  # type: ignore[arg-type]  # the fields are given by name


_BOARD = Board(Cell("white", _both("wit", "white")), Cell("red", _both("rood", "red")), dots=2)
_AGENDA = (
    _phase("tell", 5, Floor.OWNER, cues=(Cue(minutes_left=1.0, say=_both("bijna", "nearly")),)),
    _phase("ask", 10, Floor.ROUND, prompts=(_both("Wie waren erbij?", "Who was there?"),)),
    _phase("pairs", 5, Floor.PAIRS, together=Together.PAIRS, draw=1),
    _phase("end", 5, Floor.OPEN, framed=True, protected=True),
)
_OTHER = (_phase("board", 8, Floor.OPEN, board=_BOARD), _phase("advise", 10, Floor.PEERS))
_MEMBERS = tuple(
    Member(f"m{n}", name) for n, name in enumerate(("Anna", "Bram", "Chantal", "Dirk", "Zoë"), 1)
)
_START = c.Start(
    id="golden-live", language="nl", members=_MEMBERS, agenda=_AGENDA, planned_seconds=90 * 60.0, owner="m1",
    roles=((Role.FACILITATOR, "m2"), (Role.TIMEKEEPER, "m3")), question="Hoe houd ik het vol?", method="incident",
    ground_rules=(_both("Wat we delen blijft hier", "What we share stays here"),), group="golden-group",
    method_name=_both("Incidentmethode", "Incident method"), group_name="IB-kring", number=4, of=10,
    actions=(Action("old", "Bellen", "m2", date(2026, 11, 1), earlier=True, session="golden-before"),),
)  # fmt: skip

_STEPS: tuple[Step, ...] = (
    (0, c.SetGroundRules((_both("Eerlijk", "Honest"),))), (0, c.GiveRole(Role.SCRIBE, "m4")), (1, c.StartClock()),
    (1, c.TakeSeat("m5"), Seat.PARTICIPANT, _PHONE), (2, c.AddNote("n1", "tell", "Het begon in \u201cmei\u201d")),
    (2, c.SetQuestion("Hoe zeg ik nee?")), (3, c.CloseLink(Seat.TIMEKEEPER)), (3, c.OpenLink(Seat.TIMEKEEPER)),
    (3, c.RenewLink(Seat.STAGE)), (4, c.PauseClock()), (6, c.StartClock()), (6, c.AddTime("tell", 60.0)),
    (7, c.BeganAgo(240.0)), (8, c.NextPhase("")), (9, c.GiveFloor("m3")), (10, c.RaiseHand("m4")),
    (11, c.LowerHand("m4")), (11, c.ChooseOrder(Order.LEAST_HEARD)), (12, c.ShowTalk(True)),
    (12, c.NextSpeaker("m3")), (13, c.GiveFloor("m2")),
    (13, c.PassTurn("m2")),
    (14, c.TakeOutMember("m4")), (20, c.AddMember("m6", "Esra")), (21, c.AddMember("", "Dirk")),
    (22, c.Park("p1", "De roosters", "m2")), (22, c.TakeParked("p1")), (23, c.AddAction("a1", "Bel Bram", "m1", None)),
    (23, c.ChangeAction("a1", "Bel Bram", "m1", date(2026, 12, 4))), (23, c.MarkAction("old", Status.DONE)),
    (24, c.ShowOnStage(Shown.NOTES)), (24, c.SetVeil(True)), (25, c.SetVeil(False)), (26, c.NextPhase("")),
    (27, c.DrawGroups(())), (28, c.HandOver(_PHONE)),
    (28, c.TakeControl(_PHONE)), (29, c.ShowOut(_PHONE)),
    (30, c.ChooseMethod("hats", _both("Hoeden", "Hats"), _OTHER, another_case=True)), (31, c.NextPhase("")),
    (31, c.ChooseOwner("m2")), (32, c.NextPhase("")), (33, c.PreviousPhase("")),
    (34, c.AddNote("n2", "board", "Wit", cell="white")), (34, c.MoveNote("n2", "board", "red")),
    (34, c.GiveDots("n2", "board", 1)), (35, c.AddNote("n3", "board", "weg")), (35, c.ChangeText("n3", "echt weg")),
    (36, c.DeleteEntry("n3")), (37, c.TakeBreak(300.0)), (45, c.StartClock()), (46, c.PauseSince(BEGIN)),
    (47, c.StartClock()), (48, c.AddNote("n4", "board", "per ongeluk")),
)  # fmt: skip
_QUIET, _MORE = 48 + 200, 48 + 210


def play(journal: Journal, session: str, clock: list[Moment], keep: Keep | None) -> None:
    """Play the session into an empty journal; `clock` holds the moment of now.

    Where `keep` is given the session is closed at the end.
    """
    history = History()
    steps: list[Step] = [(0, replace(_START, id=session)), *_STEPS]
    for step in steps:
        _do(journal, history, clock, *step)
    _do(journal, history, clock, 49, c.TakeBack(history.revision))
    _do(journal, history, clock, 49, c.BringBack(history.revision - 1))
    # Nothing is done for hours; then somebody says that it does not count.
    _do(journal, history, clock, _QUIET, c.AddNote("n5", "board", "nog hier"))
    since = history.session.attended.quiet[0].since
    _do(journal, history, clock, _QUIET, c.JudgeQuiet(since, counts=False))
    _do(journal, history, clock, _MORE, c.NextPhase(""))
    if keep is not None:
        for command in (c.Finish(), c.Unfinish(), c.Finish(), c.Close(keep)):
            _do(journal, history, clock, _MORE + 5, command)


def _do(
    journal: Journal, history: History, clock: list[Moment], minute: float, command: c.Command,
    seat: Seat = Seat.TIMEKEEPER, screen: str = _DESK,
) -> None:  # fmt: skip
    clock[0] = BEGIN.later(minute * 60.0)
    session = history.session
    match command:
        case c.DrawGroups():
            command = c.DrawGroups(session.drawn[-1].groups)
        case c.NextPhase() | c.PreviousPhase() if session.current is not None:
            command = replace(command, leaving=session.current.id)
        case c.PassTurn():
            command = c.PassTurn(session.turns.speaker)
    decision = decide(history.session, command, clock[0], seat, screen)
    events = () if isinstance(decision, Refusal) else decision
    commit = journal.append(history.revision, seat, screen, lambda _: events)
    if commit is None:
        raise ValueError(f"{command} was refused: {decision}")
    history.add(commit)
