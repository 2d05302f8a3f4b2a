"""One table of people as a committee hands it in: rows of plain text, a Word table, a ruled PDF table."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import docx

from checker.domain import Document
from checker.reading import read_bytes
from checker.structure import parse
from tests.pdffiles import INDENT, At, grid, lines, pdf

ABOVE = ("KẾ HOẠCH", "Đào tạo nghề", "I. THỰC TRẠNG", "1. Số lao động được đào tạo nghề:")
FORMATS = ("txt", "docx", "pdf")
Rows = Sequence[Sequence[str]]
_LETTER, _LINE = 6, 22  # points


def document(rows: Rows, *, kind: str, over: Sequence[tuple[int, int]] = ()) -> Document:
    """The parsed plan; heads of the first row reach `over` columns from..to, which .txt cannot tell."""
    made = {"txt": plain(rows), "docx": word(rows, over), "pdf": ruled(rows, over)}[kind]
    name = f"ke-hoach.{kind}"
    return parse(name, read_bytes(name, made))


def plain(rows: Rows) -> bytes:
    return "\n".join([*ABOVE, *(f"| {' | '.join(row)} |" for row in rows)]).encode()


def word(rows: Rows, over: Sequence[tuple[int, int]]) -> bytes:
    made = docx.Document()
    for line in ABOVE:
        made.add_paragraph(line)
    table = made.add_table(len(rows), len(rows[0]))
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    for first, last in over:
        table.cell(0, first).merge(table.cell(0, last)).text = rows[0][first]
    packed = BytesIO()
    made.save(packed)
    return packed.getvalue()


def ruled(rows: Rows, over: Sequence[tuple[int, int]]) -> bytes:
    edges = [85.0]
    for column in range(len(rows[0])):
        edges.append(edges[-1] + 10 + _LETTER * max(len(row[column]) for row in rows))
    heights = [640.0 - _LINE * number for number in range(len(rows) + 1)]
    page = [*lines([(INDENT, line) for line in ABOVE])]
    for row, top in zip(rows, heights, strict=False):
        page += [At(edge + 4, top - 14, text) for edge, text in zip(edges, row, strict=False) if text]
    return pdf([page], rulings=_rulings(edges, heights, over))


def _rulings(
    edges: Sequence[float], heights: Sequence[float], over: Sequence[tuple[int, int]]
) -> list[tuple[float, float, float, float]]:
    """The lines of the grid, those inside a head that reaches over several columns left out."""
    inside = {edges[column] for first, last in over for column in range(first + 1, last + 1)}
    low = [(edge, heights[1], edge, heights[-1]) for edge in inside]
    whole = [edge for edge in edges if edge not in inside]
    across = [(edges[0], height, edges[-1], height) for height in heights]
    return [*grid(whole, (heights[0], heights[-1])), *across, *low]
