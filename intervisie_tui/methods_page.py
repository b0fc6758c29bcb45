"""All of one method as a page of plain text, for the command line; sentences are in the language of the moment."""

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from intervisie_tui import spoken
from intervisie_tui.locale import N_, _, n_
from intervisie_tui.method import (
    Board,
    Capture,
    Circle,
    Floor,
    Form,
    Level,
    Method,
    Minutes,
    Origin,
    Per,
    Phase,
    Repeat,
    Stance,
    Text,
    Together,
    planned_minutes,
    turns,
)  # fmt: skip
from intervisie_tui.method.answered import Played

WIDTH: Final = 88
USUAL_MINUTES: Final = 90
LEVELS: Final = {
    Level.STARTER: N_("starter"),
    Level.PRACTISED: N_("practised"),
    Level.ADVANCED: N_("advanced"),
}
_FLOORS = {
    Floor.OWNER: N_("the case owner"),
    Floor.FACILITATOR: N_("the facilitator"),
    Floor.ROUND: N_("in turn"),
    Floor.OPEN: N_("open conversation"),
    Floor.DIALOGUE: N_("dialogue"),
    Floor.PEERS: N_("the others among themselves"),
    Floor.PAIRS: N_("two talk, the others listen"),
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
_COUNTED = {
    Origin.SOURCED: N_("from a source"),
    Origin.ADAPTED: N_("adapted"),
    Origin.CHOSEN: N_("chosen"),
    Origin.KNOWN: N_("from practice"),
}
_FORMS = {
    Form.GRID: N_("a grid"),
    Form.COLUMNS: N_("columns"),
    Form.TABLE: N_("a table"),
    Form.SCALE: N_("a scale"),
}
_TOGETHER = {
    Together.PAIRS: N_("pairs are drawn, each time others"),
    Together.CAROUSEL: N_("pairs are drawn: one half stays, the other moves on"),
    Together.TRIOS: N_("trios are drawn"),
}


def show(method: Method, language: str, file: Path | None = None) -> str:
    """The page, at most 88 columns wide; `file` is told of a method that is not bundled."""
    lines = [f"{method.name.of(language)} ({method.id})", "", *wrapped(method.summary.of(language)), ""]
    for label, texts in _facts(method):
        lines += _labelled(label, texts, language)
    if file is not None:
        lines += _labelled(_("File"), [str(file)], language)
    lines += [line for part, times in _parts(method) for line in _part(method, part, times, language)]
    if method.sources:
        lines += ["", _("Sources"), *_listed(method.sources)]
    return "\n".join(line.rstrip() for line in lines)


def _facts(method: Method) -> Iterator[tuple[str, Iterable[str | Text]]]:
    size = method.size
    people = _("{least} to {most}, best with {ideal}", least=size.least, most=size.most, ideal=size.ideal)
    if size.except_:
        people += ", " + _("not with {people}", people=spoken.names([str(each) for each in size.except_]))
    minutes = {
        name: spoken.number(planned_minutes(method, each))
        for name, each in (("least", size.least), ("ideal", size.ideal), ("most", size.most))
    }
    yield _("Choose it when"), [method.suits]
    yield _("Not when"), [method.avoid]
    yield _("Level"), [_(LEVELS[method.level])]
    yield _("People"), [people]
    span = _("{least} / {ideal} / {most} with the fewest, the best and the most people", **minutes)
    yield _("Minutes needed"), [span]
    yield _("Minutes come from"), [_origins(method)]
    yield _("Case owner"), _ownerless(method)
    yield _("Facilitator"), [] if method.facilitator_joins else [_("guards the process and takes no turns")]
    yield _("Roles"), method.roles
    yield _("Also called"), method.aka
    yield _("For the wish"), method.wishes
    for label, text in (
        (_("Take care"), method.caution),
        (_("Remark"), method.note),
        (_("Credit"), method.credit),
    ):
        yield label, [] if text is None else [text]


def _floor(phase: Phase) -> str:
    # Where small groups talk, the line that names them says how they are drawn.
    drawn = phase.floor is Floor.PAIRS and phase.together is not None
    return _("in small groups") if drawn else _(_FLOORS[phase.floor])


def _ownerless(method: Method) -> list[str]:
    if method.has_owner:
        return []
    steps = method.unrolled(Circle(method.size.ideal, USUAL_MINUTES))
    parted = any(step.phase.together is not None for step in steps)
    return [
        _("none of all: each small group has its own") if parted else _("none: it is about a theme of all")
    ]


def _origins(method: Method) -> str:
    """How many phases have their minutes from where."""
    counted = Counter(phase.origin for part, _times in _parts(method) for phase in _phases_of(part))
    said = [f"{counted[origin]} {_(words)}" for origin, words in _COUNTED.items() if counted[origin]]
    return n_(
        "{n} phase: {where}", "{n} phases: {where}", counted.total(), n=counted.total(), where=", ".join(said)
    )


def _parts(method: Method) -> Played:
    return method.parts(Circle(method.size.ideal, USUAL_MINUTES))


def _phases_of(part: Phase | Repeat) -> tuple[Phase, ...]:
    return (part,) if isinstance(part, Phase) else part.phases


def _part(method: Method, part: Phase | Repeat, times: int, language: str) -> Iterator[str]:
    if isinstance(part, Repeat):
        yield ""
        yield from wrapped(_repeated(part, times, method.size.ideal))
    for phase in _phases_of(part):
        yield ""
        yield from _phase(method, phase, language)


def _repeated(part: Repeat, times: int, people: int) -> str:
    names = {"n": times, "people": people}
    if part.times is Per.PERSON:
        each = _("once for each person")
    elif callable(part.times):
        each = n_("{n} time with {people} people", "{n} times with {people} people", times, **names)
    else:
        each = n_("{n} time", "{n} times", times)
    owners = ", " + _("each time with another owner") if part.new_owner else ""
    return _("Played {times}{owners}:", times=each, owners=owners)


def _phase(method: Method, phase: Phase, language: str) -> Iterator[str]:
    length = _length(method, phase.minutes)
    heading = f"{phase.name.of(language)}, {length}, {_floor(phase)} ({_(_ORIGINS[phase.origin])})"
    yield from textwrap.wrap(f"* {heading}", WIDTH, subsequent_indent="  ")
    yield from wrapped(phase.purpose.of(language), "  ")
    stance, words = _(_STANCES[phase.stance]), phase.owner.of(language)
    yield from wrapped(_("Case owner ({stance}): {words}", stance=stance, words=words), "  ")
    if phase.rule is not None:
        yield from wrapped(_("Rule: {words}", words=phase.rule.of(language)), "  ")
    if phase.together is not None:
        yield from wrapped(_("Together: {words}", words=_(_TOGETHER[phase.together])), "  ")
    if phase.captures:
        kinds = ", ".join(_(_CAPTURES[kind]).lower() for kind in phase.captures)
        yield from wrapped(_("Noted: {words}", words=kinds), "  ")
    if phase.board is not None:
        yield from wrapped(_board(phase.board, language), "  ")
    yield from _listed((prompt.of(language) for prompt in phase.prompts), "  ")
    for cue in phase.cues:
        words = cue.say.of(language)
        at = spoken.number(cue.minutes_left)
        yield from wrapped(_("Cue at {minutes}: {words}", minutes=at, words=words), "  ")


def _length(method: Method, minutes: Minutes) -> str:
    """A phase's minutes: for all, or for each and in all; and what re-planning may do."""
    each = spoken.minutes(minutes.minutes * 60)
    if minutes.per is not Per.GROUP:
        people = method.size.ideal
        values = {"each": each, "people": people}
        values["all"] = spoken.minutes(minutes.minutes * turns(method, minutes, people) * 60)
        if minutes.per is Per.PERSON:
            return _("{each} for each person ({all} with {people} people)", **values)
        return _("{each} for each peer ({all} with {people} people)", **values)
    if minutes.protected:
        return _("{each}, never shortened", each=each)
    if minutes.least < minutes.minutes:
        return _("{each}, at least {least}", each=each, least=spoken.minutes(minutes.least * 60))
    return each


def _board(board: Board, language: str) -> str:
    cells = ", ".join(cell.name.of(language) for cell in board.cells)
    said = _("Board, {form}: {words}", form=_(_FORMS[board.form]), words=cells)
    if board.dots:
        said += "; " + n_("{n} dot for each", "{n} dots for each", board.dots)
    return said


def _labelled(label: str, values: Iterable[str | Text], language: str) -> Iterator[str]:
    words = [value.of(language) if isinstance(value, Text) else value for value in values]
    if words:
        yield from textwrap.wrap(f"{label}: {'; '.join(words)}", WIDTH, subsequent_indent="   ")


def _listed(lines: Iterable[str], indent: str = "") -> Iterator[str]:
    for line in lines:
        yield from textwrap.wrap(line, WIDTH, initial_indent=f"{indent}- ", subsequent_indent=f"{indent}  ")


def wrapped(line: str, indent: str = "") -> list[str]:
    """A line of text as lines of the page."""
    return textwrap.wrap(line, WIDTH, initial_indent=indent, subsequent_indent=indent)
