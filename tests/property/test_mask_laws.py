"""No form of a member's name is left in any kind of file, or it is told as a word in doubt (field case 5)."""

import html
import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.export import FORMATS, render
from intervisie_tui.export.mask import mask
from intervisie_tui.export.shape import Record, shaped
from tests.unit.export_sample import sample

KNOWN = [
    *(
        "Bram",
        "anna de vries",
        "Zoë",
        "Jan-Willem Bos",
        "Roos",
        "Hans",
        "Max",
        "Wil",
        "Bas van Dam",
        "May",
        "Hoop",
    ),
    *(
        "Ayşe Yılmaz",
        "Jörg Müller",
        "Anne-Sophie d'Hondt",
        "O'Brien",
        "Siobhán",
        "Łukasz",
        "Søren",
        "Ben",
        "Al Bo",
    ),
    *(
        "Нина Петрова",
        "Ελένη",
        "山田花子",
        "سارة",
        "שרה",
        "김지민",
        "Mark de Wit",
        "Grace",
        "Truus Bakker-de Boer",
    ),
]
random_word = st.text(st.characters(categories=["Lu", "Ll"]), min_size=5, max_size=9).map(str.capitalize)
names = st.lists(st.one_of(st.sampled_from(KNOWN), random_word), min_size=1, max_size=4, unique=True)

PARTICLES = {"de", "van", "d", "o"}


def bare(text: str) -> str:
    """The text as a reader compares it: no accents, no case, no signs that are not seen."""
    small = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(sign for sign in small if unicodedata.category(sign) not in {"Mn", "Cf", "Me"})


def words(name: str) -> list[str]:
    return [word for word in re.findall(r"[^\W_]+", bare(name)) if word not in PARTICLES and len(word) > 1]


def written(name: str) -> list[str]:
    """The name, its first and its last part, and parts of double names, glued together too."""
    parts = re.split(r"\s+", name)
    return [
        name,
        parts[0],
        parts[-1],
        *re.split(r"[\s'-]+", name),
        name.replace(" ", ""),
        name.replace("-", ""),
    ]


CHANGED: list[Callable[[str], str]] = [
    lambda text: text,
    str.upper,
    str.lower,
    str.title,
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: unicodedata.normalize("NFC", text),
    bare,
    lambda text: text[:1] + "\u200b" + text[1:],
    "\u00ad".join,
    lambda text: text[:-1] + "\u2060" + text[-1:] + "\u200d",
    lambda text: text.replace(" ", "\u00a0").replace("-", "\u2011"),
    lambda text: text.replace(" ", "  ").replace("-", " "),
    lambda text: text.replace(" ", "_").replace("-", "."),
]
FRAMES = [
    *(
        "{}",
        "{} belt",
        "vraag aan {}.",
        "({})",
        "{}s vraag",
        "{}'s vraag",
        "{}’s",
        "{}' jas",
        "_{}_",
        "@{}",
        "#{}",
    ),
    *(
        "{}-casus",
        "x-{}",
        "{}@example.org",
        "https://example.org/{}",
        "{}2",
        "«{}»",
        "\n{}\n",
        "{}/{}",
        "{}\u200bx",
    ),
    *("{}je", "{}tje", "oom{}", "ik zei {} dat het kon"),
]


def filled(text: str, members: list[str]) -> dict[str, object]:
    made = sample()
    shape: Record = shaped(made)
    shape["members"] = [{"name": name, "roles": [], "present": True} for name in members]
    shape["speaking"] = [{"member": name, "seconds": 1, "turns": 1} for name in members]
    shape["case"] = {"owner": members[0], "question": text}
    shape["cases"] = [{**shape["cases"][0], "owner": members[0], "question": text}]
    shape["notes"] = [{"phase": "facts", "kind": "fact", "text": text, "by": members[-1]}]
    shape["parking"] = [{"text": text, "state": "parked"}]
    shape["actions"] = [{**shape["actions"][0], "owner": members[0], "text": text}]
    shape["ground_rules"] = [text]
    shape["group"] = text
    return made


def words_in(record: dict[str, object], to: str) -> str:
    """What a reader reads in a file of this kind."""
    made = re.sub("<style>.*</style>", "", render(record, to, "nl"), flags=re.DOTALL)
    return bare(html.unescape(made).replace("\r\n ", ""))


OURS = " ".join(words_in(mask(filled("", ["Qqqqq"])).record, to) for to in FORMATS)
"""The words of every kind of file itself; a random name may be one of them."""


def holds(word: str, file: str) -> bool:
    return re.search(rf"(?<![^\W\d_]){re.escape(word)}s?(?![^\W\d_])", file) is not None


def left(text: str, members: list[str], to: str) -> list[str]:
    """The words of names that are left in a masked file, and not told."""
    hidden = mask(filled(text, members))
    file, told = words_in(hidden.record, to), [bare(word) for word in hidden.doubts]
    parts = {word for name in members for word in words(name) if not holds(word, OURS)}
    return [word for word in parts if holds(word, file) and not any(word in doubt for doubt in told)]


@given(names, st.sampled_from(FORMATS), st.sampled_from(CHANGED), st.sampled_from(FRAMES), st.data())
def test_a_masked_file_of_any_kind_holds_no_form_of_a_name_or_tells_it(
    members: list[str], to: str, change: Callable[[str], str], frame: str, data: st.DataObject
) -> None:
    form = change(data.draw(st.sampled_from(written(data.draw(st.sampled_from(members))))))
    assert left(frame.replace("{}", form), members, to) == []


@pytest.mark.parametrize("frame", FRAMES)
def test_each_form_of_the_names_that_were_met_is_gone_or_told(frame: str) -> None:
    forms = {change(form) for name in KNOWN for form in written(name) for change in CHANGED}
    text = " en ".join(frame.replace("{}", form) for form in sorted(forms))
    hidden = mask({"language": "nl", "parking": [{"text": text}]}, KNOWN)
    told = {bare(word) for word in hidden.doubts}
    for word in {word for name in KNOWN for word in words(name)}:
        assert not holds(word, bare(str(hidden.record))) or any(word in doubt for doubt in told)


@given(
    st.lists(
        st.sampled_from(["de", "groep", "morgen", "vraag", "wat", "The", "question", "rota"]), min_size=1
    )
)
def test_a_text_without_names_stays_as_it_is_and_nothing_is_told(words: list[str]) -> None:
    made = filled(" ".join(words), ["Bram", "Chantal", "Zoë Vermeulen"])
    hidden = mask(made)
    assert hidden.doubts == ()
    assert shaped(hidden.record)["parking"] == shaped(made)["parking"]
