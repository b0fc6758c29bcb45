"""Half-typed lines of screens that live, die and come back."""

from pathlib import Path

from intervisie_tui.domain.moments import Moment
from intervisie_tui.store.drafts import Draft
from intervisie_tui.store.store import Store
from tests.multiprocess.children import child, lines

TYPING = """
import sys
from pathlib import Path
from intervisie_tui.domain.moments import Moment
from intervisie_tui.store.store import Store

drafts = Store.open(Path(sys.argv[1]), now=lambda: Moment(1.0)).drafts("one", sys.argv[2])
drafts.save("note", "half a li")
drafts.save("note", "half a line \\ud800\\n")
print("saved", flush=True)
sys.stdin.read()
"""


def opened(root: Path) -> Store:
    return Store.open(root, now=lambda: Moment(1.0))


def test_the_line_of_a_killed_screen_is_left_behind_and_that_of_a_living_one_is_not(tmp_path: Path) -> None:
    store = opened(tmp_path / "data")
    mine = store.drafts("one", "mine")
    with child(TYPING, store.root, "other") as other:
        assert lines(other, 1) == ["saved\n"]
        assert mine.left_behind() == ()
    left = Draft("other", "note", "half a line \ud800\n")
    assert mine.left_behind() == (left,)
    mine.forget(left)
    assert mine.left_behind() == ()
    assert list(store.live_folder.iterdir()) == []


def test_a_line_that_was_sent_or_is_empty_leaves_nothing(tmp_path: Path) -> None:
    store = opened(tmp_path / "data")
    drafts = store.drafts("one", "mine")
    drafts.save("note", "half")
    drafts.clear()
    drafts.save("note", "")
    assert not list(store.live_folder.glob("*.draft-*"))
    drafts.save("note", "half")
    drafts.close()
    assert list(store.live_folder.iterdir()) == []


def test_the_line_of_a_guest_comes_back_to_that_guest_and_to_nobody_else(tmp_path: Path) -> None:
    store = opened(tmp_path / "data")
    guest = store.drafts("one", "phone", guest=True)
    guest.save("note", "half a li")
    guest.close(keep=True)
    for other in (store.drafts("one", "desk"), store.drafts("one", "tablet", guest=True)):
        assert other.left_behind() == ()
        assert other.take("note") == ""
        assert other.own() is None
    again = store.drafts("one", "phone", guest=True)
    assert again.take("park") == ""
    assert again.take("note") == "half a li"
    assert again.own() == Draft("guest-phone", "note", "half a li")
    again.clear()
    assert again.own() is None
    again.save("note", "half")
    again.close()
    assert list(store.live_folder.iterdir()) == []


def test_two_screens_of_one_guest_write_the_same_line(tmp_path: Path) -> None:
    store = opened(tmp_path / "data")
    before, after = (store.drafts("one", "phone", guest=True) for _screen in range(2))
    before.save("note", "ha")
    after.save("note", "half")
    before.close(keep=True)
    assert after.take("note") == "half"


def test_a_draft_that_cannot_be_read_is_no_draft(tmp_path: Path) -> None:
    store = opened(tmp_path / "data")
    (store.live_folder / "one.draft-dead").write_bytes(b'["note"')
    (store.live_folder / "two.draft-dead").write_bytes(b'["note", "of another session"]')
    assert store.drafts("one", "mine").left_behind() == ()
