"""The name of a guest: chosen from those who are present, and claimed back where another screen has it."""

from typing import TYPE_CHECKING

from intervisie_tui.domain import commands as c
from intervisie_tui.locale import N_, _
from intervisie_tui.screens.answer import Answer

if TYPE_CHECKING:
    from intervisie_tui.screens.room_base import RoomBase as _Base
else:
    # It handles no messages and has no keys, and a plain class is made in no time.
    _Base = object


class OwnName(_Base):
    """Whose screen this is."""

    async def take_name(self, member: str) -> None:
        """This screen is that member's; one whose name another screen has is asked about."""
        from intervisie_tui.domain.deciding_doors import holder

        other = holder(self.session, member)
        if other is None or other.id == self.live.screen:
            await self.do(c.TakeSeat(member))
            return

        async def answered(sure: bool | None) -> None:
            if sure:
                await self.do(c.TakeSeat(member, claim=True))

        def question() -> str:
            name = self.session.name(member)
            return _(
                "{name} was chosen on another screen. Is that you? That screen then loses the name.",
                name=name,
            )

        self.confirm(question, N_("Yes, that is me"), answered, harmless=Answer.NO)
