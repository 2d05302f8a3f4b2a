"""A source laid out as a drafting office does it: A4, Times New Roman 14, after Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from markup import Paragraph as Line
from markup import Source, Table, label
from numbering import Numbering, attach

FONT = "Times New Roman"
CENTRE, LEFT, BOTH = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.JUSTIFY
COUNTRY, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
LINE = 16  # cm between the margins
WRITTEN = datetime.datetime(2026, 11, 23, 8, 0)
# mark -> style, and the level of the automatic lists of each kind
STYLES = {
    "B": "Căn cứ", "C": "Heading 1", "M": "Heading 2", "D": "Heading 3", "K": "Khoản", "d": "Điểm",
    "I": "Heading 1", "A": "Heading 3", "L": "Heading 4", "N": "Điểm", "P": "Body Text", "=": "Title",
}  # fmt: skip
LEVELS = {"auto": {"D": 0, "K": 1, "d": 2, "I": 0, "A": 1, "L": 2}, "list": {"K": 0, "d": 1}, "typed": {}}
LAST_COMMON_LETTER = 4  # a, b, c, d: from the fifth on Word's letters are not the Vietnamese ones


def lay_out(source: Source) -> Document:
    """Return the Word document of a sample."""
    document = docx.Document()
    _set_page(document)
    _set_styles(document)
    _set_properties(document, source)
    _head(document, source.head)
    _title(document, source.head)
    _body(document, source)
    return document


def _set_page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin = section.bottom_margin = Cm(2)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = CENTRE
    number._p.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>')
    )


def _set_styles(document: Document) -> None:
    styles = document.styles
    for name in ("Căn cứ", "Khoản", "Điểm"):
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Body Text"]
    for name in ("Normal", "Body Text", "Title", *(f"Heading {level}" for level in range(1, 5))):
        _set_font(styles[name], bold=name not in ("Normal", "Body Text"))
    body = styles["Body Text"].paragraph_format
    body.first_line_indent, body.alignment, body.space_after = Cm(1.27), BOTH, Pt(6)
    body.line_spacing = 1.25
    styles["Căn cứ"].font.italic = True
    for name in ("Title", "Heading 1", "Heading 2"):
        _space(styles[name], alignment=CENTRE)
    for name in ("Heading 3", "Heading 4"):
        _space(styles[name], alignment=BOTH, indent=Cm(1.27))


def _set_font(style: ParagraphStyle, *, bold: bool) -> None:
    style.font.name, style.font.size, style.font.bold, style.font.italic = FONT, Pt(14), bold, False
    style.font.color.rgb = RGBColor(0, 0, 0)
    properties = style.element.get_or_add_rPr()
    for side in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        properties.rFonts.attrib.pop(qn(f"w:{side}"), None)
    for side in ("w:eastAsia", "w:cs"):
        properties.rFonts.set(qn(side), FONT)
    if style.name == "Title":
        for border in style.element.pPr.findall(qn("w:pBdr")):
            style.element.pPr.remove(border)


def _space(style: ParagraphStyle, *, alignment: WD_ALIGN_PARAGRAPH, indent: Cm | None = None) -> None:
    form = style.paragraph_format
    form.alignment, form.first_line_indent = alignment, indent
    form.space_before, form.space_after, form.keep_with_next = Pt(6), Pt(6), True


def _set_properties(document: Document, source: Source) -> None:
    properties = document.core_properties
    properties.title, properties.author = source.head["subject"][0], "Tổ soạn thảo"
    properties.language, properties.comments = "vi-VN", ""
    properties.created = properties.modified = properties.last_printed = WRITTEN


def _head(document: Document, head: dict[str, list[str]]) -> None:
    """Write the head: agency and number on the left, the country, its motto and the place on the right."""
    left, right = _two_columns(document, Cm(6.2), Cm(9.8))
    *parents, agency = head["agency"]
    for parent in parents:
        _line(left, parent, size=13)
    _rule(_line(left, agency, size=13, bold=True), Cm(0.8))
    for number in head.get("number", []):
        _line(left, number, size=13)
    for draft in head.get("draft", []):
        _line(left, draft, size=13, bold=True)
    _line(right, COUNTRY, size=12, bold=True)
    _rule(_line(right, MOTTO, size=13, bold=True), Cm(1.6))
    _line(right, head["place"][0], size=13, italic=True)


def _two_columns(document: Document, *widths: Cm) -> tuple[_Cell, ...]:
    """Return the cells of a borderless table of one row that is not broken over pages."""
    table = document.add_table(rows=1, cols=len(widths))
    _set_widths(table, widths)
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
    return table.rows[0].cells


def _set_widths(table: WordTable, widths: Sequence[Cm]) -> None:
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width


def _line(
    cell: _Cell, text: str, *, size: int, bold: bool = False, italic: bool = False, centred: bool = True
) -> Paragraph:
    """Add a line to a cell of a head or foot; the first one takes the cell's own empty paragraph."""
    first = cell.paragraphs[0]
    paragraph = first if len(cell.paragraphs) == 1 and not first.text else cell.add_paragraph()
    paragraph.alignment = CENTRE if centred else LEFT
    paragraph.paragraph_format.space_after = Pt(2)
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
    return paragraph


def _rule(paragraph: Paragraph, indent: Cm) -> None:
    """Draw the thin rule below a line as a border, so that no underscore stands in the text."""
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = indent
    borders = f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="4" w:space="1"/></w:pBdr>'
    paragraph._p.get_or_add_pPr().insert_element_before(
        parse_xml(borders), "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _title(document: Document, head: dict[str, list[str]]) -> None:
    document.add_paragraph()
    document.add_paragraph(head["title"][0], style="Title")
    subject = document.add_paragraph(head["subject"][0], style="Title")
    subject.paragraph_format.space_after = Pt(18)


def _body(document: Document, source: Source) -> None:
    numbering = Numbering(document)
    uses: dict[str, int] = {}
    signed = False
    for part in source.body:
        if isinstance(part, Table):
            _table(document, part)
        elif part.mark == "=page":
            _foot(document, source.head)
            signed = True
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        else:
            _paragraph(document, part, numbering, uses)
    if not signed:
        _foot(document, source.head)


def _paragraph(document: Document, line: Line, numbering: Numbering, uses: dict[str, int]) -> None:
    style = STYLES[line.mark]
    if line.mark == "C":
        document.add_paragraph(label(line).strip(), style=style)
        document.add_paragraph(line.text, style=style)
        uses.clear()  # a chapter begins its own list
        return
    level = LEVELS[line.numbering].get(line.mark)
    automatic = level is not None and not (line.mark in "dL" and line.siblings > LAST_COMMON_LETTER)
    paragraph = document.add_paragraph(line.text if automatic else label(line) + line.text, style=style)
    if automatic and level is not None:
        attach(paragraph, _use(line, numbering, uses), level)


def _use(line: Line, numbering: Numbering, uses: dict[str, int]) -> int:
    """Return the list that the paragraph continues, a new one where a chapter or a typed Điều begins it."""
    if line.mark in "IAL":
        return uses.setdefault("muc-lon", 0) or uses.setdefault("muc-lon", numbering.use("muc-lon"))
    key = "dieu" if line.numbering == "auto" else f"khoan {line.parent}"
    if key not in uses:
        start = line.number if key == "dieu" else 1
        uses[key] = numbering.use(key.split()[0], start=start)
    return uses[key]


def _table(document: Document, table: Table) -> None:
    columns = max(len(row) for row in table.rows)
    grid = document.add_table(rows=0, cols=columns, style="Table Grid")
    for at, row in enumerate(table.rows):
        cells = grid.add_row().cells
        for cell, text in zip(cells, row, strict=False):
            paragraph = cell.paragraphs[0]
            run = paragraph.add_run(text)
            run.font.size, run.bold = Pt(12), at == 0
            paragraph.alignment = CENTRE if at == 0 or len(text) < 12 else LEFT
    _set_widths(grid, _widths(table, columns))
    header = grid.rows[0]._tr.get_or_add_trPr()
    header.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    document.add_paragraph()


def _widths(table: Table, columns: int) -> list[Cm]:
    """Share the line among the columns by their longest cell, within reason."""
    longest = [max(len(row[at]) for row in table.rows if at < len(row)) for at in range(columns)]
    weights = [min(max(length, 6), 30) for length in longest]
    return [Cm(LINE * weight / sum(weights)) for weight in weights]


def _foot(document: Document, head: dict[str, list[str]]) -> None:
    """Write recipients and signature, or two signatures side by side."""
    document.add_paragraph()
    left, right = _two_columns(document, Cm(8), Cm(8))
    if head.get("recipients"):
        _line(left, "Nơi nhận:", size=12, bold=True, italic=True, centred=False)
    for recipient in head.get("recipients", []):
        _line(left, recipient, size=11, centred=False)
    for signature in head["sign"]:
        *others, last = (name.strip() for name in signature.split("|"))
        for other in others:
            _line(left, other, size=13, bold=True)
        _line(right, last, size=13, bold=True)
