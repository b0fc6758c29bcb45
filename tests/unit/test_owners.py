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
