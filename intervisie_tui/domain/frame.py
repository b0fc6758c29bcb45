"""The frame: the phases around the method, with their minutes, texts and cues."""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from functools import lru_cache
from typing import Final

from intervisie_tui.domain.evaluation import rotating
from intervisie_tui.domain.frame_phases import AFTER, BEFORE, FRAME_MINUTES, PLACEHOLDER
from intervisie_tui.domain.phases import PlannedPhase

LONG_MEETING: Final = 105
LEAST_METHOD: Final = 20
"""Minutes that are kept free for a method that is still to be chosen."""

HARVESTS: Final = frozenset({"oogst", "evaluatie", "harvest", "evaluation"})
"""Ids of a method's last phase that take the place of the frame's harvest."""
LOOK_BACKS: Final = frozenset({"voortgang", "look-back"})
"""Ids of a method's first phase that take the place of the frame's look back."""


class Frame(StrEnum):
    """How much there is around the method."""

    FULL = "full"
    SHORT = "short"
    NONE = "none"


def frame_before(
    frame: Frame, minutes: float, replaced: frozenset[str] = frozenset()
) -> tuple[PlannedPhase, ...]:
    """The frame's phases before the method, for a meeting of so many minutes, without the replaced ones."""
    return tuple(_timed(BEFORE, frame, minutes, replaced))


def frame_after(
    frame: Frame,
    minutes: float,
    replaced: frozenset[str] = frozenset(),
    number: int = 1,
    has_owner: bool = True,
) -> tuple[PlannedPhase, ...]:
    """The frame's phases after the method; `number` is the how-manieth meeting, for the closing questions.

    Without an owner the whole harvest is a round.
    """
    phases = [
        replace(phase, prompts=rotating(number, has_owner)) if phase.id == "frame-evaluation" else phase
        for phase in _timed(AFTER, frame, minutes, replaced)
    ]
    if not has_owner and len(phases) > 1 and phases[0].id == "frame-harvest-owner":
        owner, harvest, *rest = phases
        longer = replace(harvest, seconds=harvest.seconds + owner.seconds, least=harvest.least + owner.least)
        return (longer, *rest)
    return tuple(phases)


@lru_cache(maxsize=256)
def frame_seconds(frame: Frame, minutes: float, replaced: frozenset[str] = frozenset()) -> float:
    """Seconds of the whole frame, without the replaced phases."""
    both = (*_timed(BEFORE, frame, minutes, replaced), *_timed(AFTER, frame, minutes, replaced))
    return sum(phase.seconds for phase in both)


def placeholder(seconds: float) -> PlannedPhase:
    """What stands for a method that is still to be chosen, with the seconds that there are for it."""
    room = max(seconds, LEAST_METHOD * 60.0)
    return replace(PLACEHOLDER, seconds=room, least=LEAST_METHOD * 60.0)


def replaced_by(phase_ids: Iterable[str]) -> frozenset[str]:
    """The ids of the frame's phases that a method with these phases makes needless, as it has its own.

    Its last phase may be a harvest (HARVESTS), its first a look back (LOOK_BACKS); a number behind the id
    (`oogst-2`) does not matter.
    """
    ids = tuple(phase_ids)
    replaced: set[str] = set()
    if ids and _stem(ids[-1]) in HARVESTS:
        replaced |= {"frame-harvest-owner", "frame-harvest-round"}
    if ids and _stem(ids[0]) in LOOK_BACKS:
        replaced.add("frame-look-back")
    return frozenset(replaced)


def _stem(phase_id: str) -> str:
    stem, dash, number = phase_id.rpartition("-")
    return stem if dash and number.isdigit() else phase_id


def _timed(
    phases: tuple[PlannedPhase, ...], frame: Frame, minutes: float, replaced: frozenset[str]
) -> Iterable[PlannedPhase]:
    if frame is Frame.NONE:
        return
    column = 2 if frame is Frame.SHORT else int(minutes >= LONG_MEETING)
    for phase in phases:
        seconds = FRAME_MINUTES[phase.id][column] * 60.0
        if seconds and phase.id not in replaced:
            least = seconds if phase.protected else min(seconds, max(120.0, seconds * 6 / 10))
            yield replace(phase, seconds=seconds, least=least)
