"""How the doors look: one link as a picture for phones, its address, and who is in."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from intervisie_tui.domain.session import Seat
from intervisie_tui.live import Doors, Live
from intervisie_tui.locale import N_, _
from intervisie_tui.screens import doors_words as words
from intervisie_tui.screens.head import Head, Heading
from intervisie_tui.screens.key_line import KeyLine
from intervisie_tui.screens.page import Page
from intervisie_tui.screens.screen_keys import DOORS, GUESTS, line_of
from intervisie_tui.screens.sheets import sheets
from intervisie_tui.widgets.pane import Words
from intervisie_tui.widgets.plain import plain
from intervisie_tui.widgets.signs import signs

_SHUT = N_("The doors are shut: nobody can come in. d opens them.")


class DoorsFace(Page):
    """Shows what is known of the doors; changes nothing."""

    CSS_PATH = sheets("open_doors")
    AUTO_FOCUS = "#links"
    KEYS_OF = DOORS

    def __init__(self, live: Live, *, desk: bool) -> None:
        super().__init__()
        self.live, self.desk = live, desk
        self._links: dict[Seat, str] = {}
        self._shown = False
        """Whether the timekeepers' link stands on the screen."""
        self._telling = ""
        """What is told in the place of the picture: a message of the catalogue, or why the doors cannot be opened."""

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
                yield Words(id="others", hides=True)
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

    def _show(self) -> None:
        session, doors = self.live.session, self.doors
        rows = [words.link_row(session.link(seat), doors) for seat in words.LINKS]
        self._fill("#links", [Option(row) for row in rows])
        present = words.guests_but(doors, self.live.screen)
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
        address = self.query_one("#address", Words)
        address.show(plain(closed or ("" if secret else words.address(link, address.content_size.width))))
        self.query_one("#where", Words).show(plain(words.where(doors) if doors else "", "$text-muted"))
        self.query_one("#fingerprint", Words).show(plain(words.fingerprint(doors) if doors else ""))
        self.query_one("#others", Words).show(plain(words.others(doors) if doors else "", "$text-muted"))
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
        if link and words.is_local(self.doors.url):
            return plain(words.no_code_for_one_machine())
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
