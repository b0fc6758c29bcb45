"""The methods that a running program knows: ours at once, the user's own when a child process has judged them."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Iterable
from pathlib import Path
from typing import TypeVar

from intervisie_tui.method import Circle
from intervisie_tui.registry.finding import load, ours
from intervisie_tui.registry.library import Library, Loaded, Problem
from intervisie_tui.registry.limits import ASKING, LONGEST

T = TypeVar("T")


class Methods:
    """The methods of one folder. What runs a user's own modules is awaited beside the loop, or blocks: see each.

    A module may take `longest` seconds to load, and `asking` to answer for a circle.
    """

    def __init__(self, folder: Path, longest: float = LONGEST, asking: float = ASKING) -> None:
        self._folder, self._longest, self._asking = folder, longest, asking
        self._library: Library | None = None
        self._order = asyncio.Lock()
        self._news: list[asyncio.Queue[Library | None]] = []

    @property
    def library(self) -> Library:
        """What is known now, all methods that are ours at least; runs nothing of the user's own."""
        if self._library is None:
            self._library = ours()
        return self._library

    def load(self) -> Library:
        """Look at all methods again and judge what has changed. Blocks: for the command line."""
        self._library = load(self._folder, seconds=self._longest, before=self._library)
        return self._library

    async def look(self) -> Library:
        """As `load`, beside the loop. Goes on when one who waits gives up, for another may wait for the same."""
        return await asyncio.shield(asyncio.ensure_future(self._look()))

    async def looks(self) -> AsyncIterator[Library]:
        """As `look`, but gives what is known meanwhile too, when a slow module keeps the others waiting."""
        news: asyncio.Queue[Library | None] = asyncio.Queue()
        self._news.append(news)
        looking = asyncio.ensure_future(self._look())
        looking.add_done_callback(lambda _done: news.put_nowait(None))
        try:
            while (library := await news.get()) is not None:
                yield library
        finally:
            self._news.remove(news)
        yield await looking

    async def _look(self) -> Library:
        loop = asyncio.get_running_loop()

        def partly(library: Library) -> None:
            loop.call_soon_threadsafe(self._know, library)

        async with self._order:
            before = self.library
            library = await _beside(
                lambda stop: load(
                    self._folder, seconds=self._longest, before=before, stop=stop, partly=partly
                )
            )
            self._library = library
            return library

    def _know(self, library: Library) -> None:
        """Take in what is known meanwhile, and tell those who wait."""
        self._library = library
        for news in self._news:
            news.put_nowait(library)

    async def ask(self, wished: Iterable[tuple[Loaded, Circle]]) -> tuple[Problem, ...]:
        """Have methods answer for a circle, where that is not known yet, beside the loop; gives what went wrong.

        The answers stand in the library then. Who gives up waiting ends what was started for it.
        """
        now = [(self.library.methods.get(loaded.method.id, loaded), circle) for loaded, circle in wished]
        unknown = [(loaded, circle) for loaded, circle in now if not loaded.method.answers_for(circle)]
        if not unknown:
            return ()
        from intervisie_tui.registry.judging import reply

        replies = await _beside(lambda stop: reply(unknown, self._asking, stop))
        asked = {loaded.method.id: loaded for loaded, _circle in unknown}
        # Another file may have come in the place of one that was asked.
        same = {
            name: method
            for name, method in replies.methods.items()
            if self.library.methods.get(name) is asked[name]
        }
        self._library = self.library.with_answers(same)
        return replies.problems


async def _beside(work: Callable[[threading.Event], T]) -> T:
    """Do this in a thread, and let it end at once when nobody waits for it any more."""
    stop = threading.Event()
    try:
        return await asyncio.to_thread(work, stop)
    finally:
        stop.set()
