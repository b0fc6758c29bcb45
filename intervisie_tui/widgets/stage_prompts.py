"""The prompts on the stage, which tell how much room they got."""

from textual.message import Message

from intervisie_tui.widgets.prompts import Prompts


class StagePrompts(Prompts):
    """As in the room; the clock takes what they leave."""

    class Moved(Message):
        """They have another size now."""

    def on_resize(self) -> None:
        """More fits, or less."""
        super().on_resize()
        self.post_message(self.Moved())
