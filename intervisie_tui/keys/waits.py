"""How long the beginning of a sequence waits for its rest: longer over SSH, where bytes come apart."""

from collections.abc import Mapping

NEAR = 0.2
"""Seconds after an Esc; what comes 150 ms later is one key with it, also on a busy machine."""
FAR = 0.32
"""The same over SSH, for 300 ms; with the painting a lone Esc still closes a line within 0.4 s."""
LONGEST = 2.0
"""The most seconds that ESCDELAY may ask for."""

_SSH = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")


def escape_wait(environ: Mapping[str, str]) -> float:
    """Seconds to wait after an Esc: by the line, or longer if ESCDELAY (in milliseconds) says so."""
    least = FAR if any(environ.get(name) for name in _SSH) else NEAR
    asked = environ.get("ESCDELAY", "").strip()
    wished = int(asked) / 1000 if asked.isascii() and asked.isdecimal() and len(asked) < 8 else 0.0
    return min(max(least, wished), LONGEST)
