"""User text in Markdown: it renders as typed, and never as markup."""

import re

from intervisie_tui.domain.printable import readable

# What means something anywhere in a line, in CommonMark or in GitHub's extensions of it.
_ANYWHERE = re.compile(r"[\\`*_\[\]<>#|~$@]|&(?=[#A-Za-z])|:(?=/)|(?<=\w)\.(?=[^\W\d])|(?<=/)/")
# What means something at the beginning of a line only: lists, numbers, rules under headings.
_OPENING = re.compile(r"^(?:([-+=:])|(\d{1,9})([.)]))")


def markdown(text: str) -> str:
    """The text on one line as Markdown that shows it as typed: never a heading, link, list or HTML."""
    escaped = _ANYWHERE.sub(lambda found: f"\\{found[0]}", readable(text))
    return _OPENING.sub(_opened, escaped)


def _opened(found: re.Match[str]) -> str:
    sign, number, stop = found.groups()
    return f"\\{sign}" if sign else f"{number}\\{stop}"
