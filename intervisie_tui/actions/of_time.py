"""What a user can do with the clock and the agenda."""

from intervisie_tui.actions.user_action import TIME, UserAction, letter
from intervisie_tui.locale import N_

OF_TIME = (
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
        letter("r"),
        N_("Re-plan the rest"),
        N_("Spreads what you are late over the phases that are left; shows it first."),
        TIME,
        shown_key="r",
    ),
    UserAction(
        "began",
        letter("t"),
        N_("It began N minutes ago"),
        N_("For when the clock was started too late."),
        TIME,
        shown_key="t",
    ),
    UserAction(
        "break",
        letter("k"),
        N_("A break of N minutes"),
        N_("The clock stands still; space goes on."),
        TIME,
        shown_key="k",
    ),
    UserAction(
        "finish",
        letter("f"),
        N_("Finish the session"),
        N_("Ends the clock, after a question; erases nothing."),
        TIME,
        shown_key="f",
    ),
)
