"""The keys of an action as people read them: the user's own where they differ, else those it comes with."""

from intervisie_tui.actions.user_action import UserAction
from intervisie_tui.keymap import Keymap
from intervisie_tui.locale import N_, _

_SIGNS = {
    "pagedown": "PageDown",
    "pageup": "PageUp",
    "f1": "F1",
    "f2": "F2",
    "full_stop": ".",
    "comma": ",",
    "question_mark": "?",
    "plus": "+",
    "minus": "-",
}

_WORDS = {"space": N_("space"), "enter": "Enter", "delete": N_("delete"), "escape": "Esc"}


def all_keys(action: UserAction, keymap: Keymap) -> tuple[str, ...]:
    """All its keys; a letter's capital, and the digits after the first, go without saying."""
    own = keymap.changed.get(action.id)
    if own:
        return tuple(_SIGNS.get(key, key) for key in own)
    first = _(action.shown_key) if action.shown_key else ""
    others = [
        _SIGNS.get(key, key)
        for place, key in enumerate(action.keys)
        if place and key.lower() not in action.keys[:place]
    ]
    return tuple(key for key in (first, *others) if key)


def main_key(action: UserAction, keymap: Keymap) -> str:
    """The first of its keys; empty where it has none."""
    return next(iter(all_keys(action, keymap)), "")


def spoken_key(key: str) -> str:
    """One key by its name in a binding, as people read it."""
    if key in _SIGNS:
        return _SIGNS[key]
    if key in _WORDS:
        return _(_WORDS[key])
    return key if len(key) == 1 or "_" not in key else key.replace("_", " ")
