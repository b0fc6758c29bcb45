"""From a key in the timekeeper's terminal until it is painted everywhere: a stage in tmux, seats in browsers."""

import asyncio
import random
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from bench import programs
from bench.figure import Figure, median, p99
from bench.guests import PEOPLE, taking_part
from bench.programs import STAGE, all_of
from bench.screen import Screen
from bench.serving import KEEP_TIME, WATCH, Site, ours
from bench.stores import running
from bench.terminal import Terminal, TooLate
from bench.tmux import in_tmux
from bench.viewers import Viewer, seated

KEYS = (("n", " of 8 min"), ("u", " of 15 min"), ("+", " of 16 min"), ("-", " of 15 min"))
"""Next phase and back, a minute more and less, and what each shows on every screen; all of them again and again."""
BOUNDS = {5: 100.0, 10: 150.0}
Took = tuple[list[float], list[float]]
_SETTLE = 4.0
_WARM = 4
_LOOK, _PATIENCE = 0.25, 5.0


def figures(folder: Path, seats: Sequence[int], keys: int) -> tuple[Figure, ...]:
    """With so many seats open, of each kind at least one; milliseconds."""
    return tuple(figure for number in seats for figure in _with(folder / f"{number}", number, keys))


def _with(folder: Path, seats: int, keys: int) -> Iterator[Figure]:
    data = running(folder)
    with ours(data) as site, programs.room(data) as room, in_tmux(data, programs.STAGE_COMMAND) as stage:
        room.until(programs.painted)
        stage.until(all_of(STAGE))
        terminal, browsers = asyncio.run(_seats(site, room, stage, seats, keys))
    for name, found in (("the stage in tmux", terminal), ("a browser seat", browsers)):
        yield Figure(f"key until on {name}, {seats} seats, p99", "ms", p99(found) * 1e3, BOUNDS.get(seats))
        yield Figure(f"key until on {name}, {seats} seats, median", "ms", median(found) * 1e3, None)


async def _seats(site: Site, room: Terminal, stage: Terminal, seats: int, keys: int) -> Took:
    # One who watches, as many who take part as there are names, and the others keep time; at least one of each.
    part = min(seats - 2, len(PEOPLE))
    async with (
        seated(site, (WATCH,), all_of(STAGE)) as (watch, _),
        seated(site, (KEEP_TIME,) * (seats - 1 - part), all_of(programs.SEAT)) as (keep, _),
        taking_part(site, part) as guests,
    ):
        return await measured(room, stage, (*watch, *keep, *guests), keys)


async def measured(room: Terminal, stage: Terminal, viewers: Sequence[Viewer], keys: int) -> Took:
    """Seconds at the stage, and at each of the browsers."""
    screens = [Screen() for _ in range(1 + len(viewers))]
    at_stage: list[float] = []
    in_browsers: list[float] = []
    with _following(screens, room, stage, viewers):
        await asyncio.sleep(_SETTLE)
        for turn in range(_WARM + keys):
            took = await _pressed(room, screens, *KEYS[turn % len(KEYS)])
            if turn >= _WARM:
                at_stage.append(took[0])
                in_browsers += took[1:]
    return at_stage, in_browsers


@contextmanager
def _following(
    screens: Sequence[Screen], room: Terminal, stage: Terminal, viewers: Sequence[Viewer]
) -> Iterator[None]:
    """What comes is stamped at once, and drawn only when nobody is busy."""
    loop = asyncio.get_running_loop()
    for screen, viewer in zip(screens[1:], viewers, strict=True):
        viewer.give_to(screen.came)
    ends = ((room, Screen().came), (stage, screens[0].came))
    for terminal, came in ends:
        loop.add_reader(terminal.fileno(), partial(_take, terminal, came))
    try:
        yield
    finally:
        for terminal, _ in ends:
            loop.remove_reader(terminal.fileno())


def _take(terminal: Terminal, came: Callable[[float, bytes], None]) -> None:
    data = terminal.take()
    came(time.perf_counter(), data)


async def _pressed(room: Terminal, screens: Sequence[Screen], key: str, words: str) -> list[float]:
    """Seconds until each of the screens showed it."""
    for screen in screens:
        screen.draw()
    # At any moment of the second, for a clock that is being painted is in the way.
    await asyncio.sleep(random.uniform(0.02, 0.5))
    began = room.send(key)
    shown: dict[int, float] = {}
    while len(shown) < len(screens):
        await asyncio.sleep(_LOOK)
        for place, screen in enumerate(screens):
            moment = None if place in shown else screen.first(words)
            if moment is not None:
                shown[place] = moment - began
        if time.perf_counter() > began + _PATIENCE:
            late = next(place for place in range(len(screens)) if place not in shown)
            raise TooLate(f"{key!r} is not on screen {late}:\n{screens[late].text}")
    return [shown[place] for place in range(len(screens))]
