"""Keys and what they do, a row each; words that need a second line go on under the first."""

import textwrap
from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from intervisie_tui.widgets.plain import one_line

Told = Sequence[tuple[str, str]]
"""Keys with their words."""
_LEAST = 8


class KeyRows(Static):
    """One pile of keys."""

    def __init__(self, rows: Told) -> None:
        super().__init__(classes="pile")
        self._rows = tuple(rows)

    def on_mount(self) -> None:
        """The first painting."""
        self.update(rows_words(self._rows, 0))

    def on_resize(self) -> None:
        """There is another width."""
        self.update(rows_words(self._rows, self.size.width))


def rows_words(rows: Told, width: int) -> Content:
    """The rows in so many columns; 0 when that is not known yet."""
    keys = max([_LEAST, *(len(key) + 2 for key, _words in rows if len(key) < 2 * _LEAST)])
    lines = []
    for key, words in rows:
        first, *rest = textwrap.wrap(words, width - keys) if width > 2 * keys else [words]
        lines.append(Content.assemble(one_line(f"{key:<{keys}}", "bold $accent"), one_line(first)))
        lines += [Content.assemble(" " * keys, one_line(line)) for line in rest]
    return Content("\n").join(lines)
