"""What became of each finding: fixed, new, still there, moved, or still there on other words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence

from checker.domain import Fate, Finding, FindingChange
from checker.text import fold

Key = Callable[[Finding], Hashable]


def finding_changes(
    old: Sequence[Finding], new: Sequence[Finding], same: Mapping[int, int]
) -> tuple[FindingChange, ...]:
    """One change a finding, in the order of the new version and then of the old; `same`: old clause -> new.

    An id counts equal words (the second “chủ hộ” has another one than the first), so that the place is asked
    before the id: when the first is fixed, the second takes over its id.
    """
    pairs: dict[int, int] = {}
    exact = (
        (lambda one: (one.id, same.get(one.clause)), lambda one: (one.id, one.clause)),
        (lambda one: (*_told(one), same.get(one.clause)), lambda one: (*_told(one), one.clause)),
        (lambda one: one.id, lambda one: one.id),
    )  # type: tuple[tuple[Key, Key], ...]
    for old_key, new_key in exact:
        pairs |= _matched(old, new, pairs, old_key, new_key)
    kept = set(pairs)
    pairs |= _matched(
        old, new, pairs, lambda one: (one.rule, same.get(one.clause)), lambda one: (one.rule, one.clause)
    )
    origin = {j: i for i, j in pairs.items()}
    here = [
        FindingChange("new", None, finding)
        if (i := origin.get(j)) is None
        else FindingChange(_fate(old[i], finding, i in kept), old[i], finding)
        for j, finding in enumerate(new)
    ]
    return (*here, *(FindingChange("fixed", one, None) for i, one in enumerate(old) if i not in pairs))


def _told(finding: Finding) -> tuple[str, str]:
    return finding.rule, fold(finding.quote)


def _matched(
    old: Sequence[Finding], new: Sequence[Finding], pairs: Mapping[int, int], old_key: Key, new_key: Key
) -> dict[int, int]:
    """Those without a partner yet whose keys are equal, each with one."""
    taken = set(pairs.values())
    waiting: defaultdict[Hashable, list[int]] = defaultdict(list)
    for j in reversed(range(len(new))):
        if j not in taken:
            waiting[new_key(new[j])].append(j)
    found = {}
    for i, finding in enumerate(old):
        if i not in pairs and (partners := waiting[old_key(finding)]):
            found[i] = partners.pop()
    return found


def _fate(old: Finding, new: Finding, kept: bool) -> Fate:
    if not kept:
        return "reworded"
    return "remaining" if old.citation == new.citation else "moved"
