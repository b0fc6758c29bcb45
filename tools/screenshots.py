"""Pictures of the demo: `python -m tools.screenshots` into docs/pictures, `--all FOLDER` every screen to look at."""

import argparse
import asyncio
import html
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from textual.widgets import Input

from intervisie_tui import locale
from intervisie_tui.app import IntervisieApp
from intervisie_tui.widgets.theme import DARK, LIGHT
from tools.scenes import settled
from tools.stage_scenes import EVERY

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
ZONE = "Europe/Amsterdam"
SIZES = ((80, 24), (120, 34), (200, 50))
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--no-first-run", "--hide-scrollbars", "--force-device-scale-factor=1",
)  # fmt: skip
_FONT = "'DejaVu Sans Mono', 'Liberation Mono', monospace"
_CELL, _LINE = 12.2, 24.4
_BLOCKS = re.compile(
    r'<text class="(?P<kind>[^"]*)" x="(?P<left>[\d.]+)"[^>]*line-(?P<line>\d+)\)">'
    r"(?P<words>(?:█|&#160;)*█(?:█|&#160;)*)</text>"
)


@dataclass(frozen=True, slots=True)
class Picture:
    """One screen of the demo at one size, in one theme and one language."""

    screen: str
    size: tuple[int, int] = (120, 34)
    theme: str = DARK
    language: str = "en"

    @property
    def name(self) -> str:
        """The file's name among all pictures."""
        return (
            f"{self.screen}-{self.size[0]}x{self.size[1]}-{self.theme.rpartition('-')[2]}-{self.language}.png"
        )


KEPT = {
    "room-dark.png": Picture("room"),
    "room-light-nl.png": Picture("room", theme=LIGHT, language="nl"),
    "lobby.png": Picture("lobby"),
    "set-up.png": Picture("set-up"),
    "closing.png": Picture("closing"),
}


async def svg_of(picture: Picture) -> str:
    """The screen as an SVG that asks no other host for anything."""
    scene = EVERY[picture.screen]
    with (
        tempfile.TemporaryDirectory() as folder,
        _language(picture.language),
        _variable("INTERVISIE_CONFIG_DIR", f"{folder}/config"),
        _zone(),
    ):
        rooms, live = await scene.stage(Path(folder) / "data")
        app = IntervisieApp(rooms, live, picture.theme)
        async with app.run_test(size=picture.size) as pilot:
            await settled(pilot)
            await scene.steps(pilot)
            for field in app.screen.query(Input):
                # A cursor that blinks is there in one picture and not in the next.
                field.cursor_blink = False
            await settled(pilot)
            return plain_svg(app.export_screenshot())


def plain_svg(svg: str) -> str:
    """The SVG without fonts from elsewhere, its blocks as rectangles."""
    svg = _BLOCKS.sub(_rectangles, svg)
    svg = re.sub(r"@font-face\s*\{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family:\s*Fira Code[^;\"]*", f"font-family: {_FONT}", svg)
    return re.sub(r"font-family:\s*(arial|Fira Code)[^;\"]*", f"font-family: {_FONT}", svg)


def _rectangles(found: re.Match[str]) -> str:
    # The glyph is lower than a line, and big digits would show the seams.
    kind, left, line, words = (
        found["kind"],
        float(found["left"]),
        int(found["line"]),
        html.unescape(found["words"]),
    )
    return "".join(
        f'<rect class="{kind}" shape-rendering="crispEdges" x="{left + run.start() * _CELL:.1f}" '
        f'y="{line * _LINE + 1.5:.1f}" width="{len(run[0]) * _CELL:.1f}" height="{_LINE + 0.3:.1f}"/>'
        for run in re.finditer("█+", words)
    )


def size_of(svg: str) -> tuple[int, int]:
    """Width and height of the drawing in whole pixels; ValueError where it does not tell."""
    found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    if found is None:
        raise ValueError("the SVG has no viewBox")
    return round(float(found[1])), round(float(found[2]))


def draw(svg: str, target: Path, browser: str) -> None:
    """Let the browser make a PNG of it; CalledProcessError when it cannot."""
    width, height = size_of(svg)
    page = f"<!doctype html><style>*{{margin:0}}svg{{display:block;width:{width}px;height:{height}px}}</style>{svg}"
    with tempfile.TemporaryDirectory() as folder:
        source, made = Path(folder) / "page.html", Path(folder) / "page.png"
        source.write_text(page, encoding="utf-8")
        own = f"--user-data-dir={folder}/profile"
        where = (f"--screenshot={made}", f"--window-size={width},{height}", source.as_uri())
        subprocess.run([browser, *FLAGS, own, *where], check=True, capture_output=True, timeout=120)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(made, target)


@contextmanager
def _language(language: str) -> Iterator[None]:
    before = locale.language()
    locale.use(language)
    try:
        yield
    finally:
        locale.use(before)


@contextmanager
def _variable(name: str, value: str) -> Iterator[None]:
    before = os.environ.get(name)
    os.environ[name] = value
    try:
        yield
    finally:
        os.environ.pop(name)
        if before is not None:
            os.environ[name] = before


@contextmanager
def _zone() -> Iterator[None]:
    """The zone of the pictures, wherever they are made."""
    try:
        with _variable("TZ", ZONE):
            time.tzset()
            yield
    finally:
        time.tzset()


def _every() -> dict[str, Picture]:
    made = (Picture(*each) for each in product(EVERY, SIZES, (DARK, LIGHT), locale.LANGUAGES))
    return {picture.name: picture for picture in made}


def main() -> int:
    """Draw the pictures; 1 when there is no browser or one could not be drawn."""
    parser = argparse.ArgumentParser(prog="python -m tools.screenshots", description=__doc__)
    parser.add_argument("--all", type=Path, metavar="FOLDER", help="every screen, size, theme and language")
    parser.add_argument("--only", default="", metavar="WORD", help="those with this in their names")
    asked = parser.parse_args()
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        print("Chromium is needed to draw the pictures, and it is not here.", file=sys.stderr)
        return 1
    wanted = _every() if asked.all else KEPT
    failed = 0
    for name, picture in wanted.items():
        if asked.only not in name:
            continue
        try:
            draw(asyncio.run(svg_of(picture)), (asked.all or PICTURES) / name, browser)
        except Exception as error:  # noqa: BLE001 - the others are wanted all the same
            failed += 1
            print(f"{name}: {type(error).__name__}: {str(error)[:300]}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
