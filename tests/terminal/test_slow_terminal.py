"""A terminal that is read slowly, and signals that reach the program while it writes."""

import sys
from pathlib import Path

import pytest

from tests.terminal.terminal import Terminal
from tests.terminal.tmux import wait

WRITES = """
import signal, sys, time, tty
from pathlib import Path
from textual.drivers import linux_driver
from intervisie_tui.screens.safe_app import outlive_terminal

tty.setraw(0)
signal.signal(signal.SIGUSR1, lambda *_: None)
outlive_terminal()
writer = linux_driver.WriterThread(sys.__stderr__)
writer.start()
writer.write("".join(f"{n};" for n in range(20_000)))
# Apart from one another, so that some of them come while the writer waits; the test waits for the file.
for _ in range(100):
    signal.pthread_kill(writer.ident, signal.SIGUSR1)
    time.sleep(0.005)
Path(sys.argv[1]).touch()
writer.stop()
"""


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_picture_that_a_signal_interrupts_is_written_whole(unbuffered: str, tmp_path: Path) -> None:
    interrupted = tmp_path / "interrupted"
    program = [sys.executable, "-c", WRITES, str(interrupted)]
    with Terminal(program=program, environ={"PYTHONUNBUFFERED": unbuffered}) as terminal:
        # Nobody reads, so the system has taken only the beginning when the signals come.
        wait(interrupted.exists, lambda: "never interrupted")
        assert terminal.ended() == 0
    assert terminal.told.decode() == "".join(f"{n};" for n in range(20_000))
