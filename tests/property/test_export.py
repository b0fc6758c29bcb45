"""What people type comes out of every export as they typed it, and never as markup, a formula or a name."""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from intervisie_tui.domain.printable import readable
from intervisie_tui.export import render
from intervisie_tui.export.escape import markdown
from intervisie_tui.export.shape import shaped
from intervisie_tui.export.tables import separator_for
from tests.property.test_export_tables import as_typed
from tests.unit.export_sample import json_of, sample

PIECES = [
    *(
        "# ",
        "## ",
        " #",
        "- ",
        "+ ",
        "* ",
        "1. ",
        "1) ",
        "> ",
        "    ",
        "---",
        "===",
        ":---",
        "|",
        "\\|",
        "\\",
        "\\\\",
    ),
    *(
        "*a*",
        "__a__",
        "`",
        "```",
        "~~~",
        "~~a~~",
        "[a](b)",
        "![a](b)",
        "[^1]",
        "[a]: b",
        "<b>",
        "</li>",
        "<!--",
        "&amp;",
    ),
    *(
        "&#35;",
        "&lt;",
        "&",
        "http://example.org",
        "https://a.b/c",
        "www.example.org",
        "//example.org",
        "a@b.org",
    ),
    *(
        "mailto:a@b.org",
        "example.org",
        "$x$",
        ":::",
        "[/b]",
        "[@click=app.quit]x[/]",
        "{{ 7*7 }}",
        "{% raw %}",
    ),
    *(
        "\u202e",
        "\u200d",
        "\u200f",
        "\u2028",
        "\u00a0",
        "\u0301",
        "<script>",
        '"',
        "'",
        "\x1b[31m",
        "\r\n",
        "\n# x",
    ),
    *(
        "=1+1",
        "@SUM",
        "-1",
        "אבג",
        "👩‍👧",
        "Anna",
        "BRAM",
        "ftp://a.b",
        "ssh:a",
        "xn--a.b",
        "a.b",
        "192.168.0.1",
    ),
]
hostile = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=6).map("".join))
typed = hostile.map(readable).filter(bool)

GITHUB = MarkdownIt("gfm-like")
OURS = {"heading", "bullet_list", "list_item", "paragraph", "table", "thead", "tbody", "tr", "th", "td"}


def rendered(source: str) -> str:
    """The text of one inline, checked to be nothing but text."""
    tokens = GITHUB.parse(source)
    inline = [token for token in tokens if token.type == "inline"]
    assert len(inline) == 1
    return inner(inline[0])


def inner(token: Token) -> str:
    children = token.children or []
    assert {child.type for child in children} <= {"text", "text_special"}
    return "".join(child.content for child in children)


@pytest.mark.parametrize("context", ["{}", "- {}", "# {}", "- Anna: {}", "> {}", "- {} (Bram)"])
@given(text=typed)
@example(text="1. a")
@example(text="http://example.org/a_b")
def test_text_in_markdown_renders_as_it_was_typed(context: str, text: str) -> None:
    frame = re.sub(r"^(- |# |> )", "", context)
    assert rendered(context.format(markdown(text))) == frame.format(text)


@given(text=typed)
def test_text_in_a_table_stays_in_its_cell(text: str) -> None:
    tokens = GITHUB.parse(f"| a | b |\n|---|---|\n| {markdown(text)} | 1 |\n")
    cells = [inner(token) for token in tokens if token.type == "inline"]
    assert cells == ["a", "b", text, "1"]


def filled(texts: Iterator[str]) -> dict[str, object]:
    made = sample()
    shape = shaped(made)
    shape["group"] = next(texts)
    shape["case"]["question"] = shape["cases"][0]["question"] = next(texts)
    shape["members"][0]["name"] = next(texts)
    shape["ground_rules"][0] = next(texts)
    shape["phases"][1]["name"] = next(texts)
    for note in shape["notes"]:
        note["text"] = next(texts)
    for parked in shape["parking"]:
        parked["text"] = next(texts)
    for action in shape["actions"]:
        action["text"] = next(texts)
    return made


@given(st.lists(typed, min_size=12, max_size=12))
def test_minutes_are_headings_lists_and_a_table_whatever_was_typed(texts: list[str]) -> None:
    usual = [token.type for token in GITHUB.parse(render(sample(), "md", "en"))]
    tokens = GITHUB.parse(render(filled(iter(texts)), "md", "en"))
    assert [token.type for token in tokens] == usual
    assert {kind.rsplit("_", 1)[0] for kind in usual} - {"inline"} <= OURS
    shown = [inner(token) for token in tokens if token.type == "inline"]
    for text in texts:
        assert any(text in line for line in shown)


@given(st.lists(typed, min_size=12, max_size=12), st.sampled_from(["nl", "en"]))
def test_html_has_the_same_elements_whatever_was_typed(texts: list[str], language: str) -> None:
    usual = re.findall(r"<[^>]*>", render(sample(), "html", language))
    assert re.findall(r"<[^>]*>", render(filled(iter(texts)), "html", language)) == usual


@given(st.lists(hostile, min_size=12, max_size=12))
def test_every_export_holds_for_text_that_was_never_cleaned(texts: list[str]) -> None:
    made = filled(iter(texts))
    for to in ("md", "html", "json", "csv", "ics"):
        render(made, to, "en").encode()
    assert json.loads(render(made, "json", "en")) == json_of(made)


@given(st.lists(typed, min_size=12, max_size=12), st.sampled_from(["nl", "en"]))
def test_csv_gives_back_what_was_typed_and_no_formula(texts: list[str], language: str) -> None:
    made = filled(iter(texts))
    rows = list(csv.reader(io.StringIO(render(made, "csv", language)), delimiter=separator_for(language)))
    assert {len(row) for row in rows} == {7}
    for row in rows[1:]:
        for field in row:
            assert not field.startswith(("=", "+", "-", "@"))
    assert [as_typed(row[2]) for row in rows[1:]] == texts[5:]


@given(hostile)
def test_a_readable_text_is_one_line_without_signs_that_steer_or_hide(text: str) -> None:
    shown = readable(text)
    assert not any(unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} for sign in shown)
    assert not set(shown) & set("\u200b\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u2060")
    assert readable(shown) == shown
