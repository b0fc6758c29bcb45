"""The pure heart of a session: frozen state, events, commands and the rules between them.

What the first picture of a session does not need (commands, what decides on them, groups: a hundred classes) is loaded
when it is first used. Who uses it imports the module, `from intervisie_tui.domain import commands as c`.
"""

import importlib.util
import sys
from types import ModuleType
from typing import TYPE_CHECKING


def _later(name: str) -> ModuleType:
    full = f"{__name__}.{name}"
    spec = importlib.util.find_spec(full)
    if full in sys.modules or spec is None or spec.loader is None:
        return importlib.import_module(full)
    spec.loader = importlib.util.LazyLoader(spec.loader)
    module = sys.modules[full] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if TYPE_CHECKING:
    from intervisie_tui.domain import commands, deciding, group
else:
    commands = _later("commands")
    deciding = _later("deciding")
    group = _later("group")


def load() -> None:
    """Load what waits for its first use, while nobody waits; only in the thread that makes commands."""
    for module in (commands, deciding, group):
        getattr(module, "__all__", ())
