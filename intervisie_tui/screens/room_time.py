"""The keys of the clock and the agenda."""

from intervisie_tui.domain import commands as c
from intervisie_tui.domain import timing
from intervisie_tui.domain.session import Clock, Status
from intervisie_tui.locale import N_, _, n_
from intervisie_tui.screens.answer import Answer
from intervisie_tui.screens.room_base import RoomBase
from intervisie_tui.spoken import lasting

MINUTE = 60.0
LOOK_BACK = "frame-look-back"


class RoomTime(RoomBase):
    """Start, pause, phases, minutes, re-plan, finish."""

    async def action_start_pause(self) -> None:
        """Start, pause, go on; after finishing: whether to go on after all."""
        if self.session.clock is Clock.FINISHED:
            self.ask_go_on()
            return
        await self.do(c.PauseClock() if self.session.clock is Clock.RUNNING else c.StartClock())

    def ask_go_on(self) -> None:
        """Finishing can be undone."""

        async def answered(sure: bool | None) -> None:
            if sure:
                await self.do(c.Unfinish())

        self.confirm(
            lambda: _("The session has finished. Go on after all?"), N_("Go on"), answered, harmless=Answer.NO
        )

    async def action_next_phase(self) -> None:
        """Leave this phase; the last one leads to finishing, and a choice that is open is asked for first."""
        session = self.session
        if session.current is None or session.clock is Clock.FINISHED:
            return
        if session.position + 1 >= len(session.agenda):
            self.action_finish()
        elif self.choice_open():
            self.action_choose()
        elif session.agenda[session.position + 1].plan.new_owner:
            await self._next_block(session.current.id)
        elif await self.do(c.NextPhase(session.current.id)):
            self.tell_open_actions()

    async def _next_block(self, leaving: str) -> None:
        """A block begins that is another owner's: it is asked who, unless that is known already."""
        from intervisie_tui.domain.owners import after_blocks, coming_case, next_owners
        from intervisie_tui.screens.dialogs.next_owner import Brought, NextOwner

        case = coming_case(self.session)
        if case is None:
            await self.do(c.NextPhase(leaving))
            return
        after = after_blocks(self.session)

        async def brought(by: Brought | None) -> None:
            if by is None:
                return
            if by[0]:
                await self._brings(case, by, leaving)
            elif after is None:
                self.action_finish()
            else:
                await self.do(c.LeaveBlocks(leaving))

        members = [(member.id, member.name) for member in next_owners(self.session)]
        then = self.session.agenda[after].plan.name if after is not None else None
        self.app.push_screen(NextOwner(members, then), brought)

    async def _brings(self, case: int, by: tuple[str, str], leaving: str) -> None:
        from intervisie_tui.domain.owners import coming_case

        commands: list[c.Command] = [c.NextPhase(leaving)]
        # Another screen may have been first; then only the refusal is left to be told.
        if coming_case(self.session) == case:
            worded = [c.SetQuestion(by[1], case)] if by[1] else []
            commands = [c.ChooseOwner(by[0], case), *worded, *commands]
        for command in commands:
            if not await self.do(command):
                return

    def tell_open_actions(self) -> None:
        """Looking back, say how many actions of last time wait to be marked."""
        run = self.session.current
        waiting = sum(
            action.earlier and action.status in (Status.OPEN, Status.DOING) for action in self.session.actions
        )
        if run is not None and run.id == LOOK_BACK and waiting:
            told = n_(
                "From last time {n} action is open: ctrl+p, then look back.",
                "From last time {n} actions are open: ctrl+p, then look back.",
                waiting,
            )
            self.say(told, 20.0, "$text")

    def choice_open(self) -> bool:
        """Whether the phase that comes next cannot begin before owner and method are chosen."""
        session = self.session
        following = session.agenda[session.position + 1].plan
        current = session.agenda[session.position].plan
        if following.placeholder:
            return True
        case = session.cases[following.case] if following.case < len(session.cases) else None
        begins = current.framed and not following.framed
        return begins and session.has_owner and (case is None or case.owner is None)

    def action_choose(self) -> None:
        """Ask who brings what case, and by which method."""
        from intervisie_tui.screens.choose import ChooseDialog

        self.app.push_screen(ChooseDialog(self.live))

    def action_change_method(self) -> None:
        """Another method from here on; where nobody brings a case yet, that is asked too."""
        from intervisie_tui.screens.change_method import change_method

        change_method(self)

    def action_another_case(self) -> None:
        """Ask for another case after what was done."""
        from intervisie_tui.screens.choose import ChooseDialog

        self.app.push_screen(ChooseDialog(self.live, another_case=True))

    async def action_back(self) -> None:
        """To the phase before."""
        if self.session.current is not None:
            await self.do(c.PreviousPhase(self.session.current.id))

    async def action_more(self) -> None:
        """A minute more."""
        await self._minutes(1)

    async def action_less(self) -> None:
        """A minute less."""
        await self._minutes(-1)

    async def _minutes(self, more: int) -> None:
        if self.session.current is not None:
            await self.do(c.AddTime(self.session.current.id, more * MINUTE))

    def action_replan(self) -> None:
        """Show what a re-plan would do; nothing happens until confirmed."""
        plan = timing.replan(self.session, self.now)

        async def answered(sure: bool | None) -> None:
            if sure:
                await self.do(c.Replan(plan.changes))

        from intervisie_tui.screens.dialogs.replan import ReplanDialog

        self.app.push_screen(ReplanDialog(plan), answered)

    def action_finish(self) -> None:
        """End the clock, after a question."""

        async def answered(sure: bool | None) -> None:
            if sure:
                await self.do(c.Finish())

        def question() -> str:
            return _("Finish the session? The clock ends; nothing is erased.")

        self.confirm(question, N_("Finish"), answered, harmless=Answer.NO)

    def ask_gap(self, gap: float) -> None:
        """After a long time without any screen: did the session go on, or did it rest?"""
        since = self.now.later(-gap)

        async def answered(rested: bool | None) -> None:
            if rested:
                await self.do(c.PauseSince(since))

        def question() -> str:
            return _(
                "No screen was open for {span}. Has the clock rested since then, or does that time count?",
                span=lasting(gap),
            )

        self.confirm(question, N_("It has rested"), answered, N_("Count it"), harmless=Answer.NO)
