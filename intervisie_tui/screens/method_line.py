"""The field of a form that holds the method: its name and how it fits; Enter opens the picker."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from intervisie_tui.domain.advice import Fits, Offer
from intervisie_tui.locale import _, language
from intervisie_tui.screens.offer_words import fit_words
from intervisie_tui.widgets.plain import one_line
from intervisie_tui.widgets.signs import signs

_NONE = Content("")


class MethodLine(Widget, can_focus=True):
    """One line; Enter, Space or a click asks for the picker, a letter begins the search in it."""

    DEFAULT_CSS = (
        "MethodLine { height: 1; width: 1fr; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }"
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,left,right", "ask", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    class Asked(Message):
        """Somebody wants to choose; `typed` is what the search begins with."""

        def __init__(self, typed: str = "") -> None:
            super().__init__()
            self.typed = typed

    def __init__(self, nothing: Callable[[], str], *, id: str) -> None:
        super().__init__(id=id)
        self._nothing = nothing
        self._offer: Offer | None = None

    def show(self, offer: Offer | None) -> None:
        """The method that is chosen; None: nothing is, and that is said."""
        self._offer = offer
        self.refresh()

    def action_ask(self) -> None:
        """Open the picker."""
        self.post_message(self.Asked())

    def on_click(self) -> None:
        """As Enter does."""
        self.action_ask()

    def on_key(self, event: events.Key) -> None:
        """A letter begins the search."""
        if event.character is not None and event.character.isalnum():
            event.stop()
            self.post_message(self.Asked(event.character))

    def render(self) -> Content:
        """Name and fit between two arrows, as other fields have it."""
        back, forth = ("<", ">") if signs().ascii else ("‹", "›")
        arrows = "bold $accent" if self.has_focus else "$text-muted"
        hint = Content.styled("  " + _("Enter: all methods"), "$text-muted") if self.has_focus else _NONE
        name, fit = self._parts()
        made = [
            Content.assemble((f"{back} ", arrows), name, words, (f" {forth}", arrows), after)
            for words, after in ((fit, hint), (fit, _NONE), (_NONE, _NONE))
        ]
        return next((line for line in made if line.cell_length <= self.size.width), made[-1])

    def _parts(self) -> tuple[Content, Content]:
        """What the method is called, and how it fits; the second is left out where it would be cut."""
        if self._offer is None:
            return one_line(self._nothing(), "$text-muted"), _NONE
        tone = "$warning" if self._offer.fits is Fits.NOT else "$text-muted"
        name = one_line(self._offer.method.name.of(language()))
        return name, Content("  ") + one_line(fit_words(self._offer), tone)
