"""A session for browsers, from the command to the picture."""

from pathlib import Path

import pytest

from tests.multiprocess.served import a_session, joined, page, serving


@pytest.mark.parametrize(
    ("seat", "words"), [("watch", "Information round"), ("timekeeper", "Speaking order")]
)
async def test_a_link_leads_to_a_picture_that_comes_unasked(seat: str, words: str, tmp_path: Path) -> None:
    session = await a_session(tmp_path / "data")
    with serving(tmp_path / "data", session) as served:
        assert set(served.links) == {"watch", "participant", "timekeeper"}
        async with joined(served, seat) as browser:
            async with browser.get(served.base) as answer:
                assert answer.status == 200
                assert served.links[seat].rpartition("/")[2] not in await answer.text()
            async with page(browser, served) as seen:
                await seen.shows(words)
