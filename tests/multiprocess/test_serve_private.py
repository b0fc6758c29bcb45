"""Nothing confidential outside the data folder (P18): a canary in every field, and a search for it."""

import os
import tempfile
from pathlib import Path

import psutil

from intervisie_tui.domain.commands import AddNote, Park, SetQuestion
from tests.multiprocess.served import Served, a_session, browser, joined, page, serving

CANARY = "kanarie7f3a"


async def filled(served: Served) -> None:
    """The word in what people write."""
    live = await served.rooms().open(served.session)
    phase = live.session.current
    assert phase is not None
    assert await live.do(AddNote("n1", phase.id, CANARY)) is None
    assert await live.do(Park("p1", CANARY)) is None
    assert await live.do(SetQuestion(CANARY)) is None
    await live.stop()


def secrets(served: Served) -> list[str]:
    """What must be seen nowhere: the word, and what lets somebody in."""
    return [CANARY, *(link.rpartition("/")[2] for link in served.links.values())]


def command_lines(served: Served) -> str:
    """What `ps` shows of all processes, and what their environment holds."""
    told = []
    for process in (psutil.Process(served.process.pid), *served.children):
        told += process.cmdline()
        if process.pid != served.process.pid:
            told += [f"{name}={value}" for name, value in process.environ().items()]
    return "\n".join(told)


async def test_a_word_in_every_field_and_the_links_are_seen_nowhere_else(tmp_path: Path) -> None:
    home, temporary = tmp_path / "home", tmp_path / "temporary"
    home.mkdir()
    temporary.mkdir()
    session = await a_session(tmp_path / "data")
    environ = {"HOME": str(home), "TMPDIR": str(temporary), "SECRET_OF_OTHERS": CANARY}
    with serving(tmp_path / "data", session, **environ) as served:
        await filled(served)
        headers = []
        async with joined(served, "timekeeper") as one, joined(served, "watch") as other:  # noqa: SIM117 - two of a kind
            async with page(one, served) as seen, page(other, served) as watching:
                await seen.shows(CANARY)
                await watching.until(lambda: watching.drawn > 1000)
                await seen.type(f"c{CANARY}\r\x1b")
                await seen.type(f"\x1b[{CANARY}")
                await seen.socket.send_str(f'["{CANARY}"]')
                for made in (one, other):
                    for route in ("/", "/static/nothing", "/ws", "/download/x"):
                        async with made.get(served.base + route) as answer:
                            headers.append(str(answer.headers))
                            text = await answer.text()
                            assert not any(word in text for word in secrets(served))
                lines = command_lines(served)
                (pid,) = {seat.pid for seat in served.seats[:1]}
                # A crash: its kind and place may be told, nothing else.
                psutil.Process(pid).terminate()
        async with browser() as stranger, stranger.get(f"{served.base}/{CANARY}?{CANARY}={CANARY}") as answer:
            headers.append(str(answer.headers) + await answer.text())
        served.process.terminate()
        out, err = served.process.communicate(timeout=10)
        words = secrets(served)
        told = "\n".join((lines, *headers, out, err))
        assert [word for word in words if word in told] == []
        for folder in (home, temporary, Path(tempfile.gettempdir())):
            assert [path for path in found(folder, words) if not path.is_relative_to(tmp_path / "data")] == []


def found(folder: Path, words: list[str]) -> list[Path]:
    """The files below a folder that hold one of these words in their names or content, ours apart."""
    hits = []
    for top, folders, files in os.walk(folder):
        # Other tests and other people have theirs.
        folders[:] = [name for name in folders if folder != Path(tempfile.gettempdir())]
        for name in files:
            path = Path(top) / name
            try:
                content = path.read_bytes() if path.stat().st_size < 5_000_000 else b""
            except OSError:
                continue
            if any(word in name or word.encode() in content for word in words):
                hits.append(path)
    return hits
