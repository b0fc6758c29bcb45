"""What people type reaches the screen as text and as nothing else."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Label, OptionList, Static

from intervisie_tui.widgets.plain import harmless, one_line, plain

HOSTILE = [
    "",
    "[/b]",
    "[/x]",
    "[b",
    "[",
    "\\[b]",
    "[@click=app.quit]x[/]",
    "[link=https://example.org]x[/link]",
    "https://example.org",
    "$primary",
    "\x1b[2J\x1b]0;title\x07",
    "\x9b31m",
    "\x1b]8;;https://example.org\x1b\\x\x1b]8;;\x1b\\",
    "a\x00b\x08c\rd",
    "\ud800",
    "שלום עולם",
    "\u202eabc",
    "\u2067abc",
    "👩‍👩‍👧‍👦 🇳🇱",
    "e\u0301" * 40,
    "x" * 5000,
    "one\ntwo\r\nthree\u2028four",
    "\t",
    "{name} %s",
]


class Pane(App[None]):
    """One text in every kind of widget that shows text."""

    CSS = "Static, Label, OptionList { height: 6; }"
    pressed = False

    def compose(self) -> ComposeResult:
        yield Static(id="static")
        yield Label(id="label")
        yield OptionList(id="list")

    def on_mount(self) -> None:
        self.query_one("#static").styles.border = ("round", "white")

    async def action_quit(self) -> None:
        self.pressed = True

    def put(self, text: str) -> None:
        self.query_one("#static", Static).update(plain(text))
        self.query_one("#static").border_title = one_line(text)
        self.query_one("#label", Label).update(plain(text, "bold $accent"))
        options = self.query_one("#list", OptionList)
        options.clear_options()
        options.add_option(plain(text))

    def painted(self) -> str:
        return "\n".join(
            "".join(segment.text for segment in strip) for strip in self.screen._compositor.render_strips()
        )

    def links(self) -> list[str]:
        return [
            str(segment.style)
            for strip in self.screen._compositor.render_strips()
            for segment in strip
            if segment.style is not None and (segment.style.link or "@click" in segment.style.meta)
        ]


def has_control(text: str) -> bool:
    return any(ord(sign) < 32 or 127 <= ord(sign) < 160 for sign in text.replace("\n", ""))


@pytest.mark.long
async def test_hostile_text_is_shown_as_text_in_every_kind_of_widget() -> None:
    app = Pane()
    async with app.run_test(size=(80, 24)) as pilot:
        for text in HOSTILE:
            app.put(text)
            await pilot.pause()
            painted = app.painted()
            assert not has_control(painted), repr(text)
            assert not app.links(), repr(text)
            await pilot.click("#static", offset=(1, 1))
            await pilot.click("#label")
        assert not app.pressed
        app.put("[@click=app.quit]x[/]")
        await pilot.pause()
        assert app.painted().count("[@click=app.quit]x[/]") == 4


@pytest.mark.long
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    texts=st.lists(
        st.text(st.characters() | st.sampled_from("[]/\\@=\x1b\x9b\u202e\n"), max_size=60), max_size=12
    )
)
async def test_no_text_breaks_a_pane(texts: list[str]) -> None:
    app = Pane()
    async with app.run_test(size=(40, 16)) as pilot:
        for text in texts:
            app.put(text)
            await pilot.pause()
            assert not has_control(app.painted())


@given(st.text(st.characters() | st.sampled_from("\x1b\u202e\u2067\u202c\u2069\n")))
def test_what_is_shown_can_be_written_to_a_terminal_and_showing_it_twice_changes_nothing(text: str) -> None:
    shown = harmless(text)
    shown.encode("utf-8")
    assert not has_control(shown)
    assert harmless(shown) == shown


@pytest.mark.parametrize(
    "text", ["a\u200db", "می\u200cخواهم", "\u200fשלום\u200e", "[b]x[/b]", "e\u0301", "two\nlines"]
)
def test_letters_joiners_and_marks_of_direction_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text
    assert plain(text) == Content(text)


def test_an_open_change_of_direction_ends_with_its_line() -> None:
    assert harmless("\u202ea\nb") == "\u202ea\u202c\nb"
    assert harmless("\u2067a\u2069") == "\u2067a\u2069"


def test_a_title_is_one_line() -> None:
    assert one_line("one\n\ntwo\r\nthree").plain == "one two three"
