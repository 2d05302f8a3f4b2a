"""What a phrase is made of: words, marks, gaps and alternatives, and what each of them may begin with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Word:
    """A syllable, folded for matching; `shown` is how the rule spells it."""

    text: str
    shown: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Mark:
    sign: str


@dataclass(frozen=True, slots=True)
class Gap:
    most: int


@dataclass(frozen=True, slots=True)
class Beside:
    """Parts two pieces that may stand in either order in one sentence, at most `most` syllables apart."""

    most: int


@dataclass(frozen=True)
class Group:
    """Alternatives, indexed by the syllable that each may begin with ("" where any may)."""

    options: tuple[tuple[Item, ...], ...]
    optional: bool = False

    @cached_property
    def by_first(self) -> Mapping[str, tuple[tuple[Item, ...], ...]]:
        index: dict[str, list[tuple[Item, ...]]] = {}
        for option in self.options:
            for first in first_syllables(option):
                index.setdefault(first, []).append(option)
        return {first: tuple(options) for first, options in index.items()}

    @cached_property
    def first(self) -> frozenset[str]:
        return frozenset().union(*map(first_syllables, self.options))

    @cached_property
    def anchor(self) -> frozenset[str]:
        """The union over the options of each one's smallest anchor, or nothing where an option has none."""
        union: set[str] = set()
        for option in self.options:
            sets = anchors(option)
            if not sets:
                return frozenset()
            union |= min(sets, key=lambda literals: (len(literals), -min(map(len, literals))))
        return frozenset(union)


Item = Word | Mark | Gap | Beside | Group
Anchors = tuple[frozenset[str], ...]
"""Sets of literals; where one of the sets has none in a text, nothing can match there."""
NUMBER = Mark("{so}")
"""A number, in digits or words: the list that needs no list."""
DIGITS = Mark("{chu-so}")
"""A number in digits: where the word "năm" of a year must not be taken for five."""
ANY = Mark("*")


def anchors(items: Sequence[Item]) -> list[frozenset[str]]:
    """Runs of plain words as one literal each, and for a required group the best literals of its options."""
    found: list[frozenset[str]] = []
    run: list[str] = []
    for item in [*items, Mark("^")]:
        if isinstance(item, Word):
            run.append(item.text)
            continue
        if run:
            found.append(frozenset([" ".join(run)]))
            run = []
        if isinstance(item, Group) and not item.optional and item.anchor:
            found.append(item.anchor)
    return found


def first_syllables(items: Sequence[Item]) -> frozenset[str]:
    """The syllables with which a match of `items` may begin, "" among them where any syllable may."""
    found: set[str] = set()
    for item in items:
        if isinstance(item, Word):
            return frozenset(found | {item.text})
        if isinstance(item, Group):
            found |= item.first
            if not item.optional:
                return frozenset(found)
            continue
        if item in (NUMBER, DIGITS, ANY):
            return frozenset(found | {""})
    return frozenset(found | {""})


@dataclass(frozen=True)
class Part:
    """A run of items that stands in one piece of text; `reach` tells how far from the parts before it."""

    items: tuple[Item, ...]
    reach: int = 0

    @cached_property
    def first(self) -> frozenset[str]:
        """The syllables that a match may begin with; holds "" where it may begin with any."""
        return first_syllables(self.items)


@dataclass(frozen=True)
class Phrase:
    """A compiled phrase: `source` as it was written, `items` what it asks for one after the other."""

    source: str
    items: tuple[Item, ...]

    @cached_property
    def anchors(self) -> Anchors:
        """Literals of which one from each set must be present for the phrase to match."""
        return tuple(anchors(self.items))

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The runs between the `&` signs; one where the phrase has none."""
        parts: list[Part] = []
        run: list[Item] = []
        reach = 0
        for item in self.items:
            if isinstance(item, Beside):
                parts.append(Part(tuple(run), reach))
                run, reach = [], item.most
            else:
                run.append(item)
        return (*parts, Part(tuple(run), reach))
