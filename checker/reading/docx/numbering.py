"""Automatic numbers: numbering.xml resolved, and the label of each paragraph counted as Word counts it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml.etree import _Element as Element

from checker.reading.docx.fonts import Fonts
from checker.reading.docx.markup import attribute, child, integer, local, switched, value
from checker.reading.docx.numerals import numeral
from checker.reading.docx.styles import NumberRef, Style, Styles
from checker.text import clean
from checker.text.legacy import decode

_PLACEHOLDER = re.compile(r"%([1-9])")
# Bullets that drafts type as such; all others (dots, squares, ticks) are read as a dash.
_PLAIN_BULLETS = frozenset("+*")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and how its number looks ("Điều %1."); `run` is its w:rPr."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    run: Element | None = None


@dataclass(frozen=True, slots=True)
class List:
    """A w:num: its levels with overrides applied, the counters it shares (`key`) and where it restarts."""

    key: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


def _by_id(root: Element, name: str, key: str) -> dict[str, Element]:
    return {attribute(each, key) or "": each for each in root if local(each) == name}


def load_lists(root: Element | None, styles: Styles) -> Mapping[str, List]:
    """The lists of numbering.xml by numId; empty where the file has none."""
    if root is None:
        return {}
    abstracts = _by_id(root, "abstractNum", "abstractNumId")
    nums = _by_id(root, "num", "numId")
    return {num: _list(num, nums, abstracts, styles) for num in nums}


def _list(num: str, nums: Mapping[str, Element], abstracts: Mapping[str, Element], styles: Styles) -> List:
    key = _abstract_key(num, nums, abstracts, styles)
    levels = _levels(abstracts.get(key))
    starts: dict[int, int] = {}
    for override in nums[num]:
        index = _index(override)
        if local(override) != "lvlOverride" or index is None:
            continue
        own = child(override, "lvl")
        if own is not None:
            levels[index] = _level(own)
        start = integer(override, "startOverride")
        if start is not None:
            starts[index] = start
            levels[index] = replace(levels.get(index, Level()), start=start)
    return List(key, levels, starts)


def _abstract_key(
    num: str, nums: Mapping[str, Element], abstracts: Mapping[str, Element], styles: Styles
) -> str:
    """The abstractNum that defines a num, through numbering styles (numStyleLink) where it only names one."""
    seen: set[str] = set()
    key = ""
    while num in nums and num not in seen:
        seen.add(num)
        key = value(nums[num], "abstractNumId") or ""
        named = value(abstracts.get(key), "numStyleLink")
        if named is None:
            return key
        style = styles.by_id.get(named)
        num = (value(style.paragraph, "numPr", "numId") if style is not None else None) or ""
    return key


def _index(element: Element) -> int | None:
    said = attribute(element, "ilvl")
    return int(said) if said is not None and said.isdecimal() else None


def _levels(abstract: Element | None) -> dict[int, Level]:
    found = [] if abstract is None else [each for each in abstract if local(each) == "lvl"]
    return {index: _level(each) for each in found if (index := _index(each)) is not None}


def _level(element: Element) -> Level:
    start = integer(element, "start")
    # Word writes formats of its own next to a plain one that every program understands.
    plain = value(element, "numFmt") or value(element, "mc:AlternateContent", "mc:Fallback", "numFmt")
    return Level(
        start=0 if start is None else start,
        format="bullet" if child(element, "lvlPicBulletId") is not None else plain or "decimal",
        text=value(element, "lvlText") or "",
        suffix=value(element, "suff") or "tab",
        restart=integer(element, "lvlRestart"),
        legal=bool(switched(element, "isLgl")),
        style=value(element, "pStyle"),
        run=child(element, "rPr"),
    )


@dataclass(slots=True)
class Counter:
    """Counts paragraphs in reading order; lists of one abstractNum go on counting together, as in Word."""

    lists: Mapping[str, List]
    fonts: Fonts
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def label(self, ref: NumberRef, chain: tuple[Style, ...]) -> tuple[str, str]:
        """The next number at `ref` ("Điều 5.", "a)", "-") and its suffix: "tab", "space" or "nothing".

        `chain` is the style lineage of the paragraph: its font is the number's where the level names none.
        """
        numbered = self.lists.get(ref.num)
        index = None if numbered is None else _linked_level(numbered, ref)
        if numbered is None or index is None or index not in numbered.levels:
            return "", "nothing"
        counts = self._counts.setdefault(numbered.key, {})
        fresh = (ref.num, index) not in self._begun
        self._begun.add((ref.num, index))
        _advance(counts, numbered, index, restart=fresh and index in numbered.starts)
        level = numbered.levels[index]
        return _format(counts, numbered, index, self.fonts.of_run_properties(level.run, chain)), level.suffix


def _linked_level(numbered: List, ref: NumberRef) -> int:
    links = {level.style: index for index, level in numbered.levels.items() if level.style is not None}
    return next((links[style] for style in ref.linked if style in links), ref.level)


def _advance(counts: dict[int, int], numbered: List, index: int, *, restart: bool) -> None:
    """Counts one paragraph of level `index`: levels above begin with it, levels below start anew."""
    levels = numbered.levels
    for upper in range(index):
        if upper in levels:
            counts.setdefault(upper, levels[upper].start)
    if restart or index not in counts:
        counts[index] = levels[index].start
    else:
        counts[index] += 1
    for lower in [each for each in counts if each > index]:
        after = levels[lower].restart if lower in levels else None
        if after is None or index < after:
            del counts[lower]


def _format(counts: Mapping[int, int], numbered: List, index: int, font: str | None) -> str:
    level = numbered.levels[index]
    if level.format == "bullet":
        sign = clean(level.text).strip()
        return "" if not level.text else sign if sign in _PLAIN_BULLETS else "-"

    def number(found: re.Match[str]) -> str:
        which = int(found.group(1)) - 1
        if which > index or which not in counts:
            return ""
        # ECMA-376 17.9.4: a legal level shows all its numbers as digits.
        return numeral(counts[which], "decimal" if level.legal else numbered.levels[which].format)

    return clean(_PLACEHOLDER.sub(number, decode(level.text, font)))
