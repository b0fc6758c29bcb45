"""The doors: three links, one of them as a picture for phones; who is in; and all that can be done about it."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from intervisie_tui.domain import commands as c
from intervisie_tui.domain.session import Seat, Session
from intervisie_tui.doorkeeper import Doorkeeper
from intervisie_tui.live import Doors, Live
from intervisie_tui.locale import N_, _, tell
from intervisie_tui.rooms import Rooms
from intervisie_tui.screens import doors_words as words
from intervisie_tui.screens.head import Head, Heading
from intervisie_tui.screens.key_line import KeyLine
from intervisie_tui.screens.page import Page
from intervisie_tui.screens.screen_keys import DOORS, GUESTS, line_of
from intervisie_tui.screens.sheets import sheets
from intervisie_tui.troubles import why
from intervisie_tui.widgets.pane import Words
from intervisie_tui.widgets.plain import plain
from intervisie_tui.widgets.signs import signs

_OPENING = N_("The doors are being opened.")
_SHUT = N_("The doors are shut: nobody can come in. d opens them.")


class OpenDoors(Page):
    """The doors of one session, over its room; opens them where nobody has yet."""

    CSS_PATH = sheets("open_doors")
    AUTO_FOCUS = "#links"
    KEYS_OF = DOORS
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
        super().__init__()
        self.live, self.rooms, self.keeper, self.desk = live, rooms, keeper, desk
        self._links: dict[Seat, str] = {}
        self._shown = False
        """Whether the timekeepers' link stands on the screen."""
        self._telling = ""
        """What is told in the place of the picture; a message of the catalogue, or why not."""

    def compose(self) -> ComposeResult:
        """The picture at the left; at the right the links, what goes with the marked one, and who is in."""
        yield Head(_("The doors"), self.live.session.group_name)
        with Horizontal(id="doors"):
            with Vertical(id="picture"):
                yield Words(id="code")
            with Vertical(id="beside"):
                yield OptionList(id="links", markup=False)
                yield Words(id="address")
                yield Words(id="where", hides=True)
                yield Words(id="fingerprint", hides=True)
                yield Heading(_("Who is in"))
                yield OptionList(id="guests", markup=False)
                yield Words(id="nobody", hides=True)
        yield KeyLine(line_of(DOORS)).add_class("-of-links")
        yield KeyLine(line_of(GUESTS)).add_class("-of-guests")

    @property
    def doors(self) -> Doors | None:
        """What the server says, where there is one."""
        return self.live.doors

    @property
    def marked(self) -> Seat:
        """The link at the cursor."""
        return words.LINKS[self.query_one("#links", OptionList).highlighted or 0]

    def on_mount(self) -> None:
        """Follow the session and the server, and open the doors where they are shut."""
        self.live.on_change(self._changed)
        self._show()
        self.run_worker(self._begin(), group="doors", exclusive=True)

    async def _begin(self) -> None:
        if await asyncio.to_thread(self.rooms.doors, self.live.session.id) is None:
            await self._open()
        else:
            await self._look()

    async def _open(self, *, lan: bool = False) -> None:
        self._tell(_OPENING)
        refused = await self.keeper.open(self.live.session.id, lan=lan)
        self._tell(refused or "")
        await self._look()

    async def _look(self) -> None:
        """Learn the links anew."""
        try:
            self._links = await asyncio.to_thread(self.rooms.links, self.live.session.id)
        except Exception as error:  # noqa: BLE001 - a damaged or vanished session is told
            self._links, self._telling = {}, why(error)
        if self.is_attached:
            self._show()

    def _tell(self, words: str) -> None:
        self._telling = words
        if self.is_attached:
            self._show()

    def _changed(self, session: Session) -> None:
        """The session or its server is another now; a veiled room shows none of it."""
        if not self.is_attached:
            return
        if session.veiled and not self.desk and self.is_current:
            self.app.pop_screen()
        else:
            self.run_worker(self._look(), group="look", exclusive=True)

    def _show(self) -> None:
        session, doors = self.live.session, self.doors
        if doors is not None and self._telling == _OPENING:
            self._telling = ""
        rows = [words.link_row(session.link(seat), doors) for seat in words.LINKS]
        self._fill("#links", [Option(row) for row in rows])
        present = doors.present if doors else ()
        # An id comes from outside, so options are known by their index.
        self._fill("#guests", [Option(words.guest_row(session, guest, doors)) for guest in present if doors])
        nobody = "" if present else _("Nobody with a screen of their own.")
        self.query_one("#nobody", Words).show(
            Content.styled(nobody, "$text-muted") if nobody else Content("")
        )
        self._show_marked()

    def _fill(self, selector: str, options: list[Option]) -> None:
        rows = self.query_one(selector, OptionList)
        before = rows.highlighted
        with self.prevent(OptionList.OptionHighlighted):
            rows.clear_options()
            rows.add_options(options)
            rows.display = bool(options)
            rows.highlighted = min(before or 0, len(options) - 1) if options else None

    def _show_marked(self) -> None:
        """The link at the cursor: its picture, its address, and who can come there."""
        doors, seat = self.doors, self.marked
        link = self._links.get(seat, "") if doors else ""
        secret = seat is Seat.TIMEKEEPER and not (self._shown and self.desk)
        shut = doors is None
        closed = _("This link is closed; o opens it.") if not (link or shut) else ""
        self.query_one("#address", Words).show(plain(closed or ("" if secret else link)))
        self.query_one("#where", Words).show(plain(words.where(doors) if doors else "", "$text-muted"))
        self.query_one("#fingerprint", Words).show(plain(words.fingerprint(doors) if doors else ""))
        self.query_one("#code", Words).show(self._picture(seat, link))

    def _picture(self, seat: Seat, link: str) -> Content:
        if self._telling:
            return plain(_(self._telling))
        if self.doors is None:
            return plain(_(_SHUT))
        if seat is Seat.TIMEKEEPER:
            return plain(words.at_the_desk() if self.desk else words.no_picture())
        if self.live.session.veiled:
            return plain(_("The room is veiled, so no QR code is shown."))
        return self._code(link) if link else Content("")

    def _code(self, link: str) -> Content:
        room = self.query_one("#picture").content_size
        try:
            from intervisie_tui.widgets.qr_code import drawing

            drawn = drawing(link, room.width, room.height, ascii_only=signs().ascii)
        except ImportError:
            return plain(
                _("The QR code needs segno, which is not installed here. The address works as well.")
            )
        return drawn or plain(_("Make the window larger for the QR code. The address works as well."))

    def on_resize(self) -> None:
        """A larger picture fits, or a smaller one."""
        self.call_after_refresh(self._show_marked)

    async def respeak(self) -> None:
        """All of it again, in the language of now; what was marked stays so."""
        marked = self.query_one("#links", OptionList).highlighted
        await self.recompose()
        self._show()
        links = self.query_one("#links", OptionList)
        links.highlighted = marked
        links.focus()

    @on(OptionList.OptionHighlighted, "#links")
    def _other_link(self) -> None:
        self._shown = False
        self._show_marked()

    def on_descendant_focus(self) -> None:
        """The line at the bottom tells what can be done here."""
        self.set_class(self.focused is not None and self.focused.id == "guests", "-at-guests")

    def _ask(self, question: Callable[[], str], yes: str, answered: Callable[[], Awaitable[None]]) -> None:
        from intervisie_tui.screens.dialogs.confirm import Confirm

        async def on_answer(sure: bool | None) -> None:
            if sure:
                await answered()

        self.app.push_screen(Confirm(question, yes), on_answer)

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
        if self.doors is None:
            self.run_worker(self._open(), group="doors", exclusive=True)
        elif self._kept():
            count = len(self.doors.present) + self.doors.watching
            self._ask(lambda: words.shut(count), N_("Shut"), self._shut)

    async def _shut(self) -> None:
        await self.keeper.shut(self.live.session.id)

    def action_network(self) -> None:
        """Let other devices in, or only this machine, after a question."""
        doors = self.doors
        if doors is not None and self._kept():
            question, yes = (
                (words.to_here, N_("This machine only"))
                if doors.lan
                else (words.to_network, N_("Let them in"))
            )
            self._ask(question, yes, lambda: self._reopen(lan=not doors.lan))

    async def _reopen(self, *, lan: bool) -> None:
        self.run_worker(self._open(lan=lan), group="doors", exclusive=True)

    def _kept(self) -> bool:
        """Whether it is for this program to shut these doors; says so where it is not."""
        kept = self.keeper.keeps(self.live.session.id)
        if not kept:
            self.notify(_("Another program has opened these doors; they are shut there."), markup=False)
        return kept

    def _guest(self) -> str:
        """The guest at the cursor, or nobody."""
        place = self.query_one("#guests", OptionList).highlighted
        present = self.doors.present if self.doors else ()
        return present[place] if place is not None and place < len(present) else ""

    def action_show_out(self) -> None:
        """Show the guest at the cursor out, after a question."""
        if guest := self._guest():
            name = words.guest_name(self.live.session, guest)
            self._ask(lambda: words.show_out(name), N_("Show out"), lambda: self._do(c.ShowOut(guest)))

    def action_hand_over(self) -> None:
        """Hand control to the guest at the cursor, or take it back, after a question."""
        guest, doors = self._guest(), self.doors
        if not guest or doors is None:
            return
        name = words.guest_name(self.live.session, guest)
        if words.seat_of(self.live.session, guest, doors) is Seat.TIMEKEEPER:
            back = cast(c.Command, c.TakeControl(guest))
            self._ask(lambda: words.take_back(name), N_("Take back"), lambda: self._do(back))
        else:
            self._ask(lambda: words.hand_over(name), N_("Hand over"), lambda: self._do(c.HandOver(guest)))
