"""A line becomes an action, and nothing that was typed gets lost."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.action_line import ActionLine, parse

TODAY = date(2026, 11, 21)
FRIDAY = date(2026, 11, 27)
CIRCLE = (("m1", "Anna"), ("m2", "Bram"), ("m3", "Chantal"), ("m4", "Zoë Ørsted"), ("m5", "Annemiek"))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Anna: call the parents @ next friday", ("m1", "Anna", "call the parents", FRIDAY, "next friday")),
        (
            "Anna: ouders bellen @ volgende week vrijdag",
            ("m1", "Anna", "ouders bellen", FRIDAY, "volgende week vrijdag"),
        ),
        ("BRAM : x", ("m2", "BRAM", "x", None, "")),
        ("ch: x", ("m3", "ch", "x", None, "")),
        ("zoe orsted: x", ("m4", "zoe orsted", "x", None, "")),
        ("Ann: x", (None, "Ann", "x", None, "")),
        ("Let op: bellen", (None, "", "Let op: bellen", None, "")),
        (": bellen", (None, "", ": bellen", None, "")),
        ("mail a@b.nl", (None, "", "mail a@b.nl", None, "")),
        ("mail a@b.nl @ vrijdag", (None, "", "mail a@b.nl", FRIDAY, "vrijdag")),
        ("x @ school @ vrijdag", (None, "", "x @ school", FRIDAY, "vrijdag")),
        ("x @ vrijdag @ school", (None, "", "x @ school", FRIDAY, "vrijdag")),
        ("x @ ooit", (None, "", "x @ ooit", None, "ooit")),
        ("x @vr", (None, "", "x", FRIDAY, "vr")),
        ("@ vr", (None, "", "", FRIDAY, "vr")),
        ("  Anna:  a  [b]  ", ("m1", "Anna", "a  [b]", None, "")),
        ("", (None, "", "", None, "")),
    ],
)
def test_a_line_is_read_as_it_is_meant(
    line: str, expected: tuple[str | None, str, str, date | None, str]
) -> None:
    assert parse(line, CIRCLE, TODAY, "nl") == ActionLine(*expected)


def test_two_members_with_one_name_are_asked_for() -> None:
    found = parse("Anna: x", (("m1", "Anna"), ("m2", "anna")), TODAY, "en")
    assert (found.owner_id, found.owner_text, found.text) == (None, "Anna", "x")


@given(st.text() | st.text("Anna: @vrijdag/12\x1b[]", max_size=80))
def test_no_line_raises_and_a_line_without_owner_or_date_stays_whole(line: str) -> None:
    found = parse(line, CIRCLE, TODAY, "nl")
    if not found.owner_text and found.due is None:
        assert found.text == line.strip()
