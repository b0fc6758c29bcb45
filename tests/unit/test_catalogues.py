"""The catalogues hold the sentences of the source, no more, no less; `make catalogues` mends them."""

import re
from collections.abc import Iterable

import pytest
from babel.messages import Catalog, Message
from babel.messages.mofile import read_mo

from tools import catalogues

FIELD = re.compile(r"\{(\w+)")


@pytest.fixture(scope="module")
def source() -> Catalog:
    return catalogues.extracted()


@pytest.fixture(scope="module", params=catalogues.LANGUAGES)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    return catalogues.read(request.param)


def messages(of: Catalog) -> list[Message]:
    return [message for message in of if message.id]


def ids(of: Catalog) -> set[str | tuple[str, ...]]:
    return {key(message) for message in messages(of)}


def key(message: Message) -> str | tuple[str, ...]:
    return message.id if isinstance(message.id, str) else tuple(message.id)


def forms(text: str | Iterable[str] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or ())


def fields(text: str) -> set[str]:
    return set(FIELD.findall(text))


def test_the_source_has_sentences_at_all(source: Catalog) -> None:
    assert len(messages(source)) > 20


def test_no_sentence_is_missing(catalogue: Catalog, source: Catalog) -> None:
    assert ids(source) - ids(catalogue) == set()


def test_no_sentence_is_left_over(catalogue: Catalog, source: Catalog) -> None:
    assert ids(catalogue) - ids(source) == set()
    assert not catalogue.obsolete


def test_every_sentence_is_translated_and_none_is_a_guess(catalogue: Catalog) -> None:
    assert [
        key(message) for message in messages(catalogue) if not catalogues.is_translated(message.string)
    ] == []
    assert [key(message) for message in messages(catalogue) if message.fuzzy] == []


def test_every_translation_names_the_fields_of_its_sentence(catalogue: Catalog) -> None:
    wrong = []
    for message in messages(catalogue):
        originals = forms(message.id)
        allowed, needed = fields("".join(originals)), set.intersection(*map(fields, originals))
        # The singular may say "one" where the plural needs its number.
        wrong += [
            said
            for said in filter(None, forms(message.string))
            if fields(said) - allowed or needed - fields(said)
        ]
    assert wrong == []


def test_the_compiled_catalogue_says_what_the_text_says(catalogue: Catalog) -> None:
    path = catalogues.catalogue_path(str(catalogue.locale)).with_suffix(".mo")
    with path.open("rb") as file:
        compiled = read_mo(file)
    said, meant = (
        {
            key(message): forms(message.string)
            for message in messages(of)
            if catalogues.is_translated(message.string)
        }
        for of in (compiled, catalogue)
    )
    assert said == meant


def test_bringing_it_up_to_date_again_changes_nothing(catalogue: Catalog) -> None:
    language = str(catalogue.locale)
    text = catalogues.text_of(catalogues.updated(language, catalogue))
    assert text == catalogues.catalogue_path(language).read_bytes()
