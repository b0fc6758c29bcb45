"""The rows of a form: a word at the left, the field at the right."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from typing import Any, ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, Static, TextArea
from textual.widgets.text_area import Edit, EditResult

from intervisie_tui.domain.names import read_names
from intervisie_tui.locale import _
from intervisie_tui.screens.pick import Pick
from intervisie_tui.widgets.plain import one_line

# Before all else: what is typed behind a Tab in one burst would land in the field that it leaves.
TABS: Final = (
    Binding("tab", "app.focus_next", show=False, priority=True),
    Binding("shift+tab", "app.focus_previous", show=False, priority=True),
)

# What Textual takes for unprintable when it is typed, though a name or a line may need it.
_JOINERS = ("\u200c", "\u200d", "\u200e", "\u200f")


def _steered(text: str) -> str:
    """The text without what could steer the terminal; a paste may hold anything."""
    return "".join(sign for sign in text if sign == "\n" or unicodedata.category(sign) not in ("Cc", "Cs"))


def _tabless(text: str) -> str:
    # A list copied from a sheet has its names between tabs.
    return _steered(text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", ", "))


class Row(Horizontal):
    """One field of a form with its word."""

    def __init__(self, words: str, field: Widget) -> None:
        super().__init__(classes="row")
        self._words = words
        self._field = field

    def compose(self) -> ComposeResult:
        """The word and the field."""
        yield Static(one_line(self._words), classes="label")
        yield self._field


class Line(Input):
    """A field of one line: Enter and the arrows go on; joiners and direction marks stay."""

    enter_goes_on = True
    """Enter harms nothing, so that it may be pressed as fast as Tab; the gate of the keys asks this."""

    def validate_value(self, value: str) -> str:
        """What is in the field can never steer the terminal."""
        return _steered(value).replace("\n", " ")

    def on_blur(self) -> None:
        """Who looks at a field that is left wants to read it from its beginning."""
        self.scroll_to(x=0, animate=False)

    async def _on_key(self, event: events.Key) -> None:
        if event.character in _JOINERS:
            event.stop()
            event.prevent_default()
            self.insert_text_at_cursor(event.character or "")
        elif event.key in ("down", "up"):
            event.stop()
            event.prevent_default()
            self.screen.focus_next() if event.key == "down" else self.screen.focus_previous()
        else:
            await super()._on_key(event)

    async def action_submit(self) -> None:
        """Go on to the next field."""
        self.screen.focus_next()


class LastLine(Line):
    """A line that is the last of its form: Enter answers."""

    enter_goes_on = False

    async def action_submit(self) -> None:
        """Say that this is it."""
        await Input.action_submit(self)


class Lines(TextArea):
    """A field of a few lines, as high as what is in it; a paste of a list is taken whole."""

    def __init__(self, text: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(
            text,
            soft_wrap=True,
            tab_behavior="focus",
            placeholder=placeholder,
            highlight_cursor_line=False,
            id=id,
        )

    def edit(self, edit: Edit) -> EditResult:
        """What comes in the field can never steer the terminal."""
        return super().edit(replace(edit, text=_tabless(edit.text)))

    def load_text(self, text: str) -> None:
        """Another text, under the same rule."""
        super().load_text(_tabless(text))

    async def _on_key(self, event: events.Key) -> None:
        last = self.cursor_location[0] == self.document.line_count - 1
        if event.character in _JOINERS:
            event.stop()
            event.prevent_default()
            self.insert(event.character or "")
        elif event.key == "down" and last:
            event.stop()
            event.prevent_default()
            self.screen.focus_next()
        elif event.key == "up" and self.cursor_location[0] == 0:
            event.stop()
            event.prevent_default()
            self.screen.focus_previous()
        else:
            await super()._on_key(event)


class NamesField(Lines):
    """A field for names: Enter goes on to the next one, and a paste from another program becomes names at once.

    No address stands in it, also not for a moment; `doubtful` are the names that may have been read wrong.
    """

    enter_goes_on = True

    def __init__(self, text: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(text, placeholder=placeholder, id=id)
        self._in_doubt: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names that stand in the field."""
        return read_names(self.text).names

    @property
    def doubtful(self) -> tuple[str, ...]:
        """Those among them that somebody has to confirm."""
        found = read_names(self.text)
        return tuple(name for name in found.names if name in {*self._in_doubt, *found.doubtful})

    def settle(self) -> None:
        """What is in the field has been confirmed."""
        self._tidy()
        self._in_doubt = ()

    def _tidy(self) -> None:
        """Put the names in the place of what was typed, if that is more than names."""
        found = read_names(self.text)
        self._in_doubt = (*self._in_doubt, *found.doubtful)
        if any(sign in self.text for sign in "@<\n"):
            self.text = found.text

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        found = read_names(event.text)
        self._in_doubt = (*self._in_doubt, *found.doubtful)
        before = self.get_text_range((0, 0), min(self.selection))
        joined = ", " if found.names and before.strip() and before.rstrip()[-1] not in ",;" else ""
        self.replace(joined + found.text, *self.selection)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.screen.focus_next()
        else:
            await super()._on_key(event)

    def on_blur(self) -> None:
        """Who leaves the field leaves names in it."""
        self._tidy()


class Deed(Button):
    """The button that does what a form is for: the order of focus ends on it, and Tab stays there."""

    ends_form = True


class Cancel(Button):
    """The button that leaves a form, as Esc does; the keys never come by it."""

    can_focus = False

    def __init__(self) -> None:
        super().__init__(one_line(_("Cancel (Esc)")), id="cancel")


class Selectable(OptionList):
    """A list in a form: Space chooses, as Enter does."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "select", show=False)]


async def respeak_form(screen: Screen[Any], refill: Callable[[], None] = lambda: None) -> None:
    """Compose a form again, in the language of now; what was typed and picked stays, and so does the focus.

    `refill` shows what follows from what was typed, before what was picked comes back.
    """
    texts = {field.id: field.text for field in screen.query(TextArea)}
    lines = {field.id: field.value for field in screen.query(Input)}
    picks = {field.id: field.value for field in screen.query(Pick)}
    focus = screen.focused.id if screen.focused else None
    await screen.recompose()
    for area in screen.query(TextArea):
        area.text = texts.get(area.id, area.text)
    for line in screen.query(Input):
        line.value = lines.get(line.id, line.value)
    refill()
    for pick in screen.query(Pick):
        pick.value = picks.get(pick.id, pick.value)
    if focus:
        screen.query_one(f"#{focus}").focus()
