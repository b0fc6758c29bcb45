"""What a user's own modules hold and answer, as data: judged and asked in child processes."""

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from intervisie_tui.locale import _
from intervisie_tui.method import Circle, Method
from intervisie_tui.method.answered import Answered, Played
from intervisie_tui.registry.asking import Answer, Task, ask
from intervisie_tui.registry.library import Loaded, Problem, Reading, Source
from intervisie_tui.registry.limits import ASKING, LONGEST, SLOW
from intervisie_tui.registry.wire import decoded, decoded_answers
from intervisie_tui.store.problems import StoreError

_NO_DATA = (StoreError, ValueError, TypeError, LookupError)


@dataclass(frozen=True, slots=True)
class Replies:
    """Methods by id that know more answers of their functions now, and what went wrong while they were asked."""

    methods: Mapping[str, Method]
    problems: tuple[Problem, ...]


def judge(
    sources: Sequence[Source],
    seconds: float = LONGEST,
    slow: float = SLOW,
    stop: threading.Event | None = None,
    partly: Callable[[Mapping[int, Reading]], None] = lambda _readings: None,
) -> list[Reading]:
    """What each module gives, and what is wrong with it. Blocks, calls `partly` and raises Stopped, as `ask` does."""
    readings: dict[int, Reading] = {}

    def answered(place: int, answer: Answer) -> None:
        readings[place] = _reading(sources[place], answer)

    tasks = [Task(source) for source in sources]
    ask(tasks, seconds, slow, stop, answered, lambda: partly(dict(readings)))
    return [readings[place] for place in range(len(sources))]


def reply(
    wished: Iterable[tuple[Loaded, Circle]], seconds: float = ASKING, stop: threading.Event | None = None
) -> Replies:
    """Ask methods what they play in a circle, where that is not known yet. Blocks, and raises Stopped, as `ask` does.

    A method that gives no answer in time plays what it does in the nearest circle, so that it is not asked again.
    """
    unknown = [(loaded, circle) for loaded, circle in wished if not loaded.method.answers_for(circle)]
    tasks = [Task(loaded.source, loaded.method.id, (circle,)) for loaded, circle in unknown]
    methods: dict[str, Method] = {}
    problems: list[Problem] = []
    for (loaded, circle), answer in zip(unknown, ask(tasks, seconds, seconds, stop), strict=True):
        before = methods.get(loaded.method.id, loaded.method)
        told = _answers(loaded, answer)
        if isinstance(told, Problem):
            problems.append(told)
            told = _nearest(before, circle)
        methods[before.id] = before.with_answers(told)
    return Replies(methods, tuple(problems))


def _reading(source: Source, answer: Answer) -> Reading:
    if isinstance(answer, Problem):
        return Reading((), (answer,))
    try:
        return decoded(source, answer)
    except _NO_DATA as error:
        return Reading((), (_garbled(source, error),))


def _answers(loaded: Loaded, answer: Answer) -> Mapping[Circle, Played] | Problem:
    if isinstance(answer, Problem):
        return answer
    try:
        if "answers" in answer:
            return decoded_answers(answer)
        problems = decoded(loaded.source, answer).problems
    except _NO_DATA as error:
        return _garbled(loaded.source, error)
    return problems[0] if problems else _garbled(loaded.source, None)


def _nearest(method: Method, circle: Circle) -> Mapping[Circle, Played]:
    return {circle: method.phases.nearest(circle)} if isinstance(method.phases, Answered) else {}


def _garbled(source: Source, error: Exception | None) -> Problem:
    """The problem of a module in whose process the answer came to be none."""
    why = type(error).__name__ if error is not None else "?"
    message = _("gives no answer that can be read ({why})", why=why)
    return Problem(str(source.path), 1, message, _("do no work while it is imported"))
