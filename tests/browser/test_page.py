"""The page around the terminal: its size, its words, its keys, and what it leaves alone."""

from functools import partial

import pytest
from playwright.sync_api import WebSocket

from tests.browser.pages import BEAMER, LAPTOP, LYING, PHONE, House, Screen

pytestmark = pytest.mark.chromium
_BOX = """() => {
  const box = document.querySelector(".xterm-screen").getBoundingClientRect();
  return [box.left, box.top, box.right, box.bottom];
}"""


def test_the_grid_of_those_who_watch_stays_and_fills_every_window_from_its_middle(home: House) -> None:
    with home.visit() as visit:
        watcher = visit.by("watch")
        watcher.shows("Information round")
        for size in (LAPTOP, BEAMER, LYING, PHONE, (777, 555)):
            watcher.page.set_viewport_size({"width": size[0], "height": size[1]})
            watcher.until(partial(_full, watcher, size), f"as large as {size}")
            assert watcher.size == (120, 34)


def _full(watcher: Screen, size: tuple[int, int]) -> bool:
    return _fills(watcher.page.evaluate(_BOX), size)


def _fills(box: list[float], size: tuple[int, int]) -> bool:
    left, top, right, bottom = box
    across, down = left + right - size[0], top + bottom - size[1]
    room = min(left, top)
    return abs(across) < 2 and abs(down) < 2 and -1 < room < 2


@pytest.mark.parametrize(
    ("size", "phone", "least", "most"),
    [
        (LAPTOP, False, (115, 30), (160, 38)),
        (BEAMER, False, (150, 38), (220, 55)),
        (PHONE, True, (40, 30), (60, 60)),
        (LYING, True, (80, 14), (120, 30)),
    ],
)
def test_a_seat_of_ones_own_has_letters_that_suit_the_window(
    home: House, size: tuple[int, int], phone: bool, least: tuple[int, int], most: tuple[int, int]
) -> None:
    with home.visit(size, phone=phone) as visit:
        guest = visit.by("participant")
        guest.shows("Choose your name")
        columns, rows = guest.size
        assert least[0] <= columns <= most[0]
        assert least[1] <= rows <= most[1]
        left, top, right, _bottom = guest.page.evaluate(_BOX)
        assert (left, top) == (0, 0)
        assert right <= size[0]
        assert size[0] - right < size[0] / columns + 1


def test_larger_letters_are_kept_for_the_next_time(home: House) -> None:
    with home.visit() as visit:
        guest = visit.by("participant")
        guest.shows("Choose your name")
        before = guest.size
        guest.page.mouse.move(200, 200)
        guest.page.click("#tools summary")
        guest.page.click("[data-tool=larger]")
        guest.until(lambda: guest.size < before, "larger")
        larger = guest.size
        guest.reloaded()
        guest.shows("Choose your name")
        assert guest.size == larger


def test_a_turned_window_is_drawn_anew(home: House) -> None:
    with home.visit(PHONE, phone=True) as visit:
        keeper = visit.by("timekeeper")
        keeper.shows("Information round")
        keeper.page.set_viewport_size({"width": LYING[0], "height": LYING[1]})
        keeper.until(lambda: keeper.size[0] > 80, "wide")
        keeper.shows("Information round")


def test_the_page_speaks_the_language_and_has_the_theme_that_its_address_asks_for(home: House) -> None:
    with home.visit() as visit:
        watcher = visit.by("watch", lang="nl", theme="light")
        watcher.shows("Informatieronde")
        root = watcher.page.locator("html")
        assert (root.get_attribute("lang"), root.get_attribute("data-theme")) == ("nl", "light")
        assert watcher.page.title() == "Intervisie: Meekijken"
        assert "JavaScript" in watcher.page.locator("noscript").inner_text()
        assert watcher.page.get_attribute("#said", "aria-live") == "polite"
        watcher.until(
            lambda: _ground(watcher.page.evaluate(_GROUND)) == (251, 246, 239), "as light as the stage"
        )


_GROUND = "getComputedStyle(document.body).backgroundColor"


def _ground(colour: str) -> tuple[int, ...]:
    return tuple(int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(","))


def test_those_who_watch_have_the_keys_of_the_page_and_send_nothing(home: House) -> None:
    with home.visit() as visit:
        sent: list[str | bytes] = []

        def note(frame: str | bytes) -> None:
            sent.append(frame)

        def listen(socket: WebSocket) -> None:
            socket.on("framesent", note)

        visit.context.on("page", lambda page: page.on("websocket", listen))
        watcher = visit.by("watch")
        watcher.shows("Information round")
        sound = watcher.page.locator("[data-tool=sound]")
        assert sound.get_attribute("aria-pressed") == "false"
        watcher.press("m")
        assert sound.get_attribute("aria-pressed") == "true"
        watcher.press("f")
        watcher.until(lambda: bool(watcher.page.evaluate("!!document.fullscreenElement")), "full")
        watcher.press("n", "Space", "v", "f", "m")
        watcher.page.mouse.click(300, 300)
        assert sound.get_attribute("aria-pressed") == "false"
        assert sent == []


def test_the_bell_sounds_once_those_who_watch_want_it(home: House) -> None:
    with home.visit() as visit:
        visit.context.add_init_script(_COUNT_TONES)
        watcher = visit.by("watch")
        watcher.shows("Information round")
        watcher.page.evaluate("met.terminal.write('\\x07')")
        watcher.press("m")
        watcher.until(lambda: watcher.page.evaluate("tones") == 2, "the tones that answer to the key")
        watcher.page.evaluate("met.terminal.write('\\x07')")
        watcher.until(lambda: watcher.page.evaluate("tones") == 4, "the tones of the bell")


_COUNT_TONES = """
window.tones = 0;
const start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (...moment) {
  window.tones += 1;
  return start.apply(this, moment);
};
"""


def test_an_address_in_a_text_is_no_link(home: House) -> None:
    with home.visit() as visit:
        guest = visit.by("participant")
        guest.take_part_as("Esra")
        guest.type("see https://example.org/page")
        guest.shows("https://example.org/page")
        row = next(at for at, line in enumerate(guest.text.splitlines()) if "https://" in line)
        column = guest.text.splitlines()[row].index("https://") + 3
        high = guest.page.evaluate("document.querySelector('.xterm-screen').offsetHeight") / guest.size[1]
        wide = guest.page.evaluate("document.querySelector('.xterm-screen').offsetWidth") / guest.size[0]
        guest.page.mouse.move(column * wide, row * high + high / 2)
        guest.page.mouse.click(column * wide, row * high + high / 2)
        assert guest.page.locator(".xterm-cursor-pointer").count() == 0
        assert len(visit.context.pages) == 1


def test_the_screen_is_kept_awake(home: House) -> None:
    with home.visit() as visit:
        visit.context.add_init_script(_COUNT_LOCKS)
        watcher = visit.by("watch")
        watcher.shows("Information round")
        assert watcher.page.evaluate("locks") == ["screen"]


_COUNT_LOCKS = """
window.locks = [];
if (window.WakeLock) WakeLock.prototype.request = async function (what) {
  window.locks.push(what);
};
"""
