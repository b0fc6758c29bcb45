import unicodedata

import pytest

from intervisie_tui.export.mask import masked
from intervisie_tui.export.shape import shaped
from tests.unit.export_sample import sample


def said(text: str, *names: str) -> str:
    made = sample()
    shape = shaped(made)
    shape["members"] = [{"name": name, "roles": [], "present": True} for name in names]
    shape["parking"] = [{"text": text, "state": "parked"}]
    return shaped(masked(made))["parking"][0]["text"]


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Ask Anna", "Ask Member A"),
        ("ANNA and bram", "Member A and Member B"),
        ("Anna's plan, _Anna_ (Bram)", "Member A's plan, _Member A_ (Member B)"),
        ("Annabel, Joanna and bramble", "Annabel, Joanna and bramble"),
    ],
)
def test_a_name_is_a_whole_word_in_capitals_or_not(text: str, hidden: str) -> None:
    assert said(text, "Anna", "Bram") == hidden


def test_the_longest_name_goes_first() -> None:
    assert said("Anna Maria met Anna", "Anna", "Anna Maria") == "Member B met Member A"


def test_a_first_name_alone_is_hidden_too_but_not_a_small_word_of_a_name() -> None:
    assert said("Dirk de Wit likes de rest", "Esra", "Dirk de Wit") == "Member B likes de rest"
    assert said("so said Dirk", "Esra", "Dirk de Wit") == "so said Member B"


def test_a_first_name_that_two_share_names_both() -> None:
    assert said("ask Anna", "Anna Bos", "Anna Berg") == "ask Member A/B"
    assert said("ask Anna Berg", "Anna Bos", "Anna Berg") == "ask Member B"


def test_a_name_is_known_however_its_accents_are_written() -> None:
    name = unicodedata.normalize("NFC", "Zoë")
    assert said(f"ask {unicodedata.normalize('NFD', name)}", name) == "ask Member A"


def test_signs_in_a_name_are_not_a_pattern() -> None:
    assert said("ask A.* or Bob", "A.*", "(", "") == "ask Member A or Bob"


def test_every_place_of_a_name_gets_the_same_letter() -> None:
    made = shaped(masked(sample()))
    assert [member["name"] for member in made["members"]] == ["Member A", "Member B", "Member C"]
    assert made["case"]["owner"] == made["cases"][0]["owner"] == made["actions"][0]["owner"] == "Member A"
    assert [row["member"] for row in made["speaking"]] == ["Member A", "Member B", "Member C"]
    assert made["notes"][0]["by"] == "Member B"
    assert made["notes"][0]["text"] == "What did Member B do?"
    assert made["method"]["name"] == "Incident method"


def test_there_are_letters_for_thirty_members() -> None:
    names = [f"Name{number}" for number in range(30)]
    assert said("Name25 Name26 Name29", *names) == "Member Z Member AA Member AD"


def test_masking_leaves_the_record_itself_alone() -> None:
    made = sample()
    masked(made)
    assert made == sample()
