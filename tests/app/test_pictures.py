"""The pictures: the same each time, whatever the clock and the zone of the machine."""

import time

import pytest

from tools.scenes import SCENES
from tools.screenshots import KEPT, Picture, svg_of


@pytest.mark.long
@pytest.mark.parametrize("screen", ["room", "lobby", "note"])
async def test_a_picture_is_the_same_in_every_zone(screen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made = set()
    for zone in ("UTC", "Pacific/Auckland"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        made.add(await svg_of(Picture(screen)))
    monkeypatch.delenv("TZ")
    time.tzset()
    assert len(made) == 1


def test_every_kept_picture_is_of_a_scene() -> None:
    assert {picture.screen for picture in KEPT.values()} <= SCENES.keys()
