"""Who is in, who keeps time, and the links: who may do what at the doors."""

import pytest

from intervisie_tui.domain import boards
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.deciding import decide
from intervisie_tui.domain.events import Commit
from intervisie_tui.domain.history import History
from intervisie_tui.domain.session import Link, Role, Seat
from tests.unit.demo_session import BEGIN, START, Room

GUEST = Seat.PARTICIPANT


def message(refusal: c.Refusal | None) -> str:
    assert refusal is not None
    return refusal.message.format(**refusal.values)


def joined(*members: str) -> Room:
    """A room in which these members have their own screens, each named for the member."""
    room = Room()
    for member in members:
        assert room.do(c.TakeSeat(member), GUEST, f"of-{member}") is None
    return room


def test_a_guest_is_who_it_says_it_is_and_comes_for_the_seat_of_its_link() -> None:
    room = joined("bram")
    guest = room.session.guest("of-bram")
    assert guest is not None
    assert (guest.member, guest.seat, guest.out) == ("bram", GUEST, False)
    assert room.session.seat_of("of-bram") is GUEST
    assert room.session.seat_of("nobody") is None
    assert room.do(c.TakeSeat("anna"), Seat.TIMEKEEPER, "laptop") is None
    assert room.session.seat_of("laptop") is Seat.TIMEKEEPER


def test_before_it_has_a_name_a_guest_may_only_choose_one() -> None:
    room = Room()
    for command in (c.AddNote("n", "tell", "x", by="bram"), c.Park("p", "x", "bram"), c.RaiseHand("bram")):
        assert "name first" in message(room.do(command, GUEST, "phone"))


def test_a_taken_name_is_given_up_only_when_it_is_claimed() -> None:
    room = joined("bram")
    assert message(room.do(c.TakeSeat("bram"), GUEST, "other")) == "Bram has been taken on another screen."
    assert room.do(c.TakeSeat("bram", claim=True), GUEST, "other") is None
    assert [(guest.id, guest.member) for guest in room.session.guests] == [
        ("of-bram", None),
        ("other", "bram"),
    ]
    assert "name first" in message(room.do(c.Park("p", "x", "bram"), GUEST, "of-bram"))


@pytest.mark.parametrize("member", ["esra", "", "chantal"])
def test_only_those_present_have_a_name_to_choose(member: str) -> None:
    room = Room()
    room.do(c.TakeOutMember("chantal"))
    assert message(room.do(c.TakeSeat(member), GUEST, "phone")) == "Nobody sits at that place."


def test_a_guest_does_nothing_in_the_name_of_another() -> None:
    room = joined("bram")
    for command in (
        c.AddNote("n", "tell", "x", by="anna"),
        c.AddNote("n", "tell", "x"),
        c.Park("p", "x", "anna"),
        c.AddAction("a", "x", "anna"),
        c.AddAction("a", "x", None),
        c.RaiseHand("anna"),
        c.LowerHand("anna"),
        c.GiveDots("n", "board", member="anna"),
    ):
        assert "own name" in message(room.do(command, GUEST, "of-bram"))


def test_who_was_shown_out_may_nothing_and_the_name_is_free_again() -> None:
    room = joined("bram")
    assert room.do(c.ShowOut("of-bram")) is None
    for command in (c.TakeSeat("anna"), c.Park("p", "x", "bram")):
        assert "shown out" in message(room.do(command, GUEST, "of-bram"))
    assert room.do(c.TakeSeat("bram"), GUEST, "other") is None
    assert room.do(c.ShowOut("not-yet-named")) is None
    assert "shown out" in message(room.do(c.TakeSeat("anna"), GUEST, "not-yet-named"))


def test_control_goes_to_a_guest_and_back_and_the_role_with_it() -> None:
    room = joined("bram", "chantal")
    assert room.do(c.NextPhase("tell"), GUEST, "of-bram") is not None
    assert room.do(c.HandOver("of-bram")) is None
    assert room.session.holder(Role.TIMEKEEPER) == "bram"
    assert room.do(c.NextPhase("tell"), GUEST, "of-bram") is None
    assert room.do(c.TakeControl("of-bram")) is None
    assert room.session.holder(Role.TIMEKEEPER) is None
    assert room.do(c.NextPhase("ask"), GUEST, "of-bram") is not None
    assert room.do(c.AddNote("n", "ask", "x", by="bram"), GUEST, "of-bram") is None


def test_control_is_handed_only_to_a_guest_who_is_here_and_has_a_name() -> None:
    room = joined("bram")
    room.do(c.TakeSeat("bram", claim=True), GUEST, "other")
    room.do(c.ShowOut("other"))
    for guest in ("nobody", "other", "of-bram"):
        assert room.do(c.HandOver(guest)) is not None


@pytest.mark.parametrize("command", [c.ShowOut("of-bram"), c.HandOver("of-bram"), c.CloseLink(Seat.STAGE)])
def test_what_is_done_at_the_doors_changes_the_session(command: c.Command) -> None:
    room = joined("bram")
    before = room.session
    assert room.do(command) is None
    assert room.session != before


def test_what_is_done_at_the_doors_is_not_undone_with_the_rest() -> None:
    history = History()
    done: tuple[tuple[Seat, str, c.Command], ...] = (
        (Seat.TIMEKEEPER, "desk", START),
        (Seat.TIMEKEEPER, "desk", c.Park("p", "x")),
        (GUEST, "phone", c.TakeSeat("bram")),
        (Seat.TIMEKEEPER, "desk", c.HandOver("phone")),
        (Seat.TIMEKEEPER, "desk", c.RenewLink(Seat.STAGE)),
        (Seat.TIMEKEEPER, "desk", c.ShowOut("phone")),
    )
    for seat, screen, command in done:
        events = decide(history.session, command, BEGIN, seat, screen)
        assert isinstance(events, tuple)
        history.add(Commit(history.revision + 1, BEGIN, seat, screen, events))
    undoable = history.undoable()
    assert undoable is not None
    assert undoable.revision == 2


def test_a_renewed_link_is_another_and_a_closed_one_shows_out_who_came_by_it() -> None:
    room = joined("bram")
    room.do(c.TakeSeat("anna"), Seat.TIMEKEEPER, "laptop")
    assert room.session.link(GUEST) == Link(GUEST)
    assert room.do(c.RenewLink(GUEST)) is None
    assert room.session.link(GUEST) == Link(GUEST, turn=1)
    assert room.do(c.Park("p", "x", "bram"), GUEST, "of-bram") is None
    assert room.do(c.CloseLink(GUEST)) is None
    assert room.session.link(GUEST) == Link(GUEST, turn=2, open=False, least=2)
    assert "shown out" in message(room.do(c.Park("q", "x", "bram"), GUEST, "of-bram"))
    assert "closed" in message(room.do(c.TakeSeat("chantal"), GUEST, "late"))
    assert room.do(c.RenewLink(GUEST)) is not None
    assert room.do(c.OpenLink(GUEST)) is None
    assert room.do(c.TakeSeat("chantal"), GUEST, "late") is None
    assert room.session.seat_of("laptop") is Seat.TIMEKEEPER


def test_nobody_locks_out_itself() -> None:
    room = Room()
    room.do(c.TakeSeat("anna"), Seat.TIMEKEEPER, "laptop")
    for command in (c.CloseLink(Seat.TIMEKEEPER), c.ShowOut("laptop")):
        assert room.do(command, Seat.TIMEKEEPER, "laptop") is not None
    assert room.do(c.CloseLink(Seat.TIMEKEEPER)) is None


def test_each_guest_has_own_dots_and_takes_away_only_those() -> None:
    room = joined("bram", "chantal").go_to("board")
    room.do(c.AddNote("n", "board", "x", cell="red"))
    give = c.GiveDots("n", "board", member="bram")
    assert room.do(give, GUEST, "of-bram") is None
    assert "no dot left" in message(room.do(give, GUEST, "of-bram"))
    back = c.GiveDots("n", "board", -1, "chantal")
    assert "no dot of yours" in message(room.do(back, GUEST, "of-chantal"))
    run = room.session.current
    assert run is not None
    assert boards.own_dots(room.session, run, "bram") == 1
    assert room.do(c.GiveDots("n", "board", -1)) is None
    assert (room.session.notes[0].dots, room.session.notes[0].dotted) == (0, ())
    assert room.do(give, GUEST, "of-bram") is None
