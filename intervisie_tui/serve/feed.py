"""One app and all the sockets that see it."""

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable

from intervisie_tui.serve import quiet_log
from intervisie_tui.serve.assignment import Assignment, held_within
from intervisie_tui.serve.children import Child
from intervisie_tui.serve.limits import TYPED_AHEAD
from intervisie_tui.serve.viewer import BUSY, LEFT, Viewer
from intervisie_tui.serve.wire import BUTTON, DATA, META, PICTURE, Unpacker, meta, packet, read_meta

STEP = 0.5
"""Seconds between two looks at whether the app still answers."""
LOST, DEAD = 2.0, 4.5
"""Seconds without an answer after which that is said, and after which the process is ended."""
SLOW_START = 20.0
LINGER = 3.0
"""Seconds that an app waits for a guest who has gone: a page that is loaded again finds it as it was."""
_AHEAD = 1024
_PIECE = 256
_BETWEEN_SIZES = 0.1
_READ = 1 << 18


class Feed:
    """Starts the process of its app, shows what that draws to each viewer, and ends it when nobody is there."""

    def __init__(
        self,
        assignment: Assignment,
        start: Callable[[Assignment], Awaitable[Child]],
        left_words: str,
    ) -> None:
        self.assignment = assignment
        self.over = False
        self._start = start
        self._left_words = left_words
        self._child: Child | None = None
        self._joined: set[Viewer] = set()
        self._late: set[Viewer] = set()
        self._painted = False
        self._asked = False
        self._silent = 0.0
        self._alone = 0.0
        self._typed: deque[tuple[bytes, bytes]] = deque()
        """What waits for the app: the kind of each packet and its content."""
        self._typed_size = 0
        self._ahead = 0
        self._sizes: dict[Viewer, tuple[int, int]] = {}
        """The windows' sizes, that of the window which was used last at the end."""
        self._size: tuple[int, int] | None = None
        self._drawn_for = (assignment.width, assignment.height)
        self._resizing: asyncio.TimerHandle | None = None
        self._code = BUSY

    @property
    def viewers(self) -> frozenset[Viewer]:
        """All sockets that see this app, or will with the next whole picture."""
        return frozenset(self._joined | self._late)

    def attach(self, viewer: Viewer) -> None:
        """Show it to this one too, from a whole picture on."""
        self._alone = 0.0
        if not self._painted:
            self._joined.add(viewer)
            return
        self._late.add(viewer)
        if not self._asked:
            self._asked = True
            self._say(meta("picture"))

    def detach(self, viewer: Viewer) -> None:
        """That one has gone."""
        self._joined.discard(viewer)
        self._late.discard(viewer)
        if self._sizes.pop(viewer, None) is not None:
            self._resize_to_last_used()

    async def run(self) -> None:
        """From the start of the process to its end; then all its sockets are closed."""
        try:
            self._child = await self._start(self.assignment)
            if self.over:
                self._child.kill()
                return
            self._type_on()
            self._resize_now()
            await self._read(self._child.reader)
        except ConnectionError:
            # The process was ended while something was still on its way to it.
            pass
        except OSError as error:
            quiet_log.fault(error)
        finally:
            self.end(self._code)

    async def _read(self, reader: asyncio.StreamReader) -> None:
        unpacker = Unpacker()
        while piece := await reader.read(_READ):
            drawn: list[bytes] = []
            for kind, content in unpacker.feed(piece):
                if kind == DATA:
                    drawn.append(content)
                    continue
                self._show(drawn)
                if kind == PICTURE:
                    self._show_late(content)
                elif kind == META:
                    self._on_meta(read_meta(content))
            self._show(drawn)

    def _show(self, drawn: list[bytes]) -> None:
        if drawn:
            if not self._painted:
                self._painted, self._silent = True, 0.0
            whole = b"".join(drawn)
            drawn.clear()
            for viewer in self._joined:
                viewer.put(whole)

    def _show_late(self, picture: bytes) -> None:
        self._asked = False
        for viewer in self._late:
            viewer.put(picture)
        self._joined |= self._late
        self._late.clear()

    def _on_meta(self, said: dict[str, object]) -> None:
        kind = said.get("type")
        if kind == "alive":
            self._silent = 0.0
        elif kind == "taken":
            self._ahead -= int(str(said.get("size", 0)))
            self._type_on()
        elif kind == "exit":
            self._code = LEFT if said.get("code") == 0 else BUSY
        elif kind == "fault":
            quiet_log.tell(f"a seat has ended by {said.get('error')}{said.get('place')}")

    def type(self, data: bytes) -> bool:
        """Pass on what was typed as fast as the app takes it; False when too much waits."""
        return self._wait_for_app(
            DATA, [data[start : start + _PIECE] for start in range(0, len(data), _PIECE)]
        )

    def tap(self, button: str) -> bool:
        """Pass on that a button was tapped, after what was typed before; False when too much waits."""
        return self._wait_for_app(BUTTON, [button.encode("ascii")])

    def _wait_for_app(self, kind: bytes, pieces: list[bytes]) -> bool:
        size = sum(map(len, pieces))
        if self._typed_size + size > TYPED_AHEAD:
            return False
        self._typed_size += size
        self._typed.extend((kind, piece) for piece in pieces)
        self._type_on()
        return True

    def _type_on(self) -> None:
        while self._typed and self._ahead < _AHEAD and self._child is not None:
            kind, piece = self._typed.popleft()
            self._typed_size -= len(piece)
            self._ahead += len(piece)
            self._say(packet(kind, piece))

    def resize(self, viewer: Viewer, width: int, height: int) -> None:
        """A window of the guest has this size now, and is the one that was used last."""
        self._sizes.pop(viewer, None)
        self._sizes[viewer] = held_within(width, height)
        self._resize_to_last_used()

    def used_by(self, viewer: Viewer) -> None:
        """Of the windows that show this app the guest uses that one: the app gets its size."""
        if viewer in self._sizes and next(reversed(self._sizes)) is not viewer:
            self.resize(viewer, *self._sizes[viewer])

    def _resize_to_last_used(self) -> None:
        """The app gets the size of the window used last of those that are open; of many at once only the last."""
        if self._sizes:
            self._size = next(reversed(self._sizes.values()))
            if self._resizing is None:
                self._resize_now()

    def _resize_now(self) -> None:
        self._resizing = None
        if self._size is not None and self._child is not None and not self.over:
            (width, height), self._size = self._size, None
            # The same size again would have the app draw all of it anew.
            if (width, height) == self._drawn_for:
                return
            self._drawn_for = (width, height)
            self._say(meta("resize", width=width, height=height))
            self._resizing = asyncio.get_running_loop().call_later(_BETWEEN_SIZES, self._resize_now)

    def focus(self, here: bool) -> None:
        """The page has come to the front, or no longer is there."""
        self._say(meta("focus" if here else "blur"))

    def _say(self, data: bytes) -> None:
        if self._child is not None and not self.over:
            self._child.writer.write(data)

    def look(self) -> None:
        """Half a second has gone by: does the app answer, and is anybody there?"""
        self._alone = 0.0 if self._joined or self._late else self._alone + STEP
        self._silent += STEP
        dead = DEAD if self._painted else SLOW_START
        if self._alone >= LINGER or self._silent >= dead:
            self.end(BUSY)
        elif self._painted and self._silent % 1 == 0:
            if self._silent >= LOST:
                self._tell(json.dumps(["lost", int(self._silent)]))
            self._say(meta("alive"))

    def _tell(self, said: str) -> None:
        for viewer in self.viewers:
            viewer.put(said)

    def end(self, code: int, words: str = "") -> None:
        """End the app and close its sockets; may be called again."""
        if self.over:
            return
        self.over = True
        words = words or (json.dumps(["ended", self._left_words]) if code == LEFT else "")
        for viewer in self.viewers:
            viewer.close(code, words)
        if self._resizing is not None:
            self._resizing.cancel()
        if self._child is not None:
            self._child.kill()
