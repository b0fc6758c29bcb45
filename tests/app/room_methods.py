"""Methods that no plug-in of the house has, for tests of the room."""

from dataclasses import replace

from intervisie_tui.method import (
    Board,
    Capture,
    Cell,
    Floor,
    Level,
    Method,
    Minutes,
    Phase,
    Size,
    Stance,
    Text,
)

NAME = "with a name that goes on for longer than its column"


def _text(words: str) -> Text:
    return Text(nl=words, en=words)


def _method(*phases: Phase) -> Method:
    return Method(
        id="for-tests",
        name=_text("For tests"),
        summary=_text("Of phases."),
        suits=_text("Tests."),
        avoid=_text("Sessions."),
        size=Size(3, 6, 30),
        level=Level.STARTER,
        phases=phases,
    )


def phase(
    name: str, floor: Floor, *, board: Board | None = None, captures: tuple[Capture, ...] = ()
) -> Phase:
    """A phase of five minutes; its id is its name in small letters, without blanks."""
    return Phase(
        id=name.lower().replace(" ", "-"),
        name=_text(name),
        purpose=_text("We look together."),
        minutes=Minutes(5),
        floor=floor,
        stance=Stance.LISTENS,
        owner=_text("Listens."),
        board=board,
        captures=captures,
    )


def long_method(phases: int) -> Method:
    """Of so many phases with long names; their ids are phase-0, phase-1 ..."""
    made = [phase(f"Phase {number} {NAME}", Floor.OPEN) for number in range(phases)]
    return _method(*(_renamed(one, f"phase-{number}") for number, one in enumerate(made)))


def wordy_method(phases: int) -> Method:
    """Of so many phases, each with another rule and other prompts, shorter and longer ones by turns."""
    words = " ".join(NAME.split() * 3)
    made = (
        replace(
            phase(f"Phase {number}", Floor.OPEN),
            rule=_text(words[: 60 if number % 2 else 20]),
            prompts=tuple(_text(f"{each} {words}") for each in range(3 + number % 3)),
        )
        for number in range(phases)
    )
    return _method(*made)


def _renamed(one: Phase, phase_id: str) -> Phase:
    return replace(one, id=phase_id)


def hats_method() -> Method:
    """A board of three places, then a phase in silence, then one that is open, then pairs."""
    cells = (
        Cell("white", _text("White: facts")),
        Cell("red", _text("Red: feelings")),
        Cell("black", _text("Black: risks")),
    )
    return _method(
        phase("Hats", Floor.OPEN, board=Board(*cells)),
        phase("Silence", Floor.SILENT, captures=(Capture.HYPOTHESIS,)),
        phase("Sharing", Floor.DIALOGUE, captures=(Capture.HYPOTHESIS,)),
        phase("Pairs", Floor.PAIRS),
    )
