"""Scanned pages: rendered, turned upright, recognised by Tesseract, put together to rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean
from time import monotonic

import pypdfium2 as pdfium
from PIL import Image

from checker.reading.ocr.images import rendered
from checker.reading.ocr.rows import rows_of
from checker.reading.ocr.tesseract import SECONDS_A_PAGE, TooSlow, Word, problem, recognise, rotation_of
from checker.reading.pdf.rows import Row

__all__ = ["SECONDS_A_PAGE", "Recognised", "TooSlow", "problem", "recognised"]

_POINTS_AN_INCH = 72
_POOR = 70.0  # mean confidence: upright print is well above
_LONG = 3  # letters: such a word is wider than high
_UPRIGHT = Image.Transpose
_TURNS = {90: _UPRIGHT.ROTATE_270, 180: _UPRIGHT.ROTATE_180, 270: _UPRIGHT.ROTATE_90}


@dataclass(frozen=True, slots=True)
class Recognised:
    """The rows of a scanned page and the confidence, 0 to 100, of each of its words."""

    rows: tuple[Row, ...]
    confidences: tuple[float, ...]


def recognised(page: pdfium.PdfPage, *, number: int) -> Recognised:
    """What Tesseract reads on a page. Raises TooSlow, and UnreadableFile where Tesseract fails."""
    picture, scale = rendered(page)
    dpi = scale * _POINTS_AN_INCH
    until = monotonic() + SECONDS_A_PAGE
    words = recognise(picture, dpi=dpi, until=until)
    if _confidence(words) < _POOR or _runs_down(words):
        picture, words = _upright(picture, words, dpi=dpi, until=until)
    template = Row("", number, 0, 0, 0, 0, picture.width / scale, picture.height / scale, recognised=True)
    return Recognised(tuple(rows_of(words, template, scale=scale)), tuple(word.confidence for word in words))


def _upright(
    picture: Image.Image, words: tuple[Word, ...], *, dpi: float, until: float
) -> tuple[Image.Image, tuple[Word, ...]]:
    """The picture turned as Tesseract proposes, where that is read better than as it lies."""
    turn = _TURNS.get(rotation_of(picture, dpi=dpi, until=until))
    if turn is None:
        return picture, words
    turned = picture.transpose(turn)
    better = recognise(turned, dpi=dpi, until=until)
    return (turned, better) if _quality(better) > _quality(words) else (picture, words)


def _quality(words: Sequence[Word]) -> tuple[bool, float]:
    return not _runs_down(words), _confidence(words)


def _runs_down(words: Sequence[Word]) -> bool:
    """True where words stand on their side: Tesseract reads such print, but its rows are no rows."""
    long = [word for word in words if len(word.text) >= _LONG]
    return 2 * sum(word.bottom - word.top > word.right - word.left for word in long) > len(long)


def _confidence(words: Sequence[Word]) -> float:
    return mean(word.confidence for word in words) if words else 0.0
