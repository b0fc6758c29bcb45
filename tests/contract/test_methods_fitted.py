"""Every bundled method in the minutes that there are: it fits, it is shortened, or it is said to be too long."""

from itertools import product

import pytest

from intervisie_tui.domain.fit import FitKind
from intervisie_tui.domain.frame import Frame
from intervisie_tui.domain.plan import Plan, PlanWish, plan
from intervisie_tui.method import least_minutes, planned_minutes
from tests.contract.library import METHODS, sizes

SLOTS = (45, 60, 75, 90, 120, 150)
FITTED = [
    pytest.param(name, people, slot, id=f"{name}-{people}-{slot}")
    for name, method in METHODS.items()
    for people, slot in product(sizes(method), SLOTS)
]


@pytest.mark.parametrize(("name", "people", "slot"), FITTED)
def test_a_method_fits_or_says_that_it_does_not(name: str, people: int, slot: int) -> None:
    method = METHODS[name]
    made = plan(PlanWish(people, method, slot, Frame.NONE))
    planned, least = planned_minutes(method, people, slot), least_minutes(method, people, slot)
    if planned <= slot:
        assert made.fit is FitKind.AS_IS
        assert made.seconds == planned * 60
        assert not _told(made, "is too long")
        assert not _told(made, "is shortened")
    elif made.fit is FitKind.SCALED:
        assert made.seconds == pytest.approx(slot * 60)
        assert _told(made, "is shortened")
    else:
        assert made.fit is FitKind.TOO_LONG
        assert made.seconds > slot * 60
        assert made.seconds >= least * 60
        assert _told(made, "needs {least} minutes at least")
    assert all(phase.least <= phase.seconds for phase in made.phases)
    assert all(0 < cue.minutes_left * 60 < phase.seconds for phase in made.phases for cue in phase.cues)


def _told(made: Plan, words: str) -> bool:
    return any(words in warning.message for warning in made.warnings)


@pytest.mark.parametrize("name", METHODS)
def test_no_phase_gets_less_than_its_least_in_whatever_minutes(name: str) -> None:
    method = METHODS[name]
    for people, slot in product(sizes(method), range(5, 151, 5)):
        whole = plan(PlanWish(people, method, frame=Frame.NONE))
        made = plan(PlanWish(people, method, slot, Frame.NONE))
        # A method may play fewer rounds in fewer minutes, never a shorter phase than it allows.
        least = {phase.id: phase.least for phase in whole.phases}
        short = [phase.id for phase in made.phases if phase.seconds < least.get(phase.id, 0) - 1e-6]
        assert short == []
