"""What is typed in the room: notes, parking, actions, minutes; and changing what was written down."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import date
from uuid import uuid4

from textual.timer import Timer

from intervisie_tui import spoken
from intervisie_tui.action_line import ActionLine, parse
from intervisie_tui.domain.commands import (
    AddAction,
    AddNote,
    BeganAgo,
    ChangeAction,
    ChangeText,
    MarkAction,
    Park,
    TakeBreak,
    TakeParked,
)
from intervisie_tui.domain.commands import (
    DeleteEntry as Delete,
)
from intervisie_tui.domain.session import Action, Status
from intervisie_tui.locale import _, language
from intervisie_tui.messages import (
    DeleteEntry,
    EditEntry,
    KindWanted,
    MarkEntry,
    Writing,
    WritingEnded,
    Written,
)
from intervisie_tui.method import Capture
from intervisie_tui.screens.room_turns import RoomTurns
from intervisie_tui.widgets import words
from intervisie_tui.widgets.entry_line import EntryLine
from intervisie_tui.widgets.pane import said

NOTE, PARK, ACTION = "note", "park", "action"
KEPT = frozenset({NOTE, PARK, ACTION})
"""Kinds of lines that come back after a crash."""
EVERY = 0.25
"""At most so often, in seconds, a half-typed line is written down."""

Send = Callable[[str], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class Asking:
    """What the entry line takes now; `send` tells whether the line was taken."""

    kind: str
    send: Send
    stays: bool = False


@dataclass(frozen=True, slots=True)
class HalfAction:
    """An action of which something is still to be asked; `entry` is the one that is changed."""

    text: str
    owner: str | None
    due: date | None
    entry: str = ""
    asked_due: bool = False


class RoomEntry(RoomTurns):
    """The entry line, and e, Delete and x in lists."""

    _asking: Asking | None = None
    _choice = 0
    _drafting: Timer | None = None

    @property
    def line(self) -> EntryLine:
        """The line at the bottom."""
        return self.query_one(EntryLine)

    def ask(self, asking: Asking, takes: str, hint: str = "", value: str = "") -> None:
        """Open the line for something."""
        self._asking = asking
        self.query_one("#footer").display = False
        self.line.open(takes, hint, value)

    def close_line(self) -> None:
        """Close the line; what stood in it is forgotten."""
        self._asking = None
        self.query_one("#footer").display = True
        self.line.close()

    # notes and parking

    async def action_note(self) -> None:
        """Write notes in this phase."""
        if self.session.current is None:
            return
        self._choice = 0
        more = len(self._choices()) > 1
        hint = _("Enter sends, Tab takes the next kind, Esc closes") if more else _("Enter sends, Esc closes")
        left = await self.live.take_draft(NOTE)
        self.ask(Asking(NOTE, self._send_note, stays=True), self._kind_words(), hint, left)

    def _choices(self) -> list[tuple[Capture | None, str | None, str]]:
        """Every kind of note, or place of the board, that this phase takes: kind, cell, word."""
        run = self.session.current
        if run is None:
            return []
        if run.plan.board is not None:
            return [(None, cell.id, said(cell.name)) for cell in run.plan.board.cells]
        return [(kind, None, words.kind(kind)) for kind in run.plan.captures] or [(None, None, _("note"))]

    def _kind_words(self) -> str:
        choices = self._choices()
        return choices[self._choice % len(choices)][2] if choices else ""

    def on_kind_wanted(self, event: KindWanted) -> None:
        """Tab: the next kind or place."""
        if self._asking is not None and self._asking.kind == NOTE:
            self._choice += event.step
            self.line.takes(self._kind_words())

    async def _send_note(self, text: str) -> bool:
        run, choices = self.session.current, self._choices()
        if run is None or not choices:
            return False
        kind, cell, _words = choices[self._choice % len(choices)]
        return await self.do(AddNote(_new(), run.id, text, kind, cell=cell))

    async def action_park(self) -> None:
        """Park things."""

        async def send(text: str) -> bool:
            return await self.do(Park(_new(), text))

        left = await self.live.take_draft(PARK)
        hint = _("Enter sends, Esc closes")
        self.ask(Asking(PARK, send, stays=True), _("for later"), hint, left)

    # actions

    async def action_action(self) -> None:
        """Agree on an action."""
        left = await self.live.take_draft(ACTION)
        hint = _("Anna: call the parents @ next friday")
        self.ask(Asking(ACTION, self._send_action), _("action"), hint, left)

    def _read(self, text: str) -> ActionLine:
        members = [(member.id, member.name) for member in self.session.present]
        return parse(text, members, spoken.day_of(self.now), language())

    async def _send_action(self, text: str) -> bool:
        read = self._read(text)
        if not read.text:
            self.say(_("Say what is going to be done."), style="$warning")
            return False
        return await self._complete(HalfAction(read.text, read.owner_id, read.due))

    async def _complete(self, half: HalfAction) -> bool:
        """Write the action down, or ask first for what is missing."""
        if half.owner is None:
            self._ask_owner(half)
            return True
        if half.due is None and not half.asked_due:
            self._ask_due(half)
            return True
        if half.entry:
            return await self.do(ChangeAction(half.entry, half.text, half.owner, half.due))
        return await self.do(AddAction(_new(), half.text, half.owner, half.due))

    def _ask_owner(self, half: HalfAction) -> None:
        from intervisie_tui.screens.dialogs.choose_member import ChooseMember

        async def chosen(member: str | None) -> None:
            if member:
                await self._complete(replace(half, owner=member))
            else:
                await self.live.draft(ACTION, half.text)

        pairs = [(member.id, member.name) for member in self.session.present]
        self.app.push_screen(ChooseMember(_("Whose action is it?"), pairs), chosen)

    def _ask_due(self, half: HalfAction) -> None:
        async def send(text: str) -> bool:
            read = self._read(f"x @ {text}")
            if text.strip() and read.due is None:
                self.say(_("That is no date that is understood; for example: next friday, 12 december."))
                return False
            return await self._complete(replace(half, due=read.due, asked_due=True))

        self.ask(Asking("due", send), _("by when?"), _("next friday, in 2 weeks; empty: no date"))

    def _understood(self, text: str) -> str:
        read = self._read(text)
        if not text.strip():
            return ""
        owner = self.session.name(read.owner_id) or (f"{read.owner_text}?" if read.owner_text else _("who?"))
        when = spoken.day(read.due) if read.due else (f"{read.due_words}?" if read.due_words else _("when?"))
        return _("understood as:  {owner}  {text}  {when}", owner=owner, text=read.text, when=when)

    # minutes, and who comes

    def action_began(self) -> None:
        """Say how long ago this phase began."""

        async def send(text: str) -> bool:
            minutes = _number(text)
            if minutes is None:
                self.say(_("Give a number of minutes."), style="$warning")
                return False
            return await self.do(BeganAgo(minutes * 60))

        self.ask(Asking("began", send), _("began how many minutes ago?"), "5")

    def action_break(self) -> None:
        """Take a break."""

        async def send(text: str) -> bool:
            minutes = _number(text or "10")
            if minutes is None:
                self.say(_("Give a number of minutes."), style="$warning")
                return False
            return await self.do(TakeBreak(minutes * 60))

        self.ask(Asking("break", send), _("a break of how many minutes?"), "10")

    def action_come(self) -> None:
        """Somebody comes late, or comes back."""

        async def send(text: str) -> bool:
            await self.come(text)
            return True

        self.ask(Asking("come", send), _("who comes?"))

    # the line itself

    async def on_written(self, event: Written) -> None:
        """A line was sent; a paste sends each of its lines."""
        asking = self._asking
        if asking is None:
            return
        done = True
        for text in event.lines:
            if not text.strip() and asking.kind in {*KEPT, "edit", "come"}:
                self.close_line()
                return
            done = await asking.send(text) and done
        if not done:
            return
        await self._forget_draft(asking.kind)
        if asking.stays:
            self.line.clear()
        elif self._asking is asking:
            self.close_line()

    def on_writing(self, event: Writing) -> None:
        """Show how the line is understood, and keep it safe."""
        if self._asking is None:
            return
        if self._asking.kind == ACTION:
            self.line.understood(self._understood(event.text))
        if self._asking.kind in KEPT and self._drafting is None:
            self._drafting = self.set_timer(EVERY, self._keep_draft)

    async def _keep_draft(self) -> None:
        self._drafting = None
        if self._asking is not None and self._asking.kind in KEPT:
            await self.live.draft(self._asking.kind, self.line.value)

    async def _forget_draft(self, kind: str) -> None:
        if self._drafting is not None:
            self._drafting.stop()
            self._drafting = None
        if kind in KEPT:
            await self.live.draft(kind, "")

    async def on_writing_ended(self, event: WritingEnded) -> None:
        """Esc."""
        event.stop()
        if self._asking is not None:
            await self._forget_draft(self._asking.kind)
        self.close_line()

    # what was written down

    def on_edit_entry(self, event: EditEntry) -> None:
        """e: word it otherwise."""
        action = self._action(event.id)
        if action is not None:
            self._edit_action(action)
            return
        texts = {note.id: note.text for note in self.session.notes}
        texts |= {item.id: item.text for item in self.session.parking}
        if event.id in texts:

            async def send(text: str) -> bool:
                return await self.do(ChangeText(event.id, text))

            self.ask(Asking("edit", send), _("change"), "", texts[event.id])

    def _edit_action(self, action: Action) -> None:
        async def send(text: str) -> bool:
            read = self._read(text)
            half = HalfAction(read.text, read.owner_id, read.due, action.id, asked_due=True)
            return await self._complete(half)

        owner = f"{self.session.name(action.owner)}: " if action.owner else ""
        due = f" @ {action.due.isoformat()}" if action.due else ""
        self.ask(Asking("edit", send), _("change"), "", f"{owner}{action.text}{due}")

    async def on_delete_entry(self, event: DeleteEntry) -> None:
        """Delete: out of sight; undo brings it back."""
        if await self.do(Delete(event.id)):
            self.say(_("Deleted; u brings it back."))

    async def on_mark_entry(self, event: MarkEntry) -> None:
        """x: what was parked is taken; an action goes on to its next status."""
        for item in self.session.parking:
            if item.id == event.id:
                await self.do(TakeParked(item.id, not item.taken))
        action = self._action(event.id)
        if action is not None:
            statuses = list(Status)
            after = statuses[(statuses.index(action.status) + 1) % len(statuses)]
            if await self.do(MarkAction(action.id, after)):
                self.say(words.status(after))

    def _action(self, entry: str) -> Action | None:
        return next((item for item in self.session.actions if item.id == entry), None)


def _new() -> str:
    return uuid4().hex[:12]


def _number(text: str) -> float | None:
    try:
        number = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return number if number == number and abs(number) < 1e6 else None
