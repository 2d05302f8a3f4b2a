"""Headings that a scan, a slip of the pen or a table of contents makes hard to tell."""

from __future__ import annotations

import pytest

from checker.domain import Block, Document, Place, Reading
from checker.structure import parse

UNITS = ("phu-luc", "phan", "chuong", "muc", "tieu-muc", "dieu", "roman")


def document(text: str) -> Document:
    lines = text.strip("\n").split("\n")
    return parse("a.txt", Reading(tuple(Block(line, Place(number)) for number, line in enumerate(lines, 1))))


def units(text: str) -> list[str]:
    """kind:number of each heading."""
    return [f"{c.kind}:{c.number}" for c in document(text).clauses if c.kind in UNITS]


DAMAGED = """
Điều 5. Chi trả
Cơ quan chi trả trong ba ngày.
{heading}
1. Thông tư này có hiệu lực từ ngày ký.
"""


@pytest.mark.parametrize(
    "heading",
    [
        "Điều 6ẳ Điều khoản thi hành",
        "Điều 6Ễ Điều khoản thi hành",
        "Biều 6. Điều khoản thi hành",
        "Diều 6. Điều khoản thi hành",
        "Điêu 6. Điều khoản thi hành",
        "Đíều 6. Điều khoản thi hành",
        "Điều 6, Điều khoản thi hành",
    ],
)
def test_a_damaged_heading_goes_on_with_the_numbers(heading: str) -> None:
    assert units(DAMAGED.format(heading=heading)) == ["dieu:5", "dieu:6"]


@pytest.mark.parametrize(
    "line",
    [
        "Điều 9ẳ Điều khoản thi hành",
        "Biều 9. Điều khoản thi hành",
        "Biểu 6. Số người được chi trả",
        "Biểu đồ 6. Số người được chi trả",
        "Điều 6, Điều 7 được áp dụng cho mọi trường hợp.",
        "Điều 6; điểm c khoản 1 Điều 61; điểm b khoản",
        "Điều 6, điểm c khoản 1 Điều 61 của nghị định",
        "Điều 6, khoản 2 được áp dụng cho mọi trường hợp.",
    ],
)
def test_a_line_that_only_looks_damaged_is_a_paragraph(line: str) -> None:
    assert units(DAMAGED.format(heading=line)) == ["dieu:5"]


def test_a_roman_number_with_a_stroke_too_many_has_the_value_that_is_due() -> None:
    text = "I. MỤC TIÊU\n1. Một\nII. NHIỆM VỤ\n1. Hai\nIIII. KINH PHÍ\n1. Ba\nIV. TỔ CHỨC"
    assert units(text) == ["roman:I", "roman:II", "roman:III", "roman:IV"]


def test_a_roman_number_nobody_can_read_is_a_paragraph() -> None:
    assert units("I. MỤC TIÊU\n1. Một\nXIXI. MỘT TÊN RIÊNG\n1. Hai") == ["roman:I"]


def test_the_heading_of_an_annex_below_a_line_without_a_stop() -> None:
    text = """
Điều 1. Ban hành biểu mẫu
1. Biểu mẫu được lập thành hai bản.
(2) Ghi rõ văn bản quy định nhiệm vụ của người ra quyết định kiểm tra
Phụ lục II
MẪU BIÊN BẢN
(Ban hành kèm theo Thông tư số 3/2020/TT-BYT ngày 1 tháng 2 năm 2020)
I. NỘI DUNG
"""
    assert units(text) == ["dieu:1", "phu-luc:II", "roman:I"]


def test_a_sentence_that_breaks_off_before_the_name_of_an_annex_goes_on() -> None:
    text = """
Điều 1. Ban hành biểu mẫu
1. Biểu mẫu được lập thành hai bản theo hướng dẫn tại điểm 1 của
Phụ lục II
và được gửi cho cơ quan quản lý trong mười ngày.
"""
    assert units(text) == ["dieu:1"]


def test_lettered_sections_of_an_annex_are_no_parts() -> None:
    text = """
Điều 1. Công bố
Điều 2. Hiệu lực
PHỤ LỤC I
DANH MỤC THỦ TỤC
A. THỦ TỤC ĐƯỢC SỬA ĐỔI
I. CẤP TỈNH
B. THỦ TỤC BỊ BÃI BỎ
"""
    found = document(text)
    assert [(c.kind, c.citation) for c in found.clauses if c.number in ("A", "I", "B")] == [
        ("phu-luc", "Phụ lục I"),
        ("roman", "mục A Phụ lục I"),
        ("roman", "mục I mục A Phụ lục I"),
        ("roman", "mục B Phụ lục I"),
    ]


CONTENTS = """
MỤC LỤC
Lời nói đầu
Chương I. QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh ........ 2
Điều 2. Đối tượng áp dụng ........ 2
Chương II. TỔ CHỨC
Điều 3. Hội đồng ........ 3
3
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Quy chế này quy định việc chi trả.
Điều 2. Đối tượng áp dụng
Quy chế này áp dụng cho mọi người.
Chương II
TỔ CHỨC
Điều 3. Hội đồng
Hội đồng có năm người.
"""


def test_a_table_of_contents_has_no_headings() -> None:
    assert units(CONTENTS) == ["chuong:I", "dieu:1", "dieu:2", "chuong:II", "dieu:3"]
    first = next(c for c in document(CONTENTS).clauses if c.kind == "dieu")
    assert document(CONTENTS).blocks[first.block].place.number == 11


def test_the_contents_of_a_model_name_sections_that_do_not_follow() -> None:
    text = """
Điều 1. Ban hành mẫu
PHỤ LỤC I
MẪU ĐÁNH GIÁ
MỤC LỤC
I. Khái quát về cảng (1)
II. Cơ sở pháp lý (2)
III. Phương án (3)
IV. Các phụ lục
Phụ lục 1: Sơ đồ cảng
Ghi chú: ghi rõ tên cảng.
Tên cảng, nơi đặt cảng và cơ quan quản lý được ghi theo giấy phép.
PHỤ LỤC II
MẪU KẾ HOẠCH
I. NHIỆM VỤ
"""
    assert units(text) == ["dieu:1", "phu-luc:I", "phu-luc:II", "roman:I"]


def test_the_words_muc_luc_over_the_text_itself_take_nothing() -> None:
    text = """
MỤC LỤC
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Quy chế này quy định việc chi trả.
Điều 2. Đối tượng áp dụng
Quy chế này áp dụng cho mọi người.
"""
    assert units(text) == ["chuong:I", "dieu:1", "dieu:2"]


@pytest.mark.parametrize(
    "line",
    [
        "Phần hai",
        "PHẦN HAI",
        "Phần hai. Nhiệm vụ",
        "PHẦN HAI: NHIỆM VỤ",
        "**Phần hai**",
        "Phần hai - Nhiệm vụ",
    ],
)
def test_a_part_may_be_counted_in_words_alone(line: str) -> None:
    found = document(f"Phần một\nTÌNH HÌNH\n{line}\nI. MỤC TIÊU")
    assert [c.citation for c in found.clauses if c.kind in UNITS] == [
        "Phần một",
        "Phần hai",
        "mục I Phần hai",
    ]


@pytest.mark.parametrize("line", ["Phần hai bên cùng góp vốn", "Mục tiêu một", "Phần năm trước chuyển sang."])
def test_words_that_only_begin_like_a_part_are_none(line: str) -> None:
    assert units(f"I. MỤC TIÊU\n{line}") == ["roman:I"]
