"""The terminal of a seat: what is drawn goes to the server, what the guest types comes from there."""

import os
import re
import socket
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable
from functools import partial
from select import select
from threading import Thread
from typing import Any

from textual import events, messages
from textual.app import App, ScreenStackError
from textual.driver import Driver
from textual.drivers.web_driver import WebDriver
from textual.geometry import Size
from textual.message import Message

from intervisie_tui import clock
from intervisie_tui.keys.typed import Keyboard, TypedKey
from intervisie_tui.keys.waits import NEAR
from intervisie_tui.serve.assignment import held_within
from intervisie_tui.serve.buttons import BUTTONS
from intervisie_tui.serve.wire import BUTTON, DATA, META, PICTURE, Unpacker, meta, packet, read_meta
from intervisie_tui.widgets.unrepeated import unrepeated

_PIECE = 65536
_PLACE = re.compile(r"\x1b\[\d+;\d+H")
_AGAIN = 0.02
_CLEAR = "\x1b[2J"
_MODES = f"\x1b[?1049h\x1b[?25l{_CLEAR}\x1b[H"
_MOUSE = "\x1b[?1000h\x1b[?1003h\x1b[?1015h\x1b[?1006h\x1b[?2004h"

_ASK_WHOLE = "\x1b[?2026$p"
"""Whether the terminal can show each picture at once."""


class SeatDriver(WebDriver):
    """Speaks with the server over a socket, and ends the process when the server has gone.

    Whether the app still answers is asked of its loop: a driver that answers by itself would let a dead screen look
    alive. The size of the window is told by the server only: one that is typed would get round its limits.
    """

    def __init__(self, server: socket.socket, typed: bool, app: App[Any], **options: Any) -> None:
        Driver.__init__(self, app, **options)
        self._server = server
        self._typed = typed
        self._deliveries = {}
        self._before = ""
        self._kept: list[str] | None = None
        self._drawn_for: Size | None = None
        self._keyboard = Keyboard(clock.seconds, NEAR)
        self._decode = getincrementaldecoder("utf-8")(errors="replace").decode
        self._key_thread = Thread(target=self.run_input_thread, name="seat-input", daemon=True)

    def write(self, data: str) -> None:
        """Draw; in the app's own thread."""
        if self._kept is not None:
            self._kept.append(data)
        elif self._before and not _PLACE.search(data):
            # The shape of a pointer, a bell: no picture yet.
            self._before += data
        else:
            data, self._before = self._before + self._clearing(data) + unrepeated(data), ""
            self._send(packet(DATA, data.encode("utf-8", "replace")))

    def _clearing(self, data: str) -> str:
        """What goes before this drawing, so that nothing stands beside it in a window that is larger than it is.

        The server cannot clear the windows when it tells the size: until the app is laid out anew it draws in the old
        size, as a clock that ticks does.
        """
        size = self._app.screen_stack[-1].outer_size if self._app.screen_stack else None
        if not size or size == self._drawn_for or not _PLACE.search(data):
            return ""
        self._drawn_for = size
        return _CLEAR

    def write_meta(self, data: dict[str, object]) -> None:
        """Nothing: a seat opens no pages and hands out no files."""

    def write_binary_encoded(self, data: tuple[str | bytes, ...]) -> None:
        """Nothing: a seat hands out no files."""

    def _send(self, data: bytes) -> None:
        try:
            self._server.sendall(data)
        except OSError:
            os._exit(1)

    def start_application_mode(self) -> None:
        """Take the guest's terminal, at the size that the server told."""
        self._resized(*(self._size or (80, 24)))
        # Goes with the first picture: the server sees by that one that the app stands.
        self._before = self._prelude() + (_ASK_WHOLE if self._typed else "")
        self._key_thread.start()

    def _prelude(self) -> str:
        return _MODES + (_MOUSE if self._typed else "")

    def disable_input(self) -> None:
        """Nothing: what comes after the end is not looked at."""

    def stop_application_mode(self) -> None:
        """The app has ended by itself."""
        self._send(meta("exit", code=self._app.return_code or 0))

    def run_input_thread(self) -> None:
        """Take what the server sends, until it has gone: then so is this process."""
        unpacker = Unpacker()
        try:
            while True:
                # A lone escape is a key once nothing has followed it for a while.
                patience = self._keyboard.patience
                if patience is not None and not select([self._server], [], [], patience)[0]:
                    self._process(self._keyboard.tick())
                    continue
                if not (piece := self._server.recv(_PIECE)):
                    return
                for kind, content in unpacker.feed(piece):
                    if kind == DATA:
                        self._take(self._keyboard.feed(self._decode(content)), len(content))
                    elif kind == BUTTON:
                        tapped = TypedKey(BUTTONS[content.decode("ascii")], clock.seconds())
                        self._take([tapped], len(content))
                    elif kind == META:
                        asked = read_meta(content)
                        self.on_meta(str(asked.get("type")), asked)
        finally:
            os._exit(1)

    def _take(self, typed: Iterable[Message], size: int) -> None:
        """Pass on what these bytes from the server mean."""
        self._process(typed)
        # Said once the app has taken all that went before: the server sends no more than that.
        self._in_loop(self._app.call_later, partial(self._send, meta("taken", size=size)))

    def _process(self, typed: Iterable[Message]) -> None:
        for message in typed:
            self.process_message(message)

    def process_message(self, message: Message) -> None:
        """What was typed, but no size of a window."""
        if not isinstance(message, events.Resize | messages.InBandWindowResize):
            super().process_message(message)

    def on_meta(self, packet_type: str, payload: dict[str, Any]) -> None:
        """What the server asks; this is the thread that reads."""
        if packet_type == "resize":
            self._in_loop(self._resized, int(payload["width"]), int(payload["height"]))
        elif packet_type == "focus":
            self._app.post_message(events.AppFocus())
        elif packet_type == "blur":
            self._app.post_message(events.AppBlur())
        elif packet_type == "quit":
            self._app.post_message(messages.ExitApp())
        elif packet_type == "alive":
            self._in_loop(self._send, meta("alive", n=payload.get("n")))
        elif packet_type == "picture":
            self._in_loop(self._picture)

    def _in_loop(self, call: Callable[..., object], *values: object) -> None:
        self._loop.call_soon_threadsafe(call, *values)

    def _resized(self, width: int, height: int) -> None:
        self._size = held_within(width, height)
        size = Size(*self._size)
        self._app.post_message(events.Resize(size, size))

    def _picture(self) -> None:
        """Draw all of the screen, for those who come late; what others wait for stays to be drawn."""
        app = self._app
        if app._batch_count:
            self._loop.call_later(_AGAIN, self._picture)
            return
        self._kept = [self._prelude()]
        try:
            screen = app.screen
            compositor = screen._compositor
            waiting = set(compositor._dirty_regions)
            with app._context():
                app._display(
                    screen, compositor.render_update(full=True, screen_stack=app._background_screens)
                )
            compositor._dirty_regions |= waiting
        except ScreenStackError:
            # There is no screen yet, or no more; the first one is drawn as a whole.
            pass
        finally:
            drawn, self._kept = "".join(self._kept), None
        self._send(packet(PICTURE, drawn.encode("utf-8", "replace")))
