"""Which names may be ids: an id becomes the name of a file, so that it must never lead out of its folder."""

import re

from intervisie_tui.store.problems import Gone

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}", re.ASCII)


def checked(name: str) -> str:
    """The name itself; raises Gone where it is no id."""
    if not _ID.fullmatch(name):
        raise Gone("There is no session {session}.", session=name)
    return name
