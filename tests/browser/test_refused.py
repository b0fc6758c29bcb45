"""A page that comes through while its sockets do not says what is refused and what helps (22)."""

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser

from tests.browser.pages import House, in_own_thread
from tests.browser.proxy import Proxy, listening, proxied
from tests.multiprocess.served import a_session, serving

pytestmark = [pytest.mark.chromium, pytest.mark.alone]
SOON = 20.0
"""Seconds within which a page says that sockets are refused."""


@pytest.fixture(scope="module")
def proxied_house(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[House, Proxy]]:
    """A session that browsers reach through a proxy."""
    data = tmp_path_factory.mktemp("refused") / "data"
    session = in_own_thread(lambda: asyncio.run(a_session(data)))
    with ExitStack() as stack:
        outside, inside = stack.enter_context(listening()), stack.enter_context(listening())
        port = inside.getsockname()[1]
        inside.close()
        public = f"http://127.0.0.1:{outside.getsockname()[1]}"
        words = ("--behind-proxy", "--public-url", public, "--port", str(port))
        served = stack.enter_context(serving(data, session, *words, INTERVISIE_LANG="en"))
        proxy = stack.enter_context(proxied(outside, f"http://127.0.0.1:{port}"))
        yield House(served, browser), proxy


@pytest.mark.parametrize(
    ("sockets", "link", "language", "words"),
    [
        ("400", "watch", "en", ("WebSocket", "refused", "proxy", "Still trying")),
        ("502", "participant", "nl", ("WebSocket", "geweigerd", "proxy")),
        ("abort", "timekeeper", "en", ("WebSocket", "refused")),
        ("silent", "watch", "nl", ("WebSocket", "geweigerd")),
        ("404", "watch", "en", ("WebSocket", "refused")),
    ],
)
def test_a_page_whose_sockets_are_refused_says_so_and_what_helps_and_goes_on_trying(
    proxied_house: tuple[House, Proxy], sockets: str, link: str, language: str, words: tuple[str, ...]
) -> None:
    home, proxy = proxied_house
    proxy.sockets = sockets
    with home.visit(complains=True) as visit:
        screen = visit.by(link, lang=language)
        assert screen.comes_to("blocked", SOON) < SOON
        assert all(word in screen.told for word in words), screen.told
        asked = proxy.asked
        screen.until(lambda: proxy.asked > asked, "another attempt")
        assert screen.state == "blocked"
        proxy.sockets = "pass"
        screen.comes_to("alive")
        assert screen.told == ""


def test_sockets_that_are_refused_after_a_while_are_told_with_the_age_of_the_picture(
    proxied_house: tuple[House, Proxy],
) -> None:
    home, proxy = proxied_house
    proxy.sockets = "pass"
    with home.visit(complains=True) as visit:
        watcher = visit.by("watch")
        watcher.shows("Information round")
        proxy.sockets = "502"
        proxy.cut()
        watcher.comes_to("blocked", SOON)
        watcher.until(lambda: "picture of" in watcher.told, "its age")
