"""Opening the picker for what asks for a method: the set-up, the choice on the way, a change in mid-session."""

from collections.abc import Callable
from functools import partial
from typing import Any

from textual.screen import Screen

from intervisie_tui.domain.advice import Candidate
from intervisie_tui.domain.plan import measured
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
    methods = [loaded.method for loaded in rooms.library.methods.values()]
    picker = PickerScreen(
        candidates(draft, methods),
        len(draft.members),
        method_seconds(draft),
        draft.method.id if draft.method else None,
        later=True,
        typed=typed,
        using=_using(rooms, draft.group),
    )

    def answered(answer: str | None) -> None:
        if answer is not None:
            chosen(None if answer == LATER else answer)

    screen.app.push_screen(picker, answered)


def _using(rooms: Rooms, group: str | None) -> Using | None:
    return partial(used_by, rooms, group) if group else None


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
    methods = [loaded.method for loaded in library.methods.values()]
    picker = PickerScreen(
        [Candidate(method, people, measured(method, people, seconds)) for method in methods],
        people,
        seconds,
        now,
        typed=typed,
        using=_using(app.rooms, group),
    )

    def answered(answer: str | None) -> None:
        if answer is not None:
            chosen(answer)

    app.push_screen(picker, answered)
