"""What a user can do with people, this screen and the program."""

from intervisie_tui.actions.user_action import PEOPLE, PROGRAM, SCREEN, YIELD, UserAction, letter
from intervisie_tui.locale import N_

OF_PROCESS = (
    UserAction(
        "questions",
        ("q", "Q", "f2"),
        N_("Questions at hand"),
        N_("Kinds of questions that fit this phase, with examples; F2 also while you write one."),
        YIELD,
        shown_key="q",
        helps=True,
    ),
)

OF_PEOPLE = (
    UserAction("choose", (), N_("Choose owner, case and method"), N_("Who brings what, and how."), PEOPLE),
    UserAction(
        "change-method",
        (),
        N_("Change the method"),
        N_("From here on; what was done, every note and all talk time stay."),
        PEOPLE,
    ),
    UserAction(
        "another-case",
        (),
        N_("Another case"),
        N_("After a method, when time is left: who brings it, and how."),
        PEOPLE,
    ),
    UserAction("come", (), N_("Somebody comes late"), N_("Adds a member, or takes one in again."), PEOPLE),
    UserAction(
        "doors",
        (),
        N_("Open the doors"),
        N_("Links, and a QR code for phones, by which others watch, take part or keep time in a browser."),
        PEOPLE,
    ),
    UserAction("show-out", (), N_("Show a guest out"), N_("That screen may do nothing any more."), PEOPLE),
    UserAction(
        "hand-over",
        (),
        N_("Hand over control"),
        N_("A guest keeps time from then on; so may this screen still."),
        PEOPLE,
    ),
    UserAction(
        "take-control",
        (),
        N_("Take control back"),
        N_("A guest who keeps time takes part again."),
        PEOPLE,
    ),
    UserAction(
        "who-am-i",
        (),
        N_("Who am I?"),
        N_("The name by which other timekeepers see what this screen does."),
        PEOPLE,
    ),
    UserAction("leave", (), N_("Somebody leaves"), N_("Takes a member out; no new start is needed."), PEOPLE),
)

OF_SCREEN = (
    UserAction(
        "desk",
        letter("d"),
        N_("This screen: room or desk"),
        N_("The desk shows cues, the offset and hints; the room is for all eyes."),
        SCREEN,
        shown_key="d",
    ),
    UserAction(
        "cue",
        letter("i"),
        N_("Show a waiting cue"),
        N_("For five seconds, also in the room."),
        SCREEN,
        shown_key="i",
    ),
    UserAction(
        "enlarge",
        letter("z"),
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
    UserAction(
        "show-on-stage",
        (),
        N_("What the stage shows"),
        N_("Notes, parking lot, actions: only what the group wants to see there."),
        SCREEN,
    ),
    UserAction("tab-back", ("[",), N_("The tab before"), N_("In a small window."), SCREEN, shown_key="["),
    UserAction("tab-on", ("]",), N_("The tab after"), N_("In a small window."), SCREEN, shown_key="]"),
    UserAction(
        "sound",
        letter("m"),
        N_("Sound on or off"),
        N_("A bell at the warnings and at the end, on this screen only."),
        SCREEN,
        shown_key="m",
    ),
    UserAction(
        "language",
        letter("l"),
        N_("Dutch or English"),
        N_("The language of this screen."),
        SCREEN,
        shown_key="l",
    ),
)

OF_PROGRAM = (
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
        N_("Asks: to the lobby, with a pause, or out of the program. Twice: at once; the clock runs on."),
        PROGRAM,
        shown_key="ctrl+q",
    ),
)
