"""The entry line of the room, and the key bar that tells its keys while it is open."""

from functools import cached_property

from intervisie_tui.locale import _
from intervisie_tui.messages import KeyForClosedLine, KindWanted, Writing, WritingEnded, Written
from intervisie_tui.screens.line_keeper import IN_ROOM, LineKeeper, Purpose
from intervisie_tui.screens.line_keys import LineKey, keys_of
from intervisie_tui.screens.room_base import RoomBase
from intervisie_tui.widgets.entry_line import EntryLine
from intervisie_tui.widgets.footer import RoomFooter


class RoomLine(RoomBase):
    """Hands what happens in the line to its keeper."""

    @cached_property
    def keeper(self) -> LineKeeper:
        """What the line takes now."""
        return LineKeeper(self, self.live, IN_ROOM, self.tell_line)

    @property
    def line(self) -> EntryLine:
        """The line at the bottom."""
        return self.keeper.line

    def keys_of_line(self, purpose: Purpose) -> tuple[LineKey, ...]:
        """What the key bar says while the line is open for this."""
        return keys_of(purpose)

    def tell_line(self, purpose: Purpose | None) -> None:
        """The key bar shows the keys of the line while it is open, else those of the room."""
        keys = () if purpose is None else self.keys_of_line(purpose)
        self.query_one(RoomFooter).tell_line(keys)
        # The accent border is the line's alone while it is open.
        self.query_one("#floor").set_class(purpose is not None, "-quiet")

    def on_descendant_focus(self) -> None:
        """What is typed from now on goes to the line, where a click has brought the keys back."""
        if self.keeper.purpose is not None and self.line.has_focus_within:
            self.keeper.has_keys()

    async def on_written(self, event: Written) -> None:
        """A line was sent; a paste sends each of its lines."""
        await self.keeper.written(event.lines)

    def on_writing(self, event: Writing) -> None:
        """The text in the line has changed."""
        self.keeper.writing(event.text)

    async def on_writing_ended(self, event: WritingEnded) -> None:
        """Esc in the line."""
        event.stop()
        await self.keeper.ended()

    async def action_line_send(self) -> None:
        """A click on Enter in the key bar."""
        await self.line.field.action_submit()

    def action_line_kind(self) -> None:
        """A click on Tab in the key bar."""
        self.line.field.post_message(KindWanted(1))

    async def action_line_close(self) -> None:
        """A click on Esc in the key bar."""
        await self.keeper.ended()

    def on_key_for_closed_line(self, event: KeyForClosedLine) -> None:
        """A key did nothing, for a line had closed just before it."""
        event.stop()
        self.say(_("The line had just closed, so that key did nothing."))
