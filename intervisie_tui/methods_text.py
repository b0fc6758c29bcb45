"""Methods as plain text and as JSON, for the command line; sentences are in the language of the moment."""

import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from intervisie_tui import spoken
from intervisie_tui.locale import N_, _, n_
from intervisie_tui.method import (
    Capture,
    Circle,
    Floor,
    Level,
    Method,
    Origin,
    Phase,
    Stance,
    Text,
    least_minutes,
    planned_minutes,
    turns,
)
from intervisie_tui.methods_new import skeleton
from intervisie_tui.registry import Library, Problem

__all__ = ["as_json", "show", "skeleton", "table"]

WIDTH = 88
USUAL_MINUTES = 90
_LEVELS = {Level.STARTER: N_("starter"), Level.PRACTISED: N_("practised"), Level.ADVANCED: N_("advanced")}
_FLOORS = {
    Floor.OWNER: N_("the case owner"),
    Floor.FACILITATOR: N_("the facilitator"),
    Floor.ROUND: N_("in turn"),
    Floor.OPEN: N_("open conversation"),
    Floor.DIALOGUE: N_("dialogue"),
    Floor.PEERS: N_("the others among themselves"),
    Floor.PAIRS: N_("in pairs"),
    Floor.SILENT: N_("in silence"),
}

_STANCES = {
    Stance.SPEAKS: N_("tells"),
    Stance.ANSWERS: N_("answers"),
    Stance.LISTENS: N_("listens"),
    Stance.TURNED_AWAY: N_("is turned away"),
    Stance.WRITES: N_("writes"),
    Stance.TAKES_PART: N_("takes part"),
}
_CAPTURES = {
    Capture.QUESTION: N_("Questions"),
    Capture.FACT: N_("Facts"),
    Capture.HYPOTHESIS: N_("Hypotheses"),
    Capture.FEELING: N_("Feelings"),
    Capture.ADVICE: N_("Advice"),
    Capture.INSIGHT: N_("Insights"),
    Capture.ACTION: N_("Actions"),
}
_ORIGINS = {
    Origin.SOURCED: N_("minutes from a source"),
    Origin.ADAPTED: N_("minutes adapted from a source"),
    Origin.CHOSEN: N_("minutes chosen by us"),
    Origin.KNOWN: N_("minutes from practice"),
}


def table(library: Library, language: str, minutes: float | None = None) -> str:
    """All methods, a line each, problems below; with `minutes`, a word tells how each fits in them."""
    rows = [[_("id"), _("name"), _("level"), _("people"), _("minutes")]]
    if minutes is not None:
        rows[0].append(_("in {minutes} min", minutes=f"{minutes:g}"))
    for loaded in library.methods.values():
        method = loaded.method
        size = method.size
        planned = planned_minutes(method, size.ideal, minutes or USUAL_MINUTES)
        row = [method.id, method.name.of(language), _(_LEVELS[method.level]), f"{size.least}-{size.most}"]
        row.append(f"{planned:g}")
        if minutes is not None:
            row.append(_fits(method, planned, minutes))
        rows.append(row)
    return "\n".join([*_aligned(rows), *_told(library.problems)])


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


def show(method: Method, language: str) -> str:
    """All of one method, as a page of at most 88 columns."""
    size = method.size
    figures = _figures(method)["minutes"]
    lines = [f"{method.name.of(language)} ({method.id})", "", *_wrapped(method.summary.of(language)), ""]
    lines += _labelled(_("Choose it when"), [method.suits], language)
    lines += _labelled(_("Not when"), [method.avoid], language)
    lines += _labelled(_("Level"), [_(_LEVELS[method.level])], language)
    people = _("{least} to {most}, best with {ideal}", least=size.least, most=size.most, ideal=size.ideal)
    lines += _labelled(_("People"), [people], language)
    span = _("{least} / {ideal} / {most} with the fewest, the best and the most people", **figures)
    lines += _labelled(_("Minutes needed"), [span], language)
    lines += _labelled(_("Roles"), method.roles, language)
    lines += _labelled(_("Also called"), method.aka, language)
    lines += _labelled(_("For the wish"), method.wishes, language)
    for label, text in (
        (_("Take care"), method.caution),
        (_("Remark"), method.note),
        (_("Credit"), method.credit),
    ):
        lines += _labelled(label, [] if text is None else [text], language)
    for number, (phase, minutes) in enumerate(_timed(method), 1):
        lines += ["", *_phase(number, phase, minutes, language)]
    if method.sources:
        lines += ["", _("Sources"), *_listed(method.sources)]
    return "\n".join(line.rstrip() for line in lines)


def _phase(number: int, phase: Phase, minutes: float, language: str) -> Iterator[str]:
    length = spoken.minutes(minutes * 60)
    heading = f"{phase.name.of(language)}, {length}, {_(_FLOORS[phase.floor])} ({_(_ORIGINS[phase.origin])})"
    yield from textwrap.wrap(f"{number}. {heading}", WIDTH, subsequent_indent="   ")
    yield from _wrapped(phase.purpose.of(language), "   ")
    stance, words = _(_STANCES[phase.stance]), phase.owner.of(language)
    yield from _wrapped(_("Case owner ({stance}): {words}", stance=stance, words=words), "   ")
    if phase.rule is not None:
        yield from _wrapped(_("Rule: {words}", words=phase.rule.of(language)), "   ")
    if phase.captures:
        kinds = ", ".join(_(_CAPTURES[kind]).lower() for kind in phase.captures)
        yield from _wrapped(_("Noted: {words}", words=kinds), "   ")
    if phase.board is not None:
        cells = ", ".join(cell.name.of(language) for cell in phase.board.cells)
        yield from _wrapped(_("Board: {words}", words=cells), "   ")
    yield from _listed((prompt.of(language) for prompt in phase.prompts), "   ")
    for cue in phase.cues:
        words = cue.say.of(language)
        yield from _wrapped(
            _("Cue at {minutes}: {words}", minutes=spoken.number(cue.minutes_left), words=words), "   "
        )


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


def _fits(method: Method, planned: float, minutes: float) -> str:
    if planned <= minutes:
        return _("fits")
    least = least_minutes(method, method.size.ideal, minutes)
    return _("fits when shortened") if least <= minutes else _("too long")


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


def _labelled(label: str, values: Iterable[str | Text], language: str) -> Iterator[str]:
    words = [value.of(language) if isinstance(value, Text) else value for value in values]
    if words:
        yield from textwrap.wrap(f"{label}: {'; '.join(words)}", WIDTH, subsequent_indent="   ")


def _listed(lines: Iterable[str], indent: str = "") -> Iterator[str]:
    for line in lines:
        yield from textwrap.wrap(line, WIDTH, initial_indent=f"{indent}- ", subsequent_indent=f"{indent}  ")


def _wrapped(line: str, indent: str = "") -> list[str]:
    return textwrap.wrap(line, WIDTH, initial_indent=indent, subsequent_indent=indent)


def _printable(text: str) -> str:
    # A file's name may hold an escape sequence, or bytes that are no text.
    return "".join(sign if sign.isprintable() else "?" for sign in text)


def _number(minutes: float) -> float:
    return int(minutes) if minutes == int(minutes) else minutes
