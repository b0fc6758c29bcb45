"""What the pictures show: each scene is a store and the keys that lead to a screen of it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from intervisie_tui.app import IntervisieApp
from intervisie_tui.demo import demo_rooms
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.group import Group, GroupMember
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.session import Keep, Member
from intervisie_tui.live import Live
from intervisie_tui.locale import language
from intervisie_tui.method import Capture
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.doors import leave_room
from intervisie_tui.screens.setup_plan import Draft, start_command

QUARTER_PAST_THREE = Moment(1_795_184_100.0, 50_000.0, "picture")
"""A Friday afternoon in Amsterdam, so that the same picture comes out each time."""
NAMES = ("Esra", "Fatima", "Gijs", "Hanna", "Imre")
YEARS = 200
_WEEK = 7 * 86_400.0
_STILL, _PATIENCE = 6, 60
"""After so many looks at the same picture nothing more is waited for, and after so many in all neither."""

Stage = Callable[[Path], Awaitable[tuple[Rooms, Live | None]]]
Steps = Callable[[Pilot[None]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Scene:
    """A store, and the steps from its first screen to the one that is pictured."""

    stage: Stage
    steps: Steps


async def settled(pilot: Pilot[None]) -> None:
    """Wait until nothing has come to the screen for a while, from workers that read the store or after a mount."""
    seen, still = "", 0
    for _ in range(_PATIENCE):
        await pilot.pause(0.05)
        await pilot.pause()
        before, seen = seen, pilot.app.export_screenshot()
        still = still + 1 if seen == before else 0
        if still == _STILL:
            return


async def pressed(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one by one, and let each have its effect."""
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


def now() -> Moment:
    """The moment of every picture."""
    return QUARTER_PAST_THREE


async def demo(folder: Path) -> tuple[Rooms, Live | None]:
    """The made-up group in mid-session."""
    return await demo_rooms(folder, now)


async def fresh(folder: Path) -> tuple[Rooms, Live | None]:
    """A first start: nothing yet."""
    return Rooms.at(folder, now), None


def _start(rooms: Rooms, session_id: str, **draft: Any) -> c.Start:
    people = tuple(Member(name.lower(), name) for name in NAMES)
    method = rooms.library.methods["incident"].method
    made = start_command(
        replace(Draft(members=people, method=method), **draft),
        session_id,
        language(),
    )
    assert isinstance(made, c.Start), made
    return made


async def two_unfinished(folder: Path) -> tuple[Rooms, Live | None]:
    """The demo beside a session that was left open two weeks ago."""
    before = QUARTER_PAST_THREE.later(-2 * _WEEK)
    old = Rooms.at(folder, lambda: before)
    live = await old.start(_start(old, "before", group_name="Kring Zwolle"))
    await live.do(c.StartClock())
    await live.do(c.PauseClock())
    await live.stop()
    rooms, _live = await demo_rooms(folder, now)
    return rooms, None


async def years(folder: Path) -> tuple[Rooms, Live | None]:
    """Two hundred closed sessions of a few groups, and one with all that can be in it."""
    at = QUARTER_PAST_THREE.later(-YEARS * _WEEK)
    rooms = Rooms.at(folder, lambda: at)
    groups = [
        Group(f"g{place}", name, tuple(GroupMember(one.lower(), one) for one in NAMES), meetings=10)
        for place, name in enumerate(("Demo circle", "Kring Zwolle", "The Thursday group"))
    ]
    for group in groups:
        await rooms.save_group(group)
    for number in range(YEARS):
        at = at.later(_WEEK - 4500)
        group = groups[number % 3]
        live = await rooms.start(
            _start(rooms, f"s{number}", group=group.id, group_name=group.name, owner="esra")
        )
        await live.do(c.StartClock())
        if number == YEARS - 1:
            await _written(live)
        at = at.later(4500)
        await live.do(c.Finish())
        await rooms.close(live, Keep.ALL)
    return Rooms.at(folder, now), None


async def _written(live: Live) -> None:
    await live.do(c.SetQuestion("How can I say no without feeling guilty?"))
    phases = [run.id for run in live.session.agenda]
    for place in range(24):
        text = f"Advice number {place + 1}: first ask what the other needs, then tell what you need yourself"
        await live.do(c.AddNote(f"n{place}", phases[place % 6], text, Capture.ADVICE, "fatima"))
    for place in range(12):
        await live.do(c.AddAction(f"a{place}", f"Call number {place + 1}", "esra" if place % 2 else None))
    await live.do(c.Park("p", "Who leads next time?"))


async def away(folder: Path) -> tuple[Rooms, Live | None]:
    """A session whose screen was gone for two hours while its clock ran."""
    before = QUARTER_PAST_THREE.later(-7200)
    old = Rooms.at(folder, lambda: before)
    live = await old.start(_start(old, "away", group_name="Kring Zwolle"))
    await live.do(c.StartClock())
    await live.stop()
    rooms = Rooms.at(folder, now)
    return rooms, await rooms.open("away")


async def much(folder: Path) -> tuple[Rooms, Live | None]:
    """A session that is finished with much in it."""
    rooms = Rooms.at(folder, now)
    live = await rooms.start(_start(rooms, "much", group_name="Kring Zwolle", owner="esra"))
    await live.do(c.StartClock())
    await _written(live)
    await live.do(c.Finish())
    return rooms, live


async def nothing(folder: Path) -> tuple[Rooms, Live | None]:
    """A session that is finished with nothing in it."""
    rooms = Rooms.at(folder, now)
    live = await rooms.start(_start(rooms, "nothing", speed=60.0))
    await live.do(c.StartClock())
    await live.do(c.Finish())
    return rooms, live


def keys(*names: str) -> Steps:
    """Steps that are keys."""
    return lambda pilot: pressed(pilot, *names)


def lobby(*names: str) -> Steps:
    """Leave the room for the lobby, then keys."""

    async def steps(pilot: Pilot[None]) -> None:
        app = pilot.app
        assert isinstance(app, IntervisieApp)
        leave_room(app, app.rooms)
        await settled(pilot)
        await pressed(pilot, *names)

    return steps


async def _palette(pilot: Pilot[None]) -> None:
    await pressed(pilot, "ctrl+p")
    await pilot.pause(0.5)


def warned(names: str, minutes: str, question: str, owner: int) -> Steps:
    """A set-up with what it warns about."""

    async def steps(pilot: Pilot[None]) -> None:
        from intervisie_tui.screens.form import Line, Lines
        from intervisie_tui.screens.pick import Pick

        await pressed(pilot, "n")
        screen = pilot.app.screen
        screen.query_one("#names", Lines).text = names
        screen.query_one("#minutes", Line).value = minutes
        screen.query_one("#question", Line).value = question
        await settled(pilot)
        for field in ("owner", "facilitator"):
            screen.query_one(f"#{field}", Pick).action_step(owner)
        screen.query_one("#method").focus()
        await pressed(pilot, "enter", *"balint", "enter")

    return steps


def picker(*names: str, wish: int = 0, level: int = 0) -> Steps:
    """The picker of a set-up of the demo's group: a wish, a level, then keys in its search."""

    async def steps(pilot: Pilot[None]) -> None:
        from intervisie_tui.screens.pick import Pick

        await lobby("end", "enter")(pilot)
        pilot.app.screen.query_one("#method").focus()
        await pressed(pilot, "enter")
        for field, times in (("wish", wish), ("level", level)):
            for _time in range(times):
                pilot.app.screen.query_one(f"#{field}", Pick).action_step(1)
        await pressed(pilot, *names)

    return steps


async def _change(pilot: Pilot[None]) -> None:
    await pilot.app.screen.run_action("change_method")
    await settled(pilot)


async def _other_case(pilot: Pilot[None]) -> None:
    await pilot.app.screen.run_action("another_case")
    await settled(pilot)


async def _look_back(pilot: Pilot[None]) -> None:
    from intervisie_tui.screens.look_back import LookBackDialog
    from intervisie_tui.screens.room_base import RoomBase

    room = pilot.app.screen
    assert isinstance(room, RoomBase)
    pilot.app.push_screen(LookBackDialog(room.live))
    await settled(pilot)


THIRTY = ", ".join(f"Person {number}" for number in range(1, 31))

ROOM: dict[str, Scene] = {
    "room": Scene(demo, keys()),
    "desk": Scene(demo, keys("d")),
    "enlarged": Scene(demo, keys("z")),
    "note": Scene(demo, keys("c")),
    "action": Scene(demo, keys("a", *"Dirk", "colon", *"ask", "at", *"friday")),
    "replan": Scene(demo, keys("r")),
    "veil": Scene(demo, keys("v")),
    "leaving": Scene(demo, keys("ctrl+q")),
    "finishing": Scene(demo, keys("f")),
    "palette": Scene(demo, _palette),
}
OTHERS: dict[str, Scene] = {
    "lobby": Scene(demo, lobby()),
    "lobby-first": Scene(fresh, keys()),
    "lobby-two": Scene(two_unfinished, keys()),
    "lobby-years": Scene(years, keys()),
    "set-up": Scene(demo, lobby("end", "enter")),
    "set-up-first": Scene(fresh, keys("n")),
    "set-up-warned": Scene(fresh, warned("Anna, Bram, Anna", "30", "Why does my manager never listen?", 1)),
    "set-up-thirty": Scene(fresh, warned(THIRTY, "90", "", 0)),
    "set-up-minutes": Scene(fresh, warned(THIRTY, "9.7", "", 0)),
    "set-up-one": Scene(fresh, warned("Anna", "90", "", 0)),
    "closing": Scene(demo, keys("f", "left", "enter")),
    "closing-much": Scene(much, keys()),
    "closing-nothing": Scene(nothing, keys()),
    "complete": Scene(demo, keys("f", "left", "enter", "down", "enter")),
    "export": Scene(demo, keys("f", "left", "enter", "x")),
    "typed-word": Scene(demo, keys("f", "left", "enter", "tab", "tab", "enter")),
    "help": Scene(demo, keys("question_mark")),
    "help-lobby": Scene(fresh, keys("question_mark")),
    "archive": Scene(years, keys("o")),
    "archive-first": Scene(fresh, keys("o")),
    "reading": Scene(years, keys("o", "enter")),
    "groups": Scene(demo, lobby("g")),
    "groups-first": Scene(fresh, keys("g")),
    "groups-changed": Scene(demo, lobby("g", "enter", "x", "escape")),
    "set-up-leave": Scene(fresh, keys("n", "A", "escape")),
    "gap": Scene(away, keys()),
    "choose": Scene(demo, _other_case),
    "picker": Scene(demo, picker("down")),
    "picker-open": Scene(demo, picker()),
    "picker-wish": Scene(demo, picker(wish=4)),
    "picker-nearest": Scene(demo, picker(wish=10, level=1)),
    "picker-search": Scene(demo, picker(*"incident")),
    "picker-not-found": Scene(demo, picker(*"insident")),
    "picker-rounds": Scene(demo, picker(*"wise")),
    "picker-change": Scene(demo, _change),
    "look-back": Scene(demo, _look_back),
}
SCENES = {**ROOM, **OTHERS}
