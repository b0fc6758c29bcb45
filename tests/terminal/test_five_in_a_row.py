"""Five actions in a row with caps lock on, over a line that waits 150 ms after each Esc (the issue's last check)."""

import pytest

from intervisie_tui import locale
from intervisie_tui.domain.session import Session
from intervisie_tui.rooms import Rooms
from tests.terminal.clocks import Past, played
from tests.terminal.terminal import Terminal, slowly
from tests.unit.demo_session import START

LEFT, END = "\x1b[D", "\x1b[F"
TYPED = {
    "en": (
        "ANNA: CALL THE PARENTS @ TOMORROW\r",
        f"BRAM: FINISH THE REPORTX{LEFT}\x1b[3~ @ NEXT FRIDAY\r",
        f"CHANTAL: NO NONSENSE @ TOMORRO{LEFT}{END}W\r",
        f"DIRK: THNK BRAM{LEFT * 7}A{END} @ TOMORROW\r",
        "ANNA: N F U SPACE @ TOMORROW\r",
    ),
    "nl": (
        "ANNA: OUDERS BELLEN @ MORGEN\r",
        f"BRAM: VERSLAG AFMAKENX{LEFT}\x1b[3~ @ VOLGENDE WEEK VRIJDAG\r",
        f"CHANTAL: GEEN ONZIN @ MORGE{LEFT}{END}N\r",
        f"DIRK: BRM BEDANKEN{LEFT * 10}A{END} @ MORGEN\r",
        "ANNA: N F U SPATIE @ MORGEN\r",
    ),
}
MEANT = {
    "en": ("CALL THE PARENTS", "FINISH THE REPORT", "NO NONSENSE", "THANK BRAM", "N F U SPACE"),
    "nl": ("OUDERS BELLEN", "VERSLAG AFMAKEN", "GEEN ONZIN", "BRAM BEDANKEN", "N F U SPATIE"),
}
OWNERS = ("anna", "bram", "chantal", "dirk", "anna")


def session() -> Session:
    found = Rooms.at().folded(START.id)
    assert found is not None
    return found


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_session_of_five_actions_holds_what_was_meant(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTERVISIE_LANG", language)
    locale.use(language)
    played(Past(0.0), list)
    with Terminal("open", size=(120, 34)) as room:
        room.shows("? ")
        before = session()
        room.send(*slowly("A" + "".join(TYPED[language])))
        room.until(lambda _: len(session().actions) == len(OWNERS), "five actions")
        after = session()
        assert [action.text for action in after.actions] == list(MEANT[language])
        assert [action.owner for action in after.actions] == list(OWNERS)
        assert all(action.due is not None for action in after.actions)
        assert (after.clock, after.position, after.hands) == (before.clock, before.position, before.hands)
