"""The parts of the server that decide without a network: tickets, limits, what a page may send, addresses."""

import json
import logging
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.domain.guests import Guest, Link
from intervisie_tui.domain.session import Seat, Session
from intervisie_tui.serve import quiet_log
from intervisie_tui.serve.assignment import held_within
from intervisie_tui.serve.incoming import Focused, Garbage, Incoming, Ping, Resized, Typed, understood
from intervisie_tui.serve.limits import AT_ONCE, SENT_AT_ONCE, Messages, Openings
from intervisie_tui.serve.page import look_of
from intervisie_tui.serve.tickets import LASTS, Tickets
from intervisie_tui.serve.wire import DATA, META, Unpacker, meta, packet, read_meta
from intervisie_tui.store.doors import token

SECRET = b"s" * 32


class Clock:
    """A moment that a test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Room:
    """A session that a test changes."""

    def __init__(self) -> None:
        self.session = Session(id="s1")
        self.clock = Clock()
        self.tickets = Tickets(SECRET, lambda: self.session, self.clock)

    def cookie(self, seat: Seat, guest: str | None = None) -> dict[str, str]:
        """What a browser holds after it came by the link of a seat."""
        return {self.tickets.name(seat): self.tickets.sealed(self.tickets.issue(seat, guest))}

    def link(self, **changes: object) -> None:
        """Another state of the link of those who take part."""
        links = (Link(Seat.TIMEKEEPER), replace(Link(Seat.PARTICIPANT), **changes), Link(Seat.STAGE))  # type: ignore[arg-type] # as named
        self.session = replace(self.session, links=links)


def test_each_link_leads_to_its_own_seat_and_nothing_else_to_any() -> None:
    room = Room()
    assert {room.tickets.seat_of(made): seat for seat, made in room.tickets.links().items()} == {
        seat: seat for seat in Seat
    }
    assert all(len(made) == 22 for made in room.tickets.links().values())
    for wrong in (
        "",
        "x",
        "é" * 22,
        token(SECRET, "s2", Seat.STAGE, 0),
        token(b"t" * 32, "s1", Seat.STAGE, 0),
    ):
        assert room.tickets.seat_of(wrong) is None


def test_a_cookie_is_good_until_it_is_too_old() -> None:
    room = Room()
    held = room.cookie(Seat.PARTICIPANT)
    ticket = room.tickets.of(held)
    assert ticket is not None
    assert ticket.seat is Seat.PARTICIPANT
    room.clock.now += LASTS - 1
    assert room.tickets.of(held) == ticket
    room.clock.now += 2
    assert room.tickets.of(held) is None


def test_a_cookie_stays_good_when_its_link_is_renewed_and_not_when_it_is_closed() -> None:
    room = Room()
    held = room.cookie(Seat.PARTICIPANT)
    room.link(turn=1)
    assert room.tickets.of(held) is not None
    room.link(turn=2, open=False, least=2)
    assert room.tickets.of(held) is None
    assert Seat.PARTICIPANT not in room.tickets.links()


def test_who_was_shown_out_is_out_and_somebody_else_is_not() -> None:
    room = Room()
    out, other = room.cookie(Seat.PARTICIPANT, "guest-1"), room.cookie(Seat.PARTICIPANT, "guest-2")
    room.session = replace(room.session, guests=(Guest("guest-1", Seat.PARTICIPANT, out=True),))
    assert room.tickets.of(out) is None
    assert room.tickets.of(other) is not None


def test_of_several_cookies_the_lowest_right_counts_or_the_one_that_is_named() -> None:
    room = Room()
    held = room.cookie(Seat.TIMEKEEPER) | room.cookie(Seat.STAGE)
    found = [room.tickets.of(held, wished) for wished in (None, "timekeeper", "participant", "nonsense")]
    assert [ticket and ticket.seat for ticket in found] == [Seat.STAGE, Seat.TIMEKEEPER, None, None]


@given(st.text(max_size=80))
def test_no_text_is_a_cookie_by_chance(text: str) -> None:
    room = Room()
    assert not any(room.tickets.opened(seat, text) for seat in Seat)


def test_a_cookie_of_one_seat_opens_no_other() -> None:
    room = Room()
    (value,) = room.cookie(Seat.STAGE).values()
    assert [room.tickets.opened(seat, value) is not None for seat in (Seat.STAGE, Seat.TIMEKEEPER)] == [
        True,
        False,
    ]


def test_who_sends_without_end_uses_up_only_what_that_guest_may_send() -> None:
    clock = Clock()
    messages = Messages(clock)
    assert all(messages.may("loud") for _ in range(SENT_AT_ONCE))
    assert not messages.may("loud")
    assert messages.may("quiet")
    clock.now += 1
    assert messages.may("loud")


def test_one_guest_cannot_use_up_the_openings_of_all() -> None:
    clock = Clock()
    openings = Openings(clock)
    assert sum(openings.may("greedy") for _ in range(500)) == AT_ONCE
    clock.now += 10
    assert sum(openings.may("greedy") for _ in range(500)) == 100
    assert openings.may("another")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (["stdin", "é"], Typed("é".encode())),
        (["resize", {"width": 120, "height": 34}], Resized(120, 34)),
        (["resize", {"width": 20000, "height": 5000}], Resized(400, 150)),
        (["resize", {"width": 1, "height": -1}], Resized(20, 5)),
        (["ping", 1.5], Ping(1.5)),
        (["ping", None], Ping(None)),
        (["focus"], Focused(True)),
        (["blur"], Focused(False)),
    ],
)
def test_what_a_page_sends_is_understood(said: object, meant: Incoming) -> None:
    assert understood(json.dumps(said)) == meant


@given(
    st.one_of(
        st.text(), st.binary(), st.recursive(st.none() | st.text() | st.floats(), st.lists).map(json.dumps)
    )
)
def test_anything_else_is_garbage_and_no_error(sent: object) -> None:
    with pytest.raises(Garbage) as found:
        understood(sent)
    assert not found.value.args
    assert found.value.__cause__ is None


@given(st.lists(st.tuples(st.sampled_from([DATA, META]), st.binary(max_size=300))), st.integers(1, 50))
def test_packets_come_out_as_they_went_in_however_they_are_cut(
    packets: list[tuple[bytes, bytes]], cut: int
) -> None:
    sent = b"".join(packet(kind, content) for kind, content in packets)
    unpacker = Unpacker()
    out = [each for start in range(0, len(sent), cut) for each in unpacker.feed(sent[start : start + cut])]
    assert out == packets


def test_what_two_sides_say_is_json_and_nothing_else_is_listened_to() -> None:
    ((kind, content),) = Unpacker().feed(meta("resize", width=1))
    assert (kind, read_meta(content)) == (META, {"type": "resize", "width": 1})
    assert read_meta(b"[1]") == {}


@given(st.integers(), st.integers())
def test_every_size_is_held_within_what_can_be_drawn(width: int, height: int) -> None:
    columns, rows = held_within(width, height)
    assert (20 <= columns <= 400, 5 <= rows <= 150) == (True, True)


def test_a_page_that_asks_for_what_there_is_not_gets_the_usual() -> None:
    look = look_of({"lang": "xx", "theme": "<b>", "width": "²", "height": "9" * 5000}, "nl")
    assert (look.language, look.theme, look.size) == ("nl", "dark", (80, 24))


def test_an_error_is_told_as_its_kind_and_place_only(capsys: pytest.CaptureFixture[str]) -> None:
    logger = logging.getLogger("aiohttp.server.test")
    logger.propagate = False
    logger.addHandler(quiet_log.Quiet(logging.WARNING))
    try:
        understood("secret words")
    except Garbage:
        logger.exception("secret words %s", "secret words")
    logger.error("secret words")
    told = capsys.readouterr()
    assert told.out == ""
    assert "secret" not in told.err
    assert "Garbage, intervisie_tui.serve.incoming:" in told.err
