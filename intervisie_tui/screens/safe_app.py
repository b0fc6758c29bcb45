"""An app that gives the terminal back whatever happens, and never shows what people typed in an error."""

import asyncio
import os
import signal
import sys
from io import TextIOWrapper
from typing import IO

from rich.text import Text
from textual.driver import Driver

from intervisie_tui import clock
from intervisie_tui.keys.typed import Keyboard
from intervisie_tui.keys.waits import escape_wait
from intervisie_tui.locale import _
from intervisie_tui.screens.key_gate import KeyGate
from intervisie_tui.seams.terminal_driver import LOOK, with_keyboard
from intervisie_tui.troubles import place_of
from intervisie_tui.widgets.unrepeated import unrepeated

_SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


class SafeApp(KeyGate):
    """Ends with its screen cleared on an error and on TERM, HUP and INT; `return_code` is not 0 then."""

    ENABLE_COMMAND_PALETTE = True

    def __init__(self) -> None:
        super().__init__()
        outlive_terminal()

    def get_driver_class(self) -> type[Driver]:
        """The terminal's driver, with the keyboard that knows pieces, modifiers and locks."""
        return with_keyboard(super().get_driver_class(), self.keyboard)

    def keyboard(self) -> Keyboard:
        """Reads what the terminal of this process sends."""
        return Keyboard(clock.seconds, escape_wait(os.environ), LOOK)

    def action_focus_next(self) -> None:
        """Tab goes on, but not beyond the deed of a form: one Tab too many must not lead away from it."""
        if not getattr(self.focused, "ends_form", False):
            super().action_focus_next()

    def listen_to_signals(self) -> None:
        """Ends by the way of every other exit when the system asks for it; only in a process's main thread."""
        for number in _SIGNALS:
            try:
                asyncio.get_running_loop().add_signal_handler(number, self._asked_to_end, number)
            except (NotImplementedError, RuntimeError, ValueError):
                return

    def _asked_to_end(self, number: int) -> None:
        self.exit(return_code=128 + number)

    def panic(self, *renderables: object) -> None:
        """Ends after an error; what the parts below would print is left out, for it may hold what people typed."""
        del renderables
        self._return_code = 1
        self._fatal_error()

    def _fatal_error(self) -> None:
        self._exit_renderables.append(Text(self.last_words()))
        self._close_messages_no_wait()

    def last_words(self) -> str:
        """What is said when the program ends by an error: its kind and place in our code, none of its content."""
        error = self._exception
        said = _("intervisie has stopped by an error of its own; the session is kept. Open it again.")
        return f"{said} ({type(error).__name__}{place_of(error)})" if error is not None else said


def written_whole(file: IO[str]) -> IO[str]:
    """The same terminal, to which a text is written to its end.

    With PYTHONUNBUFFERED Python hands each text to the system once, and what a signal kept the system from taking is
    lost; a part of a picture that lacks shows as odd signs.
    """
    if isinstance(file, TextIOWrapper) and file.write_through:
        return open(file.fileno(), "w", encoding=file.encoding, errors=file.errors, closefd=False)
    return file


def outlive_terminal() -> None:
    """Lets what is written to a terminal that has gone go nowhere: else the program would wait for it for ever.

    To one that is there nothing is said twice.
    """
    if sys.platform == "win32":
        return
    from textual.drivers import linux_driver
    from textual.drivers._writer_thread import WriterThread

    class Writer(WriterThread):
        def __init__(self, file: IO[str]) -> None:
            super().__init__(written_whole(file))

        def write(self, text: str) -> None:
            super().write(unrepeated(text))

        def run(self) -> None:
            try:
                super().run()
            except OSError:
                while self._queue.get() is not None:
                    pass

    if hasattr(linux_driver, "WriterThread"):
        linux_driver.WriterThread = Writer
