"""The cells of a scanned table read once more, cut out and set below each other.

Side by side Tesseract mixes their rows, glues their words and overlooks lone numbers; long text it reads
better on the page. So each cell keeps what was read of it more surely.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from checker.reading.ocr.tesseract import Word
from checker.reading.pdf.ruled import CellBox
from checker.text.syllables import is_syllable

_FRAME = 2.5  # points at each edge of a cell that may hold the rest of a line
_INKY = 0.75  # of the paper's brightness
_FEWEST_INK = 4.0  # square points: less is a speck
_BETWEEN = 8.0  # points of white between two cells of the strip
_MOST = 500  # cells of a page
_BETTER = 5.0  # of 100: the second reading must be so much surer


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a page, in pixels from its top left, and how far down it stands in the strip."""

    left: int
    top: int
    right: int
    bottom: int
    at: int


def pieces_of(picture: Image.Image, cells: Sequence[CellBox], *, scale: float) -> tuple[Piece, ...]:
    """What is written in the cells of a picture, below each other as in a strip."""
    limit = _INKY * float(np.median(np.asarray(picture))) if cells else 0.0
    return tuple(_stacked(cells[:_MOST], picture, limit, scale))


def strip(picture: Image.Image, pieces: Sequence[Piece], *, scale: float) -> Image.Image:
    """The pieces of the picture below each other on white."""
    margin = round(_BETWEEN * scale)
    width = max(piece.right - piece.left for piece in pieces)
    height = pieces[-1].at + pieces[-1].bottom - pieces[-1].top
    sheet = Image.new("L", (width + 2 * margin, height + margin), 255)
    for piece in pieces:
        sheet.paste(picture.crop((piece.left, piece.top, piece.right, piece.bottom)), (margin, piece.at))
    return sheet


def put_back(words: Iterable[Word], pieces: Sequence[Piece], *, scale: float) -> Iterator[Word]:
    """The words of a strip where they stand on the page, each line by itself."""
    margin = round(_BETWEEN * scale)
    for word in words:
        middle = (word.top + word.bottom) / 2
        for number, piece in enumerate(pieces):
            if piece.at <= middle < piece.at + piece.bottom - piece.top:
                right, down = piece.left - margin, piece.top - piece.at
                yield replace(
                    word,
                    left=word.left + right, right=word.right + right,
                    top=word.top + down, bottom=word.bottom + down,
                    line=(-1 - number, *word.line[1:]),
                )  # fmt: skip


def surer(
    words: Sequence[Word], again: Sequence[Word], cells: Sequence[CellBox], *, height: int, scale: float
) -> Iterator[Word]:
    """The words of a page of this height in pixels, those in cells by the surer of two readings."""
    first, second = (_by_cell(each, cells, height, scale) for each in (words, again))
    yield from first.pop(None, [])
    for cell in {**first, **second}:
        one, other = first.get(cell, []), second.get(cell, [])
        yield from other if _worth(other) > _worth(one) + _BETTER else one


def _by_cell(
    words: Iterable[Word], cells: Sequence[CellBox], height: int, scale: float
) -> dict[CellBox | None, list[Word]]:
    found: dict[CellBox | None, list[Word]] = {}
    for word in words:
        x, y = (word.left + word.right) / 2 / scale, (height - (word.top + word.bottom) / 2) / scale
        found.setdefault(next((cell for cell in cells if cell.holds(x, y)), None), []).append(word)
    return found


def _worth(words: Sequence[Word]) -> float:
    """The mean confidence of the letters; signs and small words that no syllable can be are worth nothing."""
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words if _may_be(word.text)) / max(letters, 1)


def _may_be(text: str) -> bool:
    letters = "".join(filter(str.isalpha, text))
    if not letters or letters.isupper():
        return any(map(str.isalnum, text))
    return is_syllable(letters)


def _stacked(cells: Iterable[CellBox], picture: Image.Image, limit: float, scale: float) -> Iterator[Piece]:
    gap = round(_BETWEEN * scale)
    at = gap
    for left, top, right, bottom in (_inked(cell, picture, limit, scale) for cell in cells):
        if left < right:
            yield Piece(left, top, right, bottom, at)
            at += bottom - top + gap


def _inked(cell: CellBox, picture: Image.Image, limit: float, scale: float) -> tuple[int, int, int, int]:
    """The part of a cell that has ink, in pixels; nothing for a speck."""
    left, top = round((cell.left + _FRAME) * scale), picture.height - round((cell.top - _FRAME) * scale)
    right, bottom = (
        round((cell.right - _FRAME) * scale),
        picture.height - round((cell.bottom + _FRAME) * scale),
    )
    if left >= right or top >= bottom:
        return 0, 0, 0, 0
    down, across = np.nonzero(np.asarray(picture.crop((left, top, right, bottom))) < limit)
    if down.size < _FEWEST_INK * scale**2:
        return 0, 0, 0, 0
    return (
        left + int(across.min()), top + int(down.min()),
        left + int(across.max()) + 1, top + int(down.max()) + 1,
    )  # fmt: skip
