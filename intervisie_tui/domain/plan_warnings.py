"""What a group should know of its plan, and of the minutes that it typed; all as messages."""

import math
import re
from collections.abc import Iterable, Sequence
from typing import Final

from intervisie_tui.domain.fit import Fit, FitKind, Length
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.domain.text import clean
from intervisie_tui.domain.together import comes_out, sizes
from intervisie_tui.method import Size, Together
from intervisie_tui.method.wrong import N_

ENOUGH_MINUTES: Final = 90
MOST_MINUTES: Final = 600
_MINUTES: Final = re.compile(
    r"([-+−]?)\s*(\d{1,12}(?:[.,]\d{1,12})?)\s*(?:m|min\.?|mins|minute[ns]?|minuut|')?", re.IGNORECASE
)


def minutes_from(text: str, most: float = MOST_MINUTES) -> float | Refusal:
    """The minutes that were typed (`90`, `7.5`, `7,5`, `90 min`), in halves, or why they cannot be meant."""
    typed = clean(text)
    if not typed:
        return Refusal("How many minutes? Type a number, such as 90")
    match = _MINUTES.fullmatch(typed)
    if match is None:
        if re.fullmatch(r"\d{13,}", typed):
            return Refusal("{most} minutes is the most; type fewer", {"most": f"{most:g}"})
        shown = typed if len(typed) <= 20 else typed[:19] + "…"
        return Refusal("{typed} is no number of minutes; type one, such as 90", {"typed": shown})
    minutes = float(match[2].replace(",", "."))
    if match[1] in {"-", "−"} or minutes <= 0:
        return Refusal("Type more than 0 minutes, such as 90")
    if minutes > most:
        return Refusal("{most} minutes is the most; type fewer", {"most": f"{most:g}"})
    if minutes * 2 % 1:
        near = max(0.5, math.floor(minutes * 2 + 0.5) / 2)
        return Refusal("Minutes go by halves; type {near}", {"near": f"{near:g}"})
    return minutes


def size_warning(size: Size, people: int) -> Refusal | None:
    """Whether these are too few or too many people for a method, with the size that fits."""
    values = {"people": people, "least": size.least, "most": size.most}
    if people < size.least:
        return Refusal(
            "Too few people for this method: you are {people}, it is for {least} to {most}", values
        )
    if people > size.most:
        return Refusal(
            "Too many people for this method: you are {people}, it is for {least} to {most}", values
        )
    if people in size.except_:
        fitting = ", ".join(str(number) for number in size.all())
        return Refusal(
            "This method does not come out with {people} people; it does with {fitting}",
            {"people": people, "fitting": fitting},
        )
    return None


def people_warning(size: Size, parting: Iterable[Together], people: int) -> Refusal | None:
    """What a group of so many should know of its size: too few, too many, or small groups that do not come out.

    `parting` is how the method's phases part the circle. Where it can be played even so, it is quiet news.
    """
    told = size_warning(size, people)
    uneven = [each for each in parting if not comes_out(each, people)]
    if not uneven or not size.least <= people <= size.most:
        return told
    groups = " + ".join(map(str, sizes(uneven[0], people)[::-1]))
    if told is not None:
        return Refusal(
            "This method does not come out with {people} people: you would make groups of {groups}; "
            "it does with {fitting}",
            {**told.values, "groups": groups},
        )
    fitting = [each for each in size.all() if comes_out(uneven[0], each)]
    return _uneven({"people": people, "groups": groups}, _nearest(fitting, people), "+" not in groups)


def _uneven(values: dict[str, object], near: Sequence[int], alone: bool) -> Refusal:
    """Quiet news of small groups that do not come out, with the numbers that do."""
    if not near:
        return Refusal("With {people} people the small groups are of {groups}", values, quiet=True)
    messages = {
        (True, 1): N_("With {people} people you are one small group; it comes out with {more}"),
        (True, 2): N_("With {people} people you are one small group; it comes out with {fewer} or {more}"),
        (False, 1): N_("With {people} people the small groups are of {groups}; it comes out with {more}"),
        (False, 2): N_(
            "With {people} people the small groups are of {groups}; it comes out with {fewer} or {more}"
        ),
    }
    values |= {"fewer": near[0], "more": near[-1]}
    return Refusal(messages[alone, len(near)], values, quiet=True)


def _nearest(fitting: Sequence[int], people: int) -> list[int]:
    """Of the numbers that come out the next smaller and the next larger one, as far as there are."""
    fewer, more = [each for each in fitting if each < people], [each for each in fitting if each > people]
    return [*fewer[-1:], *more[:1]]


def short_warning(seconds: float) -> Refusal | None:
    """Whether a whole session of so many seconds is short."""
    if seconds >= ENOUGH_MINUTES * 60:
        return None
    values = {"minutes": _minutes(seconds), "enough": ENOUGH_MINUTES}
    return Refusal("{minutes} minutes is short; take {enough} or more when you can", values)


def slot_warning(lengths: Sequence[Length], fitted: Fit, slot: float) -> Refusal | None:
    """Whether the method is shortened to fit in `slot` seconds (quiet news), or is too long even so."""
    if fitted.kind is FitKind.AS_IS and fitted.total <= slot:
        return None
    if fitted.kind is FitKind.SCALED:
        planned = sum(length.planned for length in lengths)
        values: dict[str, object] = {"planned": _minutes(planned), "slot": _minutes(slot)}
        return Refusal("The method takes {planned} minutes and is shortened to {slot}", values, quiet=True)
    over = fitted.total - slot
    return Refusal(
        "The method needs {least} minutes at least: it ends {over} min late; give more time or a shorter one",
        # Whole minutes, as the picker's list has them.
        {"least": _minutes(fitted.total), "over": math.ceil(over / 60 - 1e-6)},
    )


def _minutes(seconds: float) -> float:
    """Whole and half minutes, rounded up; as a number, which each language writes in its own way."""
    halves = math.ceil(seconds / 30 - 1e-6)
    return halves / 2 if halves % 2 else halves // 2
