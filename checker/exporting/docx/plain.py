"""A plain Word file of a document's text, tables as tables, in the layout of Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from itertools import groupby

import docx
from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from checker.domain import Block, Document

FONT = "Times New Roman"
SIZE = Pt(14)
_FURNITURE = ("head", "recipients", "signature")
MAX_PROPERTY = 255  # characters that Word allows in a file property


def write_plain(document: Document) -> tuple[bytes, tuple[int, ...]]:
    """The .docx, and for each block the number of its paragraph in it, as our reader counts them.

    Times New Roman 14 on A4, bold and centred where the blocks are; tables as tables, those that only lay
    out the head or the signatures without rules.
    """
    file = docx.Document()
    _set_page(file)
    _set_font(file)
    file.core_properties.author = ""
    file.core_properties.comments = ""
    file.core_properties.title = document.title[:MAX_PROPERTY]
    numbers: list[int] = []
    last = 0
    for table, group in groupby(enumerate(document.blocks), key=lambda pair: _table_of(pair[1])):
        members = list(group)
        if table is None:
            for _, block in members:
                _fill(file.add_paragraph(), block)
            numbers += range(last + 1, last + len(members) + 1)
            last += len(members)
        else:
            placed, last = _add_table(file, document, members, last)
            numbers += placed
            file.add_paragraph()  # without one between them Word makes one of two tables
            last += 1
    target = BytesIO()
    file.save(target)
    return target.getvalue(), tuple(numbers)


def _table_of(block: Block) -> int | None:
    return block.place.cell.table if block.place.cell else None


def _add_table(
    file: WordFile, document: Document, members: Sequence[tuple[int, Block]], last: int
) -> tuple[list[int], int]:
    """Adds the table; the paragraph numbers of its blocks, and that of its last paragraph."""
    cells: dict[tuple[int, int], list[int]] = {}
    for at, (_, block) in enumerate(members):
        if block.place.cell:
            cells.setdefault((block.place.cell.row, block.place.cell.column), []).append(at)
    rows = sorted({row for row, _ in cells})
    columns = sorted({column for _, column in cells})
    table = file.add_table(
        len(rows), len(columns), style="Table Grid" if _is_ruled(document, members) else None
    )
    numbers = [0] * len(members)
    for row, place in zip(table.rows, rows, strict=True):
        for cell, column in zip(row.cells, columns, strict=True):
            inside = cells.get((place, column), [])
            for at in inside:
                _fill(cell.paragraphs[0] if at == inside[0] else cell.add_paragraph(), members[at][1])
                last += 1
                numbers[at] = last
            last += not inside  # a cell is never without a paragraph
    return numbers, last


def _is_ruled(document: Document, members: Sequence[tuple[int, Block]]) -> bool:
    indices = {index for index, _ in members}
    zones = {clause.zone for clause in document.clauses if clause.block in indices}
    return not zones & set(_FURNITURE)


def _set_page(file: WordFile) -> None:
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)


def _set_font(file: WordFile) -> None:
    style = file.styles["Normal"]
    style.font.name, style.font.size = FONT, SIZE
    # Vietnamese letters with two marks count as East Asian for some versions of Word.
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)


def _fill(paragraph: Paragraph, block: Block) -> None:
    run = paragraph.add_run(block.text)
    run.bold = True if block.bold or block.kind == "heading" else None
    if block.centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
