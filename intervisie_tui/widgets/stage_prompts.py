"""The prompts on the stage, which tell how much room they got."""

from textual.content import Content
from textual.message import Message

from intervisie_tui.widgets.pane import muted
from intervisie_tui.widgets.prompts import Prompts
from intervisie_tui.widgets.signs import signs


class StagePrompts(Prompts):
    """As in the room; the clock takes what they leave."""

    class Moved(Message):
        """They have another size now."""

    def _fitted(self, width: int, rows: int) -> Content:
        """As in the room, but nobody scrolls here: what is left out of the prompts is told by a sign."""
        words = super()._fitted(width, rows)
        if rows and self.needed[0] > rows:
            lines = words.split("\n", allow_blank=True)[: rows - 1]
            words = Content("\n").join([*lines, muted(signs().ellipsis)])
        return words

    def on_resize(self) -> None:
        """More fits, or less."""
        super().on_resize()
        self.post_message(self.Moved())
