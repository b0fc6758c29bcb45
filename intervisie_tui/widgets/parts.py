"""Parts that are there as long as what they are parts of: looked for once, then known."""

from typing import TYPE_CHECKING, Any

from textual.dom import DOMNode
from textual.widget import Widget


class KnowsParts(DOMNode):
    """Remembers what `query_one` has found, until that is taken away; a search at each tick costs more than the tick.

    Only for those whose `query_one` always means the same part.
    """

    if not TYPE_CHECKING:

        def query_one(self, selector: Any, expect_type: Any = None) -> Widget:
            """As Textual's own; raises NoMatches, WrongType."""
            known = self.__dict__.setdefault("_known_parts", {})
            part = known.get((selector, expect_type))
            if part is None or part.parent is None:
                part = known[(selector, expect_type)] = super().query_one(selector, expect_type)
            return part
