"""Rows joined into paragraphs; a paragraph goes on over the end of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from checker.domain import Block, Place
from checker.reading.pdf.rows import Row
from checker.text import clean

_LABEL = re.compile(
    r"^[“\"]?(?:Điều\s+\d+[a-zđ]?\s*[.:]|(?:Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN|Tiểu mục)\s+(?:[IVXLC]+"
    r"|\d+|(?:thứ|THỨ)\s)"
    r"|PHỤ LỤC|Phụ lục\s+[IVX\d]+\s*$|\d{1,3}(?:\.\d{1,2})*[.)]\s|\d{1,2}(?:\.\d{1,2})+\s"
    r"|[a-zđ]{1,2}\d?\)|[IVX]+[.)]\s"
    r"|[A-H]\.\s|[-–—+•*]\s|Căn cứ\s|Theo đề nghị|Nơi nhận)"
)
_HEADING = re.compile(r"^(?:Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN|Tiểu mục|PHỤ LỤC|Phụ lục)\s+\S+[.:]?$")
_ENDS = re.compile(r"[.;:!?…][”\"’)]*$|/\.$")
_HYPHENATED = re.compile(r"\w-$")
_INDENT = 8.0  # points
_CENTRED = 0.03  # of the page's width
_OTHER_SIZE = 0.12  # of the font's size; notes are set in 12 points under text in 14
_SMALL = 0.9
_NOTE_MARK = re.compile(r"^(?:\[?\d{1,3}\]?|[*(])")
_LOOSE = 1.35  # times the usual distance of two rows


@dataclass(frozen=True, slots=True)
class _Layout:
    """The measures of the text block: its left and right edge and the usual distance of two rows."""

    left: float
    right: float
    pitch: float


def blocks_of(pages: Sequence[Sequence[Row]]) -> Iterator[Block]:
    """One block a paragraph, numbered from 1 in reading order."""
    for number, (paragraph, layout) in enumerate(_paragraphs(pages), 1):
        yield _block(paragraph, number, layout)


def _paragraphs(pages: Sequence[Sequence[Row]]) -> Iterator[tuple[list[Row], _Layout]]:
    """Paragraphs in reading order; footnotes follow the paragraph that the end of their page cuts."""
    paragraph: list[Row] = []
    layout = _Layout(0, 0, 0)
    footnotes: list[tuple[list[Row], _Layout]] = []
    for rows in pages:
        layout = _layout(rows)
        body, notes = _split_footnotes(rows)
        for row in body:
            if paragraph and _begins(row, paragraph, layout):
                yield paragraph, layout
                yield from footnotes
                paragraph, footnotes = [], []
            paragraph.append(row)
        footnotes += _grouped(notes, layout)
    if paragraph:
        yield paragraph, layout
    yield from footnotes


def _grouped(rows: Sequence[Row], layout: _Layout) -> Iterator[tuple[list[Row], _Layout]]:
    paragraph: list[Row] = []
    for row in rows:
        if paragraph and _begins(row, paragraph, layout):
            yield paragraph, layout
            paragraph = []
        paragraph.append(row)
    if paragraph:
        yield paragraph, layout


def _split_footnotes(rows: Sequence[Row]) -> tuple[Sequence[Row], Sequence[Row]]:
    """The rows above and in the footnotes: smaller print at the foot of the page that begins with a mark."""
    if not rows:
        return rows, ()
    usual = median(row.size for row in rows)
    start = len(rows)
    while start and rows[start - 1].size < _SMALL * usual:
        start -= 1
    begins = next(
        (index for index in range(start, len(rows)) if _NOTE_MARK.match(rows[index].text)), len(rows)
    )
    return (rows, ()) if begins > start else (rows[:start], rows[start:])


def _layout(rows: Sequence[Row]) -> _Layout:
    wide = [row for row in rows if row.right - row.left > 0.55 * row.page_width] or list(rows)
    if not wide:
        return _Layout(0, 0, 0)
    steps = [above.y - below.y for above, below in pairwise(wide) if 4 < above.y - below.y < 60]
    left = sorted(row.left for row in wide)[len(wide) // 10]
    return _Layout(left, max(row.right for row in wide), median(steps) if steps else 0)


def _begins(row: Row, paragraph: Sequence[Row], layout: _Layout) -> bool:
    """True when `row` opens a new paragraph."""
    before = paragraph[-1]
    if row.cut or before.cut or abs(row.size - before.size) > _OTHER_SIZE * before.size:
        return True
    if _HEADING.match(" ".join(part.text for part in paragraph)):
        return True
    if _is_centred(row, layout) or _is_centred(before, layout):
        return not _same_title(row, before, layout)
    if row.page == before.page and before.y - row.y > _LOOSE * layout.pitch > 0:
        return True
    return _opens(row, before, layout)


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
    middle = (layout.left + layout.right) / 2
    away = abs((row.left + row.right) / 2 - middle)
    free = min(row.left - layout.left, layout.right - row.right)
    return away < _CENTRED * row.page_width and free > 2 * _INDENT


def _same_title(row: Row, before: Row, layout: _Layout) -> bool:
    """Centred rows go on with each other only where a small letter says so: titles keep their lines."""
    if not (_is_centred(row, layout) and _is_centred(before, layout)):
        return _is_centred(row, layout) and row.text[:1].islower() and not _ENDS.search(before.text)
    return row.text[:1].islower() and not _ENDS.search(before.text)


def _block(paragraph: Sequence[Row], number: int, layout: _Layout) -> Block:
    first = paragraph[0]
    return Block(
        clean(_joined(paragraph)),
        Place(number, page=first.page),
        bold=all(row.bold for row in paragraph),
        centred=all(_is_centred(row, layout) for row in paragraph),
    )


def _joined(paragraph: Sequence[Row]) -> str:
    """Vietnamese breaks no word at a row's end: a hyphen there belongs to a compound ("kinh tế -", "NĐ-")."""
    text = ""
    for row in paragraph:
        glue = "" if not text or _HYPHENATED.search(text) else " "
        text += glue + row.text
    return text
