"""From a complaint to an own question: seven steps, one by one, and a line for what comes of them."""

import textwrap
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from intervisie_tui.case_line import about_others
from intervisie_tui.domain.text import clean
from intervisie_tui.locale import _, language
from intervisie_tui.process.own_question import EXAMPLES, REAL_WRONG, STEPS, STILL_ANGRY
from intervisie_tui.screens.form import Line, respeak_form
from intervisie_tui.screens.head import Heading
from intervisie_tui.screens.kept_form import KeptForm
from intervisie_tui.screens.key_line import KeyHint, KeyLine
from intervisie_tui.screens.sheets import sheets
from intervisie_tui.widgets.pane import said
from intervisie_tui.widgets.plain import one_line
from intervisie_tui.widgets.signs import signs

_QUESTION = 5
"""The step, from 0, at which the question is put in words."""
_WIDTH, _NAMES = 68, 16


class Steps(Static, can_focus=True):
    """The steps so far; they have the focus until there is something to type."""


class OwnQuestion(ModalScreen[str | None]):
    """The question as it became; None where all stays as it was."""

    CSS_PATH = sheets("process")
    AUTO_FOCUS = ""
    # Before the line: there too the arrows and Enter go along the steps.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False, priority=True),
        Binding("enter,down", "step(1)", show=False, priority=True),
        Binding("up", "step(-1)", show=False, priority=True),
    ]

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question
        self.step = 0
        """The step of now, from 0."""

    def compose(self) -> ComposeResult:
        """What it is now, the steps so far, the line at the end."""
        with KeptForm("own-question", self._question, classes="dialog"):
            yield Heading(_("From complaint to own question"), first=True)
            yield Static(one_line(self._question, "$text-muted"), id="complaint")
            yield Steps(id="steps")
            yield Static(id="aside")
            yield Line(placeholder=_("How can I ... (while ...)?"), id="own")
            yield KeyLine(
                (
                    ("enter", _("next step"), "step(1)"),
                    (signs().up, _("a step back"), "step(-1)"),
                    ("esc", _("leave it as it was"), "leave"),
                )
            )

    def on_mount(self) -> None:
        """The first step."""
        self.step = int(self.query_one(KeptForm).recall("step") or self.step)
        self.query_one("#complaint").display = bool(self._question.strip())
        self._show()

    async def respeak(self) -> None:
        """Everything again, in the language of now; the step and what was typed stay."""
        await respeak_form(self)
        self.on_mount()

    def action_step(self, by: int) -> None:
        """The next step or the one before; after the last one the question goes back to where it came from."""
        own = clean(self.query_one("#own", Line).value)
        if by > 0 and self.step == len(STEPS) - 1:
            if own:
                self.query_one(KeptForm).done()
                self.dismiss(own)
            return
        self.step = min(max(self.step + by, 0), len(STEPS) - 1)
        self.query_one(KeptForm).also("step", str(self.step))
        self._show()

    def action_leave(self) -> None:
        """All stays as it was."""
        self.dismiss(None)

    def on_input_changed(self, event: Input.Changed) -> None:
        """A question that still is about others is told, quietly."""
        event.stop()
        self._show_aside()

    def _show(self) -> None:
        last = self.step == len(STEPS) - 1
        enter = self.query(KeyHint).first()
        enter.told = ("enter", _("take this question") if last else _("next step"))
        self.query_one(KeyLine).on_resize()
        self.query_one("#steps", Static).update(steps_words(self.step))
        line = self.query_one("#own", Line)
        line.display = self.step >= _QUESTION
        (line if line.display else self.query_one("#steps")).focus()
        self._show_aside()

    def _show_aside(self) -> None:
        self.query_one("#aside", Static).update(one_line(self._aside(), "$text-muted"))

    def _aside(self) -> str:
        if self.step == 0:
            return said(STILL_ANGRY)
        if self.step < _QUESTION:
            return said(REAL_WRONG)
        if about_others(self.query_one("#own", Line).value, language()):
            return _("Whose question is this? It helps as: How can I ...?")
        turned = EXAMPLES[len(self._question) % len(EXAMPLES)]
        return f"{said(turned.complaint)} {signs().arrow} {said(turned.question)}"


def steps_words(step: int) -> Content:
    """The steps up to this one, from 0: those before it muted, this one in full colour."""
    lines = []
    for number, each in enumerate(STEPS[: step + 1]):
        now = number == step
        style = "bold" if now else "$text-muted"
        first, *rest = textwrap.wrap(said(each.asks), _WIDTH - _NAMES)
        head = f"{signs().now if now else signs().done} {number + 1} {said(each.name)}"
        lines.append(
            Content.assemble(
                one_line(f"{head:<{_NAMES}}", "bold $primary" if now else "$text-muted"),
                one_line(first, style),
            )
        )
        lines += [Content.assemble(" " * _NAMES, one_line(line, style)) for line in rest]
    return Content("\n").join(lines)
