"""Every key that a screen or a field binds has a deed: a name that nothing has is passed over without a word (N5)."""

import importlib
import pkgutil
from collections.abc import Iterator

from textual.actions import parse
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

import intervisie_tui
from intervisie_tui.app import IntervisieApp

PARTS = ("screens", "widgets")


def classes() -> Iterator[type[DOMNode]]:
    for module in pkgutil.walk_packages(intervisie_tui.__path__, "intervisie_tui."):
        if module.name.split(".")[1] in PARTS:
            for found in vars(importlib.import_module(module.name)).values():
                if isinstance(found, type) and issubclass(found, DOMNode) and found.__module__ == module.name:
                    yield found


BOUND: list[tuple[type[DOMNode], Binding]] = [
    (each, binding) for each in classes() for binding in Binding.make_bindings(each.BINDINGS)
]


def has_deed(owner: type[DOMNode], action: str) -> bool:
    namespace, name, _parameters = parse(action)
    holder = {"app": IntervisieApp, "screen": Screen}.get(namespace, owner)
    return hasattr(holder, f"action_{name}") or hasattr(holder, f"_action_{name}")


def test_what_a_key_is_bound_to_is_there() -> None:
    missing = [
        (owner.__name__, binding.key, binding.action)
        for owner, binding in BOUND
        if not has_deed(owner, binding.action)
    ]
    assert missing == []


def test_a_name_that_nothing_has_is_found() -> None:
    assert len(BOUND) > 50
    assert not has_deed(IntervisieApp, "screen.focus_next")
