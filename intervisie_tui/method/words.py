"""The words of a method: texts in both languages, and the enums of the contract."""

from dataclasses import dataclass
from enum import Enum, unique

from intervisie_tui.method.wrong import check_line


@dataclass(frozen=True, slots=True)
class Text:
    """One line in Dutch and in English; both are needed."""

    nl: str = ""
    en: str = ""

    def __post_init__(self) -> None:
        check_line("Text.nl", self.nl)
        check_line("Text.en", self.en)

    def of(self, language: str) -> str:
        """The line in this language: Dutch for `nl` and its variants, English for all others."""
        return self.nl if language.lower().startswith("nl") else self.en


@unique
class Floor(Enum):
    """Who may speak in a phase."""

    OWNER = "owner"
    FACILITATOR = "facilitator"
    ROUND = "round"
    OPEN = "open"
    DIALOGUE = "dialogue"
    PEERS = "peers"
    PAIRS = "pairs"
    SILENT = "silent"


@unique
class Together(Enum):
    """How the circle parts into small groups that are drawn and shown, and talk at the same time.

    PAIRS: in twos, with somebody else each time. CAROUSEL: in twos; one half stays seated and brings cases, the
    other half moves on a place each time, then the halves swap. TRIOS: in threes.
    """

    PAIRS = "pairs"
    CAROUSEL = "carousel"
    TRIOS = "trios"


@unique
class Stance(Enum):
    """What the case owner does in a phase."""

    SPEAKS = "speaks"
    ANSWERS = "answers"
    LISTENS = "listens"
    TURNED_AWAY = "turned_away"
    WRITES = "writes"
    TAKES_PART = "takes_part"


@unique
class Capture(Enum):
    """A kind of note."""

    QUESTION = "question"
    FACT = "fact"
    HYPOTHESIS = "hypothesis"
    FEELING = "feeling"
    ADVICE = "advice"
    INSIGHT = "insight"
    ACTION = "action"


@unique
class Per(Enum):
    """What minutes count for: the phase, everyone, or all but the owner (and a facilitator who stays out)."""

    GROUP = "group"
    PERSON = "person"
    PEER = "peer"


@unique
class Level(Enum):
    """How much practice a group needs."""

    STARTER = "starter"
    PRACTISED = "practised"
    ADVANCED = "advanced"


@unique
class Origin(Enum):
    """Where a phase's minutes come from: a source, adapted from one, chosen by us, or known from practice."""

    SOURCED = "sourced"
    ADAPTED = "adapted"
    CHOSEN = "chosen"
    KNOWN = "known"


@unique
class Form(Enum):
    """How the cells of a board are laid out."""

    GRID = "grid"
    COLUMNS = "columns"
    TABLE = "table"
    SCALE = "scale"
