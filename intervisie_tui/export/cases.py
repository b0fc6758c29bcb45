"""The cases of a session as rows: one for each block of another owner, and one for each small group with its own."""

from intervisie_tui.domain.parting import owners_of
from intervisie_tui.domain.session import Session
from intervisie_tui.export.shape import CaseOfSession


def case_rows(session: Session) -> list[CaseOfSession]:
    """All cases in order; where small groups worked at the same time, those of a block stand together."""
    return [row for index in range(len(session.cases)) for row in _rows(session, index)]


def _rows(session: Session, index: int) -> list[CaseOfSession]:
    case = session.cases[index]
    row: CaseOfSession = {
        "owner": session.name(case.owner) or None,
        "question": case.question,
        "method": case.method,
        "phases": [run.id for run in session.agenda if run.plan.case == index and not run.plan.framed],
    }
    # The method of the first case stands above all of them.
    if index and case.method_name and case.method != session.cases[index - 1].method:
        row["method_name"] = case.method_name.of(session.language)
    owners = owners_of(session, index)
    return [{**row, "owner": session.name(owner) or None} for owner in owners] or [row]
