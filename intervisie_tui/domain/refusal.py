"""Why a command was not carried out."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Refusal:
    """One sentence (a message of the catalogue) and what stands in it."""

    message: str
    values: Mapping[str, object] = field(default_factory=dict)
    quiet: bool = False
    """Whether it is only news (somebody else was first), not a mistake."""
