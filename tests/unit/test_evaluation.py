"""A meeting closes with other questions each time, and with none where they are switched off."""

from pathlib import Path

import pytest

from intervisie_tui.domain.closing_questions import CLOSING_QUESTIONS, Asked
from intervisie_tui.domain.evaluation import about_us, closing, not_asking, rotating
from intervisie_tui.domain.frame import Frame
from intervisie_tui.domain.phases import PlannedPhase
from intervisie_tui.domain.plan import PlanWish, plan
from intervisie_tui.method import Text
from intervisie_tui.methods import balint, incident
from intervisie_tui.rooms import Rooms
from intervisie_tui.settings import Config, Settings
from intervisie_tui.store.store import Store
from tests.app.helpers_screens import a_start
from tests.app.room_scene import Hands

BY_TEXT = {question.text: question for question in CLOSING_QUESTIONS}


def prompts_of(phases: tuple[PlannedPhase, ...], phase_id: str) -> tuple[Text, ...]:
    return next(phase.prompts for phase in phases if phase.id == phase_id)


@pytest.mark.parametrize("number", range(1, 30))
def test_no_meeting_asks_what_the_one_before_it_asked(number: int) -> None:
    assert not set(rotating(number)) & set(rotating(number + 1))


def test_within_ten_meetings_every_closing_question_is_asked() -> None:
    asked = {BY_TEXT[text].id for number in range(1, 11) for text in rotating(number)}
    assert asked == {question.id for question in CLOSING_QUESTIONS}


def test_in_ten_meetings_twice_is_asked_what_the_group_leaves_aside() -> None:
    asked = [BY_TEXT[about_us(number)].asked for number in range(1, 11)]
    assert asked.count(Asked.NOW_AND_THEN) == 2


@pytest.mark.parametrize("number", range(1, 30))
def test_one_question_is_for_the_owner_one_for_the_peers_one_about_us(number: int) -> None:
    kinds = [BY_TEXT[text].asked for text in rotating(number)]
    assert kinds[:2] == [Asked.OWNER, Asked.PEERS]
    assert kinds[2] in {Asked.PROCESS, Asked.FACILITATOR, Asked.GROUP, Asked.NOW_AND_THEN}
    assert [BY_TEXT[text].asked for text in rotating(number, with_owner=False)] == kinds[1:]


def test_a_method_alone_that_looks_back_asks_one_of_them_at_its_end() -> None:
    agenda = plan(PlanWish(6, incident.METHOD, frame=Frame.NONE)).phases
    assert closing(agenda, 3)[-1].prompts == (*agenda[-1].prompts, about_us(3))
    assert closing(agenda, 3)[:-1] == agenda[:-1]


def test_a_method_that_ends_otherwise_and_a_frame_stay_as_they_are() -> None:
    for wish in (PlanWish(6, balint.METHOD, frame=Frame.NONE), PlanWish(6, incident.METHOD), PlanWish(6)):
        agenda = plan(wish).phases
        assert closing(agenda, 3) == agenda


def rooms_with(folder: Path, settings: Settings) -> Rooms:
    store = Store.open(folder / "data", now=Hands())
    return Rooms(store, Config(settings), folder / "methods", Hands())


@pytest.mark.parametrize("number", [1, 2, 7])
async def test_a_session_asks_by_its_number_in_the_group(tmp_path: Path, number: int) -> None:
    live = await rooms_with(tmp_path, Settings()).start(a_start(number=number))
    agenda = tuple(run.plan for run in live.session.agenda)
    assert prompts_of(agenda, "frame-evaluation") == rotating(number)


async def test_switched_off_no_closing_question_stands_in_the_agenda(tmp_path: Path) -> None:
    off = rooms_with(tmp_path, Settings(process_help=False))
    full = await off.start(a_start(number=2))
    alone = await off.start(a_start("two", number=2, method=incident.METHOD, frame=Frame.NONE, owner="anna"))
    for live in (full, alone):
        shown = {text for run in live.session.agenda for text in run.plan.prompts}
        assert not shown & set(rotating(2))
    assert not_asking(()) == ()
