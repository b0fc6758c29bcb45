"""The names that this program gives to its own files, and what the name of a copy tells."""

import re
from collections.abc import Iterable

from intervisie_tui.store.files import BACKUP, FRESH
from intervisie_tui.store.ids import ID, is_id

LIVE, ENDING = "live", ".journal"
SESSIONS, SUFFIX = "sessions", ".json"
SET_ASIDE = "set-aside"
FOLDERS = (LIVE, SESSIONS, SET_ASIDE, "locks")
CATALOGUE, INDEX = "catalogue.json", "index.json"
OLDER = ".schema-"
"""Before the schema of a file's older version, which is kept until the newer one has been read once."""

_BESIDE_JOURNAL = re.compile(
    rf"({ID})\.(?:journal(?:\.schema-\d+)?|beat|doors|serving|secret(?:-[0-9a-f]+)?|(?:draft|alive)-[A-Za-z0-9_-]+)"
    rf"(?:{re.escape(FRESH)})?",
    re.ASCII,
)
_GIVEN_ID = re.compile(r"(?<![A-Za-z0-9])\d{8}-[0-9a-f]{8}(?![A-Za-z0-9])", re.ASCII)
_ON_TOP = re.compile(r"erasing\.json|certificate[a-z-]*\.pem")
_LIST = re.compile(r"catalogue|index", re.IGNORECASE)


def session_beside(name: str) -> str | None:
    """The id of the session that a file in `live` belongs to by its name; None for a name we do not give."""
    found = _BESIDE_JOURNAL.fullmatch(name)
    return found[1] if found else None


def session_closed(name: str) -> str | None:
    """The id of the session that a file in `sessions` is by its name; None for a name we do not give."""
    session = name.removesuffix(SUFFIX)
    return session if session != name and is_id(session) else None


def is_own(path: str) -> bool:
    """Whether a path inside the data folder has a name that we give; what a copy holds is not looked at."""
    folder, _slash, name = path.rpartition("/")
    if folder == LIVE:
        return session_beside(name) is not None
    if folder == SET_ASIDE:
        return is_set_aside(name)
    return session_closed(name) is not None if folder == SESSIONS else True


def is_journal(name: str) -> bool:
    """Whether this is the name of a journal, or of the older version of one."""
    session = session_beside(name)
    return session is not None and name.removeprefix(session).startswith(ENDING)


def is_set_aside(name: str) -> bool:
    """Whether this is a name that we give to the copy of a damaged file."""
    file, _dash, number = name.rpartition("-")
    return number.isdigit() and (is_journal(file) or session_closed(file) is not None or is_list(file))


def is_on_top(name: str) -> bool:
    """Whether this is a name that we give to a file in the top folder."""
    return is_list(name) or _ON_TOP.fullmatch(name) is not None


def session_within(name: str, known: Iterable[str]) -> str | None:
    """The id that stands in the name of a copy: the longest of the known ones, else one of the usual form."""
    whole = [session for session in known if session in name and re.search(_alone(session), name)]
    return max(whole, key=len) if whole else given_id(name)


def given_id(name: str) -> str | None:
    """The first id in a name that has the form in which this program makes them."""
    found = _GIVEN_ID.search(name)
    return found[0] if found else None


def list_within(name: str) -> str | None:
    """The list (catalogue.json or index.json) that a file in the top folder is a copy of by its name; None else."""
    found = _LIST.search(name)
    if found is None or ".json" not in name.lower():
        return None
    return f"{found[0].lower()}.json"


def is_list(name: str) -> bool:
    """Whether this is a name that we give to a list, its mirror, its older version or one that is being written."""
    stem = re.sub(rf"(?:{re.escape(BACKUP)}|{re.escape(OLDER)}\d+)?(?:{re.escape(FRESH)})?$", "", name)
    return stem in (CATALOGUE, INDEX)


def _alone(session: str) -> str:
    return rf"(?<![A-Za-z0-9]){re.escape(session)}(?![A-Za-z0-9])"
