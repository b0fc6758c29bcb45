"""The hint comes with a complaint and stays away from an own question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.case_line import ABOUT_OTHERS, about_others


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("nl", "Mijn collega komt haar afspraken nooit na."),
        ("nl", "Die ouders luisteren gewoon niet."),
        ("nl", "De directie heeft geen visie."),
        ("nl", "Hij is zo passief in het team."),
        ("nl", "Ze vragen altijd alles aan mij."),
        ("nl", "Waarom luistert mijn baas niet?"),
        ("nl", "Waarom luisteren ouders nooit?"),
        ("en", "Why do parents never listen?"),
        ("en", "Why does she always come late?"),
        ("en", "My colleague never keeps appointments."),
        ("en", "Why doesn\u2019t my manager listen?"),
        ("en", "  THEY just don't care"),
    ],
)
def test_a_complaint_about_somebody_absent_gets_the_hint(language: str, question: str) -> None:
    assert about_others(question, language) == ABOUT_OTHERS


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("nl", "Hoe kan ik haar aanspreken op afspraken?"),
        ("nl", "Wat doe ik als hij afwacht?"),
        ("nl", "Mijn collega aanspreken"),
        ("nl", "Waarom lukt het me niet om grenzen te stellen?"),
        ("nl", "Hij komt te laat; hoe ga ik daarmee om?"),
        ("nl", "Zij-instromers begeleiden"),
        ("nl", "Mijn grenzen"),
        ("nl", "Waarom is school belangrijk?"),
        ("en", "How can I address her?"),
        ("en", "Why do I get so angry when she is late?"),
        ("en", "My own part in the team"),
        ("en", "The weather"),
        ("nl", ""),
        ("de", "Hij is zo passief"),
    ],
)
def test_an_own_question_or_a_subject_gets_none(language: str, question: str) -> None:
    assert about_others(question, language) is None


@given(st.text(), st.sampled_from(["nl", "en"]))
def test_no_question_raises(question: str, language: str) -> None:
    assert about_others(question * 20, language) in {None, ABOUT_OTHERS}
