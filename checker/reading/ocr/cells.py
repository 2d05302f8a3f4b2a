"""Cells of a scanned table in which Tesseract saw nothing: lone numbers mostly, read once more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from checker.reading.ocr.tesseract import Word
from checker.reading.pdf.ruled import CellBox

_FRAME = 2.5  # points at each edge of a cell that may hold the rest of a line
_INKY = 0.75  # of the paper's brightness
_FEWEST_INK = 4.0  # square points: less is a speck
_BETWEEN = 8.0  # points of white between two cells of the strip
_TALLEST = 60.0  # points: what is higher holds more than a word that was missed
_MOST = 200  # cells of a page


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a page, in pixels from its top left, and how far down it stands in the strip."""

    left: int
    top: int
    right: int
    bottom: int
    at: int


def unread(
    picture: Image.Image, cells: Sequence[CellBox], words: Sequence[Word], *, scale: float
) -> tuple[Piece, ...]:
    """The cells with ink and without a word, below each other as in a strip."""
    read = [word for word in words if any(map(str.isalnum, word.text))]
    empty = [cell for cell in cells if not any(_holds(cell, word, picture, scale) for word in read)]
    limit = _INKY * float(np.median(np.asarray(picture))) if empty else 0.0
    return tuple(_stacked(empty[:_MOST], picture, limit, scale))


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


def _holds(cell: CellBox, word: Word, picture: Image.Image, scale: float) -> bool:
    return cell.holds(
        (word.left + word.right) / 2 / scale, (picture.height - (word.top + word.bottom) / 2) / scale
    )


def _stacked(cells: Iterable[CellBox], picture: Image.Image, limit: float, scale: float) -> Iterator[Piece]:
    gap = round(_BETWEEN * scale)
    at = gap
    for left, top, right, bottom in (_inked(cell, picture, limit, scale) for cell in cells):
        if left < right and bottom - top <= _TALLEST * scale:
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
