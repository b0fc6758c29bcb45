"""Guests in the room: who is in, what is done about them, and what another timekeeper's screen did."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.content import Content

from intervisie_tui.domain import events as e
from intervisie_tui.domain.events import Commit
from intervisie_tui.domain.session import Seat, Session
from intervisie_tui.locale import N_, _, n_
from intervisie_tui.screens.answer import Answer
from intervisie_tui.screens.own_name import OwnName
from intervisie_tui.screens.room_undo import what
from intervisie_tui.widgets.pane import Words
from intervisie_tui.widgets.plain import one_line

if TYPE_CHECKING:
    from intervisie_tui.screens.guest_moves import GuestMove


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
        who = self.session.guest_name(commit.screen) or _("Another screen")
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

    def tell_inside(self) -> None:
        """The names of those who are in by a link, and how many watch; nothing while the doors are shut."""
        doors = self.live.doors
        words = Content("")
        if doors is not None:
            names = [self.session.guest_name(guest) for guest in doors.present]
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
        from intervisie_tui.screens.guest_moves import show_out

        self._choose(N_("Who is shown out?"), self._inside(), show_out)

    def action_hand_over(self) -> None:
        """A guest keeps time from now on; so may this screen still."""
        from intervisie_tui.screens.guest_moves import hand_over

        self._choose(N_("Who keeps time from now on?"), self._seated(Seat.PARTICIPANT), hand_over)

    def action_take_control(self) -> None:
        """A guest no longer keeps time, and takes part."""
        from intervisie_tui.screens.guest_moves import take_back

        self._choose(N_("From whom is control taken back?"), self._seated(Seat.TIMEKEEPER), take_back)

    def _inside(self) -> tuple[str, ...]:
        """Guests who have not been shown out; while the doors are open only those who are there."""
        doors, session = self.live.doors, self.session
        known = {guest.id: guest for guest in session.guests}
        here = doors.present if doors is not None else tuple(known)
        return tuple(
            guest for guest in here if guest != self.live.screen and not (guest in known and known[guest].out)
        )

    def _seated(self, seat: Seat) -> tuple[str, ...]:
        """Those among them who have that seat; control is handed only to who has a name."""
        from intervisie_tui.screens.guest_moves import seat_of

        return tuple(
            guest
            for guest in self._inside()
            if seat_of(self.session, guest, self.live.doors) is seat
            and (seat is Seat.TIMEKEEPER or self.session.guest_name(guest))
        )

    def _choose(
        self, question: str, guests: tuple[str, ...], move: "Callable[[Session, str], GuestMove]"
    ) -> None:
        """Which of these guests, whether that is sure, and then what was done."""
        from intervisie_tui.screens.dialogs.choose_member import ChooseMember

        if not guests:
            self.say(_("There is no guest for that."))
            return

        async def chosen(guest: str | None) -> None:
            if not guest:
                return
            asked = move(self.session, guest)

            async def answered(sure: bool | None) -> None:
                if sure and await self.do(asked.command):
                    self.say(asked.done())

            self.confirm(asked.question, asked.yes, answered, harmless=Answer.NO)

        pairs = [(guest, self.session.guest_name(guest) or _("no name yet")) for guest in guests]
        self.app.push_screen(ChooseMember(question, pairs), chosen)
