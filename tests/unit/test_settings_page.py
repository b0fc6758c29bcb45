"""docs/settings.md names every setting, with the value that it has by itself, and its example is taken."""

import re
from dataclasses import fields
from pathlib import Path

from intervisie_tui.settings import Settings, read_settings

PAGE = (Path(__file__).parents[2] / "docs" / "settings.md").read_text(encoding="utf-8")


def test_every_setting_stands_on_the_page_and_no_other() -> None:
    named = re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)
    assert named == [field.name for field in fields(Settings)]


def test_the_example_is_taken_as_it_stands(tmp_path: Path) -> None:
    [example] = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    (tmp_path / "config.toml").write_text(example, encoding="utf-8")
    read = read_settings(tmp_path)
    assert read.problems == ()
    assert not read.settings.process_help
