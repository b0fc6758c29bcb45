"""What could be wrong with this set-up, each as a finding: terminal, folders, settings, methods."""

import os
import platform
import shutil
import stat
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from intervisie_tui import __version__, paths, system
from intervisie_tui.locale import _, language, tell

if TYPE_CHECKING:
    from intervisie_tui.store.store import Store

SMALLEST = (80, 24)
LIBRARIES = ("textual", "textual-serve", "tinydb", "humanize", "platformdirs", "filelock", "watchfiles")


class Grade(StrEnum):
    """How bad a finding is: right, to know, or in the way."""

    RIGHT = "right"
    NOTE = "note"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that was looked at, what was found, and a hint where it could be better."""

    about: str
    grade: Grade
    found: str
    hint: str = ""


def findings(data_dir: str | None, environ: Mapping[str, str] = os.environ) -> tuple[Finding, ...]:
    """All that was looked at, in the language of the moment; raises nothing that a set-up can cause."""
    return (*_terminal(environ), *_folders(data_dir), *_own_things(), *_versions())


def _terminal(environ: Mapping[str, str]) -> Iterator[Finding]:
    columns, rows = shutil.get_terminal_size((0, 0))
    if not sys.stdout.isatty():
        yield Finding("terminal", Grade.NOTE, _("no terminal here"), _("A screen needs a terminal window"))
    elif columns < SMALLEST[0] or rows < SMALLEST[1]:
        hint = _("Make the window larger, or its letters smaller: 80x24 at least, 120x34 is better")
        yield Finding("terminal", Grade.NOTE, f"{columns}x{rows}", hint)
    else:
        yield Finding("terminal", Grade.RIGHT, f"{columns}x{rows}")
    term = environ.get("TERM", "")
    if environ.get("COLORTERM", "") in {"truecolor", "24bit"}:
        yield Finding("colours", Grade.RIGHT, _("all colours"))
    elif "256" in term:
        yield Finding("colours", Grade.RIGHT, _("256 colours"))
    else:
        hint = _("Signs and words say the same; for colours set TERM=xterm-256color")
        yield Finding("colours", Grade.NOTE, term or _("unknown"), hint)
    encoding = sys.stdout.encoding or ""
    if encoding.lower().replace("-", "") == "utf8":
        found = _("{encoding}, language {language}", encoding=encoding, language=language())
        yield Finding("locale", Grade.RIGHT, found, _("If boxes or blocks look broken, choose another font"))
    else:
        yield Finding("locale", Grade.NOTE, encoding, _("Set LANG to a UTF-8 locale, such as nl_NL.UTF-8"))


def _folders(data_dir: str | None) -> Iterator[Finding]:
    for about, path in (("data folder", paths.data_dir(data_dir)), ("config folder", paths.config_dir())):
        try:
            found = paths.private_dir(path)
        except paths.UnsafeFolder as unsafe:
            yield Finding(about, Grade.WRONG, unsafe.message, unsafe.hint)
            continue
        yield Finding(about, Grade.RIGHT, f"{found} ({stat.S_IMODE(found.stat().st_mode):04o})")
        if about == "data folder":
            yield _filesystem(found)
            yield from _stored(found)


def _filesystem(path: Path) -> Finding:
    kind = system.filesystem(path)
    try:
        paths.refuse_network(path)
    except paths.UnsafeFolder as unsafe:
        return Finding("file system", Grade.WRONG, unsafe.message, unsafe.hint)
    return Finding("file system", Grade.RIGHT, kind or _("unknown"))


def _stored(folder: Path) -> Iterator[Finding]:
    from intervisie_tui import clock
    from intervisie_tui.store.problems import StoreError
    from intervisie_tui.store.store import Store
    from intervisie_tui.store.strange import Strange
    from intervisie_tui.troubles import told

    try:
        store = Store.open(folder, now=clock.now)
        for session, _header in store.live():
            _read_whole(store, session)
        lying = store.contents()
        live, closed = len(lying.live), len(lying.closed)
        store.catalogue.group_documents()
        store.catalogue.rows.all()
    except StoreError as error:
        yield Finding("store", Grade.WRONG, str(error), _("Look at the rights of what is in the folder"))
        return
    found = _("{live} unfinished, {closed} closed", live=live, closed=closed)
    yield Finding("store", Grade.RIGHT, found)
    for problem in store.problems:
        strange = isinstance(problem, Strange)
        hint = (
            tell(*problem.mend)
            if isinstance(problem, Strange)
            else _("All else works; the file was left as it is")
        )
        yield Finding("store", Grade.NOTE if strange else Grade.WRONG, told(problem), hint)


def _read_whole(store: "Store", session: str) -> None:
    """Read a journal to its end: what is wrong with it becomes a problem of the store."""
    from intervisie_tui.store.problems import StoreError

    try:
        store.journal(session).read(0)
    except StoreError as error:
        store.note(error)


def _own_things() -> Iterator[Finding]:
    from intervisie_tui.actions import DEFAULT_KEYS
    from intervisie_tui.keymap import check_keys
    from intervisie_tui.registry import load
    from intervisie_tui.settings import read_settings

    config = read_settings(paths.config_dir())
    keymap = check_keys(config.settings.keys, DEFAULT_KEYS)
    for misset in config.problems:
        where = _("line {line}: ", line=misset.line) if misset.line else ""
        yield Finding("settings", Grade.WRONG, f"{where}{misset.message}", misset.hint)
    for problem in keymap.problems:
        hint = "" if "intervisie keys" in problem else _("`intervisie keys` lists them")
        yield Finding("keys", Grade.WRONG, problem, hint)
    if not config.problems and not keymap.problems:
        yield Finding("settings", Grade.RIGHT, _("as they should be"))
    library = load(paths.config_dir() / "methods")
    for each in library.problems:
        place = f"{each.file}:{each.line}" if each.line else each.file
        yield Finding("methods", Grade.WRONG, f"{place}: {each.message}", each.mend)
    yield Finding("methods", Grade.RIGHT, ", ".join(library.methods))


def _versions() -> Iterator[Finding]:
    yield Finding("intervisie", Grade.RIGHT, __version__)
    yield Finding("python", Grade.RIGHT, f"{platform.python_version()} ({platform.system()})")
    for name in LIBRARIES:
        try:
            yield Finding(name, Grade.RIGHT, version(name))
        except PackageNotFoundError:
            hint = _("Install intervisie-tui again")
            yield Finding(name, Grade.WRONG, _("is not installed"), hint)
