"""What is known of one thing that a user can do, and the groups that help shows."""

from dataclasses import dataclass

from intervisie_tui.locale import N_

TIME, TURNS, YIELD, PEOPLE, SCREEN, PROGRAM = (
    N_("The clock and the agenda"),
    N_("Who has the floor"),
    N_("What is written down"),
    N_("The people and the case"),
    N_("This screen"),
    N_("The program"),
)
GROUPS = (TIME, TURNS, YIELD, PEOPLE, SCREEN, PROGRAM)


@dataclass(frozen=True, slots=True)
class UserAction:
    """Something that a user can do; `name` and `help` are messages of the catalogue, translated where shown."""

    id: str
    """Its id in a key map; the screen's method is action_ and this id."""
    keys: tuple[str, ...]
    name: str
    help: str
    group: str
    footer: bool = False
    shown_key: str = ""
    """The key as people read it; a message of the catalogue where it is a word."""
    short: str = ""
    """Its word in the footer."""
    argument: str = ""
    """What the method is called with."""
    in_lists: bool = False
    """Whether its key works on the entry at the cursor of a list, and nowhere else."""
    listed: bool = True
    """Whether it stands in help and the palette; of a row of digits only the first does."""
    helps: bool = False
    """Whether it belongs to the help for the process, which can be switched off."""
    repeats: bool = False
    """Whether holding its key does it again and again; else once."""

    @property
    def action(self) -> str:
        """The action as a binding names it."""
        method = (
            self.id.replace("-", "_") if not self.argument else self.id.rpartition("-")[0].replace("-", "_")
        )
        return f"{method}({self.argument})" if self.argument else method

    @property
    def key_list(self) -> str:
        """Its keys as a binding takes them, parted by commas.

        Textual gives a user's own key only to what has a binding: without a key that is a name that no terminal sends.
        """
        return ",".join(self.keys) or f"<{self.id}>"


def letter(small: str) -> tuple[str, str]:
    """A letter with its capital: a caps lock that is on does no harm."""
    return (small, small.upper())
