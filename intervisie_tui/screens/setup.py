"""The set-up: one form on one screen, with the plan and its end beside it while it is filled in."""

import json
import uuid
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, TextArea

from intervisie_tui.domain.frame import Frame
from intervisie_tui.domain.ground_rules import GROUND_RULES
from intervisie_tui.domain.group import Group, suggest
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.domain.session import Member, Order
from intervisie_tui.domain.text import clean
from intervisie_tui.locale import _, language, tell
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.case_hint import CaseHint, own_question
from intervisie_tui.screens.dialogs.leave_setup import leave_setup
from intervisie_tui.screens.dialogs.names_in_doubt import names_in_doubt
from intervisie_tui.screens.doors import begin_room
from intervisie_tui.screens.form import TABS, Deed, Line, Lines, NamesField, respeak_form
from intervisie_tui.screens.head import Head, Heading
from intervisie_tui.screens.kept_form import KeptForm
from intervisie_tui.screens.key_line import KeyLine
from intervisie_tui.screens.method_line import MethodLine
from intervisie_tui.screens.page import Page
from intervisie_tui.screens.pick import Pick
from intervisie_tui.screens.screen_keys import SETUP, line_of
from intervisie_tui.screens.setup_form import SetupForm, rules_text
from intervisie_tui.screens.setup_group import named, with_group
from intervisie_tui.screens.setup_method import SetupMethod
from intervisie_tui.screens.setup_plan import (
    Draft,
    members_of,
    rules_in,
    start_command,
    usual_rules,
    warnings,
    why_not,
)
from intervisie_tui.screens.setup_words import count_words, end_words, plan_words, told_words
from intervisie_tui.screens.sheets import sheets
from intervisie_tui.troubles import UNSAVED, why
from intervisie_tui.unfinished import new_id
from intervisie_tui.widgets.pane import Words
from intervisie_tui.widgets.plain import one_line

_NARROWEST, _SCROLLBAR = 22, 3
"""Columns of the plan at least, and of its scrollbar with the space before it."""


class SetupScreen(Page):
    """A new session: typed, pasted, or from a group."""

    CSS_PATH = sheets("setup")
    AUTO_FOCUS = ""
    KEYS_OF = SETUP
    BINDINGS: ClassVar[list[BindingType]] = [
        *TABS,
        Binding("escape", "leave", show=False),
        Binding("ctrl+s", "begin", show=False),
        Binding("f1", "help", show=False),
        Binding("f2", "own_question", show=False),
    ]

    def __init__(self, rooms: Rooms, group_id: str | None = None) -> None:
        super().__init__()
        self.rooms = rooms
        self.group_id = group_id
        self.method_id: str | None = None
        self._method = SetupMethod(self, rooms, self._show)
        self._group: Group | None = None
        self._groups: tuple[Group, ...] = ()
        self._ids: dict[tuple[str, int], str] = {}
        self._offered = (
            *(rule.text for rule in GROUND_RULES),
            *usual_rules(rooms.settings.ground_rules),
        )
        self._untouched: tuple[str, ...] = ()
        self._came_back = False
        """Whether the form stands as it was left before."""

    def compose(self) -> ComposeResult:
        """The form at the left, the plan at the right."""
        settings = self.rooms.settings
        yield Head(_("A new session"), _("Tab and arrows go on, Esc goes back"))
        with KeptForm("set-up", self.group_id or "", id="setup"):
            yield SetupForm(f"{settings.minutes:g}", settings.frame, usual_rules(settings.ground_rules))
            with Vertical(id="side", classes="pane"):
                yield Heading(_("The plan"))
                yield Words(id="plan-end")
                with VerticalScroll(id="plan-scroll", can_focus=False):
                    yield Words(id="warnings", hides=True)
                    yield Words(id="plan")
                yield Deed(one_line(_("Start")), id="begin")
        yield KeyLine(line_of(SETUP))

    def on_mount(self) -> None:
        """Fill in what was typed before or what the group knows, and show the first plan."""
        kept = self.query_one(KeptForm)
        self.method_id = kept.recall("method")
        for name, nth, member in json.loads(kept.recall("ids") or "[]"):
            self._ids[name, nth] = member
        self._untouched = self._texts()
        self._show()
        # Anew, for the fields of choice know their people only now.
        self._came_back = kept.fill()
        self._show()
        self.query_one("#names").focus()
        self._load()

    async def respeak(self) -> None:
        """Everything again, in the language of now; what was typed stays, rules that have both languages change."""
        rules = rules_in(self.query_one("#rules", Lines).text, self._offered)
        await respeak_form(self, self._show)
        self.query_one("#rules", Lines).text = rules_text(rules)
        self._show()
        self.query_one(KeptForm).hold()

    @work(exclusive=True, group="load")
    async def _load(self) -> None:
        self._groups = await self.rooms.groups()
        found = next((group for group in self._groups if group.id == self.group_id), None)
        if found is not None:
            self._take_group(found)

    def _take_group(self, group: Group) -> None:
        """Fill in the form from a group: its names, its rules, whose turn it is; what came back stays."""
        self._group = group
        for nth, member in enumerate(group.members):
            before = sum(other.name == member.name for other in group.members[:nth])
            self._ids[member.name, before] = member.id
        self._offered = (*self._offered, *group.ground_rules)
        if self._came_back:
            self._show()
            return
        if self.query_one("#group", Line).value != group.name:
            self.query_one("#group", Line).value = group.name
        self.query_one("#names", NamesField).text = ", ".join(member.name for member in group.members)
        if group.ground_rules:
            self.query_one("#rules", Lines).text = rules_text(group.ground_rules)
        self._show()
        turn = suggest(group, [member.id for member in group.members])
        for field, member_id in (("facilitator", turn.facilitator), ("timekeeper", turn.timekeeper)):
            self.query_one(f"#{field}", Pick).value = member_id
        self._show()
        self._untouched = self._texts()

    def draft(self) -> Draft:
        """The form as it stands."""
        loaded = self.rooms.library.methods.get(self.method_id or "")
        group = self._group
        return Draft(
            members=self._members(),
            group_name=self.query_one("#group", Line).value,
            group=group.id if group else None,
            owner=self.query_one("#owner", Pick).value,
            facilitator=self.query_one("#facilitator", Pick).value,
            timekeeper=self.query_one("#timekeeper", Pick).value,
            question=self.query_one("#question", Line).value,
            method=loaded.method if loaded else None,
            minutes=self.query_one("#minutes", Line).value,
            frame=Frame(self.query_one("#frame", Pick).value or Frame.FULL),
            rules=rules_in(self.query_one("#rules", Lines).text, self._offered),
            number=group.number if group else None,
            of=group.meetings if group else None,
            speed=float(self.query_one("#rehearsal", Pick).value or 1),
            order=Order.PLACE if self.rooms.settings.order == "place" else Order.LEAST_HEARD,
        )

    def _members(self) -> tuple[Member, ...]:
        names = self.query_one("#names", NamesField).names
        for nth, name in enumerate(names):
            self._ids.setdefault((name, names[:nth].count(name)), uuid.uuid4().hex)
        known = [(name, nth, member) for (name, nth), member in self._ids.items()]
        self.query_one(KeptForm).also("ids", json.dumps(known))
        return members_of(names, self._ids)

    def _show(self) -> None:
        """Everything that follows from the form."""
        people = [(member.id, member.name) for member in self._members()]
        for field, nobody in (
            ("owner", _("still open")),
            ("facilitator", _("choose together")),
            ("timekeeper", _("choose together")),
        ):
            self.query_one(f"#{field}", Pick).offer([(None, nobody), *people])
        draft = self.draft()
        self._show_count(len(draft.members))
        self._show_plan(draft)
        self._method.show(draft)
        self.query_one(CaseHint).tell(draft.question)

    def action_own_question(self) -> None:
        """The steps from a complaint to an own question."""
        own_question(self)

    def _show_count(self, people: int) -> None:
        """How many names were understood, and which of them are in doubt."""
        doubtful = self.query_one("#names", NamesField).doubtful
        self.query_one("#names-count", Words).show(count_words(people, doubtful))

    def _show_plan(self, draft: Draft) -> None:
        made = draft.plan()
        width = max(_NARROWEST, self.query_one("#side").size.width - _SCROLLBAR)
        self.query_one("#plan", Words).show(plan_words(made, width) if made else Content(""))
        self.query_one("#plan-end", Words).show(
            end_words(made, self.rooms.now(), width) if made else Content("")
        )
        told = warnings(draft)
        self.query_one("#warnings", Words).show(told_words(told))
        self.call_after_refresh(self._let_plan_scroll)

    def _let_plan_scroll(self) -> None:
        """Tab comes by the plan only while there is more of it than is in sight."""
        plan = self.query_one("#plan-scroll", VerticalScroll)
        plan.can_focus = plan.max_scroll_y > 0

    @on(MethodLine.Asked)
    def _pick_method(self, event: MethodLine.Asked) -> None:
        from intervisie_tui.screens.picking import pick_for_draft

        pick_for_draft(self, self.rooms, self.draft(), event.typed, self._method_chosen)

    def _method_chosen(self, method_id: str | None) -> None:
        self.method_id = method_id
        self.query_one(KeptForm).also("method", method_id)
        self._show()

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Pick.Changed)
    def _changed(self) -> None:
        self._show()

    @on(Input.Blurred, "#group")
    def _named(self, event: Input.Blurred) -> None:
        """A group's name that is known brings its people, when none were typed yet."""
        found = named(self._groups, event.value)
        if found is not None and found is not self._group and not self._members():
            self._take_group(found)

    @on(Button.Pressed, "#begin")
    def _pressed(self) -> None:
        self.action_begin()

    def on_resize(self) -> None:
        """The plan has another width."""
        if self.is_mounted:
            self.call_after_refresh(self._show)

    @work(exclusive=True, group="begin")
    async def action_begin(self) -> None:
        """Set up the session and open its room; its clock waits."""
        draft = self.draft()
        if refused := why_not(draft):
            self._refuse(refused)
            return
        names = self.query_one("#names", NamesField)
        if names.doubtful:
            if not await self.app.push_screen_wait(names_in_doubt(names.doubtful)):
                names.focus()
                return
            names.settle()
            self._show()
        if clean(draft.group_name):
            try:
                draft = await with_group(draft, self._group, self._groups, self.rooms)
            except UNSAVED as error:
                self.notify(_("It could not be saved: {why}", why=why(error)), severity="error", markup=False)
                return
        draft = await self._method.answered(draft)
        command = start_command(draft, new_id(self.rooms.now()), language())
        if isinstance(command, Refusal):
            self._refuse(command)
            return
        self.query_one(KeptForm).done()
        # The app's worker, for this screen's own would end with it.
        self.app.run_worker(begin_room(self, self.rooms, command), group="begin")

    def _refuse(self, refusal: Refusal) -> None:
        self.notify(tell(refusal.message, refusal.values), severity="warning", markup=False)

    @work(exclusive=True, group="leave")
    async def action_leave(self) -> None:
        """Back to the lobby; nothing has begun. What was typed is given up only after a question."""
        typed = self._texts() != self._untouched
        if not typed or await self.app.push_screen_wait(leave_setup()) is False:
            self.dismiss()

    def _texts(self) -> tuple[str, ...]:
        return (
            *(field.text for field in self.query(Lines) if field.id != "rules"),
            *(field.value for field in self.query(Line)),
        )
