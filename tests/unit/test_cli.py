"""The command line as a whole: languages, the library, keys, doctor, folders that cannot be used."""

import json
import stat
from pathlib import Path

import pytest

from intervisie_tui.cli import commands
from tests.unit.cli_run import HOSTILE, Line, config_folder, data_folder

EVERY = (
    "",
    "start",
    "open",
    "demo",
    "sessions",
    "export",
    "methods",
    "actions",
    "attendance",
    "wipe",
    "keys",
    "doctor",
)


@pytest.fixture
def line(capsys: pytest.CaptureFixture[str]) -> Line:
    return Line(capsys)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("command", EVERY)
def test_every_command_has_its_help(line: Line, command: str, language: str) -> None:
    said = line(*command.split(), "--lang", language, "--help")
    assert said.code == 0
    assert "--data-dir" in said.out


def test_the_common_options_stand_before_or_after_the_command(line: Line, tmp_path: Path) -> None:
    for number, words in enumerate((("--data-dir", "{}", "sessions"), ("sessions", "--data-dir", "{}"))):
        folder = tmp_path / f"own-{number}"
        assert line(*(word.format(folder) for word in words)).code == 0
        assert folder.is_dir()
    assert line("--lang", "nl", "methods").out == line("methods", "--lang=nl").out != line("methods").out


def test_the_settings_choose_the_language_and_the_environment_before_them(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    config_folder().mkdir(mode=0o700)
    (config_folder() / "config.toml").write_text('language = "nl"\n', encoding="utf-8")
    assert "Incident method" in line("methods").out
    monkeypatch.delenv("INTERVISIE_LANG")
    assert "Incidentmethode" in line("methods").out


@pytest.mark.parametrize("language", ["", "de", "x" * 5000, "\x1b[31m"])
def test_an_unknown_language_is_wrong_usage(line: Line, language: str) -> None:
    said = line("methods", "--lang", language)
    assert said.code == 2
    said.complains("nl")


@pytest.mark.parametrize("language", ["de", "x" * 5000, "\x1b[31m"])
def test_an_unknown_language_of_the_environment_is_wrong_usage(
    line: Line, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTERVISIE_LANG", language)
    said = line("methods")
    assert said.code == 2
    said.complains("INTERVISIE_LANG", "nl")
    assert line("methods", "--lang", "en").code == 0
    monkeypatch.setenv("INTERVISIE_LANG", "")
    assert line("methods").code == 0


@pytest.mark.parametrize("words", [*((text,) for text in HOSTILE), ("methods", "shw"), ("expotr",), ("--",)])
def test_an_unknown_command_is_a_sentence(line: Line, words: tuple[str, ...]) -> None:
    said = line(*words)
    assert said.code in {1, 2}
    said.complains()


def test_a_mistyped_command_is_guessed(line: Line) -> None:
    line("expotr").complains("Did you mean export?")


def test_methods_show_check_and_new(line: Line, tmp_path: Path) -> None:
    assert "(incident)" in line("methods", "show", "incident").out
    assert line("methods", "check", "incident").code == 0
    assert line("methods", "new", "our-own", "--to", str(tmp_path)).code == 0
    path = tmp_path / "our-own.py"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert line("methods", "check", str(path)).code == 0
    again = line("methods", "new", "our-own", "--to", str(tmp_path))
    assert again.code == 1
    again.complains("there already")


def test_a_new_method_lands_in_the_methods_folder_and_is_found_there(line: Line) -> None:
    assert line("methods", "new", "our-own").code == 0
    assert "our-own" in line("methods").out
    assert line("methods", "check", "our-own").code == 0


def test_every_problem_of_a_method_is_told_with_file_line_and_mend(line: Line, tmp_path: Path) -> None:
    path = tmp_path / "bad.py"
    path.write_text("\nraise RuntimeError('boo')\n", encoding="utf-8")
    said = line("methods", "check", str(path))
    assert said.code == 1
    assert f"{path}:2: raises RuntimeError (boo): mend this line" in said.out


@pytest.mark.parametrize("name", ["", "A B", "../x", "x" * 5000, "incident", "\x1b", "é"])
def test_a_name_that_cannot_be_a_new_method_is_a_sentence(line: Line, name: str) -> None:
    said = line("methods", "new", name)
    assert said.code in {1, 2}
    said.complains()


@pytest.mark.parametrize("what", ["", "nope", "missing.py", "/", "x" * 5000, "\x1b[31m"])
def test_checking_what_is_not_there_fails_without_a_traceback(line: Line, what: str) -> None:
    said = line("methods", "check", what)
    assert said.code in {1, 2}
    assert "Traceback" not in said.out + said.err
    assert said.out or said.err


def test_a_bad_plug_in_is_told_and_the_others_work(line: Line) -> None:
    folder = config_folder() / "methods"
    folder.mkdir(parents=True, mode=0o700)
    config_folder().chmod(0o700)
    (folder / "bad.py").write_text("raise SystemExit(3)\n", encoding="utf-8")
    said = line("methods", "--json")
    assert said.code == 0
    found = json.loads(said.out)
    assert "incident" in {method["id"] for method in found["methods"]}
    assert [Path(problem["file"]).name for problem in found["problems"]] == ["bad.py"]
    assert line("doctor", "--json").code == 1


def test_keys_lists_the_users_own_and_what_was_wrong_with_them(line: Line) -> None:
    config_folder().mkdir(mode=0o700)
    (config_folder() / "config.toml").write_text('[keys]\nnote = "w"\nnoet = "q"\n', encoding="utf-8")
    said = line("keys")
    assert said.code == 0
    assert any(row.split()[:1] == ["w"] and "note" in row.split() for row in said.out.splitlines())
    said.complains("noet")


def test_keys_lists_every_key_of_an_action_and_says_where_there_is_none(line: Line) -> None:
    out = line("--lang", "en", "keys").out
    for keys in ("n, PageDown  ", "N, PageUp  ", "+, =  ", "v, b, .  ", "?, F1  ", "no key  "):
        assert f"  {keys}" in out


def test_doctor_tells_of_a_theme_that_is_none(line: Line) -> None:
    config_folder().mkdir(mode=0o700)
    (config_folder() / "config.toml").write_text('theme = "foo"\n', encoding="utf-8")
    said = line("doctor")
    assert said.code == 1
    assert "intervisie-dark" in said.out


@pytest.mark.parametrize("damage", ["", "{broken", '{"_meta": {"1": {"schema": 99}}}'])
@pytest.mark.parametrize("name", ["catalogue.json", "index.json"])
def test_doctor_tells_of_a_damaged_or_newer_file_of_groups_or_sessions(
    line: Line, name: str, damage: str
) -> None:
    assert line("doctor").code == 0
    (data_folder() / name).write_text(damage, encoding="utf-8")
    said = line("doctor")
    assert said.code == 1
    assert name in said.out


def test_what_is_wrong_with_a_method_is_said_in_dutch(line: Line, tmp_path: Path) -> None:
    bad = tmp_path / "bad.py"
    bad.write_text("from intervisie_tui.method import Minutes\nMinutes(0)\n", encoding="utf-8")
    said = line("--lang", "nl", "methods", "check", str(bad))
    assert said.code == 1
    assert "Minutes.minutes is 0: geef hele of halve minuten, meer dan 0 en hooguit 480" in said.out


def test_doctor_tells_of_a_typo_in_the_settings_with_its_line(line: Line) -> None:
    config_folder().mkdir(mode=0o700)
    (config_folder() / "config.toml").write_text('\nthem = "dark"\n', encoding="utf-8")
    said = line("doctor", "--json")
    assert said.code == 1
    wrong = [finding for finding in json.loads(said.out) if finding["grade"] == "wrong"]
    assert len(wrong) == 1
    assert "line 2" in wrong[0]["found"]
    assert "theme" in wrong[0]["hint"]


def test_what_is_wrong_ends_with_one_sign(line: Line) -> None:
    (config_folder() / "methods").mkdir(mode=0o700, parents=True)
    (config_folder() / "config.toml").write_text('[keys]\nnext-fase = "w"\n', encoding="utf-8")
    (config_folder() / "methods" / "bad.py").write_text('raise RuntimeError("boom")\n', encoding="utf-8")
    doctor, keys = line("doctor"), line("keys")
    assert "did you mean next-phase? `intervisie keys`" in doctor.out
    assert "raises RuntimeError (boom): mend this line" in doctor.out
    assert keys.err.strip().endswith("did you mean next-phase?")


def test_a_healthy_set_up_is_right(line: Line) -> None:
    assert line("doctor").code == 0


@pytest.mark.parametrize(
    "command", [("sessions",), ("export", "--to", "md"), ("actions",), ("wipe", "--all", "--yes")]
)
def test_a_data_folder_that_others_can_write_is_refused_with_the_mend(
    line: Line, command: tuple[str, ...]
) -> None:
    data_folder().mkdir()
    data_folder().chmod(0o777)
    said = line(*command)
    assert said.code == 1
    said.complains("Others can write", "chmod 700")
    assert list(data_folder().iterdir()) == []


def test_a_data_folder_that_is_a_file_is_a_sentence(line: Line) -> None:
    data_folder().write_text("mine", encoding="utf-8")
    said = line("sessions")
    assert said.code == 1
    said.complains("--data-dir")
    assert data_folder().read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("folder", ["\0", "/proc/nope/data", "x" * 5000])
def test_a_data_folder_that_cannot_be_made_is_a_sentence(line: Line, folder: str) -> None:
    said = line("sessions", "--data-dir", folder)
    assert said.code == 1
    said.complains()


def test_a_damaged_list_of_groups_is_told_and_kept(line: Line) -> None:
    assert line("sessions").code == 0
    (data_folder() / "catalogue.json").write_bytes(b'{"groups": {"1": ')
    for command in (("actions",), ("sessions",), ("attendance", "Demo", "--to", "csv")):
        said = line(*command)
        assert "Traceback" not in said.err
    kept = [
        path
        for path in data_folder().rglob("*")
        if path.is_file() and b'{"groups": {"1": ' in path.read_bytes()
    ]
    assert kept


def test_an_error_that_nobody_foresaw_shows_nothing_of_what_was_typed(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> int:
        raise RuntimeError("a secret case")

    monkeypatch.setattr(commands, "import_module", fails)
    said = line("sessions")
    assert said.code == 1
    said.complains("RuntimeError")
    assert "secret" not in said.err


def test_ctrl_c_ends_quietly_with_130(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "import_module", interrupted)
    assert line("sessions").code == 130
