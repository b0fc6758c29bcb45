"""The signs that go with words: one set for terminals with Unicode, one for those without."""

import locale
import os
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signs:
    """One set of signs, each one column wide except where it says so."""

    done: str
    now: str
    to_come: str
    hand: str
    passed: str
    cue: str
    pause: str
    over: str
    arrow: str
    back: str
    up: str
    down: str
    bullet: str
    dot: str
    ellipsis: str
    enter: str
    rule: str
    """The bar beside "who may speak now"."""
    line: str
    """The filled part of a progress line."""
    line_rest: str
    tally: str
    """A cell of a bar of talk time."""
    block: str
    """A cell of the big digits."""
    checked: str
    unchecked: str
    dash: str
    ascii: bool


UNICODE = Signs(
    done="✓",
    now="▸",
    to_come=" ",
    hand="↑",
    passed="↷",
    cue="●",
    pause="‖",
    over="+",
    arrow="→",
    back="←",
    up="↑",
    down="↓",
    bullet="•",
    dot="·",
    ellipsis="…",
    enter="⏎",
    rule="▌",
    line="━",
    line_rest="─",
    tally="■",
    block="█",
    checked="■",
    unchecked="□",
    dash="–",
    ascii=False,
)

ASCII = Signs(
    done="v",
    now=">",
    to_come=" ",
    hand="^",
    passed="~",
    cue="*",
    pause="=",
    over="+",
    arrow=">",
    back="<",
    up="^",
    down="v",
    bullet="-",
    dot="-",
    ellipsis="~",
    enter="<",
    rule="|",
    line="=",
    line_rest="-",
    tally="#",
    block="#",
    checked="x",
    unchecked="o",
    dash="-",
    ascii=True,
)

CHOICES = ("auto", "unicode", "ascii")


def chosen_signs(
    setting: str = "auto", environment: Mapping[str, str] | None = None, encoding: str | None = None
) -> Signs:
    """The set for a setting of CHOICES; "auto" looks at TERM and at the encoding of the locale.

    An unknown setting counts as "auto".
    """
    if setting == "unicode":
        return UNICODE
    if setting == "ascii":
        return ASCII
    terminal = (os.environ if environment is None else environment).get("TERM", "")
    # The plain console has a font of 256 or 512 signs, whatever the locale says.
    if terminal in ("linux", "dumb") or terminal.startswith(("vt1", "vt2")):
        return ASCII
    spoken = locale.getpreferredencoding(False) if encoding is None else encoding
    return UNICODE if spoken.lower().replace("-", "") in ("utf8", "utf16", "utf32", "gb18030") else ASCII


_in_use: list[Signs] = []


def signs() -> Signs:
    """The set that this process shows: what `use_signs` set, else what the terminal can show."""
    if not _in_use:
        _in_use.append(chosen_signs())
    return _in_use[0]


def use_signs(chosen: Signs) -> None:
    """Shows this set from now on."""
    _in_use[:] = [chosen]
