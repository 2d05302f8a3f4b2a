"""The phrase language of the rules: `{phu-nu} … (nội trợ | bếp núc)` -> a small tree over syllables.

A phrase costs nothing where it cannot match: its `anchors`, sets of literals of which one each must
be present, are looked for in one pass for all phrases together (`checker.matching.anchors`). Lists
are compiled once and shared by every phrase that names them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from checker.errors import InvalidRule
from checker.text import fold

_TOKEN = re.compile(
    r"\s*(?:(?P<gap>…\d*)|(?P<list>\{[a-z0-9-]+\})|(?P<mark>[()|?^$*,])|(?P<word>[^\s()|?^$#*,…{}]+))"
)


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
            sets = _anchors(option)
            if not sets:
                return frozenset()
            union |= min(sets, key=lambda literals: (len(literals), -min(map(len, literals))))
        return frozenset(union)


Item = Word | Mark | Gap | Group
Anchors = tuple[frozenset[str], ...]
"""Sets of literals; where one of the sets has none in a text, nothing can match there."""
NUMBER = Mark("{so}")
"""A number, in digits or words: the list that needs no list."""
DIGITS = Mark("{chu-so}")
"""A number in digits: where the word "năm" of a year must not be taken for five."""
ANY = Mark("*")


class Lexicon:
    """Named word lists, each compiled once however many phrases name it; `base` is looked in second."""

    def __init__(self, lists: Mapping[str, Sequence[str]], base: Lexicon | None = None) -> None:
        self._lists = lists
        self._base = base
        self._groups: dict[str, Group] = {}

    def group(self, name: str, open_lists: tuple[str, ...] = ()) -> Group:
        """The alternatives of a list; InvalidRule where there is none or it names itself."""
        if name in open_lists:
            raise InvalidRule(f"danh sách “{name}” gọi vòng chính nó")
        if name not in self._lists and self._base is not None:
            return self._base.group(name)
        if name not in self._groups:
            self._groups[name] = self._compile(name, (*open_lists, name))
        return self._groups[name]

    def _compile(self, name: str, open_lists: tuple[str, ...]) -> Group:
        if name not in self._lists:
            raise InvalidRule(f"không có danh sách từ “{name}”")
        options = []
        for entry in self._lists[name]:
            option, rest = _sequence(_tokens(entry), Reading(self, None, open_lists))
            if rest or not option:
                raise InvalidRule(f"danh sách “{name}”: mục “{entry}” viết sai")
            options.append(option)
        return Group(tuple(options))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase may refer to while it is read; `gap` is None where no gap may stand."""

    lexicon: Lexicon
    gap: int | None
    open_lists: tuple[str, ...] = ()

    @property
    def inside(self) -> Reading:
        return Reading(self.lexicon, None, self.open_lists)


@dataclass(frozen=True)
class Phrase:
    """A compiled phrase: `source` as it was written, `items` what it asks for one after the other."""

    source: str
    items: tuple[Item, ...]

    @cached_property
    def anchors(self) -> Anchors:
        """Literals of which one from each set must be present for the phrase to match."""
        return tuple(_anchors(self.items))

    @cached_property
    def first(self) -> frozenset[str]:
        """The syllables that a match may begin with; holds "" where it may begin with any."""
        return first_syllables(self.items)


def compile_phrase(source: str, lexicon: Lexicon, *, gap: int) -> Phrase:
    """The phrase written as `source`; raises InvalidRule where it is malformed or names an unknown list."""
    items, rest = _sequence(_tokens(source), Reading(lexicon, gap))
    if rest or not items:
        raise InvalidRule(f"cụm từ “{source}” viết sai: thừa “{''.join(rest)}”")
    _check_gaps(source, items)
    phrase = Phrase(source, items)
    if not phrase.anchors:
        raise InvalidRule(f"cụm từ “{source}” phải có ít nhất một từ cố định")
    return phrase


def _tokens(source: str) -> list[str]:
    tokens, at = [], 0
    source = source.rstrip()
    while at < len(source):
        found = _TOKEN.match(source, at)
        if found is None:
            raise InvalidRule(f"cụm từ “{source}” viết sai ở ký tự {at + 1}")
        tokens.append(found.group().strip())
        at = found.end()
    return tokens


def _sequence(tokens: list[str], reading: Reading) -> tuple[tuple[Item, ...], list[str]]:
    """The items up to the end, a `|` or a `)`, and the tokens that are left."""
    items: list[Item] = []
    while tokens and tokens[0] not in ("|", ")"):
        item, tokens = _next_item(tokens[0], tokens[1:], reading)
        if tokens and tokens[0] == "?":
            item, tokens = _optional(item), tokens[1:]
        items.append(item)
    return tuple(items), tokens


def _next_item(head: str, tokens: list[str], reading: Reading) -> tuple[Item, list[str]]:
    if head == "(":
        return _group(tokens, reading.inside)
    if head in (NUMBER.sign, DIGITS.sign):
        return Mark(head), tokens
    if head.startswith("{"):
        return reading.lexicon.group(head[1:-1], reading.open_lists), tokens
    if head.startswith("…"):
        if reading.gap is None:
            raise InvalidRule("khoảng trống … không được đứng trong ngoặc hoặc trong danh sách")
        return Gap(int(head[1:] or reading.gap)), tokens
    return Mark(head) if head in ("*", "^", "$") else Word(fold(head), head), tokens


def _optional(item: Item) -> Group:
    options = item.options if isinstance(item, Group) else ((item,),)
    return Group(options, optional=True)


def _group(tokens: list[str], reading: Reading) -> tuple[Group, list[str]]:
    options = []
    while True:
        option, tokens = _sequence(tokens, reading)
        options.append(option)
        if not tokens:
            raise InvalidRule("thiếu dấu đóng ngoặc")
        sign, tokens = tokens[0], tokens[1:]
        if sign == ")":
            break
    if not all(options):
        raise InvalidRule("ngoặc có lựa chọn rỗng; dùng ( … )? cho phần có thể thiếu")
    return Group(tuple(options)), tokens


def _anchors(items: Sequence[Item]) -> list[frozenset[str]]:
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


def _check_gaps(source: str, items: Sequence[Item]) -> None:
    solid = [item for item in items if item not in (Mark("^"), Mark("$"))]
    edges = [solid[:1], solid[-1:], *pairwise(solid)]
    if any(all(isinstance(item, Gap) for item in edge) for edge in edges):
        raise InvalidRule(f"cụm từ “{source}”: khoảng trống … phải đứng giữa hai từ")
