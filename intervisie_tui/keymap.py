"""The user's own keys: checked against the actions there are, so that none is lost without a word."""

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from intervisie_tui.keys.names import name_of
from intervisie_tui.locale import _

QUIT = "quit"
QUIT_KEY = "ctrl+q"
RESERVED = frozenset({"escape", "tab", "shift+tab", "up", "down", "left", "right"})
"""Keys that every screen needs for itself: to close, and to go along fields and lists."""
_SAME = {"esc": "escape", "return": "enter", "del": "delete", "pgup": "pageup", "pgdn": "pagedown"}
"""Other names that people write for a key."""

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys of each action as they now are, those that differ from the default, and what was refused."""

    keys: Mapping[str, Keys]
    changed: Mapping[str, Keys]
    problems: tuple[str, ...] = ()

    @property
    def for_textual(self) -> dict[str, str]:
        """What App.set_keymap takes: the changed actions only, their keys joined by commas."""
        return {action: ",".join(keys) for action, keys in self.changed.items()}


def check_keys(wished: Mapping[str, Sequence[str]], known: Mapping[str, str | Sequence[str]]) -> Keymap:
    """What the user's keys come to, given each action's default keys (with commas, or in a sequence).

    A wish for an unknown action, a wish without keys and a wish for another action's key are refused, each
    with a sentence; the action then keeps its own keys. ctrl+q always quits.
    """
    defaults = {action: split_keys(keys) for action, keys in known.items()}
    problems: list[str] = []
    wishes = {}
    for action, keys in wished.items():
        if refused := _refused(action, split_keys(keys), defaults):
            problems.append(refused)
        else:
            wishes[action] = _with_quit(action, split_keys(keys))
    while clash := _clash(wishes, defaults):
        loser, key, other = clash
        problems.append(
            _(
                "Key {key} cannot be both {action} and {other}; {action} keeps its own keys",
                key=key,
                action=loser,
                other=other,
            )
        )
        del wishes[loser]
    changed = {action: keys for action, keys in wishes.items() if keys != defaults[action]}
    return Keymap({**defaults, **changed}, changed, tuple(problems))


def split_keys(keys: str | Sequence[str]) -> Keys:
    """Keys as a tuple, in small letters but for single capitals, each once."""
    parts = keys.split(",") if isinstance(keys, str) else keys
    named = (part.strip() for part in parts)
    small = (key if len(key) == 1 else key.lower() for key in named if key)
    return tuple(dict.fromkeys(_SAME.get(key, key) for key in small))


def _refused(action: str, keys: Keys, defaults: Mapping[str, Keys]) -> str | None:
    if action not in defaults:
        near = difflib.get_close_matches(action, defaults, n=1)
        if near:
            return _("There is no action {action}; did you mean {near}?", action=action, near=near[0])
        return _("There is no action {action}; `intervisie keys` lists them", action=action)
    if not keys:
        return _("Action {action} has no key left; name at least one", action=action)
    if QUIT_KEY in keys and action != QUIT:
        return _("Key {key} always quits; {action} keeps its own keys", key=QUIT_KEY, action=action)
    if taken := RESERVED.intersection(keys):
        return _(
            "Key {key} is needed on every screen; {action} keeps its own keys", key=min(taken), action=action
        )
    return None


def _with_quit(action: str, keys: Keys) -> Keys:
    return (*keys, QUIT_KEY) if action == QUIT and QUIT_KEY not in keys else keys


def _clash(wishes: Mapping[str, Keys], defaults: Mapping[str, Keys]) -> tuple[str, str, str] | None:
    """The wish to give up, the key, and who has it: the last wish that takes a key of another action."""
    now = {action: _names(keys) for action, keys in {**defaults, **wishes}.items()}
    for action in reversed(list(wishes)):
        for key in wishes[action]:
            for other, keys in now.items():
                # Defaults may share a key where they live on different screens; only a new clash counts.
                if (
                    other != action
                    and _name(key) in keys
                    and not (key in defaults[action] and key in defaults[other])
                ):
                    return action, key, other
    return None


def _name(key: str) -> str:
    """One name for a key that can be written as a sign or by its name."""
    return name_of(key) if len(key) == 1 else key


def _names(keys: Keys) -> frozenset[str]:
    return frozenset(map(_name, keys))
