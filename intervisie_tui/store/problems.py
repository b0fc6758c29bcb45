"""What can go wrong with stored data, each as a sentence with its values."""

from dataclasses import dataclass

from intervisie_tui.locale import N_


class StoreError(Exception):
    """Something could not be stored or read; `message` is an English sentence, `values` fill its braces."""

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message.format(**values) if values else message)
        self.message = message
        self.values = values


class NotSaved(StoreError):
    """The disk did not take it (full, read-only, failing, busy); what it held before still stands. Try
    again later.
    """


class Busy(NotSaved):
    """Another process held the lock for too long."""


class Stale(StoreError):
    """Another screen was first; `revision` is the one that stands."""

    def __init__(self, revision: int) -> None:
        super().__init__(N_("The session has moved on to revision {revision}."), revision=revision)
        self.revision = revision


class Gone(StoreError):
    """The session is not there any more: it was closed or erased."""


class Broken(StoreError):
    """Nothing of a file can be read; `damage` names it and its copy."""

    def __init__(self, damage: "Damage") -> None:
        super().__init__(damage.message, file=damage.file, reason=damage.reason, set_aside=damage.set_aside)
        self.damage = damage


class Unreadable(StoreError):
    """The data is not what it should be; `reason` says where."""

    def __init__(self, reason: str) -> None:
        super().__init__(N_("This cannot be read: {reason}."), reason=reason)
        self.reason = reason


class Unknown(Unreadable):
    """The data holds a field, an event or a value that this version does not know."""


class Newer(StoreError):
    """Written by a later version of the program; the file is left as it is.

    `schema` is None where the file tells a schema that is known, and holds what is not.
    """

    def __init__(self, file: str, schema: int | None = None) -> None:
        message = N_("{file} was written by a newer version. Install that version to open it.")
        if schema is not None:
            message = N_(
                "{file} was written by a newer version (schema {schema}). Install that version to open it."
            )
        super().__init__(message, file=file, schema=schema)
        self.file = file
        self.schema = schema


class NotPrivate(StoreError):
    """A folder of ours can be written by others, or belongs to somebody else."""


@dataclass(frozen=True, slots=True)
class Damage:
    """A damaged file: its name, the line (from 1; 0 for the whole file), what is wrong, and the copy's name.

    `set_aside` is None where the copy could not be made; the file is then left as it is.
    """

    file: str
    line: int
    reason: str
    set_aside: str | None

    @property
    def message(self) -> str:
        """An English sentence with the names of the fields in braces."""
        if self.set_aside is None:
            return N_("{file} is damaged ({reason}). What stands before the damage is used.")
        return N_("{file} is damaged ({reason}). A copy was set aside as {set_aside}; what is whole is used.")
