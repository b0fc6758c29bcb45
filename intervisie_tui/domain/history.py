"""History: a session as the fold of its commits, without those that were taken back."""

from collections.abc import Iterable
from dataclasses import replace

from intervisie_tui.domain.attending import quiet_since
from intervisie_tui.domain.engine import fold_without_entries
from intervisie_tui.domain.entries import Entries
from intervisie_tui.domain.events import (
    ActionChanged,
    ActionMarked,
    BroughtBack,
    Closed,
    Commit,
    QuietJudged,
    Started,
    TakenBack,
)
from intervisie_tui.domain.events_doors import OfGuest, OfLink
from intervisie_tui.domain.moments import Moment, span
from intervisie_tui.domain.pace import Pace
from intervisie_tui.domain.session import Seat, Session
from intervisie_tui.domain.settling import rested

EVERY = 128
"""How many commits lie between two states that are kept: an undo folds from the one before what it takes back."""
_RECENT, _SPARSE = 8, 16
"""The last `_RECENT` kept states all stay; of the older ones every `_SPARSE`th does, so that few are held in memory."""
DEEP = 500
"""Later commits above which an undo may take long enough to be noticed, so that the screen says it is under way."""


class History:
    """All commits of one session in order, and the session that they make.

    The entries are folded apart from the rest, in rows that are changed in place; `session` gets them as tuples once
    all commits are in. So each commit costs the same, whatever the number of entries.
    """

    def __init__(self, commits: Iterable[Commit] = ()) -> None:
        self.commits: list[Commit] = []
        self.session = Session()
        self.pace = Pace()
        """How many commits each screen made, and how fast."""
        self._folded = (Session(), Entries(Session()))
        """The session after the last commit without its entries, and the entries."""
        self._taken: set[int] = set()
        self._rests: dict[Moment, Moment] = {}
        """From when until when the clock rested although it ran, as somebody said afterwards."""
        self._kept: dict[int, tuple[Session, Session]] = {}
        """Before the commits at some places: the session without entries, and one that has only the entries."""
        self.extend(commits)

    @property
    def revision(self) -> int:
        """The revision of the last commit, 0 when there is none."""
        return self.commits[-1].revision if self.commits else 0

    def add(self, commit: Commit) -> None:
        """Put the next commit behind the others."""
        self.extend((commit,))

    def extend(self, commits: Iterable[Commit]) -> None:
        """Put commits behind the others; the session is made once, after the last of them."""
        known = len(self.commits)
        self.commits += commits
        added = self.commits[known:]
        if not added:
            return
        for commit in added:
            self.pace.add(commit)
        events = [event for commit in added for event in commit.events]
        changed = {event.revision for event in events if isinstance(event, TakenBack | BroughtBack)}
        for event in events:
            if isinstance(event, TakenBack):
                self._taken.add(event.revision)
            elif isinstance(event, BroughtBack):
                self._taken.discard(event.revision)
        if changed or any(isinstance(event, QuietJudged) for event in events):
            changed |= self._judge_rests()
        self._fold(min(max(min(changed, default=known + 1), 1) - 1, known), known)

    def _judge_rests(self) -> set[int]:
        """Look anew which quiet times are left out; the revisions before which one came or went."""
        judged = (
            event
            for commit in self.commits
            if commit.revision not in self._taken
            for event in commit.events
            if isinstance(event, QuietJudged) and not event.counts
        )
        before, self._rests = self._rests, {event.since: event.until for event in judged}
        differ = before.keys() ^ self._rests.keys()
        if not differ:
            return set()
        return {commit.revision for commit in self.commits for since in differ if span(since, commit.at) > 0}

    def _rested(self, session: Session, commit: Commit) -> Session:
        """The session before a commit, without the quiet time before it where that is left out."""
        since = quiet_since(session, commit.at) if self._rests else None
        if since is None or since not in self._rests:
            return session
        return rested(session, since, self._rests[since])

    def _fold(self, first: int, known: int) -> None:
        """Fold from the commit at place `first` on; the session so far holds the `known` commits before the new ones.

        The clock then stands as though what is taken back had never happened. Who looks meanwhile finds the session
        of before.
        """
        (rest, entries), place = self._folded, known
        if first < known:
            place = max(kept for kept in self._kept if kept <= first)
            rest, had = self._kept[place]
            entries = Entries(had)
        self._kept = {kept: state for kept, state in self._kept.items() if kept < place}
        for at in range(place, len(self.commits)):
            if at % EVERY == 0:
                self._keep(at, rest, entries)
            commit = self.commits[at]
            if commit.revision not in self._taken:
                rest = fold_without_entries(self._rested(rest, commit), commit.events)
                entries.apply(commit.events)
            self._tell_anew(entries, commit)
        self._folded = (rest, entries)
        self.session = entries.within(rest)

    def _keep(self, place: int, rest: Session, entries: Entries) -> None:
        """Keep the state before the commit at that place, and let go of one that has become old."""
        self._kept[place] = (rest, entries.within(Session(id=entries.session)))
        old = place - _RECENT * EVERY
        if old % (_SPARSE * EVERY):
            self._kept.pop(old, None)

    def _tell_anew(self, entries: Entries, commit: Commit) -> None:
        """Count the actions that an undo or redo changed as changed once more, as after any change."""
        if not isinstance(commit.events[0], TakenBack | BroughtBack):
            return
        about = {event.revision for event in commit.events if isinstance(event, TakenBack | BroughtBack)}
        ids = {
            event.id
            for revision in about
            for one in self.commits[max(revision - 1, 0) : revision]
            for event in one.events
            if isinstance(event, ActionChanged | ActionMarked)
        }
        entries.told_anew(ids, commit.at)

    def later_than(self, revision: int) -> int:
        """How many commits came after that revision."""
        return len(self.commits) - revision

    def taken_back(self, revision: int) -> bool:
        """Whether the commit of that revision counts as never made."""
        return revision in self._taken

    def undoable(self) -> Commit | None:
        """The last commit of a timekeeper that can be taken back."""
        if self.session.closed is not None:
            return None
        for commit in reversed(self.commits):
            if commit.revision not in self._taken and _of_timekeeper(commit):
                return commit
        return None

    def redoable(self) -> Commit | None:
        """The commit that was taken back last, unless a timekeeper has done something new since."""
        for commit in reversed(self.commits):
            for event in commit.events:
                if isinstance(event, TakenBack) and event.revision in self._taken:
                    return self.commits[event.revision - 1]
            if _of_timekeeper(commit):
                return None
        return None


def _of_timekeeper(commit: Commit) -> bool:
    """Whether a timekeeper did something here that is no undo, redo, beginning or end, and not at the doors."""
    kinds = (TakenBack, BroughtBack, Started, Closed, OfGuest, OfLink)
    return commit.seat is Seat.TIMEKEEPER and not isinstance(commit.events[0], kinds)


def shifted(commit: Commit, first: int, moved: int) -> Commit:
    """A commit that gets a later place: what it takes or brings back of revisions from `first` on moves along."""
    events = tuple(
        replace(event, revision=event.revision + moved)
        if isinstance(event, TakenBack | BroughtBack) and event.revision >= first
        else event
        for event in commit.events
    )
    return replace(commit, events=events)
