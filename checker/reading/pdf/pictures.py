"""Which pages show text that their letters do not tell: to be recognised, not read."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from checker.reading.pdf.rows import Row
from checker.text.syllables import syllable_share

_FEWEST_LETTERS = 20  # scans carry stamps and signatures of about that length
_FEW_LETTERS = 100  # so few on a page that is one big picture are an overlay, not the text
_PICTURE_SHARE = 0.5  # of the page's area
_DRAWN = 200  # shapes on a page without letters: text whose letters were made into curves
_FEWEST_SYLLABLES = 0.7  # of the words: what an older program read off a picture may be of no use
_SCRAMBLED = 0.2  # of the signs: the font has no table of letters, so they are its own numbers
_NO_LETTER = re.compile("[\x00-\x1f\x7f-\x9f\ufffd]")
_FORMS_WITHIN = 3


def is_scan(page: pdfium.PdfPage, rows: Sequence[Row]) -> bool:
    """True when the text of the page is in its picture and not, or not usably, among its letters."""
    letters = sum(sum(map(str.isalpha, row.text)) for row in rows)
    if _is_scrambled("".join(row.text for row in rows)):
        return True
    if letters >= _FEW_LETTERS:
        useless = syllable_share(" ".join(row.text for row in rows)) < _FEWEST_SYLLABLES
        return useless and _pictured(page) > _PICTURE_SHARE
    return _pictured(page) > _PICTURE_SHARE or (letters < _FEWEST_LETTERS and _is_drawn(page))


def _is_scrambled(text: str) -> bool:
    signs = len(text) - text.count(" ")
    return len(_NO_LETTER.findall(text)) > _SCRAMBLED * signs


def _pictured(page: pdfium.PdfPage) -> float:
    """The share of the page under pictures; scanners also cut a page into strips."""
    width, height = page.get_size()
    images = page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=_FORMS_WITHIN)
    return sum(map(_area, images)) / float(max(width * height, 1))


def _area(image: pdfium.PdfObject) -> float:
    left, bottom, right, top = image.get_bounds()
    return float((right - left) * (top - bottom))


def _is_drawn(page: pdfium.PdfPage) -> bool:
    shapes = page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,), max_depth=_FORMS_WITHIN)
    return sum(1 for _ in shapes) > _DRAWN
