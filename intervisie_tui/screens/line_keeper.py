"""The life of an entry line: what it takes, whether it stays open after Enter, and what is kept of it.

The room's line and a guest's are the same thing with another table of policies.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import Any
from uuid import uuid4

from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer

from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.domain.room_left import entries_left, full, nearly_full
from intervisie_tui.domain.texts import too_long
from intervisie_tui.live import Live
from intervisie_tui.locale import n_, tell
from intervisie_tui.screens.key_gate import KeyGate
from intervisie_tui.widgets.entry_line import EntryLine
from intervisie_tui.widgets.hint import Hint
from intervisie_tui.widgets.plain import one_line

EVERY = 0.25
"""Seconds between two writings of a half-typed line, at least."""

Send = Callable[[str], Awaitable[bool]]


class Purpose(StrEnum):
    """What a line is open for. The names of those that are kept stand in the names of drafts."""

    NOTE = "note"
    PARK = "park"
    ACTION = "action"
    DUE = "due"
    EDIT = "edit"
    BEGAN = "began"
    BREAK = "break"
    COME = "come"


class Empty(Enum):
    """What Enter does in an empty line."""

    CLOSES = auto()
    SENDS = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class Policy:
    """How a line of one purpose lives."""

    stays: bool = False
    """Whether the line is open for the next entry after Enter."""
    kept: bool = False
    """Whether a half-typed line comes back after a crash."""
    empty: Empty = Empty.CLOSES
    rests: bool = False
    """Whether Esc only takes the keys from the line, which stays in sight with its text."""


_ENTRIES = frozenset({Purpose.NOTE, Purpose.PARK, Purpose.ACTION})
IN_ROOM: Mapping[Purpose, Policy] = {
    Purpose.NOTE: Policy(stays=True, kept=True),
    Purpose.PARK: Policy(stays=True, kept=True),
    Purpose.ACTION: Policy(stays=True, kept=True),
    # An empty line means no date, and the usual ten minutes.
    Purpose.DUE: Policy(empty=Empty.SENDS),
    Purpose.BREAK: Policy(empty=Empty.SENDS),
    Purpose.EDIT: Policy(),
    Purpose.BEGAN: Policy(),
    Purpose.COME: Policy(),
}
_GUESTS_ENTRY = Policy(stays=True, kept=True, empty=Empty.NOTHING, rests=True)
OF_GUEST: Mapping[Purpose, Policy] = {
    Purpose.NOTE: _GUESTS_ENTRY,
    Purpose.PARK: _GUESTS_ENTRY,
    Purpose.ACTION: _GUESTS_ENTRY,
    Purpose.DUE: Policy(empty=Empty.SENDS, rests=True),
}


@dataclass(frozen=True, slots=True)
class Asking:
    """What the entry line takes now; `send` tells whether the line was taken."""

    purpose: Purpose
    send: Send
    reads: Callable[[str], str | Content] | None = None
    """Tells how a half-typed line is understood."""
    waiting: str = ""
    """What was typed before and waits for this answer; it is kept until then, and Esc goes back to it."""
    back: Callable[[str], None] | None = None
    """Opens the line for that again."""


class LineKeeper:
    """Opens, sends and closes the entry line of one screen, and keeps what is typed safe."""

    def __init__(
        self,
        screen: Screen[Any],
        live: Live,
        policies: Mapping[Purpose, Policy],
        told: Callable[[Purpose | None], None],
    ) -> None:
        """`told` is called with the purpose of a line that opens, and with None when it has closed."""
        self._screen, self._live, self._policies, self._told = screen, live, policies, told
        self._drafting: Timer | None = None
        self.asking: Asking | None = None
        self.alone = True
        """Whether what is being sent was one line."""

    @property
    def line(self) -> EntryLine:
        """The line at the bottom."""
        return self._screen.query_one(EntryLine)

    @property
    def purpose(self) -> Purpose | None:
        """What the line is open for; None while it is closed."""
        return self.asking.purpose if self.asking is not None else None

    def ask(self, asking: Asking, takes: str, hint: str = "", value: str = "") -> None:
        """Open the line for something; `takes` says what, `hint` stands in the empty line."""
        self.asking = asking
        self.line.open(takes, hint, value)
        self.line.understood(self._limit_near(value))
        self.has_keys()
        self._told(asking.purpose)

    def has_keys(self) -> None:
        """Note that what is typed from now on goes to the line."""
        if isinstance(self._screen.app, KeyGate):
            self._screen.app.line_closed.open()

    def lets_go(self) -> None:
        """Note that the keys have gone from the line: those that are still meant for it must do nothing."""
        if isinstance(self._screen.app, KeyGate):
            self._screen.app.line_closed.close(self._screen.app.seconds())

    def close(self) -> None:
        """Close the line; what stood in it is forgotten."""
        was_open, self.asking = self.asking is not None, None
        self.line.close()
        if was_open:
            self.lets_go()
            self._told(None)

    def put_away(self) -> None:
        """Close the line for now; what stood in it is at hand again with its key."""
        asking, text = self.asking, self.line.value
        self._stop_drafting()
        self.close()
        if asking is not None and self._policies[asking.purpose].kept:
            self._screen.call_later(self._live.draft, asking.purpose, text)

    async def written(self, lines: tuple[str, ...]) -> None:
        """Send a line; of a paste each of its lines."""
        asking = self.asking
        if asking is None:
            return
        empty = self._policies[asking.purpose].empty
        hint = self._screen.query_one(Hint)
        said = hint.times
        refused, self.alone = [], len(lines) == 1
        if self.alone and lines[0].strip() and self._beyond(lines[0]) is not None:
            # That stands above the line already, and would stand there twice.
            self.read(lines[0])
            return
        for text in lines:
            if not text.strip() and empty is Empty.CLOSES:
                self.close()
                return
            if (text.strip() or empty is Empty.SENDS) and not await asking.send(text):
                refused.append(text)
        if not refused:
            if hint.times == said:
                # What was told of an earlier attempt holds no longer.
                hint.hush()
            await self.taken(asking, lines)
        elif not self.alone and self.asking is asking:
            # A paste of many lines never stood in the line: what of it was not taken would be lost.
            self.line.put_back(" ".join(refused))

    async def taken(self, asking: Asking, lines: tuple[str, ...] = ()) -> None:
        """What stood in the line is done, or waits for the answer to something else."""
        following = self.asking
        if following is not None and following is not asking and following.waiting:
            self._stop_drafting()
            await self._live.draft(Purpose.ACTION, following.waiting)
            return
        await self._forget_draft(asking)
        if following is not asking:
            return
        if self._policies[asking.purpose].stays:
            self.line.sent(lines)
        else:
            self.close()

    def writing(self, text: str) -> None:
        """Show how the line is understood, and keep it safe."""
        asking = self.asking
        if asking is None:
            return
        self.read(text)
        if self._policies[asking.purpose].kept and self._drafting is None and self._screen.is_running:
            self._drafting = self._screen.set_timer(EVERY, self._keep_draft)

    def read(self, text: str) -> None:
        """Show how a half-typed line is understood, or that it meets a limit."""
        if self.asking is None:
            return
        limit = self._limit_near(text)
        reads = self.asking.reads
        self.line.understood(limit if limit or reads is None else reads(text))

    def _beyond(self, text: str) -> Refusal | None:
        """Why this text cannot be taken now: it is too long, or the session holds no more entries."""
        refusal = too_long(text)
        if refusal is None and self.purpose in _ENTRIES:
            refusal = full(self._live.session, self._live.most_entries)
        return refusal

    def _limit_near(self, text: str) -> str | Content:
        """Words for the limit that a half-typed line goes beyond, or that the session is near; nothing else."""
        refusal = self._beyond(text)
        if refusal is not None:
            return one_line(tell(refusal.message, refusal.values), "$warning")
        if (
            text
            or self.purpose not in _ENTRIES
            or not nearly_full(self._live.session, self._live.most_entries)
        ):
            return ""
        left = entries_left(self._live.session, self._live.most_entries)
        return one_line(
            n_("This session takes {n} more entry.", "This session takes {n} more entries.", left), "$warning"
        )

    async def ended(self) -> None:
        """Esc: the line is given up; where something waits for an answer, only the answer is."""
        asking = self.asking
        if asking is None:
            return
        if asking.back is not None:
            asking.back(asking.waiting)
        elif self._policies[asking.purpose].rests:
            self._screen.set_focus(None)
            self.lets_go()
        else:
            await self._forget_draft(asking)
            self.close()

    async def _keep_draft(self) -> None:
        self._drafting = None
        asking = self.asking
        if asking is not None and self._policies[asking.purpose].kept:
            await self._live.draft(asking.purpose, self.line.value)

    def _stop_drafting(self) -> None:
        if self._drafting is not None:
            self._drafting.stop()
            self._drafting = None

    async def _forget_draft(self, asking: Asking) -> None:
        self._stop_drafting()
        if asking.waiting:
            await self._live.draft(Purpose.ACTION, "")
        elif self._policies[asking.purpose].kept:
            await self._live.draft(asking.purpose, "")


def new_id() -> str:
    """An id for an entry."""
    return uuid4().hex[:12]
