"""What is wrong with a command line, from argparse's English to a sentence and a hint."""

import re

from intervisie_tui.cli.talk import MISUSED, Stop, short
from intervisie_tui.locale import _


def explained(message: str, program: str) -> Stop:
    """The end of a command whose words cannot be taken."""
    hint = _("`{program} --help` tells what it takes", program=program)
    if found := re.fullmatch(r"unrecognized arguments: (.*)", message, re.DOTALL):
        return Stop(_("I do not know what to do with {words}", words=short(found[1])), hint, MISUSED)
    if found := re.fullmatch(r"(?:the following arguments are|one of the arguments) required: (.*)", message):
        return Stop(_("Still missing: {names}", names=found[1]), hint, MISUSED)
    if found := re.fullmatch(r"one of the arguments (.*) is required", message):
        return Stop(_("Give one of: {names}", names=found[1].replace(" ", ", ")), hint, MISUSED)
    if found := re.fullmatch(r"argument (\S+): (.*)", message, re.DOTALL):
        return _of_argument(found[1], found[2], hint)
    return Stop(_("I do not understand this command line"), hint, MISUSED)


def _of_argument(name: str, why: str, hint: str) -> Stop:
    if found := re.match(r"invalid choice: (['\"])(.*)\1 \(choose from (.*)\)", why, re.DOTALL):
        typed, choices = found[2], [choice.strip(" '\"") for choice in found[3].split(",")]
        import difflib

        near = difflib.get_close_matches(typed, choices, n=1)
        if near:
            hint = _("Did you mean {near}?", near=near[0])
        if len(choices) > 6:
            return Stop(_("There is no command {typed}", typed=short(typed)), hint, MISUSED)
        values = {"name": name, "typed": short(typed), "choices": ", ".join(choices)}
        return Stop(_("{name} cannot be {typed}; choose from {choices}", **values), hint, MISUSED)
    if why.startswith("expected"):
        return Stop(_("{name} needs a value", name=name), hint, MISUSED)
    if found := re.match(r"not allowed with argument (\S+)", why):
        return Stop(_("{name} and {other} do not go together", name=name, other=found[1]), hint, MISUSED)
    if found := re.match(r"invalid \w+ value: (['\"])(.*)\1", why, re.DOTALL):
        return Stop(_("{name} cannot be {typed}", name=name, typed=short(found[2])), hint, MISUSED)
    return Stop(_("{name} cannot be used like that", name=name), hint, MISUSED)
