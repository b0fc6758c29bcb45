"""The line of keys at the bottom of a screen; each can be clicked too."""

from collections.abc import Iterable

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

_GAP = 2


class KeyHint(Static):
    """One key and what it does here; a click does the same."""

    def __init__(self, key: str, words: str, action: str) -> None:
        super().__init__()
        self.told = (key, words)
        self._action = action
        self.say(True)

    def say(self, worded: bool) -> None:
        """The key, with its words or without."""
        key, words = self.told
        after = (" ", (words, "$text-muted")) if worded else ()
        self.update(Content.assemble((key, "bold $accent"), *after))

    async def on_click(self) -> None:
        """Do what the key does."""
        await self.screen.run_action(self._action)


class KeyLine(Horizontal):
    """Keys, words and actions of this screen, as (key, words, action); where not all fit, no key falls off."""

    def __init__(self, keys: Iterable[tuple[str, str, str]]) -> None:
        super().__init__()
        self._keys = tuple(keys)

    def compose(self) -> ComposeResult:
        """One hint for each key."""
        for key, words, action in self._keys:
            yield KeyHint(key, words, action)

    def on_resize(self) -> None:
        """More words fit, or fewer: the longest go first."""
        hints = list(self.query(KeyHint))
        worded = sorted(hints, key=lambda hint: cell_len(hint.told[1]))
        keys = sum(cell_len(hint.told[0]) for hint in hints) + _GAP * (len(hints) - 1)
        while worded and keys + sum(cell_len(hint.told[1]) + 1 for hint in worded) > self.size.width:
            worded.pop()
        for hint in hints:
            hint.say(hint in worded)
