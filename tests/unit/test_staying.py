"""Every key of a record has been decided about, and a key that has not goes (field case N15)."""

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from typing import Any, NotRequired, get_args, get_origin, get_type_hints, is_typeddict

import pytest

from intervisie_tui.export.mask import masked
from intervisie_tui.export.record import only_actions
from intervisie_tui.export.shape import Record
from intervisie_tui.export.staying import DECIDED, Holds, Keeps
from tests.unit.export_sample import sample
from tests.unit.test_export_board import board_sample

# In the contract, but not in the typed shape of a record: what closing adds, and who leads from outside.
BESIDE = {"group_id", "facilitator.name", "facilitator.kind"}


def keys_of(hint: Any, key: str = "") -> Iterator[str]:
    """The path of every value that a record may hold, by the types of its fields."""
    if get_origin(hint) is NotRequired:
        hint = get_args(hint)[0]
    if is_typeddict(hint):
        for name, inner in get_type_hints(hint, include_extras=True).items():
            yield from keys_of(inner, f"{key}.{name}" if key else name)
    elif get_origin(hint) is list:
        yield from keys_of(get_args(hint)[0], f"{key}[]")
    else:
        yield key


def values_of(value: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Every value that a record does hold, with its path."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from values_of(inner, f"{key}.{name}" if key else name)
    elif isinstance(value, list):
        for inner in value:
            yield from values_of(inner, f"{key}[]")
    else:
        yield key, value


def test_every_key_of_a_record_has_been_decided_about_and_no_other() -> None:
    assert set(keys_of(Record)) | BESIDE == set(DECIDED)


@pytest.mark.parametrize("made", [sample(), board_sample()])
def test_every_value_of_a_real_record_has_been_decided_about(made: dict[str, object]) -> None:
    assert {key for key, _value in values_of(made)} <= set(DECIDED)


def test_what_people_said_goes_when_only_actions_and_times_are_kept() -> None:
    said = {key for key, decision in DECIDED.items() if decision.holds is Holds.TEXT}
    stays = {key for key in said if DECIDED[key].keeps is Keeps.STAYS}
    assert stays == {"group", "actions[].text"}


def whole_sample() -> dict[str, Any]:
    """A record with a value for each key that the types of a record have."""
    made: dict[str, Any] = board_sample()
    span = {"since": "2026-11-20T14:00:00+01:00", "until": "2026-11-20T15:00:00+01:00"}
    for member in made["members"]:
        member["attended"]["spans"] = [dict(span)]
    return made


def with_new_key(made: dict[str, Any], key: str, value: object) -> dict[str, Any]:
    """The record with `place` beside the value of that path."""
    changed = deepcopy(made)
    *path, _last = key.replace("[]", ".[]").split(".")
    inner: list[Any] = [changed]
    for step in path:
        inner = [
            one for each in inner for one in (each if step == "[]" else [each.get(step)]) if one is not None
        ]
    for one in inner:
        if isinstance(one, dict):
            one["place"] = value
        elif isinstance(one, list):
            one.append({"place": value})
    return changed


def test_when_somebody_was_there_stays_with_actions_and_times_and_goes_with_names() -> None:
    assert [member["attended"] for member in only_actions(whole_sample())["members"]] == [
        member["attended"] for member in whole_sample()["members"]
    ]
    assert "2026-11-20T15:00" not in str(masked(whole_sample()))


@pytest.mark.parametrize("reduce", [only_actions, masked])
@pytest.mark.parametrize("value", ["Zwolle", ["Zwolle"], {"town": "Zwolle"}, 52])
@pytest.mark.parametrize("key", sorted({"place", *DECIDED} - BESIDE))
def test_a_key_that_nobody_decided_about_goes(
    reduce: Callable[[dict[str, object]], dict[str, Any]], key: str, value: object
) -> None:
    changed = with_new_key(whole_sample(), key, value)
    assert "'place'" in str(changed)
    assert "'place'" not in str(reduce(changed))
    assert reduce(changed) == reduce(whole_sample()) or "[]" in key


@pytest.mark.parametrize("reduce", [only_actions, masked])
def test_a_value_that_becomes_a_list_or_a_dict_goes_with_all_that_is_in_it(
    reduce: Callable[[dict[str, object]], dict[str, Any]],
) -> None:
    for inner in ({"secret": "word"}, [{"secret": "word"}]):
        assert "secret" not in str(reduce({**sample(), "clock": inner, "group": inner, "id": inner}))
