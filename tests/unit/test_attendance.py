"""Field cases, section E (19, 20, 24): attendance says what happened, person by person."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.attending import QUIET_AFTER, attendance, quiet_since
from intervisie_tui.domain.deciding import decide
from intervisie_tui.domain.events import Commit
from intervisie_tui.domain.history import History
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.domain.session import Seat, Session
from intervisie_tui.domain.timing import session_elapsed
from intervisie_tui.export import attendance as sheets
from intervisie_tui.export.record import only_actions, record
from tests.unit.demo_session import BEGIN, START

MINUTE = 60.0
GROUP = replace(START, group="g", group_name="Circle")


class Held:
    """A session that is held by commands at minutes from its beginning."""

    def __init__(self, start: c.Start = GROUP) -> None:
        self.history = History()
        self.at(0, start)

    @property
    def session(self) -> Session:
        return self.history.session

    def at(self, minute: float, *commands: c.Command, seat: Seat = Seat.TIMEKEEPER) -> Refusal | None:
        """Do these then; the refusal of the last."""
        moment, answer = BEGIN.later(minute * MINUTE), None
        for command in commands:
            decision = decide(self.session, command, moment, seat, "desk")
            answer = decision if isinstance(decision, Refusal) else None
            if not isinstance(decision, Refusal):
                self.history.add(Commit(self.history.revision + 1, moment, seat, "desk", decision))
        return answer

    def next(self, minute: float) -> None:
        current = self.session.current
        assert current is not None
        assert self.at(minute, c.NextPhase(current.id)) is None

    def last_phase(self) -> "Held":
        """The clock has run for fifty minutes, and the last phase began six minutes ago."""
        self.at(0, c.StartClock())
        for _phase in range(len(self.session.agenda) - 1):
            self.next(44)
        return self

    def minutes(self, member: str, minute: float) -> float:
        return attendance(self.session, member, BEGIN.later(minute * MINUTE)).seconds / MINUTE

    def rows(self, minute: float, to: str = "csv", language: str = "en") -> str:
        made = record(self.session, BEGIN.later(minute * MINUTE))
        return sheets.attendance([made], "Circle", None, to, language)

    def hours(self, minute: float) -> dict[str, str]:
        return {row["member"]: row["hours"] for row in csv.DictReader(io.StringIO(self.rows(minute)))}


def test_who_comes_late_or_leaves_early_has_the_time_of_being_there() -> None:
    held = Held()
    held.at(0, c.StartClock())
    held.at(30, c.AddMember("esra", "Esra"))
    held.at(80, c.TakeOutMember("dirk"))
    held.at(90, c.Finish())
    whole = dict.fromkeys(("Anna", "Bram", "Chantal"), "1:30")
    assert held.hours(90) == {**whole, "Dirk": "1:20", "Esra": "1:00"}
    kept = only_actions(record(held.session, BEGIN.later(90 * MINUTE)))
    assert "Dirk,2027-01-15,Demo,1:20" in sheets.attendance([kept], "Circle", None, "csv", "en")


UNDO = c.TakeBack(0)
Play = tuple[tuple[float, c.Command], ...]
PLAYS: dict[str, tuple[Play, dict[str, float]]] = {
    "left and came back": (
        (
            (10, c.TakeOutMember("dirk")),
            (25, c.AddMember("", "Dirk")),
            (40, c.TakeOutMember("dirk")),
            (50, c.AddMember("", "Dirk")),
        ),
        {"anna": 60, "dirk": 35},
    ),
    "a break while somebody is away": (
        ((10, c.TakeBreak(900)), (12, c.TakeOutMember("dirk")), (25, c.StartClock())),
        {"anna": 45, "dirk": 10},
    ),
    "came before the clock began": ((), {"anna": 60, "early": 60}),
    "it began ten minutes ago": (((20, c.BeganAgo(30 * MINUTE)),), {"anna": 70, "early": 70}),
    "it began later than was thought": (((20, c.BeganAgo(0)),), {"anna": 40}),
    "who came since then is there no longer than that": (
        ((5, c.AddMember("esra", "Esra")), (20, c.BeganAgo(30 * MINUTE))),
        {"anna": 70, "esra": 55},
    ),
    "a pause of which somebody thought too late": (
        ((30, c.PauseSince(BEGIN.later(20 * MINUTE))), (30, c.StartClock())),
        {"anna": 50},
    ),
    "taken out by mistake": (((30, c.TakeOutMember("dirk")), (45, UNDO)), {"anna": 60, "dirk": 60}),
}


@pytest.mark.parametrize("name", PLAYS)
def test_the_time_of_each_is_that_of_the_clock_while_being_there(name: str) -> None:
    play, minutes = PLAYS[name]
    held = Held()
    held.at(0, c.AddMember("early", "Zoë"), c.StartClock())
    for minute, command in play:
        held.at(minute, c.TakeBack(held.history.revision) if command is UNDO else command)
    held.at(60, c.Finish())
    assert {member: held.minutes(member, 60) for member in minutes} == pytest.approx(minutes, abs=1e-6)


def test_who_left_before_the_clock_began_was_not_there() -> None:
    held = Held()
    held.at(0, c.TakeOutMember("dirk"))
    held.at(5, c.StartClock())
    held.at(65, c.Finish())
    assert held.hours(65) == dict.fromkeys(("Anna", "Bram", "Chantal"), "1:00")


@given(
    steps=st.lists(
        st.tuples(
            st.sampled_from(("out", "in", "pause", "start", "next", "ago")),
            st.integers(0, 30),
            st.integers(0, 4),
        ),
        max_size=12,
    )
)
def test_nobody_attends_longer_than_the_clock_ran_nor_than_was_there_and_who_stayed_as_long(
    steps: list[tuple[str, int, int]],
) -> None:
    held, minute, ago = Held(), 0.0, False
    held.at(0, c.StartClock())
    names = ("Bram", "Chantal", "Dirk", "Esra", "Noor")
    for kind, wait, who in steps:
        minute += wait
        name = names[who]
        match kind:
            case "out":
                held.at(minute, c.TakeOutMember(name.lower()))
            case "in":
                held.at(minute, c.AddMember(name.lower(), name))
            case "pause":
                held.at(minute, c.PauseClock())
            case "start":
                held.at(minute, c.StartClock())
            case "next":
                current = held.session.current
                assert current is not None
                held.at(minute, c.NextPhase(current.id))
            case _:
                ago = True
                held.at(minute, c.BeganAgo(5.0 * who * MINUTE))
    minute += 1
    held.at(minute, c.Finish())
    now = BEGIN.later(minute * MINUTE)
    ran = session_elapsed(held.session, now)
    for member in held.session.members:
        found = attendance(held.session, member.id, now)
        assert found.seconds <= ran + 1e-6 or ago
        assert found.unsure == 0.0 or minute > 60
        assert all(one.utc < other.utc for span in found.spans for one, other in [span])
        assert all(a[1].utc <= b[0].utc for a, b in zip(found.spans, found.spans[1:], strict=False))
        if not ago:
            assert found.seconds <= sum(until.utc - since.utc for since, until in found.spans) + 1e-6
    # Anna was there all the time.
    assert attendance(held.session, "anna", now).seconds == pytest.approx(ran) or ago


def two_meetings() -> list[dict[str, object]]:
    records = []
    for day in (0, 30):
        held = Held(replace(GROUP, id=f"s{day}"))
        held.at(0, c.StartClock())
        held.at(10, c.TakeOutMember("dirk"))
        held.at(20, c.AddMember("", "Dirk"))
        held.at(30, c.TakeBreak(600))
        held.at(40, c.StartClock())
        held.at(100, c.Finish())
        made = record(held.session, BEGIN.later(100 * MINUTE))
        records.append(made)
    return records


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("to", ["html", "md"])
def test_a_list_for_a_register_has_begin_end_names_by_meeting_and_room_to_sign(
    to: str, language: str
) -> None:
    text = sheets.attendance(two_meetings(), "Circle", None, to, language)
    begin = record(Held().session, BEGIN)["started_at"]
    assert begin is None
    wanted = {
        "en": (
            "By meeting",
            "By member",
            "Begin",
            "End",
            "Signature",
            "Breaks and pauses of the clock are not counted.",
        ),
        "nl": (
            "Per bijeenkomst",
            "Per deelnemer",
            "Begin",
            "Einde",
            "Handtekening",
            "Pauzes tellen niet mee",
        ),
    }[language]
    for words in wanted:
        assert words in text
    rows = [line for line in text.splitlines() if "Dirk" in line]
    # In both meetings, and as a heading of his own; he left and came back.
    assert len(rows) == 3
    assert sum("1:20" in row for row in rows) == 2
    assert text.count("1:30") >= 6


def test_the_rows_of_a_table_have_begin_and_end_too() -> None:
    rows = list(
        csv.DictReader(
            io.StringIO(sheets.attendance(two_meetings(), "Circle", None, "csv", "nl")), delimiter=";"
        )
    )
    assert len(rows) == 8
    for row in rows:
        begin, end = (int(row[name][:2]) * 60 + int(row[name][3:]) for name in ("begin", "end"))
        assert (end - begin) % (24 * 60) == 100
        assert row["hours"] == ("1:20" if row["member"] == "Dirk" else "1:30")
        assert row["unsure"] == ""


FORGOTTEN = 14 * 60.0


def quiet_of(held: Held) -> Moment:
    (quiet,) = held.session.attended.quiet
    return quiet.since


@pytest.mark.parametrize("minutes", [FORGOTTEN, 62.0 + 6, 26 * 60.0])
def test_time_in_which_nothing_was_done_is_left_out_and_marked_until_somebody_says_that_it_counts(
    minutes: float,
) -> None:
    held = Held().last_phase()
    end = 44 + minutes
    held.at(end, c.Finish())
    assert held.hours(end) == dict.fromkeys(("Anna", "Bram", "Chantal", "Dirk"), "0:44")
    said = held.rows(end, "md")
    assert "0:44*" in said.replace("\\", "")
    assert "nobody said whether it counts" in said
    assert held.at(end, c.JudgeQuiet(quiet_of(held), True)) is None
    hours = f"{int(end // 60)}:{int(end % 60):02}"
    assert held.hours(end) == dict.fromkeys(("Anna", "Bram", "Chantal", "Dirk"), hours)
    assert "nobody said" not in held.rows(end, "md")


def test_time_that_does_not_count_is_gone_from_every_clock_and_undo_brings_it_back() -> None:
    held = Held().last_phase()
    end = 44 + FORGOTTEN
    held.at(end, c.AddNote("n", "end", "still here"))
    before = held.session
    assert held.at(end + 1, c.JudgeQuiet(quiet_of(held), False)) is None
    assert held.hours(end + 1) == {}
    assert held.minutes("anna", end + 1) == pytest.approx(45)
    assert session_elapsed(held.session, BEGIN.later((end + 1) * MINUTE)) == pytest.approx(45 * MINUTE)
    assert [note.text for note in held.session.notes] == ["still here"]
    assert held.session.attended.quiet == ()
    held.at(end + 2, c.TakeBack(held.history.revision))
    assert held.session == before
    held.at(end + 3, c.JudgeQuiet(quiet_of(held), False))
    held.at(end + 4, c.Finish())
    assert held.hours(end + 4) == dict.fromkeys(("Anna", "Bram", "Chantal", "Dirk"), "0:48")


def test_what_is_finished_first_and_judged_after_ended_at_the_last_thing_that_was_done() -> None:
    held = Held().last_phase()
    end = 44 + FORGOTTEN
    held.at(end, c.Finish())
    assert held.at(end + 1, c.JudgeQuiet(quiet_of(held), False)) is None
    assert held.session.finished_at == BEGIN.later(44 * MINUTE)
    assert held.hours(end + 1) == dict.fromkeys(("Anna", "Bram", "Chantal", "Dirk"), "0:44")
    (row, *_rest) = csv.DictReader(io.StringIO(held.rows(end + 1)))
    begin, stop = (int(row[name][:2]) * 60 + int(row[name][3:]) for name in ("begin", "end"))
    assert (stop - begin) % (24 * 60) == 44


def test_the_answer_can_come_before_anything_else_is_done() -> None:
    for counts, minutes in ((True, 44 + FORGOTTEN), (False, 44.0)):
        held = Held().last_phase()
        end = 44 + FORGOTTEN
        since = quiet_since(held.session, BEGIN.later(end * MINUTE))
        assert since is not None
        assert held.at(end, c.JudgeQuiet(since, counts)) is None
        held.at(end, c.Finish())
        assert held.session.attended.quiet == ()
        assert held.minutes("anna", end) == pytest.approx(minutes)


def test_the_answer_is_still_right_when_what_was_done_first_is_taken_back() -> None:
    held = Held().last_phase()
    end = 44 + FORGOTTEN
    held.at(end, c.AddNote("n", "end", "oops"))
    noted = held.history.revision
    held.at(end + 1, c.JudgeQuiet(quiet_of(held), False))
    judged = held.history.revision
    held.at(end + 2, c.TakeBack(judged), c.TakeBack(noted))
    held.at(end + 2, c.BringBack(judged))
    held.at(end + 2, c.Finish())
    assert held.session.notes == ()
    assert held.session.attended.quiet == ()
    assert held.minutes("anna", end + 2) == pytest.approx(46)


@pytest.mark.parametrize(
    ("minutes", "asks"), [(30.0, False), (59.0, False), (65.0, False), (67.0, True), (120.0, True)]
)
def test_it_is_doubtful_only_when_the_phase_is_over_an_hour_over_its_time_and_nothing_was_done(
    minutes: float, asks: bool
) -> None:
    held = Held().last_phase()
    now = BEGIN.later((44 + minutes) * MINUTE)
    assert (quiet_since(held.session, now) is not None) == asks
    # Somebody does something now and then: that is a long session, and nobody is asked.
    for minute in range(10, int(minutes), 30):
        held.at(44 + minute, c.AddNote(f"n{minute}", "end", "x"))
    held.at(44 + minutes, c.PauseClock())
    assert (held.session.attended.quiet != ()) == (asks and minutes > QUIET_AFTER / MINUTE + 60)


def test_a_rehearsal_and_a_clock_that_stands_still_are_never_doubtful() -> None:
    rehearsal = Held(replace(GROUP, speed=60.0)).last_phase()
    assert quiet_since(rehearsal.session, BEGIN.later(10**6)) is None
    paused = Held().last_phase()
    paused.at(45, c.PauseClock())
    assert quiet_since(paused.session, BEGIN.later(10**6)) is None
    assert paused.minutes("anna", 10**6) == pytest.approx(45)


def test_only_a_timekeeper_judges_and_only_what_there_is() -> None:
    held = Held().last_phase()
    end = 44 + FORGOTTEN
    held.at(end, c.Finish())
    since = quiet_of(held)
    assert held.at(end, c.JudgeQuiet(since, False), seat=Seat.PARTICIPANT) is not None
    assert held.at(end, c.JudgeQuiet(BEGIN, False)) is not None
    assert held.at(end, c.JudgeQuiet(since, False)) is None
    assert held.at(end, c.JudgeQuiet(since, True)) is not None
