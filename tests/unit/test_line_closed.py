"""How long a key counts as meant for an entry line that has closed (field-cases N1)."""

from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.screens.line_closed import ALWAYS, MEANT_FOR_LINE, LineClosed

SECONDS = st.floats(min_value=0, max_value=1e6, allow_nan=False)
KEYS = st.sampled_from(["enter", "f", "n", "A", "space", "pagedown", "ctrl+p", "tab", "1"])


@given(SECONDS, st.floats(min_value=0, max_value=10), KEYS)
def test_a_key_does_nothing_just_when_a_line_closed_less_than_that_before(
    closed: float, later: float, key: str
) -> None:
    line = LineClosed()
    line.close(closed)
    assert line.takes(key, closed + later) is (closed + later < closed + MEANT_FOR_LINE)


@given(SECONDS, KEYS)
def test_before_any_line_has_closed_and_in_an_open_one_every_key_does_its_work(now: float, key: str) -> None:
    line = LineClosed()
    assert not line.takes(key, now)
    line.close(now)
    line.open()
    assert not line.takes(key, now)


@given(SECONDS)
def test_esc_and_ctrl_q_always_do_what_they_do(now: float) -> None:
    line = LineClosed()
    line.close(now)
    assert not any(line.takes(key, now) for key in ALWAYS)
