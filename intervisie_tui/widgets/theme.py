"""The two themes of the house: a meeting room at dusk, and paper on a wooden table.

What the colours mean, by Textual's own variable names:

    $background  the room            $surface  a pane            $panel  a line or a field in a pane
    $text        what is to come     $text-muted  what is past   $primary  what is now (teal)
    $accent      headings and rules  $warning  a clock near its end   $error  over time, and nothing else
"""

from collections.abc import Mapping

from textual.theme import Theme

DARK = "intervisie-dark"
LIGHT = "intervisie-light"
ALIASES: Mapping[str, str] = {"dark": DARK, "light": LIGHT}


def _calm(*, text: str, muted: str, line: str, room: str, pane: str, now: str, amber: str) -> dict[str, str]:
    """The variables that both themes need, so that nothing begs for the eye."""
    return {
        "text": text,
        "text-muted": muted,
        "text-disabled": muted,
        "foreground-muted": muted,
        "foreground-disabled": muted,
        "text-primary": now,
        "text-secondary": muted,
        "text-accent": amber,
        "border": now,
        "border-blurred": line,
        "surface-active": pane,
        "block-cursor-background": line,
        "block-cursor-foreground": text,
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": pane,
        "block-cursor-blurred-foreground": text,
        "block-cursor-blurred-text-style": "none",
        "block-hover-background": line,
        "scrollbar": line,
        "scrollbar-hover": muted,
        "scrollbar-active": muted,
        "scrollbar-background": pane,
        "scrollbar-background-hover": pane,
        "scrollbar-background-active": pane,
        "scrollbar-corner-color": pane,
        "footer-background": room,
        "footer-foreground": muted,
        "footer-item-background": room,
        "footer-key-background": room,
        "footer-key-foreground": amber,
        "footer-description-background": room,
        "footer-description-foreground": muted,
        "input-cursor-background": text,
        "input-cursor-foreground": room,
        "input-selection-background": line,
        "input-selection-foreground": text,
        "link-color": text,
        "link-background": pane,
        "link-background-hover": line,
        "link-color-hover": text,
        "button-foreground": text,
        "button-color-foreground": room,
        "button-focus-text-style": "bold underline",
        "screen-selection-background": line,
        "screen-selection-foreground": text,
    }


INTERVISIE_DARK = Theme(
    name=DARK,
    dark=True,
    primary="#86c5b8",
    secondary="#a79d90",
    accent="#dca05a",
    warning="#e8b676",
    error="#f39c8f",
    success="#86c5b8",
    foreground="#ece6dc",
    background="#1c1a18",
    surface="#262320",
    panel="#38332e",
    variables=_calm(
        text="#ece6dc",
        muted="#a79d90",
        line="#38332e",
        room="#1c1a18",
        pane="#262320",
        now="#86c5b8",
        amber="#dca05a",
    )
    | {"text-warning": "#e8b676", "text-error": "#f39c8f", "text-success": "#86c5b8"},
)

INTERVISIE_LIGHT = Theme(
    name=LIGHT,
    dark=False,
    primary="#14574f",
    secondary="#675e52",
    accent="#7d470a",
    warning="#6b3f08",
    error="#8f1f16",
    success="#14574f",
    foreground="#2a2521",
    background="#fbf6ef",
    surface="#f3ecdf",
    panel="#e2d8c7",
    variables=_calm(
        text="#2a2521",
        muted="#675e52",
        line="#e2d8c7",
        room="#fbf6ef",
        pane="#f3ecdf",
        now="#14574f",
        amber="#7d470a",
    )
    | {"text-warning": "#6b3f08", "text-error": "#8f1f16", "text-success": "#14574f"},
)

THEMES = (INTERVISIE_DARK, INTERVISIE_LIGHT)


def theme_names() -> tuple[str, ...]:
    """Every name that `--theme` takes: the two themes and their short names."""
    return (*(theme.name for theme in THEMES), *ALIASES)


def full_name(name: str) -> str | None:
    """The registered name of a theme by its name or short name, in any case; None where there is none."""
    folded = name.strip().casefold()
    folded = ALIASES.get(folded, folded)
    return folded if folded in (DARK, LIGHT) else None
