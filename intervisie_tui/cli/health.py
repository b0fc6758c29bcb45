"""`intervisie doctor`: what is wrong with this set-up."""

from argparse import Namespace
from dataclasses import asdict

from intervisie_tui.cli.talk import DONE, FAILED, aligned, ended, say, say_json
from intervisie_tui.doctor import Finding, Grade, findings
from intervisie_tui.locale import N_, _

_ABOUT = {
    "terminal": N_("terminal"),
    "colours": N_("colours"),
    "locale": N_("signs"),
    "data folder": N_("data folder"),
    "config folder": N_("config folder"),
    "file system": N_("file system"),
    "store": N_("store"),
    "settings": N_("settings"),
    "keys": N_("keys"),
    "methods": N_("methods"),
}
_GRADES = {Grade.RIGHT: N_("good"), Grade.NOTE: N_("mind"), Grade.WRONG: N_("not good")}


def doctor(asked: Namespace) -> int:
    """List every finding; 1 when one of them is in the way."""
    found = findings(asked.data_dir)
    if asked.json:
        say_json([asdict(finding) for finding in found])
    else:
        say(*aligned([_row(finding) for finding in found]))
    return FAILED if any(finding.grade is Grade.WRONG for finding in found) else DONE


def _row(finding: Finding) -> list[str]:
    about = _(_ABOUT[finding.about]) if finding.about in _ABOUT else finding.about
    return [_(_GRADES[finding.grade]), about, _told(finding)]


def _told(finding: Finding) -> str:
    """What was found and its mend; a mend that is no sentence of its own goes on after a colon."""
    if not finding.hint:
        return finding.found
    first = f"{finding.found}:" if finding.hint[0].islower() else ended(finding.found)
    return f"{first} {finding.hint}"
