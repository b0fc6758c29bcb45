"""The page docs/performance.md: the last table, with the machine and the day."""

import os
import platform
import re
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from intervisie_tui import clock

PAGE = Path(__file__).resolve().parent.parent / "docs" / "performance.md"
_BEGIN, _END = "<!-- bench: begin -->", "<!-- bench: end -->"


def machine() -> str:
    """What it was measured on, and when."""
    day = datetime.fromtimestamp(clock.now().utc).astimezone().date().isoformat()
    parts = (
        day, f"{os.cpu_count()} cores", _cpu(), platform.system(), f"Python {platform.python_version()}",
        f"Textual {version('textual')}",
    )  # fmt: skip
    return ", ".join(parts)


def rewrite(table: str, page: Path = PAGE) -> None:
    """Put the table and the machine in the page, between its two marks."""
    text = page.read_text(encoding="utf-8")
    between = f"{_BEGIN}\n\n{machine()}.\n\n{table}\n\n{_END}"
    # A function, so that nothing in the table is taken for a back reference.
    made = re.sub(f"{_BEGIN}.*{_END}", lambda _: between, text, flags=re.DOTALL)
    page.write_text(made, encoding="utf-8")


def _cpu() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())
