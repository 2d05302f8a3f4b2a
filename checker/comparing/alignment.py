"""Which text of one list became which of another: equal ones first, then the most alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

_SAME_HEADING = 0.35
_SAME_NUMBER = 0.05
_COMMON = 60  # a pair of words that stands in more texts than this tells none of them from the others


@dataclass(frozen=True)
class Item:
    """A text without its printed number, folded; an equal `heading` counts as many words."""

    index: int
    text: str
    kind: str = ""
    number: str = ""
    heading: str = ""

    @cached_property
    def shingles(self) -> frozenset[tuple[str, str]]:
        """Its pairs of neighbouring words, the first one paired with nothing before it."""
        return frozenset(pairwise(["", *self.text.split()]))


def aligned(old: Sequence[Item], new: Sequence[Item], *, alike: float) -> dict[int, int]:
    """Old index -> new index, one to one; texts that are not equal share at least `alike` (0 to 1)."""
    found = _equal(old, new)
    taken = set(found.values())
    rest_old = [item for item in old if item.index not in found]
    rest_new = [item for item in new if item.index not in taken]
    for _, _, one, other in sorted(_likenesses(rest_old, rest_new, alike)):
        if one not in found and other not in taken:
            found[one] = other
            taken.add(other)
    return found


def _equal(old: Sequence[Item], new: Sequence[Item]) -> dict[int, int]:
    """Equal texts: those under their own number first, what is left of them in reading order."""
    found: dict[int, int] = {}
    for numbered in (True, False):
        taken = set(found.values())
        waiting: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for item in reversed(new):
            if item.index not in taken:
                waiting[_key(item, numbered=numbered)].append(item.index)
        for item in old:
            if item.index not in found and (same := waiting[_key(item, numbered=numbered)]):
                found[item.index] = same.pop()
    return found


def _key(item: Item, *, numbered: bool) -> tuple[str, ...]:
    return (item.text, item.kind, item.number) if numbered else (item.text,)


def _likenesses(
    old: Sequence[Item], new: Sequence[Item], alike: float
) -> Iterator[tuple[float, int, int, int]]:
    """Candidates as (minus their likeness, how far they stand apart, old index, new index)."""
    by_index = {item.index: (place, item) for place, item in enumerate(new)}
    where, headed = _places(new)
    for place, item in enumerate(old):
        shared = Counter(index for shingle in item.shingles for index in where.get(shingle, ()))
        for index in {*shared, *headed.get(item.heading, ())}:
            other_place, other = by_index[index]
            if (score := _likeness(item, other, shared[index])) >= alike:
                yield -score, abs(place - other_place), item.index, index


def _places(new: Sequence[Item]) -> tuple[Mapping[tuple[str, str], list[int]], Mapping[str, list[int]]]:
    """Which texts hold a pair of words that tells texts apart, and which have a heading."""
    where: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    headed: defaultdict[str, list[int]] = defaultdict(list)
    for item in new:
        for shingle in item.shingles:
            where[shingle].append(item.index)
        if item.heading:
            headed[item.heading].append(item.index)
    return {shingle: found for shingle, found in where.items() if len(found) <= _COMMON}, headed


def _likeness(old: Item, new: Item, shared: int) -> float:
    dice = 2 * shared / max(len(old.shingles) + len(new.shingles), 1)
    heading = _SAME_HEADING if old.heading and old.heading == new.heading else 0.0
    number = _SAME_NUMBER if (old.kind, old.number) == (new.kind, new.number) and dice else 0.0
    return dice + heading + number
