"""Old data opens for ever: steps from each schema to the next."""

from collections.abc import Callable, Mapping
from typing import Any

from intervisie_tui.store.problems import Newer, Unreadable

SCHEMA = 2
"""The schema of every file that this version writes.

It goes up with each release that stores a new field or event (tests/golden holds the shape of each), so that a version
before says "newer" of it and leaves it alone.
"""

Document = dict[str, Any]
Step = Callable[[Document], Document]

STEPS: Mapping[int, Step] = {1: lambda document: document}
"""By the schema that a step starts from; it returns the document of the next.

From 1 to 2 nothing changes in what is there: fields and events came that have defaults.
"""


def schema_of(value: object, file: str, newest: int = SCHEMA) -> int:
    """The schema number of a file; raises Newer for one of the future and Unreadable for what is no
    number.
    """
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise Unreadable(f"{file} has no schema number")
    if value > newest:
        raise Newer(file, value)
    return value


def upgraded(
    document: Document, schema: int, steps: Mapping[int, Step] = STEPS, newest: int = SCHEMA
) -> Document:
    """The document as this version writes it; the one given is not changed."""
    for number in range(schema, newest):
        document = steps[number](dict(document))
    return document
