"""The library: `methods`, and its `show`, `check` and `new`."""

from argparse import Namespace
from pathlib import Path

from intervisie_tui import paths
from intervisie_tui.cli.method_choice import by_id, is_path
from intervisie_tui.cli.talk import DONE, FAILED, MISUSED, Stop, refused, say, say_json, short
from intervisie_tui.domain.frame import Frame
from intervisie_tui.domain.plan_warnings import minutes_from
from intervisie_tui.domain.printable import printable
from intervisie_tui.domain.refusal import Refusal
from intervisie_tui.locale import _, language, n_
from intervisie_tui.method.parts import MOST_PEOPLE
from intervisie_tui.registry import Door, Library, Problem, load
from intervisie_tui.registry.entries import file_of, installed


def methods(asked: Namespace) -> int:
    """`intervisie methods`: all there are, and what is wrong; a bad one of the user's own fails nothing."""
    from intervisie_tui import methods_text

    people, minutes, frame = _people(asked.people), _minutes(asked.minutes), Frame(asked.frame)
    if asked.json:
        say_json(methods_text.as_json(_library(), language()))
    else:
        library = methods_text.asked(_library(), people, minutes, frame)
        say(methods_text.table(library, language(), people, minutes, frame))
    return DONE


def _people(typed: str | None) -> int | None:
    """How many people; None without a wish. Stop for what is none."""
    if typed is None:
        return None
    if not typed.isdecimal() or not 1 <= int(typed) <= MOST_PEOPLE:
        message = _("--people cannot be {typed}", typed=short(typed))
        raise Stop(message, _("Give a whole number from 1 to {most}", most=MOST_PEOPLE), MISUSED)
    return int(typed)


def _minutes(typed: str | None) -> float | None:
    minutes = None if typed is None else minutes_from(typed)
    if isinstance(minutes, Refusal):
        raise refused(minutes, MISUSED)
    return minutes


def show(asked: Namespace) -> int:
    """`intervisie methods show`."""
    from intervisie_tui import methods_page

    loaded = by_id(_library(), asked.id)
    file = None if loaded.door is Door.BUNDLED else loaded.file
    say(*(printable(line) for line in methods_page.show(loaded.method, language(), file).splitlines()))
    return DONE


def check(asked: Namespace) -> int:
    """`intervisie methods check`: every problem with its file and line; 1 when there are any."""
    from intervisie_tui.registry import check as check_file

    path = _file_of(asked.what)
    checked = check_file(path)
    for problem in checked.problems:
        say(_line(problem))
    if checked.problems:
        say(n_("{n} problem", "{n} problems", len(checked.problems)))
        return FAILED
    say(_("Right: {names}", names=", ".join(checked.ids)))
    return DONE


def new(asked: Namespace) -> int:
    """`intervisie methods new`: a file to begin with, never over one that is there."""
    from intervisie_tui.methods_new import skeleton

    try:
        text = skeleton(asked.id)
    except ValueError:
        raise Stop(
            _("{id} cannot be an id", id=short(asked.id)),
            _("An id is small letters, digits and dashes"),
            MISUSED,
        ) from None
    if (taken := _library().methods.get(asked.id)) is not None:
        raise Stop(
            _("There already is a method {id}: {file}", id=asked.id, file=taken.file), _("Give another id")
        )
    folder = Path(asked.to).expanduser() if asked.to else paths.private_dir(paths.config_dir()) / "methods"
    path = _written(folder, f"{asked.id}.py", text)
    say(_("Written to {file}", file=printable(str(path))))
    say(_("Change it, then check it: intervisie methods check {file}", file=printable(str(path))))
    return DONE


def _written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with paths.private_open(path, "x") as file:
            file.write(text)
    except FileExistsError:
        raise Stop(
            _("The file {file} is there already", file=short(str(path))), _("Give another id")
        ) from None
    except (OSError, ValueError) as error:
        why = (error.strerror if isinstance(error, OSError) else None) or str(error)
        message = _("Cannot write {file}: {why}", file=short(str(path)), why=printable(why))
        raise Stop(message, _("Give another place")) from None
    return path


def _library() -> Library:
    return load(paths.config_dir() / "methods")


def _file_of(what: str) -> Path:
    if is_path(what) or Path(what).is_file():
        return Path(what)
    library = _library()
    if what in library.methods:
        return library.methods[what].file
    for problem in library.problems:
        if Path(problem.file).stem in {what, what.replace("-", "_")}:
            return Path(problem.file)
    for entry in installed():
        if what in (entry.name, entry.name.replace("_", "-")):
            return file_of(entry)
    by_id(library, what)
    raise AssertionError("by_id stops where there is none")


def _line(problem: Problem) -> str:
    place = f"{problem.file}:{problem.line}" if problem.line else problem.file
    return printable(f"{place}: {problem.message}: {problem.mend}")
