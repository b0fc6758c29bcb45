"""The programs that are measured, and the folders that they find."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.terminal import SIZE, Terminal

ROOM = (
    "Demo circle", "Agenda", "Ground rules", "Notes", "Speaking order", "Parking lot", "Actions", " of 15 min",
    "███", "In turn: Dirk", "? help",
)  # fmt: skip
"""What stands somewhere in a room that is fully painted."""
SEAT = ("Demo circle", "Incident method", "Information round", " of 15 min", "In turn: Dirk", "Parking lot")
"""What stands somewhere on the screen of one who keeps time, in a terminal or in a browser."""
STAGE = (
    "Demo circle", "Incident method", "Information round", " of 15 min", "███", "In turn: Dirk", "Ground rules",
)  # fmt: skip
"""What stands somewhere on a stage."""
INTERVISIE = (sys.executable, "-m", "intervisie_tui")
"""As a module, so that what is measured is what lies here."""
STAGE_COMMAND = (*INTERVISIE, "stage")
"""`intervisie stage` on the one session that it finds."""
PEER = ("Peer", "^p palette", *(f"pane {pane} line 4" for pane in range(6)))


def all_of(words: Sequence[str]) -> Callable[[str], bool]:
    """Whether all of these words are in sight."""
    return lambda text: all(word in text for word in words)


def painted(text: str) -> bool:
    """Whether the whole room is in sight."""
    return all(words in text for words in ROOM)


def peer_painted(text: str) -> bool:
    """Whether all of the peer is in sight."""
    return all(words in text for words in PEER)


def environment(data: Path) -> dict[str, str]:
    """The surroundings of a program: nothing of the user's own."""
    return {
        "PATH": os.environ.get("PATH", ""),
        "HOME": str(data),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LC_ALL": "C.UTF-8",
        "INTERVISIE_LANG": "en",
        "INTERVISIE_DATA_DIR": str(data / "data"),
        "INTERVISIE_CONFIG_DIR": str(data / "config"),
    }


def room(data: Path, size: tuple[int, int] = SIZE) -> Terminal:
    """`intervisie open` on the one session in this folder."""
    return Terminal((*INTERVISIE, "open"), environment(data), size)


def stage(data: Path, size: tuple[int, int] = SIZE) -> Terminal:
    """`intervisie stage` on the one session in this folder."""
    return Terminal(STAGE_COMMAND, environment(data), size)


def lobby(data: Path) -> Terminal:
    """`intervisie`."""
    return Terminal(INTERVISIE, environment(data))


def peer(data: Path, size: tuple[int, int] = SIZE) -> Terminal:
    """The bare app."""
    return Terminal((sys.executable, "-m", "bench.peer"), environment(data), size)
