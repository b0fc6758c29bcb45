"""A table is safe and whole in every reading (field cases 11 and 12)."""

import csv
import io
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from intervisie_tui.domain.printable import readable
from intervisie_tui.export.tables import cell, sheet

SEPARATORS = [",", ";", "\t"]
SIGNS = [
    *"=+-@＝＋－＠",
    *",;\t\"' '",
    "\r\n",
    "\n",
    "x",
    "1",
    "\u00a0",
    "\u3000",
    "\u200b",
    "\u200e",
    "\ufeff",
    "\x00",
]
texts = st.one_of(
    st.lists(st.sampled_from(SIGNS), max_size=12).map("".join),
    st.text(max_size=20),
    st.sampled_from(["x;=1+1;y", "x\t@SUM(A1:A9)", 'a,"=1"', "'=1", '";=1', "-3 graden"]),
)
rows = st.lists(st.lists(texts, min_size=3, max_size=3), min_size=1, max_size=4)


def as_typed(read: str) -> str:
    """The rule by which a text is read back, as the docstring of `cell` gives it."""
    return re.sub("(^|[,;\t])'(?=[\\s\"'\u061c\u200c-\u200f]*[=+\\-@＝＋－＠])", r"\1", read)


def fields(table: str, separator: str) -> list[str]:
    """Every field of a table as a spreadsheet reads it, and as a program does that knows no quotes."""
    quoting = [field for row in csv.reader(io.StringIO(table), delimiter=separator) for field in row]
    plain = [field for line in table.splitlines() for field in line.split(separator)]
    return [*quoting, *plain]


@pytest.mark.parametrize("written", SEPARATORS)
@pytest.mark.parametrize("read", SEPARATORS)
@given(rows)
@example([["x;=1+1;y", "x\t@SUM(A1:A9)", "x,-1"]])
@example([['";=1', ';"=1"', ',"@x']])
def test_no_field_begins_like_a_formula_whichever_sign_separates(
    written: str, read: str, rows: list[list[str]]
) -> None:
    for field in fields(sheet(rows, written), read):
        assert not field.lstrip(' \u00a0\u3000\u200e"').startswith(tuple("=+-@＝＋－＠"))


@pytest.mark.parametrize("separator", SEPARATORS)
@given(rows)
def test_what_was_typed_can_be_read_back(separator: str, rows: list[list[str]]) -> None:
    read = list(csv.reader(io.StringIO(sheet(rows, separator)), delimiter=separator))
    assert [[as_typed(field) for field in row] for row in read] == [
        [readable(text) for text in row] for row in rows
    ]


@given(texts)
def test_a_cell_stays_readable(text: str) -> None:
    assert cell(text).replace("'", "") == readable(text).replace("'", "")
