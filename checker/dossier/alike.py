"""Which sets of words are nearly the same, without holding each against each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import ceil

Words = frozenset[str]
_EXACT = 1e-9  # 0.6 of five words are three, whatever floats make of it


def share(one: Words, other: Words) -> float:
    """The words in common as a share of all words of both, 0 to 1."""
    return len(one & other) / max(1, len(one | other))


def neighbours(sets: Sequence[Words], least: float) -> list[list[int]]:
    """For each set the indexes, in order, of the others with which it has at least that share.

    Two such sets have in common one of the few rarest words of each: only those that do are compared.
    """
    counts = Counter(word for words in sets for word in words)
    by_word: dict[str, list[int]] = defaultdict(list)
    found: list[list[int]] = [[] for _ in sets]
    for at, words in enumerate(sets):
        rarest = sorted(words, key=lambda word: (counts[word], word))
        telling = rarest[: len(words) - ceil(least * len(words) - _EXACT) + 1]
        for other in sorted({index for word in telling for index in by_word[word]}):
            if share(words, sets[other]) >= least:
                found[at].append(other)
                found[other].append(at)
        for word in telling:
            by_word[word].append(at)
    return found
