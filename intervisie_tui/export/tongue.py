"""The words of an export, in the language it is asked in, whatever the interface speaks."""

from dataclasses import dataclass

from intervisie_tui.locale import known_language, tell


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language to write in: nl or en, or a variant; English for all others."""

    language: str

    @property
    def code(self) -> str:
        """The language, nl or en."""
        return known_language(self.language) or "en"

    def _(self, message: str, /, **values: object) -> str:
        """The sentence in this language, its {fields} filled in."""
        return tell(message, values, self.code)
