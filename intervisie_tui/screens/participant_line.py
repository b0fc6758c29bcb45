"""The line of a guest: what it takes, what it sends in the guest's own name, and how it is kept safe."""

from dataclasses import dataclass, field

from textual.timer import Timer

from intervisie_tui import spoken
from intervisie_tui.action_line import ActionLine, parse
from intervisie_tui.domain import commands as c
from intervisie_tui.due import Asked, due
from intervisie_tui.locale import _, language
from intervisie_tui.messages import KindWanted, Writing, WritingEnded, Written
from intervisie_tui.method import Capture
from intervisie_tui.screens.due_said import load_before_date, when_due
from intervisie_tui.screens.room_agreed import ACTION
from intervisie_tui.screens.room_base import RoomBase
from intervisie_tui.screens.room_line import EVERY, new_id
from intervisie_tui.screens.room_notes import NOTE, PARK
from intervisie_tui.widgets import words
from intervisie_tui.widgets.chips import Chip, Chips
from intervisie_tui.widgets.entry_line import EntryLine
from intervisie_tui.widgets.pane import said


@dataclass(frozen=True, slots=True)
class Takes:
    """One thing that the line can take: a note of a kind or in a place, something for later, an own action."""

    what: str
    words: str = field(compare=False)
    """In another language it is the same thing."""
    kind: Capture | None = None
    cell: str | None = None


class ParticipantLine(RoomBase):
    """The line stays where it is; Tab or a tap chooses what it takes, and what was typed outlives all but sending."""

    _takes: Takes | None = None
    _in_phase = ""
    _half = ""
    """The action of which the date is being asked."""
    _drafting: Timer | None = None

    @property
    def line(self) -> EntryLine:
        """The line at the bottom."""
        return self.query_one(EntryLine)

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
            found = [Takes(NOTE, said(cell.name), cell=cell.id) for cell in run.plan.board.cells]
            found += [Takes(NOTE, _("beside the board"), kind) for kind in run.plan.captures[:1]]
        elif run is not None:
            kinds = [kind for kind in run.plan.captures if kind is not Capture.ACTION]
            found = [Takes(NOTE, words.kind(kind), kind) for kind in kinds]
            if not run.plan.captures:
                found = [Takes(NOTE, _("note"))]
        agreed = Takes(ACTION, _("action"))
        first = [agreed] if run is not None and Capture.ACTION in run.plan.captures else []
        return [*first, *found, Takes(PARK, _("later")), *([] if first else [agreed])]

    def open_line(self) -> None:
        """The line is at hand."""
        self.line.open("", self._placeholder())
        self.fit_line()

    def fit_line(self) -> None:
        """What the line can take in the phase of now; what it took stays where it still can be."""
        choices, run = self.choices(), self.session.current
        phase = run.id if run is not None else ""
        if self._takes not in choices or (phase != self._in_phase and self._takes.what == NOTE):
            self._take(self._first(choices))
        self._in_phase = phase
        self.tell_choices()

    def _first(self, choices: list[Takes]) -> Takes:
        run = self.session.current
        if run is not None and run.plan.board is not None:
            from intervisie_tui.domain.boards import first_place

            place = first_place(self.session, run)
            return next((one for one in choices if place and one.cell == place), choices[0])
        return choices[0]

    def tell_choices(self) -> None:
        """Show what the line can take; while a date is asked, only that."""
        row = self.query_one("#takes", Chips)
        if self._half:
            row.tell([Chip("", _("by when? Empty: no date"), now=True)])
            return
        row.tell([Chip(str(at), one.words, one == self._takes) for at, one in enumerate(self.choices())])

    def tell_placeholder(self) -> None:
        """Show what the empty line is for, once it is there."""
        if self.line.is_open:
            self.line.takes("", self._placeholder())

    def _placeholder(self) -> str:
        return _("next friday, in 2 weeks; empty: no date") if self._half else _("Write here; Enter sends")

    def _take(self, takes: Takes) -> None:
        self._takes, self._half = takes, ""
        self._read(self.line.value if self.line.is_open else "")

    def take(self, what: str) -> None:
        """The first of the things of that kind, and the line has the keys."""
        choices = self.choices()
        if self._takes is None or self._takes.what != what:
            self._take(
                self._first(choices) if what == NOTE else next(one for one in choices if one.what == what)
            )
        self.tell_choices()
        self.line.field.focus()

    def on_kind_wanted(self, event: KindWanted) -> None:
        """Tab: the next thing."""
        choices = self.choices()
        if not self._half and self._takes in choices:
            self._take(choices[(choices.index(self._takes) + event.step) % len(choices)])
            self.tell_choices()

    def choose(self, at: int) -> None:
        """A tap on one of the things."""
        choices = self.choices()
        if not self._half and at < len(choices):
            self._take(choices[at])
            self.tell_choices()
        self.line.field.focus()

    async def on_written(self, event: Written) -> None:
        """A line was sent; a paste sends each of its lines."""
        if self._half:
            await self._send_due(event.lines[0])
            return
        done = True
        for text in event.lines:
            done = (not text.strip() or await self._send(text, alone=len(event.lines) == 1)) and done
        if done and not self._half:
            await self._forget()
            self.line.sent(event.lines)

    async def _send(self, text: str, *, alone: bool) -> bool:
        takes, run, me = self._takes, self.session.current, self.me
        if takes is None or run is None:
            return False
        if takes.what == PARK:
            return await self.do(c.Park(new_id(), text, me))
        if takes.what == NOTE:
            return await self.do(c.AddNote(new_id(), run.id, text, takes.kind, me, takes.cell))
        read = self._parsed(text)
        if read.due is None and alone and read.text:
            self._ask_due(read.text)
            if read.asked is not None:
                self.say(read.asked.sentence())
            return True
        return await self.do(c.AddAction(new_id(), read.text, me, read.due))

    def _ask_due(self, text: str) -> None:
        self._half = text
        self.line.clear()
        self.tell_placeholder()
        self.tell_choices()

    async def _send_due(self, text: str) -> None:
        day = due(text, spoken.day_of(self.now), language()) if text.strip() else None
        if isinstance(day, Asked):
            self.say(day.sentence())
            return
        if await self.do(c.AddAction(new_id(), self._half, self.me, day)):
            await self._forget()
            self._end_due("")

    def _end_due(self, text: str) -> None:
        self._half = ""
        self.line.open("", self._placeholder(), text)
        self.tell_choices()

    def _parsed(self, text: str) -> ActionLine:
        return parse(text, (), spoken.day_of(self.now), language())

    def on_writing(self, event: Writing) -> None:
        """Show how the line is understood, and keep it safe."""
        self._read(event.text)
        if self._drafting is None and self.is_running:
            self._drafting = self.set_timer(EVERY, self._keep)

    def _read(self, text: str) -> None:
        takes = self._takes
        if not self.line.is_open:
            return
        if takes is None or takes.what != ACTION or self._half or not text.strip():
            self.line.understood("")
            return
        load_before_date(self, text)
        read = self._parsed(text)
        self.line.understood(f"{read.text}  {when_due(read, spoken.day_of(self.now))}")

    async def _keep(self) -> None:
        self._drafting = None
        if self._takes is not None and self.line.is_open:
            await self.live.draft(self._takes.what, self._half or self.line.value)

    async def _forget(self) -> None:
        if self._drafting is not None:
            self._drafting.stop()
            self._drafting = None
        await self.live.draft(self._takes.what if self._takes is not None else NOTE, "")

    async def line_back(self) -> None:
        """What this guest was typing when it lost its screen stands in the line again."""
        left = await self.live.own_draft()
        if left is None or self.line.value:
            return
        what, text = left
        if what in {one.what for one in self.choices()}:
            self.take(what)
        self.line.open("", self._placeholder(), text)

    def on_writing_ended(self, event: WritingEnded) -> None:
        """Esc: the keys go to the screen; what was typed stays. While a date is asked: back to the action."""
        event.stop()
        if self._half:
            self._end_due(self._half)
        else:
            self.set_focus(None)
