"""One pass that tells which triggers can fire in a clause at all, whatever the number of rules.

A trigger asks for one literal from each of its anchor sets. All literals go into one automaton
(Aho-Corasick); a clause's hits are counted per trigger, so that the cost grows with the words of
the text and not with the rules.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from checker.rulebook.phrases import Anchors


@dataclass(frozen=True)
class AnchorIndex:
    """Triggers by number, in the order in which they were given to `build_index`."""

    automaton: AhoCorasick
    wanted_by: tuple[tuple[tuple[int, int], ...], ...]
    full: tuple[int, ...]

    def hits(self, words: Sequence[str]) -> frozenset[int]:
        """The literals, by number, that occur among folded syllables."""
        line = f" {' '.join(words)} "
        found = self.automaton.find_matches_as_indexes(line, overlapping=True)
        return frozenset(literal for literal, _, _ in found)

    def literals_of(self, triggers: Collection[int]) -> frozenset[int]:
        """The literals that any of the triggers asks for."""
        return frozenset(
            literal
            for literal, wanted in enumerate(self.wanted_by)
            if any(trigger in triggers for trigger, _ in wanted)
        )

    def complete(self, hits: Iterable[int]) -> list[int]:
        """The triggers all of whose anchor sets are hit, in ascending order."""
        seen: dict[int, int] = defaultdict(int)
        for literal in hits:
            for trigger, bit in self.wanted_by[literal]:
                seen[trigger] |= bit
        return sorted(trigger for trigger, mask in seen.items() if mask == self.full[trigger])


def build_index(triggers: Sequence[Anchors]) -> AnchorIndex:
    """An index over the triggers' anchor sets."""
    wanted: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, sets in enumerate(triggers):
        for position, literals in enumerate(sets):
            for literal in literals:
                wanted[literal].append((number, 1 << position))
    automaton = AhoCorasick(
        [f" {literal} " for literal in wanted],
        matchkind=MatchKind.Standard,
        implementation=Implementation.NoncontiguousNFA,
    )
    full = tuple((1 << len(sets)) - 1 for sets in triggers)
    return AnchorIndex(automaton, tuple(map(tuple, wanted.values())), full)
