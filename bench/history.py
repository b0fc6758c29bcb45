"""What a long session costs: folding it, opening it, and undoing in it."""

import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

from bench.figure import Figure, median
from intervisie_tui import clock
from intervisie_tui.domain import events as e
from intervisie_tui.domain.events import Commit
from intervisie_tui.domain.history import DEEP, History
from intervisie_tui.domain.limits import ENTRIES
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.phases import PlannedPhase
from intervisie_tui.domain.session import Member, Seat
from intervisie_tui.method import Capture, Floor, Stance, Text
from intervisie_tui.store.store import Store

FEW, MANY = 2_000, 20_000
_SESSION = "bench"


def figures(folder: Path, times: int, many: int = MANY) -> tuple[Figure, ...]:
    """Folding beside a tenth of it in the same run, in turn; opening what a session may hold; an undo far back."""
    few, most = [], []
    short, long = _commits(many // 10), _commits(many)
    for _turn in range(times):
        few.append(_timed(lambda: History(short)))
        most.append(_timed(lambda: History(long)))
    opened, undone = _opening(folder, times), _undoing(times)
    return (
        Figure(f"folding {many:,} notes", "ms", median(most), 11, median(few), f"{many // 10:,}"),
        Figure(f"opening a session of {ENTRIES.figure:,} entries", "ms", median(opened), 1000),
        Figure(f"undo with {DEEP} later commits", "ms", median(undone), 50),
    )


def _opening(folder: Path, times: int) -> list[float]:
    store = Store.open(folder / "history", now=clock.now)
    journal = store.create(_SESSION, speed=1.0)
    journal.append_many(0, _commits(ENTRIES.figure))
    return [
        _timed(
            lambda: History(Store.open(folder / "history", now=clock.now).journal(_SESSION).read(0).commits)
        )
        for _turn in range(times)
    ]


def _undoing(times: int) -> list[float]:
    took = []
    for _turn in range(times):
        history = History(_commits(ENTRIES.figure))
        last = history.commits[-1]
        undo = Commit(
            last.revision + 1, last.at, Seat.TIMEKEEPER, "desk", (e.TakenBack(last.at, last.revision - DEEP),)
        )
        took.append(_timed(lambda history=history, undo=undo: history.add(undo)))  # type: ignore[misc]
    return took


def _timed(work: Callable[[], object]) -> float:
    """Milliseconds that it takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1e3


def _commits(notes: int) -> list[Commit]:
    """A session whose clock runs, with this number of notes by two guests and a timekeeper."""
    begin = Moment(1_800_000_000.0, 1000.0, "boot")
    words = Text(nl="Vragen", en="Questions")
    phase = PlannedPhase("ask", words, 3600.0, 60.0, Floor.OPEN, Stance.ANSWERS, captures=(Capture.QUESTION,))
    members = (Member("anna", "Anna"), Member("bram", "Bram"))
    started = e.Started(begin, _SESSION, "nl", members, (), (), (phase,), 3600.0)
    made: list[tuple[Seat, str, e.Event]] = [
        (Seat.TIMEKEEPER, "desk", started),
        (Seat.TIMEKEEPER, "desk", e.ClockStarted(begin)),
    ]
    hands = cycle(
        ((Seat.TIMEKEEPER, "desk", None), (Seat.PARTICIPANT, "a", "anna"), (Seat.PARTICIPANT, "b", "bram"))
    )
    for number, (seat, screen, by) in zip(range(notes), hands, strict=False):
        at = begin.later(number / 2)
        note = e.NoteAdded(at, f"note-{number}", "ask", Capture.QUESTION, "Wat gebeurde er precies?", by)
        made.append((seat, screen, note))
    return [
        Commit(place, event.at, seat, screen, (event,)) for place, (seat, screen, event) in enumerate(made, 1)
    ]
