"""The harness of the bench gives figures; what they are is for `make bench` alone."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bench import picker
from bench.__main__ import QUICK, measure
from bench.figure import Figure, p99, table
from bench.page import rewrite
from bench.stores import archived, surroundings
from bench.terminal import Terminal
from intervisie_tui.clock import now
from intervisie_tui.store.store import Store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")


def test_each_part_of_the_bench_gives_a_figure(tmp_path: Path) -> None:
    figures = measure(tmp_path, QUICK, ("key", "commit"))
    assert len(figures) == 3
    assert all(figure.ours > 0 and figure.ratio is not None for figure in figures)


def test_the_list_of_methods_is_measured_with_few_and_with_many_and_so_is_the_start_of_a_room(
    tmp_path: Path,
) -> None:
    few, more, room = measure(tmp_path, replace(QUICK, methods=60), ("methods",))
    assert ("37" in few.name, "23 more" in more.name, "60" in room.name) == (True, True, True)
    assert few.free == 74
    assert few.ours > few.free
    assert few.ratio is not None
    assert room.ratio is not None


def test_the_picker_is_measured_beside_a_bare_list(tmp_path: Path) -> None:
    with surroundings(tmp_path):
        figures = picker.figures(tmp_path, 1, (37,))
    assert [figure.ours > 0 and figure.ratio is not None for figure in figures] == [True, True]


def test_a_folder_for_the_lobby_holds_as_many_closed_sessions_as_were_asked_for(tmp_path: Path) -> None:
    archived(tmp_path, 7)
    store = Store.open(tmp_path / "data", now=now)
    assert len(store.archive.ids()) == 7
    assert len(store.catalogue.rows.latest(50)) == 7
    assert not store.problems


def test_a_terminal_tells_when_words_came_and_how_many_bytes_they_were(tmp_path: Path) -> None:
    say = "import sys; print('one'); sys.stdin.readline(); print('two')"
    with Terminal((sys.executable, "-c", say), {"TERM": "xterm"}) as terminal:
        first = terminal.until(lambda text: "one" in text)
        pressed = terminal.send("\r")
        second = terminal.until(lambda text: "two" in text)
        assert terminal.began < first <= pressed < second
        assert terminal.written >= len("one\r\ntwo\r\n")


def test_a_ratio_over_its_bound_is_not_kept_and_a_figure_without_a_peer_is_held_to_itself() -> None:
    assert Figure("a", "ms", 16, 1.6, 10).kept
    assert not Figure("a", "ms", 17, 1.6, 10).kept
    assert Figure("b", "bytes/s", 499, 500).kept
    assert not Figure("b", "bytes/s", 500, 500).kept


def test_what_is_free_does_not_count_in_the_ratio_and_is_told() -> None:
    figure = Figure("c", "ms", 35, 1.5, 10, free=20)
    assert figure.kept
    assert figure.cells()[3:5] == ("1.50", "<= 1.5, and 20.0 ms")


def test_one_slow_key_in_a_hundred_is_seen() -> None:
    assert p99([1.0] * 99 + [9.0]) == 9.0


def test_the_page_keeps_its_words_and_gets_the_new_table(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    page.write_text("before\n<!-- bench: begin -->\nold\n<!-- bench: end -->\nafter\n", encoding="utf-8")
    rewrite(table([Figure("idle", "%", 1, 1.5, 2)]), page)
    text = page.read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert text.endswith("\nafter\n")
    assert "old" not in text
    assert "| 0.50  | <= 1.5 | kept |" in text
    assert "Textual 8" in text
