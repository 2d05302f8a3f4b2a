"""Scanned pages: rendered, turned upright, recognised by Tesseract, put together to rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean
from time import monotonic

import pypdfium2 as pdfium
from PIL import Image

from checker.reading.ocr.cells import pieces_of, put_back, strip, surer
from checker.reading.ocr.images import rendered
from checker.reading.ocr.placing import placed
from checker.reading.ocr.rows import rows_of
from checker.reading.ocr.ruling import Stroke, open_sides, ruling_of, without_ruling
from checker.reading.ocr.tesseract import (
    BLOCK,
    SECONDS_A_PAGE,
    TooSlow,
    Word,
    problem,
    recognise,
    rotation_of,
)
from checker.reading.pdf.glyphs import Box
from checker.reading.pdf.rows import Row
from checker.reading.pdf.ruled import CellBox, cells_within

__all__ = ["SECONDS_A_PAGE", "Recognised", "TooSlow", "placed", "problem", "recognised"]

_POINTS_AN_INCH = 72
_POOR = 70.0  # mean confidence: upright print is well above
_LONG = 3  # letters: such a word is wider than high
_ALONG = 4.0  # points between the edge of a cell and its line
_UPRIGHT = Image.Transpose
_TURNS = {90: _UPRIGHT.ROTATE_270, 180: _UPRIGHT.ROTATE_180, 270: _UPRIGHT.ROTATE_90}


@dataclass(frozen=True, slots=True)
class Recognised:
    """The rows of a scanned page and the confidence, 0 to 100, of each of its words."""

    rows: tuple[Row, ...]
    confidences: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page as it lies: its picture, the cells of its tables in points, its words in pixels."""

    picture: Image.Image
    cells: tuple[CellBox, ...]
    words: tuple[Word, ...]


def recognised(page: pdfium.PdfPage, *, number: int) -> Recognised:
    """What Tesseract reads on a page. Raises TooSlow, and UnreadableFile where Tesseract fails."""
    picture, scale = rendered(page)
    until = monotonic() + SECONDS_A_PAGE
    sheet = _sheet(picture, scale=scale, until=until)
    if _confidence(sheet.words) < _POOR or _runs_down(sheet.words):
        sheet = _upright(sheet, scale=scale, until=until)
    width, height = (length / scale for length in sheet.picture.size)
    template = Row("", number, 0, 0, 0, 0, width, height, recognised=True)
    rows = rows_of(sheet.words, template, scale=scale, cells=sheet.cells)
    return Recognised(tuple(rows), tuple(word.confidence for word in sheet.words))


def _sheet(picture: Image.Image, *, scale: float, until: float) -> _Sheet:
    strokes = {stroke: _box(stroke, picture, scale) for stroke in ruling_of(picture, scale=scale)}
    cells = cells_within([*strokes.values(), *open_sides(strokes.values())])
    plain = without_ruling(picture, [stroke for stroke, box in strokes.items() if _is_edge(box, cells)])
    words = recognise(plain, dpi=scale * _POINTS_AN_INCH, until=until)
    again = _cells_again(plain, cells, scale=scale, until=until)
    kept = surer(words, again, cells, height=picture.height, scale=scale) if again else words
    return _Sheet(picture, cells, tuple(kept))


def _cells_again(
    plain: Image.Image, cells: Sequence[CellBox], *, scale: float, until: float
) -> tuple[Word, ...]:
    """What is written in the cells, read cell by cell; nothing where there is no time left for it."""
    pieces = pieces_of(plain, cells, scale=scale)
    if not pieces:
        return ()
    sheet = strip(plain, pieces, scale=scale)
    try:
        found = recognise(sheet, dpi=scale * _POINTS_AN_INCH, until=until, layout=BLOCK)
    except TooSlow:  # what was read of the page is worth more than the rest
        return ()
    return tuple(put_back(found, pieces, scale=scale))


def _is_edge(line: Box, cells: Sequence[CellBox]) -> bool:
    """True for a line along an edge of some cell; other strokes may be those of letters."""
    left, bottom, right, top = line
    if right - left > top - bottom:
        return any(min(abs(cell.top - top), abs(cell.bottom - top)) < _ALONG for cell in cells)
    return any(min(abs(cell.left - left), abs(cell.right - left)) < _ALONG for cell in cells)


def _box(stroke: Stroke, picture: Image.Image, scale: float) -> Box:
    """A line in points, y upwards from the foot of the page."""
    top, bottom = (picture.height - edge for edge in (stroke.top, stroke.bottom))
    return stroke.left / scale, bottom / scale, stroke.right / scale, top / scale


def _upright(sheet: _Sheet, *, scale: float, until: float) -> _Sheet:
    """The page turned as Tesseract proposes, where that is read better than as it lies."""
    turn = _TURNS.get(rotation_of(sheet.picture, dpi=scale * _POINTS_AN_INCH, until=until))
    if turn is None:
        return sheet
    turned = _sheet(sheet.picture.transpose(turn), scale=scale, until=until)
    return turned if _quality(turned.words) > _quality(sheet.words) else sheet


def _quality(words: Sequence[Word]) -> tuple[bool, float]:
    return not _runs_down(words), _confidence(words)


def _runs_down(words: Sequence[Word]) -> bool:
    """True where words stand on their side: Tesseract reads such print, but its rows are no rows."""
    long = [word for word in words if len(word.text) >= _LONG]
    return 2 * sum(word.bottom - word.top > word.right - word.left for word in long) > len(long)


def _confidence(words: Sequence[Word]) -> float:
    return mean(word.confidence for word in words) if words else 0.0
