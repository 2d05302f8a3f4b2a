"""The reports as one Excel workbook: findings, checklist, and what was read under which rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from itertools import chain

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from checker.domain import ChecklistItem, Dossier, Finding, Paper, Question, Report
from checker.exporting.printable import printable
from checker.exporting.verdicts import NONE, Decisions, decision_on, verdict_on
from checker.exporting.wording import (
    cautious,
    dossier_headline,
    dossier_title,
    headline,
    paper_headline,
    place_of,
    where,
)
from checker.labels import (
    ANSWER_LABELS,
    CATEGORY_LABELS,
    CHECKLIST_GROUPS,
    ROLE_LABELS,
    TIER_LABELS,
    VERDICT_LABELS,
    day_label,
    document_label,
)

_LONGEST = 32_000  # characters; Excel refuses a cell of more than 32,767
_FINDINGS = (
    ("STT", 6), ("Tệp", 22), ("Mức độ", 12), ("Loại", 24), ("Điều khoản", 24), ("Trích đoạn", 44),
    ("Nhận xét", 44), ("Vì sao", 40), ("Căn cứ", 40), ("Gợi ý", 40), ("Có thể viết", 44), ("Quyết định", 18),
    ("Người quyết định", 20), ("Ngày", 12), ("Lý do", 36), ("Nội dung viết lại", 44), ("Ghi chú", 36),
    ("Mã quy tắc", 30), ("Mã nhận xét", 24),
)  # fmt: skip
_CHECKLIST = (
    ("Tệp", 22), ("Số", 8), ("Nhóm", 20), ("Câu hỏi", 50), ("Trả lời", 16), ("Giải thích", 44),
    ("Dẫn chứng", 60), ("Căn cứ", 44),
)  # fmt: skip
_PAPERS = (("Tệp", 30), ("Vai trò", 40), ("Nhận xét trong tài liệu", 60))
_ABOUT = (("Nội dung", 28), ("Giá trị", 90))
_HEAD = PatternFill("solid", fgColor="E7ECF3")
_LINE = Side(style="thin", color="B5B5B5")

Row = Sequence[str | int]


def render(reports: Sequence[Report], *, decisions: Decisions = NONE) -> bytes:
    """Return the workbook (.xlsx); words of a draft are never formulas, whatever they begin with."""
    return _book(
        ("Phát hiện", _FINDINGS, _findings(_of_reports(reports), decisions)),
        ("Bảng kiểm", _CHECKLIST, chain.from_iterable(map(_checklist, reports))),
        ("Thông tin", _ABOUT, _about(reports)),
    )


def render_dossier(dossier: Dossier, *, decisions: Decisions = NONE) -> bytes:
    """Return the workbook of a dossier: its papers, all findings, its checklist."""
    together = [(", ".join(one.papers), one.finding) for one in dossier.findings]
    return _book(
        ("Tài liệu", _PAPERS, map(_paper, dossier.papers)),
        ("Phát hiện", _FINDINGS, _findings([*together, *_of_reports(dossier.reports)], decisions)),
        ("Bảng kiểm", _CHECKLIST, _of_dossier(dossier)),
        ("Thông tin", _ABOUT, _about_dossier(dossier)),
    )


def _book(*sheets: tuple[str, Sequence[tuple[str, int]], Iterable[Row]]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for title, columns, rows in sheets:
        _sheet(book, title, columns, rows)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _sheet(book: Workbook, title: str, columns: Sequence[tuple[str, int]], rows: Iterable[Row]) -> None:
    sheet: Worksheet = book.create_sheet(title)
    for number, (head, width) in enumerate(columns, 1):
        _head(sheet.cell(1, number), head)
        sheet.column_dimensions[get_column_letter(number)].width = width
    last = 1
    for last, row in enumerate(rows, 2):
        for column, value in enumerate(row, 1):
            _write(sheet.cell(last, column), value)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{last}"
    _set_page(sheet)


def _set_page(sheet: Worksheet) -> None:
    """A4 on its side, all columns on one page, the head on each."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"


def _head(cell: Cell, text: str) -> None:
    _write(cell, text)
    cell.font, cell.fill = Font(bold=True), _HEAD


def _write(cell: Cell, value: str | int) -> None:
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.border = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
    if isinstance(value, int):
        cell.value = value
        return
    text = printable(value)
    cell.value = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    if text.startswith(("=", "+", "-", "@", "\t", "\r")):
        cell.data_type, cell.quotePrefix = "s", True


def _of_reports(reports: Sequence[Report]) -> Iterator[tuple[str, Finding]]:
    """The findings with the names of their files, those of a file in reading order."""
    for report in reports:
        for finding in sorted(report.findings, key=lambda finding: (finding.span, finding.id)):
            yield report.document.name, finding


def _findings(named: Iterable[tuple[str, Finding]], decisions: Decisions) -> Iterator[Row]:
    for number, (file, finding) in enumerate(named, 1):
        told = (*_told(finding), *_decided(finding, decisions))
        yield (number, file, *told, finding.rule, finding.id)


def _paper(paper: Paper) -> Row:
    return (paper.file, ROLE_LABELS[paper.role], paper_headline(paper))


def _told(finding: Finding) -> Row:
    return (
        TIER_LABELS[finding.tier],
        CATEGORY_LABELS.get(finding.category, finding.category),
        where(finding),
        finding.quote,
        finding.message,
        finding.why,
        "; ".join(cautious(basis) for basis in finding.legal_basis),
        finding.suggestion or "",
        finding.redraft,
    )


def _decided(finding: Finding, decisions: Decisions) -> Row:
    label = VERDICT_LABELS[verdict_on(finding, decisions)]
    decision = decision_on(finding, decisions)
    if decision is None:
        return (label, "", "", "", "", "")
    day = day_label(decision.at.date())
    return (label, decision.reviewer, day, decision.reason, decision.wording, decision.note)


def _checklist(report: Report) -> Iterator[Row]:
    for item in sorted(report.checklist, key=lambda item: item.item):
        yield (report.document.name, *_answered(item, named=False))
    for question in report.questions:
        yield (report.document.name, *_asked(question))


def _of_dossier(dossier: Dossier) -> Iterator[Row]:
    for item in sorted(dossier.checklist, key=lambda item: item.item):
        files = dict.fromkeys(passage.file for passage in item.evidence)
        yield (", ".join(files), *_answered(item, named=True))
    yield from (("", *_asked(question)) for question in dossier.questions)


def _answered(item: ChecklistItem, *, named: bool) -> Row:
    evidence = (
        f"“{' '.join(passage.quote.split())}” ({place_of(passage, named=named)})" for passage in item.evidence
    )
    return (
        item.item,
        CHECKLIST_GROUPS[item.group],
        item.question,
        ANSWER_LABELS[item.answer],
        item.reason,
        "\n".join(evidence),
        "; ".join(cautious(basis) for basis in item.legal_basis),
    )


def _asked(question: Question) -> Row:
    bases = "; ".join(cautious(basis) for basis in question.legal_basis)
    group = CHECKLIST_GROUPS[question.group]
    return (question.item, group, question.question, "Cần người rà soát trả lời", question.why, "", bases)


def _about(reports: Sequence[Report]) -> Iterator[Row]:
    for report in reports:
        document, versions = report.document, report.versions
        yield ("Tệp", document.name)
        yield ("Văn bản", ": ".join(part for part in (document_label(document), document.title) if part))
        yield ("Được xét như", ROLE_LABELS[report.role])
        yield ("Tóm tắt", headline(report.findings))
        yield ("Đã xem xét, không nêu", len(report.suppressed))
        yield from _read_under((*report.notes, *document.notes), versions)


def _about_dossier(dossier: Dossier) -> Iterator[Row]:
    yield ("Hồ sơ", dossier_title(dossier))
    yield ("Tóm tắt", dossier_headline(dossier))
    yield from _read_under(dossier.notes, dossier.versions)


def _read_under(notes: Iterable[str], versions: Mapping[str, str | None]) -> Iterator[Row]:
    yield from (("Lưu ý", note) for note in dict.fromkeys(notes))
    yield from (
        (label, str(versions[key]))
        for key, label in (("as_of", "Xét tại ngày"), ("checker", "Phiên bản"), ("rules", "Bộ quy tắc"))
        if versions.get(key)
    )
