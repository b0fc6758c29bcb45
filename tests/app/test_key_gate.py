"""Keys that come faster than the screen can open what they open."""

import asyncio
from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widgets import Input

from intervisie_tui.screens.key_gate import PATIENCE, KeyGate, KeyPassed


class Quick(KeyGate):
    """`a` opens a line; `x` is a key of the screen; Enter closes the line again."""

    BINDINGS: ClassVar[list[BindingType]] = [("a", "open", ""), ("x", "cross", "")]
    AUTO_FOCUS = None
    crosses = 0
    sent: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        yield Input(id="line")
        yield Input(id="other")

    def on_mount(self) -> None:
        self.query_one("#line").display = False
        self.screen.set_focus(None)

    def action_open(self) -> None:
        line = self.query_one("#line", Input)
        line.display = True
        line.focus()

    def action_cross(self) -> None:
        self.crosses += 1

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.sent = (*self.sent, event.value)
        event.input.display = False
        self.screen.set_focus(None)


def burst(app: Quick, typed: str) -> None:
    names = {"\r": "enter", "\t": "tab", " ": "space"}
    for char in typed:
        app.post_message(events.Key(names.get(char, char), char))


async def settled(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Until this holds, and a moment more; what never comes is for the test to say."""
    for _ in range(200):
        await pilot.pause(0.02)
        if holds():
            break
    await pilot.pause(0.1)


async def test_letters_after_a_key_that_opens_a_line_are_typed_and_not_acted_on() -> None:
    app = Quick()
    async with app.run_test() as pilot:
        burst(app, "xaxa x\rx")
        await settled(pilot, lambda: app.crosses == 2)
        assert app.sent == ("xa x",)
        assert app.crosses == 2


class Slow(Quick):
    """What `a` does takes longer than a key is usually waited for."""

    BINDINGS: ClassVar[list[BindingType]] = [("a", "open_late", "")]

    async def action_open_late(self) -> None:
        await asyncio.sleep(PATIENCE * 1.5)
        self.action_open()


async def test_letters_wait_for_a_key_that_takes_long() -> None:
    app = Slow()
    async with app.run_test() as pilot:
        burst(app, "axa x\rx")
        await settled(pilot, lambda: app.crosses == 1)
        assert app.sent == ("xa x",)
        assert app.crosses == 1


class Closing(Quick):
    """`a` opens a screen, on which Escape is the end of it and of what the key went to."""

    def action_open(self) -> None:
        self.push_screen(Dialog())


class Dialog(ModalScreen[None]):
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "app.pop_screen", "")]

    def compose(self) -> ComposeResult:
        yield Input()


async def test_a_key_behind_the_one_that_closes_a_dialog_comes_soon() -> None:
    app = Closing()
    async with app.run_test() as pilot:
        burst(app, "a")
        await settled(pilot, lambda: isinstance(app.screen, Dialog))
        app.post_message(events.Key("escape", None))
        burst(app, "x")
        await settled(pilot, lambda: app.crosses == 1)
        assert app.crosses == 1


async def test_a_tab_in_the_middle_of_quick_typing_goes_to_the_next_field() -> None:
    app = Quick()
    async with app.run_test() as pilot:
        burst(app, "aone\ttwo")
        await settled(pilot, lambda: app.query_one("#other", Input).value == "two")
        assert [field.value for field in app.query(Input)] == ["one", "two"]


async def test_a_key_that_is_under_way_when_the_program_ends_is_no_error() -> None:
    app = Quick()
    async with app.run_test() as pilot:
        await pilot.press("x")
    app.on_key_passed(KeyPassed(app._number, 1))
    await app.on_event(events.Key("x", "x"))
    assert app.return_code in (0, None)
