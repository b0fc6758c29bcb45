"""Five actions whose bytes come all at once: each letter is in the line, and none is a key of the room (N1)."""

import pytest

from intervisie_tui.domain.commands import StartClock
from intervisie_tui.domain.session import Clock
from intervisie_tui.rooms import Rooms
from tests.terminal.clocks import Past, played
from tests.terminal.terminal import Terminal
from tests.unit.demo_session import START

TEXTS = ("call the parents", "finish the notes", "no new plans", "Pause, then GO ON", "undo f n u space")


@pytest.mark.parametrize(("language", "due"), [("en", "next friday"), ("nl", "volgende week vrijdag")])
def test_five_actions_in_one_write_are_five_actions_and_nothing_else(language: str, due: str) -> None:
    played(Past(0.0), lambda: [StartClock()])
    with Terminal("--lang", language, "open", size=(120, 34)) as room:
        room.shows({"en": "phase 1 of 7", "nl": "fase 1 van 7"}[language])
        # The third Enter behind the last action was meant for the line too.
        room.press("a" + "".join(f"Anna: {text} @ {due}\r" for text in TEXTS) + "\r\r")
        room.until(lambda _: len(actions()) >= len(TEXTS), "all actions", seconds=60.0)
        room.shows({"en": "did nothing", "nl": "deed niets"}[language])
    session = Rooms.at().folded(START.id)
    assert session is not None
    assert actions() == list(TEXTS)
    assert (session.clock, session.position, session.hands) == (Clock.RUNNING, 0, ())
    assert all(action.due is not None for action in session.actions)


def actions() -> list[str]:
    """The words of the actions that the journal has."""
    session = Rooms.at().folded(START.id)
    return [action.text for action in session.actions] if session is not None else []
