"""The terminal of this process, read by a keyboard of ours.

Reason: the driver of Textual makes its own reader of keys, looks at waiting keys only ten times a second, and ends by
an error at bytes that are no UTF-8. Touched: `run_input_thread`, which Textual's thread calls, and the attributes
`fileno` and `exit_event` of `LinuxDriver`; none is documented. Without it: the driver of Textual itself.
"""

import os
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable
from select import select
from typing import TYPE_CHECKING, Protocol

from textual.driver import Driver
from textual.message import Message

if TYPE_CHECKING:
    from textual.drivers.linux_driver import LinuxDriver

_PIECE = 4096
LOOK = 0.1
"""Seconds after which the reading thread looks whether it is to end."""


class Keyboard(Protocol):
    """Reads what a terminal sends."""

    def feed(self, text: str) -> Iterable[Message]:
        """What these characters are."""

    def tick(self) -> Iterable[Message]:
        """What has waited for its rest long enough."""

    @property
    def patience(self) -> float | None:
        """Seconds until `tick` is due, or None."""


def with_keyboard(kind: type[Driver], make: Callable[[], Keyboard]) -> type[Driver]:
    """The same driver with this keyboard; any other driver than that of a Unix terminal as it is."""
    if kind.__module__ != "textual.drivers.linux_driver":
        return kind
    from textual.drivers.linux_driver import LinuxDriver

    class TerminalDriver(LinuxDriver):
        def run_input_thread(self) -> None:
            """Read keys until the program ends or the terminal has gone."""
            read_keys(self, make())

    return TerminalDriver


def read_keys(driver: "LinuxDriver", keyboard: Keyboard) -> None:
    """Hand on what the terminal sends, until the driver ends or there is no more; a lone Esc when its time has come."""
    decode = getincrementaldecoder("utf-8")(errors="replace").decode
    while not driver.exit_event.is_set():
        patience = keyboard.patience
        wait = LOOK if patience is None else min(max(patience, 0.0), LOOK)
        if select([driver.fileno], [], [], wait)[0]:
            data = os.read(driver.fileno, _PIECE)
            if not data:
                # The terminal has gone, or a pipe has ended: nothing more comes.
                return
            _hand_on(driver, keyboard.feed(decode(data)))
        else:
            _hand_on(driver, keyboard.tick())


def _hand_on(driver: "LinuxDriver", messages: Iterable[Message]) -> None:
    for message in messages:
        driver.process_message(message)
