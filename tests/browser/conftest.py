"""One browser and one served session for each module; what a test breaks it has for itself."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from intervisie_tui import locale
from tests.browser.pages import House, chromium, house, in_own_thread
from tests.multiprocess.served import a_session


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real Chromium."""
    with chromium() as made:
        yield made


@pytest.fixture(scope="module")
def home(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A session in the middle of a method, served to all tests of a module."""
    data = tmp_path_factory.mktemp("home") / "data"
    locale.use("en")
    with house(data, in_own_thread(lambda: asyncio.run(a_session(data))), browser) as made:
        yield made


@pytest.fixture
def own(browser: Browser, tmp_path: Path) -> Iterator[House]:
    """A session and a server that this test may break."""
    data = tmp_path / "data"
    with house(data, in_own_thread(lambda: asyncio.run(a_session(data))), browser) as made:
        yield made
