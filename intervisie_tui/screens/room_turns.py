"""The keys of the floor, and of who is in the circle."""

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.session import Order
from intervisie_tui.domain.speaking import eligible
from intervisie_tui.locale import N_, _
from intervisie_tui.messages import MemberClicked
from intervisie_tui.screens.room_base import RoomBase


class RoomTurns(RoomBase):
    """Next speaker, pass, places, hands; late comers and leavers."""

    async def action_next_speaker(self) -> None:
        """The floor goes to who is next."""
        await self.do(c.NextSpeaker(self.session.turns.speaker))

    async def action_pass(self) -> None:
        """Who has the floor passes."""
        await self.do(c.PassTurn(self.session.turns.speaker))

    async def action_place(self, place: int) -> None:
        """The floor to a place in the circle, from 1."""
        members = self.session.members
        await self.do(c.GiveFloor(members[place - 1].id if place <= len(members) else ""))

    async def on_member_clicked(self, event: MemberClicked) -> None:
        """A click on a name gives the floor, unless that one has it: then it goes on."""
        if self.shut:
            return
        if event.member == self.session.turns.speaker:
            await self.action_next_speaker()
        else:
            await self.do(c.GiveFloor(event.member))

    def action_choose_speaker(self) -> None:
        """The floor to somebody from a list."""

        async def chosen(member: str | None) -> None:
            if member:
                await self.do(c.GiveFloor(member))

        able = eligible(self.session) or self.session.present
        self.choose_member(N_("Who gets the floor?"), able, chosen)

    def action_hand(self) -> None:
        """A hand goes up, or down again."""

        async def chosen(member: str | None) -> None:
            if member:
                await self.do(c.LowerHand(member) if member in self.session.hands else c.RaiseHand(member))

        self.choose_member(N_("Whose hand is up?"), self.session.present, chosen)

    async def action_draw_groups(self) -> None:
        """Other pairs or threes than those of now."""
        from intervisie_tui.domain.parting import groups

        if await self.do(c.DrawGroups(groups(self.session))):
            self.say(_("Other groups have been drawn; u brings back those before."))

    async def action_order(self) -> None:
        """Rounds go by place, or least heard first."""
        least = self.session.order is Order.PLACE
        if await self.do(c.ChooseOrder(Order.LEAST_HEARD if least else Order.PLACE)):
            self.say(_("Least heard goes first.") if least else _("Rounds go by place."))

    async def action_talk_time(self) -> None:
        """Shows talk time to the room, or no longer."""
        await self.do(c.ShowTalk(not self.session.talk_shown))

    def action_leave(self) -> None:
        """Somebody leaves the circle; when it is who brought the case, the room asks how to go on."""

        async def chosen(member: str | None) -> None:
            if not member:
                return
            owner = member == self.session.owner and self.session.has_owner
            if await self.do(c.TakeOutMember(member)) and owner:
                self.ask_owner()

        self.choose_member(N_("Who leaves?"), self.session.present, chosen, nobody=N_("Nobody"))

    def ask_owner(self) -> None:
        """Who brings the case from now on."""

        async def chosen(member: str | None) -> None:
            if member is not None:
                await self.do(c.ChooseOwner(member or None))

        question = N_("Who brought the case has left. Who goes on with it?")
        self.choose_member(question, self.session.present, chosen, nobody=N_("Nobody; choose later"))

    async def come(self, name: str) -> None:
        """A member comes late, or comes back."""
        gone = next((one for one in self.session.members if one.name == name and not one.present), None)
        taken = {one.id for one in self.session.members}
        fresh = next(f"m{number}" for number in range(1, len(taken) + 2) if f"m{number}" not in taken)
        await self.do(c.AddMember(gone.id if gone else fresh, name))
