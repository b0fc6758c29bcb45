"""The words of every bundled method: both languages, the words of the house, and no longer than their place."""

import re

import pytest
from rich.cells import cell_len

from intervisie_tui.method import Circle, Cue, Method, Phase, Text, turns
from tests.contract.library import LANGUAGES, METHODS

NAMED = [pytest.param(method, id=name) for name, method in METHODS.items()]
DESK = 80 - 2 - len("● ")
"""Columns for a cue at the desk of a small window."""
BY_TURNS = re.compile(r"\b(hij|zij|hem|haar|diens) (of|/) (hij|zij|hem|haar)\b|\b(he|she|his|her|him)\b")
FORMAL = re.compile(r"\b(u|uw|uzelf)\b")
# Words beside those of the house, in what the room and the desk show.
STRANGE = re.compile(
    r"\b(gespreksleider|moderator|voorzitter|leider|chairperson|tijdwaarnemer|klant|client's|sessie|vergadering|"
    r"casusinbrenger|deelnemerslijst|agendapunt)\b",
    re.IGNORECASE,
)
TYPED = re.compile(r"  |[…–—“”‘’\"]|\s$|^\s| [,.;:?!](?!\.)")
SENSITIVE = ("balint", "opstelling", "clinic", "rolwissel", "raguse", "ret", "clearness", "dilemma", "cura")
CREDITED = {
    "action-learning": ("Revans", "WIAL"),
    "case-clinic": ("Presencing Institute / u-school", "CC BY-SA 3.0"),
    "clearness": ("Quaker",),
    "consultancy": ("NSRF",),
    "cura": ("Metselaar",),
    "denkhoeden": ("Edward de Bono",),
    "kernkwadrant": ("Daniel Ofman",),
    "lean-coffee": ("Jim Benson", "Jeremy Lightsmith"),
    "perspectieven": ("Borders",),
    "praktijkreview": ("McNicoll", "Proudfoot"),
    "reflecting-team": ("Tom Andersen",),
    "ret": ("Albert Ellis",),
    "troika": ("Henri Lipmanowicz", "Keith McCandless", "Creative Commons"),
    "tuning": ("NSRF",),
    "wise-crowds": ("Henri Lipmanowicz", "Keith McCandless", "Creative Commons"),
}


def _phases(method: Method) -> list[Phase]:
    """Each phase once, also those that are played again."""
    found: dict[tuple[Text, ...], Phase] = {}
    for step in method.unrolled(Circle(method.size.ideal, 90)):
        found.setdefault(step.phase.prompts, step.phase)
    return list(found.values())


def _sentences(phase: Phase) -> list[Text]:
    return [phase.purpose, phase.owner, *phase.prompts, *(cue.say for cue in phase.cues)]


def _labels(phase: Phase) -> list[Text]:
    cells = phase.board.cells if phase.board else ()
    return [phase.name, *([phase.rule] if phase.rule else []), *(cell.name for cell in cells)]


def _about(method: Method) -> list[Text]:
    told = [method.summary, method.suits, method.avoid, method.note, method.credit, method.caution]
    return [text for text in told if text is not None]


def _lines(texts: list[Text]) -> list[str]:
    return [text.of(language) for text in texts for language in LANGUAGES]


@pytest.mark.parametrize("method", NAMED)
def test_each_phase_has_a_rule_prompts_and_one_to_three_cues(method: Method) -> None:
    for phase in _phases(method):
        assert phase.rule is not None, phase.id
        assert phase.prompts, phase.id
        assert 1 <= len(phase.cues) <= 3, phase.id


@pytest.mark.parametrize("method", NAMED)
def test_each_cue_comes_within_its_phase_and_says_the_minutes_that_are_left(method: Method) -> None:
    for phase in _phases(method):
        shortest = phase.minutes.minutes * turns(method, phase.minutes, method.size.least)
        assert [cue for cue in phase.cues if not 0 < cue.minutes_left < shortest] == []
        assert [cue.say.nl for cue in phase.cues if not _says_its_minutes(cue)] == []
        left = [cue.minutes_left for cue in phase.cues]
        assert left == sorted(set(left), reverse=True)


def _says_its_minutes(cue: Cue) -> bool:
    dutch, english = (
        re.match(r"Nog ([\d,]+) minu", cue.say.nl),
        re.match(r"([\d.]+) minutes? left", cue.say.en),
    )
    if dutch is None or english is None:
        return dutch is english
    return float(dutch[1].replace(",", ".")) == float(english[1]) == cue.minutes_left


@pytest.mark.parametrize("method", NAMED)
def test_a_cue_at_half_time_stands_near_the_middle(method: Method) -> None:
    for phase in _phases(method):
        whole = phase.minutes.minutes * turns(method, phase.minutes, method.size.ideal)
        early = [cue.minutes_left for cue in phase.cues if cue.say.nl.startswith("Halverwege")]
        assert all(abs(left - whole / 2) <= whole / 8 for left in early), phase.id
        assert [cue for cue in phase.cues if cue.say.nl.startswith("Halverwege")] == [
            cue for cue in phase.cues if cue.say.en.startswith("Halfway")
        ]


@pytest.mark.parametrize("method", NAMED)
def test_both_languages_are_there_and_each_says_it_in_its_own_words(method: Method) -> None:
    sentences = [text for phase in _phases(method) for text in _sentences(phase)]
    rules = [phase.rule for phase in _phases(method) if phase.rule is not None]
    texts = [*sentences, *rules, *_about(method), *method.wishes, *method.roles]
    assert [text.nl for text in texts if text.nl.casefold() == text.en.casefold()] == []


@pytest.mark.parametrize("method", NAMED)
def test_sentences_end_and_labels_do_not(method: Method) -> None:
    phases = _phases(method)
    sentences = [text for phase in phases for text in _sentences(phase)] + _about(method)
    labels = [text for phase in phases for text in _labels(phase)] + [
        method.name,
        *method.wishes,
        *method.roles,
    ]
    assert [
        line for line in _lines(sentences) if not line.endswith((".", "?", "!", ".)", "je)", "opposite)"))
    ] == []
    assert [line for line in _lines(labels) if line.endswith((".", "!")) and not line.endswith("...")] == []
    assert [line for line in _lines([*sentences, *labels]) if not re.match(r"[A-ZÀ-Ý0-9']", line)] == []


@pytest.mark.parametrize("method", NAMED)
def test_the_words_are_those_of_the_house_and_name_nobody_by_sex(method: Method) -> None:
    phases = _phases(method)
    shown = _lines([text for phase in phases for text in (*_sentences(phase), *_labels(phase))])
    told = _lines(_about(method))
    assert [line for line in shown if STRANGE.search(line)] == []
    assert [
        line for line in (*shown, *told) if BY_TURNS.search(line) or FORMAL.search(line.replace("u-", ""))
    ] == []
    assert [line for line in (*shown, *told) if TYPED.search(line)] == []


@pytest.mark.parametrize("method", NAMED)
def test_no_text_is_longer_than_its_place_in_a_small_window(method: Method) -> None:
    phases = _phases(method)
    assert all(cell_len(line) <= 33 for line in _lines([method.name]))
    assert all(cell_len(line) <= 130 for line in _lines([method.summary]))
    assert [
        line for line in _lines([phase.rule for phase in phases if phase.rule]) if cell_len(line) > 60
    ] == []
    cues = _lines([cue.say for phase in phases for cue in phase.cues])
    assert [line for line in cues if cell_len(line) > DESK] == []
    cells = [cell.name for phase in phases if phase.board for cell in phase.board.cells]
    assert [line for line in _lines(cells) if cell_len(line) > 23] == []


@pytest.mark.parametrize("name", SENSITIVE)
def test_a_method_on_sensitive_ground_says_what_it_is_not(name: str) -> None:
    caution = METHODS[name].caution
    assert caution is not None
    assert re.search(r"\b(geen|niet)\b", caution.nl)
    assert re.search(r"\b(no|not)\b", caution.en)


@pytest.mark.parametrize(("name", "credited"), CREDITED.items())
def test_those_whom_a_method_comes_from_are_named_in_both_languages(
    name: str, credited: tuple[str, ...]
) -> None:
    method = METHODS[name]
    for language in LANGUAGES:
        told = " ".join(text.of(language) for text in (method.credit, method.caution) if text is not None)
        assert [person for person in credited if person not in told] == []


def test_protected_names_are_no_names_of_methods() -> None:
    names = " ".join(_lines([method.name for method in METHODS.values()]))
    assert not re.search(r"NSRF|WIAL|Six Thinking Hats\b|Balint group|Balintgroep", names)
