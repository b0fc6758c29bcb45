"""The colours can be read by everybody in the room."""

import itertools

import pytest
from textual.color import Color
from textual.theme import Theme

from intervisie_tui.widgets.theme import THEMES, full_name, theme_names

TEXT = (
    "text",
    "text-muted",
    "foreground",
    "accent",
    "warning",
    "error",
    "text-accent",
    "footer-key-foreground",
)
NOW = ("primary", "text-primary", "warning", "error", "text")
GROUNDS = ("background", "surface")


def ratio(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2 between two opaque colours, 1 to 21."""

    def luminance(color: Color) -> float:
        parts = [part / 255 for part in color.rgb]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def colors(theme: Theme) -> dict[str, str]:
    return theme.to_color_system().generate() | theme.variables


def test_the_ratio_of_black_on_white_is_twenty_one() -> None:
    assert ratio("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize(("theme", "ink", "ground"), list(itertools.product(THEMES, TEXT, GROUNDS)))
def test_text_can_be_read_on_both_surfaces(theme: Theme, ink: str, ground: str) -> None:
    shades = colors(theme)
    assert ratio(shades[ink], shades[ground]) >= 4.5


@pytest.mark.parametrize(("theme", "ink", "ground"), list(itertools.product(THEMES, NOW, GROUNDS)))
def test_the_clock_and_what_is_now_carry_to_the_back_of_the_room(theme: Theme, ink: str, ground: str) -> None:
    shades = colors(theme)
    assert ratio(shades[ink], shades[ground]) >= 7


PAIRS = (
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("text", "block-hover-background"),
    ("footer-description-foreground", "footer-background"),
    ("footer-key-foreground", "footer-background"),
    ("input-cursor-foreground", "input-cursor-background"),
    ("input-selection-foreground", "input-selection-background"),
    ("text", "panel"),
    ("text-muted", "panel"),
    ("primary", "panel"),
    ("accent", "panel"),
    ("button-color-foreground", "primary"),
)


@pytest.mark.parametrize(("theme", "pair"), list(itertools.product(THEMES, PAIRS)))
def test_what_textual_itself_paints_can_be_read_too(theme: Theme, pair: tuple[str, str]) -> None:
    shades = colors(theme)
    ink, ground = (shades[name] for name in pair)
    assert ratio(ink, ground) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_no_ground_is_pure_black_or_white_and_the_two_surfaces_differ(theme: Theme) -> None:
    shades = colors(theme)
    grounds = {shades[name].lower() for name in GROUNDS}
    assert len(grounds) == 2
    assert not grounds & {"#000000", "#ffffff"}


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("dark", "intervisie-dark"),
        (" Light ", "intervisie-light"),
        ("intervisie-light", "intervisie-light"),
        ("solarized", None),
        ("", None),
        ("[/b]", None),
    ],
)
def test_a_theme_is_found_by_its_name_and_its_short_name(name: str, full: str | None) -> None:
    assert full_name(name) == full


def test_every_name_that_is_offered_is_taken() -> None:
    assert all(full_name(name) for name in theme_names())
