"""The rows of a page: runs of characters on one baseline, cut where a wide blank parts two columns."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from checker.domain import Cell, Span

UNREADABLE = "\ufffd"  # stands for a glyph that the PDF's font does not tell the letter of

_HYPHENS = "\x02\ufffe"  # pdfium's sign for a hyphen at the end of a row
_NEWLINES = "\r\n"
COLUMN_GAP = 24.0  # points; blanks inside justified text stay below


@dataclass(frozen=True, slots=True)
class Row:
    """A piece of one printed line. Lengths in points, y upwards; `size` is that of the font.

    `cut` tells that other pieces stand on the same line, `centred` that it is centred in its column;
    `recognised` that it comes from a picture, with the spans of `text` that are `doubtful`; `cell` is
    the place in a table.
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


@dataclass(frozen=True, slots=True)
class _Sign:
    index: int
    text: str


def rows_of(page: pdfium.PdfPage, *, number: int) -> list[Row]:
    """The rows of a page in the order in which the PDF draws them."""
    textpage = page.get_textpage()
    try:
        width, height = page.get_size()
        template = Row("", number, 0, 0, 0, 0, width, height)
        return [row for signs in _lines(textpage) for row in _pieces(textpage, signs, template)]
    finally:
        textpage.close()


def _lines(textpage: pdfium.PdfTextPage) -> Iterator[list[_Sign]]:
    line: list[_Sign] = []
    for sign in _signs(textpage):
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


def _signs(textpage: pdfium.PdfTextPage) -> Iterator[_Sign]:
    """Characters with their place in the page; letters beyond the first plane come as two halves."""
    half = 0
    for index in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(textpage, index)
        if 0xD800 <= code < 0xDC00:
            half = code
        elif 0xDC00 <= code < 0xE000:
            yield _Sign(index, chr(0x10000 + ((half - 0xD800) << 10) + code - 0xDC00) if half else UNREADABLE)
            half = 0
        else:
            yield _Sign(index, chr(code) if code else UNREADABLE)


def _pieces(textpage: pdfium.PdfTextPage, line: Sequence[_Sign], template: Row) -> Iterator[Row]:
    groups = list(_cut(textpage, line))
    for group in groups:
        yield _row(textpage, group, replace(template, cut=len(groups) > 1))


def _cut(textpage: pdfium.PdfTextPage, line: Sequence[_Sign]) -> Iterator[list[_Sign]]:
    """The line cut at wide blanks; only blanks can be wide, so boxes are asked for at blanks only."""
    group: list[_Sign] = []
    before: _Sign | None = None
    blank = False
    for sign in line:
        if sign.text.isspace():
            blank = True
        else:
            if before and blank and _left(textpage, sign) - _right(textpage, before) > COLUMN_GAP:
                yield group
                group = []
            before, blank = sign, False
        group.append(sign)
    if before:
        yield group


def _row(textpage: pdfium.PdfTextPage, group: Sequence[_Sign], template: Row) -> Row:
    seen = [sign for sign in group if not sign.text.isspace()]
    return replace(
        template,
        text=_text(group),
        left=_left(textpage, seen[0]),
        right=_right(textpage, seen[-1]),
        y=_baseline(textpage, seen[0]),
        size=_font_size(textpage, seen[len(seen) // 2]),
        bold=_is_bold(textpage, seen[0].index) and _is_bold(textpage, seen[-1].index),
    )


def _text(group: Sequence[_Sign]) -> str:
    text = "".join(sign.text for sign in group).strip()
    if text[-1:] in _HYPHENS:
        text = text[:-1] + "-"
    return text.translate({ord(sign): None for sign in _HYPHENS})


def _box(textpage: pdfium.PdfTextPage, index: int) -> tuple[float, float, float, float]:
    left, bottom, right, top = textpage.get_charbox(index, loose=True)
    return float(left), float(bottom), float(right), float(top)


def _left(textpage: pdfium.PdfTextPage, sign: _Sign) -> float:
    return _box(textpage, sign.index)[0]


def _right(textpage: pdfium.PdfTextPage, sign: _Sign) -> float:
    return _box(textpage, sign.index)[2]


def _font_size(textpage: pdfium.PdfTextPage, sign: _Sign) -> float:
    """The size as printed; the font's own size is often 1 and the page's matrix does the rest."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(textpage, sign.index, matrix)
    return float(raw.FPDFText_GetFontSize(textpage, sign.index) * math.hypot(matrix.c, matrix.d))


def _baseline(textpage: pdfium.PdfTextPage, sign: _Sign) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(textpage, sign.index, x, y)
    return y.value


def _is_bold(textpage: pdfium.PdfTextPage, index: int) -> bool:
    buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    raw.FPDFText_GetFontInfo(textpage, index, buffer, len(buffer), flags)
    return b"bold" in buffer.value.lower()
