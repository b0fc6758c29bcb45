"""Whose case comes next where each block has an owner of its own."""

from dataclasses import replace

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.owners import coming_case, next_owners
from tests.unit.demo_session import START, Room, phase

BLOCKS = tuple(
    phase(
        f"{name}{'' if block == 0 else f'-{block + 1}'}",
        2,
        case=block,
        new_owner=bool(block) and name == "tell",
    )
    for block in range(4)
    for name in ("tell", "ask")
)


def in_blocks(owner: str | None = "chantal") -> Room:
    return Room(replace(START, agenda=BLOCKS, owner=owner))


def offered(room: Room) -> list[str]:
    return [member.id for member in next_owners(room.session)]


def test_the_place_after_the_last_owner_comes_first() -> None:
    assert offered(in_blocks()) == ["dirk", "anna", "bram"]


def test_who_has_been_owner_is_offered_again_only_when_everybody_has() -> None:
    room = in_blocks()
    for case, member in enumerate(("dirk", "anna"), 1):
        room.do(c.ChooseOwner(member, case))
    assert offered(room) == ["bram"]
    room.do(c.ChooseOwner("bram", 3))
    assert offered(room) == ["chantal", "dirk", "anna", "bram"]


def test_who_has_left_is_not_offered() -> None:
    room = in_blocks()
    room.do(c.TakeOutMember("dirk"))
    assert offered(room) == ["anna", "bram"]


def test_only_a_block_that_begins_and_has_no_owner_yet_asks_for_one() -> None:
    room = in_blocks()
    assert coming_case(room.session) is None
    room.go_to("ask")
    assert coming_case(room.session) == 1
    room.do(c.ChooseOwner("dirk", 1))
    assert coming_case(room.session) is None


def test_without_owners_no_block_asks_for_one() -> None:
    room = Room(replace(START, agenda=BLOCKS, owner=None, has_owner=False)).go_to("ask")
    assert coming_case(room.session) is None


def with_an_end() -> Room:
    blocks = tuple(replace(plan, block=plan.case + 1) for plan in BLOCKS)
    return Room(replace(START, agenda=(*blocks, phase("end"), phase("close")), owner="chantal"))


def test_where_nobody_else_brings_a_case_the_blocks_that_are_left_are_left_out() -> None:
    room = with_an_end().go_to("ask")
    assert room.do(c.LeaveBlocks("tell")) is not None
    assert room.do(c.LeaveBlocks("ask")) is None
    assert room.session.current is not None
    assert room.session.current.id == "end"
    assert room.session.owner == "chantal"


def test_back_from_what_comes_after_them_is_to_the_block_that_was_played() -> None:
    room = with_an_end().go_to("ask")
    room.do(c.LeaveBlocks("ask"))
    room.do(c.NextPhase("end"))
    for leaving, before in (("close", "end"), ("end", "ask"), ("ask", "tell")):
        assert room.do(c.PreviousPhase(leaving)) is None
        assert room.session.current is not None
        assert room.session.current.id == before
    assert room.do(c.PreviousPhase("tell")) is not None


def test_back_goes_phase_by_phase_where_no_block_has_an_owner_of_its_own() -> None:
    start = with_an_end().session
    room = Room(
        replace(START, agenda=tuple(run.plan for run in start.agenda), owner=None, has_owner=False)
    ).go_to("end")
    assert room.do(c.PreviousPhase("end")) is None
    assert room.session.current is not None
    assert room.session.current.id == "ask-4"
