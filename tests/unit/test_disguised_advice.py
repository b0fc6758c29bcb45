"""The hint comes with a question that holds its own answer, and stays away from every good one."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.method import Text
from intervisie_tui.process import advice_en, advice_nl
from intervisie_tui.process.disguised_advice import FACILITATOR_ASKS, disguised_advice
from intervisie_tui.process.own_question import EXAMPLES
from intervisie_tui.process.question_types import QUESTION_TYPES

FLAGGED = {
    "nl": {
        "tried": (
            "Heb je al eens geprobeerd om het te bespreken?",
            "Heb je al eens geprobeerd om ...?",
            "Heb je weleens overwogen om te stoppen?",
            "HEB JE AL GEPROBEERD om te mailen",
            " heb  jij ooit geprobeerd rustig te blijven?",
            "Hèb je er al eens aan gedacht om hulp te vragen?",
            "Heb je er al over nagedacht om te stoppen?",
            "Heb je eraan gedacht om de ouders te bellen?",
            "Heb je het al eens geprobeerd met een lijstje?",
            "Heb je al eens met de ouders gebeld?",
            "Ben je al eens naar de bedrijfsarts geweest?",
        ),
        "delegate": (
            "Kun je het niet uitbesteden?",
            "Kun je dat niet gewoon delegeren aan Bram?",
            "Kan je het niet overlaten aan je collega?",
            "Kunt u dat werk niet aan een ander overdragen?",
        ),
        "better": (
            "Zou je niet beter even kunnen wachten?",
            "Moet je niet gewoon nee zeggen?",
            "Maar zou je niet eens met haar gaan praten?",
            "Chantal: moet je dat niet eerst bespreken?",
            "Is het niet handiger om te mailen?",
            "Is het niet veel beter om te gaan?",
            "Zou het niet beter zijn als je belt?",
            "Zou het een idee zijn om te bellen?",
            "Zou het helpen om het op te schrijven?",
            "Als ik jou was, zou ik bellen",
            "Misschien moet je gewoon nee zeggen?",
            "Had je niet beter kunnen wachten?",
            "Wat zei hij? Moet je niet boos worden?",
            "\u201cMoet je niet gewoon nee zeggen?\u201d",
        ),
        "why-not": (
            "Waarom praat je niet met je leidinggevende?",
            "En waarom vraag je het hem niet gewoon?",
            "Waarom bel je haar niet?",
            "Waarom ga je niet naar de huisarts?",
            "Waarom wacht je niet gewoon?",
        ),
        "leading": (
            "Is het niet zo dat jullie langs elkaar heen werken?",
            "Denk je niet dat hij onzeker is?",
            "Vind je ook niet dat ze gelijk heeft?",
            "Ligt het niet gewoon aan de planning?",
            "Heeft het niet eigenlijk te maken met je baas?",
        ),
        "too": (
            "Ben je niet te streng?",
            "Ben je niet veel te aardig voor haar?",
            "Neem je het niet te persoonlijk?",
        ),
        "own-story": (
            "Ik had ook eens zo'n leerling",
            "Dat had ik ook een keer",
            "Bij mij op school ging dat zo",
            "Ik heb dat ook gehad",
        ),
    },
    "en": {
        "tried": (
            "Have you tried ...?",
            "Have you tried talking to her?",
            "have  YOU already tried to write it down?",
            "Have you ever thought about asking for help?",
            "Haven\u2019t you tried to call?",
            "Anna, have you tried to call them?",
        ),
        "delegate": (
            "Can't you delegate it?",
            "Can't you just hand it over to Bram?",
            "Could you not delegate this?",
        ),
        "better": (
            "Wouldn't it be better to wait?",
            "Shouldn't you just say no?",
            "Is it not better to wait?",
            "Would it help if you wrote it down?",
            "But couldn't you ask Bram?",
            "If I were you, I would call",
            "Maybe you should stop",
            "How about calling them?",
            "You should just tell him",
            "Why not just leave?",
        ),
        "why-not": (
            "Why don't you talk to your manager?",
            "Why don\u2019t you just ask him?",
            "Why didn't you just leave?",
        ),
        "leading": (
            "Isn't it so that you are afraid?",
            "Don't you think that he is insecure?",
            "Do you not think it is his turn?",
        ),
        "too": ("Aren't you too strict?", "Aren't you being a bit too kind?"),
        "own-story": (
            "I once had a pupil like that",
            "I had the same thing once",
            "When I had such a class, I left",
        ),
    },
}

GOOD = {
    "nl": (
        "Heb je al iets geprobeerd?",
        "Heb je dit al eens eerder meegemaakt?",
        "Heb je al eens met zoiets te maken gehad?",
        "Ben je al eens eerder zo boos geweest?",
        "Waarom zei je niets?",
        "Waarom lukt het je niet om nee te zeggen?",
        "Waarom durf je dat niet?",
        "Waarom denk je dat hij het niet wil?",
        "Kun je niet slapen?",
        "Kun je een voorbeeld geven?",
        "Zou je daar iets meer over willen vertellen?",
        "Zou je het nog een keer zo doen?",
        "Zou het kunnen dat je moe was?",
        "Moet je dat elke week doen?",
        "Wat kun je niet veranderen?",
        "Wat zou je niet nog eens doen?",
        "Ben je te moe om na te denken?",
        "Ben je niet bang geweest?",
        "Denk je vaak aan haar?",
        "Is het altijd zo?",
        "Is het beter nu?",
        "Gaat het niet goed met je?",
        "Kan het niet anders?",
        "Ik hoor dat je boos bent; klopt dat?",
        "Ik had de indruk dat je schrok, klopt dat?",
        "Ik heb een vraag over de feiten",
        "Misschien een rare vraag: wat voelde je?",
        "Toen je wegliep, wat dacht je?",
        "Durf je niet te vragen wat hij vindt?",
        "Hoe zou het zijn als je niets deed?",
        "Wat maakt dat je niet gewoon nee zegt?",
    ),
    "en": (
        "Have you tried anything?",
        "Have you tried it before?",
        "Why did you say nothing?",
        "Why don't you want to go?",
        "Why not yet?",
        "Can you give an example?",
        "Could you tell more about it?",
        "Would you do it again?",
        "Do you think about her often?",
        "Do you think you can?",
        "Do you feel seen?",
        "Do you need more time?",
        "Is it always so?",
        "Is it better now?",
        "Is it true that he left?",
        "Could it be that you were tired?",
        "I hear you are angry; is that right?",
        "Are you too tired to think?",
        "Aren't you afraid?",
        "When I say this, what do you feel?",
        "What if it has worked: what do you do?",
        "What do you not say?",
        "How would it be not to do it?",
        "What keeps you from just saying no?",
    ),
}


def cases(of: dict[str, dict[str, tuple[str, ...]]]) -> list[tuple[str, str, str]]:
    return [
        (tongue, name, text)
        for tongue, found in of.items()
        for name, texts in found.items()
        for text in texts
    ]


@pytest.mark.parametrize(("language", "name", "question"), cases(FLAGGED))
def test_a_question_that_holds_its_answer_gets_a_better_wording(
    language: str, name: str, question: str
) -> None:
    hint = disguised_advice(question, language)
    assert hint is not None
    assert hint.id == name
    assert hint.better == {"nl": advice_nl, "en": advice_en}[language].BETTER[name]


@pytest.mark.parametrize(
    ("language", "question"), [(tongue, q) for tongue, asked in GOOD.items() for q in asked]
)
def test_a_good_question_gets_no_hint(language: str, question: str) -> None:
    assert disguised_advice(question, language) is None


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_question_that_the_program_itself_offers_gets_a_hint(language: str) -> None:
    offered = [example for kind in QUESTION_TYPES for example in kind.examples]
    offered += [turned.question for turned in EXAMPLES]
    better = {"nl": advice_nl, "en": advice_en}[language].BETTER.values()
    asked = [text.of(language) for text in offered] + list(better)
    assert [question for question in asked if disguised_advice(question, language)] == []


@given(
    st.sampled_from(cases(FLAGGED)),
    st.sampled_from([str.upper, str.lower, str.title]),
    st.sampled_from(["", "  ", "\u200b", "- ", "\u00a0"]),
)
def test_capitals_blanks_and_signs_around_it_change_nothing(
    case: tuple[str, str, str], cased: Callable[[str], str], around: str
) -> None:
    language, _name, question = case
    assert disguised_advice(f"{around}{cased(question)}{around}", language) is not None


@given(st.sampled_from(["hoe", "wat", "wie", "waar", "wanneer", "welke"]), st.text("abcdeijno ", min_size=1))
def test_a_dutch_question_that_opens_openly_is_left_alone(word: str, rest: str) -> None:
    assert disguised_advice(f"{word} {rest}?", "nl") is None


@given(st.text(), st.sampled_from(["nl", "en", "de", ""]))
def test_no_text_raises_and_none_without_words_gets_a_hint(text: str, language: str) -> None:
    hint = disguised_advice(text * 50, language)
    assert hint is None or any(sign.isalpha() for sign in text)


def test_both_languages_know_the_same_openings() -> None:
    for data in (advice_nl, advice_en):
        assert list(data.OPENINGS) == list(data.BETTER) == list(FLAGGED["nl"])
    assert set(FLAGGED["nl"]) == set(FLAGGED["en"])
    assert isinstance(FACILITATOR_ASKS, Text)


@given(st.sampled_from(cases(FLAGGED)))
def test_however_long_a_question_is_only_its_beginning_is_read(case: tuple[str, str, str]) -> None:
    language, name, question = case
    hint = disguised_advice(question + " hm" * 100_000, language)
    assert hint is not None
    assert hint.id == name
    assert disguised_advice("hm " * 200 + question, language) is None
