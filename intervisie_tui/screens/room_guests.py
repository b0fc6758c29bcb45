"""Guests in the room: who is in, what is done about them, and what another timekeeper's screen did."""

from collections.abc import Awaitable, Callable

from textual.content import Content

from intervisie_tui.domain import commands as c
from intervisie_tui.domain import events as e
from intervisie_tui.domain.events import Commit
from intervisie_tui.domain.session import Seat
from intervisie_tui.locale import N_, _, n_
from intervisie_tui.screens.own_name import OwnName
from intervisie_tui.screens.room_undo import what
from intervisie_tui.widgets.pane import Words
from intervisie_tui.widgets.plain import one_line


class RoomGuests(OwnName):
    """Show out, hand over, take back; and quiet lines."""

    _known = 0
    """The last revision of which something was told."""

    def known_from_now(self) -> None:
        """What was done up to now is no news."""
        self._known = self.live.revision

    def tell_others(self) -> None:
        """A quiet line for the last thing that another screen did which drives the session, or who came in."""
        news = [commit for commit in self.live.since(self._known) if commit.screen != self.live.screen]
        self._known = self.live.revision
        told = [words for words in map(self._told, news) if words]
        if told:
            self.say(told[-1])

    def _told(self, commit: Commit) -> str:
        first = commit.events[0]
        who = self.name_of(commit.screen) or _("Another screen")
        if isinstance(first, e.SeatTaken):
            return _("{name} is in.", name=self.session.name(first.member))
        if commit.seat is not Seat.TIMEKEEPER or isinstance(first, e.Started | e.Closed):
            return ""
        if isinstance(first, e.TakenBack | e.BroughtBack):
            about = self.live.commit(first.revision)
            done = what(about.events if about is not None else ())
            if isinstance(first, e.TakenBack):
                return _("{who} took back: {what}.", who=who, what=done)
            return _("{who} brought back: {what}.", who=who, what=done)
        return _("{who}: {what}.", who=who, what=what(commit.events))

    def name_of(self, guest: str) -> str:
        """The name that a guest has chosen, or nothing."""
        known = self.session.guest(guest)
        return self.session.name(known.member) if known is not None else ""

    def tell_inside(self) -> None:
        """The names of those who are in by a link, and how many watch; nothing while the doors are shut."""
        doors = self.live.doors
        words = Content("")
        if doors is not None:
            names = [self.name_of(guest) for guest in doors.present]
            parts = [name for name in names if name]
            if nameless := names.count(""):
                parts.append(n_("{n} without a name", "{n} without a name", nameless))
            if doors.watching:
                parts.append(n_("{n} watches", "{n} watch", doors.watching))
            inside = Content(", ").join(one_line(part) for part in parts)
            words = Content.assemble((_("In by a link: "), "$text-muted"), inside) if parts else words
        line = self.query_one("#inside", Words)
        line.show(words)
        line.display = bool(words.plain) and bool(self.query_one("#speaking-order").display)
        self.set_class(line.display and self.has_class("-wide"), "-inside")

    def action_who_am_i(self) -> None:
        """Other timekeepers read the name that is chosen here, instead of another screen."""

        async def chosen(member: str | None) -> None:
            if member:
                await self.take_name(member)

        self.choose_member(N_("Who are you?"), self.session.present, chosen)

    def action_show_out(self) -> None:
        """A guest may do nothing any more."""

        async def chosen(guest: str) -> None:
            name = self.name_of(guest) or _("this guest")

            async def answered(sure: bool | None) -> None:
                if sure and await self.do(c.ShowOut(guest)):
                    self.say(_("{name} has been shown out.", name=name))

            self.confirm(
                lambda: _("Show {name} out? That screen may do nothing any more.", name=name),
                N_("Show out"),
                answered,
            )

        self._choose(N_("Who is shown out?"), self._inside(), chosen)

    def action_hand_over(self) -> None:
        """A guest keeps time from now on; so may this screen still."""

        async def chosen(guest: str) -> None:
            if await self.do(c.HandOver(guest)):
                self.say(
                    _(
                        "{name} keeps time from now on; this screen can take that back.",
                        name=self.name_of(guest),
                    )
                )

        able = {
            guest: name
            for guest, name in self._inside().items()
            if self.session.seat_of(guest) is Seat.PARTICIPANT
        }
        self._choose(N_("Who keeps time from now on?"), able, chosen)

    def action_take_control(self) -> None:
        """A guest no longer keeps time, and takes part."""

        async def chosen(guest: str) -> None:
            if await self.do(c.TakeControl(guest)):
                self.say(_("{name} takes part again.", name=self.name_of(guest) or _("This guest")))

        doors = self.live.doors
        keeping = set(doors.keeping if doors is not None else ())
        able = {
            guest: name
            for guest, name in self._inside().items()
            if (self.session.seat_of(guest) or (Seat.TIMEKEEPER if guest in keeping else None))
            is Seat.TIMEKEEPER
        }
        self._choose(N_("From whom is control taken back?"), able, chosen)

    def _inside(self) -> dict[str, str]:
        """Guests who have not been shown out, and their names; while the doors are open only those who are there."""
        doors, session = self.live.doors, self.session
        named = {guest.id: session.name(guest.member) for guest in session.guests if not guest.out}
        out = {guest.id for guest in session.guests if guest.out}
        here = [guest for guest in doors.present if guest not in out] if doors is not None else list(named)
        return {guest: named.get(guest, "") for guest in here if guest != self.live.screen}

    def _choose(
        self, question: str, guests: dict[str, str], chosen: Callable[[str], Awaitable[None]]
    ) -> None:
        from intervisie_tui.screens.dialogs.choose_member import ChooseMember

        if not guests:
            self.say(_("There is no guest for that."))
            return

        async def answered(guest: str | None) -> None:
            if guest:
                await chosen(guest)

        pairs = [(guest, name or _("no name yet")) for guest, name in guests.items()]
        self.app.push_screen(ChooseMember(question, pairs), answered)
