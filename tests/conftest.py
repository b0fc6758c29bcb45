"""What every test starts from: own folders, English, and what this machine lacks said aloud."""

import gc
import os
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from inspect import iscoroutinefunction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from intervisie_tui import locale

PROGRAMS = {
    "tmux": ("tmux",),
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "nginx": ("nginx", "/usr/sbin/nginx"),
}

settings.register_profile(
    "short", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("quick", parent=settings.get_profile("short"), max_examples=12)
settings.register_profile("soak", parent=settings.get_profile("short"), max_examples=2000)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--soak", action="store_true", help="the long form of the tests that have one")
    parser.addoption("--quick", action="store_true", help="fewer examples of laws and tables (make quick)")


def pytest_configure(config: pytest.Config) -> None:
    quick = "quick" if config.getoption("--quick") else "short"
    settings.load_profile("soak" if config.getoption("--soak") else quick)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    left = items
    if not config.getoption("--soak"):
        left = [item for item in left if not item.get_closest_marker("soak")]
    if config.getoption("--quick"):
        left = _first_cut(left)
    kept = set(left)
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = left


def pytest_collection_finish() -> None:
    """Look for unused cycles seldom: what was imported stays, and looking through it is a sixth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)


def _first_cut(items: list[pytest.Item]) -> list[pytest.Item]:
    """Every test; of one that opens an app for each row of a table, the first row and the last."""
    rows: defaultdict[object, list[pytest.Item]] = defaultdict(list)
    for item in items:
        function = item.function if isinstance(item, pytest.Function) else item
        rows[function if iscoroutinefunction(function) else item].append(item)
    kept = {item for same in rows.values() for item in (same[0], same[-1])}
    return [item for item in items if item in kept]


def pytest_runtest_setup(item: pytest.Item) -> None:
    for program, names in PROGRAMS.items():
        if item.get_closest_marker(program) and not any(map(shutil.which, names)):
            if os.environ.get("CI"):
                pytest.fail(f"{program} is missing, and CI is set", pytrace=False)
            # Who develops need not have every program; where it counts, in CI, the line above fails instead.
            pytest.skip(f"{program} is missing on this machine")


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every test has its own data and config folder, and English, whatever the machine's locale."""
    monkeypatch.setenv("INTERVISIE_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("INTERVISIE_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setenv("INTERVISIE_LANG", "en")
    locale.use("en")
    yield
    locale.use("en")


@pytest.fixture
def effort(request: pytest.FixtureRequest) -> Callable[[int, int], int]:
    """`effort(25, 500)`: how often a test tries, on every push and with --soak."""
    return lambda short, long: long if request.config.getoption("--soak") else short
