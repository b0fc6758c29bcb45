"""Methods as plain text and as JSON, for the command line; sentences are in the language of the moment."""

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Final

from intervisie_tui import spoken
from intervisie_tui.domain.advice import Candidate, Fits, Offer, advise
from intervisie_tui.domain.frame import Frame
from intervisie_tui.domain.plan import USUAL_MINUTES, PlanWish, circle_for, measured_in
from intervisie_tui.locale import _, n_, tell
from intervisie_tui.method import Circle, Method, Phase, planned_minutes, turns
from intervisie_tui.methods_page import LEVELS, WIDTH
from intervisie_tui.registry import Library, Problem

_LONGEST_NAME: Final = 48


def table(
    library: Library,
    language: str,
    people: int | None = None,
    minutes: float | None = None,
    frame: Frame = Frame.FULL,
) -> str:
    """All methods, a line each, with how each fits in a session of these minutes; problems below.

    Without `people` each is reckoned with the number that is best for it; without `minutes` with the usual ones.
    """
    heads = [_("id"), _("name"), _("level"), _("people"), _("minutes"), _fit_head(people, minutes, frame)]
    methods = [loaded.method for loaded in library.methods.values()]
    offers = {offer.method.id: offer for offer in _advised(methods, people, minutes, frame)}
    rows = [_row(method, offers[method.id], language) for method in methods]
    return "\n".join([*_aligned([heads, *rows]), *_told(library.problems)])


def asked(library: Library, people: int | None, minutes: float | None, frame: Frame) -> Library:
    """The library in which each method has answered for what `table` says of it; blocks while they are asked."""
    wished = [
        (loaded, circle_for(_wish(loaded.method, people, minutes, frame)))
        for loaded in library.methods.values()
    ]
    if all(loaded.method.answers_for(circle) for loaded, circle in wished):
        return library
    from intervisie_tui.registry.judging import reply

    replies = reply(wished)
    known = library.with_answers(replies.methods)
    return replace(known, problems=(*known.problems, *replies.problems))


def _wish(method: Method, people: int | None, minutes: float | None, frame: Frame) -> PlanWish:
    return PlanWish(people or method.size.ideal, method, minutes, frame)


def _advised(
    methods: Iterable[Method], people: int | None, minutes: float | None, frame: Frame
) -> Iterable[Offer]:
    for method in methods:
        wish = _wish(method, people, minutes, frame)
        yield from advise([Candidate(method, wish.people, measured_in(wish, method))])


def _row(method: Method, offer: Offer, language: str) -> list[str]:
    size, planned = method.size, offer.candidate.made.planned / 60
    sizes = f"{size.least}-{size.most}" if size.least < size.most else f"{size.least}"
    return [
        method.id,
        _cut(_printable(method.name.of(language))),
        _(LEVELS[method.level]),
        sizes,
        spoken.number(planned),
        _fits(offer),
    ]


def _cut(name: str) -> str:
    # One that is longer would push all others' figures out of sight.
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"


def _fit_head(people: int | None, minutes: float | None, frame: Frame) -> str:
    """What the fit is reckoned for."""
    within = spoken.number(USUAL_MINUTES if minutes is None else minutes)
    if frame is Frame.NONE and minutes is None:
        return _("fit") if people is None else _("fit, with {people}", people=people)
    if people is None:
        return _("fit in {minutes} min", minutes=within)
    return _("fit in {minutes} min, with {people}", minutes=within, people=people)


def _fits(offer: Offer) -> str:
    if offer.fits is Fits.NOT:
        return "; ".join(tell(misfit.short.message, misfit.short.values) for misfit in offer.misfits)
    if offer.fits is Fits.SHORTENED:
        return _("shortened to {minutes} min", minutes=spoken.number(offer.candidate.made.fit.total / 60))
    return _("as it is")


def as_json(library: Library, language: str) -> dict[str, Any]:
    """The contract of `methods --json`: names in this language, minutes at least, ideal and most people."""
    return {
        "methods": [
            {
                "id": loaded.method.id,
                "name": loaded.method.name.of(language),
                "summary": loaded.method.summary.of(language),
                "level": loaded.method.level.value,
                "origin": loaded.door.value,
                **_figures(loaded.method),
                "phases": _phases(loaded.method, language),
            }
            for loaded in library.methods.values()
        ],
        "problems": [
            {
                "file": _printable(problem.file),
                "line": problem.line or None,
                "message": _printable(problem.sentence()),
            }
            for problem in library.problems
        ],
    }


def _figures(method: Method) -> dict[str, dict[str, float]]:
    sizes = {"least": method.size.least, "ideal": method.size.ideal, "most": method.size.most}
    minutes = {name: _number(planned_minutes(method, people)) for name, people in sizes.items()}
    return {"size": {**sizes}, "minutes": minutes}


def _phases(method: Method, language: str) -> list[dict[str, object]]:
    return [
        {
            "id": phase.id,
            "name": phase.name.of(language),
            "minutes": _number(minutes),
            "floor": phase.floor.value,
        }
        for phase, minutes in _timed(method)
    ]


def _timed(method: Method) -> Iterator[tuple[Phase, float]]:
    people = method.size.ideal
    for step in method.unrolled(Circle(people, USUAL_MINUTES)):
        yield step.phase, step.phase.minutes.minutes * turns(method, step.phase.minutes, people)


def _aligned(rows: list[list[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _told(problems: tuple[Problem, ...]) -> Iterator[str]:
    if problems:
        yield ""
        yield n_("{n} problem:", "{n} problems:", len(problems))
    for problem in problems:
        file = _printable(problem.file)
        yield f"  {file}:{problem.line}" if problem.line else f"  {file}"
        yield from _wrapped(f"{problem.message}: {problem.mend}", "    ")


def _wrapped(line: str, indent: str = "") -> list[str]:
    return textwrap.wrap(line, WIDTH, initial_indent=indent, subsequent_indent=indent)


def _printable(text: str) -> str:
    # A file's name may hold an escape sequence, or bytes that are no text.
    return "".join(sign if sign.isprintable() else "?" for sign in text)


def _number(minutes: float) -> float:
    return int(minutes) if minutes == int(minutes) else minutes
