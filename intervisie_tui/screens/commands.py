"""What the palette offers on a screen, from the registry of actions."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from textual.app import App, SystemCommand
from textual.screen import Screen

from intervisie_tui.actions import ACTIONS, UserAction
from intervisie_tui.actions.key_words import main_key
from intervisie_tui.keymap import Keymap
from intervisie_tui.locale import _
from intervisie_tui.screens.screen_keys import keymap_of

# The app has these itself, on every screen.
_OF_THE_APP = frozenset({"language", "quit", "palette"})


def process_help(app: App[Any]) -> bool:
    """Whether there is help for the process: hints about wording, questions at hand, steps to an own question."""
    rooms: Any = getattr(app, "rooms", None)
    return rooms is None or bool(rooms.settings.process_help)


def commands_of(screen: Screen[Any]) -> Iterable[SystemCommand]:
    """Every action of the registry that this screen can do, with its key as it now is."""
    keymap, helps = keymap_of(screen.app), process_help(screen.app)
    for action in ACTIONS:
        if action.helps and not helps:
            continue
        name = action.action.partition("(")[0]
        if not action.listed or action.id in _OF_THE_APP or not hasattr(screen, f"action_{name}"):
            continue
        if screen.check_action(name, ()):
            yield SystemCommand(_title(action, keymap), _(action.help), _run(screen, action))


def _title(action: UserAction, keymap: Keymap) -> str:
    key = main_key(action, keymap)
    return f"{_(action.name)}  ({key})" if key else _(action.name)


def _run(screen: Screen[Any], action: UserAction) -> Callable[[], Any]:
    return partial(screen.run_action, action.action)
