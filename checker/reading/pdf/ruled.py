"""The cells of ruled tables: the lines that a page draws, made into a grid."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from checker.domain import Cell
from checker.reading.pdf.glyphs import Box, Turn

_THIN = 3.0  # points: a longer and thinner shape is a ruling line
_SHORTEST = 6.0
_ROW = 20.0  # points: a filled rectangle of that height lies behind one row of words; cells are higher
_TOLERANCE = 3.0
_FEWEST_LINES = 2  # each way; a page with fewer has no table
_MOST_SHAPES = 4000  # a page with more is a drawing or a map
_MOST_LINES = 600
_FORMS_WITHIN = 2


@dataclass(frozen=True, slots=True)
class CellBox:
    """A cell of a table of this page and the place that it takes up, in points, y upwards."""

    cell: Cell
    left: float
    bottom: float
    right: float
    top: float

    def holds(self, x: float, y: float) -> bool:
        """True for a point in the cell."""
        return self.left <= x < self.right and self.bottom <= y < self.top


def cells_of(page: pdfium.PdfPage, turn: Turn) -> tuple[CellBox, ...]:
    """The cells of all tables that the page draws, from top to bottom; none on most pages."""
    return cells_within(turn.box(*box) for box in _drawn(page))


def cells_within(lines: Iterable[Box]) -> tuple[CellBox, ...]:
    """The cells between ruling lines, in tables of two columns or more; only thin lines count."""
    edges = [edge for line in lines if (edge := _edge(line))]
    across = sum(edge["orientation"] == "h" for edge in edges)
    if min(across, len(edges) - across) < _FEWEST_LINES or len(edges) > _MOST_LINES:
        return ()
    return tuple(_grid(edges))


def _grid(edges: list[dict[str, Any]]) -> Iterator[CellBox]:
    from pdfplumber import table as plumber  # slow to import, and most files have no table

    merged = plumber.merge_edges(edges, _TOLERANCE, _TOLERANCE, _TOLERANCE, _TOLERANCE)
    crossings = plumber.edges_to_intersections(merged, _TOLERANCE, _TOLERANCE)
    tables = plumber.cells_to_tables(plumber.intersections_to_cells(crossings))
    grids = (boxes for boxes in tables if len({box[0] for box in boxes}) > 1)
    for number, boxes in enumerate(sorted(grids, key=lambda boxes: min(box[1] for box in boxes))):
        yield from _numbered(number, boxes)


def _numbered(table: int, boxes: Sequence[Box]) -> Iterator[CellBox]:
    """A merged cell stands where its first row and column do. Boxes are measured downwards."""
    lefts = sorted({box[0] for box in boxes})
    tops = sorted({box[1] for box in boxes})
    for left, top, right, bottom in sorted(boxes, key=lambda box: (box[1], box[0])):
        cell = Cell(table, tops.index(top), lefts.index(left))
        yield CellBox(cell, left, -bottom, right, -top)


def _drawn(page: pdfium.PdfPage) -> list[Box]:
    """The straight pieces of all shapes of a page, none where it is a drawing."""
    drawn: list[Box] = []
    shapes = page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,), max_depth=_FORMS_WITHIN)
    for count, shape in enumerate(shapes):
        if count > _MOST_SHAPES:
            return []
        drawn += _boxes(shape)
    return drawn


def _boxes(shape: pdfium.PdfObject) -> Iterator[Box]:
    """The straight pieces of a shape; a thin filled rectangle is one piece, a row-high one is ground."""
    left, bottom, right, top = shape.get_bounds()
    if min(right - left, top - bottom) < _THIN:
        yield left, bottom, right, top
        return
    if min(right - left, top - bottom) < _ROW and not _is_stroked(shape):
        return
    points = list(_points(shape))
    for (x0, y0, _), (x1, y1, moves) in pairwise(points):
        if not moves:
            yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _is_stroked(shape: pdfium.PdfObject) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(shape, fill, stroke)
    return bool(stroke.value)


def _points(shape: pdfium.PdfObject) -> Iterator[tuple[float, float, bool]]:
    """The corners of a shape in page coordinates; the last value tells that the pen moves there lifted."""
    matrix = shape.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    start: tuple[float, float] = (0.0, 0.0)
    for index in range(min(raw.FPDFPath_CountSegments(shape), _MOST_LINES)):
        segment = raw.FPDFPath_GetPathSegment(shape, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = matrix.on_point(x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        moves = kind != raw.FPDF_SEGMENT_LINETO
        yield (*point, moves)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = point
        if raw.FPDFPathSegment_GetClose(segment):
            yield (*start, False)


def _edge(box: Box) -> dict[str, Any] | None:
    """A ruling line as pdfplumber describes one, measured downwards; None for a shape that is none."""
    left, bottom, right, top = box
    width, height = right - left, top - bottom
    if height < _THIN and width > _SHORTEST:
        middle = -(bottom + top) / 2
        return _line("h", left, middle, right, middle)
    if width < _THIN and height > _SHORTEST:
        middle = (left + right) / 2
        return _line("v", middle, -top, middle, -bottom)
    return None


def _line(orientation: str, x0: float, top: float, x1: float, bottom: float) -> dict[str, Any]:
    return {
        "orientation": orientation, "x0": x0, "x1": x1, "top": top, "bottom": bottom,
        "width": x1 - x0, "height": bottom - top, "object_type": "line",
        "y0": -bottom, "y1": -top, "doctop": top,
    }  # fmt: skip
