"""What stands in forms that were closed without their deed; in the memory of this program only, never on disk."""

from dataclasses import dataclass, field
from typing import Any

from textual.app import App

from intervisie_tui.domain.session import Session

Values = dict[str, str | int | None]


@dataclass(slots=True)
class TypedForms:
    """The fields of each form, by their ids."""

    _kept: dict[str, tuple[str, Values]] = field(default_factory=dict)

    def of(self, form: str, phase: str) -> Values:
        """What was typed in this form in this phase; empty if nothing was, or if that was in another phase."""
        known, values = self._kept.get(form, ("", {}))
        return dict(values) if known == phase else {}

    def keep(self, form: str, phase: str, values: Values) -> None:
        """Remember this in the place of what was typed there before."""
        self._kept[form] = (phase, values)

    def forget(self, form: str) -> None:
        """Forget the form: what it says has been done."""
        self._kept.pop(form, None)


def typed_forms(app: App[Any]) -> TypedForms:
    """The memory of this app; one that forgets at once if it has none."""
    typed: TypedForms | None = getattr(app, "typed_forms", None)
    return typed if typed is not None else TypedForms()


def phase_of(session: Session) -> str:
    """The phase until whose end forms are kept."""
    return f"{session.id}/{session.current.id if session.current is not None else ''}"
