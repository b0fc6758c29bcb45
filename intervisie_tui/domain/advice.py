"""Which method to choose: for these people, this time, this level and this wish."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from intervisie_tui.domain.first_choices import is_first_choice, wish_order
from intervisie_tui.domain.fit import FitKind
from intervisie_tui.domain.plan import Measured
from intervisie_tui.domain.plan_warnings import people_warning
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.method import Level, Method, Text

_LEVELS = tuple(Level)


class Fits(IntEnum):
    """Whether a method can be played as it stands, the best first."""

    AS_IS = 0
    SHORTENED = 1
    NOT = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A method, and how it is for so many people in the time that there is."""

    method: Method
    people: int
    made: Measured


@dataclass(frozen=True, slots=True)
class Misfit:
    """Why a method does not fit: in a few words for a row, in a sentence, and how far off it is."""

    short: Refusal
    told: Refusal
    strain: float


@dataclass(frozen=True, slots=True)
class Offer:
    """A candidate as it is advised; `wished` tells whether it answers the wish, or no wish was asked for."""

    candidate: Candidate
    fits: Fits
    misfits: tuple[Misfit, ...]
    wished: bool
    first_choice: bool

    @property
    def method(self) -> Method:
        """The method itself."""
        return self.candidate.method


def advise(
    candidates: Iterable[Candidate], level: Level | None = None, wish: Text | None = None
) -> tuple[Offer, ...]:
    """Every candidate once, the best first: those that answer the wish, of these what fits as it is, then shortened.

    What does not fit comes last, the nearest first, so the first offer is always the best that there is. Without a
    level no method asks for too much practice.
    """
    return tuple(sorted((_offer(each, level, wish) for each in candidates), key=_rank))


def wishes_of(methods: Iterable[Method]) -> tuple[Text, ...]:
    """Every wish that some method answers, once; those of the bundled methods first."""
    return tuple(sorted(dict.fromkeys(wish for method in methods for wish in method.wishes), key=wish_order))


def levels_of(methods: Iterable[Method]) -> tuple[Level, ...]:
    """The levels that there are methods for, the easiest first."""
    found = {method.level for method in methods}
    return tuple(level for level in _LEVELS if level in found)


def _offer(candidate: Candidate, level: Level | None, wish: Text | None) -> Offer:
    method = candidate.method
    found = (_size(candidate), _time(candidate), _practice(method, level))
    misfits = tuple(misfit for misfit in found if misfit is not None)
    scaled = candidate.made.fit.kind is FitKind.SCALED
    fits = Fits.NOT if misfits else Fits.SHORTENED if scaled else Fits.AS_IS
    wished = wish is None or wish in method.wishes
    first = wish is not None and wished and is_first_choice(method.id, wish)
    return Offer(candidate, fits, misfits, wished, first)


def _rank(offer: Offer) -> tuple[object, ...]:
    """What comes before what; offers that are alike stay in their order."""
    made = offer.candidate.made
    strain = round(sum(misfit.strain for misfit in offer.misfits), 6)
    off_ideal = abs(offer.candidate.people - offer.method.size.ideal)
    lost = round(made.planned - made.fit.total, 3)
    unused = 0.0 if math.isinf(made.slot) else round(max(0.0, made.slot - made.fit.total), 3)
    return (not offer.wished, offer.fits, strain, not offer.first_choice, off_ideal, lost, unused)


def _size(candidate: Candidate) -> Misfit | None:
    size, people = candidate.method.size, candidate.people
    told = people_warning(size, candidate.made.parting, people)
    if told is None or told.quiet:
        return None
    if people < size.least:
        short = Refusal("for {least} or more", {"least": size.least})
        return Misfit(short, told, (size.least - people) / size.least)
    if people > size.most:
        return Misfit(
            Refusal("for {most} at most", {"most": size.most}), told, (people - size.most) / size.most
        )
    return Misfit(Refusal("not with {people}", {"people": people}), told, 1 / (people + 1))


def _time(candidate: Candidate) -> Misfit | None:
    made = candidate.made
    if made.fit.kind is not FitKind.TOO_LONG or made.warning is None:
        return None
    over = made.fit.total - made.slot
    short = Refusal("{over} min too long", {"over": math.ceil(over / 60 - 1e-6)})
    return Misfit(short, made.warning, over / max(60.0, made.fit.total))


def _practice(method: Method, level: Level | None) -> Misfit | None:
    steps = 0 if level is None else _LEVELS.index(method.level) - _LEVELS.index(level)
    if steps <= 0:
        return None
    told = (
        Refusal("This method is for a group with practice")
        if method.level is Level.PRACTISED
        else Refusal("This method is for a group with much practice")
    )
    return Misfit(Refusal("takes practice"), told, steps / 2)
