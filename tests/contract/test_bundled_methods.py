"""Every bundled method, held against the fact sheet's figures and the room's lines."""

import pytest

from intervisie_tui.method import (
    Capture,
    Circle,
    Floor,
    Level,
    Method,
    Phase,
    Repeat,
    Stance,
    Text,
    planned_minutes,
)
from intervisie_tui.registry import load

LIBRARY = load(others=())
METHODS = [pytest.param(loaded.method, id=name) for name, loaded in LIBRARY.methods.items()]
PHASES = [
    pytest.param(step.phase, id=f"{name}-{step.phase.id}")
    for name, loaded in LIBRARY.methods.items()
    for step in loaded.method.unrolled(Circle(loaded.method.size.ideal, 90))
]
# The fact sheet's table: people least, ideal, most; whole minutes at each; phases, repeated ones once; level.
SHEET = {
    "vijfstappen": ((3, 6, 8), (63, 63, 63), 5, Level.STARTER),
    "tienstappen": ((4, 6, 8), (90, 90, 90), 10, Level.STARTER),
    "incident": ((3, 6, 8), (58, 58, 58), 9, Level.STARTER),
    "balint": ((5, 6, 8), (66, 68, 72), 8, Level.PRACTISED),
    "roddel": ((4, 6, 8), (55, 55, 55), 7, Level.PRACTISED),
    "raguse": ((4, 6, 8), (56, 60, 64), 7, Level.PRACTISED),
    "hypothese": ((4, 6, 8), (56, 56, 56), 7, Level.STARTER),
    "tietze": ((4, 6, 8), (45, 45, 45), 6, Level.STARTER),
    "heilsbronn": ((4, 6, 8), (78, 82, 86), 10, Level.STARTER),
    "omkeer": ((3, 6, 8), (42, 42, 42), 6, Level.STARTER),
    "oplossingsgericht": ((4, 6, 8), (35, 35, 35), 6, Level.STARTER),
    "succes": ((3, 6, 8), (60, 60, 60), 4, Level.STARTER),
    "denkhoeden": ((3, 6, 8), (39, 48, 54), 7, Level.STARTER),
    "socratisch": ((4, 6, 8), (77, 85, 93), 7, Level.PRACTISED),
    "denkvragen": ((3, 5, 8), (55, 55, 55), 5, Level.STARTER),
    "case-clinic": ((3, 5, 6), (60, 60, 60), 7, Level.PRACTISED),
    "action-learning": ((4, 6, 8), (40, 40, 40), 8, Level.STARTER),
    "troika": ((3, 6, 8), (37, 37, 37), 6, Level.STARTER),
    "wise-crowds": ((4, 5, 7), (63, 78, 108), 5, Level.STARTER),
    "lean-coffee": ((3, 6, 8), (56, 57, 58), 6, Level.STARTER),
    "leermuur": ((3, 6, 8), (43, 46, 48), 6, Level.STARTER),
    "kernkwadrant": ((3, 5, 8), (47, 49, 52), 7, Level.STARTER),
    "ret": ((3, 5, 8), (50, 50, 50), 6, Level.PRACTISED),
    "dilemma": ((4, 6, 8), (100, 100, 100), 10, Level.PRACTISED),
    "cura": ((3, 5, 8), (32, 32, 32), 4, Level.STARTER),
    "consultancy": ((4, 6, 8), (50, 50, 50), 6, Level.STARTER),
    "tuning": ((4, 6, 8), (63, 63, 63), 8, Level.STARTER),
    "speed": ((4, 6, 8), (38, 55, 72), 3, Level.STARTER),
    "clinic": ((3, 5, 8), (50, 50, 50), 6, Level.PRACTISED),
    "rolwissel": ((5, 6, 8), (66, 66, 66), 5, Level.PRACTISED),
    "reflecting-team": ((4, 6, 8), (50, 50, 50), 6, Level.PRACTISED),
    "opstelling": ((3, 5, 8), (55, 55, 55), 6, Level.PRACTISED),
    "thema": ((3, 6, 8), (52, 67, 77), 6, Level.STARTER),
    "clearness": ((4, 5, 7), (85, 85, 85), 5, Level.PRACTISED),
    "perspectieven": ((4, 6, 8), (46, 52, 58), 6, Level.PRACTISED),
    "praktijkreview": ((3, 5, 8), (36, 38, 43), 6, Level.STARTER),
    "zeven-stappen": ((4, 6, 8), (37, 45, 53), 6, Level.STARTER),
}


def test_all_bundled_methods_load_without_a_problem() -> None:
    assert LIBRARY.problems == ()
    assert SHEET.keys() == LIBRARY.methods.keys()


@pytest.mark.parametrize("name", SHEET)
def test_size_minutes_and_phases_are_those_of_the_sheet(name: str) -> None:
    method = LIBRARY.methods[name].method
    people = (method.size.least, method.size.ideal, method.size.most)
    minutes = tuple(round(planned_minutes(method, count)) for count in people)
    assert (people, minutes, _phases(method), method.level) == SHEET[name]


def _phases(method: Method) -> int:
    parts = [part for part, _times in method.parts(Circle(6, 90))]
    return sum(len(part.phases) if isinstance(part, Repeat) else 1 for part in parts)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("method", METHODS)
def test_a_method_says_what_it_is_for_in_lines_that_fit(method: Method, language: str) -> None:
    assert len(method.name.of(language)) <= 34
    assert len(method.summary.of(language)) <= 130
    assert method.sources
    assert method.wishes


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("phase", PHASES)
def test_the_lines_of_a_phase_fit_in_the_room(phase: Phase, language: str) -> None:
    assert phase.rule is not None
    assert len(phase.name.of(language)) <= 34
    assert len(phase.rule.of(language)) <= 60
    assert all(len(prompt.of(language)) <= 110 for prompt in phase.prompts)
    assert all(len(cue.say.of(language)) <= 110 for cue in phase.cues)


@pytest.mark.parametrize("phase", PHASES)
def test_a_phase_helps_the_group_and_the_timekeeper(phase: Phase) -> None:
    assert phase.prompts
    assert 1 <= len(phase.cues) <= 3
    moments = [cue.minutes_left for cue in phase.cues]
    assert moments == sorted(set(moments), reverse=True)


@pytest.mark.parametrize("phase", PHASES)
def test_floor_and_stance_do_not_contradict_each_other(phase: Phase) -> None:
    if phase.floor is Floor.OWNER:
        assert phase.stance is Stance.SPEAKS
    if phase.floor is Floor.PEERS:
        assert phase.stance in (Stance.LISTENS, Stance.TURNED_AWAY)


@pytest.mark.parametrize("phase", PHASES)
def test_dutch_and_english_are_two_texts(phase: Phase) -> None:
    assert all(text.nl != text.en for text in (phase.purpose, phase.owner, *phase.prompts))
    assert not any("hij of zij" in text.nl for text in (phase.purpose, phase.owner, *phase.prompts))


@pytest.mark.parametrize("method", METHODS)
def test_a_method_with_an_owner_ends_in_something_to_take_along(method: Method) -> None:
    captured = {kind for step in method.unrolled(Circle(6, 90)) for kind in step.phase.captures}
    assert Capture.ACTION in captured or not method.has_owner


def test_balint_says_that_it_is_no_balint_group() -> None:
    caution = LIBRARY.methods["balint"].method.caution
    assert isinstance(caution, Text)
    assert "geen Balintgroep" in caution.nl
    assert "not a Balint group" in caution.en


def test_boards_share_their_places_only_where_the_same_is_collected() -> None:
    shared = {name: len(found) for name, found in _shared().items() if found}
    assert shared == {
        "denkhoeden": 1, "kernkwadrant": 1, "lean-coffee": 1, "leermuur": 1, "omkeer": 1, "ret": 1, "tuning": 1,
    }  # fmt: skip


def _shared() -> dict[str, set[tuple[str, ...]]]:
    """The boards of each method that stand in more than one of its phases, by the ids of their places."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for name, loaded in LIBRARY.methods.items():
        method = loaded.method
        steps = method.unrolled(Circle(method.size.ideal, 90))
        boards = [
            tuple(cell.id for cell in step.phase.board.cells)
            for step in steps
            if step.phase.board and step.block < 2
        ]
        found[name] = {board for board in boards if boards.count(board) > 1}
    return found
