"""The one registry of what a user can do in the room: name, keys, help, palette, footer and keymap id."""

from collections.abc import Mapping

from intervisie_tui.actions.of_entries import OF_ENTRIES
from intervisie_tui.actions.of_rest import OF_PEOPLE, OF_PROCESS, OF_PROGRAM, OF_SCREEN
from intervisie_tui.actions.of_time import OF_TIME
from intervisie_tui.actions.of_turns import OF_TURNS
from intervisie_tui.actions.user_action import GROUPS, UserAction

__all__ = ["ACTIONS", "DEFAULT_KEYS", "GROUPS", "WHILE_VEILED", "UserAction", "by_id", "in_footer", "listed"]

ACTIONS: tuple[UserAction, ...] = (
    *OF_TIME,
    *OF_TURNS,
    *OF_ENTRIES,
    *OF_PROCESS,
    *OF_PEOPLE,
    *OF_SCREEN,
    *OF_PROGRAM,
)

DEFAULT_KEYS: Mapping[str, tuple[str, ...]] = {action.id: action.keys for action in ACTIONS}
"""The keys that each action comes with; some have none."""

WHILE_VEILED = frozenset({"veil", "start-pause", "quit"})
"""What a veiled room still obeys, beside the cursor keys."""


def listed(group: str, process_help: bool = True) -> tuple[UserAction, ...]:
    """The actions of a group as help and the palette list them; without the help for the process, or with it."""
    return tuple(
        action
        for action in ACTIONS
        if action.group == group and action.listed and (process_help or not action.helps)
    )


def in_footer() -> tuple[UserAction, ...]:
    """The nine of the footer, in their order."""
    return tuple(action for action in ACTIONS if action.footer)


def by_id(action_id: str) -> UserAction | None:
    """The action of that id."""
    return next((action for action in ACTIONS if action.id == action_id), None)
