"""What the big digits on a real screen say, and when by the journal alone they should come to say it."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from intervisie_tui import clock, system
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.events import ClockPaused, ClockStarted, TimeSet
from intervisie_tui.domain.moments import Moment
from intervisie_tui.rooms import Rooms
from intervisie_tui.widgets.clock_pane import face
from intervisie_tui.widgets.glyphs import HEIGHTS, glyph
from tests.terminal.terminal import Terminal, read_any
from tests.unit.demo_session import START

QUIET = 0.03
"""Seconds without a byte after which a picture is whole."""


@dataclass
class Past:
    """A clock that runs with the real one, so many seconds behind."""

    seconds: float

    def __call__(self) -> Moment:
        return clock.now().later(-self.seconds)


def played(past: Past, commands: Callable[[], Iterable[c.Command]]) -> None:
    """A session in the test's own folder; `commands` may move the clock between them."""

    async def play() -> None:
        live = await Rooms.at(now=past).start(START)
        for command in commands():
            assert await live.do(command) is None
        await live.stop()

    asyncio.run(play())


def runs_out() -> float:
    """The boot clock's moment at which the first phase has nothing left, counted from the bare events."""
    rooms = Rooms.at()
    ((session, _header),) = rooms.store.live()
    total, spent, since = START.agenda[0].seconds, 0.0, None
    for commit in rooms.store.journal(session).read(0).commits:
        for event in commit.events:
            if isinstance(event, ClockStarted):
                since = event.at.boot
            elif isinstance(event, ClockPaused):
                assert since is not None
                spent, since = spent + event.at.boot - since, None
            elif isinstance(event, TimeSet):
                total = dict(event.seconds)[START.agenda[0].id]
    assert since is not None
    return since + total - spent


def seconds_of(text: str) -> int:
    """The seconds for which a face stands; below zero when it is over time."""
    minutes, seconds = text.lstrip("+").split(":")
    whole = int(minutes) * 60 + int(seconds)
    return -whole if text.startswith("+") else whole


def faces(out: float) -> list[str]:
    """The faces from a while ago to a while from now, in the order in which they come."""
    here = round(out - system.boot_seconds())
    return [face(seconds) for seconds in range(here + 120, here - 120, -1)]


def pass_by(terminals: Sequence[Terminal], seconds: float) -> None:
    """Take in all that comes within so many seconds."""
    end = system.boot_seconds() + seconds
    while (rest := end - system.boot_seconds()) > 0:
        read_any(terminals, rest)


def flips(terminal: Terminal, expected: Sequence[str]) -> dict[str, float]:
    """When each of these faces came to stand on the screen, of all that it has written since last drawn.

    Looked at only where nothing came for a moment: half a picture may show a face that never was.
    """
    found: dict[str, float] = {}
    picture = terminal.draw(terminal.drawn)
    shown = next((text for text in expected if stands(picture, text)), None)
    moments = [moment for moment, _ in terminal.pieces] + [system.boot_seconds()]
    for number in range(terminal.drawn + 1, len(terminal.pieces) + 1):
        if moments[number] - moments[number - 1] < QUIET:
            continue
        picture = terminal.draw(number)
        if shown is not None and stands(picture, shown):
            continue
        after = next((text for text in expected if stands(picture, text)), None)
        if after is not None:
            found[after] = moments[number - 1]
            shown = after
    return found


def stands(picture: list[str], text: str) -> bool:
    """Whether these digits stand in the picture, at whatever height and width."""
    return any(_stands(picture, text, rows, slim) for rows in HEIGHTS for slim in (False, True))


def _stands(picture: list[str], text: str, rows: int, slim: bool) -> bool:
    lines = [" ".join(glyph(sign, rows, slim=slim)[row] for sign in text) for row in range(rows)]
    for top in range(len(picture) - rows + 1):
        at = picture[top].find(lines[0])
        while at >= 0:
            # What stands beside it would be another sign of a longer face.
            there = [
                picture[top + row][max(0, at - 3) : at + len(line) + 3] for row, line in enumerate(lines)
            ]
            if all(part.strip() == line.strip() for part, line in zip(there, lines, strict=True)):
                return True
            at = picture[top].find(lines[0], at + 1)
    return False
