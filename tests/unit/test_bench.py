"""The harness of the bench gives figures; what they are is for `make bench` alone."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from aiohttp import web

from bench import crowd, picker, processes
from bench.__main__ import QUICK, measure
from bench.figure import Figure, p99, table
from bench.page import rewrite
from bench.screen import Screen
from bench.serving import WATCH, Site, ours, stock
from bench.stores import archived, running, session, surroundings
from bench.terminal import Terminal, TooLate
from bench.viewers import Browsers, seated, words_of
from intervisie_tui.clock import now
from intervisie_tui.store.store import Store

pytestmark = [
    pytest.mark.processes,
    pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals"),
]


def test_each_part_of_the_bench_gives_a_figure(tmp_path: Path) -> None:
    figures = measure(tmp_path, QUICK, ("key", "commit"))
    assert len(figures) == 3
    assert all(figure.ours > 0 and figure.ratio is not None for figure in figures)


def test_folding_opening_and_undoing_a_long_session_are_measured(tmp_path: Path) -> None:
    folded, opened, undone = measure(tmp_path, QUICK, ("history",))
    assert (folded.bound, opened.bound, undone.bound) == (11, 1000, 50)
    assert folded.ratio is not None


def test_dates_are_measured_when_the_grammar_is_there_and_for_the_first(tmp_path: Path) -> None:
    understood, first = measure(tmp_path, QUICK, ("dates",))
    assert (understood.bound, first.bound) == (2, None)
    assert first.ours > understood.ours > 0


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


def test_bytes_for_a_terminal_are_read_as_words_whatever_their_colours_and_places() -> None:
    drawn = b"\x1b[?1049h\x1b[1;1H\x1b[1;38;2;1;2;3mIn turn: \x1b[0mDirk\x1b[2;1H of 15 min\x1b(B"
    assert "In turn: Dirk  of 15 min" in words_of(drawn)


def test_a_screen_tells_which_piece_brought_the_words_and_draws_the_rest_later() -> None:
    screen = Screen()
    for moment, data in ((1.0, b"phase 8"), (2.0, b"\x1b[1;7H9"), (3.0, b"\x1b[1;7H8")):
        screen.came(moment, data)
    assert screen.first("phase 9") == 2.0
    assert "phase 9" in screen.text
    screen.draw()
    assert "phase 8" in screen.text
    assert screen.first("phase 9") is None


@asynccontextmanager
async def told_by_a_server(*pieces: bytes | str) -> AsyncIterator[Site]:
    """A site with a door that sends these pieces to whoever has its cookie, and shuts after the first word typed."""

    async def join(request: web.Request) -> web.Response:
        answer = web.Response(status=303, headers={"Location": "/"})
        answer.set_cookie("seat", request.match_info["token"])
        return answer

    async def socket(request: web.Request) -> web.WebSocketResponse:
        assert request.cookies["seat"] == "abc"
        assert request.query["width"] == "120"
        own = web.WebSocketResponse()
        await own.prepare(request)
        assert json.loads((await own.receive()).data) == ["resize", {"width": 120, "height": 34}]
        for piece in pieces:
            await (own.send_str(piece) if isinstance(piece, str) else own.send_bytes(piece))
        await own.receive()
        await own.close(code=4404)
        return own

    app = web.Application()
    app.add_routes([web.get("/join/{token}", join), web.get("/ws", socket)])
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield Site(0, url, {WATCH: f"{url}/join/abc"})
    finally:
        await runner.cleanup()


async def test_a_viewer_has_its_picture_when_all_words_have_come_and_counts_bytes_as_they_are_on_the_wire() -> (
    None
):
    async with (
        told_by_a_server(b"\x1b[1mone", '["beat"]', b" two" + b" " * 200) as site,
        seated(site, (WATCH, WATCH), lambda text: "one two" in text) as (viewers, took),
    ):
        assert [seconds > 0 for seconds in took] == [True, True]
        assert [viewer.came for viewer in viewers] == [(2 + 7) + (2 + 8) + (4 + 204)] * 2
        assert "one two" in viewers[0].picture


async def test_a_viewer_who_is_shown_out_before_its_picture_came_says_what_it_saw() -> None:
    async with told_by_a_server(b"something else") as site, Browsers(site) as browsers:
        viewer = await browsers.sit(await browsers.headers(WATCH))
        waiting = asyncio.create_task(viewer.until(lambda text: "the room" in text))
        await viewer.type("x")
        with pytest.raises(TooLate, match=r"(?s)something else.*4404"):
            await waiting


def test_what_was_started_is_ended_with_all_that_came_from_it_also_what_does_not_listen() -> None:
    deaf = "import signal; signal.signal(15, signal.SIG_IGN); print('deaf', flush=True); signal.pause()"
    say = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {deaf!r}])"
    with processes.started((sys.executable, "-c", say), {}, patience=0.5) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "deaf\n"
        there = processes.family(process.pid)
        assert len(there) == 2
        assert processes.memory(process.pid) > max(each.memory_full_info().uss for each in there)
    assert all(processes.gone(each) for each in there)


def test_a_folder_for_the_servers_holds_one_session_whose_id_is_known(tmp_path: Path) -> None:
    assert (tmp_path / "data" / "live" / f"{session(running(tmp_path))}.journal").exists()


def test_who_watches_in_a_browser_is_measured_at_our_server_as_at_the_peers(tmp_path: Path) -> None:
    with surroundings(tmp_path):
        data = running(tmp_path)
        for served in (ours(data), stock(data, "stage")):
            found = crowd.crowd(served, 2)
            assert found.seconds > 0
            assert found.memory > 10_000_000


@pytest.mark.tmux
def test_a_key_is_measured_until_it_is_on_a_stage_in_tmux_and_on_seats_in_browsers(tmp_path: Path) -> None:
    figures = measure(tmp_path, replace(QUICK, in_step_keys=2), ("in-step",))
    assert [("tmux" in figure.name, figure.ours > 0) for figure in figures] == [
        (True, True), (True, True), (False, True), (False, True),
    ]  # fmt: skip
