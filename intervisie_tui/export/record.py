"""A session as the dict that every export is made from."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from intervisie_tui.domain import boards
from intervisie_tui.domain.attending import attendance
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.phases import PhaseRun
from intervisie_tui.domain.session import Member, Note, Session
from intervisie_tui.domain.speaking import talk_now
from intervisie_tui.domain.timing import phase_seconds
from intervisie_tui.export.cases import case_rows
from intervisie_tui.export.shape import (
    SCHEMA,
    ActionRow,
    AttendedRow,
    MemberRow,
    NoteRow,
    PhaseRow,
    Record,
    SpeakingRow,
)
from intervisie_tui.export.staying import GONE, Decision, Keeps, only_decided


def record(session: Session, now: Moment) -> dict[str, object]:
    """The session up to now as the contract of schema 1 has it; see `shape.Record`."""
    first, cases = session.cases[0], case_rows(session)
    method_name = first.method_name.of(session.language) if first.method_name else None
    made: Record = {
        "schema": SCHEMA,
        "id": session.id,
        "group": session.group_name or None,
        "language": session.language,
        "rehearsal": session.rehearsal,
        "method": {"id": first.method, "name": method_name},
        "started_at": _iso(session.started_at),
        "ended_at": _iso(session.finished_at),
        "ground_rules": [rule.of(session.language) for rule in session.ground_rules],
        "members": [_member(session, member, now) for member in session.members],
        "case": {"owner": cases[0]["owner"], "question": first.question},
        "phases": _phases(session, now),
        "speaking": [_speaking(session, member, now) for member in session.members],
        "notes": [_note(session, note) for note in session.notes],
        "parking": [
            {"text": parked.text, "state": "taken" if parked.taken else "parked"}
            for parked in session.parking
        ],
        "actions": _actions(session),
        "cases": cases,
        "current": session.current.id if session.current else None,
        "clock": session.clock.value,
    }
    return dict(made)


def only_actions(record: Mapping[str, object]) -> dict[str, Any]:
    """What stays when a group keeps only actions and times; `staying.DECIDED` says of each key whether it does."""
    return only_decided(record, _kept)


def _kept(decision: Decision, value: object) -> object:
    match decision.keeps:
        case Keeps.STAYS:
            return value
        case Keeps.EMPTIED:
            return ""
        case Keeps.GOES:
            return GONE


def _iso(moment: Moment | None) -> str | None:
    if moment is None:
        return None
    return datetime.fromtimestamp(moment.utc, UTC).astimezone().isoformat(timespec="seconds")


def _utc(seconds: float) -> str | None:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds") if seconds else None


def _name(session: Session, member_id: str | None) -> str | None:
    member = session.member(member_id)
    return member.name if member else None


def _member(session: Session, member: Member, now: Moment) -> MemberRow:
    roles = [role.value for role, holder in session.roles if holder == member.id]
    return {
        "name": member.name,
        "roles": roles,
        "present": member.present,
        "attended": _attended(session, member, now),
    }


def _attended(session: Session, member: Member, now: Moment) -> AttendedRow:
    found = attendance(session, member.id, now)
    return {
        "seconds": round(found.seconds),
        "unsure_seconds": round(found.unsure),
        "spans": [{"since": _iso(since) or "", "until": _iso(until) or ""} for since, until in found.spans],
    }


def _phases(session: Session, now: Moment) -> list[PhaseRow]:
    return [_phase(session, run, now) for run in session.agenda]


def _phase(session: Session, run: PhaseRun, now: Moment) -> PhaseRow:
    row: PhaseRow = {
        "id": run.id,
        "name": run.plan.name.of(session.language),
        "origin": "frame" if run.plan.framed else "method",
        "planned_seconds": round(run.seconds),
        "actual_seconds": round(phase_seconds(run, session, now)),
    }
    board = run.plan.board
    if board is not None:
        row["board"] = {
            "id": boards.shared(session, run)[0].id,
            "form": board.form.value,
            "cells": [cell.name.of(session.language) for cell in board.cells],
        }
    return row


def _speaking(session: Session, member: Member, now: Moment) -> SpeakingRow:
    talk = talk_now(session, member.id, now)
    return {"member": member.name, "seconds": round(talk.seconds), "turns": talk.turns}


def _note(session: Session, note: Note) -> NoteRow:
    row: NoteRow = {
        "phase": note.phase,
        "kind": note.kind.value,
        "text": note.text,
        "by": _name(session, note.by),
    }
    if note.dots:
        row["dots"] = note.dots
    made_in = session.phase(note.phase)
    # One that was written down before there was a board may have got a place on it.
    run = boards.board_of(session, note) or made_in
    if run and run.plan.board:
        names = {cell.id: cell.name.of(session.language) for cell in run.plan.board.cells}
        row["cell"] = names.get(note.cell) if note.cell else None
        if row["cell"] is not None:
            row["board"] = boards.shared(session, run)[0].id
    return row


def _actions(session: Session) -> list[ActionRow]:
    return [
        {
            "id": action.id,
            "text": action.text,
            "owner": _name(session, action.owner),
            "due": action.due.isoformat() if action.due else None,
            "status": action.status.value,
            "revision": action.revision,
            "changed": _utc(action.changed),
        }
        for action in session.actions
    ]
