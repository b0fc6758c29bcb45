"""The fields of the set-up, from the people to the ground rules."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from intervisie_tui.domain.frame import Frame
from intervisie_tui.locale import _, language
from intervisie_tui.method import Text
from intervisie_tui.screens.case_hint import CaseHint
from intervisie_tui.screens.form import Line, Lines, NamesField, Row
from intervisie_tui.screens.head import Heading
from intervisie_tui.screens.method_line import MethodLine
from intervisie_tui.screens.pick import Pick
from intervisie_tui.widgets.pane import Words

REHEARSAL_SPEED = 60


def rules_text(rules: Iterable[Text]) -> str:
    """Ground rules as the field holds them: one a line, in the language of now."""
    return "\n".join(rule.of(language()) for rule in rules)


class SetupForm(VerticalScroll, can_focus=False):
    """All fields, filled in with what is usual: the minutes as typed, the frame's name, the ground rules."""

    def __init__(self, minutes: str, frame: str, rules: tuple[Text, ...]) -> None:
        super().__init__(id="form", classes="pane")
        self._minutes, self._frame, self._rules = minutes, frame, rules

    def compose(self) -> ComposeResult:
        """Who, the case, the method, the time, the rules."""
        yield from self._compose_people()
        yield from self._compose_case()
        yield from self._compose_time()
        yield Heading(_("Ground rules"))
        yield Lines(rules_text(self._rules), id="rules")
        yield Static(_("Agree on them aloud; change them as you like."), classes="hint muted")

    def _compose_people(self) -> ComposeResult:
        yield Heading(_("Who"), first=True)
        yield Row(_("Names"), NamesField(placeholder=_("Anna, Bram, Chantal"), id="names"))
        yield Words(id="names-count", classes="hint muted", hides=True)
        yield Row(_("Group"), Line(placeholder=_("a name, if you meet again"), id="group"))
        yield Row(_("Leads"), Pick([(None, _("choose together"))], id="facilitator"))
        yield Row(_("Keeps time"), Pick([(None, _("choose together"))], id="timekeeper"))
        yield Static(
            _("Somebody who leads another person in the room is a risk: talk about it first."),
            classes="hint muted",
        )

    def _compose_case(self) -> ComposeResult:
        yield Heading(_("The case"))
        yield Row(_("Brought by"), Pick([(None, _("still open"))], id="owner"))
        yield Row(_("Question"), Line(placeholder=_("How can I ...?"), id="question"))
        yield CaseHint()
        yield Row(_("Method"), MethodLine(lambda: _("choose on the way"), id="method"))
        yield Words(id="method-says", classes="hint muted", hides=True)

    def _compose_time(self) -> ComposeResult:
        frames = (
            (Frame.FULL, _("full: with check-in, harvest and next date")),
            (Frame.SHORT, _("short")),
            (Frame.NONE, _("none: the method alone")),
        )
        speeds = (
            (None, _("for real")),
            (str(REHEARSAL_SPEED), _("rehearsal at {n} times speed", n=REHEARSAL_SPEED)),
        )
        yield Heading(_("Time"))
        yield Row(_("Minutes"), Line(self._minutes, id="minutes"))
        yield Row(
            _("Around it"), Pick([(frame.value, words) for frame, words in frames], self._frame, id="frame")
        )
        yield Row(_("Clock"), Pick(speeds, id="rehearsal"))
