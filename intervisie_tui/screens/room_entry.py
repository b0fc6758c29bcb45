"""What else is typed in the room: minutes, and who comes; and changing what was written down."""

from functools import partial

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.names import read_names
from intervisie_tui.domain.session import Action, Status
from intervisie_tui.locale import _
from intervisie_tui.messages import DeleteEntry, DotEntry, EditEntry, MarkEntry, MoveEntry
from intervisie_tui.method import Capture
from intervisie_tui.screens.line_keeper import Asking, Purpose
from intervisie_tui.screens.room_agreed import RoomAgreed
from intervisie_tui.screens.room_notes import RoomNotes
from intervisie_tui.screens.room_turns import RoomTurns
from intervisie_tui.widgets import words


class RoomEntry(RoomNotes, RoomAgreed, RoomTurns):
    """t, k, who comes, and what the keys of a list do."""

    def action_began(self) -> None:
        """Say how long ago this phase began."""

        async def send(text: str) -> bool:
            minutes = _number(text)
            if minutes is None:
                self.say(_("Give a number of minutes."), style="$warning")
                return False
            return await self.do(c.BeganAgo(minutes * 60))

        self.keeper.ask(Asking(Purpose.BEGAN, send), _("began how many minutes ago?"), "5")

    def action_break(self) -> None:
        """Take a break."""

        async def send(text: str) -> bool:
            minutes = _number(text or "10")
            if minutes is None:
                self.say(_("Give a number of minutes."), style="$warning")
                return False
            return await self.do(c.TakeBreak(minutes * 60))

        self.keeper.ask(Asking(Purpose.BREAK, send), _("a break of how many minutes?"), "10")

    def action_come(self) -> None:
        """Somebody comes late, or comes back."""

        async def send(text: str) -> bool:
            found = read_names(text)
            if found.doubtful or not found.names:
                # Shown as it was understood: a second Enter takes it so.
                self.line.field.value = found.text
                self.line.field.cursor_position = len(found.text)
                self.say(_("Is this the name? Enter takes it."), style="$warning")
                return False
            for name in found.names:
                await self.come(name)
            return True

        self.keeper.ask(Asking(Purpose.COME, send), _("who comes?"))

    async def line_back(self) -> None:
        """What a guest was typing when it lost its screen stands in the line again."""
        left = await self.live.own_draft()
        if (
            left is not None
            and not self.line.is_open
            and left[0] in {Purpose.NOTE, Purpose.PARK, Purpose.ACTION}
        ):
            await self.run_action(left[0])

    def action_look_back(self) -> None:
        """Mark what was agreed last time."""
        from intervisie_tui.screens.look_back import LookBackDialog

        self.app.push_screen(LookBackDialog(self.live))

    def on_edit_entry(self, event: EditEntry) -> None:
        """e: word it otherwise."""
        action = self._action(event.id)
        if action is not None:
            self.edit_action(action)
            return
        texts = {note.id: note.text for note in self.session.notes}
        asked = {note.id: note.phase for note in self.session.notes if note.kind is Capture.QUESTION}
        texts |= {item.id: item.text for item in self.session.parking}
        if event.id in texts:

            async def send(text: str) -> bool:
                return await self.do(c.ChangeText(event.id, text))

            reads = partial(self.wording_in, asked[event.id]) if event.id in asked else None
            self.keeper.ask(Asking(Purpose.EDIT, send, reads=reads), _("change"), "", texts[event.id])
            self.keeper.read(texts[event.id])

    async def on_delete_entry(self, event: DeleteEntry) -> None:
        """Delete: out of sight; undo brings it back."""
        if await self.do(c.DeleteEntry(event.id)):
            self.say(_("Deleted; u brings it back."))

    async def on_mark_entry(self, event: MarkEntry) -> None:
        """x: what was parked is taken; an action goes on to its next status."""
        for item in self.session.parking:
            if item.id == event.id:
                await self.do(c.TakeParked(item.id, not item.taken))
        action = self._action(event.id)
        if action is not None:
            statuses = list(Status)
            after = statuses[(statuses.index(action.status) + 1) % len(statuses)]
            if await self.do(c.MarkAction(action.id, after)):
                self.say(words.status(after))

    async def on_move_entry(self, event: MoveEntry) -> None:
        """< and >, or a drag: a note in another place of the board."""
        run = self.session.current
        if run is not None and any(note.id == event.id for note in self.session.notes):
            await self.do(c.MoveNote(event.id, run.id, event.cell))

    async def on_dot_entry(self, event: DotEntry) -> None:
        """* and /: a dot more or less."""
        run = self.session.current
        if run is not None and any(note.id == event.id for note in self.session.notes):
            await self.do(c.GiveDots(event.id, run.id, event.by))

    def _action(self, entry: str) -> Action | None:
        return next((item for item in self.session.actions if item.id == entry), None)


def _number(text: str) -> float | None:
    try:
        number = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return number if number == number and abs(number) < 1e6 else None
