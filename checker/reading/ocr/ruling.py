"""The ruling lines of a scanned page: long dark strokes, level or upright."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from checker.reading.pdf.glyphs import Box

_INK = 0.75  # of the paper's brightness: lines are thin and scanned grey
_SHORTEST = 28.0  # points: higher than any letter, lower than two rows of a table
_THICKEST = 3.0  # points: a bar or a picture is no line
_BREAK = 2.0  # points that the scanner may leave out of a line
# Serifs that nearly touch make short strokes with white in them; a line may be dotted where it is long.
_FILLED = 0.9
_LONG = 100.0  # points: longer than any word
_SAME_EDGE = 6.0  # points by which the lines of an open table end apart
_FEWEST_ENDS = 3
_MOST_STROKES = 20_000  # a page with more is a photograph


@dataclass(frozen=True, slots=True)
class Stroke:
    """A ruling line, in pixels from the top left; the ends lie outside."""

    left: int
    top: int
    right: int
    bottom: int


def ruling_of(picture: Image.Image, *, scale: float) -> tuple[Stroke, ...]:
    """The ruling lines of a grey picture; `scale` is how many pixels stand for one point."""
    grey = np.asarray(picture)
    ink = grey < _INK * float(np.median(grey))
    level = [Stroke(start, top, end, bottom) for top, bottom, start, end in _lines(ink, scale)]
    upright = [Stroke(left, start, right, end) for left, right, start, end in _lines(ink.T, scale)]
    return (*level, *upright) if level and upright else ()


def without_ruling(picture: Image.Image, strokes: Sequence[Stroke]) -> Image.Image:
    """The picture with the lines painted over: Tesseract takes a ruled table for a drawing."""
    plain = picture.copy()
    draw = ImageDraw.Draw(plain)
    for stroke in strokes:
        draw.rectangle((stroke.left - 1, stroke.top - 1, stroke.right, stroke.bottom), fill=255)
    return plain


def open_sides(lines: Collection[Box]) -> Iterator[Box]:
    """The left and right side of a table where no line stands but several end; boxes in points."""
    level = [line for line in lines if line[2] - line[0] >= _LONG]
    upright = [line[0] for line in lines if line[3] - line[1] > line[2] - line[0]]
    for side, outermost in ((0, min), (2, max)):
        edge = outermost((line[side] for line in level), default=0.0)
        ending = [line for line in level if abs(line[side] - edge) < _SAME_EDGE]
        if len(ending) >= _FEWEST_ENDS and not any(abs(x - edge) < 2 * _SAME_EDGE for x in upright):
            yield edge, min(line[1] for line in ending), edge, max(line[3] for line in ending)


_Line = tuple[int, int, int, int]  # first row, row after the last, first column, column after the last


def _lines(ink: np.ndarray, scale: float) -> Iterator[_Line]:
    """The level lines: runs of ink in rows below each other, put together."""
    open_lines: list[_Line] = []
    runs = list(_runs(ink, scale))
    if len(runs) > _MOST_STROKES:
        return
    for row, start, end in runs:
        above = [line for line in open_lines if line[1] >= row and line[2] < end and start < line[3]]
        yield from (line for line in open_lines if line[1] < row and _is_thin(line, scale))
        rest = [line for line in open_lines if line[1] >= row and line not in above]
        merged = (
            min([row, *(line[0] for line in above)]), row + 1,
            min([start, *(line[2] for line in above)]), max([end, *(line[3] for line in above)]),
        )  # fmt: skip
        open_lines = [*rest, merged]
    yield from (line for line in open_lines if _is_thin(line, scale))


def _is_thin(line: _Line, scale: float) -> bool:
    return line[1] - line[0] <= _THICKEST * scale


def _runs(ink: np.ndarray, scale: float) -> Iterator[tuple[int, int, int]]:
    """(row, start, end) of each long run of ink, short breaks in it passed over."""
    padded = np.zeros((ink.shape[0], ink.shape[1] + 2), dtype=np.int8)
    padded[:, 1:-1] = ink
    changes = np.diff(padded, axis=1)
    rows, starts = np.nonzero(changes == 1)
    ends = np.nonzero(changes == -1)[1]
    if not rows.size:
        return
    near = (rows[1:] == rows[:-1]) & (starts[1:] - ends[:-1] <= _BREAK * scale)
    first = np.concatenate(([True], ~near))
    last = np.concatenate((~near, [True]))
    white = np.add.reduceat(np.concatenate(([0], starts[1:] - ends[:-1])) * ~first, np.flatnonzero(first))
    rows, starts, ends = rows[first], starts[first], ends[last]
    lengths = ends - starts
    lines = (lengths >= _SHORTEST * scale) & ((white <= (1 - _FILLED) * lengths) | (lengths >= _LONG * scale))
    yield from zip(rows[lines].tolist(), starts[lines].tolist(), ends[lines].tolist(), strict=True)
