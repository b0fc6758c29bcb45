"""Drawing small groups: pairs, a carousel or trios, so that people meet others each time; pure, and always the same."""

from collections import Counter
from collections.abc import Iterable, Sequence

from intervisie_tui.method import Together

Groups = tuple[tuple[str, ...], ...]
"""Ids of members; in a carousel the first of each brings the case."""


def sizes(together: Together, people: int) -> tuple[int, ...]:
    """How large the small groups of so many people are, the largest first; alone only who is the only one."""
    least = size(together)
    if people <= least:
        return (people,) if people > 0 else ()
    groups, over = divmod(people, least)
    if over > groups:
        return (least, over)
    # Two too many in threes are two foursomes: they are more than a pair.
    return (least + 1,) * over + (least,) * (groups - over)


def size(together: Together) -> int:
    """How many there are in a small group where it comes out."""
    return 3 if together is Together.TRIOS else 2


def comes_out(together: Together, people: int) -> bool:
    """Whether all small groups of so many people are as large as they should be."""
    return set(sizes(together, people)) == {size(together)}


def draw(together: Together, members: Sequence[str], before: Sequence[Groups], nth: int = 0) -> Groups:
    """Small groups of these members, by place, in which as few as possible have met in the groups `before`.

    `nth` counts the drawings of a session from 0. Everybody is in exactly one group.
    """
    if not members:
        return ()
    met = _met(together, before)
    offered = _offered(together, tuple(members), nth)
    # Of those that are as good the next one in turn, so that all have been before one comes back.
    start = nth % len(offered)
    return min((*offered[start:], *offered[:start]), key=lambda groups: _again(together, groups, met))


def refit(together: Together, groups: Groups, members: Sequence[str]) -> Groups:
    """The groups for those who are there now: who came joins one, who left is out, and only what must changes."""
    here, before = set(members), {member for group in groups for member in group}
    kept = [[member for member in group if member in here] for group in groups]
    kept = [group for group in kept if group]
    if before <= here and here <= before:
        return groups
    if not before <= here:
        _balance(together, kept)
    for member in members:
        if member not in before:
            kept.append([member])
            _balance(together, kept)
    return tuple(map(tuple, kept))


def _balance(together: Together, groups: list[list[str]]) -> None:
    """Bring the groups to the sizes that they should have; the last who came in a group moves first."""
    target = list(sizes(together, sum(map(len, groups))))
    while sorted(map(len, groups), reverse=True) != target:
        smallest = min(groups, key=len)
        if len(groups) > len(target):
            groups.remove(smallest)
            for member in smallest:
                min(groups, key=len).append(member)
        else:
            if len(groups) < len(target):
                smallest = []
                groups.append(smallest)
            largest = max(groups, key=len)
            smallest.append(largest.pop())


def _offered(together: Together, ids: tuple[str, ...], nth: int) -> list[Groups]:
    if together is Together.CAROUSEL and len(ids) > 1:
        return _carousel(ids, nth)
    if together is Together.TRIOS or len(ids) < 3:
        turned = [_turned(ids, by) for by in range(max(1, len(ids) - 1))]
        parts = sizes(together, len(ids))[::-1]
        return [_by_place(way(order, parts), ids) for way in (_cut, _dealt) for order in turned]
    return _circle(ids)


def _turned(ids: tuple[str, ...], by: int) -> tuple[str, ...]:
    """The first stays, all others move on so many places."""
    first, others = ids[:1], ids[1:]
    return (*first, *others[by:], *others[:by])


def _cut(order: tuple[str, ...], parts: Sequence[int]) -> list[tuple[str, ...]]:
    """Neighbours together."""
    ends = [sum(parts[: at + 1]) for at in range(len(parts))]
    return [order[end - many : end] for end, many in zip(ends, parts, strict=True)]


def _dealt(order: tuple[str, ...], parts: Sequence[int]) -> list[tuple[str, ...]]:
    """One by one to the groups that have room, as cards are dealt: neighbours apart."""
    groups: list[tuple[str, ...]] = [() for _part in parts]
    for member in order:
        open_ones = [at for at, many in enumerate(parts) if len(groups[at]) < many]
        at = min(open_ones, key=lambda each: len(groups[each]))
        groups[at] = (*groups[at], member)
    return groups


def _circle(ids: tuple[str, ...]) -> list[Groups]:
    """The rounds of the circle method: each pair once; of an odd number everybody is once the third in a group."""
    seats = ids if len(ids) % 2 == 0 else ("", *ids)
    rounds = []
    for by in range(len(seats) - 1):
        order = _turned(seats, by)
        pairs = [(order[i], order[-1 - i]) for i in range(len(order) // 2)]
        if order[0]:
            rounds.append(_by_place(pairs, ids))
            continue
        (_empty, third), *others = pairs
        groups = _by_place(others, ids)
        at = by % len(groups)
        rounds.append((*groups[:at], (*groups[at], third), *groups[at + 1 :]))
    return rounds


def _carousel(ids: tuple[str, ...], nth: int) -> list[Groups]:
    """One half stays seated, the other moves on a place each time; once it has been round, the halves swap."""
    seated, moving = ids[: len(ids) // 2], ids[len(ids) // 2 :]
    rounds = []
    for by in range(len(moving)):
        moved = (*moving[by:], *moving[:by])
        pairs = [list(pair) for pair in zip(seated, moved, strict=False)]
        if nth // len(seated) % 2:
            pairs = [pair[::-1] for pair in pairs]
        pairs[by % len(pairs)].extend(moved[len(seated) :])
        rounds.append(tuple(map(tuple, pairs)))
    return rounds


def _by_place(groups: Iterable[Sequence[str]], ids: Sequence[str]) -> Groups:
    place = {member: at for at, member in enumerate(ids)}
    ordered = (tuple(sorted(group, key=lambda member: place[member])) for group in groups)
    return tuple(sorted(ordered, key=lambda group: place[group[0]]))


Met = Counter[tuple[str, str]]


def _met(together: Together, before: Iterable[Groups]) -> tuple[Met, Met]:
    """How often people met: as the pair that a group is, and at all."""
    groups = [group for drawn in before for group in drawn]
    cores = Counter(pair for group in groups for pair in _pairs(together, _core(together, group)))
    return cores, Counter(pair for group in groups for pair in _pairs(together, group))


def _again(together: Together, groups: Groups, met: tuple[Met, Met]) -> tuple[int, int]:
    """How often people would meet again, first as the pair that a group is, then at all."""
    cores, all_met = met
    core = sum(cores[pair] for group in groups for pair in _pairs(together, _core(together, group)))
    return core, sum(all_met[pair] for group in groups for pair in _pairs(together, group))


def _core(together: Together, group: tuple[str, ...]) -> tuple[str, ...]:
    """Of a pair that has a third the first two."""
    return group if together is Together.TRIOS else group[:2]


def _pairs(together: Together, group: tuple[str, ...]) -> list[tuple[str, str]]:
    """Who met whom; in a carousel only who brings the case and the others, in that order."""
    if together is Together.CAROUSEL:
        return [(group[0], other) for other in group[1:]]
    return [(min(one, other), max(one, other)) for at, one in enumerate(group) for other in group[at + 1 :]]
