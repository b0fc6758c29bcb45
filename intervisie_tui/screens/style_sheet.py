"""Style sheets that are read once: Textual reads all of them anew whenever a screen or a desk brings one more."""

from collections.abc import Sequence
from pathlib import PurePath

from textual.cache import LRUCache
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.theme import Theme

_MANY = 1024
_READ: dict[tuple[tuple[str, str], ...], "LRUCache[tuple[object, ...], list[RuleSet]]"] = {}
"""What has been read in this process, by the values of the theme's variables."""


class ReadOnce(Stylesheet):
    """What this process has read already, or the one that it was forked from, is not read again."""

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._share()

    def _share(self) -> None:
        key = tuple(sorted(self._variables.items()))
        self._parse_cache = _READ.setdefault(key, LRUCache(_MANY))

    def set_variables(self, variables: dict[str, str]) -> None:
        """Another theme."""
        # It would be emptied, for all.
        self._parse_cache = LRUCache(_MANY)
        super().set_variables(variables)
        self._share()

    def reparse(self) -> None:
        """Take in what has been added, or the values of now."""
        self.parse()


def read_ahead(theme: Theme, paths: Sequence[PurePath]) -> None:
    """Read these before an app of that theme asks for them, in this process or in one that is forked from it."""
    sheet = ReadOnce(variables=theme.to_color_system().generate() | theme.variables)
    sheet.read_all(paths)
    sheet.parse()
