"""What a key does where it goes now: by the bindings of what has the focus, and by the registry of actions."""

from textual.binding import ActiveBinding
from textual.screen import Screen

from intervisie_tui.actions import by_id
from intervisie_tui.keys.hand import Target
from intervisie_tui.keys.press import is_capital
from intervisie_tui.widgets.entry_line import EntryLine

_MOVES = frozenset(
    {"up", "down", "left", "right", "home", "end", "pageup", "pagedown", "tab", "shift+tab", "kp_begin"}
    | {f"{modifier}+{key}" for modifier in ("shift", "ctrl") for key in ("up", "down", "left", "right")}
)
"""Keys that go along something, unless an action of the registry has them."""


def is_typed(screen: Screen[object], key: str, character: str | None) -> bool:
    """Whether what has the focus takes this as text."""
    focused = screen.focused
    return character is not None and focused is not None and focused.check_consume_key(key, character)


def target_of(screen: Screen[object], key: str) -> Target:
    """Whether holding a key repeats what it does."""
    active = _bound(screen, key)
    action = by_id(active.binding.id) if active is not None and active.binding.id else None
    if action is not None:
        return Target.REPEATS if action.repeats else Target.ONCE
    if key == "enter" and _in_entry_line(screen):
        # Twice sends an entry and closes the empty line; in the room a third one is a held key.
        return Target.REPEATS
    if key == "enter" and _enter_goes_on(screen, active):
        return Target.REPEATS
    if key in _MOVES or (key != "enter" and _edits(screen, active)):
        return Target.REPEATS
    return Target.ONCE if active is not None else Target.NOTHING


def twin_differs(screen: Screen[object], key: str) -> bool:
    """Whether a capital does something else than its small letter, which does something too."""
    capital, small = _bound(screen, key), _bound(screen, key.lower())
    return capital is not None and small is not None and capital.binding.action != small.binding.action


def meant(screen: Screen[object], key: str) -> str:
    """The key that is meant: a capital that does nothing is its small letter, if that does something."""
    if is_capital(key) and _bound(screen, key) is None and _bound(screen, key.lower()) is not None:
        return key.lower()
    return key


def _bound(screen: Screen[object], key: str) -> ActiveBinding | None:
    return screen.active_bindings.get(key)


def _in_entry_line(screen: Screen[object]) -> bool:
    focused = screen.focused
    return focused is not None and any(isinstance(node, EntryLine) for node in focused.ancestors)


def _enter_goes_on(screen: Screen[object], active: ActiveBinding | None) -> bool:
    """Whether Enter goes to the next field of a form, as Tab does."""
    focused = screen.focused
    return getattr(focused, "enter_goes_on", False) and (active is None or active.node is focused)


def _edits(screen: Screen[object], active: ActiveBinding | None) -> bool:
    """Whether the key edits the line of text that has the focus."""
    focused = screen.focused
    return active is not None and active.node is focused and focused.check_consume_key("a", "a")
