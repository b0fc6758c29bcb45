"""Opening the picker for what asks for a method: the set-up, the choice on the way, a change in mid-session."""

from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from functools import partial
from typing import Any

from textual.screen import Screen

from intervisie_tui.domain.advice import Candidate
from intervisie_tui.domain.plan import circle_for, circle_in, measured
from intervisie_tui.method import Circle, Method
from intervisie_tui.registry import Library
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.picker import PickerScreen, Using
from intervisie_tui.screens.picker_rows import LATER
from intervisie_tui.screens.picker_used import used_by
from intervisie_tui.screens.setup_plan import Draft, candidates, method_seconds


def pick_for_draft(
    screen: Screen[Any], rooms: Rooms, draft: Draft, typed: str, chosen: Callable[[str | None], None]
) -> None:
    """For a session that is being set up; `chosen` is told the method's id, None for choosing it on the way."""

    def circle(method: Method) -> Circle:
        return circle_for(draft.wish(draft.people_for(method), method))

    def fitting(methods: Iterable[Method]) -> Sequence[Candidate]:
        return candidates(draft, methods)

    picker = PickerScreen(
        fitting(_ready(rooms.library, circle)),
        len(draft.members),
        method_seconds(draft),
        draft.method.id if draft.method else None,
        later=True,
        typed=typed,
        using=_using(rooms, draft.group),
        coming=_coming(screen, rooms, circle, fitting),
    )

    def answered(answer: str | None) -> None:
        if answer is not None:
            chosen(None if answer == LATER else answer)

    screen.app.push_screen(picker, answered)


def _using(rooms: Rooms, group: str | None) -> Using | None:
    return partial(used_by, rooms, group) if group else None


def _ready(library: Library, circle: Callable[[Method], Circle]) -> list[Method]:
    """The methods that are known to fit or not, without asking any process."""
    methods = [loaded.method for loaded in library.methods.values()]
    return [method for method in methods if method.answers_for(circle(method))]


async def _coming(
    screen: Screen[Any],
    rooms: Rooms,
    circle: Callable[[Method], Circle],
    fitting: Callable[[Iterable[Method]], Sequence[Candidate]],
) -> AsyncIterator[Sequence[Candidate]]:
    """All methods, each time when more of the user's own are judged, or have said which phases they have."""
    async for library in rooms.methods.looks():
        yield fitting(_ready(library, circle))
        problems = await rooms.methods.ask(
            [(loaded, circle(loaded.method)) for loaded in library.methods.values()]
        )
        for problem in problems:
            screen.app.notify(problem.sentence(), severity="warning", timeout=12, markup=False)
        yield fitting(_ready(rooms.library, circle))


def pick_in_session(
    screen: Screen[Any],
    library: Library,
    people: int,
    seconds: float,
    chosen: Callable[[str], None],
    *,
    now: str | None = None,
    group: str | None = None,
    typed: str = "",
) -> None:
    """For a session under way, with so many seconds for the method; `now` is what is chosen already."""
    app: Any = screen.app

    def circle(_method: Method) -> Circle:
        return circle_in(people, seconds)

    def fitting(methods: Iterable[Method]) -> Sequence[Candidate]:
        return [Candidate(method, people, measured(method, people, seconds)) for method in methods]

    picker = PickerScreen(
        fitting(_ready(library, circle)),
        people,
        seconds,
        now,
        typed=typed,
        using=_using(app.rooms, group),
        coming=_coming(screen, app.rooms, circle, fitting),
    )

    def answered(answer: str | None) -> None:
        if answer is not None:
            chosen(answer)

    app.push_screen(picker, answered)
