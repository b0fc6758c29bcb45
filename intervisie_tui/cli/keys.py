"""`intervisie keys`: what the room listens to, with the user's own keys in their place."""

from argparse import Namespace

from intervisie_tui import paths
from intervisie_tui.actions import DEFAULT_KEYS, GROUPS, UserAction, listed
from intervisie_tui.actions.key_words import all_keys
from intervisie_tui.cli.talk import DONE, aligned, ended, say, warn
from intervisie_tui.keymap import Keymap, check_keys
from intervisie_tui.locale import _
from intervisie_tui.settings import read_settings


def keys(asked: Namespace) -> int:
    """All actions by group, with their keys and ids; what is wrong with the user's keys on stderr."""
    del asked
    settings = read_settings(paths.config_dir()).settings
    keymap = check_keys(settings.keys, DEFAULT_KEYS)
    for group in GROUPS:
        rows = [_row(action, keymap) for action in listed(group, settings.process_help)]
        say(_(group), *aligned(rows), "")
    say(_('Own keys stand in config.toml, in a table [keys]: next-phase = ["n", "pagedown"]'))
    for problem in keymap.problems:
        warn(ended(problem))
    return DONE


def _row(action: UserAction, keymap: Keymap) -> list[str]:
    shown = ", ".join(all_keys(action, keymap)) or _("no key")
    return [f"  {shown}", _(action.name), action.id, _(action.help)]
