"""Other processes of a test, none of which anybody waits for without end."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

LIMIT = 300.0
"""Seconds after which a process is killed: who reads from it sees its end, and the test fails."""
SOON = 30.0
"""Seconds for what ends by itself."""


@contextmanager
def child(script: str, *words: object) -> Iterator["subprocess.Popen[str]"]:
    """A Python process with this script, spoken to by pipes; gone when the block is left."""
    command = [sys.executable, "-c", script, *map(str, words)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    limit = threading.Timer(LIMIT, process.kill)
    limit.daemon = True
    limit.start()
    try:
        yield process
    finally:
        limit.cancel()
        process.kill()
        process.wait(SOON)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()


def lines(process: "subprocess.Popen[str]", count: int) -> list[str]:
    """The next so many lines that it says; AssertionError where it ends before."""
    assert process.stdout is not None
    said = [process.stdout.readline() for _ in range(count)]
    assert all(said), f"it ended, with exit code {process.wait(SOON)}"
    return said


def rest(process: "subprocess.Popen[str]") -> list[str]:
    """All that it says until it ends; the last line may be torn."""
    assert process.stdout is not None
    return process.stdout.readlines()


def let_go(process: "subprocess.Popen[str]") -> None:
    """Close what it reads from: a script that waits for that may end."""
    assert process.stdin is not None
    process.stdin.close()
