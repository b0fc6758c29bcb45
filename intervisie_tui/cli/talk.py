"""How the command line speaks: to stdout what was asked for, to stderr what is wrong."""

import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from intervisie_tui.domain.printable import json_safe, printable
from intervisie_tui.locale import _, tell

if TYPE_CHECKING:
    from intervisie_tui.domain.refusal import Refusal
    from intervisie_tui.store.problems import StoreError

DONE, FAILED, MISUSED, BROKEN, INTERRUPTED = 0, 1, 2, 1, 130
LONGEST = 60
_MOST = 900


class Stop(Exception):
    """What ends a command: a sentence, a hint, and the exit code."""

    def __init__(self, message: str, hint: str = "", code: int = FAILED) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.code = code


def refused(refusal: "Refusal", code: int = FAILED, hint: str = "") -> Stop:
    """A refusal as the end of a command."""
    values = {
        name: short(value) if isinstance(value, str) else value for name, value in refusal.values.items()
    }
    return Stop(tell(refusal.message, values), hint, code)


def judged(error: Exception) -> Stop:
    """Any error as a sentence and a hint; of an unforeseen one only its kind, for it may hold user text."""
    from intervisie_tui.paths import UnsafeFolder
    from intervisie_tui.store.problems import Broken, StoreError

    if isinstance(error, Stop):
        return error
    if isinstance(error, UnsafeFolder):
        return Stop(error.message, error.hint)
    if isinstance(error, Broken):
        damage = error.damage
        values = {"file": damage.file, "reason": tell(damage.reason, {}), "set_aside": damage.set_aside}
        return Stop(tell(damage.message, values), _("All other sessions are as they were"))
    if isinstance(error, StoreError):
        return Stop(tell(error.message, error.values), _hint(error))
    if isinstance(error, UnicodeEncodeError):
        return Stop(_("This terminal cannot show all signs of it"), _("Set PYTHONUTF8=1, or use --output"))
    if isinstance(error, OSError):
        return Stop(_("The system refuses: {why}", why=error.strerror or type(error).__name__), "")
    said = _("intervisie has stopped by an error of its own ({name})", name=type(error).__name__)
    return Stop(said, _("What was saved is still there; `intervisie doctor` tells more"))


def _hint(error: "StoreError") -> str:
    if type(error).__name__ == "Gone":
        return _("`intervisie sessions` lists what there is")
    return _("`intervisie doctor` tells more")


def complain(stop: Stop) -> None:
    """Say on stderr what is wrong and what helps, in under a thousand characters."""
    warn(" ".join(ended(part) for part in (stop.message, stop.hint) if part))


def ended(sentence: str) -> str:
    """A sentence with a full stop, unless it has a sign at its end."""
    return sentence if sentence.endswith((".", "?", "!", "…")) else f"{sentence}."


def warn(sentence: str) -> None:
    """A line on stderr."""
    line = printable(sentence)
    print(line if len(line) <= _MOST else line[: _MOST - 1] + "…", file=sys.stderr)


def say(*lines: str) -> None:
    """Lines on stdout, made printable; a sign that the terminal's encoding lacks becomes a question mark."""
    encoding = sys.stdout.encoding or "utf-8"
    for line in lines:
        # A line may hold line breaks of its own, and only those: str.splitlines would break at more signs.
        for part in line.split("\n"):
            print(printable(part).encode(encoding, "replace").decode(encoding))


def say_json(found: Any) -> None:
    """Something as JSON on stdout, readable in any encoding."""
    ascii_only = (sys.stdout.encoding or "utf-8").lower().replace("-", "") != "utf8"
    print(json_safe(json.dumps(found, ensure_ascii=ascii_only, indent=2)))


def short(text: str) -> str:
    """What was typed, short enough to be repeated in a sentence."""
    line = printable(text)
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def listed(names: Iterable[str], most: int = 12) -> str:
    """Names for a sentence, with commas between them, the first so many."""
    every = [short(name) for name in names]
    return ", ".join(every[:most]) + (", …" if len(every) > most else "")


def aligned(rows: Sequence[Sequence[str]]) -> Iterable[str]:
    """Rows of texts as lines with straight columns."""
    shown = [[printable(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*shown, strict=True)]
    for row in shown:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
