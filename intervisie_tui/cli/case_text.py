"""The case of `start --case`: from the command line, or from the input, where others cannot see it."""

import contextlib
import os
import sys

from intervisie_tui.cli.talk import MISUSED, Stop
from intervisie_tui.domain.text import clean, lines
from intervisie_tui.locale import _

MOST_BYTES = 1_000_000


def case_of(typed: str | None) -> str:
    """The question, on one line; empty without one. Stop when the input is no text."""
    if typed != "-":
        return clean(typed or "")
    raw = sys.stdin.buffer.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise Stop(_("The case is longer than a megabyte"), _("Give the question in a line"), MISUSED)
    try:
        return " ".join(lines(raw.decode("utf-8-sig")))
    except UnicodeDecodeError:
        raise Stop(_("The case is not UTF-8 text"), _("Save it as UTF-8"), MISUSED) from None


def type_here_again() -> None:
    """After a case came through a pipe: keys come from the terminal again."""
    if sys.stdin.isatty():
        return
    with contextlib.suppress(OSError):
        terminal = os.open("/dev/tty", os.O_RDONLY)
        os.dup2(terminal, sys.stdin.fileno())
        os.close(terminal)
