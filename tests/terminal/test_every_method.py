"""By the keys alone through each method, from the start to the exported minutes."""

import json
from functools import partial
from pathlib import Path

import pytest

from intervisie_tui import locale
from intervisie_tui.locale import _
from intervisie_tui.registry import load
from tests.terminal.tmux import LOOK, Tmux, agree, keep_all, phase, wait, write
from tests.unit.cli_run import Line

pytestmark = pytest.mark.tmux

METHODS = tuple(load().methods)
TWICE = ("vijfstappen", "incident", "balint", "roddel", "tietze", "oplossingsgericht")
"""What a new group meets first, in both languages."""
SIZES = ((80, 24), (120, 34))
LANGUAGES = ("nl", "en")
# In the second language a method gets the other size.
RUNS = [
    (method, LANGUAGES[(nth // 2 + turn) % 2], SIZES[(nth + turn) % 2])
    for turn, methods in enumerate((METHODS, TWICE))
    for nth, method in enumerate(METHODS)
    if method in methods
]
CIRCLE = ("--member", "Anna", "Bram", "Chantal", "Dirk", "Esra", "--owner", "Anna", "--facilitator", "Bram")
REHEARSAL = ("--frame", "none", "--speed", "60")


def go_on(room: Tmux, to: str) -> None:
    """Wait for a phase; where it is asked who brings the next case, Enter takes who stands ready."""
    asked = _("Who brings the next case?")
    wait(lambda: to in room.screen() or asked in room.screen(), room.screen, every=LOOK)
    if asked in room.screen():
        room.keys("Enter")
    room.shows(to)


@pytest.mark.parametrize(("method", "language", "size"), RUNS)
def test_a_method_is_gone_through_by_keys_from_the_start_to_the_minutes(
    method: str, language: str, size: tuple[int, int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    locale.use(language)
    in_language = partial(Line(capsys), "--lang", language)
    words = ("--lang", language, "start", *CIRCLE, *REHEARSAL, "--method", method)
    with Tmux(tmp_path / "tmux", *words, size=size) as room:
        room.shows(_("Ready to start"))
        total = len(json.loads(in_language("export", "--to", "json").out)["phases"])
        room.shows(phase(1, total))
        room.keys("Space")
        room.hides(_("Ready to start"))
        write(room, "c", "een vraag: [/b] ?")
        for nth in range(2, total + 1):
            room.keys("Enter", "n")
            go_on(room, phase(nth, total))
        agree(room, "Bram: bel de ouders @ morgen")
        keep_all(room)
        room.keys("C-q", "C-q")
        assert room.ended() == 0

    told = json.loads(in_language("export", "--to", "json").out)
    assert told["method"]["id"] == method
    assert told["language"] == language
    assert [each["id"] for each in told["phases"] if each["actual_seconds"] <= 0] == []
    assert [note["text"] for note in told["notes"]] == ["een vraag: [/b] ?"]
    assert [(action["text"], action["owner"]) for action in told["actions"]] == [("bel de ouders", "Bram")]
    assert told["actions"][0]["due"] is not None
    assert sum(each["turns"] for each in told["speaking"]) > 0
    assert told["clock"] == "finished"
    assert told["rehearsal"] is True
    minutes = in_language("export", "--to", "md").out
    assert "bel de ouders" in minutes
    assert told["method"]["name"] in minutes
    assert [row["state"] for row in json.loads(in_language("sessions", "--json").out)] == ["closed"]
