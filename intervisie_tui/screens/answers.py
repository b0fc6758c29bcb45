"""Asking a method what it plays with these people in this time, beside the loop, before it is planned with."""

from collections.abc import Sequence
from typing import Any, Final

from textual.screen import Screen

from intervisie_tui.locale import _, language
from intervisie_tui.method import Circle, Method
from intervisie_tui.registry.known import Methods
from intervisie_tui.registry.library import Loaded

TOLD_AFTER: Final = 0.3
"""Seconds of waiting after which it is said what is waited for."""


def asking_words(method: Method) -> str:
    """That the functions of this method are being asked."""
    return _(
        "“{method}” is being asked which phases it has for this group …", method=method.name.of(language())
    )


def reading_words() -> str:
    """That the user's own methods are being judged."""
    return _("Your own methods are being read …")


async def answered(
    screen: Screen[Any], methods: Methods, loaded: Loaded, circles: Sequence[Circle]
) -> Method:
    """The method with its answers for these circles.

    Where that takes a while it is said what is waited for; where no answer comes in time it is said why, and the
    method plays what it does in the nearest circle.
    """
    if all(map(loaded.method.answers_for, circles)):
        return loaded.method
    words = asking_words(loaded.method)
    waiting = screen.set_timer(TOLD_AFTER, lambda: screen.notify(words, markup=False))
    try:
        problems = await methods.ask([(loaded, circle) for circle in circles])
    finally:
        waiting.stop()
    for problem in problems:
        screen.notify(problem.sentence(), severity="warning", timeout=12, markup=False)
    known = methods.library.methods.get(loaded.method.id, loaded)
    return known.method
