"""How an agenda is planned."""

from typing import Any

import pytest

from intervisie_tui.domain.commands import Refusal
from intervisie_tui.domain.evaluation import rotating
from intervisie_tui.domain.fit import FitKind
from intervisie_tui.domain.frame import Frame, frame_after, frame_before, placeholder
from intervisie_tui.domain.ground_rules import GROUND_RULES, USUAL_RULES, ground_rules
from intervisie_tui.domain.phases import PlannedPhase
from intervisie_tui.domain.plan import Plan, PlanWish, method_phases, plan
from intervisie_tui.domain.plan_warnings import minutes_from
from intervisie_tui.method import (
    Circle,
    Cue,
    Floor,
    Level,
    Method,
    Minutes,
    Per,
    Phase,
    Repeat,
    Size,
    Stance,
    Text,
)  # fmt: skip

T = Text(nl="Iets", en="Something")


def phase(phase_id: str, minutes: Minutes, cues: tuple[Cue, ...] = ()) -> Phase:
    return Phase(
        id=phase_id,
        name=T,
        purpose=T,
        minutes=minutes,
        floor=Floor.ROUND,
        stance=Stance.ANSWERS,
        owner=T,
        cues=cues,
    )


def method(*phases: Phase | Repeat, **more: Any) -> Method:
    values: dict[str, Any] = {
        "id": "made", "name": T, "summary": T, "suits": T, "avoid": T, "size": Size(3, 6, 8),
        "level": Level.STARTER, "phases": phases,
    }  # fmt: skip
    return Method(**{**values, **more})


TWO = method(phase("tell", Minutes(10)), phase("ask", Minutes(20)))


def ids(planned: Plan | tuple[PlannedPhase, ...]) -> list[str]:
    return [each.id for each in (planned.phases if isinstance(planned, Plan) else planned)]


def messages(planned: Plan) -> list[str]:
    return [warning.message.format(**warning.values) for warning in planned.warnings]


@pytest.mark.parametrize(("minutes", "slot"), [(None, 50), (90, 50), (104.5, 64.5), (105, 50), (120, 65)])
def test_a_full_frame_with_the_method_open_keeps_the_slot_free(minutes: float | None, slot: float) -> None:
    planned = plan(PlanWish(6, None, minutes))
    assert planned.seconds == (minutes or 90) * 60
    assert planned.slot == slot * 60
    assert [(each.id, each.seconds) for each in planned.phases if each.placeholder] == [
        ("frame-method", slot * 60)
    ]
    assert planned.fit is None
    assert planned.warnings == ()


def test_the_short_frame_has_check_in_look_back_harvest_and_evaluation() -> None:
    planned = plan(PlanWish(6, TWO, 45, Frame.SHORT))
    assert ids(planned) == [
        "frame-check-in", "frame-look-back", "tell", "ask",
        "frame-harvest-owner", "frame-harvest-round", "frame-evaluation",
    ]  # fmt: skip
    assert [each.seconds / 60 for each in planned.phases] == [3, 5, 10, 20, 2, 3, 2]


def test_without_a_frame_a_method_takes_its_own_minutes() -> None:
    planned = plan(PlanWish(6, TWO, None, Frame.NONE))
    assert ids(planned) == ["tell", "ask"]
    assert planned.seconds == planned.slot == 1800
    assert messages(planned) == []


def test_a_method_is_shortened_to_the_session_and_told_quietly() -> None:
    planned = plan(PlanWish(6, TWO, 24, Frame.NONE))
    assert [each.seconds for each in planned.phases] == [480, 960]
    assert [each.least for each in planned.phases] == [360, 720]
    assert planned.fit is FitKind.SCALED
    assert planned.warnings[-1].quiet
    assert messages(planned)[-1] == "The method takes 30 minutes and is shortened to 24"


def test_a_method_is_never_stretched() -> None:
    planned = plan(PlanWish(6, TWO, 120))
    assert planned.seconds == (55 + 30) * 60
    assert planned.fit is FitKind.AS_IS


def test_a_method_that_cannot_fit_is_planned_at_its_least_and_the_lateness_is_told() -> None:
    planned = plan(PlanWish(6, TWO, 50))
    assert planned.fit is FitKind.TOO_LONG
    assert planned.seconds == (40 + 18) * 60
    assert "needs 18 minutes at least: it ends 8 min late" in messages(planned)[-1]


def test_too_little_time_for_the_frame_alone_still_gives_a_whole_agenda() -> None:
    planned = plan(PlanWish(6, None, 0.5))
    assert all(each.seconds > 0 for each in planned.phases)
    assert len(planned.warnings) == 2


@pytest.mark.parametrize(
    ("people", "word"), [(1, "Too few"), (2, "Too few"), (9, "Too many"), (30, "Too many")]
)
def test_a_size_outside_least_to_most_is_told_with_the_size_that_fits(people: int, word: str) -> None:
    planned = plan(PlanWish(people, TWO))
    assert messages(planned)[0].startswith(word)
    assert messages(planned)[0].endswith(f"you are {people}, it is for 3 to 8")


def test_a_size_that_does_not_come_out_is_told_with_those_that_do() -> None:
    odd = method(phase("tell", Minutes(10)), size=Size(3, 6, 8, except_=(5, 7)))
    assert messages(plan(PlanWish(5, odd)))[0].endswith("it does with 3, 4, 6, 8")


def test_a_method_that_fails_for_a_strange_size_is_planned_as_for_the_nearest_one() -> None:
    def phases(circle: Circle) -> tuple[Phase, ...]:
        if circle.people > 8:
            raise ValueError("no table so large")
        return (phase("tell", Minutes(float(circle.people))),)

    planned = plan(PlanWish(30, method(phases=phases), 60, Frame.NONE))
    assert planned.phases[0].seconds == 8 * 60


def test_a_method_that_fails_for_very_few_minutes_is_planned_as_for_the_usual_ones() -> None:
    def phases(circle: Circle) -> tuple[Phase, ...]:
        if circle.minutes < 15:
            raise ValueError("nothing so short")
        return (phase("tell", Minutes(10, least=4)),)

    planned = plan(PlanWish(5, method(phases=phases), 5, Frame.NONE))
    assert planned.phases[0].seconds == 5 * 60


def test_a_plug_ins_function_is_asked_once_for_a_plan() -> None:
    asked: list[Circle] = []

    def phases(circle: Circle) -> tuple[Phase, ...]:
        asked.append(circle)
        return (phase("tell", Minutes(10)),)

    made = method(phases=phases)
    asked.clear()
    plan(PlanWish(6, made))
    assert asked == [Circle(6, 50)]


def test_minutes_for_each_person_are_counted_and_are_not_shortened() -> None:
    made = method(
        phase("round", Minutes(2, per=Per.PEER)),
        phase("all", Minutes(1, per=Per.PERSON)),
        phase("ask", Minutes(20)),
    )
    planned = plan(PlanWish(6, made, 30, Frame.NONE))
    assert [(each.seconds, each.each) for each in planned.phases] == [(600, 120), (360, 60), (840, None)]
    outside = plan(PlanWish(6, method(phase("round", Minutes(2, per=Per.PEER)), facilitator_joins=False)))
    assert next(each for each in outside.phases if each.id == "round").seconds == 480


def test_a_protected_phase_keeps_its_time_and_its_least_is_all_of_it() -> None:
    planned = plan(
        PlanWish(
            6, method(phase("still", Minutes(10, protected=True)), phase("ask", Minutes(20))), 25, Frame.NONE
        )
    )
    assert [(each.seconds, each.least) for each in planned.phases] == [(600, 600), (900, 720)]


def test_each_block_with_another_owner_is_another_case() -> None:
    made = method(
        phase("hello", Minutes(2)),
        Repeat(3, (phase("tell", Minutes(3)), phase("ask", Minutes(4))), new_owner=True),
    )
    phases = method_phases(made, 6, 6000, case=1)
    assert [(each.id, each.case, each.new_owner) for each in phases] == [
        ("hello", 1, False), ("tell", 1, False), ("ask", 1, False),
        ("tell-2", 2, True), ("ask-2", 2, False), ("tell-3", 3, True), ("ask-3", 3, False),
    ]  # fmt: skip
    assert {each.method for each in phases} == {"made"}


def test_a_method_that_is_played_twice_gets_ids_of_its_own() -> None:
    first = method_phases(TWO, 6, 3000)
    assert ids(method_phases(TWO, 6, 3000, 1, {each.id for each in first})) == ["tell-2", "ask-2"]


@pytest.mark.parametrize("harvest", ["oogst", "evaluatie", "harvest"])
def test_a_methods_own_harvest_takes_the_place_of_the_frames(harvest: str) -> None:
    planned = plan(PlanWish(6, method(phase("tell", Minutes(60)), phase(harvest, Minutes(5)))))
    assert not [name for name in ids(planned) if name.startswith("frame-harvest")]
    assert planned.slot == 55 * 60
    assert planned.seconds == 90 * 60


def test_a_methods_own_look_back_takes_the_place_of_the_frames_only_when_it_comes_first() -> None:
    first = plan(PlanWish(6, method(phase("voortgang", Minutes(5)), phase("ask", Minutes(9)))))
    later = plan(PlanWish(6, method(phase("ask", Minutes(9)), phase("voortgang", Minutes(5)))))
    assert "frame-look-back" not in ids(first)
    assert "frame-look-back" in ids(later)


def test_a_method_without_an_owner_has_a_harvest_of_everyone_only() -> None:
    planned = plan(PlanWish(6, method(phase("ask", Minutes(50)), has_owner=False)))
    harvest = [each for each in planned.phases if each.id.startswith("frame-harvest")]
    assert [(each.id, each.seconds) for each in harvest] == [("frame-harvest-round", 300)]


def test_a_cue_of_a_shortened_phase_is_not_due_at_its_very_beginning() -> None:
    made = method(phase("ask", Minutes(10, least=2), (Cue(1, T), Cue(5, T))))
    planned = plan(PlanWish(6, made, 4, Frame.NONE))
    assert [cue.minutes_left for cue in planned.phases[0].cues] == [1, 2]


def test_every_frame_phase_can_be_played_without_an_owner_but_the_owners_harvest() -> None:
    phases = (*frame_before(Frame.FULL, 90), placeholder(3000), *frame_after(Frame.FULL, 90))
    assert all(each.id.startswith("frame-") and each.framed for each in phases)
    assert [each.id for each in phases if each.floor is Floor.OWNER] == ["frame-harvest-owner"]
    assert [each.id for each in phases if each.protected] == ["frame-next-date"]


def test_the_frames_texts_are_short_enough_for_the_screen_and_each_phase_has_a_cue_in_time() -> None:
    for frame, minutes in ((Frame.FULL, 90), (Frame.FULL, 120), (Frame.SHORT, 90)):
        for each in (*frame_before(frame, minutes), *frame_after(frame, minutes)):
            for language in ("nl", "en"):
                assert len(each.name.of(language)) <= 34
                assert each.rule is None or len(each.rule.of(language)) <= 60
                assert all(len(prompt.of(language)) <= 110 for prompt in each.prompts)
            assert each.prompts
            assert each.cues
            assert all(cue.minutes_left * 60 < each.seconds for cue in each.cues)


def test_closing_questions_rotate_with_the_meetings() -> None:
    assert rotating(1) != rotating(2)
    assert rotating(1)[0] == rotating(5)[0]
    assert len(rotating(1)) == 3
    evaluation = [each for each in plan(PlanWish(6, number=2)).phases if each.id == "frame-evaluation"]
    assert evaluation[0].prompts == rotating(2)


def test_the_usual_ground_rules_are_five_of_fifteen_short_lines() -> None:
    assert len({rule.id for rule in GROUND_RULES}) == 15
    assert len(ground_rules()) == len(USUAL_RULES) == 5
    assert all(len(rule.text.of(language)) <= 60 for rule in GROUND_RULES for language in ("nl", "en"))
    assert ground_rules(("nonsense", "ik")) == (GROUND_RULES[7].text,)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("90", 90), (" 7.5 ", 7.5), ("7,5", 7.5), ("90 min", 90), ("45 minuten", 45), ("+5", 5), ("600", 600)],
)
def test_minutes_are_understood_as_people_type_them(typed: str, minutes: float) -> None:
    assert minutes_from(typed) == minutes


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "How many minutes? Type a number, such as 90"),
        ("0", "Type more than 0 minutes, such as 90"),
        ("-5", "Type more than 0 minutes, such as 90"),
        ("601", "600 minutes is the most; type fewer"),
        ("9" * 5000, "600 minutes is the most; type fewer"),
        ("7.3", "Minutes go by halves; type 7.5"),
        ("0.1", "Minutes go by halves; type 0.5"),
        ("nan", "nan is no number of minutes; type one, such as 90"),
        ("[/b]", "[/b] is no number of minutes; type one, such as 90"),
        ("{x}" * 2000, "{x}{x}{x}{x}{x}{x}{… is no number of minutes; type one, such as 90"),
    ],
)
def test_minutes_that_cannot_be_meant_are_refused_with_the_mend(typed: str, said: str) -> None:
    refused = minutes_from(typed)
    assert isinstance(refused, Refusal)
    assert refused.message.format(**refused.values) == said
