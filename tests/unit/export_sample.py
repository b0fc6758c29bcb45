"""A session as a room might have had it, for the tests of exports."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.phases import PhaseRun, PlannedPhase
from intervisie_tui.domain.session import Action, Case, Member, Note, Parked, Role, Session, Status, Talk
from intervisie_tui.export.record import record
from intervisie_tui.export.shape import shaped
from intervisie_tui.method import Board, Capture, Cell, Floor, Stance, Text

START = Moment(1_795_000_000.0)

CHECK_IN = PlannedPhase(
    id="frame-check-in",
    name=Text(nl="Inchecken", en="Check-in"),
    seconds=300,
    least=180,
    floor=Floor.ROUND,
    stance=Stance.TAKES_PART,
    framed=True,
)
FACTS = PlannedPhase(
    id="facts",
    name=Text(nl="Feiten verzamelen", en="Gather facts"),
    seconds=600,
    least=300,
    floor=Floor.ROUND,
    stance=Stance.ANSWERS,
)
HATS = replace(
    FACTS,
    id="hats",
    name=Text(nl="Hoeden", en="Hats"),
    floor=Floor.SILENT,
    board=Board(Cell("white", Text(nl="Wit", en="White"))),
)


def session(language: str = "en") -> Session:
    """Three people, two phases done and one running for a minute, one of everything captured."""
    return Session(
        id="s1",
        language=language,
        group_name="IB-kring",
        members=(Member("m1", "Anna"), Member("m2", "Bram"), Member("m3", "Chantal", present=False)),
        roles=((Role.FACILITATOR, "m2"), (Role.TIMEKEEPER, "m2")),
        ground_rules=(Text(nl="Wat we delen blijft hier", en="What we share stays here"),),
        cases=(Case("m1", "How can I begin?", "incident", Text(nl="Incidentmethode", en="Incident method")),),
        agenda=(
            PhaseRun(CHECK_IN, 360, spent=310.4, begun=True, done=True),
            PhaseRun(FACTS, 600, spent=582, begun=True, done=True),
            PhaseRun(HATS, 600, spent=30, begun=True),
        ),
        position=2,
        started_at=START,
        running_since=START.later(1000),
        talk=(Talk("m2", 45.2, 2),),
        notes=(
            Note("n1", "facts", Capture.QUESTION, "What did Bram do?", "m2"),
            Note("n2", "facts", Capture.FACT, "It rained"),
            Note("n3", "hats", Capture.FACT, "White it is", cell="white"),
        ),
        parking=(Parked("p1", "The rota"), Parked("p2", "The keys", taken=True)),
        actions=(
            Action("a1", "call the parents", "m1", date(2026, 11, 20)),
            Action("a2", "ask Anna", None, None, Status.DONE),
        ),
    )


def sample(language: str = "en") -> dict[str, object]:
    """The record of that session, a minute into its third phase."""
    return record(session(language), START.later(1060))


def json_of(made: dict[str, object]) -> dict[str, object]:
    """The record as its JSON has it: without what is for the calendar, for lists of attendance and for boards."""

    def without(fields: tuple[str, ...], rows: Iterable[Mapping[str, object]]) -> list[dict[str, object]]:
        return [{name: value for name, value in row.items() if name not in fields} for row in rows]

    rows = shaped(made)
    return {
        **made,
        "members": without(("attended",), rows["members"]),
        "phases": without(("board",), rows["phases"]),
        "notes": without(("board",), rows["notes"]),
        "actions": without(("id", "revision", "changed"), rows["actions"]),
    }
