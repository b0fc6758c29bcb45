"""One key at a time: the next key is routed when the one before has done its work; and what each press means.

Textual sends each key to what has the focus when it is read, not when its turn comes: of a quick "a Anna: call" the
letters would still go to the room, and act as its keys. What a press means is asked when its turn comes, for the same
reason: whether a key is held, or comes from caps lock, depends on what it would do there.
"""

from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Protocol, runtime_checkable

from textual import events
from textual.app import App, ScreenError
from textual.message import Message
from textual.message_pump import MessagePump

from intervisie_tui import clock
from intervisie_tui.actions.key_words import spoken_key
from intervisie_tui.keys.hand import Hand, Verdict, after_nothing, judge
from intervisie_tui.keys.press import Press
from intervisie_tui.keys.typed import PasteDropped, TypedKey
from intervisie_tui.locale import _
from intervisie_tui.messages import KeyForClosedLine
from intervisie_tui.screens.key_target import is_typed, meant, target_of, twin_differs
from intervisie_tui.screens.line_closed import LineClosed

PATIENCE, LONGEST = 0.5, 5.0
"""Seconds after which a key is routed although the one before has not been heard of again: when what that one went to
has gone, and when it is there still (on a slow disk, say)."""
LAPS = 3
"""How often the way of a key is gone after it: what a widget says of a key, such as Submitted, comes a lap later, and
what its pane makes of that, such as Written, another."""
TOLD = 4.0
"""Seconds for which it is told why a key did nothing."""


class KeyPassed(Message):
    """Goes the way that a key went, behind it, up to the app."""

    def __init__(self, number: int, lap: int) -> None:
        super().__init__()
        self.number = number
        self.lap = lap


@runtime_checkable
class SaysQuietly(Protocol):
    """A screen with a quiet line."""

    def say(self, words: str, seconds: float = ...) -> None:
        """Shows a quiet line."""


class KeyGate(App[None]):
    """An app whose keys and pastes wait for each other, and whose held keys do their deed once."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[tuple[events.Key | events.Paste, float]] = deque()
        self._number = 0
        self._under_way = False
        self._target: MessagePump | None = None
        self._hand = Hand()
        self.seconds: Callable[[], float] = clock.seconds
        """Where the moment of a key comes from; a test sets another one."""
        self.line_closed = LineClosed()

    async def on_event(self, event: events.Event) -> None:
        """Route an event; a key only when no other is under way."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        moment = event.moment if isinstance(event, TypedKey) else self.seconds()
        self._waiting.append((event, moment))
        if not self._under_way:
            await self._next()

    async def _next(self) -> None:
        """Route what waits, until a key is under way."""
        while self._waiting and not self._under_way:
            event, moment = self._waiting.popleft()
            if not self.app_focus:
                # The terminal may say that it is out of sight and still send what is typed or pasted: what had the
                # focus gets it back first.
                self.app_focus = True
            routed = self._passed(event, moment)
            if routed is not None:
                await self._route(routed)

    def _passed(self, event: events.Key | events.Paste, moment: float) -> events.Key | events.Paste | None:
        """The event that goes on, or None if it is to do nothing."""
        if isinstance(event, events.Paste) or self._addressee() is None:
            return event
        press = event.press if isinstance(event, TypedKey) else Press(event.key, event.character)
        if not press.button and self.line_closed.takes(press.key, moment):
            self._hand = after_nothing(self._hand, press, moment)
            self.screen.post_message(KeyForClosedLine())
            return None
        if not self._may_pass(press, moment):
            return None
        typed = is_typed(self.screen, press.key, press.character)
        key = press.key if typed else meant(self.screen, press.key)
        return event if type(event) is events.Key and key == event.key else self._plain(key, press.character)

    def _plain(self, key: str, character: str | None) -> events.Key:
        plain = events.Key(key, character)
        plain.set_sender(self)
        return plain

    def _may_pass(self, press: Press, moment: float) -> bool:
        """Whether a press does what its key does; if not, it has been told why."""
        screen = self.screen
        self._hand, verdict = judge(
            self._hand,
            press,
            moment,
            is_typed(screen, press.key, press.character),
            partial(target_of, screen),
            partial(twin_differs, screen),
        )
        key = spoken_key(press.key)
        if verdict is Verdict.HELD:
            self.tell(_("{key} is held down, or was only just pressed: it counts once.", key=key))
        elif verdict is Verdict.ASKS:
            self.tell(
                _(
                    "Capital {key}: press {key} again within 3 seconds if you mean it. Is caps lock on?",
                    key=key,
                )
            )
        return verdict is Verdict.GO

    def on_paste_dropped(self, event: PasteDropped) -> None:
        """Says that a paste was too long."""
        event.stop()
        self.tell(_("You pasted more than 64 kB, so nothing of it was taken; paste it in parts."))

    def tell(self, words: str) -> None:
        """Says why a key or a paste did nothing: in the quiet line of the screen, else in a corner."""
        screen = self.screen
        if screen.is_modal and len(self.screen_stack) > 1:
            screen = self.screen_stack[-2]
        if isinstance(screen, SaysQuietly):
            screen.say(words, TOLD)
        else:
            self.notify(words, timeout=TOLD, markup=False)

    async def _route(self, event: events.Key | events.Paste) -> None:
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
        await self._next()
