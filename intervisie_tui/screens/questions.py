"""Questions at hand: the kinds that fit this phase, with aim and examples; at the end those to close with."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from intervisie_tui.domain.closing_questions import CLOSING_QUESTIONS, QUICK_ROUND, Asked
from intervisie_tui.domain.session import Session
from intervisie_tui.locale import N_, _
from intervisie_tui.method import Text
from intervisie_tui.process.at_hand import at_hand
from intervisie_tui.process.question_types import ASKING_WELL, QuestionType
from intervisie_tui.screens.head import Heading
from intervisie_tui.screens.key_line import KeyLine
from intervisie_tui.screens.sheets import sheets
from intervisie_tui.widgets.pane import said
from intervisie_tui.widgets.plain import one_line

_FOR = (
    (N_("For who brought the case"), (Asked.OWNER,)),
    (N_("For everyone"), (Asked.PEERS,)),
    (N_("How it went"), (Asked.PROCESS, Asked.FACILITATOR)),
    (N_("For the group"), (Asked.GROUP, Asked.NOW_AND_THEN)),
)


class QuestionsPanel(ModalScreen[None]):
    """A calm page over the room; Esc goes back to it."""

    CSS_PATH = sheets("process")
    AUTO_FOCUS = "#questions"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,f2", "leave", show=False)]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def compose(self) -> ComposeResult:
        """The phase, the questions, the keys."""
        run = self._session.current
        with Vertical(classes="dialog"):
            yield Heading(_("Questions at hand"), first=True)
            yield Static(one_line(said(run.plan.name) if run else "", "$text-muted"), classes="phase")
            with VerticalScroll(id="questions"):
                yield Static(Content("\n\n").join(self._parts()))
            yield KeyLine((("esc", _("back"), "leave"),))

    async def respeak(self) -> None:
        """Everything again, in the language of now."""
        await self.recompose()
        self.query_one("#questions").focus()

    def action_leave(self) -> None:
        """Back to the room."""
        self.dismiss(None)

    def _parts(self) -> Iterator[Content]:
        found = at_hand(self._session)
        if found.closing:
            yield from _closing()
            return
        yield from map(_kind, found.fitting)
        if found.fitting and found.others:
            yield one_line(_("Other questions"), "bold")
        for kind in found.others:
            yield _kind(kind, when=True)
        yield _listed(_("Asking well"), ASKING_WELL)


def _kind(kind: QuestionType, *, when: bool = False) -> Content:
    aim = f"{said(kind.aim)}; {said(kind.when)}" if when else said(kind.aim)
    head = Content.assemble(one_line(said(kind.name), "bold $accent"), one_line(f"  {aim}", "$text-muted"))
    return Content.assemble(head, "\n", one_line("  ".join(said(example) for example in kind.examples)))


def _closing() -> Iterable[Content]:
    for title, asked in _FOR:
        yield _listed(_(title), [question.text for question in CLOSING_QUESTIONS if question.asked in asked])
    yield _listed(_("In a hurry: half a minute each"), QUICK_ROUND)


def _listed(title: str, lines: Iterable[Text]) -> Content:
    return Content("\n").join([one_line(title, "bold $accent"), *(one_line(said(line)) for line in lines)])
