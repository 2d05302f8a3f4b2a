"""The same tables in .txt, .docx and PDF: what does not fit is found in each, what fits in none."""

from __future__ import annotations

import pytest

from checker.tables import faults
from tests.tablefiles import FORMATS, Rows, document

HEAD = ("TT", "Xã", "Tổng số lao động", "Nữ", "Nam")
each = pytest.mark.parametrize("kind", FORMATS)


def found(rows: Rows, kind: str, *, over: tuple[tuple[int, int], ...] = ()) -> list[str]:
    told = document(rows, kind=kind, over=over)
    assert len(told.tables) == 1
    return sorted({fault.id for table in told.tables for fault in faults(told, table, year=2026)})


@each
@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        (("1", "Đông", "1.250", "550", "700"), []),
        (("1", "Đông", "1.250", "1.550", "700"), ["women-exceed-total"]),
        (("1", "Đông", "1.250", "560", "700"), ["sexes-do-not-add-up"]),
    ],
)
def test_women_men_and_all(row: tuple[str, ...], wrong: list[str], kind: str) -> None:
    assert found([HEAD, row, ("2", "Tây", "90", "40", "50")], kind) == wrong


@each
def test_the_row_of_all(kind: str) -> None:
    rows = [HEAD, ("1", "Đông", "100", "40", "60"), ("2", "Tây", "90", "40", "50")]
    assert found([*rows, ("", "Tổng cộng", "190", "80", "110")], kind) == []
    assert found([*rows, ("", "Tổng cộng", "200", "90", "110")], kind) == ["rows-do-not-add-up"]


@each
def test_shares_without_a_base(kind: str) -> None:
    head = ("TT", "Xã", "Tỷ lệ lao động nữ (%)", "Tỷ lệ lao động nam (%)")
    rows = [("1", "Đông", "45", "55"), ("2", "Tây", "60", "40")]
    assert found([head, *rows], kind) == ["shares-without-base"]
    based = [(*head, "Tổng số lao động"), *((*row, "200") for row in rows)]
    assert found(based, kind) == []


@each
@pytest.mark.parametrize(("year", "wrong"), [("2021", ["old-figures"]), ("2025", [])])
def test_old_figures(year: str, wrong: list[str], kind: str) -> None:
    head = ("TT", "Xã", f"Số lao động năm {year}", "Trong đó nữ")
    assert found([head, ("1", "Đông", "90", "30"), ("2", "Tây", "80", "20")], kind) == wrong


@pytest.mark.parametrize("kind", ["docx", "pdf"])
@pytest.mark.parametrize(("women", "wrong"), [("560", ["sexes-do-not-add-up"]), ("550", [])])
def test_a_head_over_several_columns_groups_them(women: str, wrong: list[str], kind: str) -> None:
    rows = [
        ("TT", "Xã", "Lao động năm 2024", "", "", "Lao động năm 2025", "", ""),
        ("", "", "Tổng số", "Nữ", "Nam", "Tổng số", "Nữ", "Nam"),
        ("1", "Đông", "1.000", "400", "600", "1.250", women, "700"),
        ("2", "Tây", "100", "40", "60", "90", "40", "50"),
    ]
    assert found(rows, kind, over=((2, 4), (5, 7))) == wrong
