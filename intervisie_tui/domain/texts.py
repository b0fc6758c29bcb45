"""The texts that a command carries, and whether one of them is too long."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from intervisie_tui.domain.limits import TEXT
from intervisie_tui.domain.phases import PlannedPhase
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.domain.session import Action
from intervisie_tui.domain.text import clean

_NOT_TYPED = (PlannedPhase, Action)
"""A method's own words, and actions of an earlier session: nobody types them now, so nobody could shorten them."""


def texts(value: object) -> Iterator[str]:
    """Every text in a command, at any depth, also ids; what a method or an earlier session brings is left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)
    elif is_dataclass(value) and not isinstance(value, _NOT_TYPED):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def too_long(text: str) -> Refusal | None:
    """Why a text is too long to be kept, or None; blanks at its ends do not count."""
    signs = len(text) if len(text) <= TEXT.figure else len(clean(text))
    if signs <= TEXT.figure:
        return None
    return Refusal(
        "Too long: {signs} signs, at most {most}. Shorten it, or make it two.",
        {"signs": signs, "most": TEXT.figure},
    )


def any_too_long(command: object) -> Refusal | None:
    """Why a command carries a text that is too long, or None."""
    return next(filter(None, map(too_long, texts(command))), None)
