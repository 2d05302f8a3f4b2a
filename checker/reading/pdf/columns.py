"""Heads and signatures are set in two columns: the left one is read to its end before the right one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from checker.reading.pdf.rows import Row

_COLUMNED = re.compile(
    r"C[ỘỌ]NG\s+H[ÒO][AÀ]\s+X[ÃẴ]\s+HỘI|Độc\s+lập\s*[-–—]|^\s*Nơi\s+nhận|ĐẢNG CỘNG SẢN VIỆT NAM",
    re.IGNORECASE,
)
_FEWEST_AROUND = 2  # rows have a middle in common
_OFF_MIDDLE = 0.02  # of the page's width
_SAME_LINE = 2.0  # points
_BLANK = " " * 6  # stands for the blank that the cut was made at


def in_columns(rows: Sequence[Row]) -> list[Row]:
    """The rows of a page, those of a two-column head or foot column by column."""
    ordered: list[Row] = []
    start = 0
    for begin, end in _regions(rows):
        ordered += rows[start:begin]
        ordered += _column([row for row in rows[begin:end] if not _is_right(row)])
        ordered += _column([row for row in rows[begin:end] if _is_right(row)])
        start = end
    return [*ordered, *rows[start:]]


def _column(rows: Sequence[Row]) -> list[Row]:
    """The rows of one column, whole again; those are marked that lie around its middle."""
    whole = _rejoined(rows)
    if len(whole) < _FEWEST_AROUND:
        return whole
    middle = median(_middle(row) for row in whole)
    return [replace(row, centred=abs(_middle(row) - middle) < _OFF_MIDDLE * row.page_width) for row in whole]


def _middle(row: Row) -> float:
    return (row.left + row.right) / 2


def _rejoined(rows: Sequence[Row]) -> list[Row]:
    """Pieces of one line of a column put together again: "Số:      /TTr-SNV" has a wide blank of its own."""
    joined: list[Row] = []
    for row in rows:
        last = joined[-1] if joined else None
        if last and last.cut and row.cut and abs(last.y - row.y) < _SAME_LINE and last.right < row.left:
            joined[-1] = replace(last, text=f"{last.text}{_BLANK}{row.text}", right=row.right)
        else:
            joined.append(row)
    return joined


def _regions(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Runs of narrow rows around a cut one that holds a mark of such a head or foot."""
    regions = []
    index = 0
    while index < len(rows):
        end = index
        while end < len(rows) and _is_narrow(rows[end]):
            end += 1
        run = rows[index:end]
        if any(row.cut for row in run) and any(_COLUMNED.search(row.text) for row in run):
            regions.append((index, end))
        index = max(end, index + 1)
    return regions


def _is_narrow(row: Row) -> bool:
    """True for a row that lies in one half of the page (a little may hang over the middle)."""
    middle, slack = row.page_width / 2, 0.12 * row.page_width
    centred = abs(_middle(row) - middle) < 0.05 * row.page_width
    return not row.cell and not centred and (row.right < middle + slack or row.left > middle - slack)


def _is_right(row: Row) -> bool:
    return _middle(row) > row.page_width / 2
