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
    waiting: str = ""
    """What was typed before and waits for this answer; it is kept until then, and Esc goes back to it."""
    back: Callable[[str], None] | None = None
    """Opens the line for that again."""


class RoomLine(RoomBase):
    """Opens and closes the line at the bottom."""

    _asking: Asking | None = None
    _alone = True
    """Whether what is being sent was one line."""
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

    def put_away(self) -> None:
        """Close the line for now; what stood in it is at hand again with its key."""
        asking, text = self._asking, self.line.value
        self._stop_drafting()
        self.close_line()
        if asking is not None and asking.kept:
            self.call_later(self.live.draft, asking.kind, text)

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
        done, self._alone = True, len(event.lines) == 1
        for text in event.lines:
            if not text.strip() and asking.needs_words:
                self.close_line()
                return
            done = await asking.send(text) and done
        if done:
            await self.taken(asking, event.lines)

    async def taken(self, asking: Asking, lines: tuple[str, ...] = ()) -> None:
        """What stood in the line is done, or waits for the answer to something else."""
        following = self._asking
        if following is not None and following is not asking and following.waiting:
            self._stop_drafting()
            await self.live.draft(following.kind, following.waiting)
            return
        await self._forget_draft(asking)
        if asking.stays:
            self.line.sent(lines)
        elif following is asking:
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

    def _stop_drafting(self) -> None:
        if self._drafting is not None:
            self._drafting.stop()
            self._drafting = None

    async def _forget_draft(self, asking: Asking) -> None:
        self._stop_drafting()
        if asking.kept or asking.waiting:
            await self.live.draft(asking.kind, "")

    async def on_writing_ended(self, event: WritingEnded) -> None:
        """Esc: the line is given up; where something waits for an answer, only the answer is."""
        event.stop()
        asking = self._asking
        if asking is not None and asking.back is not None:
            asking.back(asking.waiting)
            return
        if asking is not None:
            await self._forget_draft(asking)
        self.close_line()


def new_id() -> str:
    """An id for an entry."""
    return uuid4().hex[:12]
