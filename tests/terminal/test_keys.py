"""Keys as real terminals send them: in pieces, with locks, held, as chords (field-cases 2, 3, 16, 17, 18, R1)."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import pytest

from intervisie_tui import system
from intervisie_tui.domain.session import Session
from intervisie_tui.rooms import Rooms
from tests.terminal.clocks import Past, played
from tests.terminal.terminal import Terminal, slowly
from tests.unit.demo_session import START

NEAR: dict[str, str] = {}
FAR = {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}
LINES = [(NEAR, 0.15), (FAR, 0.3)]
"""An environment, and the pause after each Esc that the line then may have."""
CLOSED = 0.4
"""Seconds within which Esc alone has closed a line, with the painting."""
PRESSED = 1.1
"""Seconds between two presses that are two presses."""


@contextmanager
def room(environ: dict[str, str] = NEAR) -> Iterator[Terminal]:
    played(Past(0.0), list)
    with Terminal("open", size=(120, 34), environ=environ) as terminal:
        terminal.shows("phase 1 of 7", "? help")
        yield terminal


def session() -> Session:
    found = Rooms.at().folded(START.id)
    assert found is not None
    return found


def is_in(position: int, _screen: str) -> bool:
    return session().position == position


def notes(*texts: str) -> bool:
    return tuple(note.text for note in session().notes) == texts


@pytest.mark.alone
@pytest.mark.parametrize(("environ", "pause"), LINES)
def test_on_a_slow_line_an_arrow_is_an_arrow(environ: dict[str, str], pause: float) -> None:
    with room(environ) as terminal:
        terminal.press("c")
        terminal.shows("Esc ")
        terminal.send(*slowly("half\x1b[DX\r", pause))
        terminal.until(lambda _: notes("halXf"), "halXf")
        apart = ("\x1b", pause, "[", pause, "D", 0.1, "\x1b", pause, "O", pause, "D")
        terminal.send("half", *apart, "X\r")
        terminal.until(lambda _: notes("halXf", "haXlf"), "haXlf")
        terminal.shows("Esc ")
        terminal.send("\x1b", 0.5)
        terminal.hides("Esc ")
        # In the room, without a list that has the focus, an arrow does nothing.
        terminal.send(*slowly("\x1b[D\x1b[A\x1bOC\x1b[1;5B\x1b[Z", pause))
        terminal.press("+")
        terminal.until(lambda _: session().agenda[0].seconds == 360, "a minute more")
        assert session().position == 0
        assert "Esc " not in terminal.text
        assert "desk" not in terminal.text


@pytest.mark.parametrize("pause", [0.0, 0.02, 0.15])
def test_a_paste_and_a_sign_that_come_in_pieces_are_whole(pause: float) -> None:
    with room() as terminal:
        terminal.press("c")
        terminal.shows("Esc ")
        pasted = "\x1b[200~café\x1b[201~".encode()
        pieces = [part for byte in pasted for part in (bytes([byte]), pause)]
        terminal.send(*pieces, "é".encode()[:1], pause, "é".encode()[1:], "\r")
        terminal.until(lambda _: notes("caféé"), "the paste")


@pytest.mark.alone
@pytest.mark.parametrize("environ", [NEAR, FAR], ids=["here", "over SSH"])
def test_esc_alone_closes_a_line_soon(environ: dict[str, str]) -> None:
    with room(environ) as terminal:
        took = []
        for _time in range(5):
            terminal.press("c")
            terminal.shows("Esc ")
            terminal.pass_by(1.0)
            terminal.draw()
            began = system.boot_seconds()
            terminal.press("\x1b")
            # Drawing the picture here takes time of its own, so the moments of the pieces are what counts.
            terminal.pass_by(2.0)
            took.append(terminal.hidden_at("Esc ") - began)
        # The best of them: what the machine does beside it is no part of the wait.
        assert min(took) < CLOSED, took


@pytest.mark.parametrize("key", ["n", "\x1b[6~", "\x1b[57422u"])
def test_a_key_that_is_held_does_its_deed_once(key: str) -> None:
    with room() as terminal:
        terminal.send(*[part for _press in range(30) for part in (key, 0.033)])
        terminal.shows("phase 2 of 7", "counts once")
        terminal.pass_by(PRESSED)
        assert session().position == 1
        terminal.send(key, PRESSED, key, PRESSED)
        terminal.until(partial(is_in, 3), "two phases on")


def test_locks_chords_and_the_keypad_mean_what_was_pressed() -> None:
    with room() as terminal:
        for sent, position in (
            ("\x1b[110u", 1),
            ("\x1b[110;65;78u", 2),
            ("\x1b[110;2;78u", 1),
            ("\x1b[6~", 2),
            ("\x1b[57421;129u", 1),
        ):
            terminal.send(sent)
            terminal.until(partial(is_in, position), repr(sent))
            terminal.pass_by(PRESSED)
        # A chord, the release of a key and a lock do nothing.
        terminal.send(
            "\x1b[110;3;110u", "\x1bn", 0.3, "\x1b[112;3;112u\x1b[110;1:3u\x1b[57358;65u\x1b[110;5u"
        )
        before = session().agenda[1].seconds
        terminal.send("\x1b[57413;129;43u", "\x1bOk", "\x1b[57412;129;45u", "\x1bOm", "\x1b[57413;129;43u")
        terminal.until(lambda _: session().agenda[1].seconds == before + 60, "a minute more")
        terminal.send("\x1b[117;65;85u")
        terminal.until(lambda _: session().agenda[1].seconds == before, "undone")
        assert session().position == 1


@pytest.mark.parametrize(("capital", "small"), [("N", "n"), ("U", "u")])
def test_a_capital_of_a_plain_terminal_asks_and_is_done_when_it_is_meant(capital: str, small: str) -> None:
    with room() as terminal:
        terminal.send("n", PRESSED, "+", PRESSED, "u", PRESSED)
        before = session()
        assert before.position == 1
        terminal.send(capital, 0.4, *[part for _press in range(9) for part in (capital, 0.033)])
        terminal.shows("Is caps lock on?")
        terminal.send(PRESSED)
        assert session() == before
        terminal.send(capital)
        terminal.until(lambda _: session() != before, f"{capital} is done")
        assert (session().position, session().agenda[1].seconds - before.agenda[1].seconds) == (
            (0, 0) if small == "n" else (1, 60)
        )


@pytest.mark.parametrize("out", ["\x1b[O", "\x1b[O\x1b[O", "\x1b[I\x1b[O"])
def test_what_comes_while_the_terminal_is_believed_out_of_focus_arrives(out: str) -> None:
    with room() as terminal:
        terminal.press("c")
        terminal.shows("Esc ")
        terminal.send(out, 0.2, "\x1b[200~hello\x1b[201~", "\r")
        terminal.until(lambda _: notes("hello"), "hello")
        terminal.send(out, 0.2, "typed\r")
        terminal.until(lambda _: notes("hello", "typed"), "typed")


@pytest.mark.parametrize("chord", ["\x1b[117;5;117u", "\x1b[117;3;117u", "\x1bu", "\x1b[27;5;117~"])
def test_a_chord_in_a_line_types_neither_its_letter_nor_a_caret(chord: str) -> None:
    with room() as terminal:
        terminal.press("c")
        terminal.shows("Esc ")
        terminal.send("abc", 0.3, chord, 0.3, "\x1b[F!\r")
        terminal.until(lambda _: notes("abc!") or notes("!"), "abc! or !")


def test_later_than_a_chord_esc_and_a_letter_are_two_keys() -> None:
    with room() as terminal:
        terminal.send("\x1b", 0.12, "n")
        terminal.shows("phase 2 of 7")
