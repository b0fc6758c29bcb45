"""Choosing on the way: who brings the case, its question, and the method; or another case after the first."""

from typing import Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.advice import Candidate, advise
from intervisie_tui.domain.plan import circle_in, measured
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.domain.text import clean
from intervisie_tui.live import Live
from intervisie_tui.locale import _, language, tell
from intervisie_tui.method import Circle, Method
from intervisie_tui.registry import Library, Loaded
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.answers import answered, asking_words
from intervisie_tui.screens.case_hint import CaseHint, own_question
from intervisie_tui.screens.choosing import choice_of, slot_of
from intervisie_tui.screens.commands import process_help
from intervisie_tui.screens.form import TABS, Cancel, Deed, Line, Row, respeak_form
from intervisie_tui.screens.head import Heading
from intervisie_tui.screens.kept_form import KeptForm
from intervisie_tui.screens.method_line import MethodLine
from intervisie_tui.screens.pick import Pick
from intervisie_tui.screens.sheets import sheets
from intervisie_tui.screens.typed_forms import phase_of
from intervisie_tui.widgets.pane import Words
from intervisie_tui.widgets.plain import one_line


class ChooseDialog(ModalScreen[bool]):
    """True when what was chosen stands in the session, False when nothing was changed.

    With `another_case` the method's phases come after what was done, for a new case. Without a library the
    app's is used.
    """

    CSS_PATH = sheets("choose")
    AUTO_FOCUS = "#owner"
    BINDINGS: ClassVar[list[BindingType]] = [
        *TABS,
        Binding("escape", "leave", show=False),
        Binding("ctrl+s", "choose", show=False),
        Binding("f2", "own_question", show=False),
    ]

    def __init__(self, live: Live, library: Library | None = None, *, another_case: bool = False) -> None:
        super().__init__()
        self.live = live
        self.another_case = another_case
        self._library = library
        case = live.session.case
        self.method_id = None if another_case else case.method

    @property
    def _rooms(self) -> Rooms:
        app: Any = self.app
        rooms: Rooms = app.rooms
        return rooms

    @property
    def library(self) -> Library:
        """The methods that can be chosen, as far as they are known now."""
        return self._library if self._library is not None else self._rooms.library

    def compose(self) -> ComposeResult:
        """A form of three fields."""
        session, case = self.live.session, self.live.session.case
        people = [(member.id, member.name) for member in session.present]
        with KeptForm("another-case" if self.another_case else "choose", phase_of(session), classes="dialog"):
            yield Heading(_("Another case") if self.another_case else _("Choose the case and the method"))
            owner = None if self.another_case else case.owner
            yield Row(_("Brought by"), Pick([(None, _("still open")), *people], owner, id="owner"))
            question = "" if self.another_case else case.question
            yield Row(_("Question"), Line(question, placeholder=_("How can I ...?"), id="question"))
            yield CaseHint()
            yield Row(_("Method"), MethodLine(lambda: _("still to be chosen"), id="method"))
            yield Words(id="method-says", classes="hint muted")
            yield Static(id="refused", classes="hint")
            with Horizontal(classes="answers"):
                yield Deed(one_line(_("Choose")), id="choose")
                yield Cancel()

    def on_mount(self) -> None:
        """Show the method, and how it fits; one that was chosen before in this phase stands there again."""
        self.method_id = self.query_one(KeptForm).recall("method") or self.method_id
        self._show()
        self._look()

    @work(exclusive=True, group="look")
    async def _look(self) -> None:
        """A method of the user's own that was chosen before is shown when it has been judged."""
        if self.method_id is not None and self.method_id not in self.library.methods:
            await self._rooms.methods.look()
            self._say()

    async def respeak(self) -> None:
        """Everything again, in the language of now; what was typed and chosen stays."""
        await respeak_form(self, self._show)

    def _show(self) -> None:
        self._say()
        self._hint()

    def slot(self) -> float:
        """The seconds that there are for the method."""
        return slot_of(self.live.session, self.live.now(), another=self.another_case)

    def _say(self) -> None:
        """The method that is chosen, how it fits, and what a group should know of that."""
        loaded = self.library.methods.get(self.method_id or "")
        people, slot = len(self.live.session.present), self.slot()
        offer = None
        if loaded is None:
            lines = [one_line(_("Enter in the line of the method shows all of them."))]
        elif not loaded.method.answers_for(circle_in(people, slot)):
            self._ask(loaded, circle_in(people, slot))
            lines = [one_line(asking_words(loaded.method))]
        else:
            candidate = Candidate(loaded.method, people, measured(loaded.method, people, slot))
            [offer] = advise([candidate])
            told = [tell(misfit.told.message, misfit.told.values) for misfit in offer.misfits]
            lines = [one_line(loaded.method.summary.of(language()))]
            lines += [one_line(words, "$warning") for words in told]
        self.query_one("#method", MethodLine).show(offer)
        self.query_one("#method-says", Words).show(Content("\n").join(lines))

    @work(exclusive=True, group="ask")
    async def _ask(self, loaded: Loaded, circle: Circle) -> None:
        await answered(self, self._rooms.methods, loaded, [circle])
        self._say()

    @on(Input.Changed, "#question")
    def _hint(self) -> None:
        self.query_one(CaseHint).tell(self.query_one("#question", Line).value)

    def action_own_question(self) -> None:
        """The steps from a complaint to an own question."""
        own_question(self)

    @on(MethodLine.Asked)
    def _pick(self, event: MethodLine.Asked) -> None:
        from intervisie_tui.screens.picking import pick_in_session

        session = self.live.session
        pick_in_session(
            self,
            self.library,
            len(session.present),
            self.slot(),
            self._picked,
            now=self.method_id,
            group=session.group,
            typed=event.typed,
        )

    def _picked(self, method_id: str) -> None:
        self.method_id = method_id
        self.query_one(KeptForm).also("method", method_id)
        self._say()
        self.query_one("#choose").focus()

    @on(Button.Pressed, "#choose")
    def _pressed(self) -> None:
        self.action_choose()

    @on(Button.Pressed, "#cancel")
    def action_leave(self) -> None:
        """Nothing was chosen."""
        self.dismiss(False)

    @work(exclusive=True)
    async def action_choose(self) -> None:
        """Do what was chosen; says why when it cannot be."""
        loaded = self.library.methods.get(self.method_id or "")
        if loaded is None:
            self._refuse(Refusal("Choose a method from the list"))
            return
        owner = self.query_one("#owner", Pick).value
        if owner is None and loaded.method.has_owner:
            self._refuse(Refusal("Who brings the case?"))
            self.query_one("#owner").focus()
            return
        slot = self.slot()
        circle = circle_in(len(self.live.session.present), slot)
        method = await answered(self, self._rooms.methods, loaded, [circle])
        for command in self._commands(method, owner, slot):
            if refused := await self.live.do(command):
                self._refuse(refused)
                return
        self.query_one(KeptForm).done()
        self.dismiss(True)

    def _commands(self, method: Method, owner: str | None, slot: float) -> list[c.Command]:
        session = self.live.session
        question = clean(self.query_one("#question", Line).value)
        commands: list[c.Command] = []
        if self.another_case or session.case.method != method.id:
            asks = process_help(self.app)
            commands.append(choice_of(method, session, slot, another=self.another_case, asks=asks))
        if method.has_owner and (self.another_case or owner != session.case.owner):
            commands.append(c.ChooseOwner(owner))
        if question != ("" if self.another_case else session.case.question):
            commands.append(c.SetQuestion(question))
        return commands

    def _refuse(self, refusal: Refusal) -> None:
        self.query_one("#refused", Static).update(one_line(tell(refusal.message, refusal.values), "$warning"))
