"""The annex of information and data on gender: the tables about people, blanks where a sex is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from docx.document import Document as WordFile

from checker.domain import Document, Report, Span, Table
from checker.exporting.papers import layout
from checker.exporting.papers.layout import BLANK
from checker.exporting.papers.parts import grounds, place, subject
from checker.exporting.verdicts import NONE, Decisions, verdict_on
from checker.rulebook.provisions import provision
from checker.tables import Side, cells_of, side_of, title_of, words_of

TITLE = "PHỤ LỤC"
_WIDTH = 165  # millimetres of text
_LEAST = 14  # millimetres of a column: a short word
_REPORT = ("lbdg-21-2",)
# What the annex is to show: no form is set by law, the guidance names what an assessment goes by.
_ASKED: Sequence[tuple[str, tuple[str, ...]]] = (
    ("Số nữ, số nam chịu tác động của quy định (theo tuổi, dân tộc, địa bàn)", ("lbdg-21-1", "tt17-6")),
    ("Vấn đề giới và nguyên nhân: chênh lệch giữa nữ và nam, số liệu chứng minh", ("tt17-5", "tt17-6")),
    ("Tác động đối với nữ và nam: cơ hội, điều kiện, năng lực thực hiện, thụ hưởng", ("lbdg-21-1", "tt17-8")),
    ("Trách nhiệm và nguồn lực để giải quyết vấn đề giới", ("lbdg-21-1", "tt17-9")),
)
_HEADS = ("Nội dung", "Tổng số", "Nữ", "Nam", "Năm, nguồn")
_SEXES: Mapping[Side, str] = {"women": "Nữ", "men": "Nam"}


def render_annex(reports: Sequence[Report], *, decisions: Decisions = NONE) -> bytes:
    """Return the annex as .docx; a figure that the papers do not give is a blank, never reckoned."""
    file = layout.new_paper("Phụ lục thông tin, số liệu về giới")
    layout.add_title(file, TITLE, f"THÔNG TIN, SỐ LIỆU VỀ GIỚI\ncủa {subject(reports)}")
    kept = f"(Kèm theo {BLANK} số …… ngày …… tháng …… năm …… của {BLANK})"
    layout.add_centred(file, kept, italic=True)
    file.add_paragraph()
    layout.add_text(file, f"{_grounds(_REPORT)}.", lead="Căn cứ:")
    layout.add_heading(file, "I. SỐ LIỆU CÓ TRONG TÀI LIỆU")
    _add_tables(file, reports)
    _add_lacking(file, reports, decisions)
    layout.add_heading(file, "II. THÔNG TIN, SỐ LIỆU CẦN CÓ")
    for number, (matter, keys) in enumerate(_ASKED, 1):
        layout.add_text(file, f"(Căn cứ: {_grounds(keys)}.)", lead=f"{number}. {matter}.")
        layout.add_table(file, _HEADS, [[BLANK] * len(_HEADS)] * 3, (57, 24, 24, 24, 36))
    return layout.saved(file)


def _grounds(keys: Sequence[str]) -> str:
    return grounds([provision(key) for key in keys])


def _add_tables(file: WordFile, reports: Sequence[Report]) -> None:
    found = [(report, table) for report in reports for table in report.document.tables if table.about_people]
    if not found:
        layout.add_text(file, "Chưa thấy bảng số liệu về con người trong tài liệu đã đọc.")
    for number, (report, table) in enumerate(found, 1):
        document = report.document
        origin = f" (tệp {document.name})" if len(reports) > 1 else ""
        title = title_of(document, table)
        lead = "" if title.startswith("Bảng") else f"Bảng {number}."
        layout.add_text(file, f"{title}{origin}", lead=lead)
        heads, rows = _grid(document, table)
        layout.add_table(file, heads, rows, _widths([heads, *rows]))
        layout.add_text(file, f"Nguồn số liệu: {BLANK}; thời điểm thu thập: {BLANK}.")


def _grid(document: Document, table: Table) -> tuple[list[str], list[list[str]]]:
    """The table as it stands, with a column of blanks for each sex that it does not tell."""
    read = cells_of(document, table)
    width = max([len(table.heads), *(max(row) + 1 for row in read)])
    heads = [*table.heads, *[""] * (width - len(table.heads))]
    body = read[table.head_rows :]
    lacking = [label for side, label in _SEXES.items() if side not in _told(document, heads, body)]
    rows = [[words_of(document, row.get(column)) for column in range(width)] for row in body]
    return [*heads, *lacking], [[*row, *[BLANK] * len(lacking)] for row in rows]


def _told(document: Document, heads: Sequence[str], body: Sequence[Mapping[int, Span]]) -> set[Side]:
    """The sexes that a column or a row is of."""
    firsts = (words_of(document, row[min(row)]) for row in body if row)
    return {side_of(head.rpartition(" / ")[2]) for head in heads} | {side_of(first) for first in firsts}


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """A column is as wide as its longest words ask for, within bounds; together the width of the text."""
    longest = [max(map(len, column)) for column in zip(*rows, strict=True)]
    shares = [min(max(length, 2), 30) for length in longest]
    least = min(_LEAST, _WIDTH // len(shares))
    spare = _WIDTH - least * len(shares)
    return [least + spare * share // sum(shares) for share in shares]


def _add_lacking(file: WordFile, reports: Sequence[Report], decisions: Decisions) -> None:
    """The places whose figures by sex are missing or do not serve, those aside that reviewers dismissed."""
    places = list(_lacking(reports, decisions))
    if places:
        layout.add_text(file, "", lead="Chỗ cần bổ sung, xem lại về số liệu theo giới tính:")
    for told in places:
        layout.add_text(file, f"- {told}")


def _lacking(reports: Sequence[Report], decisions: Decisions) -> Iterator[str]:
    for report in reports:
        for finding in report.findings:
            if finding.category == "sex-disaggregated-data" and verdict_on(finding, decisions) != "dismissed":
                yield f"{place(finding, report, reports)}: {finding.message}"
