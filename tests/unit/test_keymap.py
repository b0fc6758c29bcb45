from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.keymap import check_keys

KNOWN = {"next": "n,pagedown", "back": "N,pageup", "note": "c", "quit": "ctrl+q"}


def test_a_wish_replaces_the_keys_of_its_action() -> None:
    keymap = check_keys({"next": ["x"]}, KNOWN)
    assert keymap.problems == ()
    assert keymap.keys["next"] == ("x",)
    assert keymap.keys["back"] == ("N", "pageup")
    assert keymap.for_textual == {"next": "x"}


def test_two_actions_may_change_places() -> None:
    keymap = check_keys({"next": ["N"], "back": ["n"]}, KNOWN)
    assert keymap.problems == ()
    assert keymap.for_textual == {"next": "N", "back": "n"}


def test_an_unknown_action_is_told_with_the_nearest_name() -> None:
    keymap = check_keys({"nxt": ["x"], "zzz": ["y"]}, KNOWN)
    assert "next" in keymap.problems[0]
    assert "intervisie keys" in keymap.problems[1]
    assert keymap.changed == {}


def test_a_clash_is_told_and_both_actions_keep_working() -> None:
    keymap = check_keys({"note": ["n"]}, KNOWN)
    assert len(keymap.problems) == 1
    assert (keymap.keys["note"], keymap.keys["next"]) == (("c",), ("n", "pagedown"))


def test_of_two_wishes_for_one_key_the_first_gets_it() -> None:
    keymap = check_keys({"next": ["x"], "note": ["x"]}, KNOWN)
    assert keymap.changed == {"next": ("x",)}
    assert "note" in keymap.problems[0]


def test_quitting_always_works() -> None:
    assert check_keys({"quit": ["x"]}, KNOWN).keys["quit"] == ("x", "ctrl+q")
    taken = check_keys({"note": ["ctrl+q"]}, KNOWN)
    assert (taken.keys["note"], taken.keys["quit"], len(taken.problems)) == (("c",), ("ctrl+q",), 1)


def test_an_action_without_a_key_keeps_its_own() -> None:
    keymap = check_keys({"note": []}, KNOWN)
    assert (keymap.keys["note"], len(keymap.problems)) == (("c",), 1)


@given(
    st.dictionaries(
        st.sampled_from([*KNOWN, "other"]),
        st.lists(st.sampled_from(["n", "N", "c", "x", "ctrl+q", "pageup", ""]), max_size=3),
    )
)
def test_whatever_is_wished_no_key_does_two_things_and_every_action_has_one(
    wished: dict[str, list[str]],
) -> None:
    keys = check_keys(wished, KNOWN).keys
    every = [key for own in keys.values() for key in own]
    assert len(every) == len(set(every))
    assert set(keys) == set(KNOWN)
    assert all(keys.values())
    assert "ctrl+q" in keys["quit"]
