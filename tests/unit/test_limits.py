"""The limits of a session: how long a text, how many entries, how fast (issue 12, row 5)."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from typing import Any, get_args

import pytest
from rich.cells import cell_len

from intervisie_tui import locale
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.deciding import decide
from intervisie_tui.domain.events import Commit
from intervisie_tui.domain.history import History
from intervisie_tui.domain.limits import ENTRIES, NEARLY_FULL, OF_A_GUEST, RATES, TEXT
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.room_left import entries_left, nearly_full
from intervisie_tui.domain.session import Member, Seat
from intervisie_tui.domain.texts import texts
from intervisie_tui.method import Capture, Text
from tests.unit.demo_session import BEGIN, MEMBERS, START

KEEPER, GUEST = Seat.TIMEKEEPER, Seat.PARTICIPANT
LONG = "x" * (TEXT.figure + 1)
WITH_TEXTS: tuple[tuple[c.Command, str], ...] = (
    (c.AddNote("n", "tell", "x", Capture.QUESTION), "text"),
    (c.Park("p", "x"), "text"),
    (c.AddAction("a", "x", None), "text"),
    (c.ChangeAction("old-a", "x", None, date(2027, 1, 2)), "text"),
    (c.ChangeText("old-n", "x"), "text"),
    (c.SetQuestion("x"), "question"),
    (c.AddMember("late", "x"), "name"),
    (replace(START, id="s2"), "question"),
    (replace(START, id="s2"), "group_name"),
)


class Asked:
    """A session that is asked things by several screens, at moments that a test gives."""

    def __init__(self, speed: float = 1.0) -> None:
        self.history = History()
        self.at = BEGIN
        assert self.do(replace(START, speed=speed)) is None
        assert self.do(c.AddNote("old-n", "tell", "a note")) is None
        assert self.do(c.AddAction("old-a", "an action", None)) is None

    def do(
        self, command: c.Command, seat: Seat = KEEPER, screen: str = "desk", most: int = ENTRIES.figure
    ) -> c.Refusal | None:
        history = self.history
        decided = decide(
            history.session, command, self.at, seat, screen, pace=history.pace, most_entries=most
        )
        if isinstance(decided, c.Refusal):
            return decided
        history.add(Commit(history.revision + 1, self.at, seat, screen, decided))
        return None

    def wait(self, seconds: float) -> None:
        self.at = self.at.later(seconds)

    def guest(self, member: str = "anna", screen: str = "g") -> "Asked":
        assert self.do(c.TakeSeat(member), GUEST, screen) is None
        return self


def notes(first: int = 0, by: str | None = None) -> Iterator[c.Command]:
    """Notes without an end, with ids from that number on."""
    while True:
        first += 1
        yield c.AddNote(f"n{first}", "tell", "x", by=by)


@pytest.mark.parametrize(("command", "field"), WITH_TEXTS, ids=lambda value: type(value).__name__)
@pytest.mark.parametrize("signs", ["x", "é", "\N{GRINNING FACE}", "\u200d"])
def test_a_text_may_have_ten_thousand_signs_and_not_one_more(command: Any, field: str, signs: str) -> None:
    room = Asked()
    if isinstance(command, c.Start):
        room.history = History()
    refusal = room.do(replace(command, **{field: signs * (TEXT.figure + 1)}))
    assert refusal is not None
    assert refusal.values == {"signs": TEXT.figure + 1, "most": TEXT.figure}
    assert room.do(replace(command, **{field: signs * TEXT.figure})) is None


def test_names_and_ground_rules_are_texts_too() -> None:
    for command in (
        replace(START, members=(*MEMBERS, Member("x", LONG))),
        replace(START, ground_rules=(Text(nl="x", en=LONG),)),
        c.SetGroundRules((Text(nl=LONG, en="x"),)),
    ):
        assert LONG in texts(command)


def test_every_text_field_of_every_command_is_looked_at() -> None:
    for kind in get_args(c.Command):
        named = [field.name for field in fields(kind) if field.type in {"str", str}]
        command = kind.__new__(kind)
        for field in fields(kind):
            object.__setattr__(command, field.name, f"{field.name}!")
        assert {f"{name}!" for name in named} <= set(texts(command))


def test_blanks_at_the_ends_do_not_count_for_they_are_not_kept() -> None:
    assert Asked().do(c.Park("p", " " * 500 + "x" * TEXT.figure + " " * 500)) is None


def test_what_a_method_or_an_earlier_session_brings_is_not_refused() -> None:
    long = replace(START.agenda[0], name=Text(nl=LONG, en=LONG))
    assert LONG not in texts(replace(START, agenda=(long,)))


@pytest.mark.long
@pytest.mark.parametrize("most", [100, 250, ENTRIES.figure])
def test_a_session_takes_so_many_entries_and_then_says_so_until_one_is_deleted(most: int) -> None:
    room = Asked()
    one = notes()
    while len(room.history.session.notes) + 1 < most:
        room.wait(5)
        assert room.do(next(one), most=most) is None
    assert entries_left(room.history.session, most) == 0
    for command in (next(one), c.Park("p", "x"), c.AddAction("a", "x", None)):
        refusal = room.do(command, most=most)
        assert refusal is not None
        assert refusal.values == {"most": most}
    assert room.do(c.ChangeText("n1", "y"), most=most) is None
    assert room.do(c.DeleteEntry("n1"), most=most) is None
    assert room.do(c.Park("p", "x"), most=most) is None


@pytest.mark.parametrize("left", [0, 1, NEARLY_FULL.figure, NEARLY_FULL.figure + 1, 400])
def test_that_a_session_is_nearly_full_is_known_beforehand(left: int) -> None:
    session = Asked().history.session
    assert nearly_full(session, 2 + left) == (left <= NEARLY_FULL.figure)


@pytest.mark.parametrize("seat", [KEEPER, GUEST])
@pytest.mark.parametrize("each", [0.0, 0.009, 0.03])
def test_a_screen_that_goes_on_and_on_is_refused_by_a_rate_and_keeps_what_was_accepted(
    seat: Seat, each: float
) -> None:
    room = Asked().guest()
    taken, refused = 0, None
    for command in notes(by="anna"):
        refused = room.do(command, seat, "g" if seat is GUEST else "other")
        if refused is not None:
            break
        taken += 1
        room.wait(each)
    short = RATES[seat][0]
    assert taken == short.changes - (seat is GUEST)
    assert len(room.history.session.notes) == 1 + taken
    assert refused is not None
    wait = refused.values["seconds"]
    assert isinstance(wait, int)
    assert 0 < wait <= short.seconds
    room.wait(wait)
    assert (
        room.do(c.AddNote("later", "tell", "x", by="anna"), seat, "g" if seat is GUEST else "other") is None
    )


@pytest.mark.parametrize("seat", [KEEPER, GUEST])
def test_in_ten_minutes_a_screen_makes_no_more_changes_than_the_long_rate(seat: Seat) -> None:
    room = Asked().guest()
    screen, made = ("g" if seat is GUEST else "other"), int(seat is GUEST)
    for command in notes(by="anna"):
        made += room.do(command, seat, screen, most=20_000) is None
        room.wait(0.1)
        if room.at.utc - BEGIN.utc > 599:
            break
    assert made == RATES[seat][1].changes


def test_one_screen_that_is_too_fast_stops_no_other() -> None:
    room = Asked().guest().guest("bram", "h")
    for command in notes(by="anna"):
        if room.do(command, GUEST, "g") is not None:
            break
    assert room.do(c.AddNote("b", "tell", "x", by="bram"), GUEST, "h") is None
    assert room.do(c.AddTime("tell", 60)) is None


@pytest.mark.parametrize("people", [3, 6, 8])
def test_no_honest_hand_reaches_the_rate(people: int) -> None:
    """Each writes a note every two seconds for ten minutes; the keeper pastes thirty names and presses + ten times."""
    room = Asked()
    for number in range(30):
        assert room.do(c.AddMember(f"p{number}", f"Person {number}")) is None
    for _press in range(10):
        assert room.do(c.AddTime("tell", 60)) is None
        room.wait(0.2)
    for guest in range(people):
        room.guest(f"p{guest}", f"g{guest}")
    for turn in range(300):
        room.wait(2)
        for guest in range(people):
            note = c.AddNote(f"n{turn}-{guest}", "tell", "x", by=f"p{guest}")
            assert room.do(note, GUEST, f"g{guest}") is None


def test_a_hand_that_goes_up_and_down_is_held_to_the_rate_and_one_that_is_up_makes_no_commit() -> None:
    room = Asked().guest()
    assert room.do(c.RaiseHand("anna"), GUEST, "g") is None
    before = room.history.revision
    assert room.do(c.RaiseHand("anna"), GUEST, "g") is not None
    assert room.history.revision == before
    for _key in range(109 * 20):
        up = "anna" in room.history.session.hands
        room.do(c.LowerHand("anna") if up else c.RaiseHand("anna"), GUEST, "g")
        room.wait(1 / 109)
    assert room.history.revision - before <= 2 * RATES[GUEST][0].changes


@pytest.mark.parametrize(
    "command", [c.ShowOut("g"), c.TakeControl("g"), c.CloseLink(GUEST), c.SetVeil(True), c.Finish()]
)
def test_what_protects_the_room_is_never_too_fast(command: c.Command) -> None:
    room = Asked()
    for note in notes():
        if room.do(note) is not None:
            break
    assert room.do(command) is None


def test_one_participant_cannot_fill_a_session() -> None:
    room = Asked().guest()
    for command in notes(by="anna"):
        room.wait(2)
        if room.do(command, GUEST, "g") is not None:
            break
    assert len(room.history.session.notes) == OF_A_GUEST.figure
    assert room.do(c.AddNote("k", "tell", "x")) is None


def test_in_a_rehearsal_the_rate_holds_in_real_seconds() -> None:
    room = Asked(speed=60.0)
    for command in notes():
        if room.do(command) is not None:
            break
        room.wait(60 * 0.009)
    assert room.history.revision < RATES[KEEPER][0].changes + 3


def test_a_clock_that_was_set_back_refuses_nobody_for_longer_than_the_rate() -> None:
    room = Asked()
    for command in notes():
        if room.do(command) is not None:
            break
    room.at = Moment(room.at.utc - 3600, room.at.boot + 11, room.at.boot_id)
    assert room.do(c.Park("p", "x")) is None


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        (
            "Too long: {signs} signs, at most {most}. Shorten it, or make it two.",
            {"signs": 65536, "most": 10000},
        ),
        ("This session is full ({most} entries): delete some, or start another.", {"most": 20000}),
        ("You made {most} changes, the most in one session; ask the timekeeper.", {"most": 2000}),
        ("That was faster than a session can take; wait {seconds} s, then go on.", {"seconds": 600}),
        ("The line is full; what you typed or pasted last is not in it.", {}),
        ("You pasted more than 64 kB, so nothing of it was taken; paste it in parts.", {}),
    ],
)
def test_what_is_told_of_a_limit_fits_in_a_row_of_80_columns_with_its_mend(
    sentence: str, values: dict[str, object]
) -> None:
    told = {}
    for language in ("en", "nl"):
        locale.use(language)
        told[language] = locale.tell(sentence, values)
    assert max(map(cell_len, told.values())) <= 77
    # A sentence that nobody says any more is in no catalogue, and would be the same in both.
    assert told["en"] != told["nl"]
