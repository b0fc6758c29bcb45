"""Several processes with each a screen on one session, some of them killed."""

import json
import random
from collections.abc import Callable
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path
from typing import Any

from intervisie_tui import clock
from intervisie_tui.domain import timing
from intervisie_tui.domain.commands import StartClock
from intervisie_tui.domain.events import Commit, NoteAdded, PhaseEntered
from intervisie_tui.domain.history import History
from intervisie_tui.domain.moments import span
from intervisie_tui.domain.session import Clock, Seat
from intervisie_tui.live import Live
from intervisie_tui.store.beat import Beat
from intervisie_tui.store.store import Store
from tests.multiprocess.children import SOON, child, let_go, lines, rest
from tests.unit.demo_session import START

SCREEN = """
import asyncio, json, random, sys
from pathlib import Path
from intervisie_tui import clock
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.session import Seat
from intervisie_tui.live import Live
from intervisie_tui.store.beat import Beat
from intervisie_tui.store.store import Store

root, name, count, seed = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4]
me = sys.argv[5] if len(sys.argv) > 5 else None
store = Store.open(root, now=clock.now, patience=60)
live = Live(
    store.journal("s1"), store.drafts("s1", name, guest=me is not None), Beat(store.live_folder, "s1"), clock.now,
    Seat.PARTICIPANT if me else Seat.TIMEKEEPER, name,
)
luck = random.Random(seed)

def of_a_guest(key, here):
    return luck.choice((
        c.AddNote(key, here, key, by=me), c.AddNote(key, here, key, by=me), c.Park(key, key, me),
        c.AddAction(key, key, me), c.RaiseHand(me), c.LowerHand(me), c.NextPhase(here), c.TakeSeat(me),
        c.AddNote(key, here, key), c.AddNote(key, here, key, by="nobody"), "draft",
    ))

async def main():
    if me:
        await live.do(c.TakeSeat(me, claim=True))
    for number in range(count):
        here = live.session.current.id
        key = f"{seed}-{number}"
        guests = [guest.id for guest in live.session.guests] or ["g-anna"]
        command = of_a_guest(key, here) if me else luck.choice((
            c.HandOver(luck.choice(guests)), c.TakeControl(luck.choice(guests)),
            c.AddNote(key, here, key), c.AddNote(key, here, key), c.AddNote(key, here, key), c.NextPhase(here),
            c.PreviousPhase(here), c.StartClock(), c.PauseClock(), c.NextSpeaker(live.session.turns.speaker),
            c.AddTime(here, 60), c.Park(key, key), "undo", "redo", "draft",
        ))
        if command == "undo":
            await live.undo()
        elif command == "redo":
            await live.redo()
        elif command == "draft":
            await live.draft("note", f"{key} half a line")
            print(json.dumps(["draft", key, 0]), flush=True)
        elif await live.do(command) is None:
            mine = live.last
            assert mine.screen == name and live.saved
            print(json.dumps([type(command).__name__, key, mine.revision]), flush=True)
    print(json.dumps(["end", "", 0]), flush=True)
    sys.stdin.read()

asyncio.run(main())
"""


def opened(root: Path) -> Store:
    return Store.open(root, now=clock.now)


def hold(store: Store, screen: str) -> Live:
    beat = Beat(store.live_folder, "s1")
    return Live(store.journal("s1"), store.drafts("s1", screen), beat, clock.now, Seat.TIMEKEEPER, screen)


async def begun(root: Path) -> Store:
    store = opened(root)
    store.create("s1")
    live = hold(store, "first")
    assert await live.do(START) is None
    assert await live.do(StartClock()) is None
    await live.stop()
    return store


def heard(said: list[str]) -> list[Any]:
    """The whole lines of what a screen said; a kill may tear the last."""
    return [json.loads(line) for line in said if line.endswith("\n")]


def check(commits: tuple[Commit, ...], acknowledged: dict[str, list[Any]]) -> None:
    """Nothing is lost, doubled, out of order or of a step that nobody could take."""
    assert [commit.revision for commit in commits] == list(range(1, len(commits) + 1))
    for name, told in acknowledged.items():
        done = [(kind, key, revision) for kind, key, revision in told if revision]
        revisions = [revision for _, _, revision in done]
        assert revisions == sorted(set(revisions))
        for kind, key, revision in done:
            commit = commits[revision - 1]
            assert commit.screen == name
            if kind == "AddNote":
                assert [event.text for event in commit.events if isinstance(event, NoteAdded)] == [key]
    made = [event.id for commit in commits for event in commit.events if isinstance(event, NoteAdded)]
    assert len(made) == len(set(made))
    for earlier, later in pairwise(commits):
        assert later.at.boot >= earlier.at.boot
    history = History()
    for commit in commits:
        before = history.session.position
        history.add(commit)
        if isinstance(commit.events[0], PhaseEntered):
            assert abs(history.session.position - before) == 1


GUESTS = {"anna": "g-anna", "bram": "g-bram", "chantal": "g-chantal"}
"""Members who take part on screens of their own, and the ids of these."""


async def test_eight_screens_at_once_with_kills_lose_double_and_reorder_nothing(
    tmp_path: Path, effort: Callable[[int, int], int]
) -> None:
    store = await begun(tmp_path / "data")
    luck = random.Random(7)
    count = effort(25, 500)
    acknowledged: dict[str, list[Any]] = {}
    with ExitStack() as stack:
        started: dict[str, tuple[object, ...]] = {
            name: (name, count, name) for name in ("a", "b", "c", "d", "e")
        }
        started |= {guest: (guest, count, guest, member) for member, guest in GUESTS.items()}
        screens = {
            name: stack.enter_context(child(SCREEN, store.root, *words)) for name, words in started.items()
        }
        for name in ("a", "b", "g-anna"):
            said = lines(screens[name], luck.randrange(1, 12))
            screens[name].kill()
            acknowledged[name] = heard(said + rest(screens[name]))
        # The guest's page is loaded again: another process, and the same guest.
        screens["g-anna"] = stack.enter_context(child(SCREEN, store.root, "g-anna", count, "again", "anna"))
        for name in screens.keys() - {"a", "b"}:
            let_go(screens[name])
        for name in screens.keys() - {"a", "b"}:
            told = heard(rest(screens[name]))
            assert screens[name].wait(SOON) == 0
            assert told[-1][0] == "end"
            acknowledged[name] = acknowledged.get(name, []) + told
    reading = opened(store.root).journal("s1").read(0)
    assert reading.damage is None
    check(reading.commits, acknowledged)
    in_own_name(reading.commits)


def in_own_name(commits: tuple[Commit, ...]) -> None:
    """What a guest did while it took part, it did as itself; a name taken anew needs no other journal."""
    members = {guest: member for member, guest in GUESTS.items()}
    history = History()
    for commit in commits:
        if commit.seat is Seat.PARTICIPANT:
            assert history.session.seat_of(commit.screen) in {None, Seat.PARTICIPANT}
            for event in commit.events:
                author = (
                    getattr(event, "by", None)
                    or getattr(event, "owner", None)
                    or getattr(event, "member", "")
                )
                assert author == members[commit.screen]
        history.add(commit)
    assert {guest.id: guest.member for guest in history.session.guests} == members


async def test_killed_in_the_middle_all_that_was_told_is_there_and_the_clock_ran_on(
    tmp_path: Path, effort: Callable[[int, int], int]
) -> None:
    store = await begun(tmp_path / "data")
    luck = random.Random(11)
    acknowledged: dict[str, list[Any]] = {}
    for turn in range(effort(6, 60)):
        name = f"k{turn}"
        with child(SCREEN, store.root, name, 100_000, name) as screen:
            said = lines(screen, luck.randrange(1, 30))
            screen.kill()
            acknowledged[name] = heard(said + rest(screen))
        again = hold(opened(store.root), "again")
        session, now = again.session, again.now()
        counted = timing.session_elapsed(session, now)
        settled = sum(run.spent for run in session.agenda)
        if session.clock is Clock.RUNNING:
            assert session.running_since is not None
            assert abs(counted - settled - span(session.running_since, now)) < 0.001
        else:
            assert counted == settled
        drafts = [key for kind, key, _ in acknowledged[name] if kind == "draft"]
        left = await again.drafts_left()
        for key in drafts[-1:]:
            assert any(kind == "note" and text.startswith(name) for kind, text in left)
            assert max(
                int(text.split()[0].split("-")[1]) for _, text in left if text.startswith(name)
            ) >= int(key.split("-")[1])
        for _ in left:
            assert await again.take_draft("note")
        await again.stop()
    check(opened(store.root).journal("s1").read(0).commits, acknowledged)
