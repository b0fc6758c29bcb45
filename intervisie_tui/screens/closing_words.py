"""How the closing screen says what there is and what would go."""

from datetime import date

from textual.content import Content

from intervisie_tui import spoken
from intervisie_tui.domain import timing
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.session import Action, Session
from intervisie_tui.locale import _, language, n_
from intervisie_tui.widgets import words
from intervisie_tui.widgets.plain import one_line, plain
from intervisie_tui.widgets.signs import signs


def incomplete(session: Session) -> tuple[Action, ...]:
    """The actions without an owner or a date."""
    return tuple(each for each in session.actions if each.owner is None or each.due is None)


def action_row(action: Action, session: Session, today: date) -> Content:
    """An action with who and when, or what is missing of them."""
    owner = one_line(session.name(action.owner), "bold") if action.owner else one_line(_("who?"), "$warning")
    due = (
        one_line(spoken.in_days(action.due, today), "$text-muted")
        if action.due
        else one_line(_("when?"), "$warning")
    )
    # When before what: a narrow list cuts the end.
    return Content.assemble(owner, "  ", due, "  ", one_line(action.text))


def captured_words(session: Session, now: Moment) -> Content:
    """Counts, then the notes by phase, then what was parked."""
    counted = (
        (len(session.notes), n_("{n} note", "{n} notes", len(session.notes))),
        (len(session.parking), n_("{n} thing parked", "{n} things parked", len(session.parking))),
        (len(session.actions), n_("{n} action", "{n} actions", len(session.actions))),
        (1, spoken.lasting(timing.session_elapsed(session, now))),
    )
    # Each count stays on one line.
    counts = f" {signs().dot} ".join(words.replace(" ", "\xa0") for count, words in counted if count)
    parts = [one_line(counts, "$text-muted"), *_cases(session), *_notes(session)]
    if len(parts) == 1 and not session.parking:
        parts.append(one_line(_("Nothing was written down, and that is fine.")))
    if session.parking:
        lines = [plain(each.text, "$text-muted" if each.taken else "") for each in session.parking]
        parts.append(_pile(_("Parking lot"), lines))
    return Content("\n\n").join(parts)


def _cases(session: Session) -> list[Content]:
    return [
        _pile(session.name(case.owner) or _("The case"), [plain(case.question)])
        for case in session.cases
        if case.question
    ]


def _notes(session: Session) -> list[Content]:
    piles = []
    for run in session.agenda:
        rows = [note for note in session.notes if note.phase == run.id]
        lines = [
            Content.assemble(one_line(f"{words.about(note, run)}  ", "$text-muted"), plain(note.text))
            for note in rows
        ]
        if lines:
            piles.append(_pile(run.plan.name.of(language()), lines))
    return piles


def _pile(name: str, lines: list[Content]) -> Content:
    return Content("\n").join([one_line(name, "bold $accent"), *lines])


def entries_to_go(session: Session) -> str:
    """How much goes when only actions and times are kept."""
    questions = sum(bool(case.question) for case in session.cases)
    going = len(session.notes) + len(session.parking) + questions
    if not going:
        return _("Nothing was written down that could go.")
    return n_(
        "{n} entry goes: notes, questions and what was parked. There is no way back.",
        "{n} entries go: notes, questions and what was parked. There is no way back.",
        going,
    )
