"""The user's config.toml: read when asked for, never at import, and never a reason to stop."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from intervisie_tui.domain.limits import ENTRIES
from intervisie_tui.locale import LANGUAGES, _

FILE = "config.toml"
THEMES = ("intervisie-dark", "intervisie-light", "dark", "light")
"""What the program's themes may be called: widgets.theme.theme_names(), without loading Textual for it."""
ORDERS = ("place", "least heard")
FRAMES = ("full", "short", "none")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user may set; None where the machine or the program decides.

    `thresholds` are the two warnings before the end of a phase, in percent of it that is left; without
    `process_help` there are no hints about wording, no questions at hand and no closing questions.
    """

    language: str | None = None
    theme: str | None = None
    ascii: bool | None = None
    sound: bool = False
    order: str = "place"
    frame: str = "full"
    minutes: float = 90
    thresholds: tuple[float, float] = (20, 5)
    ground_rules: tuple[str, ...] = ()
    process_help: bool = True
    most_entries: int = ENTRIES.figure
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Misset:
    """Something in the config file that was not taken: what, how to mend it, and on which line if known."""

    message: str
    hint: str
    line: int | None = None

    def sentence(self) -> str:
        """Both as sentences, each with one full stop at its end, or the sign that it has."""
        return " ".join(
            part if part.endswith((".", "?", "!")) else f"{part}." for part in (self.message, self.hint)
        )


@dataclass(frozen=True, slots=True)
class Config:
    """The settings as they are used, and what was wrong in the file."""

    settings: Settings = Settings()
    problems: tuple[Misset, ...] = ()


def read_settings(folder: Path) -> Config:
    """The settings in a config folder; the defaults, with a problem, for all that cannot be taken."""
    path = folder / FILE
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Config()
    except OSError as error:
        why = error.strerror or str(error)
        return _nothing(
            _("Cannot read {file}: {why}", file=path, why=why), _("All settings are the default ones")
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return _nothing(_("{file} is not UTF-8 text", file=path), _("Save it as UTF-8"), line)
    # Imported here: most have no config file.
    import tomllib

    try:
        return _taken(tomllib.loads(text), text)
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"at line (\d+)", str(error))
        line = int(where[1]) if where else text.count("\n") + 1
        why = str(error).split(" (at ")[0]
        return _nothing(
            _("{file} is not TOML, line {line}: {why}", file=path, line=line, why=why),
            _('A line looks like: language = "nl"; text stands between quotes'),
            line,
        )
    except RecursionError:
        return _nothing(_("{file} is nested too deeply", file=path), _("All settings are the default ones"))


def _nothing(message: str, hint: str, line: int | None = None) -> Config:
    return Config(problems=(Misset(message, hint, line),))


def _taken(found: Mapping[str, Any], text: str) -> Config:
    settings = Settings()
    problems = []
    for name, value in found.items():
        line = _line_of(name, text)
        if name not in _KINDS:
            import difflib

            near = difflib.get_close_matches(name, _KINDS, n=1)
            hint = (
                _("Did you mean {near}?", near=near[0])
                if near
                else _("Known are: {names}", names=", ".join(_KINDS))
            )
            problems.append(Misset(_("There is no setting {name}", name=name), hint, line))
            continue
        kind = _KINDS[name]
        if (good := kind.take(value)) is None:
            shown = str(value)[:60]
            message = _("Setting {name} cannot be {value}", name=name, value=shown)
            problems.append(Misset(message, _("It takes {kind}", kind=kind.said()), line))
        else:
            settings = replace(settings, **{name: good})
    return Config(settings, tuple(problems))


def _line_of(name: str, text: str) -> int | None:
    """The line that sets a name or opens its table, counted from 1."""
    quoted = rf"[\"']?{re.escape(name)}[\"']?"
    match = re.search(rf"^[ \t]*(?:{quoted}[ \t]*[.=]|\[+[ \t]*{quoted}[ \t]*[\].])", text, re.MULTILINE)
    return text.count("\n", 0, match.start()) + 1 if match else None


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a setting takes: the value as used (None refuses it), and how that is said."""

    take: Callable[[Any], Any]
    said: Callable[[], str]


def _one_of(*names: str) -> _Kind:
    return _Kind(
        lambda value: value if value in names else None, lambda: ", ".join(f'"{name}"' for name in names)
    )


def _number(value: Any, least: float, most: float) -> float | None:
    fits = isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most
    return value if fits else None


def _entries(value: Any) -> int | None:
    return value if isinstance(value, int) and _number(value, 100, 20_000) is not None else None


def _thresholds(value: Any) -> tuple[float, float] | None:
    if not isinstance(value, list) or len(value) != 2:
        return None
    first, second = (_number(part, 0, 100) for part in value)
    return (first, second) if first is not None and second is not None and first >= second else None


def _texts(value: Any) -> tuple[str, ...] | None:
    fits = isinstance(value, list) and all(isinstance(text, str) for text in value)
    return tuple(text.strip() for text in value if text.strip()) if fits else None


def _keys(value: Any) -> dict[str, tuple[str, ...]] | None:
    if not isinstance(value, dict):
        return None
    taken = {action: _texts([keys] if isinstance(keys, str) else keys) for action, keys in value.items()}
    return None if None in taken.values() else {action: keys or () for action, keys in taken.items()}


_SWITCH = _Kind(lambda value: value if isinstance(value, bool) else None, lambda: "true, false")
_KINDS = {
    "language": _one_of(*LANGUAGES),
    "theme": _one_of(*THEMES),
    "ascii": _SWITCH,
    "sound": _SWITCH,
    "order": _one_of(*ORDERS),
    "frame": _one_of(*FRAMES),
    "minutes": _Kind(lambda value: _number(value, 1, 600), lambda: _("a number of minutes from 1 to 600")),
    "thresholds": _Kind(_thresholds, lambda: _("two percentages, the larger one first: [20, 5]")),
    "ground_rules": _Kind(_texts, lambda: _("a list of texts in quotes")),
    "process_help": _SWITCH,
    "most_entries": _Kind(_entries, lambda: _("a whole number of entries from 100 to 20,000")),
    "keys": _Kind(_keys, lambda: _('a table: an action and its key or keys, as next = ["n", "pagedown"]')),
}
