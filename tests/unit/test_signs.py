"""Each terminal gets signs that it can show."""

from dataclasses import asdict

import pytest
from rich.cells import cell_len

from intervisie_tui.widgets.signs import ASCII, UNICODE, Signs, chosen_signs


@pytest.mark.parametrize("chosen", [UNICODE, ASCII])
def test_every_sign_is_one_column_wide(chosen: Signs) -> None:
    assert {cell_len(sign) for name, sign in asdict(chosen).items() if name != "ascii"} == {1}


def test_the_ascii_set_is_ascii() -> None:
    assert all(sign.isascii() for name, sign in asdict(ASCII).items() if name != "ascii")


@pytest.mark.parametrize(
    ("setting", "terminal", "encoding", "expected"),
    [
        ("auto", "xterm-256color", "UTF-8", UNICODE),
        ("auto", "xterm-256color", "ANSI_X3.4-1968", ASCII),
        ("auto", "xterm-256color", "ISO-8859-1", ASCII),
        ("auto", "linux", "UTF-8", ASCII),
        ("auto", "vt100", "UTF-8", ASCII),
        ("unicode", "linux", "ascii", UNICODE),
        ("ascii", "xterm", "UTF-8", ASCII),
        ("nonsense", "xterm", "utf8", UNICODE),
    ],
)
def test_the_set_follows_setting_then_terminal_then_encoding(
    setting: str, terminal: str, encoding: str, expected: Signs
) -> None:
    assert chosen_signs(setting, {"TERM": terminal}, encoding) is expected
