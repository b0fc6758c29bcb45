"""Every bundled method, held against the fact sheet's figures and the room's lines."""

import pytest

from intervisie_tui.method import Capture, Circle, Floor, Level, Method, Phase, Stance, Text, planned_minutes
from intervisie_tui.registry import load

LIBRARY = load(others=())
METHODS = [pytest.param(loaded.method, id=name) for name, loaded in LIBRARY.methods.items()]
PHASES = [
    pytest.param(step.phase, id=f"{name}-{step.phase.id}")
    for name, loaded in LIBRARY.methods.items()
    for step in loaded.method.unrolled(Circle(loaded.method.size.ideal, 90))
]
# The fact sheet's table: people least, ideal, most; minutes at each; number of phases; level.
SHEET = {
    "vijfstappen": ((3, 6, 8), (63, 63, 63), 5, Level.STARTER),
    "incident": ((3, 6, 8), (58, 58, 58), 9, Level.STARTER),
    "balint": ((5, 6, 8), (66, 68, 72), 8, Level.PRACTISED),
    "roddel": ((4, 6, 8), (55, 55, 55), 7, Level.PRACTISED),
    "tietze": ((4, 6, 8), (45, 45, 45), 6, Level.STARTER),
    "oplossingsgericht": ((4, 6, 8), (35, 35, 35), 6, Level.STARTER),
}


def test_all_bundled_methods_load_without_a_problem() -> None:
    assert LIBRARY.problems == ()
    assert SHEET.keys() <= LIBRARY.methods.keys()


@pytest.mark.parametrize("name", SHEET)
def test_size_minutes_and_phases_are_those_of_the_sheet(name: str) -> None:
    method = LIBRARY.methods[name].method
    people = (method.size.least, method.size.ideal, method.size.most)
    minutes = tuple(planned_minutes(method, count) for count in people)
    assert (people, minutes, len(method.unrolled(Circle(6, 90))), method.level) == SHEET[name]


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
