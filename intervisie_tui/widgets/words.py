"""The house's words for the enums of the contract: kinds of notes, stances, statuses."""

from intervisie_tui.domain.phases import PhaseRun
from intervisie_tui.domain.session import Note, Status
from intervisie_tui.locale import N_, _, language
from intervisie_tui.method import Capture, Floor, Stance, Together

_KIND = {
    Capture.QUESTION: N_("question"),
    Capture.FACT: N_("fact"),
    Capture.HYPOTHESIS: N_("hypothesis"),
    Capture.FEELING: N_("feeling"),
    Capture.ADVICE: N_("advice"),
    Capture.INSIGHT: N_("insight"),
    Capture.ACTION: N_("action"),
}
_KINDS = {
    Capture.QUESTION: N_("Questions"),
    Capture.FACT: N_("Facts"),
    Capture.HYPOTHESIS: N_("Hypotheses"),
    Capture.FEELING: N_("Feelings"),
    Capture.ADVICE: N_("Advice"),
    Capture.INSIGHT: N_("Insights"),
    Capture.ACTION: N_("Actions"),
}
_STANCE = {
    Stance.SPEAKS: N_("{owner} tells."),
    Stance.ANSWERS: N_("{owner} answers."),
    Stance.LISTENS: N_("{owner} listens."),
    Stance.TURNED_AWAY: N_("{owner} is turned away and only listens."),
    Stance.WRITES: N_("{owner} writes."),
    Stance.TAKES_PART: N_("{owner} takes part."),
}
_FLOOR = {
    Floor.OWNER: N_("The case owner has the floor."),
    Floor.FACILITATOR: N_("The facilitator has the floor."),
    Floor.ROUND: N_("In turn."),
    Floor.OPEN: N_("The floor is open."),
    Floor.DIALOGUE: N_("A conversation; everybody may speak."),
    Floor.PEERS: N_("In turn, without the case owner."),
    Floor.PAIRS: N_("Two talk; the others listen."),
    Floor.SILENT: N_("In silence: everybody writes."),
}
_TOGETHER = {
    Together.PAIRS: N_("In pairs."),
    Together.CAROUSEL: N_("In pairs."),
    Together.TRIOS: N_("In threes."),
}
_BRINGS = {
    Together.PAIRS: N_("In each pair {who} brings the case."),
    Together.CAROUSEL: N_("In each pair {who} brings the case."),
    Together.TRIOS: N_("In each trio {who} brings the case."),
}
_PLACES = (N_("the first"), N_("the second"), N_("the third"), N_("the fourth"))
_STATUS = {
    Status.OPEN: N_("open"),
    Status.DOING: N_("doing"),
    Status.DONE: N_("done"),
    Status.CHANGED: N_("changed"),
    Status.DROPPED: N_("dropped"),
}


def kind(of: Capture) -> str:
    """One note of that kind: "question"."""
    return _(_KIND[of])


def about(note: Note, run: PhaseRun | None) -> str:
    """What a note is: the place on the board where it stands, else its kind."""
    cells = run.plan.board.cells if run is not None and run.plan.board is not None else ()
    return next((cell.name.of(language()) for cell in cells if cell.id == note.cell), kind(note.kind))


def kinds(of: Capture) -> str:
    """Notes of that kind as a heading: "Questions"."""
    return _(_KINDS[of])


def stance(of: Stance, owner: str) -> str:
    """What the case owner does: "Anna answers."."""
    return _(_STANCE[of], owner=owner)


def floor(of: Floor) -> str:
    """Who may speak, where nobody in particular has the floor."""
    return _(_FLOOR[of])


def together(of: Together, turn: int | None, *, even: bool) -> str:
    """That all talk in small groups, and who in each of them brings the case, counted from 0.

    Where the groups are not all of the size that they should be, they are no pairs or trios.
    """
    if turn is None:
        return _(_TOGETHER[of]) if even else _("In small groups.")
    if not even:
        return _("In each group {who} brings the case.", who=_(_PLACES[turn % len(_PLACES)]))
    return _(_BRINGS[of], who=_(_PLACES[turn % len(_PLACES)]))


def status(of: Status) -> str:
    """How an action stands."""
    return _(_STATUS[of])


def about_others() -> str:
    """What is said of a question that is about others, with the key that helps on."""
    return _("Whose question is this? It helps as: How can I ...?") + "  " + _("F2: seven steps")
