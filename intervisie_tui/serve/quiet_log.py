"""What goes wrong in the server is told as its kind and place: a traceback could hold what people typed."""

import asyncio
import contextlib
import logging
import sys
from types import TracebackType
from typing import Any

from intervisie_tui.troubles import place_of

NAMES = ("textual-serve", "aiohttp", "asyncio", "concurrent.futures", "jinja2")
_log = logging.getLogger("intervisie.serve")


class Quiet(logging.Handler):
    """A line on stderr for each record that is a warning or worse, without its message."""

    def emit(self, record: logging.LogRecord) -> None:
        """Say where the record was made, and of which kind its error is."""
        error = record.exc_info[1] if record.exc_info else None
        # Only our own records are sentences without content of others.
        said = record.getMessage() if record.name == _log.name else f"{record.module}:{record.lineno}"
        words = [f"intervisie serve: {said}"]
        if error is not None:
            words.append(f"({type(error).__name__}{place_of(error)})")
        with contextlib.suppress(OSError, ValueError):
            print(" ".join(words), file=sys.stderr, flush=True)  # noqa: T201 - this is the log


def be_quiet() -> None:
    """From now on nothing in this process tells of content."""
    handler = Quiet(logging.WARNING)
    root = logging.getLogger()
    for old in list(root.handlers):
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    for name in NAMES:
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = True
        logger.setLevel(logging.ERROR)
    logging.raiseExceptions = False
    sys.excepthook = _hook
    sys.unraisablehook = lambda unraised: fault(unraised.exc_value)


def _hook(_kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    fault(error.with_traceback(trace))


def on_loop(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """The loop's own handler of what nobody caught."""
    error = context.get("exception")
    if isinstance(error, ConnectionError):
        return
    fault(error)


def fault(error: BaseException | None) -> None:
    """Tell an error that nobody caught."""
    tell(f"{type(error).__name__}{place_of(error)}" if error is not None else "something went wrong")


def tell(sentence: str) -> None:
    """Tell a sentence of our own; it holds nothing that people typed."""
    _log.error("%s", sentence)
