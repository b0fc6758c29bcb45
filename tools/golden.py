"""Writes the golden files of the schema of now: `python -m tools.golden` for a new schema, with `--again` while it has
not been released.

They are what this version stores of one rich session, unfinished and closed, and the shape of all that is stored. Every
later version opens them.
"""

import argparse
import json
import os
import shutil
import time
from pathlib import Path

from intervisie_tui.domain.group import Group, GroupMember
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.session import Keep
from intervisie_tui.rooms import Rooms
from intervisie_tui.settings import read_settings
from intervisie_tui.store.migrations import SCHEMA
from intervisie_tui.store.store import Store
from tools.golden_session import BEGIN, play
from tools.shape import shape

GOLDEN = Path(__file__).parent.parent / "tests" / "golden"
SESSIONS: dict[str, Keep | None] = {
    "golden-live": None,
    "golden-closed": Keep.ALL,
    "golden-actions": Keep.ACTIONS,
}


def write(folder: Path) -> None:
    """Make the files of a data folder in an empty folder, the same ones each time."""
    os.environ["TZ"] = "Europe/Amsterdam"
    time.tzset()
    clock: list[Moment] = [BEGIN]
    store = Store.open(folder, now=lambda: clock[0])
    members = tuple(
        GroupMember(f"m{n}", name) for n, name in enumerate(("Anna", "Bram", "Chantal", "Dirk"), 1)
    )
    store.catalogue.groups(Group).put(Group("golden-group", "IB-kring", members, meetings=10))
    store.catalogue.set("order", "place")
    for session, keep in SESSIONS.items():
        clock[0] = BEGIN
        play(store.create(session), session, clock, keep)
    # What is closed but still has a journal is put away by the first look.
    rooms = Rooms(store, read_settings(folder / "no-settings"), folder / "no-methods", lambda: clock[0])
    rooms.unfinished_now()
    for name in ("locks", "set-aside"):
        shutil.rmtree(folder / name)
    (folder / "shape.json").write_text(json.dumps(shape(), indent=1, sort_keys=True) + "\n", encoding="utf-8")


def main() -> None:
    """Write tests/golden/schema-N anew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--again", action="store_true", help="also where the files are there")
    folder = GOLDEN / f"schema-{SCHEMA}"
    if folder.exists():
        if not parser.parse_args().again:
            raise SystemExit(
                f"{folder.name} is there; raise SCHEMA, or add --again while it has not been released"
            )
        shutil.rmtree(folder)
    write(folder)
    print(*sorted(path.relative_to(GOLDEN) for path in folder.rglob("*") if path.is_file()), sep="\n")


if __name__ == "__main__":
    main()
