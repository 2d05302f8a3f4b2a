"""Tables: their heads, and which of them count people."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.domain import Block, Cell, Place, Reading, Table
from checker.reading import read
from checker.structure import parse


def plain(text: str) -> tuple[Table, ...]:
    lines = text.strip("\n").split("\n")
    blocks = tuple(Block(line, Place(number)) for number, line in enumerate(lines, 1))
    return parse("a.txt", Reading(blocks)).tables


def cells(*rows: tuple[str, ...], bold: int = 1) -> tuple[Table, ...]:
    """The tables of a Word-like reading with one table, its first `bold` rows in bold."""
    blocks = [Block("Điều 1. Số liệu", Place(1))]
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            place = Place(len(blocks) + 1, cell=Cell(0, row, column))
            blocks.append(Block(text, place, "cell", bold=row < bold))
    return parse("a.docx", Reading(tuple(blocks))).tables


def test_the_tables_of_the_sample_plan(root: Path) -> None:
    document = parse("ke-hoach.docx", read(root / "samples" / "ke-hoach-tinh.docx"))
    people, money = document.tables
    assert people.heads == ("TT", "Chỉ tiêu", "Đơn vị", "Thực hiện 2026", "Kế hoạch 2027")
    assert (people.head_rows, people.rows, people.about_people, people.has_sex) == (1, 6, True, False)
    assert (money.head_rows, money.rows, money.about_people, money.has_sex) == (1, 5, False, False)
    assert document.text[people.span.start :].startswith("TT\n")
    assert document.clauses[people.clauses[0]].span.start == people.span.start


def test_rows_of_plain_text_are_one_table() -> None:
    first, second = plain(
        "Điều 1. Số liệu\n| TT | Đơn vị | Số học sinh | Trong đó nữ |\n|---|---|---|---|\n"
        "| 1 | Xã A | 120 | 58 |\n"
        "Chữ ở giữa.\n| TT | Vật tư | Số lượng |\n| 1 | Xi măng | 12 |"
    )
    assert first.heads == ("TT", "Đơn vị", "Số học sinh", "Trong đó nữ")
    assert (first.rows, first.about_people, first.has_sex) == (1, True, True)
    assert (second.rows, second.about_people, second.has_sex) == (1, False, False)


FIRST = "| TT | Xã | Nữ |\n|---|---|---|\n| 1 | Đông | 40 |\n| 2 | Tây | 30 |"
BARE = "| TT | Xã | Nữ |\n| 1 | Đông | 40 |\n| 2 | Tây | 30 |"


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        (f"{FIRST}\n| Nghề | Nam |\n|---|---|\n| May | 5 |", ["TT", "Nghề"]),
        (f"{FIRST}\n{FIRST}", ["TT", "TT"]),
        (f"{BARE}\n| TT | Nghề | Nam |\n| 1 | May | 5 |", ["TT", "TT"]),
    ],
)
def test_a_second_head_begins_a_second_table(text: str, heads: list[str]) -> None:
    assert [table.heads[0] for table in plain(text)] == heads
    assert next(table.heads[-1] for table in plain(text)) == "Nữ"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (f"{BARE}\n| TT | Xã | Nữ |\n| 3 | Nam | 20 |", 4),  # the head again on the next page
        ("| a | b |\n|---|---|\n| người | c |\n|---|---|\n| d | 5 |\n|---|---|\n| e | f |", 3),  # ruled rows
        (f"{FIRST}\n| Cộng | | 70 |", 3),
    ],
)
def test_what_looks_like_a_second_head_is_none(text: str, rows: int) -> None:
    assert [table.rows for table in plain(text)] == [rows]


def test_two_head_rows_are_joined_by_column() -> None:
    blocks = (("TT", "Ngành", "Lao động"), ("", "", "Tổng số", "Nữ"), ("1", "May", "200", "150"))
    (table,) = cells(*blocks, bold=2)
    assert table.heads == ("TT", "Ngành", "Lao động / Tổng số", "Lao động / Nữ")
    assert (table.head_rows, table.rows, table.has_sex) == (2, 1, True)


@pytest.mark.parametrize(
    ("head", "row", "people", "sex"),
    [
        (("TT", "Đối tượng", "Số lượng"), ("1", "Cán bộ, công chức cấp xã", "25"), True, False),
        (("STT", "Xã", "Số hộ"), ("1", "Xã A", "250"), True, False),
        (("TT", "Họ tên", "Giới tính", "Số con"), ("1", "…", "…", "2"), False, True),
        (("TT", "Giấy tờ", "Số bản"), ("1", "Hộ chiếu", "2"), False, False),
        (("TT", "Tỉnh", "Kinh phí"), ("1", "Quảng Nam", "250"), False, False),
        (("TT", "Việc", "Cơ quan"), ("1", "Đào tạo người lao động", "Sở Nội vụ"), False, False),
    ],
)
def test_who_is_counted(head: tuple[str, ...], row: tuple[str, ...], people: bool, sex: bool) -> None:
    (table,) = cells(head, row)
    assert (table.about_people, table.has_sex) == (people, sex)


@pytest.mark.parametrize(
    ("rows", "sex"),
    [
        ((("TT", "Xã", "Số học sinh", "Trong đó nữ"), ("1", "A", "20", "9")), True),
        ((("TT", "Xã", "Nam", "Nữ"), ("1", "A", "20", "9")), True),
        ((("TT", "Xã", "Lao động", "Lao động nữ (%)"), ("1", "A", "20", "9")), True),
        ((("TT", "Nhóm", "Số người"), ("1", "Nam", "20"), ("2", "Nữ", "9")), True),
        ((("TT", "Nhóm", "Số người"), ("1", "Học sinh", "20"), ("", "- Trong đó: nữ", "9")), True),
        ((("TT", "Nhóm", "Số người"), ("1", "Tổng số cán bộ", "20"), ("2", "Số cán bộ nữ", "9")), True),
        ((("TT", "Nhóm", "Số người"), ("1", "Hội Liên hiệp Phụ nữ", "20")), False),
        ((("TT", "Nhóm", "Số người"), ("1", "Phụ nữ", "20"), ("2", "Trẻ em", "9")), False),
        ((("TT", "Chỉ tiêu", "Số"), ("1", "Tỷ lệ lao động nữ trong lao động có việc làm", "9")), False),
        ((("Phụ nữ",), ("TT", "Xã", "Số người"), ("1", "A", "20")), False),
        ((("Danh sách cán bộ nữ",), ("TT", "Xã", "Số người"), ("1", "A", "20")), False),
        ((("TT", "Xã", "Số phụ nữ được vay vốn"), ("1", "A", "20")), False),
        ((("TT", "Tỉnh", "Số hộ"), ("1", "Quảng Nam", "20")), False),
        ((("TT", "Khu vực", "Số hộ"), ("1", "Miền Nam", "20")), False),
        ((("TT", "Họ và tên", "Số người"), ("1", "Nguyễn Văn Nam", "1")), False),
    ],
)
def test_columns_or_row_heads_tell_the_sexes_apart(rows: tuple[tuple[str, ...], ...], sex: bool) -> None:
    (table,) = cells(*rows, bold=2 if len(rows[0]) == 1 else 1)
    assert table.has_sex is sex


def test_a_table_without_heads_and_frames_of_a_head() -> None:
    (table,) = cells(("1", "Số người", "20"), ("2", "Số hộ", "5"), bold=0)
    assert (table.head_rows, table.rows, table.heads, table.about_people) == (0, 2, (), True)
    assert cells(("Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"), bold=0) == ()
