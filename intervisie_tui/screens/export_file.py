"""Where an export goes: to the file that the user names, and nowhere else."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from intervisie_tui.export import render
from intervisie_tui.locale import _, language
from intervisie_tui.screens.form import TABS, Cancel, Deed, Line, Row, respeak_form
from intervisie_tui.screens.head import Heading
from intervisie_tui.screens.kept_form import KeptForm
from intervisie_tui.screens.pick import Pick
from intervisie_tui.screens.sheets import sheets
from intervisie_tui.widgets.plain import one_line
from intervisie_tui.widgets.signs import signs

_PRIVATE = 0o600
_SHOWN = 120
"""Characters of a path that are told."""


class ExportDialog(ModalScreen[Path | None]):
    """Asks for a file and writes the record there; gives its path, or None."""

    CSS_PATH = sheets("closing")
    AUTO_FOCUS = "#path"
    BINDINGS: ClassVar[list[BindingType]] = [*TABS, Binding("escape", "leave", show=False)]

    def __init__(self, record: Callable[[], Mapping[str, Any]]) -> None:
        super().__init__()
        self._record = record

    def compose(self) -> ComposeResult:
        """The file, the format, and whether names stay."""
        names = [("named", _("with names")), ("masked", _("names of members left out"))]
        with KeptForm("export", str(self._record().get("id", "")), classes="dialog"):
            yield Heading(_("Export to a file"))
            yield Row(_("File"), Line(placeholder=_("folder/minutes.md"), id="path"))
            yield Row(_("Format"), Pick([("md", "Markdown"), ("json", "JSON")], id="format"))
            yield Row(_("Names"), Pick([*names], id="names"))
            yield Static(
                _("Others can read it where others can come; you choose where it goes."), classes="hint muted"
            )
            yield Static(id="refused", classes="hint")
            with Horizontal(classes="answers"):
                yield Deed(one_line(_("Write")), id="write")
                yield Cancel()

    async def respeak(self) -> None:
        """Everything again, in the language of now; what was typed stays."""
        await respeak_form(self)

    @on(Line.Changed, "#path")
    def _guess(self, event: Line.Changed) -> None:
        ending = Path(event.value.strip()).suffix.removeprefix(".").lower()
        if ending in ("md", "json"):
            self.query_one("#format", Pick).value = ending

    @on(Button.Pressed, "#write")
    @work(exclusive=True)
    async def _write(self) -> None:
        typed = self.query_one("#path", Line).value.strip()
        if not typed:
            self._refuse(_("Name a file, with its folder"))
            self.query_one("#path").focus()
            return
        path = _named(typed)
        to = self.query_one("#format", Pick).value or "md"
        masked = self.query_one("#names", Pick).value == "masked"
        text = render(self._record(), to, language(), masked=masked)
        if refused := write_new(path, text):
            self._refuse(refused)
            return
        self.query_one(KeptForm).done()
        self.dismiss(path)

    def _refuse(self, words: str) -> None:
        self.query_one("#refused", Static).update(one_line(words, "$warning"))

    @on(Button.Pressed, "#cancel")
    def action_leave(self) -> None:
        """Nothing is written."""
        self.dismiss(None)


def _named(typed: str) -> Path:
    try:
        return Path(typed).expanduser().absolute()
    except RuntimeError:  # no such user's home
        return Path(typed).absolute()


def write_new(path: Path, text: str) -> str | None:
    """Write a new file that only its owner can read; a sentence when it cannot be, also when there is one already."""
    try:
        with os.fdopen(
            os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE), "w", encoding="utf-8"
        ) as file:
            file.write(text)
    except FileExistsError:
        return _("There is a file of that name already; choose another")
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        return _("Cannot write {file}: {why}", file=_short(path), why=why)
    return None


def _short(path: Path) -> str:
    """A path as a sentence can hold it: the end of one that is very long."""
    shown = str(path)
    return shown if len(shown) <= _SHOWN else signs().ellipsis + shown[-_SHOWN:]
