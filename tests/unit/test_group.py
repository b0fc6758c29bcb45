"""Groups: whose turn it is, and what a meeting leaves behind."""

from dataclasses import replace

from intervisie_tui.domain.group import (
    Group,
    GroupMember,
    Held,
    Used,
    after_session,
    doubles,
    suggest,
    used_before,
)
from intervisie_tui.domain.session import Action, Case, Member, Role, Session, Status
from intervisie_tui.method import Text
from intervisie_tui.store.catalogue import without_sessions
from intervisie_tui.store.codec import from_json, to_json

NAMES = ("Anna", "Bram", "Chantal", "Dirk")
PEOPLE = tuple(GroupMember(letter, name) for letter, name in zip("abcd", NAMES, strict=True))
GROUP = Group("g", "Kring", PEOPLE, meetings=10)
SESSION = Session(
    id="s1",
    members=tuple(Member(member.id, member.name) for member in PEOPLE),
    roles=((Role.FACILITATOR, "b"), (Role.TIMEKEEPER, "c")),
    cases=(Case("a", "How can I ...", "incident"),),
)


def test_a_new_group_goes_by_place_and_gives_three_people_a_part() -> None:
    suggestion = suggest(GROUP, ("a", "b", "c", "d"))
    assert (suggestion.owner, suggestion.facilitator, suggestion.timekeeper) == ("a", "b", "c")


def test_who_did_it_least_and_longest_ago_comes_next() -> None:
    history: tuple[Held, ...] = (
        Held("1", "2026-01-01", "a", "b", ("c",)),
        Held("2", "2026-02-01", "b", "a", ("d",)),
    )
    suggestion = suggest(replace(GROUP, roles_history=history), ("a", "b", "c", "d"))
    assert (suggestion.owner, suggestion.facilitator, suggestion.timekeeper) == ("a", "c", "d")
    history = (*history, Held("3", "2026-03-01", "c", "d", ("a",)), Held("4", "2026-04-01", "d", "c", ("b",)))
    suggestion = suggest(replace(GROUP, roles_history=history), ("a", "b", "c", "d"))
    assert (suggestion.owner, suggestion.facilitator, suggestion.timekeeper) == ("c", "a", "b")


def test_only_who_is_there_has_a_turn_and_two_people_share_the_parts() -> None:
    suggestion = suggest(GROUP, ("c", "d"))
    assert (suggestion.owner, suggestion.facilitator, suggestion.timekeeper) == ("c", "d", "d")
    assert suggest(GROUP, ()).owner is None


def test_a_meeting_leaves_roles_method_newcomers_and_what_is_still_open() -> None:
    old = Action("1", "call", "a", earlier=True)
    group = replace(GROUP, actions=(old, Action("9", "not shown", "d")))
    session = replace(
        SESSION,
        members=(*SESSION.members, Member("e", "Esra")),
        ground_rules=(Text(nl="Eerlijk", en="Honest"),),
        actions=(
            replace(old, status=Status.DONE),
            Action("2", "ask", "e"),
            Action("3", "no", "b", status=Status.DROPPED),
        ),
    )
    after = after_session(group, session, "2026-03-01")
    assert after.held == 1
    assert after.number == 2
    assert after.roles_history == (Held("s1", "2026-03-01", "b", "c", ("a",), ("incident",)),)
    assert [member.name for member in after.members][-1] == "Esra"
    assert [action.id for action in after.actions] == ["9", "2"]
    assert all(action.earlier for action in after.actions)
    assert used_before(after) == {"incident": Used(1, "2026-03-01")}
    assert after.ground_rules == session.ground_rules


def test_a_rehearsal_leaves_nothing() -> None:
    assert after_session(GROUP, replace(SESSION, speed=60), "2026-03-01") == GROUP


def test_a_meeting_that_is_told_twice_counts_once() -> None:
    once = after_session(GROUP, SESSION, "2026-03-01")
    assert after_session(once, SESSION, "2026-03-01") == once
    assert used_before(once)["incident"].times == 1
    assert once.held == 1


def test_two_with_one_name_are_told_whatever_their_capitals() -> None:
    assert doubles(("Anna", "Bram", "anna", "Anna B.")) == ("Anna",)
    assert doubles(("Anna", "Bram")) == ()


def test_erasing_a_session_takes_its_actions_and_who_did_what_out_of_the_group() -> None:
    action = Action("1", "call", "a", session="s1")
    after = after_session(GROUP, replace(SESSION, actions=(action,)), "2026-03-01")
    assert [kept.session for kept in after.actions] == ["s1"]
    erased = without_sessions(to_json(after), frozenset({"s1"}))
    assert (erased["actions"], erased["roles_history"]) == ([], [])
    assert used_before(from_json(Group, erased)) == {}
