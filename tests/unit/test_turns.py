"""Who has the floor, and how rounds go."""

from dataclasses import replace

from intervisie_tui.domain import commands as c
from intervisie_tui.domain import speaking
from intervisie_tui.domain.session import Order
from tests.unit.demo_session import START, Room


def test_an_owners_phase_is_the_owners() -> None:
    assert Room().speaker() == "anna"


def test_a_round_goes_by_place_without_the_owner_and_is_then_complete() -> None:
    room = Room().go_to("ask")
    assert [room.speaker(), room.enter(), room.enter(), room.enter()] == ["bram", "chantal", "dirk", None]
    assert room.session.turns.complete


def test_the_next_round_begins_with_the_place_after_the_one_that_began_the_last() -> None:
    room = Room().go_to("ask")
    for _ in range(3):
        room.enter()
    assert [room.enter(), room.enter(), room.enter()] == ["chantal", "dirk", "bram"]
    assert room.go_to("advise").speaker() == "dirk"


def test_who_passed_comes_once_more_at_the_end() -> None:
    room = Room().go_to("ask")
    room.do(c.PassTurn("bram"))
    assert [room.speaker(), room.enter(), room.enter()] == ["chantal", "dirk", "bram"]
    room.do(c.PassTurn("bram"))
    assert room.session.turns.complete


def test_a_digit_at_the_beginning_begins_the_round_there() -> None:
    room = Room().go_to("ask")
    room.do(c.GiveFloor("dirk"))
    assert [room.speaker(), room.enter(), room.enter()] == ["dirk", "bram", "chantal"]
    assert room.session.talked("bram").turns == 1


def test_an_owner_who_takes_part_comes_last() -> None:
    room = Room().go_to("end")
    first = room.speaker()
    order = [first, room.enter(), room.enter(), room.enter()]
    assert order[-1] == "anna"
    assert set(order) == {"anna", "bram", "chantal", "dirk"}


def test_in_silence_nobody_has_the_floor_and_talk_time_rests() -> None:
    room = Room().go_to("write")
    room.do(c.StartClock())
    room.after(60)
    refusal = room.do(c.NextSpeaker(None))
    assert refusal is not None
    assert room.speaker() is None
    assert all(talk.seconds == 0 for talk in room.session.talk)


def test_raised_hands_come_first_in_an_open_phase_in_their_order() -> None:
    room = Room().go_to("talk")
    room.do(c.RaiseHand("dirk"))
    room.do(c.RaiseHand("bram"))
    assert [room.enter(), room.enter()] == ["dirk", "bram"]
    assert room.session.hands == ()


def test_talk_time_counts_only_while_the_clock_runs() -> None:
    room = Room().go_to("ask")
    room.after(50).do(c.StartClock())
    room.after(30).do(c.PauseClock())
    room.after(100)
    assert speaking.talk_now(room.session, "bram", room.at).seconds == 30


def test_least_heard_first_puts_turns_before_seconds() -> None:
    room = Room().go_to("ask")
    room.do(c.StartClock())
    room.after(90).enter()
    room.after(5).enter()
    room.do(c.ChooseOrder(Order.LEAST_HEARD))
    room.go_to("advise")
    assert room.speaker() == "dirk"


def test_two_who_press_enter_at_once_move_the_floor_once() -> None:
    room = Room().go_to("ask")
    assert room.do(c.NextSpeaker("bram")) is None
    again = room.do(c.NextSpeaker("bram"))
    assert again is not None
    assert again.quiet
    assert room.speaker() == "chantal"


def test_who_comes_late_is_in_the_round_and_who_leaves_is_out() -> None:
    room = Room().go_to("ask")
    room.do(c.AddMember("esra", "Esra"))
    room.do(c.TakeOutMember("chantal"))
    assert speaking.upcoming(room.session) == ("dirk", "esra")
    room.do(c.AddMember("x", "Chantal"))
    assert [member.id for member in room.session.present] == ["anna", "bram", "chantal", "dirk", "esra"]


def test_a_speaker_who_leaves_lets_the_floor_go() -> None:
    room = Room().go_to("ask")
    room.do(c.TakeOutMember("bram"))
    assert room.speaker() is None
    assert room.enter() == "chantal"


def test_an_owner_who_takes_part_comes_last_also_where_the_least_heard_come_first() -> None:
    room = Room()
    room.do(c.ChooseOrder(Order.LEAST_HEARD))
    room.go_to("end")
    order = [room.speaker(), room.enter(), room.enter(), room.enter()]
    assert order[0] != "anna"
    assert order[-1] == "anna"


def test_who_comes_when_a_round_is_complete_still_has_a_turn_in_it() -> None:
    room = Room().go_to("ask")
    for _ in range(3):
        room.enter()
    room.do(c.AddMember("esra", "Esra"))
    assert not room.session.turns.complete
    assert [room.enter(), room.enter()] == ["esra", None]
    assert room.session.turns.complete


def test_a_round_is_complete_when_its_last_speaker_leaves() -> None:
    room = Room().go_to("ask")
    room.enter()
    room.enter()
    room.do(c.TakeOutMember("dirk"))
    assert room.session.turns.complete


def test_an_owner_who_comes_back_has_the_own_floor_again() -> None:
    room = Room()
    room.do(c.TakeOutMember("anna"))
    assert room.speaker() is None
    room.do(c.AddMember("x", "Anna"))
    assert room.speaker() == "anna"


def test_finishing_counts_no_turn_in_which_the_clock_never_ran() -> None:
    room = Room()
    room.do(c.Finish())
    assert room.session.talked("anna").turns == 0


def test_where_a_method_has_no_owner_everybody_takes_turns() -> None:
    room = Room(replace(START, has_owner=False)).go_to("ask")
    assert [member.id for member in speaking.eligible(room.session)] == ["anna", "bram", "chantal", "dirk"]


def test_an_owner_who_is_to_begin_does_so_by_a_digit_and_does_not_come_again_at_the_end() -> None:
    room = Room().go_to("end")
    room.do(c.GiveFloor("anna"))
    assert [room.speaker(), room.enter(), room.enter(), room.enter()] == ["anna", "bram", "chantal", "dirk"]
    assert room.enter() is None
