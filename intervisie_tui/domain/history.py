"""History: a session as the fold of its commits, without those that were taken back."""

from collections import deque
from collections.abc import Iterable
from dataclasses import replace

from intervisie_tui.domain.attending import quiet_since
from intervisie_tui.domain.engine import fold
from intervisie_tui.domain.entries import told_anew
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
from intervisie_tui.domain.session import Seat, Session
from intervisie_tui.domain.settling import rested

KEPT = 128
"""Of so many commits it is known what the session was before them: what is taken back is nearly always new."""


class History:
    """All commits of one session in order, and the session that they make."""

    def __init__(self, commits: Iterable[Commit] = ()) -> None:
        self.commits: list[Commit] = []
        self.session = Session()
        self._taken: set[int] = set()
        self._rests: dict[Moment, Moment] = {}
        """From when until when the clock rested although it ran, as somebody said afterwards."""
        self._before: deque[Session] = deque(maxlen=KEPT)
        for commit in commits:
            self.add(commit)

    @property
    def revision(self) -> int:
        """The revision of the last commit, 0 when there is none."""
        return self.commits[-1].revision if self.commits else 0

    def add(self, commit: Commit) -> None:
        """Put the next commit behind the others."""
        self.commits.append(commit)
        changed = {event.revision for event in commit.events if isinstance(event, TakenBack | BroughtBack)}
        for event in commit.events:
            if isinstance(event, TakenBack):
                self._taken.add(event.revision)
            elif isinstance(event, BroughtBack):
                self._taken.discard(event.revision)
        if changed or any(isinstance(event, QuietJudged) for event in commit.events):
            changed |= self._judge_rests()
        self._fold(min(changed, default=len(self.commits)))

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
        return {commit.revision for commit in self.commits for since in differ if span(since, commit.at) > 0}

    def _rested(self, session: Session, commit: Commit) -> Session:
        """The session before a commit, without the quiet time before it where that is left out."""
        since = quiet_since(session, commit.at) if self._rests else None
        if since is None or since not in self._rests:
            return session
        return rested(session, since, self._rests[since])

    def _fold(self, revision: int) -> None:
        """Fold from that commit on, as it counts now: the clock stands as though what is taken back had never happened.

        Where that was long ago, all is folded. Who looks meanwhile finds the session of before.
        """
        place = min(max(revision, 1), len(self.commits)) - 1
        folded = len(self.commits) - 1 - place
        session = self.session
        if folded > len(self._before):
            place, session = 0, Session()
        else:
            for _commit in range(folded):
                session = self._before.pop()
        for commit in self.commits[place:]:
            self._before.append(session)
            if commit.revision not in self._taken:
                session = fold(self._rested(session, commit), commit.events)
            session = self._revised(session, commit)
        self.session = session

    def _revised(self, session: Session, commit: Commit) -> Session:
        """The session after an undo or redo: the actions that it changed are told anew, as after any change."""
        about = {event.revision for event in commit.events if isinstance(event, TakenBack | BroughtBack)}
        ids = {
            event.id
            for revision in about
            for one in self.commits[max(revision - 1, 0) : revision]
            for event in one.events
            if isinstance(event, ActionChanged | ActionMarked)
        }
        return told_anew(session, ids, commit.at) if ids else session

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
