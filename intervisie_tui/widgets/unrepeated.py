"""What is sent to a terminal without what it knows already: less over a slow line, and the same picture."""

import re

WHOLE = 8192
"""So long is a whole picture: they are few, and looking through one would cost more than it spares."""
_RESET = "\x1b[0m"
_PEN = re.compile(r"(\x1b\[[\d;]*m)")
_MOVES = re.compile(r"(?:\x1b\[\d+;\d+H|\n)*")
_MOVED_AGAIN = re.compile(r"(?:\x1b\[\d+;\d+H|\n)+(?=\x1b\[\d+;\d+H)")


def unrepeated(drawn: str) -> str:
    """The same picture, without pens that are in hand already and without moves to where nothing is drawn.

    It holds for what Textual draws: each piece takes its whole pen and then puts it down, and no line ends below the
    last row. Each picture stands by itself: who comes late sees the next one as everybody does.
    """
    if len(drawn) > WHOLE:
        return drawn
    said: list[str] = []
    pen, gap = "", ""
    down = False
    for place, part in enumerate(_PEN.split(_MOVED_AGAIN.sub("", drawn))):
        if part == _RESET:
            down = True
        elif down and not place % 2 and _MOVES.fullmatch(part):
            gap += part
        else:
            again = down and part == pen
            said += [gap] if again else [_RESET, gap, part] if down else [part]
            if place % 2 and not again:
                pen = part if down else pen + part
            elif down and not again:
                pen = ""
            down, gap = False, ""
    return "".join([*said, _RESET, gap] if down else said)
