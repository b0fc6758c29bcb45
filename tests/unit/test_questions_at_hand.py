"""The questions at hand fit the phase: factual ones early, deeper ones later, those that act at the end."""

from dataclasses import replace

import pytest

from intervisie_tui.domain.phases import ready
from intervisie_tui.domain.plan import PlanWish, plan
from intervisie_tui.domain.session import Session
from intervisie_tui.method import Method
from intervisie_tui.methods import dilemma, incident, oplossingsgericht, tienstappen, vijfstappen
from intervisie_tui.process.at_hand import asks_for_case, at_hand
from intervisie_tui.process.question_types import QUESTION_TYPES
from tests.app.helpers_screens import PEOPLE


def session_in(method: Method, phase: str) -> Session:
    agenda = tuple(ready(planned) for planned in plan(PlanWish(6, method)).phases)
    position = next(place for place, run in enumerate(agenda) if run.id == phase)
    return replace(Session(), members=PEOPLE, agenda=agenda, position=position)


@pytest.mark.parametrize(
    ("method", "phase", "first"),
    [
        (incident.METHOD, "informatie", "feit"),
        (vijfstappen.METHOD, "verkennen", "feit"),
        (tienstappen.METHOD, "vragen", "feit"),
        (tienstappen.METHOD, "vragen2", "verdiepend"),
        (vijfstappen.METHOD, "kern", "verdiepend"),
        (vijfstappen.METHOD, "advies", "schaal"),
        (incident.METHOD, "frame-collect", "feit"),
        (incident.METHOD, "frame-next-date", "actie"),
        (dilemma.METHOD, "verhelderen", "moreel"),
        (oplossingsgericht.METHOD, "verhelderen", "uitzondering"),
    ],
)
def test_what_fits_the_phase_comes_first(method: Method, phase: str, first: str) -> None:
    found = at_hand(session_in(method, phase))
    assert found.fitting[0].id == first
    assert not found.closing
    assert sorted(kind.id for kind in (*found.fitting, *found.others)) == sorted(
        kind.id for kind in QUESTION_TYPES
    )


@pytest.mark.parametrize("method", [incident.METHOD, vijfstappen.METHOD])
def test_confronting_questions_are_never_pushed_to_the_front(method: Method) -> None:
    for run in session_in(method, "frame-check-in").agenda:
        found = at_hand(session_in(method, run.id))
        assert "confronterend" not in {kind.id for kind in found.fitting}


@pytest.mark.parametrize(
    ("method", "phase"),
    [(incident.METHOD, "oogst"), (vijfstappen.METHOD, "evaluatie"), (incident.METHOD, "frame-evaluation")],
)
def test_where_the_group_looks_back_it_closes(method: Method, phase: str) -> None:
    assert at_hand(session_in(method, phase)).closing


def test_before_a_session_has_phases_all_kinds_are_there() -> None:
    found = at_hand(Session())
    assert (found.fitting, found.others) == ((), QUESTION_TYPES)


def test_the_question_of_a_case_is_asked_by_its_owner_or_when_cases_are_collected() -> None:
    agenda = {run.id: run.plan for run in session_in(incident.METHOD, "informatie").agenda}
    assert asks_for_case(agenda["incident"])
    assert asks_for_case(agenda["frame-collect"])
    assert not asks_for_case(agenda["informatie"])
