"""The two faces of the screen, and what makes it fit: desk, veil, tabs, enlarging, sound."""

from textual.widget import Widget

from intervisie_tui.domain import commands as c
from intervisie_tui.domain import timing
from intervisie_tui.locale import _
from intervisie_tui.messages import TabChosen
from intervisie_tui.screens.room_desk import ALOUD, CUES, DESK, NEXT, PICTURE, RoomDesk
from intervisie_tui.widgets.clock_pane import ClockPane
from intervisie_tui.widgets.header import balanced
from intervisie_tui.widgets.hint import Hint
from intervisie_tui.widgets.pane import said
from intervisie_tui.widgets.prompts import Prompts
from intervisie_tui.widgets.tabs import DESK_TAB, Tabs, tab_names

SMALLEST = (60, 15)
WIDE = 108
LEAST_AT_DESK = 30
"""Under so many rows the columns of the desk would cut their words, so that they become tabs."""
PROMPT_ROWS = 6
"""How much of a small window is for the prompts, where they need that much."""
LEFT = ("agenda", "ground-rules")
RIGHT = ("speaking-order", "parking-lot", "actions")
MIDDLE = ("phase", "clock", "floor", "prompts", "notes")
_COLUMNS = {"left": (*LEFT, CUES, NEXT), "middle": (*MIDDLE, ALOUD), "right": (*RIGHT, PICTURE)}


class RoomFace(RoomDesk):
    """d, v, z, i, m, the tabs, and the layout for the size of the window."""

    _enlarged = ""
    _tab = "notes"
    sounds = False

    def action_desk(self) -> None:
        """The other face of this screen."""
        self._tab = "notes" if self.desk else DESK_TAB
        self.desk = not self.desk
        if self.desk:
            # The desk shows by itself what it is; a quiet line would stand before the cue.
            self.query_one(Hint).hush()
        else:
            self.say(_("This screen is the room now."))

    def action_show_on_stage(self) -> None:
        """What the stage shows of all that is written down."""
        from intervisie_tui.screens.dialogs.show_on_stage import ShowOnStage

        self.app.push_screen(ShowOnStage(self.live))

    async def action_veil(self) -> None:
        """Blank rooms and stages, or show them again."""
        await self.do(c.SetVeil(not self.session.veiled))

    def action_cue(self) -> None:
        """A waiting cue, for five seconds."""
        cues = timing.due_cues(self.session, self.now)
        if cues:
            self.say(said(cues[-1].say), 5.0, "bold $accent")
        elif timing.forgotten(self.session, self.now):
            self.say(_("The clock stands still; space lets it go on."), 5.0, "bold $accent")
        else:
            self.say(_("No cue is waiting."), 5.0)

    def action_sound(self) -> None:
        """A bell at the warnings, or no longer."""
        self.sounds = not self.sounds
        self.say(_("Sound is on, on this screen.") if self.sounds else _("Sound is off."))

    def action_enlarge(self) -> None:
        """The focused pane, or the clock, over the whole window; again: as it was."""
        self._enlarged = "" if self._enlarged else self._focused_pane() or "clock"
        self.lay_out()

    def _focused_pane(self) -> str:
        node = self.focused
        while isinstance(node, Widget):
            if node.has_class("pane"):
                return node.id or ""
            node = node.parent if isinstance(node.parent, Widget) else None
        return ""

    def action_shrink(self) -> None:
        """Esc: an enlarged pane as it was, else a pane lets go of the keys."""
        if self._enlarged:
            self._enlarged = ""
            self.lay_out()
        else:
            self.set_focus(None)

    def action_tab_back(self) -> None:
        """The tab before."""
        self._go_tab(-1)

    def action_tab_on(self) -> None:
        """The tab after."""
        self._go_tab(1)

    def _go_tab(self, step: int) -> None:
        names = [name for name, _words in tab_names(self.desk)]
        self._tab = names[(names.index(self._tab) + step) % len(names)]
        self.lay_out()

    def on_tab_chosen(self, event: TabChosen) -> None:
        """A click on a tab."""
        self._tab = event.pane
        self.lay_out()

    def on_resize(self) -> None:
        """Another size of the window."""
        self.lay_out()

    def lay_out(self) -> None:
        """Decide what is in sight at this size; how it looks stands in the style sheet."""
        if not self.query("#clock"):
            return
        self.dress()
        tiny, narrow, big = self._tiny, self._narrow, self._big
        self._show_panes(tiny, narrow)
        self._order_columns(narrow)
        self.query_one("#clock", ClockPane).size_to(self._rows(tiny, big))
        self.query_one(Tabs).display = narrow and not tiny and not self._enlarged
        self.query_one(Prompts).hold_to(
            max(PROMPT_ROWS, self.size.height // 5) if narrow and not self._enlarged else 0
        )
        self.count()
        self.call_after_refresh(self.balance)

    @property
    def _tiny(self) -> bool:
        return self.window.width < SMALLEST[0] or self.window.height < SMALLEST[1]

    @property
    def _narrow(self) -> bool:
        return self.window.width < WIDE or self.window.height < (LEAST_AT_DESK if self.desk else 24)

    @property
    def _big(self) -> bool:
        return self.window.width >= 150 and self.window.height >= 42

    def looks(self) -> dict[str, bool]:
        """By the size of the window, the face of the screen, and what the phase has."""
        tiny, narrow, large = self._tiny, self._narrow, bool(self._enlarged)
        run = self.session.current
        return {
            **super().looks(),
            "-desk": self.desk,
            "-boarded": run is not None and run.plan.board is not None,
            "-tiny": tiny,
            "-narrow": narrow and not tiny,
            "-wide": not (narrow or tiny or large),
            "-low": self.window.height < 30,
            "-big": self._big,
            "-enlarged": large,
            "-at-desk": self._at_desk and not (large or tiny),
        }

    @property
    def _at_desk(self) -> bool:
        """Whether the tab that holds all of the desk is chosen."""
        return self.desk and self._narrow and self._tab == DESK_TAB

    def count(self) -> None:
        """The tabs tell how many there are of what is not in sight."""
        session = self.session
        told = {"notes": session.notes, "parking-lot": session.parking, "actions": session.actions}
        counts = {pane: len(entries) for pane, entries in told.items()}
        self.query_one(Tabs).tell(self._tab, counts, desk=self.desk)

    def balance(self) -> None:
        """The method stands in the middle of the window, and the times at the right are never cut."""
        balanced(self)

    def _order_columns(self, narrow: bool) -> None:
        """The clock comes first in a small window, and stands in the middle of a wide one."""
        columns = self.query_one("#columns")
        left, middle = columns.query_one("#left"), columns.query_one("#middle")
        children = list(columns.children)
        if narrow != (children.index(middle) < children.index(left)):
            columns.move_child(middle, before=left) if narrow else columns.move_child(middle, after=left)

    def _rows(self, tiny: bool, big: bool) -> int:
        height = self.size.height
        if self._enlarged == "clock" and not tiny:
            return 11 if self.size.width >= 74 and height >= 20 else 7
        if tiny or height < 30 or (self.desk and not big):
            return 3
        if self.desk:
            return 7
        # Eleven rows would write more than is promised over a slow line; z gives them.
        return 9 if big else 7

    def _show_panes(self, tiny: bool, narrow: bool) -> None:
        shown = {*LEFT, *MIDDLE, *RIGHT}
        if self.desk:
            # What is to be read aloud has the prompts in it, and the ground rules hang on the stage.
            shown = shown - {"prompts", "ground-rules"} | {*DESK}
        at_desk = self._at_desk
        if tiny:
            shown = {"clock"}
        elif self._enlarged:
            shown = {self._enlarged}
            if self._enlarged == "clock":
                shown |= {"phase", "floor"}
        elif narrow:
            shown = {"phase", "clock", "floor", *(DESK if at_desk else ("prompts", self._tab))}
        for pane in (*LEFT, *MIDDLE, *RIGHT, *(DESK if self.furnished else ())):
            self.query_one(f"#{pane}").display = pane in shown
        for column, panes in _COLUMNS.items():
            self.query_one(f"#{column}").display = bool(shown & set(panes))
        self.query_one("#now").display = bool(shown & {"phase", "clock", "floor", "prompts"})
        self.query_one("#middle").set_class(
            narrow and "notes" not in shown and not at_desk and not self._enlarged and not tiny, "-short"
        )
        self.query_one("#too-small").display = tiny
        self.query_one("#header").display = not tiny
        self.query_one("#footer").display = not tiny
        self.on_hint_changed()

    def on_hint_changed(self) -> None:
        """At the desk the quiet line stands in the place of the cue for as long as it says something."""
        tiny, hint = self.has_class("-tiny"), self.query_one(Hint)
        # Where the cues themselves are in sight, no line need tell of them.
        line = self.desk and self.has_class("-narrow") and not self.has_class("-at-desk")
        hint.display = not tiny and bool(hint.words or not line)
        self.query_one("#deskline").display = line and not tiny and not hint.words
