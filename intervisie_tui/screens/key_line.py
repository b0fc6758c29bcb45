"""The line of keys at the bottom of a screen; each can be clicked too."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static


class KeyHint(Static):
    """One key and what it does here; a click does the same."""

    def __init__(self, key: str, words: str, action: str) -> None:
        super().__init__(Content.assemble((key, "bold $accent"), " ", (words, "$text-muted")))
        if key.isalnum():
            self.add_class(f"key-{key}")
        self._action = action

    async def on_click(self) -> None:
        """Do what the key does."""
        await self.screen.run_action(self._action)


class KeyLine(Horizontal):
    """Keys, words and actions of this screen, as (key, words, action)."""

    def __init__(self, keys: Iterable[tuple[str, str, str]]) -> None:
        super().__init__()
        self._keys = tuple(keys)

    def compose(self) -> ComposeResult:
        """One hint for each key."""
        for key, words, action in self._keys:
            yield KeyHint(key, words, action)
