"""What a guest has written itself, and of what others write in silence how many."""

from textual.app import ComposeResult
from textual.content import Content

from intervisie_tui import spoken
from intervisie_tui.domain.session import Note, Session
from intervisie_tui.locale import _, n_
from intervisie_tui.widgets import words
from intervisie_tui.widgets.folding import folded
from intervisie_tui.widgets.notes import hidden_notes
from intervisie_tui.widgets.pane import Pane, Words, heading, muted
from intervisie_tui.widgets.plain import one_line, plain
from intervisie_tui.widgets.scrolled import Scrolled


class OwnEntries(Pane):
    """The own notes of this phase, what was parked, and the own actions; the newest first."""

    def __init__(self, screen: str, *, id: str) -> None:
        super().__init__(id=id)
        self._of = screen
        self._came: list[str] = []
        """The ids in the order in which they were seen."""

    def compose(self) -> ComposeResult:
        """A heading where there is room for it, one list that scrolls."""
        yield Words(classes="heading")
        yield Scrolled()

    def on_resize(self) -> None:
        """Rows are folded elsewhere."""
        self.paint_if_ready()

    def paint(self) -> None:
        """Show the entries."""
        self.query_one(".heading", Words).show(heading(_("What you wrote")))
        guest = self.session.guest(self._of)
        member = guest.member if guest is not None else None
        entries = own_entries(self.session, member)
        self._came = [entry for entry in self._came if entry in entries]
        self._came += [entry for entry in entries if entry not in self._came]
        shown = [entries[entry] for entry in reversed(self._came)]
        others = count_of_others(of_others(self.session, member))
        shown = [muted(others), *shown] if others else shown
        shown = shown or [muted(_("What you write stands here."))]
        body = self.query_one(Scrolled)
        body.tell(lambda width: Content("\n").join(folded(each, width) for each in shown))


def own_entries(session: Session, member: str | None) -> dict[str, Content]:
    """The words of each entry of that member, by its id."""
    run = session.current
    here = [note for note in session.notes if run is not None and note.phase == run.id]
    found = {note.id: _row(words.about(note, run), plain(note.text)) for note in here if note.by == member}
    found |= {item.id: _row(_("parked"), plain(item.text)) for item in session.parking if item.by == member}
    for action in session.actions:
        if action.owner == member and not action.earlier:
            due = f"  {spoken.day(action.due)}" if action.due else ""
            found[action.id] = _row(_("action"), Content.assemble(plain(action.text), (due, "$text-muted")))
    return found


def of_others(session: Session, member: str | None) -> list[Note]:
    """What others write in silence, which is theirs until the silence ends."""
    return [note for note in hidden_notes(session) if note.by != member]


def count_of_others(notes: list[Note]) -> str:
    """How many others write in silence, in words; nothing where there is none."""
    if not notes:
        return ""
    return n_("{n} written by others, in silence", "{n} written by others, in silence", len(notes))


def _row(kind: str, text: Content) -> Content:
    return Content.assemble(one_line(f"{kind}  ", "$text-muted"), text)
