"""Tries a method's functions, for every size and for little and much time, before a group meets them."""

import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Final, TypeVar

from intervisie_tui.method.answered import nearest
from intervisie_tui.method.parts import Circle
from intervisie_tui.method.wrong import N_, MethodError, Place, place_of, refuse, refuse_at

USUAL_MINUTES: Final = 90
TRIED_MINUTES: Final = (USUAL_MINUTES, 20, 45, 150)
SLOW: Final = 1.0
Answer = TypeVar("Answer")


def try_all(
    ask: Callable[[Circle], Answer],
    answers: dict[Circle, Answer],
    sizes: Iterable[int],
    minutes: Iterable[float] = TRIED_MINUTES,
    slow: float = SLOW,
) -> None:
    """Keep what functions answer; refuse those that fail, take longer than `slow` seconds or change their mind."""
    tried = tuple(minutes)
    for people in sizes:
        for each in tried:
            if not _holds(ask, answers, Circle(people, each), slow):
                return


def answer_for(circle: Circle, ask: Callable[[Circle], Answer], answers: Mapping[Circle, Answer]) -> Answer:
    """What functions answer; where they fail, whenever that is, what they answered for the nearest circle."""
    # A plug-in may raise anything, also after it was tried.
    with suppress(Exception, SystemExit):
        return ask(circle)
    return answers[nearest(circle, answers)]


def _holds(
    ask: Callable[[Circle], Answer], answers: dict[Circle, Answer], circle: Circle, slow: float
) -> bool:
    people = str(circle.people)
    began = time.perf_counter()
    try:
        answers[circle] = first = ask(circle)
        seconds = time.perf_counter() - began
        if seconds > slow:
            message, mend = N_("take {seconds} s for {people} people"), N_("do nothing but name the phases")
            refuse("Method.phases", message, mend, seconds=f"{seconds:.1f}", people=people)
            return False
        if first != ask(circle):
            message = N_("are not the same when asked twice for {people} people")
            refuse("Method.phases", message, N_("look at nothing but the circle"), people=people)
            return False
    except MethodError:
        raise
    except (Exception, SystemExit) as error:  # noqa: BLE001 - all that a plug-in raises is told to its author
        _refuse_failing(circle, error)
        return False
    return True


def _refuse_failing(circle: Circle, error: BaseException) -> None:
    why = f"{type(error).__name__}: {_said(error)}"
    people, place = str(circle.people), _place_of(error)
    if circle.minutes == USUAL_MINUTES:
        message, mend = (
            N_("fails for {people} people ({why})"),
            N_("give phases for every size from least to most"),
        )
        refuse_at(place, "Method.phases", message, mend, people=people, why=why)
    else:
        message, mend = (
            N_("fails for {people} people in {minutes} minutes ({why})"),
            N_("give phases for any time"),
        )
        minutes = f"{circle.minutes:g}"
        refuse_at(place, "Method.phases", message, mend, people=people, minutes=minutes, why=why)


def _place_of(error: BaseException) -> Place | None:
    """The last place in the plug-in itself that the error went through."""
    trace, found = error.__traceback__, None
    while trace is not None:
        found = place_of(trace.tb_frame, trace.tb_lineno) or found
        trace = trace.tb_next
    return found


def _said(error: BaseException) -> str:
    said = "?"
    # A plug-in's own exception may fail at being shown.
    with suppress(Exception):
        said = " ".join(str(error).split())
    return said if len(said) <= 200 else said[:199] + "…"
