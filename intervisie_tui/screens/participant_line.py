"""The line of a guest: what it takes, and what it sends in the guest's own name."""

from dataclasses import dataclass, field
from functools import cached_property

from intervisie_tui import spoken
from intervisie_tui.action_line import ActionLine, parse
from intervisie_tui.domain import commands as c
from intervisie_tui.locale import _, language
from intervisie_tui.messages import KeyForClosedLine, KindWanted, Writing, WritingEnded, Written
from intervisie_tui.method import Capture
from intervisie_tui.screens.due_said import load_before_date, when_due
from intervisie_tui.screens.line_keeper import OF_GUEST, Asking, LineKeeper, Purpose, new_id
from intervisie_tui.screens.room_base import RoomBase
from intervisie_tui.widgets import words
from intervisie_tui.widgets.chips import Chip, Chips
from intervisie_tui.widgets.entry_line import EntryLine
from intervisie_tui.widgets.pane import said


@dataclass(frozen=True, slots=True)
class Takes:
    """One thing that the line can take: a note of a kind or in a place, something for later, an own action."""

    what: Purpose
    words: str = field(compare=False)
    """In another language it is the same thing."""
    kind: Capture | None = None
    cell: str | None = None


class ParticipantLine(RoomBase):
    """The line stays where it is; Tab or a tap chooses what it takes, and what was typed outlives all but sending."""

    _takes: Takes | None = None
    _in_phase = ""

    @cached_property
    def keeper(self) -> LineKeeper:
        """What the line takes now."""
        return LineKeeper(self, self.live, OF_GUEST, lambda _purpose: None)

    @property
    def line(self) -> EntryLine:
        """The line at the bottom."""
        return self.keeper.line

    @property
    def _asks_due(self) -> bool:
        """Whether the date of an action is being asked."""
        return self.keeper.purpose is Purpose.DUE

    @property
    def me(self) -> str | None:
        """The member whose screen this is; None before a name has been chosen."""
        guest = self.session.guest(self.live.screen)
        member = self.session.member(guest.member) if guest is not None else None
        return member.id if member is not None else None

    def choices(self) -> list[Takes]:
        """All that the line can take in this phase."""
        run = self.session.current
        found: list[Takes] = []
        if run is not None and run.plan.board is not None:
            found = [Takes(Purpose.NOTE, said(cell.name), cell=cell.id) for cell in run.plan.board.cells]
            found += [Takes(Purpose.NOTE, _("beside the board"), kind) for kind in run.plan.captures[:1]]
        elif run is not None:
            kinds = [kind for kind in run.plan.captures if kind is not Capture.ACTION]
            found = [Takes(Purpose.NOTE, words.kind(kind), kind) for kind in kinds]
            if not run.plan.captures:
                found = [Takes(Purpose.NOTE, _("note"))]
        agreed = Takes(Purpose.ACTION, _("action"))
        first = [agreed] if run is not None and Capture.ACTION in run.plan.captures else []
        return [*first, *found, Takes(Purpose.PARK, _("later")), *([] if first else [agreed])]

    def open_line(self, text: str = "") -> None:
        """The line is at hand, with this text in it."""
        self._ask(text)
        self.fit_line()

    def _ask(self, text: str) -> None:
        purpose = self._takes.what if self._takes is not None else Purpose.NOTE
        asking = Asking(purpose, self._send, reads=self._understood)
        self.keeper.ask(asking, "", _("Write here; Enter sends"), text)

    def fit_line(self) -> None:
        """What the line can take in the phase of now; what it took stays where it still can be."""
        choices, run = self.choices(), self.session.current
        phase = run.id if run is not None else ""
        if self._takes not in choices or (phase != self._in_phase and self._takes.what is Purpose.NOTE):
            self._take(self._first(choices))
        self._in_phase = phase
        self.tell_choices()

    def _first(self, choices: list[Takes]) -> Takes:
        run = self.session.current
        if run is not None and run.plan.board is not None:
            from intervisie_tui.domain.boards import first_place

            place = first_place(self.session, run, self.me)
            return next((one for one in choices if place and one.cell == place), choices[0])
        return choices[0]

    def tell_choices(self) -> None:
        """Show what the line can take; while a date is asked, only that."""
        row = self.query_one("#takes", Chips)
        if self._asks_due:
            row.tell([Chip("", _("by when? Empty: no date"), now=True)])
            return
        row.tell([Chip(str(at), one.words, one == self._takes) for at, one in enumerate(self.choices())])

    def tell_placeholder(self) -> None:
        """Show what the empty line is for, once it is there."""
        if self.line.is_open:
            self.line.takes("", self._placeholder())

    def _placeholder(self) -> str:
        due = _("next friday, in 2 weeks; empty: no date")
        return due if self._asks_due else _("Write here; Enter sends")

    def _take(self, takes: Takes) -> None:
        self._takes = takes
        if self.keeper.asking is not None:
            self.keeper.asking = Asking(takes.what, self._send, reads=self._understood)
            self.keeper.read(self.line.value)

    def take(self, what: Purpose) -> None:
        """The first of the things of that kind, and the line has the keys."""
        choices = self.choices()
        if self._takes is None or self._takes.what != what:
            self._take(
                self._first(choices)
                if what is Purpose.NOTE
                else next(one for one in choices if one.what == what)
            )
        self.tell_choices()
        self.line.field.focus()

    def on_kind_wanted(self, event: KindWanted) -> None:
        """Tab: the next thing."""
        choices = self.choices()
        if not self._asks_due and self._takes in choices:
            self._take(choices[(choices.index(self._takes) + event.step) % len(choices)])
            self.tell_choices()

    def choose(self, at: int) -> None:
        """A tap on one of the things."""
        choices = self.choices()
        if not self._asks_due and at < len(choices):
            self._take(choices[at])
            self.tell_choices()
        self.line.field.focus()

    async def on_written(self, event: Written) -> None:
        """A line was sent; a paste sends each of its lines."""
        await self.keeper.written(event.lines)

    async def _send(self, text: str) -> bool:
        takes, run, me = self._takes, self.session.current, self.me
        if takes is None or run is None:
            return False
        if takes.what is Purpose.PARK:
            return await self.do(c.Park(new_id(), text, me))
        if takes.what is Purpose.NOTE:
            return await self.do(c.AddNote(new_id(), run.id, text, takes.kind, me, takes.cell))
        read = self._parsed(text)
        if read.due is None and self.keeper.alone and read.text:
            self._ask_due(read.text)
            if read.asked is not None:
                self.say(read.asked.sentence())
            return True
        return await self.do(c.AddAction(new_id(), read.text, me, read.due))

    def _ask_due(self, action: str) -> None:
        async def send(text: str) -> bool:
            read = self._parsed(f"x @ {text}")
            if read.asked is not None:
                self.say(read.asked.sentence())
                return False
            if not await self.do(c.AddAction(new_id(), action, self.me, read.due)):
                return False
            self._end_due("")
            return True

        asking = Asking(Purpose.DUE, send, waiting=action, back=self._end_due)
        self.keeper.ask(asking, "", _("next friday, in 2 weeks; empty: no date"))
        self.tell_choices()

    def _end_due(self, text: str) -> None:
        self._ask(text)
        self.tell_choices()

    def _parsed(self, text: str) -> ActionLine:
        return parse(text, (), spoken.day_of(self.now), language())

    def on_writing(self, event: Writing) -> None:
        """The text in the line has changed."""
        self.keeper.writing(event.text)

    def _understood(self, text: str) -> str:
        if self._takes is None or self._takes.what is not Purpose.ACTION or not text.strip():
            return ""
        load_before_date(self, text)
        read = self._parsed(text)
        return f"{read.text}  {when_due(read, spoken.day_of(self.now))}"

    async def line_back(self) -> None:
        """What this guest was typing when it lost its screen stands in the line again."""
        left = await self.live.own_draft()
        if left is None or self.line.value:
            return
        what, text = left
        found = next((one.what for one in self.choices() if one.what == what), None)
        if found is not None:
            self.take(found)
        self._ask(text)

    async def on_writing_ended(self, event: WritingEnded) -> None:
        """Esc: the keys go to the screen; what was typed stays. While a date is asked: back to the action."""
        event.stop()
        await self.keeper.ended()

    def on_key_for_closed_line(self, event: KeyForClosedLine) -> None:
        """A key did nothing, for the line had let the keys go just before it."""
        event.stop()
        self.say(_("You had just left the line, so that key did nothing."))
