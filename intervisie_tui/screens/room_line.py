"""The entry line: what it takes now, what it sends, and how it is kept safe while something is typed."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from uuid import uuid4

from textual.content import Content
from textual.timer import Timer

from intervisie_tui.messages import Writing, WritingEnded, Written
from intervisie_tui.screens.room_base import RoomBase
from intervisie_tui.widgets.entry_line import EntryLine

EVERY = 0.25
"""At most so often, in seconds, a half-typed line is written down."""

Send = Callable[[str], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class Asking:
    """What the entry line takes now; `send` tells whether the line was taken."""

    kind: str
    send: Send
    stays: bool = False
    kept: bool = False
    """Whether the line comes back after a crash."""
    needs_words: bool = False
    """Whether an empty line closes instead of being sent."""
    reads: Callable[[str], str | Content] | None = None
    """Tells how a half-typed line is understood."""


class RoomLine(RoomBase):
    """Opens and closes the line at the bottom."""

    _asking: Asking | None = None
    _drafting: Timer | None = None

    @property
    def line(self) -> EntryLine:
        """The line at the bottom."""
        return self.query_one(EntryLine)

    def ask(self, asking: Asking, takes: str, hint: str = "", value: str = "") -> None:
        """Open the line for something."""
        self._asking = asking
        self.query_one("#footer").display = False
        self.line.open(takes, hint, value)

    def close_line(self) -> None:
        """Close the line; what stood in it is forgotten."""
        self._asking = None
        self.query_one("#footer").display = True
        self.line.close()

    async def on_written(self, event: Written) -> None:
        """A line was sent; a paste sends each of its lines."""
        asking = self._asking
        if asking is None:
            return
        done = True
        for text in event.lines:
            if not text.strip() and asking.needs_words:
                self.close_line()
                return
            done = await asking.send(text) and done
        if not done:
            return
        await self._forget_draft(asking)
        if asking.stays:
            self.line.sent(event.lines)
        elif self._asking is asking:
            self.close_line()

    def on_writing(self, event: Writing) -> None:
        """Show how the line is understood, and keep it safe."""
        asking = self._asking
        if asking is None:
            return
        self.read(event.text)
        if asking.kept and self._drafting is None:
            self._drafting = self.set_timer(EVERY, self._keep_draft)

    def read(self, text: str) -> None:
        """Show how a half-typed line is understood."""
        if self._asking is not None and self._asking.reads is not None:
            self.line.understood(self._asking.reads(text))

    async def _keep_draft(self) -> None:
        self._drafting = None
        if self._asking is not None and self._asking.kept:
            await self.live.draft(self._asking.kind, self.line.value)

    async def _forget_draft(self, asking: Asking) -> None:
        if self._drafting is not None:
            self._drafting.stop()
            self._drafting = None
        if asking.kept:
            await self.live.draft(asking.kind, "")

    async def on_writing_ended(self, event: WritingEnded) -> None:
        """Esc."""
        event.stop()
        if self._asking is not None:
            await self._forget_draft(self._asking)
        self.close_line()


def new_id() -> str:
    """An id for an entry."""
    return uuid4().hex[:12]
