import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui import locale
from intervisie_tui.locale import _, n_, tell


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "nl_BE"}, "nl"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "nl_NL.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "de:nl:en"}, "nl"),
        ({"LANG": "C", "LANGUAGE": "nl"}, "en"),
        ({"LANG": "en_GB.UTF-8", "INTERVISIE_LANG": "nl"}, "nl"),
        ({"LANG": "nl_NL.UTF-8", "INTERVISIE_LANG": "en"}, "en"),
        ({"LANG": "nl_NL.UTF-8", "INTERVISIE_LANG": "klingon"}, "nl"),
    ],
)
def test_the_language_is_dutch_where_the_locale_is_dutch(environ: dict[str, str], language: str) -> None:
    assert locale.default_language(environ) == language


def test_the_language_switches_while_running() -> None:
    assert _("tomorrow") == "tomorrow"
    locale.use("nl_NL")
    assert (locale.language(), _("tomorrow")) == ("nl", "morgen")
    assert [n_("in {n} week", "in {n} weeks", count) for count in (1, 2)] == ["over 1 week", "over 2 weken"]
    locale.use("en")
    assert [n_("in {n} week", "in {n} weeks", count) for count in (1, 2)] == ["in 1 week", "in 2 weeks"]


def test_an_unknown_language_is_refused_and_the_old_one_stays() -> None:
    with pytest.raises(ValueError, match="klingon"):
        locale.use("klingon")
    assert locale.language() == "en"


def test_an_empty_sentence_stays_empty() -> None:
    locale.use("nl")
    assert _("") == ""


@given(st.text(), st.text())
def test_text_of_users_is_never_read_as_a_field(first: str, second: str) -> None:
    assert _("{first} and {last}", first=first, last=second) == f"{first} and {second}"
    assert tell("{name}", {"name": "{x}{name}{0.__class__}%s"}) == "{x}{name}{0.__class__}%s"


@given(st.text(alphabet="{}abc:!0.[]%d "))
def test_no_sentence_with_braces_in_it_ever_raises(sentence: str) -> None:
    tell(sentence, {"a": "x", "b": None})


def test_fields_take_a_format_and_unknown_ones_stay() -> None:
    assert locale.filled("{n:03} {gone} {{n}} {word:d}", {"n": 7, "word": "x"}) == "007 {gone} {n} x"


def test_a_number_with_a_fraction_is_written_as_the_language_writes_it() -> None:
    locale.use("nl")
    told = "The method takes {planned} minutes and is shortened to {slot}"
    assert locale.tell(told, {"planned": 57.5, "slot": 50}).count("57,5") == 1
    assert "57.5" in locale.tell(told, {"planned": 57.5, "slot": 50}, "en")
