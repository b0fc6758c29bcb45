"""The doors: what can be done about links, about who is in, and about the server itself."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Coroutine
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import OptionList

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.session import Seat, Session
from intervisie_tui.doorkeeper import Doorkeeper
from intervisie_tui.live import Live
from intervisie_tui.locale import N_, _, tell
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens import doors_words as words
from intervisie_tui.screens import guest_moves as moves
from intervisie_tui.screens.answer import Answer
from intervisie_tui.screens.doors_face import DoorsFace
from intervisie_tui.screens.listening import listen
from intervisie_tui.troubles import why

_OPENING = N_("The doors are being opened.")
TOLD = 5.0
"""Seconds in which the store tells of a server that is there."""


class OpenDoors(DoorsFace):
    """The doors of one session, over its room; opens them where nobody has yet."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.pop_screen", show=False),
        Binding("question_mark,f1", "help", show=False),
        Binding("left", "app.focus_previous", show=False),
        Binding("right", "app.focus_next", show=False),
        *(
            Binding(f"{key},{key.upper()}", action, show=False)
            for key, action in (
                ("r", "renew"),
                ("o", "open_or_close"),
                ("c", "copy"),
                ("s", "show"),
                ("n", "network"),
                ("d", "doors"),
                ("x", "show_out"),
                ("h", "hand_over"),
            )
        ),
    ]

    def __init__(self, live: Live, rooms: Rooms, keeper: Doorkeeper, *, desk: bool) -> None:
        super().__init__(live, desk=desk)
        self.rooms, self.keeper = rooms, keeper
        self._news = asyncio.Event()

    def on_mount(self) -> None:
        """Follow the session and the server, and open the doors where they are shut."""
        listen(self, self.live, self._changed)
        self._show()
        self._run(self._begin())

    def _run(self, work: Coroutine[None, None, None]) -> None:
        # Of the app: the doors go on opening when this screen is left meanwhile.
        self.app.run_worker(work, group="doors")

    async def _begin(self) -> None:
        if await asyncio.to_thread(self.rooms.doors, self.live.session.id) is None:
            await self._open()
        else:
            await self._look()

    async def _open(self, *, lan: bool = False) -> None:
        self._tell(_OPENING)
        refused = await self.keeper.open(self.live.session.id, lan=lan)
        if refused is None:
            await self._until_told()
        self._tell(refused or "")
        await self._look()

    async def _until_told(self) -> None:
        """What the server says comes by way of the store, as it does for every other screen."""
        self._news.clear()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(TOLD):
                while self.doors is None:
                    await self._news.wait()
                    self._news.clear()

    async def _look(self) -> None:
        """Learn the links anew."""
        try:
            self._links = await asyncio.to_thread(self.rooms.links, self.live.session.id)
        except Exception as error:  # noqa: BLE001 - a damaged or vanished session is told
            self._links = {}
            self.notify(why(error), severity="warning", markup=False)
        if self.is_attached:
            self._show()

    def _tell(self, words: str) -> None:
        self._telling = words
        if self.is_attached:
            self._show()

    def _changed(self, session: Session) -> None:
        """The session or its server is another now; a veiled room shows none of it."""
        self._news.set()
        if not self.is_attached:
            return
        if session.veiled and not self.desk:
            while self in self.app.screen_stack:
                # With what was asked over it; not awaited: a screen that waits for its own end would wait for ever.
                self.app.pop_screen()
        else:
            self._show()
            self.run_worker(self._look(), group="look", exclusive=True)

    def _ask(self, question: Callable[[], str], yes: str, answered: Callable[[], Awaitable[None]]) -> None:
        from intervisie_tui.screens.dialogs.confirm import Confirm

        async def on_answer(sure: bool | None) -> None:
            if sure:
                await answered()

        self.app.push_screen(Confirm(question, yes, harmless=Answer.NO), on_answer)

    async def _do(self, command: c.Command) -> None:
        refusal = await self.live.do(command)
        if refusal is not None:
            self.notify(tell(refusal.message, refusal.values), severity="warning", markup=False)

    def action_renew(self) -> None:
        """Another link in the place of this one, after a question."""
        seat = self.marked
        self._ask(words.renew, N_("Renew"), lambda: self._do(c.RenewLink(seat)))

    async def action_open_or_close(self) -> None:
        """Close this link, after a question; or open it again."""
        seat = self.marked
        if not self.live.session.link(seat).open:
            await self._do(c.OpenLink(seat))
            return
        count = words.inside(self.doors, seat) if self.doors else 0
        self._ask(lambda: words.close(count), N_("Close"), lambda: self._do(c.CloseLink(seat)))

    def action_copy(self) -> None:
        """The address of this link to the clipboard."""
        link = self._links.get(self.marked)
        if link:
            self.app.copy_to_clipboard(link)
            self.notify(
                _("The link has been given to the clipboard, where this terminal has one."), markup=False
            )

    def action_show(self) -> None:
        """The link of timekeepers, at the desk only and after a question."""
        if self.marked is Seat.TIMEKEEPER and self.desk:
            self._ask(words.show_link, N_("Show"), self._reveal)

    async def _reveal(self) -> None:
        self._shown = True
        self._show_marked()

    def action_doors(self) -> None:
        """Shut the doors, after a question; or open them."""
        if self._telling == _OPENING:
            return
        if self.doors is None:
            self._run(self._open())
        elif self._kept():
            count = len(self.doors.present) + self.doors.watching
            self._ask(lambda: words.shut(count), N_("Shut"), self._shut)

    async def _shut(self) -> None:
        await self.keeper.shut(self.live.session.id)

    def action_network(self) -> None:
        """Let other devices in, or only this machine, after a question."""
        doors = self.doors
        if doors is not None and self._telling != _OPENING and self._kept():
            question, yes = (
                (words.to_here, N_("This machine only"))
                if doors.lan
                else (words.to_network, N_("Let them in"))
            )
            self._ask(question, yes, lambda: self._reopen(lan=not doors.lan))

    async def _reopen(self, *, lan: bool) -> None:
        self._run(self._open(lan=lan))

    def _kept(self) -> bool:
        """Whether it is for this program to shut these doors; says so where it is not."""
        kept = self.keeper.keeps(self.live.session.id)
        if not kept:
            self.notify(_("Another program has opened these doors; they are shut there."), markup=False)
        return kept

    def _guest(self) -> str:
        """The guest at the cursor, or nobody."""
        place = self.query_one("#guests", OptionList).highlighted
        present = words.guests_but(self.doors, self.live.screen)
        return present[place] if place is not None and place < len(present) else ""

    def _ask_move(self, move: moves.GuestMove) -> None:
        self._ask(move.question, move.yes, lambda: self._do(move.command))

    def action_show_out(self) -> None:
        """Show the guest at the cursor out, after a question."""
        if guest := self._guest():
            self._ask_move(moves.show_out(self.live.session, guest))

    def action_hand_over(self) -> None:
        """Hand control to the guest at the cursor, or take it back, after a question."""
        if guest := self._guest():
            session = self.live.session
            keeps = moves.seat_of(session, guest, self.doors) is Seat.TIMEKEEPER
            self._ask_move((moves.take_back if keeps else moves.hand_over)(session, guest))
