"""The commands, each with what it takes and the function that does it, loaded when it is called."""

from argparse import SUPPRESS, Namespace, _SubParsersAction
from collections.abc import Callable
from functools import partial
from importlib import import_module

from intervisie_tui.cli.parser import Parser, everywhere
from intervisie_tui.locale import _

Subs = _SubParsersAction  # of Parser; argparse gives it no public name
FORMATS = ("md", "html", "json", "csv", "ics")
SHEETS = ("html", "csv", "md")


def call(module: str, function: str, asked: Namespace) -> int:
    """Load the module of a command, and do it; only what is asked for is ever loaded."""
    run: Callable[[Namespace], int] = getattr(import_module(f"intervisie_tui.cli.{module}"), function)
    return run(asked)


def _command(subs: "Subs[Parser]", name: str, does: str, module: str, function: str) -> Parser:
    made = subs.add_parser(name, help=does, description=f"{does[:1].upper()}{does[1:]}.")
    everywhere(made)
    made.set_defaults(run=partial(call, module, function))
    return made


def _json(made: Parser) -> None:
    made.plain.add_argument("--json", action="store_true", help=_("as JSON"))


def _start(subs: "Subs[Parser]") -> None:
    made = _command(subs, "start", _("straight into a new session; its clock waits"), "start", "start")
    add = made.plain.add_argument
    add("--member", metavar=_("NAME"), nargs="+", action="extend", help=_("who takes part; may be repeated"))
    add("--group", metavar=_("NAME"), help=_("the group: a known one brings its people, a new one is kept"))
    add("--owner", metavar=_("NAME"), help=_("who brings the case"))
    add("--facilitator", metavar=_("NAME"), help=_("who leads"))
    add("--timekeeper", metavar=_("NAME"), help=_("who keeps the time"))
    add(
        "--case", metavar=_("TEXT|-"), help=_("the question; - reads it from the input, where nobody sees it")
    )
    add("--method", metavar=_("ID|PATH"), help=_("the method, or the file of one"))
    add("--minutes", metavar="N", help=_("the whole session, in minutes; usually 90"))
    add("--frame", choices=("full", "short", "none"), help=_("how much there is around the method"))
    add("--speed", metavar="X", help=_("a rehearsal: the clock runs so many times faster"))


def _open(subs: "Subs[Parser]") -> None:
    made = _command(subs, "open", _("the unfinished session again, or the named one"), "rooms_open", "reopen")
    made.plain.add_argument("session", nargs="?", metavar=_("SESSION"), help=_("its id; else the last one"))


def _stage(subs: "Subs[Parser]") -> None:
    does = _("what the room sees of a live session, for a second screen; it changes nothing")
    made = _command(subs, "stage", does, "rooms_open", "stage")
    made.plain.add_argument("session", nargs="?", metavar=_("SESSION"), help=_("its id; else the last one"))


def _serve(subs: "Subs[Parser]") -> None:
    made = _command(
        subs, "serve", _("the session for browsers: watch, take part, keep time"), "serve", "serve"
    )
    add = made.plain.add_argument
    add("session", nargs="?", metavar=_("SESSION"), help=_("its id; else the last one"))
    add("--host", metavar=_("HOST"), help=_("the address to listen on; usually this machine only"))
    add("--port", metavar=_("PORT"), help=_("the port to listen on; usually 8000"))
    add("--public-url", metavar="URL", help=_("where browsers find it, when that is another address"))
    add("--lan", action="store_true", help=_("let other machines in this network come in"))
    add("--cert", metavar=_("FILE"), help=_("a certificate of your own (PEM)"))
    add("--key", metavar=_("FILE"), help=_("the key of that certificate"))
    add("--behind-proxy", action="store_true", help=_("a web server before it sees to the encryption"))
    # For a program that starts it: it ends when nobody can write to it any more.
    add("--attended", action="store_true", help=SUPPRESS)
    _json(made)


def _demo(subs: "Subs[Parser]") -> None:
    does = _("a made-up group in the middle of a session, in a store of its own")
    _command(subs, "demo", does, "rooms_open", "demo")


def _sessions(subs: "Subs[Parser]") -> None:
    _json(_command(subs, "sessions", _("what is stored"), "stored", "sessions"))


def _export(subs: "Subs[Parser]") -> None:
    made = _command(subs, "export", _("a session as a file to keep or to pass on"), "export", "export")
    add = made.plain.add_argument
    add("session", nargs="?", metavar=_("SESSION"), help=_("its id; else the one last written to"))
    add("--to", choices=FORMATS, help=_("the kind of file; else what the name of --output ends in"))
    _output(made)
    _separator(made)
    add(
        "--masked",
        action="store_true",
        help=_(
            "without the names of members; the name of the group stays; words that may be names are listed"
        ),
    )


def _separator(made: Parser) -> None:
    made.plain.add_argument(
        "--separator",
        metavar=_("SIGN"),
        help=_("between the fields of csv: , or ; or tab; usually , in English and ; in Dutch"),
    )


def _output(made: Parser) -> None:
    made.plain.add_argument(
        "--output", metavar=_("FILE"), help=_("a new file, for your eyes only; else the screen")
    )
    made.plain.add_argument("--force", action="store_true", help=_("replace the file when it is there"))


def _methods(subs: "Subs[Parser]") -> None:
    made = _command(subs, "methods", _("the methods there are"), "methods", "methods")
    _json(made)
    made.plain.add_argument("--people", metavar="N", help=_("how each fits for so many people"))
    made.plain.add_argument("--minutes", metavar="N", help=_("how each fits in a session of so many minutes"))
    made.plain.add_argument(
        "--frame",
        choices=("full", "short", "none"),
        default="full",
        help=_("how much there is around the method"),
    )
    inner = made.add_subparsers(title=_("Commands"), metavar=_("COMMAND"), parser_class=Parser)
    show = _command(inner, "show", _("all of one method"), "methods", "show")
    show.plain.add_argument("id", metavar="ID", help=_("which one"))
    check = _command(inner, "check", _("what is wrong with a method"), "methods", "check")
    check.plain.add_argument("what", metavar=_("PATH|ID"), help=_("a file, or the id of a method"))
    new = _command(inner, "new", _("a method of your own to begin with"), "methods", "new")
    new.plain.add_argument("id", metavar="ID", help=_("small letters, digits and dashes"))
    new.plain.add_argument("--to", metavar=_("DIR"), help=_("where; else your methods folder"))


def _actions(subs: "Subs[Parser]") -> None:
    _json(_command(subs, "actions", _("the open actions of all groups"), "stored", "actions"))


def _attendance(subs: "Subs[Parser]") -> None:
    made = _command(subs, "attendance", _("proof of who was there, and for how long"), "export", "attendance")
    made.plain.add_argument("group", metavar=_("GROUP"), help=_("its name"))
    made.plain.add_argument("--year", type=int, metavar=_("YEAR"), help=_("only this year"))
    made.plain.add_argument(
        "--to", choices=SHEETS, help=_("the kind of file; else what the name of --output ends in")
    )
    _output(made)
    _separator(made)


def _wipe(subs: "Subs[Parser]") -> None:
    made = _command(subs, "wipe", _("erases for good, and lists what it erased"), "wipe", "wipe")
    which = made.add_mutually_exclusive_group(required=True)
    which.add_argument("session", nargs="?", metavar=_("SESSION"), help=_("the id of a session"))
    which.add_argument("--group", metavar=_("NAME"), help=_("a group and all its sessions"))
    which.add_argument("--all", action="store_true", help=_("everything"))
    made.plain.add_argument("--yes", action="store_true", help=_("without asking"))


def _keys(subs: "Subs[Parser]") -> None:
    _command(subs, "keys", _("the keys of the room, yours included"), "keys", "keys")


def _doctor(subs: "Subs[Parser]") -> None:
    _json(_command(subs, "doctor", _("what is wrong with this set-up"), "health", "doctor"))


_COMMANDS: dict[str, Callable[["Subs[Parser]"], None]] = {
    "start": _start,
    "open": _open,
    "stage": _stage,
    "serve": _serve,
    "demo": _demo,
    "sessions": _sessions,
    "export": _export,
    "methods": _methods,
    "actions": _actions,
    "attendance": _attendance,
    "wipe": _wipe,
    "keys": _keys,
    "doctor": _doctor,
}


def add_commands(subs: "Subs[Parser]", first: str = "") -> None:
    """Add every command, or, where the first word is one, only that: a screen waits for this."""
    for name, add in _COMMANDS.items():
        if first not in _COMMANDS or first == name:
            add(subs)
