"""A line becomes an action: right, or asked; and nothing that was typed gets lost."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.action_line import parse
from intervisie_tui.due import Asked, due

TODAY = date(2026, 11, 21)
FRIDAY = date(2026, 11, 27)
NAMES = (
    *("Anna Bakker", "Noor", "Zoë Ørsted", "Jan", "Jan-Willem Bos", "Chantal", "Doelman", "Dirk Jan"),
    *("Esra Demir", "Esra Kaya"),
)
CIRCLE = tuple((f"m{number}", name) for number, name in enumerate(NAMES, start=1))
GONE = (("m11", "Dirk"),)
TABLE = Path(__file__).parent.parent / "due" / "lines.tsv"


def _rows() -> list[tuple[str, str, str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["line"], row["owner"], row["text"], row["due"]) for row in rows]


@pytest.mark.parametrize(("line", "owner", "text", "day"), _rows())
def test_each_row_of_the_table_of_lines_is_right_or_asked(line: str, owner: str, text: str, day: str) -> None:
    """Row 10 of the field's cases, and others of its kind."""
    found = parse(line, CIRCLE, TODAY, "nl", gone=GONE)
    assert dict(CIRCLE).get(found.owner_id or "", "asked") == owner
    assert found.text == text
    told = found.due.isoformat() if found.due else "asked" if found.asked else ""
    assert told == day


def test_two_members_with_one_name_are_asked_for_and_the_text_stays_whole_until_one_is_chosen() -> None:
    found = parse("Anna: x", (("m1", "Anna"), ("m2", "anna"), ("m3", "Bram")), TODAY, "en")
    assert (found.owner_id, found.owner_text, found.text) == (None, "Anna", "Anna: x")
    assert found.candidates == ("m1", "m2")
    assert [found.text_for(owner) for owner in ("m1", "m2", "m3", None)] == ["x", "x", "Anna: x", "Anna: x"]


def test_a_whole_name_wins_from_the_beginning_of_another_and_diacritics_tell_two_names_apart() -> None:
    people = (("m1", "Anna"), ("m2", "Anna Bakker"), ("m3", "Zoe"), ("m4", "Zoë"))
    owners = [
        parse(line, people, TODAY, "nl").owner_id
        for line in ("Anna: x", "zoë: x", "ZOE: x", "Anna Bakker: x")
    ]
    assert owners == ["m1", "m4", "m3", "m2"]


def test_who_has_left_owns_nothing_and_nobody_else_gets_what_was_that_persons() -> None:
    for line in ("Dirk: x", "@Dirk: x", "dirk: x"):
        found = parse(line, (("m1", "Dirk Jan"),), TODAY, "nl", gone=(("m2", "Dirk"),))
        assert (found.owner_id, found.text.endswith(": x")) == (None, True)


def test_the_date_that_an_action_had_is_understood_though_it_has_gone_by() -> None:
    standing = date(2026, 11, 1)
    found = parse("Anna: x @ 2026-11-01", CIRCLE, TODAY, "nl", standing=standing)
    assert (found.text, found.due, found.asked) == ("x", standing, None)
    assert parse("Anna: x @ 2026-11-02", CIRCLE, TODAY, "nl", standing=standing).asked is not None


LINES = st.text() | st.text("Anna: @vrijdag/12\x1b[]", max_size=80)


@pytest.mark.parametrize(
    ("typed", "owner", "candidates"),
    [
        ("Rob O\u2019Neil", "r", ()),
        ("rob o`neil", "r", ()),
        ("O\u2019Neil", None, ("r",)),
        ("El Amrani", None, ("f",)),
        ("de Wit", None, ("b",)),
        ("Bram W", None, ("b",)),
        ("Fatima A.", None, ("f",)),
        ("J.W. Bos", None, ()),
        ("jan willem", None, ("j",)),
        ("willem bos", None, ("j",)),
        ("Jan Willem Bos", None, ("j",)),
        ("m Wit", None, ()),
        ("e", None, ()),
    ],
)
def test_a_family_name_and_other_apostrophes_and_hyphens_find_who_may_be_meant(
    typed: str, owner: str | None, candidates: tuple[str, ...]
) -> None:
    """Row 10: an owner is named for certain, or those who may be meant are asked about first."""
    names = {"r": "Rob O'Neil", "f": "Fatima El Amrani", "b": "Bram de Wit", "j": "Jan-Willem Bos"}
    found = parse(f"{typed}: bellen @ vrijdag", tuple(names.items()), TODAY, "nl")
    assert (found.owner_id, found.candidates, found.due) == (owner, candidates, FRIDAY)


@given(LINES)
def test_no_line_raises_and_a_line_without_owner_or_date_stays_whole(line: str) -> None:
    found = parse(line, CIRCLE, TODAY, "nl")
    if found.owner_id is None and found.due is None:
        assert found.text == line.strip()


PARTS = st.sampled_from(
    (
        *("Anna", "anna", "Ann", "Ja", "Jan", "Willem", "Zoe", "Esra", "Dirk", "Let op", "en"),
        *(":", ": ", "@", " @ ", " "),
        *("vrijdag", "morgen", "school", "a@b.nl", "14:00", "https://x", "\u200b", "bellen", ",", "2026-12-04"),
    )
)  # fmt: skip


@given(st.lists(PARTS, max_size=9).map("".join))
def test_an_owner_is_named_by_a_whole_first_name_or_not_at_all_and_a_date_by_words_that_are_one(
    line: str,
) -> None:
    found = parse(line, CIRCLE, TODAY, "nl", gone=GONE)
    if found.owner_id is not None:
        name = dict(CIRCLE)[found.owner_id].casefold()
        typed = found.owner_text.replace("\u200b", "").casefold().replace("zoe", "zoë")
        assert name == typed or name.startswith(f"{typed} ")
        assert line.partition(":")[0].strip().removeprefix("@").strip() == found.owner_text
    if found.due is not None:
        assert due(found.due_words, TODAY, "nl") == found.due
    elif found.asked is not None:
        assert "@" in found.text


@given(
    st.sampled_from(NAMES),
    st.sampled_from(["", "@", "@ "]),
    st.sampled_from(["vrijdag", "next friday", "27/11"]),
)
def test_a_name_before_a_colon_and_a_date_behind_an_at_sign_are_taken(name: str, at: str, words: str) -> None:
    found = parse(f"{at}{name}: bellen @ {words}", CIRCLE, TODAY, "nl")
    assert (dict(CIRCLE)[found.owner_id or ""], found.text, found.due) == (name, "bellen", FRIDAY)
    assert not isinstance(found.due, Asked)
