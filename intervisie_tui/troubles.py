"""What went wrong with stored data, as sentences in the current language."""

from collections.abc import Iterable, Sequence

from intervisie_tui.locale import _, tell
from intervisie_tui.store.problems import Damage, StoreError
from intervisie_tui.store.strange import Strange

UNSAVED = (StoreError, OSError)
"""What saving raises."""


def told(problem: Damage | StoreError) -> str:
    """What is wrong in the store."""
    if isinstance(problem, Damage):
        values = {"file": problem.file, "reason": tell(problem.reason, {}), "set_aside": problem.set_aside}
        return tell(problem.message, values)
    return tell(problem.message, problem.values)


def erased_words(files: Sequence[str], left: Sequence[str]) -> str:
    """That something was erased, with the strange files that went too and those that were left alone."""
    from intervisie_tui.store.own_names import is_own

    strange = [name for name in files if not is_own(name)]
    words = [_("Erased.")]
    if strange:
        words.append(_("Copies that others made went too: {files}.", files=", ".join(strange)))
    if left:
        words.append(_("Not erased, and it may hold some of it: {files}.", files=", ".join(left)))
    return " ".join(words)


def of_session(problems: Iterable[Damage | StoreError], session_id: str) -> tuple[str, ...]:
    """What is wrong with a session itself, a sentence each, to be said in its room.

    A copy beside it is left out: the session is whole, and a room is for all eyes.
    """
    sentences = (told(problem) for problem in problems if not isinstance(problem, Strange))
    return tuple(sentence for sentence in sentences if session_id in sentence)


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
