"""A plain Word file of a document's text, a paragraph a block, in the layout of Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

from io import BytesIO

import docx
from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from checker.domain import Block, Document

FONT = "Times New Roman"
SIZE = Pt(14)
MAX_PROPERTY = 255  # characters that Word allows in a file property


def write_plain(document: Document) -> bytes:
    """The .docx: Times New Roman 14 on A4, bold and centred where the blocks are."""
    file = docx.Document()
    _set_page(file)
    _set_font(file)
    file.core_properties.author = ""
    file.core_properties.comments = ""
    file.core_properties.title = document.title[:MAX_PROPERTY]
    for block in document.blocks:
        _add(file, block)
    target = BytesIO()
    file.save(target)
    return target.getvalue()


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


def _add(file: WordFile, block: Block) -> None:
    paragraph = file.add_paragraph()
    run = paragraph.add_run(block.text)
    run.bold = True if block.bold or block.kind == "heading" else None
    if block.centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
