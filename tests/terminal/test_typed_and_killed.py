"""Typed into a real room and killed: what was sent is there, and of the half-typed line all but its last moment."""

import random
import statistics
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from intervisie_tui import system
from intervisie_tui.domain.commands import StartClock
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.line_closed import MEANT_FOR_LINE
from tests.terminal.clocks import Past, pass_by, played
from tests.terminal.terminal import Terminal
from tests.unit.demo_session import START

LOST, BUSY = 0.25, 1.5
"""Seconds of typing that a kill may cost, and what that may become where the machine is busy."""
LINE = "what would you do if nobody had ever told you how it ought to be done?"
END = "|"
"""Typed behind what came back, so that blanks at its end are kept too."""
NOTE, PARK = "c", "p"


@dataclass
class Typed:
    """What was typed last before a kill, and when."""

    key: str = NOTE
    text: str = ""
    sent: bool = False
    at: list[float] = field(default_factory=list)
    killed: float = 0.0

    def lost(self, back: str) -> float:
        """How many seconds before the kill the first sign was typed that has not come back."""
        return self.killed - self.at[len(back)] if len(back) < len(self.text) else 0.0


def written(key: str) -> list[str]:
    """What the journal has of what that key writes."""
    session = Rooms.at().folded(START.id)
    assert session is not None
    return [entry.text for entry in (session.notes if key == NOTE else session.parking)]


def type_until_killed(room: Terminal, luck: random.Random, name: str) -> Typed:
    """Send one line, type half of another or all of it, at the speed of a person; end in the middle of it."""
    typed = Typed(luck.choice((NOTE, PARK)), f"{name} {LINE}"[: luck.randrange(1, 40)], luck.random() < 0.3)
    room.press(f"{typed.key}sent-{name}\r")
    room.until(lambda _: f"sent-{name}" in written(typed.key), f"sent-{name}")
    for sign in typed.text:
        room.press(sign)
        typed.at.append(system.boot_seconds())
        pass_by([room], luck.uniform(0.0, 0.12))
    if typed.sent:
        room.press("\r")
        pass_by([room], luck.uniform(0.0, 0.03))
    typed.killed = system.boot_seconds()
    room.kill()
    return typed


def come_back(room: Terminal, before: Typed) -> str:
    """What stands in the line when it is opened again; it is sent, and closed."""
    known = len(written(before.key))
    room.press(f"{before.key}{END}\r")
    room.until(lambda _: len(written(before.key)) > known, "the line that came back")
    back = written(before.key)[-1]
    assert back.endswith(END)
    # Enter on an empty line closes it, and for a while a key counts as meant for it.
    room.shows("esc close")
    room.press("\r")
    room.hides("esc close")
    pass_by([room], MEANT_FOR_LINE)
    return back.removesuffix(END)


def test_typed_and_killed_the_line_comes_back_but_for_its_last_quarter_second(
    effort: Callable[[int, int], int],
) -> None:
    luck = random.Random(19)
    played(Past(0.0), lambda: [StartClock()])
    before, sent, lost = Typed(), {NOTE: list[str](), PARK: list[str]()}, list[float]()
    for turn in range(effort(6, 100)):
        with Terminal("open", size=(120, 34)) as room:
            room.shows("phase 1 of 7")
            if turn:
                there = before.sent and before.text.strip() in written(before.key)
                back = come_back(room, before)
                # Killed between the note and the end of its line, both are there: rather twice than never.
                assert before.text.startswith(back)
                lost.append(0.0 if there else before.lost(back))
            before = type_until_killed(room, luck, f"k{turn}")
        sent[before.key].append(f"sent-k{turn}")
        for key, lines in sent.items():
            assert [text for text in written(key) if text in lines] == lines
    print(f"lost: {sorted(round(seconds, 3) for seconds in lost)}")
    assert statistics.median(lost) <= LOST
    assert max(lost) <= BUSY
    if effort(0, 1):
        assert sum(seconds <= LOST + 0.05 for seconds in lost) >= 0.95 * len(lost)


@pytest.mark.parametrize("key", [NOTE, PARK])
def test_lines_that_are_typed_without_a_pause_lose_and_mix_no_letter(key: str) -> None:
    played(Past(0.0), lambda: [StartClock()])
    lines = [f"line {number}" for number in range(40)]
    with Terminal("open", size=(120, 34)) as room:
        room.shows("phase 1 of 7")
        room.press(key + "".join(f"{line}\r" for line in lines))
        room.until(lambda _: len(written(key)) >= len(lines), "all lines")
    assert written(key) == lines
