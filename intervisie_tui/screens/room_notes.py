"""Notes of a kind, by phase, and the parking lot."""

from textual.content import Content

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.phases import PlannedPhase
from intervisie_tui.locale import _
from intervisie_tui.messages import KindWanted
from intervisie_tui.method import Capture
from intervisie_tui.screens.line_keeper import Asking, Purpose, new_id
from intervisie_tui.screens.line_keys import LineKey, keys_of
from intervisie_tui.screens.room_line import RoomLine
from intervisie_tui.widgets import words
from intervisie_tui.widgets.pane import said


class RoomNotes(RoomLine):
    """c and p: both stay open for the next one."""

    _choice = 0
    _asked_in: PlannedPhase | None = None
    """The phase of the question that is being typed."""

    async def action_note(self) -> None:
        """Write notes in this phase."""
        if self.session.current is None:
            return
        self._choice = self._first_choice()
        left = await self.live.take_draft(Purpose.NOTE)
        self.keeper.ask(
            Asking(Purpose.NOTE, self._send_note, reads=self._wording),
            self._kind_words(),
            self._note_hint(self.session.current.plan),
            left,
        )
        # After its picture: what knows of wording is loaded then, and not at the first key.
        self.call_after_refresh(self.keeper.read, left)

    def take_notes_of(self, plan: PlannedPhase) -> None:
        """Another phase has come: an open note line takes what that one takes, and says so."""
        if self.keeper.purpose is Purpose.NOTE:
            self._choice = self._first_choice()
            self.line.takes(self._kind_words(), self._note_hint(plan))
            self.tell_line(Purpose.NOTE)
            self.keeper.read(self.line.value)

    def keys_of_line(self, purpose: Purpose) -> tuple[LineKey, ...]:
        """What the key bar says; in a note line also what Tab and F2 do in this phase."""
        run = self.session.current
        if purpose is not Purpose.NOTE or run is None:
            return keys_of(purpose)
        word = _("next kind") if run.plan.board is None else _("next place")
        asks = self.settings.process_help and Capture.QUESTION in run.plan.captures
        return keys_of(purpose, word if len(self._choices()) > 1 else "", questions=asks)

    def _note_hint(self, plan: PlannedPhase) -> str:
        hint = _("Enter sends, Esc closes")
        if len(self._choices()) > 1:
            hint = _("Enter sends, Tab takes the next kind, Esc closes")
            if plan.board is not None:
                hint = _("Enter sends, Tab takes the next place, Esc closes")
        if self.settings.process_help and Capture.QUESTION in plan.captures:
            hint = hint + "  " + _("F2: questions")
        return hint

    def _choices(self) -> list[tuple[Capture | None, str | None, str]]:
        """Every kind of note, or place of the board, that this phase takes: kind, cell, word."""
        run = self.session.current
        if run is None:
            return []
        if run.plan.board is not None:
            beside = [
                (kind, None, _("{kind}, beside the board", kind=words.kind(kind)))
                for kind in run.plan.captures[:1]
            ]
            return [*((None, cell.id, said(cell.name)) for cell in run.plan.board.cells), *beside]
        return [(kind, None, words.kind(kind)) for kind in run.plan.captures] or [(None, None, _("note"))]

    def _first_choice(self) -> int:
        """On a board the place where the next note most naturally goes, else the first kind."""
        run = self.session.current
        if run is None or run.plan.board is None:
            return 0
        from intervisie_tui.domain.boards import first_place

        place = first_place(self.session, run)
        return next((at for at, (_kind, cell, _word) in enumerate(self._choices()) if cell == place), 0)

    def _kind_words(self) -> str:
        choices = self._choices()
        return choices[self._choice % len(choices)][2] if choices else ""

    def on_kind_wanted(self, event: KindWanted) -> None:
        """Tab: the next kind or place."""
        if self.keeper.purpose is Purpose.NOTE:
            self._choice += event.step
            self.line.takes(self._kind_words())
            self.keeper.read(self.line.value)

    def _wording(self, text: str) -> str | Content:
        run, choices = self.session.current, self._choices()
        asks = bool(choices) and choices[self._choice % len(choices)][0] is Capture.QUESTION
        return self.wording_in(run.id if run is not None and asks else "", text)

    def wording_in(self, phase: str, text: str) -> str | Content:
        """What is said at the desk, and only there, about how a question of a phase is worded."""
        run = next((run for run in self.session.agenda if run.id == phase), None)
        self._asked_in = run.plan if run else None
        if run is None or not (self.desk and self.settings.process_help):
            return ""
        from intervisie_tui.screens.wording import wording

        return wording(text, run.plan, self.line.size.width)

    def action_questions(self) -> None:
        """Questions at hand; while the question of a case is typed, the steps to an own one."""
        from intervisie_tui.process.at_hand import asks_for_case

        asking = self.keeper.asking
        writes = asking is not None and asking.purpose in {Purpose.NOTE, Purpose.EDIT} and asking.reads
        if writes and self._asked_in is not None and asks_for_case(self._asked_in):
            from intervisie_tui.screens.own_question import OwnQuestion

            self.app.push_screen(OwnQuestion(self.line.value), self._take_question)
        else:
            from intervisie_tui.screens.questions import QuestionsPanel

            self.app.push_screen(QuestionsPanel(self.session))

    def _take_question(self, question: str | None) -> None:
        if question is not None and self.line.is_open:
            self.line.field.value = question
            self.line.field.cursor_position = len(question)

    async def _send_note(self, text: str) -> bool:
        run, choices = self.session.current, self._choices()
        if run is None or not choices:
            return False
        kind, cell, _words = choices[self._choice % len(choices)]
        return await self.do(c.AddNote(new_id(), run.id, text, kind, cell=cell))

    async def action_park(self) -> None:
        """Park things."""

        async def send(text: str) -> bool:
            return await self.do(c.Park(new_id(), text))

        left = await self.live.take_draft(Purpose.PARK)
        hint = _("Enter sends, Esc closes")
        self.keeper.ask(Asking(Purpose.PARK, send), _("for later"), hint, left)
