import subprocess
import sys
from dataclasses import replace

import pytest

from intervisie_tui.export import FORMATS, render
from intervisie_tui.export.record import only_actions, record
from tests.unit.export_sample import START, sample, session

HOSTILE = "<script>alert(1)</script> <img src=http://example.org/x> {{ 7*7 }} {% raw %}"


def test_minutes_say_who_what_and_when_in_english() -> None:
    said = render(sample(), "md", "en")
    assert said.startswith("# Minutes of IB-kring\n")
    assert "- Present: Anna, Bram (facilitator, timekeeper)\n" in said
    assert "- Absent or left early: Chantal\n" in said
    assert "- Anna brought in: How can I begin?\n" in said
    assert "- Anna: call the parents (by Friday 20 November 2026; open)\n" in said
    assert "| Gather facts | 10:00 | 9:42 |\n" in said
    assert (
        "### Gather facts\n\n#### Questions\n\n- What did Bram do? (Bram)\n\n#### Facts\n\n- It rained"
        in said
    )
    assert "| White | White it is |\n" in said
    assert "- The keys (taken up)\n" in said
    assert "rehearsal" not in said


def test_a_date_is_in_dutch_where_the_minutes_are_dutch() -> None:
    assert "vrijdag 20 november 2026" in render(sample("nl"), "md", "nl")
    assert '<html lang="nl">' in render(sample("nl"), "html", "nl")


def test_a_rehearsal_is_marked() -> None:
    made = record(replace(session(), speed=60.0), START)
    for to in ("md", "html"):
        assert "This was a rehearsal" in render(made, to, "en")


def test_minutes_of_actions_only_have_no_empty_headings() -> None:
    said = render(only_actions(sample()), "md", "en")
    assert [line for line in said.splitlines() if line.startswith("#")] == [
        "# Minutes of IB-kring",
        "## Case",
        "## Actions",
        "## Course of the session",
    ]


def test_no_talk_time_stands_in_minutes() -> None:
    made = sample()
    made["speaking"] = [{"member": "Anna", "seconds": 4321, "turns": 987}]
    assert "987" not in render(made, "md", "en") + render(made, "html", "en")


def test_html_asks_nothing_of_any_host_and_shows_hostile_text_as_text() -> None:
    made = record(replace(session(), group_name=HOSTILE), START)
    page = render(made, "html", "en")
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page
    assert "{{ 7*7 }}" in page
    for door in ("src=", "href=", "url(", "@import"):
        assert door not in page.replace("&lt;img src=http://example.org/x&gt;", "")
    assert "default-src &#39;none&#39;" in page or "default-src 'none'" in page


@pytest.mark.parametrize("to", FORMATS)
def test_masked_exports_hold_no_members_name(to: str) -> None:
    said = render(sample(), to, "en", masked=True)
    for name in ("Anna", "Bram", "Chantal"):
        assert name not in said


def test_another_format_is_refused() -> None:
    with pytest.raises(ValueError, match="There is no format docx"):
        render(sample(), "docx", "en")


def test_json_and_csv_load_neither_templates_nor_textual() -> None:
    program = (
        "import sys\n"
        "from tests.unit.export_sample import sample\n"
        "from intervisie_tui.export import render\n"
        "render(sample(), 'json', 'en', masked=True), render(sample(), 'csv', 'en')\n"
        "print({'jinja2', 'icalendar', 'textual', 'rich', 'aiohttp'} & set(sys.modules))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
