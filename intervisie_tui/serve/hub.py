"""All that is being shown: one app for all watchers of a language and theme, one for each guest who takes part."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from intervisie_tui import locale
from intervisie_tui.domain.session import Seat
from intervisie_tui.locale import N_
from intervisie_tui.serve.assignment import STAGE_SIZE, USUAL_SIZE, Assignment, held_within
from intervisie_tui.serve.children import Child
from intervisie_tui.serve.feed import STEP, Feed
from intervisie_tui.serve.limits import SHARED, Limits
from intervisie_tui.serve.tickets import Ticket
from intervisie_tui.serve.viewer import GOING, REFUSED, Viewer

LEFT = N_("You have left. Load the page again to come back.")
_BEAT = json.dumps(["beat"])


@dataclass(frozen=True, slots=True)
class Look:
    """How a page wants to see it."""

    language: str
    theme: str
    size: tuple[int, int] = USUAL_SIZE


@dataclass(frozen=True, slots=True)
class Place:
    """Where sessions and settings are kept."""

    session: str
    data_dir: str
    config_dir: str


class Hub:
    """The apps that run now, and who sees which."""

    def __init__(
        self,
        place: Place,
        start: Callable[[Assignment], Awaitable[Child]],
        limits: Limits,
        changed: Callable[[], None],
    ) -> None:
        self._place = place
        self._start = start
        self._limits = limits
        self._changed = changed
        self._feeds: dict[tuple[str, ...], Feed] = {}
        self._running: set[asyncio.Task[None]] = set()

    @property
    def watching(self) -> int:
        """How many sockets watch."""
        return sum(len(feed.viewers) for key, feed in self._feeds.items() if key[0] == Seat.STAGE)

    @property
    def present(self) -> tuple[str, ...]:
        """The guests whose own screen is open somewhere."""
        return tuple(sorted(key[1] for key, feed in self._feeds.items() if _personal(key) and feed.viewers))

    @property
    def keeping(self) -> tuple[str, ...]:
        """Those of the present who came by the link of timekeepers."""
        return tuple(
            guest for guest in self.present if self._feeds["guest", guest].assignment.seat is Seat.TIMEKEEPER
        )

    @property
    def viewers(self) -> tuple[Viewer, ...]:
        """All sockets."""
        return tuple(viewer for feed in self._feeds.values() for viewer in feed.viewers)

    def feed(self, ticket: Ticket, look: Look) -> Feed | None:
        """What this guest is to see, started where it was not; None when there is no room."""
        if ticket.seat is Seat.STAGE:
            key: tuple[str, ...] = (Seat.STAGE, look.language, look.theme)
            full = self.watching >= self._limits.watchers
        else:
            key = ("guest", ticket.guest)
            full = self._full(key, look)
        if full:
            return None
        found = self._feeds.get(key)
        if found is None or found.over:
            found = self._feeds[key] = self._begin(key, ticket, look)
        return found

    def _full(self, key: tuple[str, ...], look: Look) -> bool:
        """Whether there is no room for that guest; who has gone makes room."""
        found = self._feeds.get(key)
        if found is not None and not found.over:
            same = (found.assignment.language, found.assignment.theme) == (look.language, look.theme)
            if found.viewers or same:
                return len(found.viewers) >= SHARED
            found.end(GOING)
        own = [feed for known, feed in self._feeds.items() if _personal(known) and not feed.over]
        if len(own) < self._limits.personal:
            return False
        gone = [feed for feed in own if not feed.viewers]
        if gone:
            gone[0].end(GOING)
        return not gone

    def _begin(self, key: tuple[str, ...], ticket: Ticket, look: Look) -> Feed:
        shared = ticket.seat is Seat.STAGE
        width, height = STAGE_SIZE if shared else held_within(*look.size)
        assignment = Assignment(
            self._place.session,
            self._place.data_dir,
            self._place.config_dir,
            ticket.seat,
            "" if shared else ticket.guest,
            look.language,
            look.theme,
            width,
            height,
        )
        feed = Feed(assignment, self._start, locale.tell(LEFT, {}, look.language))
        task = asyncio.create_task(self._run(key, feed))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return feed

    async def _run(self, key: tuple[str, ...], feed: Feed) -> None:
        await feed.run()
        if self._feeds.get(key) is feed:
            del self._feeds[key]
        self._changed()

    async def watch_over(self) -> None:
        """Look after all apps, and let the pages know each second that the server is there."""
        while True:
            for _ in range(round(1 / STEP)):
                await asyncio.sleep(STEP)
                for feed in tuple(self._feeds.values()):
                    feed.look()
            for viewer in self.viewers:
                viewer.put(_BEAT)

    def show_out(self, holds: Callable[[Ticket], bool]) -> None:
        """Close every socket whose ticket is good no more, and end the app of a guest who has none left."""
        for feed in tuple(self._feeds.values()):
            bad = [viewer for viewer in feed.viewers if not holds(viewer.ticket)]
            for viewer in bad:
                feed.detach(viewer)
                viewer.close(REFUSED)
            if bad and feed.assignment.guest and not feed.viewers:
                feed.end(REFUSED)

    def end(self, code: int, words: Callable[[str], str] | None = None) -> None:
        """End all apps; `words` says why in a language."""
        for feed in tuple(self._feeds.values()):
            last = json.dumps(["ended", words(feed.assignment.language)]) if words else ""
            feed.end(code, last)


def _personal(key: tuple[str, ...]) -> bool:
    return key[0] != Seat.STAGE
