"""The workbook: three sheets, tiers in words, and words of a draft that never become a formula."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import openpyxl
from hypothesis import given

from checker.exporting.printable import printable
from checker.exporting.xlsx import render
from checker.labels import TIER_LABELS
from tests.reports import WORDS, checked, decided, worded


def book(*reports: Any, **options: Any) -> Any:
    return openpyxl.load_workbook(BytesIO(render(reports, **options)))


def table(sheet: Any) -> list[dict[str, Any]]:
    heads, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows]


def test_sheets_can_be_filtered_and_keep_their_head() -> None:
    made = book(checked())
    assert made.sheetnames == ["Phát hiện", "Bảng kiểm", "Thông tin"]
    for sheet in made:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(cell.alignment.wrap_text for row in sheet for cell in row)
        assert all(6 <= column.width <= 90 for column in sheet.column_dimensions.values())


def test_each_finding_is_a_row_in_reading_order() -> None:
    rows = table(book(checked())["Phát hiện"])
    findings = sorted(checked().findings, key=lambda finding: finding.span)
    assert [row["Mã nhận xét"] for row in rows] == [finding.id for finding in findings]
    assert [row["Mức độ"] for row in rows] == [TIER_LABELS[finding.tier] for finding in findings]
    assert [row["Trích đoạn"] or "" for row in rows] == [finding.quote for finding in findings]
    assert {row["Quyết định"] for row in rows} == {"Chưa quyết định"}


def test_decisions_fill_their_columns() -> None:
    finding = checked().findings[0]
    decision = decided(finding, "edited", reason="Đúng.", wording="Viết lại.", note="Ghi chú.")
    rows = table(book(checked(), decisions={finding.id: decision})["Phát hiện"])
    [row] = [row for row in rows if row["Mã nhận xét"] == finding.id]
    assert row["Người quyết định"] == "Lê Thị An"
    assert (row["Lý do"], row["Nội dung viết lại"], row["Ghi chú"]) == ("Đúng.", "Viết lại.", "Ghi chú.")


def test_the_checklist_has_the_answers_and_the_open_questions() -> None:
    report = worded("câu")
    rows = table(book(report)["Bảng kiểm"])
    assert [row["Trả lời"] for row in rows] == ["Có một phần", "Cần người rà soát trả lời"]
    assert all("chưa kiểm chứng" in row["Căn cứ"] for row in rows)


def test_several_reports_stand_in_one_book() -> None:
    rows = table(book(checked(), worded("x"))["Phát hiện"])
    assert {row["Tệp"] for row in rows} == {"quyet-dinh.txt", "x"}
    assert [row["STT"] for row in rows] == list(range(1, len(rows) + 1))


def test_a_book_without_findings_has_its_heads() -> None:
    assert len(table(book()["Phát hiện"])) == 0


@given(WORDS)
def test_any_words_survive_and_none_become_a_formula(said: str) -> None:
    made = book(worded(said))
    assert all(cell.data_type != "f" for sheet in made for row in sheet for cell in row)
    [row] = table(made["Phát hiện"])
    assert (row["Nhận xét"] or "") == printable(said)
