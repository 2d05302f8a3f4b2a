"""The phrase language of the rules: `{phu-nu} … (nội trợ | bếp núc)` -> a small tree over syllables.

A phrase costs nothing where it cannot match: its `anchors`, sets of literals of which one each must
be present, are looked for in one pass for all phrases together (`checker.matching.anchors`). Lists
are compiled once and shared by every phrase that names them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.errors import InvalidRule
from checker.rulebook.phrases.items import DIGITS, NUMBER, Beside, Gap, Group, Item, Mark, Phrase, Word
from checker.text import fold

_TOKEN = re.compile(
    r"\s*(?:(?P<gap>[…&]\d*)|(?P<list>\{[a-z0-9-]+\})|(?P<mark>[()|?^$*,])|(?P<word>[^\s()|?^$#*,…&{}]+))"
)

ANYWHERE = 1_000
"""How far apart two parts joined by a bare `&` may stand: a sentence's length."""


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
    if head.startswith("&"):
        if reading.gap is None:
            raise InvalidRule("dấu & không được đứng trong ngoặc hoặc trong danh sách")
        return Beside(int(head[1:] or ANYWHERE)), tokens
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


def _check_gaps(source: str, items: Sequence[Item]) -> None:
    solid = [item for item in items if item not in (Mark("^"), Mark("$"))]
    edges = [solid[:1], solid[-1:], *pairwise(solid)]
    if any(all(isinstance(item, Gap | Beside) for item in edge) for edge in edges):
        raise InvalidRule(f"cụm từ “{source}”: khoảng trống … và dấu & phải đứng giữa hai từ")
