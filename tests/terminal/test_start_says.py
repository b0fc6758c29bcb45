"""What `start` has to say of what it was asked for."""

from tests.terminal.terminal import Terminal

SHORT = (
    "start",
    "--minutes",
    "45",
    "--frame",
    "short",
    "--method",
    "incident",
    "--owner",
    "Anna",
    "--member",
)


def test_what_does_not_fit_is_said_in_the_room_which_covers_the_terminal() -> None:
    with Terminal(*SHORT, "Anna", "Bram", size=(120, 34)) as room:
        room.shows("phase 1 of", "Too few people")
