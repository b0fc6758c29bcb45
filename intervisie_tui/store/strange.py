"""Files that lie among ours and are not ours: what a sync tool or a person made of them, told in a sentence."""

from dataclasses import dataclass

from intervisie_tui.locale import N_
from intervisie_tui.store.own_names import ENDING, LIVE, SUFFIX
from intervisie_tui.store.problems import StoreError


@dataclass(frozen=True, slots=True)
class StrangeFile:
    """An entry of the data folder that this program did not make.

    `name` is its path inside the data folder. `session` is the session that it is a copy of, by what it holds or by
    its name, and `of_list` the list that it is a copy of; None where nothing tells. `regular` is False for folders,
    links, pipes and the like. `original` tells whether what it is a copy of is there under its own name.
    """

    name: str
    session: str | None = None
    of_list: str | None = None
    regular: bool = True
    original: bool = True

    @property
    def shown(self) -> str:
        """The name with a question mark for each byte that is no text."""
        return self.name.encode("utf-8", "replace").decode("utf-8")


class Strange(StoreError):
    """A strange file beside ours; it is read by nothing and changed by nothing but `wipe`."""

    def __init__(self, file: StrangeFile) -> None:
        super().__init__(_message(file), file=file.shown, session=file.session, of_list=file.of_list)
        self.file = file

    @property
    def mend(self) -> tuple[str, dict[str, object]]:
        """What the user can do about it: an English sentence and its values."""
        file = self.file
        if file.session is not None and file.regular:
            if file.original:
                return N_(
                    "Move it out of the folder, or erase session and copy: intervisie wipe {session}"
                ), {"session": file.session}
            own = file.session + (ENDING if file.name.startswith(f"{LIVE}/") else SUFFIX)
            return N_("To open that session, give the file this name: {own}"), {"own": own}
        return N_("Look at what it holds, then move it out of the folder"), {}


def _message(file: StrangeFile) -> str:
    if not file.regular:
        return N_("{file} is a folder, a link or a pipe, and no file of this program; it is left alone.")
    if file.session is not None and file.original:
        return N_("{file} seems to be a copy of the session {session}; it is not read and left alone.")
    if file.session is not None:
        return N_(
            "{file} seems to hold the session {session} under another name; it is not read and left alone."
        )
    if file.of_list is not None:
        return N_("{file} seems to be a copy of {of_list}; it is not read and left alone.")
    return N_("{file} is no file of this program; it is not read and left alone.")
