"""Drives the whole program in a real terminal: keys in, the screen as people see it out."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from intervisie_tui.locale import _
from intervisie_tui.screens.line_closed import MEANT_FOR_LINE

ROOT = Path(__file__).parents[2]
PATIENCE = 15.0
"""Seconds until a test gives up: far more than is needed, for a busy machine."""
APART = 1.0
"""Seconds between two presses of one key, so that it is no held key."""
AT_ONCE = {"Tab", "BTab", "Up", "Down", "Left", "Right", "Escape", "C-q", "\t", "\x1b", "\x11", "+", "-"}
"""Keys that may be pressed again at once."""
LOOK = 0.06
"""Seconds between two looks at a window: each starts a process, which others would wait for."""
_CONFIG = """
set -g remain-on-exit on
set -g status off
set -s escape-time 0
"""


def command(*words: str) -> list[str]:
    """The command line of the program with these words."""
    return [sys.executable, "-m", "intervisie_tui", *words]


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """Run the program without a terminal, to its end."""
    return subprocess.run(
        command(*words),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
        cwd=ROOT,
    )


def wait(
    look: Callable[[], bool], told: Callable[[], str], seconds: float = PATIENCE, every: float = 0.02
) -> None:
    """Until `look` says True; AssertionError with `told` when it never does."""
    deadline, nap = time.monotonic() + seconds, threading.Event()
    while not look():
        if time.monotonic() > deadline:
            raise AssertionError(told())
        nap.wait(every)


class Tmux:
    """One program in one window of a tmux server of its own, which ends with it."""

    def __init__(self, folder: Path, *words: str, size: tuple[int, int] = (80, 24)) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "tmux.conf").write_text(_CONFIG)
        self._environ = {**os.environ, "TMUX_TMPDIR": str(folder), "TERM": "xterm-256color"}
        self._environ.pop("TMUX", None)
        self._last = ("", 0.0)
        self._conf = str(folder / "tmux.conf")
        width, height = size
        self._tmux(
            "new-session", "-d", "-x", str(width), "-y", str(height), "-c", str(ROOT), *command(*words)
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._tmux("kill-server")

    def _tmux(self, *words: str) -> str:
        told = subprocess.run(
            ["tmux", "-f", self._conf, "-L", "room", *words],
            env=self._environ,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert told.returncode == 0, told.stderr
        return told.stdout

    def ask(self, variable: str) -> str:
        """What tmux knows of the window, such as `pane_pid` or `alternate_on`."""
        return self._tmux("display-message", "-p", f"#{{{variable}}}").strip()

    def keys(self, *names: str) -> None:
        """Press keys by their tmux names: Enter, Escape, Tab, Space, C-q, n; the same key again after a while."""
        key, pressed = self._last
        if names[0] == key not in AT_ONCE:
            wait(lambda: time.monotonic() > pressed + APART, self.screen)
        self._tmux("send-keys", *names)
        self._last = names[-1], time.monotonic()

    def type(self, text: str) -> None:
        """Type this text as it is."""
        self._tmux("send-keys", "-l", text)

    def resize(self, width: int, height: int) -> None:
        """Another size of the window."""
        self._tmux("resize-window", "-x", str(width), "-y", str(height))

    def screen(self) -> str:
        """What stands on the screen, a line for each row."""
        return self._tmux("capture-pane", "-p")

    def shows(self, *texts: str, seconds: float = PATIENCE) -> str:
        """Wait until all of these stand on the screen; the screen."""

        def seen() -> bool:
            screen = self.screen()
            assert "Pane is dead" not in screen, self._missed(texts)
            return all(text in screen for text in texts)

        wait(seen, lambda: self._missed(texts), seconds, LOOK)
        return self.screen()

    def hides(self, *texts: str) -> None:
        """Wait until none of these stand on the screen any more."""
        wait(
            lambda: not any(text in self.screen() for text in texts),
            lambda: self._missed(texts, "still"),
            every=LOOK,
        )

    def _missed(self, texts: tuple[str, ...], how: str = "not yet") -> str:
        return f"{how} on the screen: {texts}\n{self.screen()}"

    @property
    def pid(self) -> int:
        """The program's process."""
        return int(self.ask("pane_pid"))

    def ended(self) -> int:
        """Wait until the program has ended; its exit code, or minus the signal that killed it."""
        server = int(self.ask("pid"))

        def known() -> bool:
            if self.ask("pane_dead") == "1" and self._death() == ("", ""):
                # Some versions of tmux miss that their child has ended; told again, they look.
                os.kill(server, signal.SIGCHLD)
            return self._death() != ("", "")

        wait(known, lambda: f"still runs\n{self.screen()}", every=LOOK)
        status, number = self._death()
        return -int(number) if number else int(status)

    def _death(self) -> tuple[str, str]:
        return self.ask("pane_dead_status"), self.ask("pane_dead_signal")

    def look(self, text: str) -> str:
        """The lines with this text, with their colours."""
        lines = self._tmux("capture-pane", "-p", "-e").splitlines()
        return "\n".join(line for line in lines if text in line)

    def press(self, name: str, text: str) -> None:
        """Press a key and wait until the line with this text looks otherwise."""
        before = self.look(text)
        self.keys(name)
        wait(
            lambda: self.look(text) != before,
            lambda: f"{name} changed nothing\n{self.screen()}",
            every=LOOK,
        )

    def go_to(self, text: str) -> None:
        """Tab until the line with this text has the focus, however many places come before it."""
        before = self._settled(text)
        for _place in range(8):
            self.keys("Tab")
            with suppress(AssertionError):
                wait(lambda: self.look(text) != before, self.screen, 1.0, LOOK)
                return
        raise AssertionError(f"never comes to {text}\n{self.screen()}")

    def _settled(self, text: str) -> str:
        """How the line with this text looks once it has looked the same for a while."""
        looks: list[str] = []

        def same() -> bool:
            looks.append(self.look(text))
            return len(looks) >= 8 and len(set(looks[-8:])) == 1

        wait(same, self.screen, every=LOOK)
        return looks[-1]


def phase(nth: int, total: int) -> str:
    """How the room says which phase it is in, in the language of the test."""
    return _("phase {n} of {total}", n=nth, total=total)


def write(room: Tmux, key: str, text: str) -> None:
    """Write one thing in the line that `key` opens; it has closed again afterwards."""
    room.keys(key)
    room.shows("Esc ")
    room.type(text)
    room.hides("Esc ")
    room.keys("Enter")
    room.shows("Esc ")
    room.keys("Escape")
    room.hides("Esc ")
    keys_are_free()


def keys_are_free() -> None:
    """Wait until a key no longer counts as meant for the line that has just closed."""
    free = time.monotonic() + MEANT_FOR_LINE
    wait(lambda: time.monotonic() > free, lambda: "the clock stands still")


def agree(room: Tmux, action: str) -> None:
    """Write down an action that is complete; the line has closed again afterwards."""
    understood = _("understood as:  {owner}  {text}  {when}").partition("{")[0].strip()
    room.keys("a")
    room.shows(" @ ")
    room.type(action)
    room.shows(understood)
    room.keys("Enter")
    room.hides(understood)
    room.keys("Escape")
    room.hides(" @ ")
    keys_are_free()


def keep_all(room: Tmux) -> None:
    """Finish, keep all, and come out in the lobby."""
    room.keys("f")
    room.shows(_("Cancel"))
    room.keys("Left", "Enter")
    room.shows(_("What is kept?"))
    room.go_to(_("Keep all"))
    room.keys("Enter")
    room.shows(_("A new session"))
