"""The rows of a page: runs of letters on one baseline, cut where a wide blank or a ruling line parts them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

import pypdfium2 as pdfium

from checker.domain import Cell, Span
from checker.reading.pdf.glyphs import Glyphs, Sign
from checker.reading.pdf.marks import is_mark, raised_start, takes_mark, without_marks
from checker.reading.pdf.ruled import CellBox, cells_of
from checker.reading.pdf.tears import without_tears
from checker.text.legacy import decode, encoding_of

COLUMN_GAP = 24.0  # points; blanks inside justified text stay below

_HYPHENS = "\x02\ufffe"  # pdfium's sign for a hyphen at the end of a row
_NEWLINES = "\r\n"
_CLOSE = 2.0  # points by which letters may overlap
_RAISED = 0.55  # of the font's size
_SMALL = 0.8  # of the font's size: raised signs are smaller still
_WORD_GAP = 0.15  # of the font's size
_CLOSES = re.compile(r"[\s.,;:!?…)\]”»]")
# What Unicode text in Vietnamese has next to none of and text in an old font is full of.
_OLD_LETTERS = re.compile("[\x80-\x9f¡-¨ª-¶¸¹¼-¿Ä-ÇËÎ-ÑÖ-ØÛÜÞ-ßä-çëî-ñö-øûüþÿ]")


@dataclass(frozen=True, slots=True)
class Row:
    """A piece of one printed line. Lengths in points, y upwards; `size` is that of the font.

    `cut` tells that other pieces stand on the same line, `centred` that it is centred in its column;
    `recognised` that it comes from a picture, with the spans of `text` that are `doubtful`; `cell` is
    the place in a table. `raised` counts the letters of a raised number that `text` begins with.
    """

    text: str
    page: int
    left: float
    right: float
    y: float
    size: float
    page_width: float
    page_height: float
    bold: bool = False
    cut: bool = False
    centred: bool = False
    recognised: bool = False
    doubtful: tuple[Span, ...] = ()
    cell: Cell | None = None
    frame: tuple[float, float] | None = None  # the left and right edge of that cell
    raised: int = 0


def rows_of(page: pdfium.PdfPage, *, number: int) -> list[Row]:
    """The rows of a page in the order in which the PDF draws them, turned upright."""
    textpage = page.get_textpage()
    try:
        glyphs = Glyphs(page, textpage)
        width, height = glyphs.turn.size
        template = Row("", number, 0, 0, 0, 0, width, height)
        boxes = cells_of(page, glyphs.turn)
        return _mended([row for line in _lines(glyphs) for row in _pieces(glyphs, line, boxes, template)])
    finally:
        textpage.close()


def _mended(rows: Sequence[Row]) -> list[Row]:
    """Pieces side by side put in one row: pdfium breaks a line at raised signs ("m2", a note's mark)."""
    whole: list[Row] = []
    for row in rows:
        if whole and _is_next(whole[-1], row):
            whole[-1] = _with(whole[-1], row)
        else:
            whole.append(row)
    return whole


def _is_next(row: Row, after: Row) -> bool:
    gap = after.left - row.right
    level = abs(row.y - after.y) < _RAISED * max(row.size, after.size)
    return row.cell == after.cell and level and -_CLOSE < gap < COLUMN_GAP and not (row.cut and after.cut)


def _with(row: Row, after: Row) -> Row:
    """Both pieces as one row; the number of a note leaves nothing but its room."""
    noted, small = takes_mark(row.text), after.size < _SMALL * row.size
    if noted and small and is_mark(after.text):
        return row
    main = max(row, after, key=lambda piece: piece.size)
    mark = after.raised if noted else 0
    text = after.text[mark:]
    exponent = small and text[:1].isdigit() and row.text[-1:].isdigit()
    apart = (mark or _is_apart(row, after)) and not _CLOSES.match(text)
    blank = " " if exponent or apart else ""
    begun = len(row.text) if is_mark(row.text) and row.size < _SMALL * after.size else row.raised
    text = f"{row.text}{blank}{text}"
    return replace(row, text=text, right=after.right, y=main.y, size=main.size, raised=begun)


def _is_apart(row: Row, after: Row) -> bool:
    return after.left - row.right > _WORD_GAP * row.size or row.size < _SMALL * after.size


def _lines(glyphs: Glyphs) -> Iterator[list[Sign]]:
    line: list[Sign] = []
    for sign in glyphs.signs():
        if sign.text in _HYPHENS:  # pdfium joins the next printed line to it
            yield [*line, sign]
            line = []
        elif sign.text in _NEWLINES:
            if line:
                yield line
            line = []
        else:
            line.append(sign)
    if line:
        yield line


def _pieces(glyphs: Glyphs, line: Sequence[Sign], boxes: Sequence[CellBox], template: Row) -> Iterator[Row]:
    for box, part in _by_box(glyphs, without_tears(glyphs, line), boxes):
        groups = [list(part)] if box else list(_cut(glyphs, part))
        framed = replace(template, cell=box.cell, frame=(box.left, box.right)) if box else template
        for group in groups:
            yield _row(glyphs, group, replace(framed, cut=len(groups) > 1))


def _by_box(
    glyphs: Glyphs, line: Sequence[Sign], boxes: Sequence[CellBox]
) -> Iterator[tuple[CellBox | None, list[Sign]]]:
    """The line parted where it goes from one cell of a table to another; blanks alone are left out."""
    part: list[Sign] = []
    current: CellBox | None = None
    for sign in line:
        box = current if sign.text.isspace() or not boxes else _box_of(glyphs, sign, boxes, current)
        if box is not current:
            if any(not other.text.isspace() for other in part):
                yield current, part
            part, current = [], box
        part.append(sign)
    if any(not sign.text.isspace() for sign in part):
        yield current, part


def _box_of(glyphs: Glyphs, sign: Sign, boxes: Sequence[CellBox], current: CellBox | None) -> CellBox | None:
    left, bottom, right, top = glyphs.box(sign)
    x, y = (left + right) / 2, (bottom + top) / 2
    if current and current.holds(x, y):
        return current
    return next((box for box in boxes if box.holds(x, y)), None)


def _cut(glyphs: Glyphs, line: Sequence[Sign]) -> Iterator[list[Sign]]:
    """The line cut at wide blanks; only blanks can be wide, so boxes are asked for at blanks only."""
    group: list[Sign] = []
    before: Sign | None = None
    blank = False
    for sign in line:
        if sign.text.isspace():
            blank = True
        else:
            if before and blank and glyphs.box(sign)[0] - glyphs.box(before)[2] > COLUMN_GAP:
                yield group
                group = []
            before, blank = sign, False
        group.append(sign)
    if before:
        yield group


def _row(glyphs: Glyphs, group: Sequence[Sign], template: Row) -> Row:
    kept = without_marks(glyphs, group)
    seen = [sign for sign in kept if not sign.text.isspace()]
    ends = [glyphs.font(sign) for sign in (seen[0], seen[-1])]
    return replace(
        template,
        text=_text(glyphs, kept, ends),
        left=glyphs.box(seen[0])[0],
        right=glyphs.box(seen[-1])[2],
        y=glyphs.baseline(seen[0]),
        size=glyphs.size(seen[len(seen) // 2]),
        bold=all("bold" in font.lower() for font in ends),
        raised=raised_start(glyphs, seen),
    )


def _text(glyphs: Glyphs, group: Sequence[Sign], ends: Sequence[str]) -> str:
    text = "".join(sign.text for sign in group)
    if any(map(_is_old, ends)) or _OLD_LETTERS.search(text):
        text = "".join(_in_unicode(glyphs, group))
    text = text.strip()
    if text[-1:] in _HYPHENS:
        text = text[:-1] + "-"
    return unicodedata.normalize("NFC", text.translate({ord(sign): None for sign in _HYPHENS}))


def _in_unicode(glyphs: Glyphs, group: Sequence[Sign]) -> Iterator[str]:
    """The words of a row; stretches in a font from before Unicode are converted by the font's name."""
    fonts = _fonts_by_word(glyphs, group)
    for font, stretch in groupby(zip(fonts, group, strict=True), key=lambda pair: pair[0]):
        text = "".join(sign.text for _, sign in stretch)
        yield decode(text, font) if font else text


@lru_cache
def _is_old(font: str) -> bool:
    return encoding_of(font) is not None


def _fonts_by_word(glyphs: Glyphs, group: Sequence[Sign]) -> list[str]:
    """For each letter the old font of its word, "" for any other; blanks go with the word before."""
    fonts: list[str] = []
    font = ""
    blank = True
    for sign in group:
        if sign.text.isspace():
            blank = True
        elif blank:
            name = glyphs.font(sign)
            font = name if _is_old(name) else ""
            blank = False
        fonts.append(font)
    return fonts
