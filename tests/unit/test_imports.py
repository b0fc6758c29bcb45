"""The fast commands stay fast: they never load what only a screen, a server or a template needs."""

import json
import os
import subprocess
import sys

import pytest

HEAVY = ("textual", "rich", "aiohttp", "aiohttp_jinja2", "jinja2", "textual_serve", "dateparser", "humanize")
CHILD = """
import contextlib, io, json, sys
from intervisie_tui.cli import main
with contextlib.redirect_stdout(io.StringIO()):
    try:
        code = main(sys.argv[1:])
    except SystemExit as left:
        code = left.code
loaded = sorted({name.partition('.')[0] for name in sys.modules})
print(json.dumps({'code': code or 0, 'loaded': loaded}))
"""


@pytest.mark.parametrize(
    ("command", "codes"),
    [
        (["--version"], {0}),
        (["--help"], {0}),
        (["methods", "--json"], {0}),
        (["sessions", "--json"], {0}),
        # An empty store has no session to export, which is a failure said in a sentence.
        (["export", "--to", "json"], {1}),
    ],
)
def test_a_command_without_a_screen_loads_nothing_heavy(command: list[str], codes: set[int]) -> None:
    child = subprocess.run(
        [sys.executable, "-c", CHILD, *command], capture_output=True, text=True, env=os.environ, check=False
    )
    assert child.returncode == 0, child.stderr
    told = json.loads(child.stdout)
    assert told["code"] in codes
    assert set(told["loaded"]) & set(HEAVY) == set()
