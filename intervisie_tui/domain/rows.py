"""Rows that are changed one by one while a session is folded: no event copies the others."""

from collections.abc import Callable, Iterable
from typing import Generic, Protocol, TypeVar


class Identified(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """By which it is found."""


R = TypeVar("R", bound=Identified)


class Rows(Generic[R]):
    """A list of rows in the order in which they came, and where each id stands in it; ids may repeat."""

    def __init__(self, rows: Iterable[R] = ()) -> None:
        self._rows: list[R | None] = list(rows)
        self._places: dict[str, list[int]] | None = None
        self._frozen: tuple[R, ...] | None = None

    def frozen(self) -> tuple[R, ...]:
        """The rows as they stand now; the same tuple until one of them changes."""
        if self._frozen is None:
            self._frozen = tuple([row for row in self._rows if row is not None])
        return self._frozen

    def add(self, row: R) -> None:
        """Put a row behind the others."""
        if self._places is not None:
            self._places.setdefault(row.id, []).append(len(self._rows))
        self._rows.append(row)
        self._frozen = None

    def change(self, row_id: str, changed: Callable[[R], R]) -> None:
        """Replace each row of that id by what `changed` makes of it."""
        for place in self._found().get(row_id, ()):
            row = self._rows[place]
            assert row is not None
            self._rows[place] = changed(row)
            self._frozen = None

    def remove(self, row_id: str) -> None:
        """Take out each row of that id."""
        for place in self._found().pop(row_id, ()):
            self._rows[place] = None
            self._frozen = None

    def _found(self) -> dict[str, list[int]]:
        # Built when the first row is looked for: a session in which nothing is changed does without.
        if self._places is None:
            self._places = {}
            for place, row in enumerate(self._rows):
                if row is not None:
                    self._places.setdefault(row.id, []).append(place)
        return self._places
