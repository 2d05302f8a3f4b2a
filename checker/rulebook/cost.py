"""How many steps a phrase may take in the worst text: what a user writes must not hang the checker.

A walk does not try twice what failed once (`checker.matching.phrases`), so gaps cost little; lists that
name lists that name lists multiply, so the steps that they may take are bounded here.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.errors import InvalidRule
from checker.rulebook.phrases import NUMBER, Group, Item, Mark, Phrase

MOST_STEPS = 100_000
MOST_ITEMS = 60
MOST_PARTS = 4
_LONGEST = 40  # syllables told apart
_NONE, _ONE, _NUMBER = frozenset({0}), frozenset({1}), frozenset(range(1, 12))
_ANCHORS = (Mark("^"), Mark("$"))


def refuse_costly(phrase: Phrase) -> None:
    """Raise InvalidRule where a phrase is too long or its brackets and lists may be read in too many ways."""
    if len(phrase.items) > MOST_ITEMS:
        raise InvalidRule(f"cụm từ “{phrase.source[:40]}…” có quá {MOST_ITEMS} phần; hãy tách ra")
    if len(phrase.parts) > MOST_PARTS:
        raise InvalidRule(f"cụm từ “{phrase.source[:32]}” có quá {MOST_PARTS} phần nối bằng dấu &")
    if _Cost().steps(phrase.items) > MOST_STEPS:
        raise InvalidRule(
            f"cụm từ “{phrase.source[:32]}” có quá nhiều cách đọc; hãy bớt phần ( … )? hoặc danh sách"
        )


class _Cost:
    """Steps and lengths of groups, each worked out once: lists are shared, the tree may be endless."""

    def __init__(self) -> None:
        self._steps: dict[int, int] = {}
        self._lengths: dict[int, frozenset[int]] = {}

    def steps(self, items: Sequence[Item]) -> int:
        """The most steps that any of the items takes from one syllable."""
        return max(self._item_steps(item) for item in items)

    def _item_steps(self, item: Item) -> int:
        if not isinstance(item, Group):
            return 1
        if id(item) not in self._steps:
            self._steps[id(item)] = min(sum(map(self._option_steps, item.options)), MOST_STEPS + 1)
        return self._steps[id(item)]

    def _option_steps(self, option: Sequence[Item]) -> int:
        """Each item is tried from every place that those before it reach, once a place."""
        steps, reached = 0, _NONE
        for item in option:
            steps += len(reached) * self._item_steps(item)
            reached = self._further(reached, item)
        return steps

    def _item_lengths(self, item: Item) -> frozenset[int]:
        """The numbers of syllables that an item of a group may take up."""
        if not isinstance(item, Group):
            return _NUMBER if item == NUMBER else _NONE if item in _ANCHORS else _ONE
        if id(item) not in self._lengths:
            lengths = _NONE if item.optional else frozenset()
            self._lengths[id(item)] = lengths.union(*map(self._option_lengths, item.options))
        return self._lengths[id(item)]

    def _option_lengths(self, option: Sequence[Item]) -> frozenset[int]:
        reached = _NONE
        for item in option:
            reached = self._further(reached, item)
        return reached

    def _further(self, reached: frozenset[int], item: Item) -> frozenset[int]:
        lengths = self._item_lengths(item)
        return frozenset(min(one + more, _LONGEST) for one in reached for more in lengths)
