"""Undo and redo, and the words for what they did."""

from intervisie_tui.domain import events as e
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.live import Undone
from intervisie_tui.locale import N_, _
from intervisie_tui.screens.answer import Answer
from intervisie_tui.screens.room_base import RoomBase
from intervisie_tui.spoken import ago

_WHAT: dict[type, str] = {
    e.MethodChosen: N_("the choice of the method"),
    e.OwnerChosen: N_("the choice of the case owner"),
    e.QuestionSet: N_("the question of the case"),
    e.MemberCame: N_("a member who came"),
    e.MemberLeft: N_("a member who left"),
    e.RoleGiven: N_("a role"),
    e.GroundRulesSet: N_("the ground rules"),
    e.ClockStarted: N_("the start of the clock"),
    e.ClockPaused: N_("the pause"),
    e.PhaseEntered: N_("the change of phase"),
    e.PhaseBegan: N_("when the phase began"),
    e.TimeSet: N_("the change of minutes"),
    e.PausedSince: N_("the rest of the clock"),
    e.FloorGiven: N_("the change of turn"),
    e.GroupsDrawn: N_("the drawing of the groups"),
    e.HandRaised: N_("the raised hand"),
    e.HandLowered: N_("the lowered hand"),
    e.OrderChosen: N_("the order of rounds"),
    e.TalkShown: N_("showing talk time"),
    e.NoteAdded: N_("the note"),
    e.NoteMoved: N_("the move of a note"),
    e.DotsGiven: N_("the dot"),
    e.ThingParked: N_("what was parked"),
    e.ParkedTaken: N_("the mark on what was parked"),
    e.ActionAdded: N_("the action"),
    e.ActionChanged: N_("the change of an action"),
    e.ActionMarked: N_("the mark on an action"),
    e.TextChanged: N_("the change of words"),
    e.EntryDeleted: N_("the deletion"),
    e.BreakBegan: N_("the break"),
    e.BreakEnded: N_("the end of the break"),
    e.StageSet: N_("what the stage shows"),
    e.Veiled: N_("the veil"),
    e.Finished: N_("finishing"),
    e.Unfinished: N_("going on after all"),
    e.SeatTaken: N_("the choice of a name"),
    e.GuestShownOut: N_("showing a guest out"),
    e.HandedOver: N_("handing over control"),
    e.ControlTaken: N_("taking back control"),
    e.LinkRenewed: N_("the renewal of a link"),
    e.LinkClosed: N_("the closing of a link"),
    e.LinkOpened: N_("the opening of a link"),
}


def what(events: tuple[e.Event, ...]) -> str:
    """What was taken back, in words."""
    return _(_WHAT.get(type(events[0]), N_("the last thing"))) if events else ""


class RoomUndo(RoomBase):
    """u and U."""

    async def action_undo(self) -> None:
        """Take back the last thing; asks when that is older than two minutes."""
        undone = await self.live.undo(waits=self._undoes)
        if isinstance(undone, Undone) and undone.ask:
            self._ask(undone)
        else:
            self._tell(undone, _("Taken back: {what}, {ago}. U brings it back."))

    def _ask(self, undone: Undone) -> None:
        async def answered(sure: bool | None) -> None:
            if sure:
                done = await self.live.undo(sure=True, waits=self._undoes)
                self._tell(done, _("Taken back: {what}, {ago}. U brings it back."))

        def question() -> str:
            return _("Take back {what}? That was {ago}.", what=what(undone.events), ago=ago(undone.age))

        self.confirm(question, N_("Take it back"), answered, harmless=Answer.NO)

    async def action_redo(self) -> None:
        """Bring back what was taken back last."""
        undone = await self.live.redo(waits=lambda: self.say(_("Redoing ..."), style="$text"))
        self._tell(undone, _("Brought back: {what}, {ago}."))

    def _undoes(self) -> None:
        self.say(_("Undoing ..."), style="$text")

    def _tell(self, undone: Undone | Refusal, words: str) -> None:
        if isinstance(undone, Refusal):
            self.say_refusal(undone)
        else:
            self.say(words.format(what=what(undone.events), ago=ago(undone.age)), style="$text")
