"""A link as a QR code that a phone reads from the screen: dark on light, whatever the theme."""

from textual.content import Content

QUIET = 4
"""Modules of light around the code that a reader is promised."""
LEAST_QUIET = 2
"""With so few it is still read, where there is no room for more."""
MOST_SCALE = 3
_DARK, _LIGHT = "#000000", "#ffffff"

Rows = list[list[bool]]


def drawing(link: str, width: int, height: int, *, ascii_only: bool = False) -> Content | None:
    """The code in at most so many columns and rows, as large as it can be; None where it does not fit."""
    import segno

    dark = [[bool(module) for module in row] for row in segno.make_qr(link, error="l").matrix]
    wide, high = (2, 1) if ascii_only else (1, 2)
    for scale, quiet in (*((scale, QUIET) for scale in range(MOST_SCALE, 0, -1)), (1, LEAST_QUIET)):
        side = (len(dark) + 2 * quiet) * scale
        if side * wide <= width and -(-side // high) <= height:
            rows = _scaled(_framed(dark, quiet), scale)
            return _in_blanks(rows) if ascii_only else _in_halves(rows)
    return None


def _framed(dark: Rows, quiet: int) -> Rows:
    side = [False] * quiet
    empty = [[False] * (len(dark) + 2 * quiet)] * quiet
    return [*empty, *([*side, *row, *side] for row in dark), *empty]


def _scaled(rows: Rows, scale: int) -> Rows:
    return [[module for module in row for _ in range(scale)] for row in rows for _ in range(scale)]


def _in_halves(rows: Rows) -> Content:
    """Two modules above each other in one cell; what is dark in both is a blank, so that no font leaves a gap."""
    light = [False] * len(rows[0])
    lines = [
        _line([_HALVES[pair] for pair in zip(upper, lower, strict=True)])
        for upper, lower in zip(rows[::2], [*rows[1::2], light][: len(rows[::2])], strict=True)
    ]
    return Content("\n").join(lines)


_ON_LIGHT, _ON_DARK = f"{_DARK} on {_LIGHT}", f"{_LIGHT} on {_DARK}"
_HALVES = {
    (False, False): (" ", _ON_LIGHT),
    (True, True): (" ", _ON_DARK),
    (True, False): ("▀", _ON_LIGHT),
    (False, True): ("▄", _ON_LIGHT),
}


def _in_blanks(rows: Rows) -> Content:
    """A module as two blanks, for terminals that have no half blocks."""
    return Content("\n").join(
        _line([("  ", _ON_DARK if dark else _ON_LIGHT) for dark in row]) for row in rows
    )


def _line(cells: list[tuple[str, str]]) -> Content:
    """Cells that are alike in style are one part."""
    parts: list[tuple[str, str]] = []
    for sign, style in cells:
        if parts and parts[-1][1] == style:
            parts[-1] = (parts[-1][0] + sign, style)
        else:
            parts.append((sign, style))
    return Content.assemble(*parts)
