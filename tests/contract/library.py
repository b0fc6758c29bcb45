"""The bundled methods for the tests that go over all of them, and a circle of people for each."""

import string
from pathlib import Path

from intervisie_tui.domain.session import Role
from intervisie_tui.live import Live
from intervisie_tui.method import Method
from intervisie_tui.registry import load
from tests.app.room_scene import Hands, Scene

LANGUAGES = ("nl", "en")
METHODS: dict[str, Method] = {name: loaded.method for name, loaded in load(others=()).methods.items()}
PLAYED = [(name, LANGUAGES[nth % 2]) for nth, name in enumerate(METHODS)]
"""Each method once, every other one in English."""
NAMES = ("Anna", "Bram", "Chantal", "Dirk", "Esra", "Fatima", "Gerben", "Hanna")
QUESTION = {
    "nl": "Hoe kan ik rustig blijven als de ouders boos worden?",
    "en": "How can I stay calm when the parents get angry with me?",
}


def sizes(method: Method) -> tuple[int, ...]:
    """The ideal number of people, the least and the most."""
    return tuple(dict.fromkeys((method.size.ideal, method.size.least, method.size.most)))


async def session_of(
    method: Method, people: int, language: str, folder: Path, clock: Hands | None = None, speed: float = 1.0
) -> Live:
    """A session of only this method with so many people, its clock waiting."""
    owner = "m1" if method.has_owner else None
    scene = Scene(folder, clock or Hands(), NAMES[:people], method, speed=speed, owner=owner)
    question = QUESTION[language] if method.has_owner else ""
    roles = ((Role.TIMEKEEPER, "m2"), (Role.FACILITATOR, "m3"))
    return await scene.live(roles=roles, question=question, language=language)


def flat(text: str) -> str:
    """All words on one line, as a reader takes them."""
    return " ".join(text.split())


def mark(nth: int) -> str:
    """A word that stands nowhere else: wa, wb, ... waa."""
    letters = string.ascii_lowercase
    return f"w{letters[nth // 26 % 26]}{letters[nth % 26]}x"
