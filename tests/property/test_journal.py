"""A journal that was cut or damaged anywhere gives its right beginning, and nothing wrong."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_tui.domain.events import ClockStarted, Commit, NoteAdded
from intervisie_tui.domain.moments import Moment
from intervisie_tui.domain.session import Seat
from intervisie_tui.method import Capture
from intervisie_tui.store.commits import Header, commit_from_json, commit_to_json
from intervisie_tui.store.lines import encode, scan
from intervisie_tui.store.problems import Newer
from intervisie_tui.store.replay import Replay, whole

AT = Moment(1000.5, 20.25, "boot")
HEADER = Header(1, "one", 1, AT)
WORDS = ("first", "tweede", "\u2028 \ud800")


def commit(revision: int, text: str) -> Commit:
    events = (ClockStarted(AT), NoteAdded(AT, f"n{revision}", "facts", Capture.FACT, text))
    return Commit(revision, AT, Seat.TIMEKEEPER, "s", events)


COMMITS = [commit(revision, text) for revision, text in enumerate(WORDS, 1)]
JOURNAL = whole(HEADER, COMMITS)


def replayed(data: bytes) -> tuple[list[Commit], str | None]:
    replay = Replay("one.journal")
    reason = replay.feed(data)
    return replay.commits, reason


def test_cut_at_every_byte_the_whole_lines_count_and_nothing_blocks() -> None:
    for length in range(len(JOURNAL) + 1):
        commits, reason = replayed(JOURNAL[:length])
        lines = JOURNAL[:length].count(b"\n")
        assert commits == COMMITS[: max(0, lines - 1)]
        assert (reason is None) == (lines > 0)


def test_with_any_bit_flipped_the_commits_before_it_count_and_no_wrong_text_is_read() -> None:
    for position in range(len(JOURNAL)):
        before = JOURNAL[:position].count(b"\n")
        for bit in range(8):
            damaged = bytearray(JOURNAL)
            damaged[position] ^= 1 << bit
            commits, reason = replayed(bytes(damaged))
            assert commits == COMMITS[: max(0, before - 1)], (position, bit)
            # A last line that lost its end looks torn; anything else is told.
            assert reason is not None or position == len(JOURNAL) - 1


@given(st.binary(max_size=300))
def test_anything_else_is_no_exception(data: bytes) -> None:
    replayed(data)
    commits, _ = replayed(JOURNAL + data)
    assert commits == COMMITS


@given(st.lists(st.text(max_size=40), max_size=6), st.integers(0, 5))
def test_every_text_comes_back_exactly_and_in_pieces_too(texts: list[str], pieces: int) -> None:
    commits = [commit(revision, text) for revision, text in enumerate(texts, 1)]
    data = whole(HEADER, commits)
    replay = Replay("one.journal")
    for piece in range(1, pieces + 1):
        replay.feed(data[replay.end : len(data) * piece // (pieces + 1)])
    assert replay.feed(data[replay.end :]) is None
    assert replay.commits == commits


scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
letters = st.sampled_from(string.ascii_letters)
json_values = st.recursive(
    scalars | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(letters, inner, max_size=3),
    max_leaves=8,
)


@given(json_values)
def test_a_line_of_another_shape_with_a_right_checksum_is_of_a_newer_version(value: object) -> None:
    """Field cases, N16: no disk makes a right checksum, so a program wrote it that knows more."""
    first = whole(HEADER, ())
    line, _ = encode(value, scan(first, 0, 0).lines[-1].checksum)
    with pytest.raises(Newer):
        replayed(first + line)


@given(json_values)
def test_a_header_of_the_wrong_shape_is_told(value: object) -> None:
    try:
        commits, reason = replayed(encode(value, 0)[0])
    except Newer:
        return
    assert not commits
    assert reason


def test_a_line_ends_only_where_it_ends() -> None:
    line, _ = encode(commit_to_json(commit(1, "\n\r\x0b\x0c\x1c\x85\u2028\u2029\x00")), 0)
    assert line.count(b"\n") == 1
    assert line.decode("ascii").splitlines() == [line.decode("ascii")[:-1]]


def test_a_missing_or_doubled_revision_is_damage() -> None:
    for second in (1, 3):
        commits, reason = replayed(whole(HEADER, [COMMITS[0], commit(second, "x")]))
        assert commits == COMMITS[:1]
        assert reason == "a revision is missing"


@given(st.floats(allow_nan=False, allow_infinity=False), st.floats(allow_nan=False, allow_infinity=False))
def test_moments_come_back_exactly(utc: float, boot: float) -> None:
    made = Commit(1, Moment(utc, boot, "b"), Seat.STAGE, "s", ())
    assert commit_from_json(commit_to_json(made)) == made
