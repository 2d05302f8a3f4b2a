"""Cut a block's text where marks begin and end, so that overlapping marks stay readable."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from checker.domain import Document, Finding, Span

Segment = tuple[str, list[int]]


def order(findings: Sequence[Finding]) -> list[Finding]:
    """The findings in reading order, longer first, so that an outer mark comes before an inner one."""
    return sorted(findings, key=lambda finding: (finding.span.start, -finding.span.end, finding.id))


def by_block(document: Document, spans: Sequence[Span]) -> dict[int, list[int]]:
    """For each block that a span touches, the indexes of those spans; empty spans touch nothing."""
    touched: dict[int, list[int]] = {}
    for index, span in enumerate(spans):
        if span.start < span.end:
            for block in range(block_at(document, span.start), bisect_left(document.starts, span.end)):
                touched.setdefault(block, []).append(index)
    return touched


def block_at(document: Document, offset: int) -> int:
    """The index of the block that holds this character."""
    return max(0, bisect_right(document.starts, offset) - 1)


def segments(text: str, start: int, spans: Sequence[Span], indexes: Sequence[int]) -> list[Segment]:
    """The text in pieces, each with the indexes of the spans over it; the pieces joined are the text.

    `start` is the offset of `text` in the document; `indexes` says which of `spans` may touch it.
    """
    inside = [(index, spans[index].start - start, spans[index].end - start) for index in indexes]
    cuts = {0, len(text)}
    for _, begin, end in inside:
        cuts |= {min(max(begin, 0), len(text)), min(max(end, 0), len(text))}
    edges = sorted(cuts)
    return [
        (text[left:right], [index for index, begin, end in inside if begin <= left and right <= end])
        for left, right in pairwise(edges)
    ]


def levels(spans: Sequence[Span]) -> list[int]:
    """A row for each span's underline, so that no two overlapping spans share one. Spans in reading order."""
    rows: list[int] = []
    open_rows: dict[int, int] = {}
    for span in spans:
        open_rows = {row: end for row, end in open_rows.items() if end > span.start}
        row = next(free for free in range(len(open_rows) + 1) if free not in open_rows)
        open_rows[row] = span.end
        rows.append(row)
    return rows
