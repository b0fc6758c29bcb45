"""A clock flips at its whole seconds and at no other time."""

import asyncio
import math

from textual.app import App

from intervisie_tui.widgets.second import EachSecond


async def test_each_flip_asks_anew_when_the_next_one_is() -> None:
    dues = iter([0.02, 0.01, 0.03, math.inf])
    flips: list[int] = []
    ended = asyncio.Event()
    app: App[None] = App()

    def flip() -> None:
        flips.append(len(flips))
        if len(flips) == 3:
            ended.set()

    async with app.run_test():
        second = EachSecond(app.screen, flip, lambda: next(dues))
        second.start()
        assert second.waiting
        await asyncio.wait_for(ended.wait(), 5)
        assert flips == [0, 1, 2]
        assert next(dues, None) is None
        assert not second.waiting


async def test_infinity_waits_for_nothing_and_stop_ends_the_waiting() -> None:
    app: App[None] = App()
    async with app.run_test():
        second = EachSecond(app.screen, lambda: None, lambda: math.inf)
        second.start()
        assert not second.waiting
        second = EachSecond(app.screen, lambda: None, lambda: 100.0)
        second.start()
        assert second.waiting
        second.stop()
        assert not second.waiting


async def test_a_callback_that_starts_the_clock_itself_gets_one_timer() -> None:
    app: App[None] = App()
    done = asyncio.Event()
    asked: list[float] = []

    async with app.run_test():

        def due() -> float:
            asked.append(0.01)
            return 0.01 if len(asked) == 1 else math.inf

        def flip() -> None:
            second.start()
            done.set()

        second = EachSecond(app.screen, flip, due)
        second.start()
        await asyncio.wait_for(done.wait(), 5)
        await app.workers.wait_for_complete()
        assert not second.waiting


async def test_nothing_flips_after_the_screen_has_gone() -> None:
    app: App[None] = App()
    flips: list[int] = []
    async with app.run_test():
        second = EachSecond(app.screen, lambda: flips.append(1), lambda: 0.05)
        second.start()
    before = len(flips)
    second.start()
    assert not second.waiting
    assert len(flips) == before
