"""What the key bar says while an entry line is open."""

from intervisie_tui.locale import _
from intervisie_tui.screens.line_keeper import Purpose
from intervisie_tui.widgets.signs import signs

LineKey = tuple[str, str, str]
"""A key as people read it, what it does, and the action of a click on it."""


def keys_of(purpose: Purpose, *, kinds: bool = False) -> tuple[LineKey, ...]:
    """The keys of a line: sending, another kind where Tab takes one, closing."""
    enter, close = signs().enter, "esc"
    sends = {
        Purpose.DUE: _("this date; empty: no date"),
        Purpose.EDIT: _("change it"),
        Purpose.BREAK: _("take the break"),
        Purpose.BEGAN: _("set when it began"),
        Purpose.COME: _("comes in"),
    }.get(purpose, _("send; the line stays open"))
    tab = (("tab", _("next kind or place"), "line_kind"),) if kinds and purpose is Purpose.NOTE else ()
    back = _("back to the action") if purpose is Purpose.DUE else _("close the line")
    return ((enter, sends, "line_send"), *tab, (close, back, "line_close"))
