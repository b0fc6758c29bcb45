"""What went wrong with stored data, as sentences in the language of now."""

from intervisie_tui.locale import tell
from intervisie_tui.store.problems import Damage, StoreError

UNSAVED = (StoreError, OSError)
"""What saving raises."""


def told(problem: Damage | StoreError) -> str:
    """What is wrong in the store."""
    if isinstance(problem, Damage):
        values = {"file": problem.file, "reason": tell(problem.reason, {}), "set_aside": problem.set_aside}
        return tell(problem.message, values)
    return tell(problem.message, problem.values)


def why(error: Exception) -> str:
    """Why something could not be saved or read; of the unforeseen only its kind, for it may hold user text."""
    if isinstance(error, StoreError):
        return told(error)
    return (isinstance(error, OSError) and error.strerror) or type(error).__name__


def place_of(error: BaseException) -> str:
    """Where in our own code an error came up, as `, module:line`; else nothing."""
    trace, place = error.__traceback__, ""
    while trace is not None:
        name = str(trace.tb_frame.f_globals.get("__name__", ""))
        if name.startswith("intervisie_tui"):
            place = f", {name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
