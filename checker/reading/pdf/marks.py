"""Raised small numbers that refer to a note: they stand in a sentence and are no part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.reading.pdf.glyphs import Glyphs, Sign

_MARK = re.compile(r"[(\[]?\d{1,6}[)\]]?")  # of two languages two: "1212"
_MAY_BEGIN = re.compile(r"(?<=[^\s\d])[(\[]?\d|(?<=\d{4})\d")
# A note is set to a word ("ở", not the x of a formula), to a year or to the end of a sentence.
_NOTED = re.compile(r"(?:[^\W\d_]{2}|[^\W\d_a-zA-Z]|\d{4}|[.,;:?!…)\]”\"’»])$")
_OPENS_WORD = re.compile(r"[\w(“]")
_UNIT = re.compile(r"(?:^|\W)[kcdm]?m$")
_SMALL = 0.85  # of the size of what the mark is set to
_HIGH = 0.1  # of that size, above its baseline


def without_marks(glyphs: Glyphs, group: Sequence[Sign]) -> Sequence[Sign]:
    """The signs of a row without the numbers of notes set to its words; a word after one is set off."""
    text = "".join(sign.text for sign in group)
    kept: list[Sign] = []
    after = 0
    for start, end in _marks(glyphs, group, text):
        kept += group[after:start]
        if _OPENS_WORD.match(text, end):
            kept.append(Sign(group[start].index, " "))
        after = end
    return [*kept, *group[after:]] if after else group


def raised_start(glyphs: Glyphs, group: Sequence[Sign]) -> int:
    """How many signs a row begins with that are a raised number: a note does, and a row torn at its mark."""
    mark = _MARK.match("".join(sign.text for sign in group))
    if mark is None:
        return 0
    base = next((sign for sign in group[mark.end() :] if not sign.text.isspace()), None)
    return mark.end() if base and _is_raised(glyphs, group[0], base) else 0


def is_mark(text: str) -> bool:
    """True for a number that may refer to a note."""
    return _MARK.fullmatch(text) is not None


def takes_mark(before: str) -> bool:
    """True where a raised number after this text refers to a note and is no exponent."""
    return bool(_NOTED.search(before)) and not _UNIT.search(before)


def _marks(glyphs: Glyphs, group: Sequence[Sign], text: str) -> Iterator[tuple[int, int]]:
    for begun in _MAY_BEGIN.finditer(text):
        start, base = begun.start(), group[begun.start() - 1]
        if takes_mark(text[:start]) and _is_raised(glyphs, group[start], base):
            mark = _MARK.match(text, start)
            if mark and _is_raised(glyphs, group[mark.end() - 1], base):
                yield start, mark.end()


def _is_raised(glyphs: Glyphs, sign: Sign, base: Sign) -> bool:
    size = glyphs.size(base)
    above = glyphs.baseline(sign) - glyphs.baseline(base)
    return glyphs.size(sign) < _SMALL * size and above > _HIGH * size
