"""What has been read of style sheets is not read again, and never for another theme."""

from textual.css.stylesheet import Stylesheet

from intervisie_tui.screens.style_sheet import ReadOnce

CSS = "Label { color: $ours; }"


def _colour(sheet: Stylesheet) -> object:
    return sheet.rules[0].styles.get_rules().get("color")


def test_a_sheet_that_is_added_has_no_other_read_again() -> None:
    sheet, other = ReadOnce(variables={"ours": "red"}), ReadOnce(variables={"ours": "red"})
    sheet.add_source(CSS, ("one", ""))
    first = sheet.rules[0]
    sheet.add_source("Button { color: blue; }", ("two", ""))
    sheet.reparse()
    other.add_source(CSS, ("one", ""))
    assert (sheet.rules[0] is first, len(sheet.rules), other.rules[0] is first) == (True, 2, True)


def test_another_theme_has_its_own_colours_and_leaves_those_of_others() -> None:
    sheet, other = ReadOnce(variables={"ours": "red"}), ReadOnce(variables={"ours": "red"})
    sheet.add_source(CSS, ("one", ""))
    red = _colour(sheet)
    sheet.set_variables({"ours": "green"})
    sheet.reparse()
    assert _colour(sheet) != red
    other.add_source(CSS, ("one", ""))
    assert _colour(other) == red
