"""Rows joined into paragraphs; a paragraph goes on over the end of a page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from checker.reading.pdf.footnotes import without_footnotes
from checker.reading.pdf.rows import Row

_LABEL = re.compile(
    r"^[“\"]?(?:Điều\s+\d+[a-zđ]?\s*[.:]|(?:Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN|Tiểu mục)\s+(?:[IVXLC]+"
    r"|\d+|(?:thứ|THỨ)\s)"
    r"|PHỤ LỤC|Phụ lục\s+[IVX\d]+\s*$|\d{1,3}(?:\.\d{1,2})*[.)]\s|\d{1,2}(?:\.\d{1,2})+\s"
    r"|[a-zđ]{1,2}\d?\)|[IVX]+[.)]\s"
    r"|[A-H]\.\s|[-–—+•*]\s|Căn cứ\s|Theo đề nghị|Nơi nhận)"
)
# What is set to the left with an indent, and may lie around the middle by its length.
_LISTED = re.compile(r"^(?:Điều\s+\d|\d{1,3}[.)]\s|[a-zđ]{1,2}\)|[-–—+•*]\s|Căn cứ\s|Theo đề nghị)")
_HEADING = re.compile(r"^(?:Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN|Tiểu mục|PHỤ LỤC|Phụ lục)\s+\S+[.:]?$")
_ENDS = re.compile(r"[.;:!?…][”\"’)]*$|/\.$")
_INDENT = 8.0  # points
_CENTRED = 0.03  # of the page's width
_OTHER_SIZE = 0.12  # of the font's size; notes are set in 12 points under text in 14
_FILLED = 0.7  # of a cell's width: such a row may go on in the next
_OTHER_LENGTH = 6.0  # points by which rows of one length still differ
_FEWEST_LENGTHS = 3
_LOOSE = 1.35  # times the usual distance of two rows


@dataclass(frozen=True, slots=True)
class _Layout:
    """The measures of the text block: its left and right edge and the usual distance of two rows."""

    left: float
    right: float
    pitch: float
    shared: frozenset[int] = frozenset()  # left edges, in points, of rows with other right edges


_EMPTY = _Layout(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The rows of one paragraph; `centred` tells that all of them are."""

    rows: tuple[Row, ...]
    centred: bool = False
    footnote: bool = False


def paragraphs_of(pages: Sequence[Sequence[Row]]) -> Iterator[Paragraph]:
    """The paragraphs of the body in reading order, then those of the footnotes."""
    rows: list[Row] = []
    layout = _EMPTY
    footnotes: list[Paragraph] = []
    for page, (body, notes) in zip(pages, without_footnotes(pages), strict=True):
        layout = _layout(page)
        for row in body:
            if rows and _begins(row, rows, layout):
                yield _paragraph(rows, layout)
                rows = []
            rows.append(row)
        footnotes += [replace(note, footnote=True) for note in _grouped(notes, layout)]
    if rows:
        yield _paragraph(rows, layout)
    yield from footnotes


def _paragraph(rows: Sequence[Row], layout: _Layout) -> Paragraph:
    return Paragraph(tuple(rows), centred=all(_is_centred(row, layout) for row in rows))


def _grouped(rows: Sequence[Row], layout: _Layout) -> Iterator[Paragraph]:
    paragraph: list[Row] = []
    for row in rows:
        if paragraph and _begins(row, paragraph, layout):
            yield _paragraph(paragraph, layout)
            paragraph = []
        paragraph.append(row)
    if paragraph:
        yield _paragraph(paragraph, layout)


def _layout(rows: Sequence[Row]) -> _Layout:
    wide = [row for row in rows if row.right - row.left > 0.55 * row.page_width] or list(rows)
    if not wide:
        return _EMPTY
    steps = [above.y - below.y for above, below in pairwise(wide) if 4 < above.y - below.y < 60]
    left = sorted(row.left for row in wide)[len(wide) // 10]
    return _Layout(left, max(row.right for row in wide), median(steps) if steps else 0, _shared_edges(rows))


def _shared_edges(rows: Sequence[Row]) -> frozenset[int]:
    """Left edges that rows of several lengths have in common: such rows are set to the left, not centred."""
    rights = defaultdict(set)
    for row in rows:
        if not row.cell:
            rights[round(row.left)].add(round(row.right / _OTHER_LENGTH))
    return frozenset(left for left, found in rights.items() if len(found) >= _FEWEST_LENGTHS)


def _begins(row: Row, paragraph: Sequence[Row], layout: _Layout) -> bool:
    """True when `row` opens a new paragraph."""
    before = paragraph[-1]
    if row.cell != before.cell:
        return True
    if row.cell:
        return _begins_in_cell(row, before)
    if row.cut or before.cut or abs(row.size - before.size) > _OTHER_SIZE * before.size:
        return True
    if _HEADING.match(" ".join(part.text for part in paragraph)):
        return True
    if _is_centred(row, layout) or _is_centred(before, layout):
        return not _same_title(row, before, layout)
    if row.page == before.page and before.y - row.y > _LOOSE * layout.pitch > 0:
        return True
    return _opens(row, before, layout)


def _begins_in_cell(row: Row, before: Row) -> bool:
    """In a cell a printed number opens a paragraph, or a capital after a sentence that ends early."""
    ended = bool(_ENDS.search(before.text))
    left, right = row.frame or (0, 0)
    filled = before.right - before.left > _FILLED * (right - left)
    return ended and bool(_LABEL.match(row.text) or (not filled and row.text[:1].isupper()))


def _opens(row: Row, before: Row, layout: _Layout) -> bool:
    ended = bool(_ENDS.search(before.text))
    short = _is_short(before, row, layout)
    indented = (
        row.left > before.left + _INDENT if row.page == before.page else row.left > layout.left + _INDENT
    )
    if _LABEL.match(row.text):
        return ended or short or indented or row.left > layout.left + _INDENT
    if indented:
        return ended or short or not row.text[:1].islower()
    return short and (ended or not row.text[:1].islower())


def _is_short(before: Row, row: Row, layout: _Layout) -> bool:
    """True when the first word of `row` would have found room on the row before."""
    word = len(row.text.split(" ", 1)[0])
    letter = (row.right - row.left) / max(len(row.text), 1)
    # Odd and even pages of a gazette have the text block at different places.
    edge = layout.right if before.page == row.page else max(layout.right, before.right)
    return edge - before.right > (word + 2) * letter


def _is_centred(row: Row, layout: _Layout) -> bool:
    if row.centred or row.cell or round(row.left) in layout.shared or _LISTED.match(row.text):
        return row.centred
    middle = (layout.left + layout.right) / 2
    away = abs((row.left + row.right) / 2 - middle)
    free = min(row.left - layout.left, layout.right - row.right)
    return away < _CENTRED * row.page_width and free > 2 * _INDENT


def _same_title(row: Row, before: Row, layout: _Layout) -> bool:
    """Centred rows go on with each other only where a small letter says so: titles keep their lines."""
    if not (_is_centred(row, layout) and _is_centred(before, layout)):
        return _is_centred(row, layout) and row.text[:1].islower() and not _ENDS.search(before.text)
    return row.text[:1].islower() and not _ENDS.search(before.text)
