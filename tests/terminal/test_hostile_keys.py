"""Hostile text, typed and pasted by a real terminal: kept as typed, shown as text, obeyed by nobody."""

from functools import partial

import pytest

from intervisie_tui.domain.text import clean
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.line_closed import MEANT_FOR_LINE
from tests.terminal.clocks import Past, pass_by, played
from tests.terminal.terminal import Terminal
from tests.unit.demo_session import START

LINK = "[@click=app.quit]x[/]"
TYPED = (
    "[/b]",
    LINK,
    "[red]$accent[/red] {name} %s",
    "مرحبا بكم \u200f!",
    "שלום \u202eabc\u202c",
    "👩\u200d👩\u200d👧 café e\u0301",
    "  blanks at the ends  ",
    "soft\u00adhyphen no\u00a0break \u2068apart\u2069",
    "'; drop table \\n \\x1b[2J",
)
PASTED = (
    "\x1b]0;boo\x07 title",
    "\x1b[31mred\x1b[0m \x1b[2J\x1b[H",
    "\x9b31m eight bits \x00\x01\x7f",
    "x" * 5000,
)
ORDERS = (b"\x1b]0;boo", b"\x1b[31mred", b"\x1b[2J\x1b[H", b"\xc2\x9b31m")


def written(key: str) -> list[str]:
    """What the journal has of what that key writes."""
    session = Rooms.at().folded(START.id)
    assert session is not None
    entries = {
        "c": [note.text for note in session.notes],
        "p": [item.text for item in session.parking],
        "a": [action.text for action in session.actions],
    }
    return entries[key]


def has_written(key: str, count: int, _screen: str) -> bool:
    return len(written(key)) == count


def close_line(room: Terminal) -> None:
    """Close the line, and wait until a key no longer counts as meant for it."""
    room.press("\r")
    room.hides("esc close")
    pass_by([room], MEANT_FOR_LINE)


def assert_calm(room: Terminal) -> None:
    """It still runs, obeys its own keys, and has sent the terminal none of what was in the text."""
    room.press("d")
    room.shows("desk")
    assert [order for order in ORDERS if order in room.told] == []
    assert "Traceback" not in room.text
    room.press("\x11\x11")
    assert room.ended() == 0


@pytest.mark.parametrize("key", ["c", "p"])
def test_what_is_typed_into_the_room_is_kept_exactly_and_only_shown(key: str) -> None:
    played(Past(0.0), list)
    with Terminal("open", size=(120, 34)) as room:
        room.shows("phase 1 of 7")
        room.press(key)
        for number, text in enumerate(TYPED, 1):
            room.press(f"{text}\r")
            room.until(partial(has_written, key, number), text)
        close_line(room)
        assert written(key) == [clean(text) for text in TYPED]
        assert_calm(room)


def test_a_click_on_what_looks_like_a_link_is_a_click_on_text() -> None:
    played(Past(0.0), list)
    with Terminal("open", size=(120, 34)) as room:
        room.shows("phase 1 of 7")
        room.press(f"c{LINK}\r")
        room.until(lambda _: written("c") == [LINK], LINK)
        close_line(room)
        room.shows(LINK, "? help")
        row = next(row for row, line in enumerate(room.draw(), 1) if LINK in line)
        column = room.draw()[row - 1].index("]x[") + 2
        room.press(f"\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m")
        assert_calm(room)


@pytest.mark.parametrize("key", ["c", "p"])
def test_what_is_pasted_into_the_room_loses_its_orders_and_nothing_else(key: str) -> None:
    played(Past(0.0), list)
    with Terminal("open", size=(120, 34)) as room:
        room.shows("phase 1 of 7")
        room.press(key)
        for number, text in enumerate(PASTED, 1):
            room.press(f"\x1b[200~{text}\x1b[201~\r")
            room.until(partial(has_written, key, number), text[:60])
        close_line(room)
        assert written(key) == [clean(text) for text in PASTED]
        assert_calm(room)


def test_an_action_of_hostile_text_is_what_was_typed() -> None:
    played(Past(0.0), list)
    with Terminal("open", size=(120, 34)) as room:
        room.shows("phase 1 of 7")
        room.press("a")
        for number, text in enumerate(TYPED[:3], 1):
            room.press(f"Anna: {text} @ 3/12\r")
            room.until(partial(has_written, "a", number), text)
        close_line(room)
        assert written("a") == list(TYPED[:3])
        assert_calm(room)
