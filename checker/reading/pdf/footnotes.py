"""Footnotes: smaller print at the foot of a page, which may fill most of it and go on over its end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median

from checker.reading.pdf.rows import Row

_SMALL = 0.9  # of the usual size; notes are set in 12 points under text in 14
_MARK = re.compile(r"^(?:\[?\d{1,3}\]?|[*(])")
_WIDE = 0.55  # of the page's width: the list of recipients is as small, but narrow

_Split = tuple[Sequence[Row], Sequence[Row]]


def without_footnotes(pages: Sequence[Sequence[Row]]) -> Iterator[_Split]:
    """For each page its rows above the footnotes and those of the footnotes."""
    sizes = [row.size for rows in pages for row in rows if not row.cell]
    usual = median(sizes) if sizes else 0.0
    goes_on = False
    for rows in pages:
        body, notes = _split(rows, usual, goes_on=goes_on)
        goes_on = bool(notes)
        yield body, notes


def _split(rows: Sequence[Row], usual: float, *, goes_on: bool) -> _Split:
    """The rows parted; `goes_on` tells that the page before ends with footnotes."""
    if not rows:
        return rows, ()
    own = median(row.size for row in rows)
    start = len(rows)
    while start and not rows[start - 1].cell and rows[start - 1].size < _SMALL * max(own, usual):
        start -= 1
    crowded = own < _SMALL * usual  # more notes than text, or an annex in small print
    is_note = start and (_is_marked(rows, start, crowded) or (goes_on and _is_rest(rows, start)))
    return (rows[:start], rows[start:]) if is_note else (rows, ())


def _is_marked(rows: Sequence[Row], start: int, crowded: bool) -> bool:
    if start == len(rows) or not _MARK.match(rows[start].text):
        return False
    return rows[start].raised > 0 or not crowded


def _is_rest(rows: Sequence[Row], start: int) -> bool:
    """True where small print can be the rest of a note of the page before."""
    first = rows[start] if start < len(rows) else None
    return first is not None and first.right - first.left > _WIDE * first.page_width
