"""What the key bar says while an entry line is open."""

from intervisie_tui.locale import _
from intervisie_tui.screens.line_keeper import Purpose
from intervisie_tui.widgets.signs import signs

LineKey = tuple[str, str, str]
"""A key as people read it, what it does, and the action of a click on it."""


def keys_of(purpose: Purpose, next_kind: str = "", *, questions: bool = False) -> tuple[LineKey, ...]:
    """The keys of a line: sending, another kind if Tab takes one (in these words), questions at hand, closing."""
    enter, close = signs().enter, "esc"
    sends = {
        Purpose.DUE: _("this date; empty: no date"),
        Purpose.EDIT: _("change it"),
        Purpose.BREAK: _("take the break"),
        Purpose.BEGAN: _("set when it began"),
        Purpose.COME: _("comes in"),
    }.get(purpose, _("send; stays open"))
    tab = (("tab", next_kind, "line_kind"),) if next_kind else ()
    asks = (("F2", _("questions"), "questions"),) if questions else ()
    back = _("back to the action") if purpose is Purpose.DUE else _("close")
    return ((enter, sends, "line_send"), *tab, *asks, (close, back, "line_close"))
