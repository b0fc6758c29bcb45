"""Pairs and trios in a session: which phases share them, who brings the case, who comes and leaves."""

from dataclasses import replace
from typing import Any

import pytest

from intervisie_tui.domain import commands as c
from intervisie_tui.domain import parting, speaking
from intervisie_tui.domain.drawings import drawings
from intervisie_tui.domain.phases import PlannedPhase
from intervisie_tui.domain.plan import method_phases
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.domain.session import Member
from intervisie_tui.domain.together import Groups
from intervisie_tui.method import Circle, Floor, Minutes, Phase, Repeat, Stance, Step, Text, Together
from intervisie_tui.methods import speed, troika
from tests.unit.demo_session import START, Room, phase

NAMES = ("anna", "bram", "chantal", "dirk", "esra", "fatima", "gijs", "hanneke")


def circle_of(people: int, agenda: tuple[PlannedPhase, ...], **more: Any) -> Room:
    members = tuple(Member(name, name.capitalize()) for name in NAMES[:people])
    start = replace(START, members=members, roles=(), owner=None, has_owner=False, agenda=agenda)
    return Room(replace(start, **more))


def in_troika(people: int = 6, **more: Any) -> Room:
    return circle_of(people, method_phases(troika.METHOD, people, 3600), **more)


def in_speed(people: int = 6) -> Room:
    return circle_of(people, method_phases(speed.METHOD, people, 4800))


def groups(room: Room) -> Groups:
    return parting.groups(room.session)


def step(name: str, together: Together | None, block: int = 0, turn: int | None = None) -> Step:
    one = Phase(
        id=name,
        name=Text("x", "x"),
        purpose=Text("x", "x"),
        minutes=Minutes(5),
        floor=Floor.PAIRS,
        stance=Stance.TAKES_PART,
        owner=Text("x", "x"),
        together=together,
    )
    return Step(one, block, bool(turn), turn)


def test_phases_that_follow_each_other_keep_their_groups_and_a_whole_circle_ends_them() -> None:
    pairs, trios = Together.PAIRS, Together.TRIOS
    steps = [step("a", pairs), step("b", pairs), step("c", None), step("d", pairs), step("e", trios)]
    assert drawings(steps) == [(1, None), (1, None), (0, None), (2, None), (3, None)]


def test_a_block_draws_anew_at_each_playing_and_keeps_its_groups_within_one() -> None:
    pairs = Together.PAIRS
    steps = [step("a", pairs, 1), step("b", None, 1), step("c", pairs, 1), step("a-2", pairs, 2)]
    assert drawings(steps) == [(1, None), (0, None), (1, None), (2, None)]


def test_a_block_of_other_owners_keeps_the_groups_and_the_next_of_each_brings_the_case() -> None:
    trios = Together.TRIOS
    steps = [step("a", trios), step("b", trios, 1, 0), step("c", None, 1, 0), step("b-2", trios, 2, 1)]
    assert drawings(steps) == [(1, None), (1, 0), (0, None), (1, 1)]
    assert drawings([step("a", trios), step("b", None), step("c", trios, 1, 0)])[2] == (2, 0)


@pytest.mark.parametrize(
    ("people", "sizes"), [(3, [3]), (4, [4]), (5, [2, 3]), (6, [3, 3]), (7, [3, 4]), (8, [4, 4])]
)
def test_troika_keeps_its_trios_for_three_rounds_and_everybody_in_three_brings_a_case(
    people: int, sizes: list[int]
) -> None:
    room = in_troika(people)
    first = groups(room)
    assert [len(group) for group in first] == sizes
    for turn in ("vertellen", "vertellen-2", "vertellen-3"):
        room.go_to(turn)
        assert groups(room) == first
        at = ("vertellen", "vertellen-2", "vertellen-3").index(turn)
        assert parting.bringers(room.session) == tuple(group[at % len(group)] for group in first)
    assert groups(room.go_to("plenair")) == ()


def test_each_round_of_speed_has_other_pairs_and_the_halves_swap() -> None:
    room = in_speed(6)
    assert groups(room) == ()
    asked: list[tuple[str, ...]] = []
    for nth in range(1, 7):
        room.go_to("ronde" if nth == 1 else f"ronde-{nth}")
        asked += groups(room)
        bringing = set(parting.bringers(room.session))
        assert bringing == set(NAMES[:3] if nth <= 3 else NAMES[3:6])
    assert len(set(asked)) == 18


def test_a_meeting_later_in_the_series_has_other_trios() -> None:
    assert groups(in_troika(number=1)) != groups(in_troika(number=2))


def test_in_small_groups_nobody_has_the_floor_and_nobody_is_heard_by_all() -> None:
    room = in_troika().go_to("vragen").after(60)
    assert speaking.eligible(room.session) == ()
    for command in (c.NextSpeaker(None), c.GiveFloor("bram")):
        refused = room.do(command)
        assert refused == Refusal("You talk in small groups; nobody has the floor.")
    assert isinstance(room.do(c.PassTurn(None)), Refusal)
    room.do(c.TakeOutMember("fatima"))
    assert not room.session.turns.complete
    assert room.session.talk == ()


def test_in_silence_before_the_rounds_the_trios_are_known_and_it_stays_silent() -> None:
    room = in_troika()
    line = speaking.floor_line(room.session)
    assert line is not None
    assert (line.kind, line.together, line.turn) == (Floor.SILENT, Together.TRIOS, None)
    assert parting.bringers(room.session) == ()


def test_a_late_comer_joins_the_smallest_group_and_the_other_stays() -> None:
    room = in_troika(7).go_to("vertellen")
    three, four = groups(room)
    room.do(c.AddMember("hanneke", "Hanneke"))
    assert groups(room) == ((*three, "hanneke"), four)


def test_who_leaves_is_in_no_group_and_only_that_group_changes() -> None:
    room = in_troika(6).go_to("vertellen-2")
    one, other = groups(room)
    room.do(c.TakeOutMember(one[0]))
    assert groups(room) == (one[1:], other)


def test_who_left_in_a_whole_circle_is_in_no_group_afterwards() -> None:
    room = in_speed(6).go_to("vraag")
    room.do(c.TakeOutMember("bram"))
    room.go_to("ronde")
    assert sorted(member for group in groups(room) for member in group) == sorted({*NAMES[:6]} - {"bram"})


def test_going_back_shows_the_groups_of_then() -> None:
    room = in_speed(6).go_to("ronde")
    first = groups(room)
    room.next()
    assert groups(room) != first
    room.do(c.PreviousPhase("ronde-2"))
    assert groups(room) == first


def test_other_groups_are_drawn_once_also_when_two_ask() -> None:
    room = in_troika(6).go_to("vertellen")
    before = groups(room)
    assert room.do(c.DrawGroups(before)) is None
    after = groups(room)
    assert {frozenset(group) for group in after}.isdisjoint({frozenset(group) for group in before})
    refused = room.do(c.DrawGroups(before))
    assert isinstance(refused, Refusal)
    assert refused.quiet
    assert groups(room.go_to("vertellen-3")) == after


@pytest.mark.parametrize("people", [2, 3, 4])
def test_one_group_cannot_be_drawn_otherwise(people: int) -> None:
    room = in_troika(people)
    assert room.do(c.DrawGroups(groups(room))) == Refusal("You are too few for other groups than these.")


def test_a_whole_circle_cannot_be_drawn() -> None:
    assert room_refuses(in_speed(6)) == Refusal("In this phase nobody is in small groups.")


def room_refuses(room: Room) -> Refusal | None:
    return room.do(c.DrawGroups(()))


def test_an_owner_who_listens_and_a_facilitator_who_does_not_join_are_in_no_pair() -> None:
    buzz = phase("buzz", 5, floor=Floor.PAIRS, stance=Stance.LISTENS, together=Together.PAIRS, draw=1)
    room = Room(replace(START, agenda=(buzz,), facilitator_joins=False))
    assert groups(room) == (("chantal", "dirk"),)
    room.do(c.ChooseOwner("dirk"))
    assert groups(room) == (("anna", "chantal"),)


def test_another_case_with_the_same_method_draws_anew() -> None:
    room = in_troika(6).go_to("plenair")
    again = method_phases(troika.METHOD, 6, 2400)
    first = room.session.drawn[0].groups
    room.do(c.ChooseMethod("troika", troika.METHOD.name, again, has_owner=False, another_case=True))
    room.next()
    assert len(room.session.drawn) == 2
    assert groups(room) != first


def test_each_trio_has_its_own_owner_so_nobody_is_asked_who_brings_the_next_case() -> None:
    room = in_troika(6)
    while room.session.position + 1 < len(room.session.agenda):
        assert room.next() is None


def test_the_unrolled_steps_of_the_contract_tell_the_turns() -> None:
    steps = troika.METHOD.unrolled(Circle(6, 90))
    assert [each.turn for each in steps] == [None, *[0] * 4, *[1] * 4, *[2] * 4, None]
    whole = Repeat(times=2, phases=(step("a", None).phase,))
    varied = replace(troika.METHOD, phases=(whole,))
    assert [each.turn for each in varied.unrolled(Circle(6, 90))] == [None, None]


def test_who_tells_in_a_trio_is_heard_by_it_and_all_others_rest() -> None:
    room = in_troika(6).go_to("vertellen")
    owners = parting.bringers(room.session)
    room.do(c.StartClock())
    room.after(60).go_to("vragen")
    room.after(60).go_to("vertellen-2").after(30).go_to("vragen-2")
    heard = {talk.member: (talk.seconds, talk.turns) for talk in room.session.talk}
    assert [heard[owner] for owner in owners] == [(60, 1), (60, 1)]
    assert sorted(heard.values()) == [(30, 1), (30, 1), (60, 1), (60, 1)]
