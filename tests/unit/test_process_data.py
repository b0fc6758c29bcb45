"""What stands in the data of the process help: whole, in both languages, and short enough to be shown."""

import re

from intervisie_tui.case_line import about_others
from intervisie_tui.domain.closing_questions import CLOSING_QUESTIONS, QUICK_ROUND
from intervisie_tui.process.own_question import EXAMPLES, REAL_WRONG, STEPS, STILL_ANGRY
from intervisie_tui.process.question_types import ASKING_WELL, QUESTION_TYPES, Stage

TYPES = "feit open doorvragen verdiepend aandeel perspectief uitzondering schaal toekomst actie confronterend moreel"
STEP_IDS = "erken moment rol invloed wens vraag check"


def test_all_types_of_questions_are_there_with_aim_moment_and_examples() -> None:
    assert [kind.id for kind in QUESTION_TYPES] == TYPES.split()
    assert all(kind.examples for kind in QUESTION_TYPES)
    assert sum(len(kind.examples) for kind in QUESTION_TYPES) == 29
    assert len(ASKING_WELL) == 6


def test_every_stage_of_a_case_has_questions_that_fit() -> None:
    for stage in Stage:
        assert len([kind for kind in QUESTION_TYPES if stage in kind.stages]) >= 2


def test_the_seven_steps_and_the_examples_are_there() -> None:
    assert [step.id for step in STEPS] == STEP_IDS.split()
    assert len(EXAMPLES) == 6
    assert STILL_ANGRY.nl
    assert REAL_WRONG.en


def test_no_example_of_an_own_question_is_about_others() -> None:
    for turned in EXAMPLES:
        assert about_others(turned.question.nl, "nl") is None
        assert about_others(turned.question.en, "en") is None


def test_all_closing_questions_are_there() -> None:
    assert [question.id for question in CLOSING_QUESTIONS] == [f"e{number}" for number in range(1, 16)]
    assert len(QUICK_ROUND) == 4


def test_no_text_says_the_same_in_both_languages_but_the_same_word() -> None:
    texts = [text for kind in QUESTION_TYPES for text in (kind.aim, kind.when, *kind.examples)]
    texts += [step.asks for step in STEPS] + [question.text for question in CLOSING_QUESTIONS]
    assert [text for text in texts if text.nl == text.en] == []
    assert [text.nl for text in texts if re.search(r"\bu\b|\buw\b", text.nl)] == []
