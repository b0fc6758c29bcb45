"""Pages in a real browser: what stands in their terminal, what they say around it, and whom they asked for anything."""

import asyncio
import shutil
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from intervisie_tui.demo import NAMES
from intervisie_tui.domain import commands as c
from intervisie_tui.domain.session import Keep, Session
from tests.conftest import PROGRAMS
from tests.multiprocess.served import Served, serving
from tests.terminal.tmux import PATIENCE, wait

T = TypeVar("T")
CHROMIUM = next(filter(None, map(shutil.which, PROGRAMS["chromium"])), "chromium")
LAPTOP, BEAMER, PHONE, LYING = (1366, 768), (1920, 1080), (390, 844), (844, 390)
# textual.js keeps its terminal to itself; the tests meet it as the page does.
_MEET = """
Object.defineProperty(Object.prototype, "fitAddon", {
  configurable: true,
  set(value) {
    delete Object.prototype.fitAddon;
    this.fitAddon = value;
    window.met = this;
  },
});
"""
_SCREEN = """() => {
  const { buffer, rows } = window.met?.terminal ?? { rows: 0 };
  const row = (at) => buffer.active.getLine(at)?.translateToString(true) ?? "";
  const text = Array.from({ length: rows }, (_, at) => row(at)).join("\\n");
  return [document.documentElement.dataset.state, text];
}"""


class Screen:
    """One page of one browser."""

    def __init__(self, page: Page, *, phone: bool = False) -> None:
        self.page = page
        self._phone = phone

    def look(self) -> tuple[str, str]:
        """What the page says of its picture (alive, lost, silent, ended ...), and what stands in its terminal."""
        state, text = self.page.evaluate(_SCREEN)
        return state, text

    @property
    def text(self) -> str:
        """What stands in its terminal."""
        return self.look()[1]

    @property
    def state(self) -> str:
        """What the page says of its picture."""
        return self.look()[0]

    @property
    def told(self) -> str:
        """What the page tells in place of its picture."""
        return self.page.inner_text("#state").strip()

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows."""
        columns, rows = self.page.evaluate("[met.terminal.cols, met.terminal.rows]")
        return columns, rows

    def shows(self, *texts: str, seconds: float = PATIENCE) -> str:
        """Wait until all of these stand in a picture that is alive; the picture."""

        def there() -> bool:
            state, text = self.look()
            return state == "alive" and all(one in text for one in texts)

        self.until(there, str(texts), seconds)
        return self.text

    def hides(self, *texts: str, seconds: float = PATIENCE) -> None:
        """Wait until none of these stands in a picture that is alive."""

        def gone() -> bool:
            state, text = self.look()
            return state == "alive" and not any(one in text for one in texts)

        self.until(gone, f"not {texts}", seconds)

    def comes_to(self, state: str, seconds: float = PATIENCE) -> float:
        """Wait until the page says that of its picture; how many seconds that took."""
        began = time.monotonic()
        self.until(lambda: self.state == state, state, seconds)
        return time.monotonic() - began

    def until(self, holds: Callable[[], bool], told: str, seconds: float = PATIENCE) -> None:
        """Wait until this holds."""
        wait(holds, lambda: f"never {told}: {self.told}\n{self.look()}", seconds)

    def press(self, *keys: str) -> None:
        """Press keys by the browser's names for them, once somebody hears them."""
        for key in keys:
            self.comes_to("alive")
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        """Type this as it is, once somebody hears it."""
        self.comes_to("alive")
        self.page.keyboard.type(text)

    def type_blindly(self, text: str) -> None:
        """Type this whatever the page says of its picture."""
        self.page.keyboard.type(text)

    def take_part_as(self, name: str) -> None:
        """Choose a name that is free, and come to the line."""
        self.shows("Choose your name", name)
        self._choose(*["Down"] * NAMES.index(name))
        self.until(lambda: any("▸" in row and name in row for row in self.text.splitlines()), name)
        self._choose("Enter")
        self.hides("Choose your name")

    def _choose(self, *keys: str) -> None:
        for key in keys:
            if self._phone:
                self.comes_to("alive")
                self.page.tap(f"[data-key={key}]")
            else:
                self.press(key.replace("Down", "ArrowDown"))

    def reloaded(self) -> None:
        """Load the page again."""
        self.page.reload()


@dataclass
class Visit:
    """One browser: its cookies are its own; what it complained of and whom it asked."""

    context: BrowserContext
    served: Served
    phone: bool = False
    complaints: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.context.add_init_script(_MEET)
        self.context.on("console", self._heard)
        self.context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        self.context.on("request", lambda request: self.asked.append(request.url))

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    def by(self, link: str, **query: str) -> Screen:
        """A new page that came by the link to a seat."""
        page = self.context.new_page()
        page.on("websocket", lambda socket: self.asked.append(socket.url))
        page.goto(self.served.links[link])
        if query:
            self.again(page, **query)
        return Screen(page, phone=self.phone)

    def again(self, page: Page, **query: str) -> None:
        """The page with another question."""
        page.goto(f"{self.served.base}/?" + "&".join(f"{name}={value}" for name, value in query.items()))

    @property
    def sockets(self) -> list[str]:
        """Every websocket that it opened."""
        return [url for url in self.asked if url.startswith("ws")]

    @property
    def hosts(self) -> set[str]:
        """Whom it asked for anything."""
        return {urlsplit(url).netloc for url in self.asked}


@dataclass(frozen=True)
class House:
    """A served session, and as many browsers as are wanted."""

    served: Served
    browser: Browser

    @contextmanager
    def visit(
        self, size: tuple[int, int] = LAPTOP, *, phone: bool = False, complains: bool = False
    ) -> Iterator[Visit]:
        """A browser; at the end it must have had nothing to complain of, unless that is expected."""
        context = self.browser.new_context(
            viewport={"width": size[0], "height": size[1]}, has_touch=phone, is_mobile=phone
        )
        made = Visit(context, self.served, phone)
        try:
            yield made
            assert complains or not made.complaints, made.complaints
            assert made.hosts <= {urlsplit(self.served.base).netloc}, made.hosts
        finally:
            context.close()

    @property
    def session(self) -> Session:
        """The session as it is now."""
        session = self.served.rooms().folded(self.served.session)
        assert session is not None
        return session

    def keeps(self, text: str) -> bool:
        """Whether some file of the store holds this text."""
        return any(
            text.encode() in file.read_bytes() for file in self.served.data.rglob("*") if file.is_file()
        )

    def close(self) -> None:
        """Close the session: nothing of it is kept but actions and times."""

        async def done() -> None:
            rooms = self.served.rooms()
            live = await rooms.open(self.served.session)
            assert await live.do(c.Finish()) is None
            assert await rooms.close(live, Keep.ACTIONS) is None

        in_own_thread(lambda: asyncio.run(done()))

    def do(self, *commands: c.Command) -> None:
        """What another screen of the timekeeper does."""

        async def done() -> None:
            live = await self.served.rooms().open(self.served.session)
            for command in commands:
                assert await live.do(command) is None
            await live.stop()

        in_own_thread(lambda: asyncio.run(done()))


def in_own_thread(call: Callable[[], T]) -> T:
    """What this comes to in a thread without a browser's loop."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(call).result()


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser that finds no host but this one."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
        )
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def house(data: Path, session: str, browser: Browser, port: int = 0) -> Iterator[House]:
    """This session, served."""
    with serving(data, session, "--port", str(port), INTERVISIE_LANG="en") as served:
        yield House(served, browser)
