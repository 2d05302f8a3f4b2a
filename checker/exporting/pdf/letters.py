"""The letters of a PDF's page with their boxes: from its text layer, on a scan as recognised again."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import pypdfium2 as pdfium

from checker.errors import UnreadableFile
from checker.reading.pdf.glyphs import Box, Glyphs, Sign
from checker.text.legacy import decoded, encoding_of


def base_letters(text: str) -> str:
    """The letters and digits without marks and case, by which a quote is found however it is drawn."""
    parts = unicodedata.normalize("NFD", text.casefold()).replace("đ", "d")
    return "".join(filter(str.isalnum, parts))


@dataclass(frozen=True, slots=True)
class Letters:
    """The base letters and digits of a page in drawing order, a box for each in the page's own points.

    `upright` are the boxes as they lie when the text runs to the right.
    """

    text: str
    boxes: tuple[Box, ...]
    upright: tuple[Box, ...]


def letters_of(page: pdfium.PdfPage, *, scanned: bool) -> Letters:
    """The letters of a page: of its text layer, or where a `scanned` one has less of it, as recognised."""
    textpage = page.get_textpage()
    try:
        glyphs = Glyphs(page, textpage)
        drawn = [
            (letter, textpage.get_charbox(sign.index, loose=True), glyphs.box(sign))
            for letter, sign in _shown(glyphs)
        ]
    finally:
        textpage.close()
    if scanned:
        recognised = [(letter, box, box) for letter, box in _recognised(page)]
        drawn = max(drawn, recognised, key=len)
    plain = [(base, box, upright) for letter, box, upright in drawn for base in base_letters(letter)]
    return Letters(
        "".join(base for base, _, _ in plain),
        tuple(box for _, box, _ in plain),
        tuple(upright for _, _, upright in plain),
    )


def _shown(glyphs: Glyphs) -> Iterator[tuple[str, Sign]]:
    """The letters that are drawn, those of fonts from before Unicode as they look."""
    for font, group in groupby(glyphs.signs(), key=lambda sign: _old_font(glyphs, sign)):
        signs = list(group)
        at = 0
        for letter, length in decoded("".join(sign.text for sign in signs), font):
            yield letter, signs[at]
            at += length


def _old_font(glyphs: Glyphs, sign: Sign) -> str | None:
    font = glyphs.font(sign)
    return font if encoding_of(font) else None


def _recognised(page: pdfium.PdfPage) -> Iterator[tuple[str, Box]]:
    """The letters of the words on a scan, each with an even share of its word's box."""
    from checker.reading import ocr  # loads Pillow and NumPy, which only a scan needs

    try:
        words = ocr.placed(page)
    except (ocr.TooSlow, UnreadableFile):
        return
    for text, (left, bottom, right, top) in words:
        wide = (right - left) / len(text)
        for index, letter in enumerate(text):
            yield letter, (left + index * wide, bottom, left + (index + 1) * wide, top)
