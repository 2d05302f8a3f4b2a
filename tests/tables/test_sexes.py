"""What tables say of women and men, made ready to be shown."""

from __future__ import annotations

import pytest

from checker.tables import compared
from tests.tablefiles import FORMATS, Rows, document

HEAD = ("TT", "Xã", "Tổng số lao động", "Nữ")


def shown(rows: Rows, kind: str = "txt", over: tuple[tuple[int, int], ...] = ()) -> list[tuple[object, ...]]:
    told = compared(document(rows, kind=kind, over=over))
    return [(row.label, row.women, row.men, round(row.share, 2)) for one in told for row in one.rows]


@pytest.mark.parametrize("kind", FORMATS)
def test_men_are_those_left_of_all(kind: str) -> None:
    rows = [HEAD, ("1", "Đông", "1.250", "550"), ("2", "Tây", "90", "40")]
    assert shown(rows, kind) == [("Đông", 550, 700, 0.44), ("Tây", 40, 50, 0.44)]


def test_rows_of_the_sexes_are_compared_by_column() -> None:
    rows = [("Nhóm lao động", "Năm 2024", "Năm 2025"), ("Nam", "60", "50"), ("Nữ", "40", "50")]
    assert shown(rows) == [("Năm 2024", 40, 60, 0.4), ("Năm 2025", 50, 50, 0.5)]


@pytest.mark.parametrize("kind", FORMATS)
def test_a_row_may_be_known_by_its_year(kind: str) -> None:
    rows = [("Năm", "Tổng số học viên", "Nữ"), ("2024", "800", "300"), ("2025", "900", "450")]
    assert [label for label, *_ in shown(rows, kind)] == ["2024", "2025"]


def test_a_year_stands_before_what_else_names_the_row() -> None:
    rows = [
        ("Năm", "Xã", "Tổng số học viên", "Nữ"),
        ("2025", "Đông", "90", "40"),
        ("2025", "Tây", "60", "30"),
    ]
    assert [label for label, *_ in shown(rows)] == ["2025, Đông", "2025, Tây"]


def test_a_row_names_its_group_where_there_are_several() -> None:
    rows = [
        ("TT", "Xã", "Năm 2024", "", "Năm 2025", ""),
        ("", "", "Nữ", "Nam", "Nữ", "Nam"),
        ("1", "Đông", "4", "6", "5", "5"),
        ("2", "Tây", "1", "1", "2", "2"),
    ]
    labels = [label for label, *_ in shown(rows, "docx", over=((2, 3), (4, 5)))]
    assert labels == ["Đông, Năm 2024", "Tây, Năm 2024", "Đông, Năm 2025", "Tây, Năm 2025"]


@pytest.mark.parametrize(
    "row", [("1", "Đông", "100", "140"), ("1", "Đông", "…", "40"), ("1", "Đông", "0", "0")]
)
def test_figures_that_do_not_fit_are_not_shown(row: tuple[str, ...]) -> None:
    assert shown([HEAD, row]) == []


def test_a_table_without_both_sexes_is_not_shown() -> None:
    assert shown([("TT", "Xã", "Tổng số lao động"), ("1", "Đông", "100")]) == []


def test_the_line_above_names_the_table() -> None:
    rows = [HEAD, ("1", "Đông", "1.250", "550"), ("2", "Tây", "90", "40")]
    assert [one.title for one in compared(document(rows, kind="txt"))] == ["1. Số lao động được đào tạo nghề"]
