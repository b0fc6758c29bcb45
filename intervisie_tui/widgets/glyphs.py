"""The shapes of the big digits, drawn from seven segments so that each height comes from one table."""

from functools import cache

HEIGHTS = (3, 7, 9, 11, 14)
_THICK = 2
_DOUBLE = 14
"""The height at which each stroke is twice as thick: for a wall."""

# Top, upper left, upper right, middle, lower left, lower right, bottom.
_SEGMENTS = {
    "0": "tlrLRb",
    "1": "rR",
    "2": "trmLb",
    "3": "trmRb",
    "4": "lrmR",
    "5": "tlmRb",
    "6": "tlmLRb",
    "7": "trR",
    "8": "tlrmLRb",
    "9": "tlrmRb",
}
_THIN = {
    "0": ("┏━┓", "┃ ┃", "┗━┛"),
    "1": ("╺┓ ", " ┃ ", "╺┻╸"),
    "2": ("╺━┓", "┏━┛", "┗━╸"),
    "3": ("╺━┓", " ━┫", "╺━┛"),
    "4": ("╻ ╻", "┗━┫", "  ╹"),
    "5": ("┏━╸", "┗━┓", "╺━┛"),
    "6": ("┏━╸", "┣━┓", "┗━┛"),
    "7": ("╺━┓", "  ┃", "  ╹"),
    "8": ("┏━┓", "┣━┫", "┗━┛"),
    "9": ("┏━┓", "┗━┫", "╺━┛"),
    "+": ("   ", "╺╋╸", "   "),
    "-": ("   ", "╺━╸", "   "),
    ":": (" ", ":", " "),
}
_THIN_ASCII = {
    "0": (" _ ", "| |", "|_|"),
    "1": ("   ", "  |", "  |"),
    "2": (" _ ", " _|", "|_ "),
    "3": (" _ ", " _|", " _|"),
    "4": ("   ", "|_|", "  |"),
    "5": (" _ ", "|_ ", " _|"),
    "6": (" _ ", "|_ ", "|_|"),
    "7": (" _ ", "  |", "  |"),
    "8": (" _ ", "|_|", "|_|"),
    "9": (" _ ", "|_|", " _|"),
    "+": ("   ", "_|_", " | "),
    "-": ("   ", "___", "   "),
    ":": (" ", ".", "."),
}


@cache
def glyph(sign: str, rows: int, block: str = "█", *, slim: bool = False) -> tuple[str, ...]:
    """The rows of one of 0-9, +, - and the colon, all of one width; another sign is blank and narrow.

    `rows` is one of HEIGHTS. From seven rows on it is made of `block` and blanks; at three rows a `block`
    in ASCII chooses signs in ASCII. `slim` digits are two columns narrower, for a clock of many signs.
    """
    if rows == _DOUBLE:
        half = glyph(sign, rows // 2, block, slim=slim)
        return tuple("".join(cell * 2 for cell in row) for row in half for _twice in range(2))
    if rows == 3 and slim and sign == "+":
        return (" ", "+", " ")
    if rows == 3:
        return (_THIN_ASCII if block.isascii() else _THIN).get(sign, (" ",) * 3)
    if sign in _SEGMENTS:
        return _digit(_SEGMENTS[sign], rows, block, rows - 2 * slim)
    middle = rows // 2
    wide = 6 - 2 * slim
    blank, bar = " " * wide, block * wide
    if sign == "-":
        return tuple(bar if row == middle else blank for row in range(rows))
    if sign == "+":
        stem = (block * _THICK).center(wide)
        return tuple(
            bar if row == middle else stem if abs(row - middle) == 1 else blank for row in range(rows)
        )
    dots = (middle - rows // 4, middle + rows // 4) if sign == ":" else ()
    return tuple(block * _THICK if row in dots else " " * _THICK for row in range(rows))


def _digit(segments: str, rows: int, block: str, width: int) -> tuple[str, ...]:
    middle = rows // 2
    bars = {0: "t", middle: "m", rows - 1: "b"}
    lines = []
    for row in range(rows):
        cells = [" "] * width
        # The ends of a bar belong to the strokes above and below it too, so that corners close.
        if (row <= middle and "l" in segments) or (row >= middle and "L" in segments):
            cells[:_THICK] = block * _THICK
        if (row <= middle and "r" in segments) or (row >= middle and "R" in segments):
            cells[-_THICK:] = block * _THICK
        if row in bars and bars[row] in segments:
            cells = list(block * width)
        lines.append("".join(cells))
    return tuple(lines)
