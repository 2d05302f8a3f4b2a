"""The words of a scanned page where they stand on it, in the page's own points."""

from __future__ import annotations

import ctypes
import math
from time import monotonic

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from checker.reading.ocr.images import levelled
from checker.reading.ocr.tesseract import SECONDS_A_PAGE, Word, recognise
from checker.reading.pdf.glyphs import Box

_POINTS_AN_INCH = 72


def placed(page: pdfium.PdfPage) -> list[tuple[str, Box]]:
    """The words that Tesseract reads with their boxes. Raises TooSlow, and UnreadableFile where it fails."""
    level = levelled(page)
    until = monotonic() + SECONDS_A_PAGE
    words = recognise(level.picture, dpi=level.scale * _POINTS_AN_INCH, until=until)
    size = level.picture.size
    return [(word.text, _box(page, size, word, level.slant)) for word in words if word.text]


def _box(page: pdfium.PdfPage, size: tuple[int, int], word: Word, slant: float) -> Box:
    corners = [(x, y) for x in (word.left, word.right) for y in (word.top, word.bottom)]
    points = [_on_page(page, size, *_slanting(size, x, y, slant)) for x, y in corners]
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _slanting(size: tuple[int, int], x: float, y: float, slant: float) -> tuple[float, float]:
    """Where a point of the levelled picture is before it was turned."""
    across, down = x - size[0] / 2, y - size[1] / 2
    sine, cosine = math.sin(math.radians(slant)), math.cos(math.radians(slant))
    return size[0] / 2 + across * cosine - down * sine, size[1] / 2 + across * sine + down * cosine


def _on_page(page: pdfium.PdfPage, size: tuple[int, int], x: float, y: float) -> tuple[float, float]:
    across, up = ctypes.c_double(), ctypes.c_double()
    raw.FPDF_DeviceToPage(page, 0, 0, *size, 0, round(x), round(y), across, up)
    return across.value, up.value
