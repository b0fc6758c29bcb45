"""The groups: their people, their meetings, whose turn it is, and what is still to be done."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from intervisie_tui.domain.group import Group
from intervisie_tui.domain.names import read_names
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.domain.text import clean
from intervisie_tui.locale import N_, _, tell
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens.answer import Answer
from intervisie_tui.screens.dialogs.confirm import Confirm
from intervisie_tui.screens.dialogs.names_in_doubt import names_in_doubt
from intervisie_tui.screens.form import TABS, Line, NamesField, Row, respeak_form
from intervisie_tui.screens.group_words import changed_group, group_facts
from intervisie_tui.screens.head import Head, Heading
from intervisie_tui.screens.key_line import KeyLine
from intervisie_tui.screens.page import Page
from intervisie_tui.screens.screen_keys import GROUPS, line_of
from intervisie_tui.screens.sheets import sheets
from intervisie_tui.screens.typed_word import TypedWord
from intervisie_tui.troubles import UNSAVED, erased_words, why
from intervisie_tui.widgets.plain import one_line


class GroupsScreen(Page):
    """A list of groups, and beside it the one that is marked; nothing changes before it is saved."""

    CSS_PATH = sheets("groups")
    AUTO_FOCUS = "#groups"
    KEYS_OF = GROUPS
    BINDINGS: ClassVar[list[BindingType]] = [
        *TABS,
        Binding("escape", "leave", show=False),
        Binding("ctrl+s", "save", show=False),
        Binding("f1", "help", show=False),
    ]

    def __init__(self, rooms: Rooms, group_id: str | None = None) -> None:
        super().__init__()
        self.rooms = rooms
        self._wanted = group_id
        self._groups: tuple[Group, ...] = ()
        self.group: Group | None = None

    def compose(self) -> ComposeResult:
        """The list at the left, the form at the right."""
        yield Head(_("Groups"))
        with Horizontal(id="groups-page"):
            with Vertical(id="list", classes="pane"):
                yield OptionList(id="groups", markup=False)
                yield Static(one_line(_("A group begins in set-up: give it a name there.")), id="none")
            with VerticalScroll(id="group", classes="pane", can_focus=False):
                yield Row(_("Name"), Line(id="name"))
                yield Row(_("Names"), NamesField(id="members"))
                yield Row(_("Planned"), Line(placeholder=_("how many meetings"), id="meetings"))
                with Horizontal(classes="answers"):
                    yield Button(one_line(_("Save")), id="save")
                    yield Button(one_line(_("Erase the group")), id="erase")
                yield Heading(_("So far"))
                yield Static(id="facts")
        yield KeyLine(line_of(GROUPS))

    def on_mount(self) -> None:
        """Read the groups."""
        self.fill(self._wanted)

    async def respeak(self) -> None:
        """Everything again, in the language of now; what was typed stays."""
        await respeak_form(self, self._list)

    @work(exclusive=True, group="fill")
    async def fill(self, wanted: str | None) -> None:
        """Read the groups; the wanted one is shown, else the first."""
        self._groups = await self.rooms.groups()
        self._show(next((group for group in self._groups if group.id == wanted), None))
        self._list()

    def _list(self) -> None:
        rows = self.query_one("#groups", OptionList)
        rows.clear_options()
        rows.add_options([Option(one_line(group.name), id=group.id) for group in self._groups])
        rows.display = bool(self._groups)
        self.query_one("#none").display = not self._groups
        self.query_one("#group").display = self.group is not None
        if self.group is not None:
            rows.highlighted = rows.get_option_index(self.group.id)
            self.query_one("#facts", Static).update(group_facts(self.group))

    def _show(self, group: Group | None) -> None:
        self.group = group or next(iter(self._groups), None)
        if self.group is None:
            return
        self.query_one("#name", Line).value = self.group.name
        self.query_one("#members", NamesField).text = _listed(self.group)
        self.query_one("#meetings", Line).value = str(self.group.meetings or "")
        self.query_one("#facts", Static).update(group_facts(self.group))

    @property
    def changed(self) -> bool:
        """Whether the form says something else than what is kept."""
        group = self.group
        return group is not None and (
            clean(self.query_one("#name", Line).value) != clean(group.name)
            or self.query_one("#members", NamesField).names != read_names(_listed(group)).names
            or clean(self.query_one("#meetings", Line).value) != str(group.meetings or "")
        )

    @on(OptionList.OptionHighlighted, "#groups")
    @work(exclusive=True, group="save")
    async def _marked(self, event: OptionList.OptionHighlighted) -> None:
        if self.group is None or event.option.id == self.group.id:
            return
        if await self._may_go():
            self._show(next((group for group in self._groups if group.id == event.option.id), None))
            self._list()
        else:
            self.query_one("#groups", OptionList).highlighted = event.option_list.get_option_index(
                self.group.id
            )

    async def _may_go(self) -> bool:
        """Whether nothing is lost by leaving this group: changes are saved, or given up after a question."""
        if not self.changed or self.group is None:
            return True
        name = self.group.name

        def question() -> str:
            return _("{group} has been changed and not saved.", group=name)

        save = await self.app.push_screen_wait(
            Confirm(question, N_("Save"), N_("Do not save"), harmless=Answer.YES)
        )
        return await self._save() if save else save is not None

    @work(exclusive=True, group="save")
    async def action_leave(self) -> None:
        """Back to the lobby; what was changed is saved or given up first."""
        if await self._may_go():
            self.dismiss()

    @on(OptionList.OptionSelected, "#groups")
    def _chosen(self) -> None:
        self.query_one("#name").focus()

    @on(Button.Pressed, "#save")
    @work(exclusive=True, group="save")
    async def action_save(self) -> None:
        """Keep the group as the form says; says why when it cannot be."""
        if await self._save() and self.group is not None:
            self.fill(self.group.id)

    async def _save(self) -> bool:
        if self.group is None:
            return False
        names = self.query_one("#members", NamesField)
        if names.doubtful:
            if not await self.app.push_screen_wait(names_in_doubt(names.doubtful)):
                return False
            names.settle()
        # Anew, for a session may have been closed in it meanwhile.
        known = {group.id: group for group in await self.rooms.groups()}
        made = changed_group(
            known.get(self.group.id, self.group),
            self.query_one("#name", Line).value,
            self.query_one("#members", NamesField).text,
            self.query_one("#meetings", Line).value,
        )
        if isinstance(made, Refusal):
            self.notify(tell(made.message, made.values), severity="warning", markup=False)
            return False
        others = [group for group in known.values() if group.id != made.id]
        if any(group.name.casefold() == made.name.casefold() for group in others):
            self.notify(_("There is a group of that name already"), severity="warning", markup=False)
            return False
        try:
            await self.rooms.save_group(made)
        except UNSAVED as error:
            self.notify(_("It could not be saved: {why}", why=why(error)), severity="error", markup=False)
            return False
        self._groups = await self.rooms.groups()
        self.notify(_("Saved."), markup=False)
        return True

    @on(Button.Pressed, "#erase")
    @work(exclusive=True, group="save")
    async def action_erase_group(self) -> None:
        """Erase the group and all its sessions, after its word."""
        if self.group is None:
            return
        dialog = TypedWord(
            lambda: _(
                "The group goes, and with it every session of it, in every file. There is no way back."
            ),
            N_("erase"),
            N_("Erase the group"),
        )
        if not await self.app.push_screen_wait(dialog):
            return
        try:
            erased = await self.rooms.delete_group(self.group.id)
        except Exception as error:  # noqa: BLE001 - whatever stands in the way is told
            self.notify(_("It could not be erased: {why}", why=why(error)), severity="error", markup=False)
            return
        self.notify(erased_words(erased.files, erased.left), markup=False)
        self.fill(None)


def _listed(group: Group) -> str:
    return ", ".join(member.name for member in group.members)
