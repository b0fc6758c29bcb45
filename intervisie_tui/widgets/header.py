"""The line at the top: the group, the method, the time, and what is unusual about this screen."""

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.content import Content
from textual.css.scalar import Scalar
from textual.reactive import var
from textual.screen import Screen

from intervisie_tui import spoken
from intervisie_tui.locale import _, language
from intervisie_tui.widgets.pane import Pane, Words, said
from intervisie_tui.widgets.plain import one_line
from intervisie_tui.widgets.signs import signs

_ROOMY = 100
"""Columns from which all of it can be said."""


class RoomHeader(Pane):
    """Group at the left, method in the middle; the offset stands at the right of it."""

    saved: var[bool] = var(True, init=False)
    age: var[int | None] = var(None, init=False)
    """How many seconds old what is shown is, while this screen has lost touch."""
    waiting: var[bool] = var(False, init=False)
    """Whether something waits at the desk: only a dot, for all eyes."""

    inside: var[int | None] = var(None, init=False)
    """How many are in by a link; None while the doors are shut."""

    def compose(self) -> ComposeResult:
        """Two texts and the dot; the screen puts the offset beside them."""
        yield Words(classes="group")
        yield Words(classes="method")
        # Its place is always kept, so that the dot comes and goes and all else stays where it is.
        yield Words(classes="dot")

    def watch_saved(self) -> None:
        """Saving failed, or goes well again."""
        self.paint_if_ready()

    def watch_age(self) -> None:
        """Touch is lost, and longer each second, or is there again."""
        self.paint_if_ready()

    def watch_waiting(self) -> None:
        """A cue waits, or waits no longer."""
        self.paint_if_ready()

    def watch_inside(self) -> None:
        """The doors were opened or shut, or somebody came or went."""
        self.paint_if_ready()

    def paint(self) -> None:
        """Show who meets and how."""
        session = self.session
        # The desk first, for a long name may be cut; there our own name is only in the way.
        parts = [Content.styled(_("desk"), "bold $accent")] if self.desk else []
        if session.group_name or not self.desk:
            parts.append(one_line(session.group_name or "Intervisie", "$text-muted"))
        if session.number is not None:
            parts.append(Content.styled(_number(session.number, session.of), "$text-muted"))
        between = Content.styled(f" {signs().dot} ", "$text-muted")
        self.query_one(".group", Words).show(between.join(parts))
        method = said(session.case.method_name) or _("Method still to be chosen")
        told = [one_line(method, "bold")]
        if session.rehearsal:
            speed = spoken.number(session.speed)
            told.append(Content.styled("  " + _("rehearsal, {speed} x", speed=speed), "bold $warning"))
        if not self.saved:
            told.append(Content.styled("  " + _unsaved(self.age, self.screen.size.width), "bold $error"))
        if self.inside is not None:
            told.append(Content.styled("  " + _inside(self.inside, self.screen.size.width), "$text-muted"))
        self.query_one(".method", Words).show(Content.assemble(*told))
        dot = signs().cue if self.waiting and not self.desk else ""
        self.query_one(".dot", Words).show(Content.styled(dot, "$accent"))


def balanced(screen: Screen[None]) -> None:
    """Puts the method in the middle of the window; the times at the right are never cut."""
    method, times = screen.query_one("#head .method", Words), screen.query_one("#offset Words", Words)
    room = screen.query_one("#header").size.width
    dot = screen.query_one("#head .dot").size.width
    width = max(cell_len(times.words), (room - cell_len(method.words)) // 2 - dot)
    if screen.query_one("#offset").styles.width != Scalar.from_number(width):
        screen.query_one("#offset").styles.width = width


def whole(age: float | None) -> int | None:
    """An age in whole seconds."""
    return None if age is None else int(age)


def _unsaved(age: int | None, width: int) -> str:
    """That what is done here is not saved, and without touch how old what is shown is."""
    if age is None:
        return _("not saved")
    if width < _ROOMY:
        return _("not saved, {n} s old", n=age)
    return _("not saved: no connection, picture of {n} s ago", n=age)


def _inside(count: int, width: int) -> str:
    """That the doors are open, and how many are in; in a small window only how many."""
    return _("doors open, {n} in", n=count) if width >= _ROOMY else _("{n} in", n=count)


def _number(number: int, of: int | None) -> str:
    said_as = f"{number}e" if language() == "nl" else _english(number)
    return said_as if of is None else _("{nth} of {of}", nth=said_as, of=of)


def _english(number: int) -> str:
    ends = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ends.get(number % 10, 'th')}"
