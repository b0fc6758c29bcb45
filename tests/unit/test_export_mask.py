import unicodedata

import pytest

from intervisie_tui.export.mask import mask, masked
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


ALL = (
    "Bram",
    "anna de vries",
    "Zoë",
    "Jan-Willem Bos",
    "Roos",
    "Hans",
    "Max",
    "Jörg",
    "O'Brien",
    "Ben",
    "林",
)


def told(text: str, *names: str) -> tuple[str, tuple[str, ...]]:
    hidden = mask({"language": "en", "parking": [{"text": text}]}, names)
    return hidden.record["parking"][0]["text"], hidden.doubts


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Brams vraag", "Member A's vraag"),
        ("BRAM’S", "Member A’S"),
        ("Hans' jas", "Member F' jas"),
        ("Annas en Zoës", "Member B's en Member C's"),
        ("Zoe, ZOE, zoë", "Member C, Member C, Member C"),
        ("Jan, Willem, JanWillem, jan willem", "Member D, Member D, Member D, Member D"),
        ("A. de Vries, anna.devries@x.nl, annadevries", "Member B, Member B@x.nl, Member B"),
        ("Vries, Anna de", "Member B"),
        ("Br\u200bam\u200den Zo\u00adë", "Member A\u200den Member C"),
        ("B\u200bram Anna\u00a0de\u2011Vries", "Member A Member B"),
        ("Аnna met een Cyrillische A, Ｂｒａｍ", "Member B met een Cyrillische A, Member A"),
        ("Joerg en Jorg", "Member H en Member H"),
        ("obrien en O’Brien", "Member I en Member I"),
        ("Roos-casus, ROOS, _Roos_, @Roos", "Member E-casus, Member E, _Member E_, @Member E"),
        ("林さん", "Member Kさん"),
        ("BramHans, Bram2", "Member AMember F, Member A2"),
    ],
)
def test_each_form_of_a_name_is_hidden(text: str, hidden: str) -> None:
    assert told(text, *ALL)[0] == hidden


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("een roos voor max", ("roos", "max")),
        ("ik ben er, in het bos", ("ben", "bos")),
        ("Brammetje en Jantje", ("Brammetje", "Jantje")),
        ("@bramvandijk", ("bramvandijk",)),
        ("A.d.V. en AV", ("AV", "A.d.V.")),
        ("B r a m", ("B r a m",)),
        ("https://x.nl/zo%C3%AB", ("zoë",)),
        ("januari, evaluatie, bos", ("bos",)),
        ("wat doen we nu?", ()),
    ],
)
def test_what_may_be_a_name_stays_and_is_told(text: str, doubts: tuple[str, ...]) -> None:
    assert told(text, *ALL) == (text, doubts)


def test_the_words_of_a_method_stay_and_a_name_in_them_is_told() -> None:
    made = sample()
    shaped(made)["method"]["name"] = "De methode van Bram"
    hidden = mask(made)
    assert hidden.record["method"]["name"] == "De methode van Bram"
    assert hidden.doubts == ("Bram",)
    assert hidden.record["group"] == "IB-kring"


def test_a_long_session_is_masked_in_a_few_seconds() -> None:
    text = "Wat zou Bram gedaan hebben als Anna niet gebeld had? " * 100
    assert "Bram" not in told(text, *ALL)[0]


@pytest.mark.parametrize("text", ["ΑΝΝΑ", "Αννα", "ᴀɴɴᴀ", "𝐀𝐧𝐧𝐚", "Ⓐⓝⓝⓐ", "АΝNA"])
def test_letters_that_only_look_like_those_of_a_name_hide_nothing(text: str) -> None:
    assert told(f"vraag {text} maar", "Anna") == ("vraag Member A maar", ())
