"""What a terminal sends, and which keys that are: modifiers, locks, the keypad, chords (field-cases 2, 3, 18)."""

import pytest
from textual import events
from textual._xterm_parser import XTermParser
from textual.keys import _character_to_key

from intervisie_tui.keys.names import name_of
from intervisie_tui.keys.press import Press
from intervisie_tui.keys.typed import Keyboard, TypedKey
from intervisie_tui.keys.waits import FAR, NEAR, escape_wait
from tests.unit.keyboard import keys, read

CAPS, NUM = 64, 128


def presses(*typed: str | float) -> list[Press]:
    return [message.press for message in read(typed) if isinstance(message, TypedKey)]


@pytest.mark.parametrize("lock", [0, CAPS, NUM, CAPS + NUM])
@pytest.mark.parametrize("letter", list("nuNUcpz"))
def test_a_lock_that_is_reported_changes_no_key_but_what_is_typed(letter: str, lock: int) -> None:
    shift = letter.isupper()
    typed = letter.swapcase() if lock & CAPS else letter
    sent = f"\x1b[{ord(letter.lower())};{1 + shift + lock};{ord(typed)}u"
    assert presses(sent) == [Press(letter, typed)]


@pytest.mark.parametrize("letter", list("nuéжß"))
def test_without_the_text_shift_and_caps_lock_say_what_is_typed(letter: str) -> None:
    assert presses(f"\x1b[{ord(letter)};{1 + CAPS}u")[0].key == letter
    capital = letter.upper() if len(letter.upper()) == 1 else letter
    assert presses(f"\x1b[{ord(letter)};2u")[0] == Press(capital, capital)


def test_a_plain_capital_may_come_from_caps_lock_and_nothing_else_may() -> None:
    assert presses("N") == [Press("N", "N", sure=False)]
    assert all(press.sure for press in presses("n7é*? ", "\x1b[5~", "\x1b[110;2;78u"))


@pytest.mark.parametrize("number", range(10))
def test_digits_of_the_pad_are_digits(number: int) -> None:
    digit = str(number)
    sent = (
        f"\x1b[{57399 + number};{1 + NUM};{48 + number}u",
        f"\x1b[{57399 + number}u",
        f"\x1bO{'pqrstuvwxy'[number]}",
    )
    for each in sent:
        assert [(press.key, press.character) for press in presses(each)] == [(digit, digit)]


@pytest.mark.parametrize(
    ("code", "final", "key", "typed"),
    [
        (57409, "n", "full_stop", "."),
        (57410, "o", "slash", "/"),
        (57411, "j", "asterisk", "*"),
        (57412, "m", "minus", "-"),
        (57413, "k", "plus", "+"),
        (57415, "X", "equals_sign", "="),
        (57416, "l", "comma", ","),
    ],
)
def test_signs_of_the_pad_are_their_twins(code: int, final: str, key: str, typed: str) -> None:
    for sent in (f"\x1b[{code};{1 + NUM};{ord(typed)}u", f"\x1b[{code};{1 + NUM + CAPS}u", f"\x1bO{final}"):
        assert [(press.key, press.character) for press in presses(sent)] == [(key, typed)]


@pytest.mark.parametrize(
    ("code", "key"),
    [
        (57414, "enter"),
        (57417, "left"),
        (57418, "right"),
        (57419, "up"),
        (57420, "down"),
        (57421, "pageup"),
        (57422, "pagedown"),
        (57423, "home"),
        (57424, "end"),
        (57425, "insert"),
        (57426, "delete"),
        (57427, "kp_begin"),
    ],
)
def test_keys_of_the_pad_are_their_twins(code: int, key: str) -> None:
    assert keys([f"\x1b[{code}u", f"\x1b[{code};{1 + NUM}u", f"\x1b[{code};{1 + CAPS}:2u"]) == [key] * 3


def test_a_decimal_comma_of_the_pad_is_a_comma() -> None:
    assert presses("\x1b[57409;129;44u") == [Press("comma", ",")]


@pytest.mark.parametrize(
    ("bits", "name"), [(2, "alt"), (4, "ctrl"), (8, "super"), (16, "hyper"), (32, "meta")]
)
@pytest.mark.parametrize("letter", list("nupca"))
@pytest.mark.parametrize("lock", [0, CAPS, NUM])
def test_a_chord_is_not_its_letter_and_types_nothing(bits: int, name: str, letter: str, lock: int) -> None:
    text = ord(letter.upper() if lock == CAPS else letter)
    for sent in (f"\x1b[{ord(letter)};{1 + bits + lock};{text}u", f"\x1b[{ord(letter)};{1 + bits + lock}u"):
        assert presses(sent) == [Press(f"{name}+{letter}")]
    assert presses(f"\x1b[27;{1 + bits};{ord(letter)}~") == [Press(f"{name}+{letter}")]


def test_chords_with_shift_and_with_signs_type_nothing() -> None:
    assert keys(["\x1b[110;4;78u"]) == ["alt+shift+n"]
    assert keys(["\x1b[61;4;43u", "\x1b[57413;5;43u"]) == ["alt+shift+equals_sign", "ctrl+plus"]
    assert keys(["\x1b[32;5;32u", "\x1b[13;3u", "\x1b[1;3D", "\x1b\x1b[D"]) == [
        "ctrl+space",
        "alt+enter",
        "alt+left",
        "alt+left",
    ]


@pytest.mark.parametrize(
    ("code", "modifiers", "sign"), [(101, 7, "€"), (113, 7, "@"), (111, 3, "ø"), (53, 3, "["), (111, 4, "Ø")]
)
def test_what_altgr_or_option_makes_of_a_key_is_typed(code: int, modifiers: int, sign: str) -> None:
    assert [press.character for press in presses(f"\x1b[{code};{modifiers};{ord(sign)}u")] == [sign]


@pytest.mark.parametrize("letter", "nNpcazu1+ é")
def test_an_esc_and_a_character_at_once_are_a_chord_and_later_they_are_two_keys(letter: str) -> None:
    for pause in (0.0, 0.02, 0.05):
        (chord,) = presses("\x1b", pause, letter)
        assert "+" in chord.key
        assert chord.character is None
    for pause in (0.06, 0.1, 0.23, 0.3):
        escape, key = presses("\x1b", pause, letter)
        assert escape.key == "escape"
        assert (key.character, "+" in key.key) == (letter, False)


def test_ctrl_and_a_letter_behind_esc_is_itself() -> None:
    assert keys(["\x1b\x11"]) == ["escape", "ctrl+q"]


def test_words_are_gone_along_and_deleted_as_in_a_shell() -> None:
    assert keys(["\x1bb", "\x1bf", "\x1b\x7f"]) == ["ctrl+left", "ctrl+right", "ctrl+w"]


def test_a_repeat_is_reported_and_a_release_is_no_press() -> None:
    assert presses("\x1b[110;1:1u", "\x1b[110;1:2u", "\x1b[110;1:3u") == [
        Press("n", "n"),
        Press("n", "n", True),
    ]
    assert presses("\x1b[6;1:2~", "\x1b[6;1:3~", "\x1b[1;1:2A") == [
        Press("pagedown", None, True),
        Press("up", None, True),
    ]


@pytest.mark.parametrize("code", [57358, 57359, 57360, *range(57428, 57455)])
def test_locks_modifiers_and_media_keys_are_no_presses(code: int) -> None:
    assert read([f"\x1b[{code};{1 + CAPS}u", f"\x1b[{code};2u"]) == []


@pytest.mark.parametrize(
    "sent",
    [
        "\x1b[99999999;1;99999999u",
        "\x1b[110;1;55296u",
        "\x1b[0u",
        "\x1b[u",
        "\x1b[;;u",
        "\x1b[1;2;3;4u",
        "\x1b[:::u",
        "\x1b[999~",
    ],
)
def test_a_report_of_no_key_does_nothing(sent: str) -> None:
    assert [press for press in presses(sent) if press.character not in {None, "n"}] == []


def test_a_character_has_the_name_that_bindings_have() -> None:
    for code in (*range(32, 127), 0xA7, 0xE9, 0x20AC, 0x200D, 0x416, 0x1F600):
        assert name_of(chr(code)) == _character_to_key(chr(code)), chr(code)


@pytest.mark.parametrize(
    "sent",
    [
        *("n", "N", " ", "\r", "\t", "\x7f", "\x01", "\x11", "\x15", "?", "é", "\u200d"),
        *(
            "\x1b[Z",
            "\x1b[A",
            "\x1bOA",
            "\x1bOP",
            "\x1b[15~",
            "\x1b[24~",
            "\x1b[3~",
            "\x1b[5~",
            "\x1b[H",
            "\x1b[F",
        ),
        *("\x1b[1;5D", "\x1b[1;2C", "\x1b[3;5~", "\x1b[[A", "\x1b[7$", "\x1bOc"),
    ],
)
def test_what_textual_reads_well_is_read_the_same(sent: str) -> None:
    usual = [event.key for event in XTermParser().feed(sent) if isinstance(event, events.Key)]
    assert keys([sent]) == usual


def test_the_mouse_the_focus_and_the_modes_are_handed_on() -> None:
    sent = [
        "\x1b[<0;5;6M\x1b[<0;5;6m",
        "\x1b[<35;7;8M",
        "\x1b[I\x1b[O",
        "\x1b[?2026;2$y",
        "\x1b[48;24;80;480;800t",
    ]
    assert keys(sent) == [
        *("MouseDown", "MouseUp", "MouseMove", "AppFocus", "AppBlur"),
        *("TerminalSupportsSynchronizedOutput", "Resize"),
    ]


@pytest.mark.parametrize(
    ("environ", "wait"),
    [
        ({}, NEAR),
        ({"SSH_CONNECTION": "10.0.0.2 50000 10.0.0.1 22"}, FAR),
        ({"SSH_TTY": "/dev/pts/1"}, FAR),
        ({"SSH_CLIENT": "10.0.0.2 50000 22", "ESCDELAY": "25"}, FAR),
        ({"SSH_CONNECTION": ""}, NEAR),
        ({"ESCDELAY": "25"}, NEAR),
        ({"ESCDELAY": "500"}, 0.5),
        ({"ESCDELAY": "99999"}, 2.0),
        ({"ESCDELAY": "-5"}, NEAR),
        ({"ESCDELAY": "soon"}, NEAR),
        ({"ESCDELAY": "٣"}, NEAR),
    ],
)
def test_the_wait_after_an_esc_is_by_the_line_and_never_less(environ: dict[str, str], wait: float) -> None:
    assert escape_wait(environ) == wait
    assert 0.15 < NEAR < 0.4
    assert 0.3 < FAR < 0.4


def test_keys_that_waited_on_a_busy_machine_count_as_typed_at_the_last_look() -> None:
    now = [0.0]
    keyboard = Keyboard(lambda: now[0], NEAR, looks=0.1)
    moments = []
    for moment, sent in ((0.1, ""), (0.15, "n"), (0.25, ""), (0.9, "nn"), (1.0, ""), (1.08, "n")):
        now[0] = moment
        messages = keyboard.feed(sent) if sent else keyboard.tick()
        moments += [message.moment for message in messages if isinstance(message, TypedKey)]
    assert moments == [0.15, 0.25, 0.25, 1.08]
