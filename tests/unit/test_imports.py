"""The fast commands stay fast: they never load what only a screen, a server or a template needs."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    "textual",
    "rich",
    "aiohttp",
    "aiohttp_jinja2",
    "jinja2",
    "textual_serve",
    "babel",
    "lark",
    "humanize",
)
CHILD = """
import contextlib, io, json, sys
from intervisie_tui.cli import main
with contextlib.redirect_stdout(io.StringIO()):
    try:
        code = main(sys.argv[1:])
    except SystemExit as left:
        code = left.code
loaded = sorted({name.partition('.')[0] for name in sys.modules})
print(json.dumps({'code': code or 0, 'loaded': loaded}))
"""


@pytest.mark.parametrize(
    ("command", "codes"),
    [
        (["--version"], {0}),
        (["--help"], {0}),
        (["methods", "--json"], {0}),
        (["sessions", "--json"], {0}),
        # An empty store has no session to export, which is a failure said in a sentence.
        (["export", "--to", "json"], {1}),
    ],
)
def test_a_command_without_a_screen_loads_nothing_heavy(command: list[str], codes: set[int]) -> None:
    child = subprocess.run(
        [sys.executable, "-c", CHILD, *command], capture_output=True, text=True, env=os.environ, check=False
    )
    assert child.returncode == 0, child.stderr
    told = json.loads(child.stdout)
    assert told["code"] in codes
    assert set(told["loaded"]) & set(HEAVY) == set()


FIRST_KEY = """
import asyncio, sys
from pathlib import Path
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.moments import Moment
from intervisie_tui.store.beat import Beat
from intervisie_tui.store.store import Store
from intervisie_tui.domain.session import Seat
from intervisie_tui.live import Live

seen = []

def now():
    # Asked for under the lock, in the thread that decides, just before it does.
    seen.append(type(sys.modules["intervisie_tui.domain.deciding"]).__name__)
    return Moment(1.0)

store = Store.open(Path(sys.argv[1]), now=now)
store.create("one")
live = Live(store.journal("one"), store.drafts("one", "s"), Beat(store.live_folder, "one"), now, Seat.TIMEKEEPER, "s")
seen.clear()
asyncio.run(live.do(c.StartClock()))
print(seen)
"""


def test_what_decides_is_loaded_before_a_thread_decides(tmp_path: Path) -> None:
    child = subprocess.run(
        [sys.executable, "-c", FIRST_KEY, str(tmp_path / "data")], capture_output=True, text=True, check=False
    )
    assert child.returncode == 0, child.stderr
    assert child.stdout.strip().startswith("['module'")


TO_A_SCREEN = """
import asyncio, sys
from pathlib import Path
from intervisie_tui.app import IntervisieApp
from intervisie_tui.demo import demo_rooms
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.setup import SetupScreen

async def main():
    rooms, live = await demo_rooms(Path(sys.argv[1]))
    app = IntervisieApp(rooms, live if sys.argv[2] == "room" else None)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.pause()
        if sys.argv[2] != "room":
            app.push_screen(SetupScreen(rooms))
            await pilot.pause()
    print(sorted(name for name in sys.modules if name.startswith("intervisie_tui.screens.pick")))

asyncio.run(main())
"""


@pytest.mark.long
@pytest.mark.parametrize("screen", ["room", "lobby and set-up"])
def test_the_picker_is_loaded_when_it_is_opened_and_not_before(screen: str, tmp_path: Path) -> None:
    child = subprocess.run(
        [sys.executable, "-c", TO_A_SCREEN, str(tmp_path / "data"), screen],
        capture_output=True,
        text=True,
        check=False,
    )
    assert child.returncode == 0, child.stderr
    assert "screens.picker" not in child.stdout
    assert "screens.picking" not in child.stdout
    assert "[" in child.stdout


BOARD = """
import sys
from intervisie_tui.screens.room import RoomScreen
print(sorted(name for name in sys.modules if "board" in name and name.startswith("intervisie_tui")))
"""


def test_the_room_loads_a_board_only_when_a_phase_has_one() -> None:
    child = subprocess.run([sys.executable, "-c", BOARD], capture_output=True, text=True, check=False)
    assert (child.stdout.strip(), child.stderr) == ("[]", "")


TO_A_DATE = """
import asyncio, json, sys
from pathlib import Path
from intervisie_tui.app import IntervisieApp
from intervisie_tui.demo import demo_rooms

def loaded():
    return sorted({"babel", "lark"} & set(sys.modules))

async def main():
    rooms, live = await demo_rooms(Path(sys.argv[1]))
    app = IntervisieApp(rooms, live)
    told = []
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.pause()
        told.append(loaded())
        await pilot.press("a", *"Anna: mail anna@example.org at 14:00")
        await pilot.pause()
        told.append(loaded())
        await pilot.press(*" @ fri")
        await pilot.pause()
        told.append(loaded())
    print(json.dumps(told))

asyncio.run(main())
"""


@pytest.mark.long
def test_what_understands_dates_is_loaded_when_the_first_is_typed_and_not_before(tmp_path: Path) -> None:
    """Promise P35: neither the start nor an action without a date loads the grammar."""
    child = subprocess.run(
        [sys.executable, "-c", TO_A_DATE, str(tmp_path / "data")], capture_output=True, text=True, check=False
    )
    assert child.returncode == 0, child.stderr
    assert json.loads(child.stdout) == [[], [], ["babel", "lark"]]
