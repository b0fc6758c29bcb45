"""Where an export goes: to the file that the user names, and nowhere else."""

import asyncio
import os
from collections.abc import Awaitable, Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from intervisie_tui.domain.group import Group
from intervisie_tui.export import FORMATS, for_file, format_of, lacks_content, render
from intervisie_tui.export.mask import mask, others_of
from intervisie_tui.locale import _, language, n_
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
_DOUBTS_SHOWN = 40
"""Most words in doubt that are listed; the command line lists all."""
_KINDS: Final = {
    "md": "Markdown (.md)",
    "html": "HTML (.html)",
    "json": "JSON (.json)",
    "csv": "CSV (.csv)",
    "ics": "iCalendar (.ics)",
}


class ExportDialog(ModalScreen[Path | None]):
    """Asks for a file and writes the record there; gives its path, or None.

    The ending of the file's name and the kind that is picked are always the same: each follows the other.
    """

    CSS_PATH = sheets("closing")
    AUTO_FOCUS = "#path"
    BINDINGS: ClassVar[list[BindingType]] = [*TABS, Binding("escape", "leave", show=False)]

    def __init__(
        self,
        record: Callable[[], Mapping[str, Any]],
        groups: Callable[[], Awaitable[Iterable[Group]]] | None = None,
    ) -> None:
        """What gives the record, and what gives all groups: their members may be spoken of in it."""
        super().__init__()
        self._record = record
        self._groups = groups
        self._written: Path | None = None
        self._warnings = ""
        self._writing = False

    def compose(self) -> ComposeResult:
        """The file, the format, and whether names stay."""
        names = [("named", _("with names")), ("masked", _("names of members left out"))]
        with KeptForm("export", str(self._record().get("id", "")), classes="dialog"):
            yield Heading(_("Export to a file"))
            yield Row(_("File"), Line(placeholder=_("folder/minutes.md"), id="path"))
            yield Row(_("Format"), Pick([(kind, _KINDS[kind]) for kind in FORMATS], id="format"))
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
        if self._written:
            self._tell(self._written, self._warnings)

    @on(Line.Changed, "#path")
    def _kind_from_name(self, event: Line.Changed) -> None:
        if kind := format_of(event.value):
            self.query_one("#format", Pick).value = kind

    @on(Pick.Changed, "#format")
    def _name_from_kind(self) -> None:
        line = self.query_one("#path", Line)
        typed = line.value.strip()
        # A name without an ending gets one when the file is written.
        if format_of(typed):
            line.value = _ending_in(typed, self.query_one("#format", Pick).value or "md")

    @on(Button.Pressed, "#write")
    @work
    async def _write(self) -> None:
        typed = self.query_one("#path", Line).value.strip()
        to = self.query_one("#format", Pick).value or "md"
        if not _names_a_file(typed):
            self._refuse(_("Name a file, with its folder"))
            self.query_one("#path").focus()
            return
        if Path(typed).suffix and format_of(typed) is None:
            values = {
                "ending": _short(Path(typed).suffix),
                "endings": ", ".join(f".{kind}" for kind in FORMATS),
            }
            self._refuse(
                _("Nothing can be exported to a {ending} file; end the name in one of {endings}", **values)
            )
            self.query_one("#path").focus()
            return
        if not self._writing:
            self._writing = True
            await self._export_to(_named(_ending_in(typed, to)), to)
            self._writing = False

    async def _export_to(self, path: Path, to: str) -> None:
        record = self._record()
        groups = await self._groups() if self._groups else ()
        masked = self.query_one("#names", Pick).value == "masked"
        # Looking for names in a long session takes a second.
        others = others_of(record, groups)
        refused, warnings = await asyncio.to_thread(_export, record, others, path, to, masked)
        if refused:
            self._refuse(refused)
            return
        self.query_one(KeptForm).done()
        if warnings:
            self._tell(path, warnings)
        else:
            self.dismiss(path)

    def _tell(self, path: Path, warnings: str) -> None:
        """Say what stays in the file that has been written; the dialog waits until that has been read."""
        self._written, self._warnings = path, warnings
        self._refuse(f"{_('Written: {file}', file=_short(path))}. {warnings}")
        self.query_one("#write").display = False
        close = self.query_one("#cancel", Button)
        close.label = one_line(_("Close"))
        close.focus()

    def _refuse(self, words: str) -> None:
        self.query_one("#refused", Static).update(one_line(words, "$warning"))

    @on(Button.Pressed, "#cancel")
    def action_leave(self) -> None:
        """Leave with the path of what was written, or None if nothing was."""
        self.dismiss(self._written)


def _export(
    record: Mapping[str, Any], others: Iterable[str], path: Path, to: str, masked: bool
) -> tuple[str, str]:
    """Write the file; a sentence if that cannot be, and what to look at in a file without names."""
    hidden = mask(record, others) if masked else None
    record = hidden.record if hidden else record
    if lacks_content(record, to):
        return _("No open action has a date, so there is nothing for a calendar"), ""
    refused = write_new(path, for_file(render(record, to, language()), to))
    return refused or "", _warnings(hidden.doubts, hidden.gives_away(path.name)) if hidden else ""


def _names_a_file(typed: str) -> bool:
    """Whether more than a folder was typed, or anything at all."""
    return not typed.endswith("/") and Path(typed).name not in ("", "..")


def _ending_in(typed: str, kind: str) -> str:
    """The name of a file with the ending of this kind: in the place of the ending of another kind, else behind it."""
    known = format_of(typed)
    if known == kind:
        return typed
    return f"{typed.rpartition('.')[0] if known else typed.rstrip('.')}.{kind}"


def _warnings(doubts: tuple[str, ...], named: bool) -> str:
    """What to look at in a file from which names were left out; nothing if all is sure."""
    found = []
    if doubts:
        words = ", ".join(map(_short, doubts[:_DOUBTS_SHOWN])) + (
            f", {signs().ellipsis}" if len(doubts) > _DOUBTS_SHOWN else ""
        )
        stays = n_(
            "{n} word stays that may be a name; look at it:",
            "{n} words stay that may be names; look at them:",
            len(doubts),
        )
        found.append(f"{stays} {words}.")
    if named:
        found.append(_("The name of the file may tell who was there."))
    return " ".join(found)


def _named(typed: str) -> Path:
    try:
        return Path(typed).expanduser().absolute()
    except RuntimeError:  # no such user's home
        return Path(typed).absolute()


def write_new(path: Path, text: str) -> str | None:
    """Write a new file that only its owner can read; a sentence when it cannot be, also when there is one already."""
    try:
        with os.fdopen(
            os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE), "w", encoding="utf-8", newline=""
        ) as file:
            file.write(text)
    except FileExistsError:
        return _("There is a file of that name already; choose another")
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        return _("Cannot write {file}: {why}", file=_short(path), why=why)
    return None


def _short(path: Path | str) -> str:
    """A path as a sentence can hold it: the end of one that is very long."""
    shown = str(path)
    return shown if len(shown) <= _SHOWN else signs().ellipsis + shown[-_SHOWN:]
