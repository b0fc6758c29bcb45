"""Key presses that a terminal reports with their modifiers: the Kitty keyboard protocol, and xterm's older forms.

See https://sw.kovidgoyal.net/kitty/keyboard-protocol/. The forms are `CSI code:shifted:base ; modifiers:event ; text u`
and `CSI number ; modifiers:event ~` and `CSI 1 ; modifiers:event letter`, and xterm's `CSI 27 ; modifiers ; code ~`.
"""

import re
from dataclasses import dataclass

from intervisie_tui.keys.names import chord_of, name_of
from intervisie_tui.keys.press import Press

_SHAPE = re.compile(r"\x1b\[([\d:;]*)([u~A-HPQRSZ])")
_SHIFT, _CAPS, _NUM = 1, 64, 128
_STRONG = {2: "alt", 4: "ctrl", 8: "super", 16: "hyper", 32: "meta"}
_REPEAT, _RELEASE = 2, 3
_MOST = 0x10FFFF

_BY_LETTER = {
    "A": "up",
    "B": "down",
    "C": "right",
    "D": "left",
    "E": "kp_begin",
    "F": "end",
    "H": "home",
    "P": "f1",
    "Q": "f2",
    "R": "f3",
    "S": "f4",
    "Z": "shift+tab",
}
_BY_NUMBER = {
    1: "home",
    2: "insert",
    3: "delete",
    4: "end",
    5: "pageup",
    6: "pagedown",
    7: "home",
    8: "end",
    **{11 + n: f"f{1 + n}" for n in range(5)},
    **{17 + n: f"f{6 + n}" for n in range(5)},
    **{23 + n: f"f{11 + n}" for n in range(2)},
    57427: "kp_begin",
}
_BY_CODE = {
    27: "escape",
    13: "enter",
    9: "tab",
    127: "backspace",
    57361: "print_screen",
    57362: "pause",
    57363: "menu",
    **{57376 + n: f"f{13 + n}" for n in range(23)},
    57414: "enter",
    57417: "left",
    57418: "right",
    57419: "up",
    57420: "down",
    57421: "pageup",
    57422: "pagedown",
    57423: "home",
    57424: "end",
    57425: "insert",
    57426: "delete",
    57427: "kp_begin",
}
_PAD = dict(zip(range(57399, 57417), "0123456789./*-+\r=,", strict=True))
"""What the keys of the numeric keypad type; Enter among them types nothing, and stands in `_BY_CODE`."""
_NO_KEYS = range(57344, 63744)
"""Codes without a key of ours: media keys, the locks, Shift and Ctrl by themselves."""
_TYPES = {"enter": "\r", "tab": "\t", "backspace": "\x7f"}
_SHIFTLESS = frozenset({"backspace", "escape"})
"""Keys that people press with Shift still down, and mean without it; a plain terminal sends them so."""


@dataclass(frozen=True, slots=True)
class _Report:
    """The fields of one report."""

    code: int
    shifted: int
    bits: int
    event: int
    text: str

    @property
    def shift(self) -> bool:
        return bool(self.bits & _SHIFT)

    @property
    def strong(self) -> frozenset[str]:
        """The modifiers with which a key is no letter any more."""
        return frozenset(name for bit, name in _STRONG.items() if self.bits & bit)


def presses(sequence: str) -> tuple[Press, ...] | None:
    """What a sequence reports: none for the release of a key, None if it is no report of a key at all."""
    match = _SHAPE.fullmatch(sequence)
    if match is None:
        return None
    report, named = _read(match[1], match[2])
    if report is None:
        return None
    if report.event == _RELEASE:
        return ()
    return tuple(_named(report, named) if named else _of_character(report))


def _read(fields: str, final: str) -> tuple[_Report | None, str]:
    """The report, and the name of its key if that is no character."""
    codes, modifiers, text, *rest = [*fields.split(";"), "", "", ""]
    if any(rest):
        return None, ""
    code, shifted, *_base = [*_numbers(codes), 0, 0]
    bits, event, *_more = [*_numbers(modifiers), 0, 0]
    report = _Report(code, shifted, max(bits - 1, 0), event, _text(text))
    if final == "u":
        return report, _BY_CODE.get(code, "")
    if final != "~":
        return (report, _BY_LETTER.get(final, "")) if code in {0, 1} and final in _BY_LETTER else (None, "")
    if code == 27 and text.isdecimal():
        return _Report(int(text), 0, report.bits, event, ""), _BY_CODE.get(int(text), "")
    return (report, _BY_NUMBER[code]) if code in _BY_NUMBER else (None, "")


def _numbers(field: str) -> list[int]:
    return [int(number) if number else 0 for number in field.split(":")] if field else []


def _text(field: str) -> str:
    """The characters that the press types; controls are none."""
    signs = (chr(number) for number in _numbers(field) if 32 <= number <= _MOST)
    return "".join(
        sign for sign in signs if not 0x7F <= ord(sign) < 0xA0 and not 0xD800 <= ord(sign) < 0xE000
    )


def _named(report: _Report, name: str) -> list[Press]:
    repeat = report.event == _REPEAT
    tokens = report.strong | ({"shift"} if report.shift and name not in _SHIFTLESS else frozenset())
    if "+" in name:
        name, tokens = name.rpartition("+")[2], tokens | {"shift"}
    return [Press(chord_of(tokens, name), None if tokens else _TYPES.get(name), repeat)]


def _of_character(report: _Report) -> list[Press]:
    repeat, base = report.event == _REPEAT, _base(report)
    if not base:
        return []
    if report.strong and not _composed(report, base):
        tokens = report.strong | ({"shift"} if report.shift else frozenset())
        key = "space" if base == " " else name_of(base.lower())
        return [Press(chord_of(tokens, key), None, repeat)]
    if report.text:
        return [Press(_key(report, base, sign), sign, repeat) for sign in report.text]
    typed = _typed(report, base)
    if report.shift and typed == base and not base.isalpha() and base != " ":
        return [Press(chord_of(frozenset({"shift"}), name_of(base)), None, repeat)]
    return [Press(_key(report, base, typed), typed, repeat)]


def _base(report: _Report) -> str:
    """The character of the key itself, or nothing if it has none."""
    if report.code in _PAD:
        return _PAD[report.code]
    known = 32 <= report.code <= _MOST and report.code not in _NO_KEYS and not 0xD800 <= report.code < 0xE000
    return chr(report.code) if known else ""


def _composed(report: _Report, base: str) -> bool:
    """Whether Alt made another character of the key: AltGr, or Option on a Mac. That is typing and no chord."""
    if not report.text or not report.strong <= {"alt", "ctrl"} or "alt" not in report.strong:
        return False
    usual = {base.lower(), chr(report.shifted) if report.shifted <= _MOST else ""}
    return report.text.lower() not in usual and (not report.shift or not report.text.isascii())


def _typed(report: _Report, base: str) -> str:
    """What a press types if the terminal does not tell."""
    if report.shift and 32 <= report.shifted <= _MOST:
        return chr(report.shifted)
    capital = report.shift != bool(report.bits & _CAPS)
    return base.upper() if capital and base.isalpha() and len(base.upper()) == 1 else base


def _key(report: _Report, base: str, sign: str) -> str:
    """The name for bindings: of a letter by Shift alone, so that caps lock changes nothing."""
    if sign == " ":
        return "space"
    if sign.lower() == base.lower() and base.isalpha():
        key = base.upper() if report.shift else base.lower()
        return key if len(key) == 1 else base
    return name_of(sign)
