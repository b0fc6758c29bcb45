"""Which names may be ids: an id becomes the name of a file, so that it must never lead out of its folder."""

import re

from intervisie_tui.store.problems import Gone

ID = "[A-Za-z0-9][A-Za-z0-9_-]{0,63}"
"""The pattern of an id, for patterns of names that hold one."""
_ID = re.compile(ID, re.ASCII)


def is_id(name: str) -> bool:
    """Whether this may be the id of a session."""
    return _ID.fullmatch(name) is not None


def checked(name: str) -> str:
    """The name itself; raises Gone where it is no id."""
    if not is_id(name):
        raise Gone("There is no session {session}.", session=name)
    return name
