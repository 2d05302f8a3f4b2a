"""People counted in tables: sums, shares, years; what is no count of people stays silent."""

from __future__ import annotations

from datetime import date

import pytest

from checker.checking import check_document
from checker.domain import Document
from checker.reading import read_bytes
from checker.structure import parse
from checker.tables import faults, people

HEAD = "KẾ HOẠCH\nĐào tạo nghề\nI. THỰC TRẠNG\n1. Số lao động được đào tạo nghề:\n"


def document(*rows: str) -> Document:
    return parse("ke-hoach.txt", read_bytes("ke-hoach.txt", (HEAD + "\n".join(rows) + "\n").encode()))


def found(*rows: str, year: int = 2026) -> list[tuple[str, str]]:
    told = document(*rows)
    return [
        (fault.id, told.text[fault.span.start : fault.span.end])
        for table in told.tables
        for fault in faults(told, table, year=year)
    ]


def test_counts_are_read_by_their_heads() -> None:
    told = document("| TT | Xã | Tổng số lao động | Nam | Nữ |", "| 1 | Đông | 1.250 | 700 | 550 |")
    counts = people(told, told.tables[0])
    assert [(one.total, one.men, one.women) for one in counts] == [(1250, 700, 550)]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("| 1 | Đông | 100 | 60 | 40 |", None),
        ("| 1 | Đông | 100 | 60 | 45 |", "sexes-do-not-add-up"),
        ("| 1 | Đông | 100 | – | 140 |", "women-exceed-total"),
        ("| 1 | Đông | 100 | – | 40 |", None),
        ("| 1 | Đông | 12,5 | 7,3 | 5,2 |", None),
        ("| 1 | Đông | … | 60 | 45 |", None),
    ],
)
def test_sums(row: str, fault: str | None) -> None:
    told = found("| TT | Xã | Tổng số lao động | Nam | Nữ |", row)
    assert [one for one, _ in told] == ([fault] if fault else [])


def test_a_fault_stands_on_its_row() -> None:
    told = found(
        "| TT | Xã | Số người học | Trong đó nữ |", "| 1 | Đông | 90 | 30 |", "| 2 | Tây | 20 | 32 |"
    )
    assert [(one, quote.replace(" ", "")) for one, quote in told] == [("women-exceed-total", "20|32")]


def test_rows_of_the_sexes_are_added_too() -> None:
    told = found("| Nhóm lao động | Năm 2025 |", "| Nam | 60 |", "| Nữ | 45 |", "| Tổng số | 100 |")
    assert [one for one, _ in told] == ["sexes-do-not-add-up"]


ROWS = ("| 1 | Đông | 100 | 40 |", "| 2 | Tây | 50 | 30 |")


@pytest.mark.parametrize(
    ("last", "wrong"),
    [
        ("| | Tổng cộng | 150 | 70 |", []),
        ("| | Tổng cộng | 160 | 70 |", ["rows-do-not-add-up"]),
        ("| | Tổng cộng | 150 | 75 |", ["rows-do-not-add-up"]),
        ("| | Tổng cộng | – | 70 |", []),
        ("| 3 | Nam Sơn | 160 | 75 |", []),
    ],
)
def test_the_row_of_all_is_the_sum_of_the_rows(last: str, wrong: list[str]) -> None:
    told = found("| TT | Xã | Tổng số lao động | Nữ |", *ROWS, last)
    assert [one for one, _ in told] == wrong


def test_rows_in_levels_are_not_added() -> None:
    levels = ("| I | Huyện A | 150 | 70 |", *ROWS, "| | Tổng cộng | 300 | 140 |")
    assert found("| TT | Xã | Tổng số lao động | Nữ |", *levels) == []


def test_shares_need_a_base() -> None:
    shares = ("| TT | Xã | Tỷ lệ lao động nữ (%) | Tỷ lệ lao động nam (%) |", "| 1 | Đông | 45 | 55 |")
    assert [one for one, _ in found(*shares)] == ["shares-without-base"]
    based = ("| TT | Xã | Tổng số lao động | Tỷ lệ nữ (%) |", "| 1 | Đông | 200 | 45 |")
    assert found(*based) == []


@pytest.mark.parametrize(("year", "old"), [(2026, True), (2024, False)])
def test_old_figures(year: int, old: bool) -> None:
    rows = ("| Xã | Số lao động năm 2021 | Nữ năm 2021 |", "| Đông | 90 | 30 |")
    assert ("old-figures" in {one for one, _ in found(*rows, year=year)}) is old


@pytest.mark.parametrize(
    ("caption", "old"),
    [
        ("Bảng 1. Người vay vốn năm 2019", True),
        ("Bảng 1. Người vay vốn năm 2025, so với năm 2019", False),
        ("Bảng 1. Người vay vốn theo Bộ luật số 45/2019/QH14", False),
    ],
)
def test_a_caption_gives_the_year_where_the_table_has_none(caption: str, old: bool) -> None:
    rows = ("| Xã | Số lao động | Nữ |", "| Đông | 90 | 30 |")
    assert ("old-figures" in {one for one, _ in found(caption, *rows)}) is old


def test_tables_of_things_are_not_judged() -> None:
    assert found("| TT | Máy | Tổng số | Việt Nam | Hội Phụ nữ |", "| 1 | Máy bơm | 10 | 8 | 9 |") == []


def test_the_report_tells_of_a_table() -> None:
    told = document("| TT | Xã | Số lao động | Trong đó nữ |", "| 1 | Đông | 20 | 32 |")
    report = check_document(told, as_of=date(2026, 1, 1))
    finding = next(one for one in report.findings if one.rule == "women-exceed-total")
    assert finding.category == "contradiction"
    assert "(32)" in finding.message
    assert told.text[finding.span.start : finding.span.end] == finding.quote
