"""The sessions and groups of one store, for the screens and the command line."""

import asyncio
import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from intervisie_tui import clock, paths
from intervisie_tui.domain import commands as c
from intervisie_tui.domain import group as g
from intervisie_tui.domain.history import History
from intervisie_tui.domain.moments import Moment, span
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.domain.session import Clock, Keep, Seat, Session
from intervisie_tui.live import Live
from intervisie_tui.settings import Config, Settings, read_settings
from intervisie_tui.store.beat import Beat
from intervisie_tui.store.commits import Header
from intervisie_tui.store.doors import Doors, Doorway, token
from intervisie_tui.store.erase import Erased
from intervisie_tui.store.problems import Gone, Newer, NotSaved, StoreError
from intervisie_tui.store.rows import Row
from intervisie_tui.store.store import Store
from intervisie_tui.troubles import told
from intervisie_tui.unfinished import LiveRow, row_of

if TYPE_CHECKING:
    from intervisie_tui.registry.known import Methods
    from intervisie_tui.registry.library import Library

T = TypeVar("T")

_HIDDEN = "hidden"
LONG_GAP = 600.0
"""Seconds without any live screen after which opening asks whether they count."""


class Rooms:
    """What one data folder and one config folder hold. What takes time runs beside the loop."""

    def __init__(self, store: Store, config: Config, methods_folder: Path, now: Callable[[], Moment]) -> None:
        self.store = store
        self.config = config
        self._methods_folder = methods_folder
        self._now = now

    @classmethod
    def at(cls, data_dir: str | Path | None = None, now: Callable[[], Moment] = clock.now) -> "Rooms":
        """Open the data folder that is asked for, else the usual one; raises UnsafeFolder, StoreError."""
        data = paths.private_dir(paths.data_dir(data_dir))
        paths.refuse_network(data)
        config_folder = paths.private_dir(paths.config_dir())
        return cls(Store.open(data, now=now), read_settings(config_folder), config_folder / "methods", now)

    def now(self) -> Moment:
        """The moment of now, by the clock that this store goes by."""
        return self._now()

    @property
    def settings(self) -> Settings:
        """What the user set."""
        return self.config.settings

    @cached_property
    def methods(self) -> "Methods":
        """The methods, with the user's own as soon as they have been judged."""
        from intervisie_tui.registry.known import Methods

        return Methods(self._methods_folder)

    @property
    def library(self) -> "Library":
        """The methods that are known now; never waits for a module of the user's own."""
        return self.methods.library

    @property
    def problems(self) -> tuple[str, ...]:
        """What is known to be wrong with the store, the settings and the methods, a sentence each."""
        return (
            *map(told, self.store.problems),
            *(problem.sentence() for problem in self.config.problems),
            *(problem.sentence() for problem in self.library.problems),
        )

    async def unfinished(self) -> tuple[LiveRow, ...]:
        """The sessions that have not been closed, the last written to first."""
        return await asyncio.to_thread(self.unfinished_now)

    def unfinished_now(self) -> tuple[LiveRow, ...]:
        """As `unfinished`, for the command line. A close that was cut off is completed."""
        rows = []
        for session_id, header in self.store.live():
            session = self.folded(session_id)
            if session is None or not session.id:
                continue
            if session.closed is not None:
                self._close_again(session, header, session.closed)
                continue
            rows.append(row_of(session, header))
        return tuple(rows)

    def _close_again(self, session: Session, header: Header, keep: Keep) -> None:
        """Complete a close that was cut off; what stands in the way leaves it for another time."""
        try:
            self._archive(session, header, keep)
        except NotSaved:
            # The disk refuses; that is told where something is to be saved.
            pass
        except StoreError as error:
            self.store.note(error)

    def folded(self, session_id: str) -> Session | None:
        """A live session as it stands; None when it cannot be read."""
        try:
            return History(self.store.journal(session_id).read(0).commits).session
        except Newer as newer:
            self.store.note(newer)
        except StoreError:
            pass
        return None

    async def groups(self) -> "tuple[g.Group, ...]":
        """All groups, by name."""
        found = await asyncio.to_thread(self._read, self.store.catalogue.groups(g.Group).all, ())
        return tuple(sorted(found, key=lambda group: group.name.casefold()))

    def _read(self, read: Callable[[], T], otherwise: T) -> T:
        """What a list holds; where its file cannot be read, that becomes a problem and the rest works."""
        try:
            return read()
        except StoreError as error:
            self.store.note(error)
            return otherwise

    async def save_group(self, group: "g.Group") -> None:
        """Keep a group; raises NotSaved."""
        await asyncio.to_thread(self.store.catalogue.groups(g.Group).put, group)

    async def delete_group(self, group_id: str) -> Erased:
        """Erase a group and its sessions; raises NotSaved."""
        return await asyncio.to_thread(self.store.wipe_group, group_id)

    async def archive(self, newest: int = 50, *, hidden: bool = False) -> tuple[Row, ...]:
        """So many closed sessions, the newest first; those that are hidden too where that is asked."""
        return await asyncio.to_thread(self._archived, newest, hidden)

    def _archived(self, newest: int, hidden: bool) -> tuple[Row, ...]:
        gone: frozenset[str] = frozenset() if hidden else self._read(self._hidden, frozenset())
        rows = self._read(lambda: self.store.catalogue.rows.latest(newest + len(gone)), tuple[Row, ...]())
        return tuple(row for row in rows if row.id not in gone)[:newest]

    async def hidden(self) -> frozenset[str]:
        """The ids of the closed sessions that are hidden from the lists."""
        return await asyncio.to_thread(self._read, self._hidden, frozenset())

    def _hidden(self) -> frozenset[str]:
        return frozenset((self.store.catalogue.setting(_HIDDEN) or "").split())

    async def hide(self, session_id: str, hidden: bool = True) -> None:
        """Take a closed session out of the lists, or show it there again; nothing is erased. Raises NotSaved."""
        await asyncio.to_thread(self._hide, session_id, hidden)

    def _hide(self, session_id: str, hidden: bool) -> None:
        with self.store.held():
            found = self._hidden() - {session_id} | ({session_id} if hidden else set())
            self.store.catalogue.set(_HIDDEN, " ".join(sorted(found)))

    async def record(self, session_id: str) -> Mapping[str, Any]:
        """What is kept of a closed session; raises Gone."""
        return await asyncio.to_thread(self.store.archive.read, session_id)

    async def start(self, command: "c.Start") -> Live:
        """Set up a new session and open it; raises NotSaved, or ValueError with the Refusal of the command."""
        from intervisie_tui.domain.evaluation import closing, not_asking

        asks, agenda = self.settings.process_help, command.agenda
        agenda = closing(agenda, command.number or 1) if asks else not_asking(agenda)
        command = replace(command, agenda=agenda)
        journal = await asyncio.to_thread(self.store.create, command.id, speed=command.speed)
        live = Live(journal, *self._held(command.id, Seat.TIMEKEEPER))
        refusal = await live.do(command)
        if refusal is not None:
            await asyncio.to_thread(self.store.wipe_session, command.id)
            raise ValueError(refusal)
        return live

    async def open(self, session_id: str, seat: Seat = Seat.TIMEKEEPER, screen: str | None = None) -> Live:
        """A hold on a live session, for a guest under the guest's id; raises Gone, Broken, Newer, NotSaved."""
        live = await asyncio.to_thread(self._open, session_id, seat, screen)
        live.gap_began = self._gap_began(live)
        live.gap = span(live.gap_began, self._now()) if live.gap_began is not None else None
        return live

    def _open(self, session_id: str, seat: Seat, screen: str | None) -> Live:
        live = Live(self.store.journal(session_id), *self._held(session_id, seat, screen))
        if live.session.closed is not None:
            self._archive(live.session, self.store.journal(session_id).header, live.session.closed)
            raise Gone("The session {session} has been closed.", session=session_id)
        return live

    def _held(self, session_id: str, seat: Seat, screen: str | None = None) -> tuple[Any, ...]:
        name = screen or os.urandom(4).hex()
        beat = Beat(self.store.live_folder, session_id)
        drafts = self.store.drafts(session_id, name, guest=screen is not None)
        doors = self.store.doorway(session_id).said
        return drafts, beat, self._now, seat, name, doors, self.settings.most_entries

    def _gap_began(self, live: Live) -> Moment | None:
        session, last = live.session, live.last
        if session.clock is not Clock.RUNNING or session.rehearsal or last is None:
            return None
        # By the boot clock where it can be: a calendar that was set forward is no gap.
        now = self._now()
        seen = min((last.at, live.beat.last() or last.at), key=lambda at: span(at, now))
        return seen if span(seen, now) > LONG_GAP else None

    def doorway(self, session_id: str) -> Doorway:
        """The door of a session, for its server; raises Gone where the id is no id."""
        return self.store.doorway(session_id)

    def doors(self, session_id: str) -> Doors | None:
        """What the server of a session says: where it is and who is in; None where there is none."""
        return self.store.doorway(session_id).said()

    def links(self, session_id: str) -> dict[Seat, str]:
        """The links into a session that is served, of the seats that are open; raises NotSaved."""
        doors, session = self.doors(session_id), self.folded(session_id)
        if doors is None or session is None:
            return {}
        secret = self.store.doorway(session_id).secret()
        return {
            link.seat: f"{doors.url}/join/{token(secret, session_id, link.seat, link.turn)}"
            for link in session.links
            if link.open
        }

    async def close(self, live: Live, keep: Keep) -> Refusal | None:
        """Keep all of a finished session, or only its actions and times; the rest is erased. Raises NotSaved.

        None when it is done, else why it cannot be.
        """
        refusal = await live.do(c.Close(keep))
        if refusal is not None:
            return refusal
        await live.stop()
        header = self.store.journal(live.session.id).header
        await asyncio.to_thread(self._archive, live.session, header, keep)
        return None

    async def copies(self, session_id: str) -> tuple[str, ...]:
        """The names of strange files that are copies of a session; they lie in the data folder and are left alone."""
        lying = await asyncio.to_thread(self.store.contents, (session_id,))
        return tuple(file.shown for file in lying.copies((session_id,)))

    def _archive(self, session: Session, header: Header, keep: Keep) -> None:
        from intervisie_tui.export.record import only_actions, record

        made = record(session, header.in_session(self._now()))
        kept = made if keep is Keep.ALL else only_actions(made)
        # Read and written under one lock: two sessions of a group may be closed at once.
        with self.store.held():
            group = self._group_after(session)
            kept["group_id"] = group.id if group else None
            self.store.archive.close(kept, keep_all=keep is Keep.ALL, group=group)

    def _group_after(self, session: Session) -> "g.Group | None":
        """The group with what this session leaves it: its actions, roles and method."""
        if session.group is None:
            return None
        group = self.store.catalogue.groups(g.Group).get(session.group)
        if group is None:
            return None
        ended = session.finished_at or session.created_at
        day = datetime.fromtimestamp(ended.utc).astimezone().date() if ended else None
        return g.after_session(group, session, day.isoformat()) if day else group

    async def wipe(self, session_id: str) -> Erased:
        """Erase one session from every file; raises Gone, NotSaved."""
        if session_id in await self.hidden():
            await self.hide(session_id, False)
        return await asyncio.to_thread(self.store.wipe_session, session_id)

    def any_record(self, session_id: str | None = None) -> dict[str, Any]:
        """The export record of a session, live or closed; without an id of the last written to. Raises Gone."""
        from intervisie_tui.export.record import record

        live = self.store.live()
        rows = () if session_id else self.store.catalogue.rows.latest(1)
        wanted = session_id or (live[0][0] if live else rows[0].id if rows else "")
        header = dict(live).get(wanted)
        session = self.folded(wanted) if header else None
        if header is not None and session is not None and session.id:
            return record(session, header.in_session(self._now()))
        if not wanted:
            raise Gone("There is no session yet.")
        return self.store.archive.read(wanted)
