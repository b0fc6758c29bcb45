"""However a terminal's bytes are split on their way, they are the same keys; whatever comes ends (field-cases 16)."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.keys.pieces import CHORD, DEEP, SILENT_PASTE
from intervisie_tui.keys.waits import FAR, NEAR
from tests.unit.keyboard import Typed, keys, read

SEQUENCES = {
    "\x1b[D": "left",
    "\x1b[1;5C": "ctrl+right",
    "\x1bOA": "up",
    "\x1b[6~": "pagedown",
    "\x1bOk": "plus",
    "\x1b[57413;129;43u": "plus",
    "\x1b[110;65;78u": "n",
    "\x1b[117;5;117u": "ctrl+u",
    "\x1b[110;1:2;110u": "n",
    "\x1b[Z": "shift+tab",
    "\x1b[<0;12;5M": "MouseDown",
    "\x1b[I": "AppFocus",
    "\x1b[200~hello [A\r n\x1b[201~": repr("hello [A\r n"),
}
sequences = st.sampled_from(list(SEQUENCES))


def apart(sequence: str, pauses: Iterable[float]) -> list[str | float]:
    """The characters of a sequence with these pauses between them."""
    parts: list[str | float] = [sequence[0]]
    for character, pause in zip(sequence[1:], pauses, strict=False):
        parts += [pause, character]
    return parts


@pytest.mark.parametrize(("wait", "pause"), [(NEAR, 0.15), (FAR, 0.3)])
@pytest.mark.parametrize("sequence", SEQUENCES)
def test_a_sequence_is_one_key_whatever_pause_is_between_its_bytes(
    sequence: str, wait: float, pause: float
) -> None:
    assert keys(["x", *apart(sequence, [pause] * 99), "y"], wait) == ["x", SEQUENCES[sequence], "y"]


@given(st.lists(sequences, max_size=4), st.data())
def test_any_split_of_any_keys_gives_the_same_keys(sent: list[str], data: st.DataObject) -> None:
    typed: list[str | float] = []
    for sequence in sent:
        pauses = st.floats(0, 0.15)
        typed += [*apart(sequence, data.draw(st.lists(pauses, min_size=40, max_size=40))), 0.1]
    assert keys(typed) == [SEQUENCES[sequence] for sequence in sent]


@given(st.floats(0, 0.2), st.floats(0, 0.2))
def test_a_lone_esc_is_a_key_when_its_time_has_come(before: float, after: float) -> None:
    assert keys([before, "\x1b", NEAR + 0.001 + after, "n"]) == ["escape", "n"]


signs = st.text(alphabet="\x1b[OMP]_;:?<0159~uAnN \r\x07\x18\x9bé$\u200d", max_size=12)
pauses = st.sampled_from([0.0, CHORD, 0.1, NEAR, DEEP, SILENT_PASTE])


@given(st.lists(st.one_of(signs, pauses), max_size=8))
def test_whatever_comes_the_next_key_after_a_silence_is_read(sent: Typed) -> None:
    # Twice: what was left open by the first silence is closed, and nothing is left for the second.
    assert keys([*sent, SILENT_PASTE + 1.0, "n", 1.0, "\x1b[D"])[-2:] == ["n", "left"]


@given(st.text(alphabet="0123456789;:", min_size=1, max_size=4000))
def test_a_sequence_that_is_longer_than_any_key_is_dropped_to_its_end(garbage: str) -> None:
    assert keys([f"\x1b[{garbage[:1]}{garbage}{';' * 200}u", "n"]) == ["n"]


@given(st.text(max_size=200))
def test_a_paste_is_its_text_with_every_sign_but_nul(text: str) -> None:
    (paste,) = read([f"\x1b[200~{text}\x1b[201~"])
    assert getattr(paste, "text", None) == text.replace("\x00", "")


def test_the_answer_of_a_terminal_is_no_key() -> None:
    assert keys(["\x1b]11;rgb:0000/0000/0000\x07", "\x1b[?62;22c", "\x1b[>0;276;0c", "n"]) == ["n"]
