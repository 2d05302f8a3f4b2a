"""The phrase language of the rules: `{phu-nu} … (nội trợ | bếp núc)` -> a small tree over syllables.

A phrase costs nothing where it cannot match: its `anchors`, sets of literals of which one each must
be present, are looked for in one pass for all phrases together (`checker.matching.anchors`). Lists
are compiled once and shared by every phrase that names them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from checker.errors import InvalidRule
from checker.text import fold

_TOKEN = re.compile(
    r"\s*(?:(?P<gap>…\d*)|(?P<list>\{[a-z0-9-]+\})|(?P<mark>[()|?^$*,])|(?P<word>[^\s()|?^$#*,…{}]+))"
)


@dataclass(frozen=True, slots=True)
class Word:
    text: str


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


Item = Word | Mark | Gap | Group
NUMBER = Mark("{so}")
"""A number, in digits or words: the list that needs no list."""
ANY = Mark("*")
Lists = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Phrase:
    """A compiled phrase: `source` as it was written, `items` what it asks for one after the other."""

    source: str
    items: tuple[Item, ...]

    @cached_property
    def anchors(self) -> tuple[frozenset[str], ...]:
        """Literals of which one from each set must be present for the phrase to match."""
        return tuple(_anchors(self.items))

    @cached_property
    def first(self) -> frozenset[str]:
        """The syllables that a match may begin with; holds "" where it may begin with any."""
        return first_syllables(self.items)


def compile_phrase(source: str, lists: Lists, *, gap: int) -> Phrase:
    """The phrase written as `source`; raises InvalidRule where it is malformed or names an unknown list."""
    tokens = _tokens(source)
    items, rest = _sequence(tokens, lists, gap, (), top=True)
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


def _sequence(
    tokens: list[str], lists: Lists, gap: int, open_lists: tuple[str, ...], *, top: bool
) -> tuple[tuple[Item, ...], list[str]]:
    items: list[Item] = []
    while tokens and tokens[0] not in ("|", ")"):
        head, tokens = tokens[0], tokens[1:]
        if head == "(":
            group, tokens = _group(tokens, lists, gap, open_lists)
            items.append(group)
        elif head == NUMBER.sign:
            items.append(NUMBER)
        elif head.startswith("{"):
            items.append(_list(head[1:-1], lists, gap, open_lists))
        elif head.startswith("…"):
            if not top:
                raise InvalidRule("khoảng trống … không được đứng trong ngoặc hoặc trong danh sách")
            items.append(Gap(int(head[1:] or gap)))
        elif head in ("*", "^", "$"):
            items.append(Mark(head))
        else:
            items.append(Word(fold(head)))
        if tokens and tokens[0] == "?":
            tokens = tokens[1:]
            items[-1] = _optional(items[-1])
    return tuple(items), tokens


def _optional(item: Item) -> Group:
    options = item.options if isinstance(item, Group) else ((item,),)
    return Group(options, optional=True)


def _group(tokens: list[str], lists: Lists, gap: int, open_lists: tuple[str, ...]) -> tuple[Group, list[str]]:
    options = []
    while True:
        option, tokens = _sequence(tokens, lists, gap, open_lists, top=False)
        options.append(option)
        if not tokens:
            raise InvalidRule("thiếu dấu đóng ngoặc")
        sign, tokens = tokens[0], tokens[1:]
        if sign == ")":
            break
    if not all(options):
        raise InvalidRule("ngoặc có lựa chọn rỗng; dùng ( … )? cho phần có thể thiếu")
    return Group(tuple(options)), tokens


def _list(name: str, lists: Lists, gap: int, open_lists: tuple[str, ...]) -> Group:
    if name not in lists:
        raise InvalidRule(f"không có danh sách từ “{name}”")
    if name in open_lists:
        raise InvalidRule(f"danh sách “{name}” gọi vòng chính nó")
    options = []
    for entry in lists[name]:
        option, rest = _sequence(_tokens(entry), lists, gap, (*open_lists, name), top=False)
        if rest or not option:
            raise InvalidRule(f"danh sách “{name}”: mục “{entry}” viết sai")
        options.append(option)
    return Group(tuple(options))


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
        if isinstance(item, Group) and not item.optional:
            literals = _group_anchor(item)
            if literals:
                found.append(literals)
    return found


def _group_anchor(group: Group) -> frozenset[str]:
    """The union over the options of each one's smallest anchor, or nothing where an option has none."""
    union: set[str] = set()
    for option in group.options:
        sets = _anchors(option)
        if not sets:
            return frozenset()
        union |= min(sets, key=lambda literals: (len(literals), -min(map(len, literals))))
    return frozenset(union)


def first_syllables(items: Sequence[Item]) -> frozenset[str]:
    """The syllables with which a match of `items` may begin, "" among them where any syllable may."""
    found: set[str] = set()
    for item in items:
        if isinstance(item, Word):
            return frozenset(found | {item.text})
        if isinstance(item, Group):
            for option in item.options:
                found |= first_syllables(option)
            if item.optional:
                continue
            return frozenset(found)
        if item in (NUMBER, ANY):
            return frozenset(found | {""})
    return frozenset(found | {""})


def _check_gaps(source: str, items: Sequence[Item]) -> None:
    solid = [item for item in items if item not in (Mark("^"), Mark("$"))]
    edges = [solid[:1], solid[-1:], *pairwise(solid)]
    if any(all(isinstance(item, Gap) for item in edge) for edge in edges):
        raise InvalidRule(f"cụm từ “{source}”: khoảng trống … phải đứng giữa hai từ")
