"""The picker: all methods with how they fit these people and this time, searched while typing."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from intervisie_tui import spoken
from intervisie_tui.domain.advice import Candidate, Fits, Offer, advise, levels_of, wishes_of
from intervisie_tui.domain.group import Used
from intervisie_tui.domain.search import Entry, Found, entry, find
from intervisie_tui.locale import _, language, n_
from intervisie_tui.method import Level
from intervisie_tui.screens.answers import TOLD_AFTER, reading_words
from intervisie_tui.screens.form import TABS, Line, Row, respeak_form
from intervisie_tui.screens.head import BREAKPOINTS, Head
from intervisie_tui.screens.key_line import KeyLine
from intervisie_tui.screens.offer_words import misfit_words
from intervisie_tui.screens.pick import Pick
from intervisie_tui.screens.picker_list import PickerList
from intervisie_tui.screens.picker_page import NOBODY, level_words, page_of
from intervisie_tui.screens.picker_rows import LATER, rows_of
from intervisie_tui.screens.screen_keys import PICKER, line_of
from intervisie_tui.screens.sheets import sheets
from intervisie_tui.widgets.plain import one_line, plain

Using = Callable[[], Awaitable[Mapping[str, Used]]]
_IN_LIST = {"up": "move(-1)", "down": "move(1)", "pageup": "page(-1)", "pagedown": "page(1)"}


class SearchLine(Line):
    """What is looked for; the arrows go through the list meanwhile, and Enter chooses in it."""

    enter_goes_on = False

    async def _on_key(self, event: events.Key) -> None:
        if event.key in _IN_LIST:
            event.stop()
            event.prevent_default()
            await self.screen.query_one(PickerList).run_action(_IN_LIST[event.key])
        else:
            await super()._on_key(event)

    async def action_submit(self) -> None:
        """This one it is."""
        self.screen.query_one(PickerList).action_choose()


class PickerScreen(ModalScreen[str | None]):
    """The id of the method that was chosen, LATER for choosing on the way where `later` offers that, None for Esc.

    `people` is 0 while nobody is known, `seconds` None when a method takes what it takes; the search begins with
    `typed`; `using` tells what the group used before; `coming` gives all methods anew
    when more of them are known.
    """

    CSS_PATH = sheets("picker")
    AUTO_FOCUS = "#search"
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    KEYS_OF = PICKER
    BINDINGS: ClassVar[list[BindingType]] = [
        *TABS,
        Binding("escape", "leave", show=False),
        Binding("f1", "help", show=False),
    ]

    def __init__(
        self,
        candidates: Sequence[Candidate],
        people: int,
        seconds: float | None,
        chosen: str | None = None,
        *,
        later: bool = False,
        typed: str = "",
        using: Using | None = None,
        coming: AsyncIterator[Sequence[Candidate]] | None = None,
    ) -> None:
        super().__init__()
        self._people, self._seconds = people, seconds
        self._chosen, self._later, self._begin = chosen, later, typed
        self._using, self._used = using, dict[str, Used]()
        self._coming, self._waiting = coming, False
        self._take(candidates)
        self._offers: tuple[Offer, ...] = ()
        self._by_id: dict[str, Offer] = {}
        self._ordered: tuple[Entry, ...] = ()
        self._told: object = None
        self._meant: str | None = None

    def _take(self, candidates: Sequence[Candidate]) -> None:
        methods = [each.method for each in candidates]
        self._candidates = tuple(candidates)
        self._entries = {method.id: entry(method) for method in methods}
        # By their words, so that a wish that is picked stays so when more methods come.
        self._wishes = {f"{wish.nl}|{wish.en}": wish for wish in wishes_of(methods)}
        self._levels = levels_of(methods)

    def _level_options(self) -> list[tuple[str | None, str]]:
        return [(None, _("any level")), *((level.value, level_words(level)) for level in self._levels)]

    def _wish_options(self) -> list[tuple[str | None, str]]:
        tongue = language()
        return [(None, _("any wish")), *((key, wish.of(tongue)) for key, wish in self._wishes.items())]

    def compose(self) -> ComposeResult:
        """What is asked for above; the list, and the method at its cursor."""
        words = _("a name, a word")
        yield Head(_("Choose a method"), self._aside())
        with Vertical(id="asked"):
            with Horizontal(id="asked-first"):
                yield Row(
                    _("Search"),
                    SearchLine(self._begin, placeholder=words, select_on_focus=False, id="search"),
                )
                yield Row(_("Level"), Pick(self._level_options(), id="level"))
            yield Row(_("Wish"), Pick(self._wish_options(), id="wish"))
        yield Static(id="nearest")
        with Horizontal(id="methods"):
            with Vertical(id="list-pane", classes="pane"):
                yield PickerList(id="list")
            with VerticalScroll(id="page-pane", classes="pane"):
                yield Static(id="page")
        yield KeyLine(line_of(PICKER))

    def _aside(self) -> str:
        people = n_("{n} person", "{n} people", self._people) if self._people else ""
        minutes = self._seconds
        time = _("{minutes} for the method", minutes=spoken.minutes(minutes)) if minutes is not None else ""
        return ", ".join(filter(None, (people, time)))

    def on_mount(self) -> None:
        """The first list; what the group used before, and methods that are judged first, come when they are there."""
        # What was typed already matters more than what was chosen before.
        self._advise(None if self._begin else self._key)
        self._listen()
        if self._using is not None:
            self._look_back(self._using)
        if self._coming is not None:
            self._add(self._coming)

    async def respeak(self) -> None:
        """Everything again, in the language of now; what was typed and picked stays, and so does the cursor."""
        at = self.query_one(PickerList).key
        await respeak_form(self, lambda: self._advise(at))
        self._advise(at)
        self._listen()

    @work(exclusive=True, group="used")
    async def _look_back(self, using: Using) -> None:
        self._used = dict(await using())
        self._tell()

    @work(exclusive=True, group="coming")
    async def _add(self, coming: AsyncIterator[Sequence[Candidate]]) -> None:
        """Take in what comes; while that takes a while, it is said."""
        waiting = self.set_timer(TOLD_AFTER, self._say_waiting)
        async for candidates in coming:
            self._show_all(candidates)
        waiting.stop()
        if self._waiting:
            self._waiting = False
            self._filter(self.query_one(PickerList).key)

    def _say_waiting(self) -> None:
        self._waiting = True
        self._filter(self.query_one(PickerList).key)

    def _show_all(self, candidates: Sequence[Candidate]) -> None:
        """Other methods than before; level, wish and search stay, and so does the cursor."""
        if [each.method for each in candidates] == [each.method for each in self._candidates]:
            return
        typed, at = self.query_one("#search", Line).value.strip(), self.query_one(PickerList).key
        chosen_comes = self._key not in self._by_id and not typed
        self._take(candidates)
        self.query_one("#level", Pick).offer(self._level_options())
        self.query_one("#wish", Pick).offer(self._wish_options())
        if chosen_comes and self._key in self._entries:
            at = self._key
        # What is typed may mean one that has just come; a cursor that was moved stays.
        self._advise(None if typed and at == self._meant else at)

    @property
    def _key(self) -> str | None:
        """The key of the row that is chosen until now."""
        return LATER if self._later and self._chosen is None else self._chosen

    @on(Pick.Changed)
    def _asked(self) -> None:
        self._advise(None)

    def _advise(self, at: str | None) -> None:
        """Judge all methods anew, for another level or wish."""
        level, wish = self.query_one("#level", Pick).value, self.query_one("#wish", Pick).value
        self._offers = advise(
            self._candidates,
            Level(level) if level else None,
            self._wishes.get(wish or ""),
        )
        self._by_id = {offer.method.id: offer for offer in self._offers}
        self._ordered = tuple(self._entries[offer.method.id] for offer in self._offers)
        self._filter(at)

    def _listen(self) -> None:
        """Filter while the key is dealt with: a message of it would come after the next picture."""
        self.watch(self.query_one("#search", Line), "value", lambda: self._filter(None), init=False)

    def _filter(self, at: str | None) -> None:
        """Show what is found; the cursor at that row, else at what is meant most, else at the best."""
        typed = self.query_one("#search", Line).value
        found = find(self._ordered, typed)
        offers = [self._offers[place] for place in found.places]
        if at is None and offers:
            at = (offers[0] if found.best is None else self._offers[found.best]).method.id
            self._meant = at
        later = self._later and not typed.strip()
        self.query_one(PickerList).show(rows_of(offers, self._key, later=later), at)
        self._say_nearest(found, offers, typed)

    def _say_nearest(self, found: Found, offers: Sequence[Offer], typed: str) -> None:
        """Why what is shown is not quite what was asked for."""
        line = self.query_one("#nearest", Static)
        said = ""
        if found.near and found.best is None:
            said = _("Nothing is called “{typed}”; these are all methods.", typed=typed.strip())
        elif found.near:
            said = _("Nothing is called “{typed}”; perhaps you mean one of these.", typed=typed.strip())
        elif not typed.strip() and offers and offers[0].fits is Fits.NOT:
            name, why = offers[0].method.name.of(language()), ", ".join(misfit_words(offers[0]))
            said = _("Nothing fits as you ask it. The nearest: {name} ({why}).", name=name, why=why)
        elif offers and not offers[0].wished:
            said = _("Nothing here answers this wish; these fit for other wishes.")
        elif self._waiting:
            said = reading_words()
        if said != str(line.visual):
            line.update(one_line(said, "$warning"))
            line.display = bool(said)

    @on(PickerList.Moved)
    def _moved(self) -> None:
        # The list first: who types waits for that, and the page lays the screen out anew.
        self.call_after_refresh(self._tell)

    def _tell(self) -> None:
        """The method at the cursor."""
        offer = self._by_id.get(self.query_one(PickerList).key or LATER)
        pane = self.query_one("#page-pane", VerticalScroll)
        width = max(20, pane.content_region.width - 2)
        used = self._used.get(offer.method.id) if offer else None
        told = (offer and offer.method.id, self._offers, used, width, language())
        if told == self._told:
            return
        self._told = told
        page = self.query_one("#page", Static)
        if offer is None:
            page.update(plain(_("You choose the method together, when the case has been chosen.")))
        else:
            known = used if self._using else NOBODY
            airy = not self.has_class("-narrow")
            page.update(page_of(offer, self._seconds, known, width, airy=airy))
        pane.scroll_home(animate=False)

    def on_resize(self) -> None:
        """The page has another width."""
        if self.is_mounted:
            self.call_after_refresh(self._tell)

    @on(PickerList.Chosen)
    def _chosen_one(self, event: PickerList.Chosen) -> None:
        self.dismiss(event.key)

    def action_choose(self) -> None:
        """The method at the cursor."""
        self.query_one(PickerList).action_choose()

    def action_leave(self) -> None:
        """Nothing was chosen."""
        self.dismiss(None)

    def action_help(self) -> None:
        """The keys of this screen."""
        from intervisie_tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())
