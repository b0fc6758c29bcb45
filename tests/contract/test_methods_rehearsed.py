"""A whole rehearsal of every bundled method, from the first phase to the exported minutes."""

from datetime import date
from pathlib import Path

import pytest

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.owners import coming_case, next_owners
from intervisie_tui.domain.session import Clock
from intervisie_tui.export import render
from intervisie_tui.export.record import record
from intervisie_tui.live import Live
from intervisie_tui.method import Capture
from tests.app.room_scene import Hands, go
from tests.contract.library import METHODS, PLAYED, QUESTION, mark, session_of, sizes


@pytest.mark.parametrize(("name", "language"), PLAYED)
@pytest.mark.parametrize("which", [0, 1, -1], ids=["ideal", "least", "most"])
async def test_a_rehearsal_ends_in_minutes_with_all_that_was_noted(
    name: str, language: str, which: int, tmp_path: Path
) -> None:
    method = METHODS[name]
    people = sizes(method)[which]
    clock = Hands()
    live = await session_of(method, people, language, tmp_path, clock, speed=60.0)
    marks = await _played(live, clock)
    session = live.session
    assert session.clock is Clock.FINISHED
    assert [run.id for run in session.agenda if run.spent <= 0] == []
    told = record(session, live.now())
    minutes = render(told, "md", language)
    assert [word for word in marks if word not in minutes] == []
    names = {run.plan.name.of(language) for run in session.agenda}
    assert [phase for phase in names if phase not in minutes.replace("\\", "")] == []
    assert method.name.of(language) in minutes.replace("\\", "")
    assert "agreedx" in minutes
    assert ("oefening" if language == "nl" else "rehearsal") in minutes
    assert not method.has_owner or QUESTION[language] in minutes


async def _played(live: Live, clock: Hands) -> list[str]:
    """Each phase with a note of every kind that it asks for, in every place of its board."""
    marks: list[str] = []
    await go(live, c.StartClock())
    for position, run in enumerate(live.session.agenda):
        kinds: list[Capture | None] = [kind for kind in run.plan.captures if kind is not Capture.ACTION]
        places = [cell.id for cell in run.plan.board.cells] if run.plan.board else [None]
        for kind in kinds or [None]:
            for place in places:
                marks.append(mark(len(marks)))
                await go(live, c.AddNote(f"n{len(marks)}", run.id, marks[-1], kind, cell=place))
        clock.seconds += run.seconds / 60
        if position + 1 == len(live.session.agenda):
            break
        case = coming_case(live.session)
        if case is not None:
            await go(live, c.ChooseOwner(next_owners(live.session)[0].id, case))
        await go(live, c.NextPhase(run.id))
    await go(live, c.AddAction("a1", "agreedx", "m2", date(2026, 12, 1)), c.Finish())
    return marks
