"""What a user can do with the floor."""

from intervisie_tui.actions.user_action import TURNS, UserAction, letter
from intervisie_tui.locale import N_

OF_TURNS = (
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
        letter("s"),
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
        letter("h"),
        N_("Raise a hand for a member"),
        N_("Where the floor is open, raised hands come first. Again: the hand goes down."),
        TURNS,
        shown_key="h",
    ),
    UserAction(
        "draw-groups",
        (),
        N_("Draw other groups"),
        N_("In pairs or threes: with others than now."),
        TURNS,
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
