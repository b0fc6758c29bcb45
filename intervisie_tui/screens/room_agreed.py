"""Actions: what is typed is read while typing, and what is missing is asked for."""

from dataclasses import dataclass, replace
from datetime import date

from intervisie_tui import spoken
from intervisie_tui.action_line import ActionLine, parse
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.session import Action
from intervisie_tui.locale import N_, _, language
from intervisie_tui.screens.due_said import load_before_date, when_due
from intervisie_tui.screens.line_keeper import Asking, Purpose, new_id
from intervisie_tui.screens.room_line import RoomLine


@dataclass(frozen=True, slots=True)
class HalfAction:
    """An action of which something is still to be asked; `entry` is the one that is changed.

    `line` is what was typed: its candidates may be the owner, and it tells why its date must be asked.
    """

    text: str
    owner: str | None
    due: date | None
    line: ActionLine
    entry: str = ""
    asked_owner: bool = False
    asked_due: bool = False


class RoomAgreed(RoomLine):
    """a, and the change of an action."""

    async def action_action(self) -> None:
        """Agree on an action."""
        self._ask_action(await self.live.take_draft(Purpose.ACTION))

    def _ask_action(self, text: str) -> None:
        hint = _("Anna: call the parents @ next friday")
        asking = Asking(Purpose.ACTION, self._send_action, reads=self._understood)
        self.keeper.ask(asking, _("action"), hint, text)

    def _read(self, text: str, standing: date | None = None) -> ActionLine:
        members = [(member.id, member.name) for member in self.session.present]
        gone = [(member.id, member.name) for member in self.session.members if not member.present]
        today = spoken.day_of(self.now)
        return parse(text, members, today, language(), gone=gone, standing=standing)

    async def _send_action(self, text: str) -> bool:
        read = self._read(text)
        if not read.text:
            self.say(_("Say what is going to be done."), style="$warning")
            return False
        # Of many at once nothing is asked: the closing shows what they lack.
        half = HalfAction(read.text, read.owner_id, read.due, read, asked_due=not self.keeper.alone)
        return await self._complete(half, text)

    async def _complete(self, half: HalfAction, typed: str = "") -> bool:
        """Write the action down; or ask first for what is missing, and keep what was typed until that is told."""
        if half.owner is None and not half.asked_owner and self.keeper.alone:
            self._ask_owner(half, typed)
            return False
        if half.due is None and not half.asked_due:
            self._ask_due(half, typed)
            return True
        if half.entry:
            return await self.do(c.ChangeAction(half.entry, half.text, half.owner, half.due))
        return await self.do(c.AddAction(new_id(), half.text, half.owner, half.due))

    def _ask_owner(self, half: HalfAction, typed: str) -> None:
        asking = self.keeper.asking

        async def chosen(member: str | None) -> None:
            # The line stands there as it was until then.
            if member is None or asking is None:
                return
            owner = member or None
            text = half.line.text_for(owner)
            if await self._complete(replace(half, text=text, owner=owner, asked_owner=True), typed):
                await self.keeper.taken(asking, (typed,))

        # Who may have been meant comes first among the names, but nobody is taken unless chosen.
        meant = half.line.candidates
        people = sorted(self.session.present, key=lambda member: member.id not in meant)
        self.choose_member(N_("Whose action is it?"), people, chosen, nobody=N_("nobody yet"))

    def _ask_due(self, half: HalfAction, typed: str) -> None:
        async def send(text: str) -> bool:
            read = self._read(f"x @ {text}")
            if read.asked is not None:
                self.say(read.asked.sentence())
                return False
            if not await self._complete(replace(half, due=read.due, asked_due=True)):
                return False
            # The line is open again for the next action.
            self._ask_action("")
            return True

        asking = Asking(Purpose.DUE, send, waiting=typed, back=self._ask_action)
        self.keeper.ask(asking, _("by when?"), _("next friday, in 2 weeks; empty: no date"))
        if half.line.asked is not None:
            self.say(half.line.asked.sentence())

    def _understood(self, text: str) -> str:
        load_before_date(self, text)
        read = self._read(text)
        if not text.strip():
            return ""
        owner = self.session.name(read.owner_id) or (f"{read.owner_text}?" if read.owner_text else _("who?"))
        when = when_due(read, spoken.day_of(self.now))
        return _("understood as:  {owner}  {text}  {when}", owner=owner, text=read.text, when=when)

    def edit_action(self, action: Action) -> None:
        """Word an action otherwise."""

        async def send(text: str) -> bool:
            read = self._read(text, action.due)
            # What was in the text before is no new date: only words that came are asked about.
            settled = read.asked is None or read.text == action.text
            half = HalfAction(read.text, read.owner_id, read.due, read, action.id, asked_due=settled)
            return await self._complete(half, text)

        owner = f"{self.session.name(action.owner)}: " if action.owner else ""
        due = f" @ {action.due.isoformat()}" if action.due else ""
        self.keeper.ask(Asking(Purpose.EDIT, send), _("change"), "", f"{owner}{action.text}{due}")
