"""The fit rule: how a method is made to fit the minutes that there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

_ENOUGH: Final = 1e-9
_HALF: Final = 30.0


class FitKind(StrEnum):
    """How a method fits."""

    AS_IS = "as-is"
    SCALED = "scaled"
    TOO_LONG = "too-long"


@dataclass(frozen=True, slots=True)
class Length:
    """One phase's planned and least seconds; a fixed one is never made shorter."""

    planned: float
    least: float
    fixed: bool = False

    @property
    def floor(self) -> float:
        """The fewest seconds that it can be brought down to."""
        return self.planned if self.fixed else min(self.least, self.planned)


@dataclass(frozen=True, slots=True)
class Fit:
    """Seconds for each phase, in order; `factor` is what the phases that give way were multiplied with."""

    kind: FitKind
    each: tuple[float, ...]
    factor: float

    @property
    def total(self) -> float:
        """Seconds of all phases together."""
        return sum(self.each)


def fit(lengths: Sequence[Length], slot: float) -> Fit:
    """Shorten what gives way by one factor, none below its least, to fit in `slot` seconds; never stretch.

    Where even the floors do not fit, every phase gets its floor and the kind is TOO_LONG.
    """
    if sum(length.planned for length in lengths) <= slot + _ENOUGH:
        return Fit(FitKind.AS_IS, tuple(length.planned for length in lengths), 1.0)
    floors = tuple(length.floor for length in lengths)
    if sum(floors) > slot + _ENOUGH:
        return Fit(FitKind.TOO_LONG, floors, _lowest_factor(lengths))
    factor = _factor(lengths, slot)
    return Fit(
        FitKind.SCALED, tuple(max(length.floor, length.planned * factor) for length in lengths), factor
    )


def _factor(lengths: Sequence[Length], slot: float) -> float:
    # Phases stop giving way at different factors; the lowest floor beside its plan gives way longest.
    ordered = sorted(lengths, key=_stop)
    standing = sum(length.floor for length in ordered)
    moving = 0.0
    for place, length in enumerate(ordered):
        standing -= length.floor
        moving += length.planned
        factor = (slot - standing) / moving
        if place + 1 == len(ordered) or factor <= _stop(ordered[place + 1]):
            return min(1.0, factor)
    return 1.0


def _stop(length: Length) -> float:
    return length.floor / length.planned if length.planned > 0 else 1.0


def _lowest_factor(lengths: Sequence[Length]) -> float:
    return min((_stop(length) for length in lengths if not length.fixed), default=1.0)


def in_halves(lengths: Sequence[Length], fitted: Fit) -> tuple[float, ...]:
    """The fitted seconds in whole half minutes as far as can be; the total and all limits stay."""
    seconds = [
        max(length.floor, each // _HALF * _HALF) for length, each in zip(lengths, fitted.each, strict=True)
    ]
    left = fitted.total - sum(seconds)
    for place in sorted(range(len(seconds)), key=lambda place: seconds[place] - fitted.each[place]):
        up = min(lengths[place].planned, (seconds[place] // _HALF + 1) * _HALF)
        if up - seconds[place] <= left:
            left -= up - seconds[place]
            seconds[place] = up
    for place in sorted(range(len(seconds)), key=lambda place: -seconds[place]):
        more = min(left, lengths[place].planned - seconds[place])
        seconds[place] += more
        left -= more
    return tuple(round(each, 6) for each in seconds)
