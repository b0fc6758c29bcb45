"""What the command line takes, in the language of the moment."""

from argparse import SUPPRESS, ArgumentParser, HelpFormatter, _SubParsersAction
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NoReturn

from intervisie_tui import __version__
from intervisie_tui.cli.misused import explained
from intervisie_tui.locale import _

PROGRAM = "intervisie"


class Formatter(HelpFormatter):
    """Help with its headings in the language of the moment."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30, width=96)

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """The line with the usage."""
        super().add_usage(usage, actions, groups, _("Usage: ") if prefix is None else prefix)


class Parser(ArgumentParser):
    """A parser that says what is wrong as the rest of the program does; it raises Stop."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            **{**options, "add_help": False, "allow_abbrev": False, "formatter_class": Formatter}
        )
        self.plain = self.add_argument_group(_("What"))
        self.common = self.add_argument_group(_("Everywhere"))

    def error(self, message: str) -> NoReturn:
        """Raise the Stop for what argparse complains of."""
        raise explained(message, self.prog)


Adder = Callable[["_SubParsersAction[Parser]"], None]


def parser(words: Sequence[str] = ()) -> Parser:
    """The command line, as far as these words need it; each `run` takes the arguments and gives the exit code."""
    from intervisie_tui.cli import commands

    top = Parser(
        prog=PROGRAM, description=_("The session room for peer consultation. Without a command: the lobby.")
    )
    everywhere(top, top=True)
    top.common.add_argument(
        "--version", action="version", version=f"{PROGRAM} {__version__}", help=_("the version")
    )
    top.set_defaults(run=partial(commands.call, "rooms_open", "lobby"))
    subs = top.add_subparsers(title=_("Commands"), metavar=_("COMMAND"), parser_class=Parser)
    commands.add_commands(subs, words[0] if words else "")
    return top


def everywhere(each: Parser, *, top: bool = False) -> None:
    """The options that stand before or after the command."""
    absent = None if top else SUPPRESS
    each.common.add_argument("--lang", metavar="nl|en", default=absent, help=_("the language: nl or en"))
    each.common.add_argument("--theme", metavar=_("NAME"), default=absent, help=_("the theme: dark or light"))
    each.common.add_argument(
        "--data-dir", metavar=_("DIR"), default=absent, help=_("where sessions are kept")
    )
    each.common.add_argument("-h", "--help", action="help", help=_("this help"))
