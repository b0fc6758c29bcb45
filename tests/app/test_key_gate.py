"""Keys that come faster than the screen can open what they open."""

from textual import events
from textual.app import ComposeResult
from textual.widgets import Input

from intervisie_tui.screens.key_gate import KeyGate


class Quick(KeyGate):
    """`a` opens a line; `x` is a key of the screen; Enter closes the line again."""

    BINDINGS = [("a", "open", ""), ("x", "cross", "")]  # noqa: RUF012 # as Textual types it
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


async def test_letters_after_a_key_that_opens_a_line_are_typed_and_not_acted_on() -> None:
    app = Quick()
    async with app.run_test() as pilot:
        burst(app, "xaxa x\rx")
        await pilot.pause(0.2)
        assert app.sent == ("xa x",)
        assert app.crosses == 2


async def test_a_tab_in_the_middle_of_quick_typing_goes_to_the_next_field() -> None:
    app = Quick()
    async with app.run_test() as pilot:
        burst(app, "aone\ttwo")
        await pilot.pause(0.2)
        assert [field.value for field in app.query(Input)] == ["one", "two"]
