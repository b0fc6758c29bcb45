"""What the picker's figures are of: `python -m bench.picker_apps ours|peer N`.

Ours is the picker with so many methods. The peer is what anybody would write: a line to type in, over a list of as many
rows that is filled anew at each key.
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import count, islice

from textual.app import App, ComposeResult
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from intervisie_tui.domain.advice import Candidate
from intervisie_tui.domain.plan import measured
from intervisie_tui.method import Method, Text
from intervisie_tui.registry import load
from intervisie_tui.rooms import Rooms

PEOPLE, SECONDS = 6, 36_000.0
"""For so many people, and so much time that all methods stand under one heading."""


@cache
def some_methods(number: int) -> tuple[Method, ...]:
    """So many methods: those of the library, and copies of them under other names."""
    return tuple(islice(_methods(), number))


def _methods() -> Iterator[Method]:
    library = [loaded.method for loaded in load().methods.values()]
    for lap in count(1):
        for method in library:
            name = Text(nl=f"{method.name.nl} {lap}", en=f"{method.name.en} {lap}")
            yield method if lap == 1 else replace(method, id=f"{method.id}-{lap}", name=name)


class Peer(App[None]):
    """A line, a count, a list."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._names = [method.name.en for method in some_methods(number)]
        self._words = [" ".join(_texts(method)).casefold() for method in some_methods(number)]

    def compose(self) -> ComposeResult:
        yield Input()
        yield Static()
        yield Static()
        yield Static(id="count")
        yield OptionList()

    def on_mount(self) -> None:
        self._fill("")

    def on_input_changed(self, event: Input.Changed) -> None:
        self._fill(event.value)

    def _fill(self, typed: str) -> None:
        found = [
            name for name, words in zip(self._names, self._words, strict=True) if typed.casefold() in words
        ]
        rows = self.query_one(OptionList)
        rows.clear_options()
        rows.add_options([Option(name) for name in found])
        self.query_one("#count", Static).update(f"found ({len(found)})", layout=False)


def _texts(method: Method) -> Iterator[str]:
    for text in (method.name, method.summary, *method.wishes):
        yield from (text.nl, text.en)


def run(which: str, number: int) -> None:
    """Show one of both until it is ended."""
    if which == "peer":
        Peer(number).run()
        return
    from intervisie_tui.app import IntervisieApp
    from intervisie_tui.screens.picker import PickerScreen
    from intervisie_tui.screens.sheets import STYLES

    methods = some_methods(number)
    candidates = [Candidate(each, PEOPLE, measured(each, PEOPLE, SECONDS)) for each in methods]

    class Ours(IntervisieApp):
        """The app, with the picker over its lobby."""

        CSS_PATH = str(STYLES / "base.tcss")

        def on_mount(self) -> None:
            super().on_mount()
            self.push_screen(PickerScreen(candidates, PEOPLE, SECONDS))

    Ours(Rooms.at()).run()


if __name__ == "__main__":
    run(sys.argv[1], int(sys.argv[2]))
