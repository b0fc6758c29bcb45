"""The one registry of what a user can do in the room: name, keys, help, palette, footer and keymap id."""

from collections.abc import Mapping
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

    @property
    def action(self) -> str:
        """The action as a binding names it."""
        method = (
            self.id.replace("-", "_") if not self.argument else self.id.rpartition("-")[0].replace("-", "_")
        )
        return f"{method}({self.argument})" if self.argument else method

    @property
    def key_list(self) -> str:
        """Its keys as a key map writes them, parted by commas."""
        return ",".join(self.keys)


def _letter(small: str) -> tuple[str, str]:
    """A letter with its capital: a caps lock that is on does no harm."""
    return (small, small.upper())


_TIME = (
    UserAction(
        "start-pause",
        ("space",),
        N_("Start, pause, go on"),
        N_("Lets the clock run or stand still; never leaves a phase."),
        TIME,
        footer=True,
        shown_key=N_("space"),
        short=N_("pause"),
    ),
    UserAction(
        "next-phase",
        ("n", "pagedown"),
        N_("Next phase"),
        N_("Leaves this phase; after the last one the session can be finished."),
        TIME,
        footer=True,
        shown_key="n",
        short=N_("next"),
    ),
    UserAction(
        "back",
        ("N", "pageup"),
        N_("Back a phase"),
        N_("To the phase before; its clock goes on from where it stood."),
        TIME,
        shown_key="N",
    ),
    UserAction(
        "more",
        ("+", "="),
        N_("A minute more"),
        N_("Gives this phase a minute more."),
        TIME,
        footer=True,
        shown_key="+",
        short=N_("minute"),
    ),
    UserAction(
        "less", ("-", "_"), N_("A minute less"), N_("Takes a minute from this phase."), TIME, shown_key="-"
    ),
    UserAction(
        "replan",
        _letter("r"),
        N_("Re-plan the rest"),
        N_("Spreads what you are late over the phases that are left; shows it first."),
        TIME,
        shown_key="r",
    ),
    UserAction(
        "began",
        _letter("t"),
        N_("It began N minutes ago"),
        N_("For when the clock was started too late."),
        TIME,
        shown_key="t",
    ),
    UserAction(
        "break",
        _letter("k"),
        N_("A break of N minutes"),
        N_("The clock stands still; space goes on."),
        TIME,
        shown_key="k",
    ),
    UserAction(
        "finish",
        _letter("f"),
        N_("Finish the session"),
        N_("Ends the clock, after a question; erases nothing."),
        TIME,
        shown_key="f",
    ),
)

_TURNS = (
    UserAction(
        "next-speaker",
        ("enter",),
        N_("Next speaker"),
        N_("The floor goes to who is next; after a complete round another begins."),
        TURNS,
        footer=True,
        shown_key="enter",
        short=N_("speaker"),
    ),
    UserAction(
        "pass",
        _letter("s"),
        N_("This one passes"),
        N_("Who passes is asked once more at the end of the round."),
        TURNS,
        shown_key="s",
    ),
    *(
        UserAction(
            f"place-{place}",
            (str(place),),
            N_("The floor to a place"),
            N_("The digit is the place in the circle."),
            TURNS,
            shown_key="1-9",
            argument=str(place),
            listed=place == 1,
        )
        for place in range(1, 10)
    ),
    UserAction(
        "choose-speaker",
        ("0",),
        N_("The floor to somebody from a list"),
        N_("For places above nine, and for who knows no places."),
        TURNS,
        shown_key="0",
    ),
    UserAction(
        "hand",
        _letter("h"),
        N_("Raise a hand for a member"),
        N_("Where the floor is open, raised hands come first. Again: the hand goes down."),
        TURNS,
        shown_key="h",
    ),
    UserAction(
        "order",
        (),
        N_("Rounds by place or least heard first"),
        N_("Least heard: fewest turns, then the least time."),
        TURNS,
    ),
    UserAction(
        "talk-time",
        (),
        N_("Show or hide talk time"),
        N_("Shows to the whole room how long each has spoken, when the group asks for it."),
        TURNS,
    ),
)

_YIELD = (
    UserAction(
        "note",
        _letter("c"),
        N_("Write a note"),
        N_("Stays open for the next one; Tab goes along the kinds or the places of the board."),
        YIELD,
        footer=True,
        shown_key="c",
        short=N_("note"),
    ),
    UserAction(
        "park",
        _letter("p"),
        N_("Park something"),
        N_("For later; stays open for the next one."),
        YIELD,
        footer=True,
        shown_key="p",
        short=N_("park"),
    ),
    UserAction(
        "action",
        _letter("a"),
        N_("An action"),
        N_("Who: does what @ when. For example: Anna: call the parents @ next friday"),
        YIELD,
        footer=True,
        shown_key="a",
        short=N_("action"),
    ),
    UserAction(
        "edit",
        _letter("e"),
        N_("Change an entry"),
        N_("In a list, which Tab or a click leads to: the entry at the cursor."),
        YIELD,
        shown_key="e",
        in_lists=True,
    ),
    UserAction(
        "delete",
        ("delete",),
        N_("Delete an entry"),
        N_("In a list: out of sight; undo brings it back."),
        YIELD,
        shown_key=N_("delete"),
        in_lists=True,
    ),
    UserAction(
        "mark",
        _letter("x"),
        N_("Tick an entry off"),
        N_("In a list: what was parked is taken; an action takes its next status."),
        YIELD,
        shown_key="x",
        in_lists=True,
    ),
    UserAction(
        "undo",
        ("u",),
        N_("Undo"),
        N_("Takes back the last thing the timekeeper did, and says what."),
        YIELD,
        footer=True,
        shown_key="u",
        short=N_("back"),
    ),
    UserAction("redo", ("U",), N_("Redo"), N_("Brings back what was taken back last."), YIELD, shown_key="U"),
)

_PEOPLE = (
    UserAction("choose", (), N_("Choose owner, case and method"), N_("Who brings what, and how."), PEOPLE),
    UserAction(
        "another-case",
        (),
        N_("Another case"),
        N_("After a method, when time is left: who brings it, and how."),
        PEOPLE,
    ),
    UserAction("come", (), N_("Somebody comes late"), N_("Adds a member, or takes one in again."), PEOPLE),
    UserAction("leave", (), N_("Somebody leaves"), N_("Takes a member out; no new start is needed."), PEOPLE),
)

_SCREEN = (
    UserAction(
        "desk",
        _letter("d"),
        N_("This screen: room or desk"),
        N_("The desk shows cues, the offset and hints; the room is for all eyes."),
        SCREEN,
        shown_key="d",
    ),
    UserAction(
        "cue",
        _letter("i"),
        N_("Show a waiting cue"),
        N_("For five seconds, also in the room."),
        SCREEN,
        shown_key="i",
    ),
    UserAction(
        "enlarge",
        _letter("z"),
        N_("Enlarge a pane"),
        N_("The pane with the focus, or the clock. Again or Esc: as it was."),
        SCREEN,
        shown_key="z",
    ),
    UserAction(
        "veil",
        ("v", "V", "b", "B", "."),
        N_("Veil the room"),
        N_("Blanks rooms and stages; the clock runs on. Again: shows them."),
        SCREEN,
        shown_key="v",
    ),
    UserAction("tab-back", ("[",), N_("The tab before"), N_("In a small window."), SCREEN, shown_key="["),
    UserAction("tab-on", ("]",), N_("The tab after"), N_("In a small window."), SCREEN, shown_key="]"),
    UserAction(
        "sound",
        _letter("m"),
        N_("Sound on or off"),
        N_("A bell at the warnings and at the end, on this screen only."),
        SCREEN,
        shown_key="m",
    ),
    UserAction(
        "language",
        _letter("l"),
        N_("Dutch or English"),
        N_("The language of this screen."),
        SCREEN,
        shown_key="l",
    ),
)

_PROGRAM = (
    UserAction(
        "help",
        ("?", "f1"),
        N_("Help"),
        N_("All keys on one page."),
        PROGRAM,
        footer=True,
        shown_key="?",
        short=N_("help"),
    ),
    UserAction(
        "palette",
        ("ctrl+p",),
        N_("Find a command"),
        N_("Everything by its name."),
        PROGRAM,
        shown_key="ctrl+p",
    ),
    UserAction(
        "quit",
        ("ctrl+q",),
        N_("Leave the room"),
        N_("At once; the session stays open and its clock runs on."),
        PROGRAM,
        shown_key="ctrl+q",
    ),
)

ACTIONS: tuple[UserAction, ...] = (*_TIME, *_TURNS, *_YIELD, *_PEOPLE, *_SCREEN, *_PROGRAM)

DEFAULT_KEYS: Mapping[str, str] = {action.id: action.key_list for action in ACTIONS if action.keys}

WHILE_VEILED = frozenset({"veil", "start-pause", "quit"})
"""What a veiled room still obeys, beside the cursor keys."""


def listed(group: str) -> tuple[UserAction, ...]:
    """The actions of a group as help and the palette list them."""
    return tuple(action for action in ACTIONS if action.group == group and action.listed)


def in_footer() -> tuple[UserAction, ...]:
    """The nine of the footer, in their order."""
    return tuple(action for action in ACTIONS if action.footer)


def by_id(action_id: str) -> UserAction | None:
    """The action of that id."""
    return next((action for action in ACTIONS if action.id == action_id), None)
