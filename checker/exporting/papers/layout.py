"""The layout of an official paper (Nghị định 30/2020/NĐ-CP), with blanks for what only the office knows."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx
from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table
from docx.table import _Cell as Cell
from docx.text.paragraph import Paragraph

from checker.exporting.printable import printable

BLANK = "……"
FONT = "Times New Roman"
_DAY = f"{BLANK}, ngày …… tháng …… năm ……"
_NATION, _MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
_CENTRE = WD_ALIGN_PARAGRAPH.CENTER
_TEXT, _TABLE = 14, 12  # points


def new_paper(title: str, *, landscape: bool = False) -> WordFile:
    """An empty file: A4, margins, font, the page number at the top from the second page on."""
    file = docx.Document()
    section = file.sections[0]
    section.page_width, section.page_height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.different_first_page_header_footer = True
    _number(section.header.paragraphs[0])
    style = file.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(_TEXT)
    # Vietnamese letters with two marks count as East Asian for some versions of Word.
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    style.paragraph_format.space_after = Pt(0)
    file.core_properties.author = file.core_properties.comments = ""
    file.core_properties.title, file.core_properties.language = title, "vi-VN"
    return file


def add_head(file: WordFile) -> None:
    """Office and number on the left, the nation's name, its motto, place and day on the right."""
    office, nation = _frame(file, (62, 103))
    _line(office, BLANK, size=13, first=True)
    _line(office, BLANK, size=13, bold=True)
    _rule(office.add_paragraph(), (21, 21))
    _line(office, "Số: ……/……", size=13)
    _line(nation, _NATION, size=12, bold=True, first=True)
    _line(nation, _MOTTO, size=13, bold=True)
    _rule(nation.add_paragraph(), (26, 26))
    _line(nation, _DAY, size=14, italic=True)
    file.add_paragraph()


def add_title(file: WordFile, kind: str, about: str) -> None:
    """The kind of paper and what it is about, centred and bold, a line under them."""
    _line(file, kind, bold=True)
    _line(file, about, bold=True)
    _rule(file.add_paragraph(), (62, 62))


def add_centred(file: WordFile, text: str, *, italic: bool = False, bold: bool = False) -> None:
    """A line in the middle of the page."""
    _line(file, text, italic=italic, bold=bold)


def add_heading(file: WordFile, text: str) -> None:
    """A heading within the text, kept with what follows it."""
    paragraph = _body(file, text, bold=True)
    paragraph.paragraph_format.keep_with_next = True


def add_text(file: WordFile, text: str, *, lead: str = "", last: bool = False) -> None:
    """A paragraph of the text; `lead` are its first words, in bold; the `last` one stays with the foot."""
    _body(file, text, lead=lead).paragraph_format.keep_with_next = last or None


def add_table(
    file: WordFile, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]
) -> None:
    """A ruled table whose head stands on each page; widths in millimetres."""
    table = file.add_table(1 + len(rows), len(heads), style="Table Grid")
    _widen(table, widths)
    for number, words in enumerate([heads, *rows]):
        for cell, said in zip(table.rows[number].cells, words, strict=True):
            _line(cell, said, size=_TABLE, bold=number == 0, first=True, centred=number == 0)
        _set(table.rows[number]._tr.get_or_add_trPr(), "w:cantSplit")
    _set(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")
    file.add_paragraph().paragraph_format.space_after = Pt(2)


def add_foot(file: WordFile) -> None:
    """Recipients on the left, the signature's blanks on the right; both stay on one page."""
    to, signed = _frame(file, (80, 85))
    _line(to, "Nơi nhận:", size=12, bold=True, italic=True, first=True, centred=False)
    for line in ("- Như trên;", f"- {BLANK};", f"- Lưu: VT, {BLANK}."):
        _line(to, line, size=11, centred=False)
    _line(signed, "QUYỀN HẠN, CHỨC VỤ", bold=True, first=True)
    for line in ("", "", ""):
        _line(signed, line)
    _line(signed, BLANK, bold=True)
    for cell in (to, signed):
        for paragraph in cell.paragraphs[:-1]:
            paragraph.paragraph_format.keep_with_next = True


def saved(file: WordFile) -> bytes:
    """The .docx."""
    target = BytesIO()
    file.save(target)
    return target.getvalue()


def _frame(file: WordFile, widths: tuple[int, int]) -> tuple[Cell, Cell]:
    table = file.add_table(1, 2)
    _widen(table, widths)
    left, right = table.rows[0].cells
    _set(table.rows[0]._tr.get_or_add_trPr(), "w:cantSplit")
    return left, right


def _widen(table: Table, widths: Sequence[int]) -> None:
    """Set the columns; some programs go by the grid, others by the cells."""
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def _line(
    where: WordFile | Cell,
    text: str,
    *,
    size: int = _TEXT,
    bold: bool = False,
    italic: bool = False,
    centred: bool = True,
    first: bool = False,
) -> Paragraph:
    """A line without space around it; `first` is the paragraph that every cell begins with."""
    paragraph = where.paragraphs[0] if first else where.add_paragraph()
    run = paragraph.add_run(printable(text))
    run.font.size, run.bold, run.italic = Pt(size), bold or None, italic or None
    if centred:
        paragraph.alignment = _CENTRE
    return paragraph


def _body(file: WordFile, text: str, *, lead: str = "", bold: bool = False) -> Paragraph:
    paragraph = file.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    shape = paragraph.paragraph_format
    shape.first_line_indent, shape.space_after, shape.line_spacing = Mm(12.7), Pt(6), 1.1
    if lead:
        paragraph.add_run(f"{printable(lead)} ").bold = True
    paragraph.add_run(printable(text)).bold = bold or None
    return paragraph


def _rule(paragraph: Paragraph, indents: tuple[int, int]) -> None:
    """A short line as official papers have it under names and titles; indents in millimetres."""
    shape = paragraph.paragraph_format
    shape.left_indent, shape.right_indent, shape.space_after = Mm(indents[0]), Mm(indents[1]), Pt(6)
    shape.line_spacing = Pt(4)
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "auto")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:shd", "w:spacing", "w:ind", "w:jc")


def _number(paragraph: Paragraph) -> None:
    paragraph.alignment = _CENTRE
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _set(properties: Any, name: str) -> None:
    properties.append(OxmlElement(name))
