"""An input that keeps what is typed: joiners and direction marks too, and every line of a paste."""

import unicodedata

from textual import events
from textual.reactive import var
from textual.widgets import Input

from intervisie_tui.domain.text import lines
from intervisie_tui.messages import KindWanted, LineFull, WritingEnded, Written

# A key may come by its name alone.
NAMED = {
    unicodedata.name(sign).lower().replace("-", "_").replace(" ", "_"): sign
    for sign in "\u200c\u200d\u200e\u200f"
}
_STEERS = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Controls, halves of signs and ends of lines: never part of what somebody types."""


def dropped(event: events.Key) -> str:
    """The sign of a key that Textual takes for unprintable, and that some scripts cannot do without."""
    sign = event.character or NAMED.get(event.key, "")
    kept = len(sign) == 1 and not sign.isprintable() and unicodedata.category(sign) not in _STEERS
    return sign if kept else ""


class ExactInput(Input):
    """One line; Tab asks for another kind, Esc closes, a paste of many lines sends each.

    Its caret stands still: one that blinks writes to the terminal twice a second for as long as the line is open.
    """

    cursor_blink = var(False)

    def restricted(self) -> None:
        """Tells that the line takes no more, instead of the bell: a paste that does not fit is left out whole."""
        self.post_message(LineFull())

    async def _on_key(self, event: events.Key) -> None:
        if sign := dropped(event):
            event.stop()
            event.prevent_default()
            self.insert_text_at_cursor(sign)
        elif event.key in {"tab", "shift+tab"}:
            event.stop()
            event.prevent_default()
            self.post_message(KindWanted(1 if event.key == "tab" else -1))
        elif event.key == "escape":
            event.stop()
            event.prevent_default()
            self.post_message(WritingEnded())
        else:
            await super()._on_key(event)

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        pasted = lines(event.text)
        if len(pasted) > 1 and not self.value:
            self.post_message(Written(pasted))
        elif pasted:
            self.insert_text_at_cursor(" ".join(pasted))
