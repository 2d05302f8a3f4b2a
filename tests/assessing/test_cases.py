"""Questions that hold of each target, of each body: what is met, and what makes a "yes" a "partly"."""

from __future__ import annotations

import pytest

from checker.checking import check_document
from checker.domain import ChecklistItem
from checker.reading import read_bytes
from checker.structure import parse

PLAN = """KẾ HOẠCH
Đào tạo thợ sửa máy nông nghiệp năm 2027
I. MỤC TIÊU
{text}
II. NHIỆM VỤ
1. Mua sắm 12 bộ dụng cụ.
"""
DECISION = """QUYẾT ĐỊNH
Ban hành Quy chế chợ nổi
Điều 1. Tổ chức
{text}
Điều 2. Hiệu lực
1. Quyết định có hiệu lực từ ngày ký.
"""


def told(item: str, text: str, whole: str) -> ChecklistItem:
    document = parse("a.txt", read_bytes("a.txt", whole.format(text=text).encode()))
    return {one.item: one for one in check_document(document, role="du-thao").checklist}[item]


@pytest.mark.parametrize(
    ("text", "answer", "open_ones"),
    [
        ("1. Đào tạo 400 học viên, trong đó 160 học viên nữ.", "yes", 0),
        ("1. Đào tạo 400 học viên; trong đó nữ chiếm 40%.", "yes", 0),
        ("1. Đào tạo 400 học viên.\n- Trong đó có 160 nữ.", "yes", 0),
        ("1. Nữ chiếm 40% trong 400 học viên.", "yes", 0),
        ("1. Đào tạo 400 học viên, 40% là nữ.\n2. Bồi dưỡng cho 90 cán bộ.", "partly", 1),
        ("1. Đào tạo 400 học viên; tư vấn cho 90 lao động, 30% là nữ.", "partly", 1),
        ("1. Đào tạo 400 học viên.\n2. Xây 3 nhà kho.", "no", 0),
        ("1. Xây 3 nhà kho.", "not-applicable", 0),
    ],
)
def test_each_target_about_people_is_a_case(text: str, answer: str, open_ones: int) -> None:
    item = told("31", text, PLAN)
    assert item.answer == answer
    assert (f"Còn {open_ones} chỗ chưa có." in item.reason) == bool(open_ones)


def test_a_table_row_of_women_answers_for_the_row_above() -> None:
    head = "1. Chỉ tiêu:\n| TT | Chỉ tiêu | Số |\n| 1 | Số học viên được đào tạo | 400 |\n"
    women = "| 2 | Tỷ lệ học viên nữ | 40% |\n"
    assert told("31", head + women, PLAN).answer == "yes"
    assert told("31", f"{head}{women}| 3 | Tỷ lệ lao động có việc làm | 70% |\n", PLAN).answer == "partly"


def test_what_stands_outside_the_targets_is_no_case() -> None:
    text = "1. Đào tạo 400 học viên, 40% là nữ.\nII. CĂN CỨ THỰC TẾ\n1. Năm ngoái có 900 học viên."
    assert told("31", text, PLAN).answer == "yes"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("1. Hội đồng gồm 07 thành viên.\n2. Có ít nhất 02 thành viên là nữ.", "yes"),
        ("1. Hội đồng gồm 07 người, ít nhất 02 nữ.\n2. Tổ công tác gồm 03 người.", "partly"),
        ("1. Hội đồng gồm 07 thành viên.", "no"),
    ],
)
def test_each_body_is_a_case_within_its_dieu(text: str, answer: str) -> None:
    assert told("19", text, DECISION).answer == answer


def test_the_open_cases_are_shown() -> None:
    item = told("31", "1. Đào tạo 400 học viên, 40% là nữ.\n2. Bồi dưỡng cho 90 cán bộ.", PLAN)
    assert [one.quote for one in item.evidence][-1] == "90 cán bộ"
