"""The quiet line above the footer: a refusal, what undo did, a cue."""

from textual.content import Content
from textual.message import Message
from textual.timer import Timer

from intervisie_tui.widgets.pane import Words
from intervisie_tui.widgets.plain import one_line


class Hint(Words):
    """One line that goes by itself."""

    class Changed(Message):
        """It says something now, or nothing any more."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._timer: Timer | None = None
        self.times = 0
        """How often it has said something."""

    def say(self, words: str, seconds: float = 8.0, style: str = "$text-muted") -> None:
        """Shows a line for so many seconds."""
        if self._timer is not None:
            self._timer.stop()
        self.times += 1
        self.show(one_line(words, style))
        self.post_message(self.Changed())
        self._timer = self.set_timer(seconds, self.hush)

    def hush(self) -> None:
        """Shows nothing; may be called when it does already."""
        if self._timer is None:
            return
        self._timer.stop()
        self._timer = None
        self.show(Content(""))
        self.post_message(self.Changed())
