"""The first file that runs. Every Python can read it, also Python 2, so that one that is too old gets a sentence.

The words of the command: `running` or `testing`, then `--named` when somebody chose this Python.
"""

import os
import sys

OWN = ".venv/bin/python"

if sys.version_info < (3, 11):  # noqa: UP036 - make may call any Python, and an old one is told here
    if "--named" in sys.argv or "--own" in sys.argv or not os.access(OWN, os.X_OK):
        sys.exit(
            "Python 3.11 or newer is needed, and this one ("
            + sys.executable
            + ") is "
            + ".".join(str(number) for number in sys.version_info[:2])
            + ". Install a newer one and name it: make PYTHON=python3.12 run"
        )
    # The environment was made with a newer Python before, and that one looks after it.
    words = [OWN, "-m", "tools.set_up", "--own"]
    words.extend(sys.argv[1:])
    os.execv(OWN, words)

from tools.set_up.steps import main  # noqa: E402 - an old Python could not read it

sys.exit(main(sys.argv[1:]))
