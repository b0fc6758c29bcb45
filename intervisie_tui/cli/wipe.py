"""`intervisie wipe`: erases for good."""

import sys
from argparse import Namespace
from collections.abc import Callable

from intervisie_tui.cli.talk import DONE, FAILED, MISUSED, Stop, listed, say, short
from intervisie_tui.domain.group import Group
from intervisie_tui.domain.printable import printable
from intervisie_tui.locale import _, n_
from intervisie_tui.rooms import Rooms
from intervisie_tui.store.erase import Erased
from intervisie_tui.store.problems import Gone


def wipe(asked: Namespace) -> int:
    """Ask, erase, and list what went; 1 when the answer is no."""
    if asked.session is not None and not asked.session.strip():
        raise Stop(
            _("The id of the session is empty"), _("`intervisie sessions` lists what there is"), MISUSED
        )
    rooms = Rooms.at(asked.data_dir)
    question, erase = _meant(asked, rooms)
    if not asked.yes and not _sure(question):
        say(_("Nothing was erased."))
        return FAILED
    _tell(erase())
    return DONE


def _meant(asked: Namespace, rooms: Rooms) -> tuple[str, Callable[[], Erased]]:
    store = rooms.store
    if asked.all:
        return _("Erase everything: all sessions and all groups?"), store.wipe_all
    if asked.group is not None:
        group = _group(rooms, asked.group)
        question = _("Erase the group {name} and all its sessions?", name=printable(group.name))
        return question, lambda: store.wipe_group(group.id)
    session = asked.session
    lying = store.contents((session,))
    copies = [file.shown for file in lying.copies((session,)) if file.regular]
    # What is too damaged to be listed can still be erased, and so can a copy that has the name of a session.
    if not copies and session not in {*store.archive.ids(), *store.journals()}:
        raise Gone("There is no session {session}.", session=short(session))
    if copies:
        question = _(
            "Erase the session {session} and its copies ({files})?",
            session=printable(session),
            files=listed(copies),
        )
        return question, lambda: store.wipe_session(session)
    return _("Erase the session {session}?", session=printable(session)), lambda: store.wipe_session(session)


def _group(rooms: Rooms, name: str) -> Group:
    groups = rooms.store.catalogue.groups(Group).all()
    wanted = name.strip().casefold()
    found = [group for group in groups if wanted in (group.name.casefold(), group.id.casefold())]
    if len(found) == 1:
        return found[0]
    if found:
        ids = listed(group.id for group in found)
        raise Stop(
            _("Several groups are called {name}", name=short(name)), _("Name one by its id: {ids}", ids=ids)
        )
    names = listed(group.name for group in groups)
    hint = _("There are: {names}", names=names) if names else _("There is no group yet")
    raise Stop(_("There is no group {name}", name=short(name)), hint)


def _sure(question: str) -> bool:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise Stop(
            _("Erasing cannot be undone, and here nobody can be asked"),
            _("Add --yes when you are sure"),
            MISUSED,
        )
    print(question, _("This cannot be undone. Type yes:"), end=" ", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in {"yes", _("yes")}


def _tell(erased: Erased) -> None:
    if not (erased.sessions or erased.groups or erased.files or erased.left):
        say(_("There was nothing to erase."))
        return
    say(_("Erased:"))
    counted = (
        n_("{n} session", "{n} sessions", len(erased.sessions)),
        n_("{n} group", "{n} groups", len(erased.groups)),
        n_("{n} file", "{n} files", len(erased.files)),
    )
    say(f"  {', '.join(counted)}")
    say(*(f"  {printable(name)}" for name in (*erased.sessions, *erased.files)))
    if erased.left:
        say(_("Not erased; these are no files of this program and may still hold some of it:"))
        say(*(f"  {printable(name)}" for name in erased.left))
