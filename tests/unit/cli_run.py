"""Runs the command line in this process, as tests do it."""

import asyncio
import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from intervisie_tui import clock
from intervisie_tui.cli import main
from intervisie_tui.domain.commands import Command, Start
from intervisie_tui.rooms import Rooms
from intervisie_tui.unfinished import named
from tests.unit.demo_session import START

HOSTILE = (
    "[/b]",
    "[@click=app.quit]x[/]",
    "\x1b]0;boo\x07\x1b[31mred",
    "مرحبا \u200f\u202e",
    "👩\u200d👩\u200d👧",
    "{name} %s",
    "x" * 5000,
)


@dataclass(frozen=True)
class Said:
    """What a command gave."""

    code: int
    out: str
    err: str

    def complains(self, *words: str) -> None:
        """It must be one line that a person can read, with these words in it."""
        assert "Traceback" not in self.err
        assert 0 < len(self.err) < 1000
        assert self.err.count("\n") == 1
        assert "\x1b" not in self.err
        for word in words:
            assert word in self.err


class Line:
    """The command line, with what it says caught."""

    def __init__(self, caught: pytest.CaptureFixture[str]) -> None:
        self._caught = caught

    def __call__(self, *words: str) -> Said:
        code = main(words)
        out, err = self._caught.readouterr()
        return Said(code, out, err)


def data_folder() -> Path:
    return Path(os.environ["INTERVISIE_DATA_DIR"])


def config_folder() -> Path:
    return Path(os.environ["INTERVISIE_CONFIG_DIR"])


def journals() -> list[str]:
    folder = data_folder() / "live"
    return sorted(path.name for path in folder.glob("*")) if folder.is_dir() else []


def made(*commands: Command, start: Start = START, rooms: Rooms | None = None) -> str:
    """Make a session with these commands in the test's own store; its id."""

    async def make() -> str:
        live = await (rooms or Rooms.at()).start(named(start, clock.now()))
        for command in commands:
            assert await live.do(command) is None
        await live.stop()
        return live.session.id

    return asyncio.run(make())
