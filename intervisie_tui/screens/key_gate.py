"""One key at a time: the next key is routed when the one before has done its work.

Textual sends each key to what has the focus when it is read, not when its turn comes: of a quick "a Anna: call" the
letters would still go to the room, and act as its keys.
"""

from collections import deque
from collections.abc import Callable
from functools import partial

from textual import events
from textual.app import App, ScreenError
from textual.message import Message
from textual.message_pump import MessagePump

from intervisie_tui import clock
from intervisie_tui.messages import KeyForClosedLine
from intervisie_tui.screens.line_closed import LineClosed

PATIENCE, LONGEST = 0.5, 5.0
"""Seconds after which a key is routed although the one before has not been heard of again: when what that one went to
has gone, and when it is there still (on a slow disk, say)."""
LAPS = 3
"""How often the way of a key is gone after it: what a widget says of a key, such as Submitted, comes a lap later, and
what its pane makes of that, such as Written, another."""


class KeyPassed(Message):
    """Goes the way that a key went, behind it, up to the app."""

    def __init__(self, number: int, lap: int) -> None:
        super().__init__()
        self.number = number
        self.lap = lap


class KeyGate(App[None]):
    """An app whose keys and pastes wait for each other."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[events.Key | events.Paste] = deque()
        self._number = 0
        self._under_way = False
        self._target: MessagePump | None = None
        self.seconds: Callable[[], float] = clock.seconds
        """Where the moment of a key comes from; a test sets another one."""
        self.line_closed = LineClosed()

    async def on_event(self, event: events.Event) -> None:
        """Route an event; a key only when no other is under way."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._under_way:
            self._waiting.append(event)
        else:
            await self._route(event)

    async def _route(self, event: events.Key | events.Paste) -> None:
        if self._was_for_closed_line(event):
            return
        self._under_way = True
        self._number += 1
        number = self._number
        target = self._target = self._addressee()
        if target is None:
            return
        await super().on_event(event)
        if target.post_message(KeyPassed(number, 1)):
            self.set_timer(PATIENCE, partial(self._late, number, PATIENCE))
        else:
            await self._done(number)

    def _was_for_closed_line(self, event: events.Key | events.Paste) -> bool:
        """Whether the key was meant for a line that closed just before it; the screen then says so."""
        if not isinstance(event, events.Key) or not self.line_closed.takes(event.key, self.seconds()):
            return False
        self.screen.post_message(KeyForClosedLine())
        return True

    def _addressee(self) -> MessagePump | None:
        """Who a key goes to; nobody while the program ends and its screens have gone."""
        try:
            return self.focused or self.screen
        except ScreenError:
            return None

    def on_key_passed(self, passed: KeyPassed) -> None:
        """A key has gone its way; once more for what came of it, then the next."""
        if passed.number != self._number:
            return
        target = self._target = self._addressee()
        if target is None:
            return
        if passed.lap < LAPS and target.post_message(KeyPassed(passed.number, passed.lap + 1)):
            return
        # Behind the focus that the key may have moved: that is called later, too.
        self.call_later(self._done, passed.number)

    async def _late(self, number: int, waited: float) -> None:
        if number != self._number or not self._under_way:
            return
        if self._target is not None and self._target.is_attached and waited < LONGEST:
            self.set_timer(PATIENCE, partial(self._late, number, waited + PATIENCE))
        else:
            await self._done(number)

    async def _done(self, number: int) -> None:
        if number != self._number or not self._under_way:
            return
        self._under_way = False
        while self._waiting and not self._under_way:
            await self._route(self._waiting.popleft())
