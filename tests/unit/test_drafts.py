"""A half-typed line is kept up to the longest that a line may be; an older one is not lost (issue 12, row 6)."""

import json
from pathlib import Path

import pytest

from intervisie_tui.domain.limits import LINE
from intervisie_tui.store.store import Store
from tests.unit.test_live import World, store_at


def kept(store: Store) -> list[Path]:
    return sorted(store.live_folder.glob("s1.draft-*"))


@pytest.mark.parametrize("signs", [1, 10_001, LINE.figure, LINE.figure + 1, 11_000_000])
@pytest.mark.parametrize("guest", [False, True])
def test_a_draft_is_never_larger_than_a_line(tmp_path: Path, signs: int, guest: bool) -> None:
    store = store_at(tmp_path, World())
    store.create("s1", speed=1.0)
    drafts = store.drafts("s1", "one", guest=guest)
    drafts.save("note", "é" * signs)
    (path,) = kept(store)
    assert path.stat().st_size <= 6 * LINE.figure + 100
    own = drafts.own()
    assert own is not None
    assert own.text == "é" * min(signs, LINE.figure)


@pytest.mark.parametrize("signs", [LINE.figure + 1, 3_000_000])
@pytest.mark.parametrize("guest", [False, True])
def test_an_older_and_longer_draft_is_read_cut_and_all_of_it_stays_until_the_session_ends(
    tmp_path: Path, signs: int, guest: bool
) -> None:
    store = store_at(tmp_path, World())
    store.create("s1", speed=1.0)
    name = "guest-one" if guest else "one"
    text = "".join(map(str, range(signs)))[:signs]
    old = json.dumps(["note", text]).encode()
    (store.live_folder / f"s1.draft-{name}").write_bytes(old)
    reader = store.drafts("s1", "one" if guest else "two", guest=guest)
    for _again in range(2):
        assert reader.take("note") == text[: LINE.figure]
    assert old in [path.read_bytes() for path in kept(store)]
    assert [draft.text for draft in reader.left_behind()] == []
    store.wipe_session("s1")
    assert kept(store) == []
