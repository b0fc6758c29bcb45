"""Methods that a user's own folder may hold, each of which would freeze a program that runs them itself."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from intervisie_tui.methods_new import skeleton

SLEEPS: Final = "time.sleep(600)"  # the fault itself; a test waits for the limit that ends it

AGAIN: Final = """
from pathlib import Path
import time
ran = Path(__file__).with_suffix(".ran")
again = ran.exists()
ran.touch()
"""


def asked(name: str, before: str, body: str) -> str:
    """A method of one phase, or two where there is time, whose phases are a function that does this first."""
    source = skeleton(name).replace("    phases=(", "    phases=lambda circle: asked(circle) or (", 1)
    function = f"{before}\ndef asked(circle):\n    {body}\n\n\nMETHOD = "
    return source.replace("METHOD = ", function, 1)


AT_ONCE: Final[Mapping[str, str]] = {
    "loops": "while True:\n    pass\n",
    "sleeps": f"import time\n{SLEEPS}\n",
    "sleeps-softly": (
        f"import time\nwhile True:\n    try:\n        {SLEEPS}\n    except BaseException:\n        pass\n"
    ),
    "prompts": "input('Who? ')\n",
    "reads": "import sys\nsys.stdin.read()\n",
    "allocates": "x = bytearray(10**12)\n",
    "gives-much": skeleton("gives-much").replace(
        "prompts=(", "prompts=(Text('a' * 900, 'b' * 900),) * 20000 + (", 1
    ),
    "forks": f"import os, time\nif os.fork() == 0:\n    {SLEEPS}\n" + skeleton("forks"),
    "forks-badly": "import os\nos.fork()\n" + skeleton("forks-badly"),
    "ends-its-parent": "import os, signal\nos.kill(os.getppid(), signal.SIGKILL)\n"
    + skeleton("ends-its-parent"),
    "ends-its-group": "import os, signal\nos.killpg(0, signal.SIGKILL)\n",
    "writes-everywhere": (
        "import os\nfor number in range(3, 64):\n    try:\n        os.write(number, b'{}\\n[1]\\n')\n"
        "    except OSError:\n        pass\n" + skeleton("writes-everywhere")
    ),
    "closes-all": "import os\nos.closerange(3, 256)\n" + skeleton("closes-all"),
    "moves": "import os\nos.chdir('/')\n" + skeleton("moves"),
    "loops-at-six": asked("loops-at-six", "", "while circle.people == 6: pass"),
}
"""What is wrong as soon as the file is judged, and what is not for it runs elsewhere."""

LATER: Final[Mapping[str, str]] = {
    "sleeps-again": asked("sleeps-again", AGAIN + f"if again: {SLEEPS}", "pass"),
    "loops-again": asked("loops-again", AGAIN, "while again and circle.people == 6: pass"),
    "prompts-again": asked("prompts-again", AGAIN, "again and input()"),
    "sleeps-at-some-minutes": asked(
        "sleeps-at-some-minutes", "import time", f"circle.minutes in (90, 20, 45, 150) or {SLEEPS}"
    ),
    "ends-again": asked(
        "ends-again", AGAIN + "import os, signal", "again and os.kill(os.getpid(), signal.SIGKILL)"
    ),
    "raises-again": asked("raises-again", AGAIN, "again and 1 / 0"),
}
"""What is right when the file is judged, and hangs when it is asked for another circle."""


def fill(folder: Path, files: Mapping[str, str]) -> Path:
    """Write these files in the folder, which is made."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.parent.chmod(0o700)
    for name, source in files.items():
        (folder / f"{name.replace('-', '_')}.py").write_text(source, encoding="utf-8")
    return folder
