"""Where a finding's words stand on the pages of a PDF: base letters compared, blanks and marks left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile
from typing import NamedTuple

from checker.domain import Span
from checker.exporting.pdf.letters import Letters, base_letters
from checker.reading.pdf.glyphs import Box

_AROUND = 80  # letters on each side tell one of several places from the others
_SHORTEST = 6  # letters of a piece of a quote that a table or a page's end tears apart
_MOST_PIECES = 12
_COVERED = 0.6  # of a quote's letters must be found

Piece = tuple[int, int]  # from, to in the letters of all pages


@dataclass(frozen=True, slots=True)
class Seen:
    """Words on one page: a box for each printed line, in the page's own points."""

    page: int
    boxes: tuple[Box, ...]


class _Around(NamedTuple):
    """The letters that should stand before and after a piece, and where the piece before it ends."""

    before: str
    after: str
    near: int


def find(text: str, span: Span, pages: Mapping[int, Letters]) -> Iterator[Seen]:
    """The places of `text[span]` on these pages in order; none where too little of it is found."""
    quote = base_letters(text[span.start : span.end])
    whole = "".join(page.text for page in pages.values())
    before = base_letters(text[max(span.start - 3 * _AROUND, 0) : span.start])[-_AROUND:]
    after = base_letters(text[span.end : span.end + 3 * _AROUND])[:_AROUND]
    pieces = list(_pieces(quote, whole, before, after))
    if quote and sum(end - start for start, end in pieces) >= _COVERED * len(quote):
        yield from _on_pages(pieces, pages)


def _pieces(quote: str, whole: str, before: str, after: str) -> Iterator[Piece]:
    """The quote in one piece where it stands so, else its longest pieces one after the other."""
    near = 0
    for _ in range(_MOST_PIECES):
        length = _longest(quote, whole)
        if not length or (length < _SHORTEST and length < len(quote)):
            return
        follows = after if length == len(quote) else quote[length:][:_AROUND]
        around = _Around(before, follows, near)
        start = max(_all(quote[:length], whole), key=lambda at: _fit(whole, at, at + length, around))
        yield start, start + length
        before, quote, near = quote[:length][-_AROUND:], quote[length:], start + length


def _longest(quote: str, whole: str) -> int:
    """How many letters of the quote, from its first on, stand together in the whole."""
    low, high = 0, len(quote)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if quote[:middle] in whole else (low, middle - 1)
    return low


def _all(piece: str, whole: str) -> Iterator[int]:
    at = whole.find(piece)
    while at >= 0:
        yield at
        at = whole.find(piece, at + 1)


def _fit(whole: str, start: int, end: int, around: _Around) -> tuple[int, int]:
    """How many letters around are those that should be, then how close it is to the piece before."""
    left = whole[max(start - len(around.before), 0) : start]
    right = whole[end : end + len(around.after)]
    same = _common(left[::-1], around.before[::-1]) + _common(right, around.after)
    return same, -abs(start - around.near)


def _common(one: str, other: str) -> int:
    """How many letters the two begin with alike."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in pairs)


def _on_pages(pieces: Sequence[Piece], pages: Mapping[int, Letters]) -> Iterator[Seen]:
    starts = accumulate((len(page.text) for page in pages.values()), initial=0)
    for (number, page), start in zip(pages.items(), starts, strict=False):
        boxes = [
            box
            for first, last in pieces
            for box in _lines(page, max(first - start, 0), min(last - start, len(page.text)))
        ]
        if boxes:
            yield Seen(number, tuple(boxes))


def _lines(page: Letters, first: int, last: int) -> Iterator[Box]:
    """A box for each run of letters on one line."""
    run: list[int] = []
    for index in range(first, last):
        if run and not _goes_on(page.upright[run[-1]], page.upright[index]):
            yield _around([page.boxes[each] for each in run])
            run = []
        run.append(index)
    if run:
        yield _around([page.boxes[each] for each in run])


def _goes_on(one: Box, other: Box) -> bool:
    """True where the second letter stands on the line of the first, to its right."""
    middle = (other[1] + other[3]) / 2
    return one[1] <= middle <= one[3] and other[2] >= one[0]


def _around(boxes: Sequence[Box]) -> Box:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)
