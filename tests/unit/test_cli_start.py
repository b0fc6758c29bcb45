"""`intervisie start`: what it makes of its options, and what it refuses."""

import asyncio
import io
import sys
from pathlib import Path

import pytest

from intervisie_tui.cli import rooms_open
from intervisie_tui.cli import start as start_command
from intervisie_tui.domain.group import Group, GroupMember
from intervisie_tui.domain.session import Role, Session
from intervisie_tui.live import Live
from intervisie_tui.methods_new import skeleton
from intervisie_tui.rooms import Rooms
from tests.unit.cli_run import HOSTILE, Line, journals

THREE = ("--member", "Anna", "Bram", "--member", "Chantal")


@pytest.fixture
def line(capsys: pytest.CaptureFixture[str]) -> Line:
    return Line(capsys)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Session]:
    """The sessions whose room was opened; a terminal is said to be there, and no screen is drawn on it."""
    sessions: list[Session] = []

    def screen(rooms: Rooms, live: Live, theme: str | None, warnings: tuple[str, ...]) -> int:
        sessions.append(live.session)
        return 0

    monkeypatch.setattr(start_command, "screen", screen)
    monkeypatch.setattr(start_command, "need_terminal", lambda **_: None)
    return sessions


def test_names_alone_make_a_full_frame_of_ninety_minutes(line: Line, opened: list[Session]) -> None:
    assert line("start", *THREE).code == 0
    (session,) = opened
    assert [member.name for member in session.members] == ["Anna", "Bram", "Chantal"]
    assert session.planned_seconds == 90 * 60
    assert session.agenda[0].id == "frame-check-in"
    assert session.case.method is None
    assert session.started_at is None


def test_every_option_reaches_the_session(line: Line, opened: list[Session]) -> None:
    options = (
        "--owner",
        "anna",
        "--facilitator",
        "Bram",
        "--timekeeper",
        "Chantal",
        "--case",
        "How can I ...?",
    )
    said = line("start", *THREE, *options, "--method", "incident", "--frame", "none", "--speed", "60")
    assert said.code == 0
    (session,) = opened
    names = {role: session.name(member) for role, member in session.roles}
    assert names == {Role.FACILITATOR: "Bram", Role.TIMEKEEPER: "Chantal"}
    assert session.name(session.owner) == "Anna"
    assert session.case.question == "How can I ...?"
    assert session.case.method == "incident"
    assert session.rehearsal
    assert not any(run.plan.framed for run in session.agenda)


def test_the_case_can_come_from_the_input(
    line: Line, opened: list[Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = io.TextIOWrapper(io.BytesIO("\ufeffHow can I\nsay no? é\n".encode()))
    monkeypatch.setattr(sys, "stdin", typed)
    monkeypatch.setattr(start_command, "type_here_again", lambda: None)
    assert line("start", *THREE, "--case", "-").code == 0
    assert opened[0].case.question == "How can I say no? é"


def test_a_case_that_is_no_text_is_refused_and_makes_nothing(
    line: Line, opened: list[Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe\x00")))
    said = line("start", *THREE, "--case", "-")
    assert said.code == 2
    said.complains("UTF-8")
    assert not opened
    assert not journals()


def test_a_known_group_brings_its_people_and_a_new_one_is_kept(line: Line, opened: list[Session]) -> None:
    assert line("start", *THREE, "--group", "Demo").code == 0
    assert line("start", "--group", "DEMO").code == 0
    assert [member.name for member in opened[1].members] == ["Anna", "Bram", "Chantal"]
    assert opened[0].group == opened[1].group is not None
    assert [member.id for member in opened[0].members] == [member.id for member in opened[1].members]


def test_somebody_new_joins_the_group(line: Line, opened: list[Session]) -> None:
    group = Group("g", "Demo", (GroupMember("a", "Anna"),))
    asyncio.run(Rooms.at().save_group(group))
    assert line("start", "--group", "Demo", "--member", "anna", "Bram").code == 0
    (kept,) = asyncio.run(Rooms.at().groups())
    assert [member.name for member in kept.members] == ["Anna", "Bram"]


def test_a_rehearsal_leaves_no_group_behind(line: Line, opened: list[Session]) -> None:
    assert line("start", *THREE, "--group", "Demo", "--speed", "60").code == 0
    assert asyncio.run(Rooms.at().groups()) == ()
    assert opened[0].group_name == "Demo"


def test_thirty_members_are_told_and_welcome(line: Line, opened: list[Session]) -> None:
    names = [f"Person {number}" for number in range(30)]
    said = line("start", "--member", *names, "--method", "incident")
    assert said.code == 0
    assert "Too many people for this method: you are 30" in said.err
    assert len(opened[0].members) == 30


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_every_option_is_only_text(line: Line, opened: list[Session], text: str) -> None:
    said = line("start", "--member", text, "Bram", "--group", text, "--owner", text, f"--case={text}")
    assert said.code == 0
    assert "\x1b" not in said.err + said.out
    assert opened[0].case.question.startswith(text[:1] if text[0] != "\x1b" else "]0;boo")


def test_a_method_can_be_a_file(line: Line, opened: list[Session], tmp_path: Path) -> None:
    path = tmp_path / "ours.py"
    path.write_text(skeleton("ours"), encoding="utf-8")
    assert line("start", *THREE, "--method", str(path)).code == 0
    assert opened[0].case.method == "ours"


def test_a_file_that_is_being_written_is_read_anew_at_each_rehearsal(
    line: Line, opened: list[Session], tmp_path: Path
) -> None:
    path = tmp_path / "ours.py"
    rehearse = ("start", *THREE, "--owner", "Anna", "--frame", "none", "--speed", "60", "--method", str(path))
    path.write_text(skeleton("ours"), encoding="utf-8")
    assert line(*rehearse).code == 0
    path.write_text(skeleton("ours").replace("Advice round", "Gifts"), encoding="utf-8")
    assert line(*rehearse).code == 0
    path.write_text(
        skeleton("ours").replace("Minutes(10, least=5)", "Minutes(10, least=15)"), encoding="utf-8"
    )
    said = line(*rehearse)
    assert said.code == 1
    said.complains("ours.py:22: Minutes.least is 15 of 10: give at most 10", "methods check")
    assert [session.agenda[1].plan.name.en for session in opened] == ["Advice round", "Gifts"]
    assert all(session.rehearsal for session in opened)


def test_what_can_be_played_all_the_same_is_played_and_told(
    line: Line, opened: list[Session], tmp_path: Path
) -> None:
    path = tmp_path / "ours.py"
    path.write_text(skeleton("ours") + "print('ready')\n", encoding="utf-8")
    said = line("start", *THREE, "--method", str(path))
    assert said.code == 0
    assert "ours.py:57: prints while it is loaded: take the print(...) out" in said.err
    assert opened[0].case.method == "ours"


def test_of_several_problems_the_first_is_told_and_how_many_more_there_are(
    line: Line, opened: list[Session], tmp_path: Path
) -> None:
    path = tmp_path / "ours.py"
    path.write_text(skeleton("ours").replace("floor=", "flor="), encoding="utf-8")
    line("start", *THREE, "--method", str(path)).complains(
        "ours.py:18: Phase 'story' flor is no field of a Phase: did you mean floor?", "2 problems more"
    )
    assert not opened


def test_a_bundled_method_is_found_without_looking_at_any_other(
    line: Line, opened: list[Session], tmp_path: Path
) -> None:
    folder = tmp_path / "config" / "methods"
    folder.mkdir(mode=0o700, parents=True)
    (folder / "mine.py").write_text(f"open({str(tmp_path / 'seen')!r}, 'w').close()\n", encoding="utf-8")
    assert line("start", *THREE, "--method", "Incident").code == 0
    assert opened[0].case.method == "incident"
    assert not (tmp_path / "seen").exists()


@pytest.mark.parametrize("text", ["raise ValueError('boo')", "this is no python", "x = 1", "\x00"])
def test_a_file_that_is_no_method_is_a_sentence(
    line: Line, opened: list[Session], tmp_path: Path, text: str
) -> None:
    path = tmp_path / "bad.py"
    path.write_text(text, encoding="utf-8")
    said = line("start", *THREE, "--method", str(path))
    assert said.code == 1
    said.complains("bad.py")
    assert not journals()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--member", ""), ("A name is empty",)),
        (("--member", "Anna", "anna"), ("Two people are called Anna",)),
        (("--member", "Anna"), ("at least two", "--speed")),
        ((), ("Who takes part?",)),
        ((*THREE, "--owner", "Dirk"), ("Dirk", "Anna, Bram, Chantal")),
        ((*THREE, "--facilitator", ""), ("--facilitator",)),
        ((*THREE, "--group", " "), ("group",)),
        ((*THREE, "--method", "incidnt"), ("incidnt", "Did you mean incident?")),
        ((*THREE, "--method", ""), ("There is no method",)),
        ((*THREE, "--method", "x" * 5000), ("There is no method",)),
        ((*THREE, "--minutes", "0"), ("more than 0",)),
        ((*THREE, "--minutes", "-5"), ("more than 0",)),
        ((*THREE, "--minutes", "999999999999999999"), ("600",)),
        ((*THREE, "--minutes", "7.3"), ("halves",)),
        ((*THREE, "--minutes", "nan"), ("nan",)),
        ((*THREE, "--minutes"), ("--minutes needs a value",)),
        ((*THREE, "--speed", "0"), ("--speed",)),
        ((*THREE, "--speed", "-1"), ("--speed",)),
        ((*THREE, "--speed", "nan"), ("--speed",)),
        ((*THREE, "--speed", "inf"), ("--speed",)),
        ((*THREE, "--speed", "fast"), ("--speed", "fast")),
        ((*THREE, "--frame", "half"), ("--frame", "half", "full, short, none")),
        ((*THREE, "--frame", "none"), ("method", "--frame full")),
        ((*THREE, "--frame", "short", "--method", "incident"), ("who brings the case", "--owner")),
        ((*THREE, "--lang", "de"), ("de", "nl or en")),
        ((*THREE, "--theme", "pink"), ("pink", "dark")),
        ((*THREE, "--bogus"), ("--bogus",)),
    ],
)
def test_a_wish_that_cannot_be_meant_is_a_sentence_and_makes_no_session(
    line: Line, opened: list[Session], options: tuple[str, ...], words: tuple[str, ...]
) -> None:
    said = line("start", *options)
    assert said.code == 2
    said.complains(*words)
    assert not opened
    assert not journals()


def test_half_minutes_and_a_comma_are_fine(line: Line, opened: list[Session]) -> None:
    assert line("start", *THREE, "--minutes", "92,5").code == 0
    assert opened[0].planned_seconds == pytest.approx(92.5 * 60)


def test_without_a_terminal_no_session_is_made(line: Line) -> None:
    said = line("start", *THREE)
    assert said.code == 1
    said.complains("terminal")
    assert not journals()


@pytest.mark.parametrize("command", [(), ("demo",)])
def test_a_screen_without_a_terminal_is_a_sentence(line: Line, command: tuple[str, ...]) -> None:
    said = line(*command)
    assert said.code == 1
    said.complains("terminal")


def test_the_theme_names_are_those_of_the_look() -> None:
    from intervisie_tui.settings import THEMES
    from intervisie_tui.widgets.theme import theme_names

    assert set(THEMES) == set(theme_names())


def test_a_web_driver_stands_in_for_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
    rooms_open.need_terminal()


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Bakker, Anna <anna@example.org>; Wit, Bram de <bram@example.org>", ["Anna Bakker", "Bram de Wit"]),
        ('"Anna Bakker" <anna@example.org>, Bram <bram@example.org>', ["Anna Bakker", "Bram"]),
        ("Anna Bakker (Host, me)", ["Anna Bakker"]),
    ],
)
def test_members_from_an_address_book_are_people_without_their_addresses(
    line: Line, opened: list[Session], typed: str, names: list[str]
) -> None:
    said = line("start", "--member", typed, "Chantal")
    assert said.code == 0, said.err
    assert "example.org" not in said.out + said.err
    assert [member.name for member in opened[0].members] == [*names, "Chantal"]


@pytest.mark.parametrize("typed", ["Bakker, Anna", "anna.bakker@example.org", "Anna Bakker (GGZ Noord)"])
def test_a_member_that_may_be_read_wrong_is_asked_about(
    line: Line, opened: list[Session], typed: str
) -> None:
    said = line("start", "--member", typed, "Chantal")
    assert said.code == 2
    assert "name of one person" in said.err
    assert opened == []
