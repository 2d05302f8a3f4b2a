"""The letters of a page's text layer with their places, as if the text stood upright."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pypdfium2 as pdfium
import pypdfium2.raw as raw

UNREADABLE = "\ufffd"  # stands for a glyph that the PDF's font does not tell the letter of

_SAMPLES = 40  # letters tell which way the text of a page runs
_QUARTER = 90

Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(frozen=True, slots=True)
class Sign:
    """A character and its index in the page's text layer."""

    index: int
    text: str


@dataclass(frozen=True, slots=True)
class Turn:
    """How a page is turned for its text to run to the right; width and height are those before."""

    angle: int
    width: float
    height: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height after the turn."""
        return (self.width, self.height) if self.angle % 180 == 0 else (self.height, self.width)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page comes to lie."""
        match self.angle:
            case 90:
                return y, self.width - x
            case 180:
                return self.width - x, self.height - y
            case 270:
                return self.height - y, x
        return x, y

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Where a box of the page comes to lie."""
        (x0, y0), (x1, y1) = self.point(left, bottom), self.point(right, top)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


class Glyphs:
    """A page's text layer. Lengths in points, y upwards from the foot of the upright page."""

    def __init__(self, page: pdfium.PdfPage, textpage: pdfium.PdfTextPage) -> None:
        self._textpage = textpage
        self._page = page

    @cached_property
    def turn(self) -> Turn:
        width, height = self._page.get_size()
        if self._page.get_rotation() % 180:
            width, height = height, width
        return Turn(self._angle(), width, height)

    def _angle(self) -> int:
        """The direction in which most letters run, counterclockwise, in quarters of a turn."""
        count = self._textpage.count_chars()
        angles = Counter(
            # pdfium measures clockwise
            round(-math.degrees(raw.FPDFText_GetCharAngle(self._textpage, index)) / _QUARTER) % 4
            for index in range(0, count, count // _SAMPLES + 1)
            if not chr(raw.FPDFText_GetUnicode(self._textpage, index)).isspace()
        )
        return angles.most_common(1)[0][0] * _QUARTER if angles else 0

    def signs(self) -> Iterator[Sign]:
        """The characters in drawing order; letters beyond the first plane come as two halves."""
        half = 0
        unicode, textpage = raw.FPDFText_GetUnicode, self._textpage.raw  # looked up once for all letters
        for index in range(self._textpage.count_chars()):
            code = unicode(textpage, index)
            if 0xD800 <= code < 0xDC00:
                half = code
            elif 0xDC00 <= code < 0xE000:
                whole = chr(0x10000 + ((half - 0xD800) << 10) + code - 0xDC00) if half else UNREADABLE
                yield Sign(index, whole)
                half = 0
            else:
                yield Sign(index, chr(code) if code else UNREADABLE)

    def is_guessed(self, sign: Sign) -> bool:
        """True for a sign that the page does not draw: pdfium puts a blank where letters stand apart."""
        return bool(raw.FPDFText_IsGenerated(self._textpage, sign.index) == 1)

    def box(self, sign: Sign) -> Box:
        """The place that the letter takes up, with the blank that belongs to it."""
        box: Box = self._textpage.get_charbox(sign.index, loose=True)
        return self.turn.box(*box) if self.turn.angle else box

    def baseline(self, sign: Sign) -> float:
        """The height on which the letter stands."""
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self._textpage, sign.index, x, y)
        return self.turn.point(x.value, y.value)[1]

    def size(self, sign: Sign) -> float:
        """The font's size as printed; its own is often 1 and the page's matrix does the rest."""
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self._textpage, sign.index, matrix)
        scale = math.hypot(matrix.c, matrix.d)
        return float(raw.FPDFText_GetFontSize(self._textpage, sign.index) * scale)

    def font(self, sign: Sign) -> str:
        """The name of the letter's font."""
        buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        raw.FPDFText_GetFontInfo(self._textpage, sign.index, buffer, len(buffer), flags)
        return buffer.value.decode("utf-8", errors="replace")
