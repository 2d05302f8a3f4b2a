"""What an amending draft quotes as old: never the drafter's; what it inserts always is."""

from __future__ import annotations

import pytest

from checker.checking import check_document
from checker.domain import Block, Document, Place, Reading
from checker.structure import amended, old_text, parse


def document(text: str) -> Document:
    lines = text.strip("\n").split("\n")
    return parse("a.txt", Reading(tuple(Block(line, Place(number)) for number, line in enumerate(lines, 1))))


def old(text: str, clause: int = -1) -> list[str]:
    found = document(text)
    return [found.text[s.start : s.end] for s in old_text(found, found.clauses[clause])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Thay thế cụm từ “nữ công nhân” bằng cụm từ “người lao động” tại Điều 5.", ["“nữ công nhân”"]),
        ("1. Thay cụm từ “A” tại khoản 1, khoản 2 Điều 3 bằng cụm từ “B”.", ["“A”"]),
        ("1. Thay thế các cụm từ “A”, “B” và “C” thành “D”.", ["“A”", "“B”", "“C”"]),
        ('1. Thay thế cụm từ "A" bằng cụm từ "B"; thay thế từ "C" bằng từ "D".', ['"A"', '"C"']),
        ("1. Bỏ cụm từ “bà đỡ” tại khoản 2 Điều 4.", ["“bà đỡ”"]),
        ("1. Bãi bỏ cụm từ “A”, “B” tại Điều 4.", ["“A”", "“B”"]),
        ("1. Cụm từ “A” tại Điều 5 được thay thế bằng cụm từ “B”.", ["“A”"]),
        ("1. Bổ sung cụm từ “B” vào sau cụm từ “A” tại khoản 3 Điều 9.", ["“A”"]),
        (
            "1. Bãi bỏ khoản 3 Điều 5 về lao động nữ và bổ sung Điều 5a.",
            ["khoản 3 Điều 5 về lao động nữ"],
        ),
        (
            "1. Bãi bỏ điểm b khoản 1 Điều 41; điểm e khoản 1 Điều 66 của Luật Điện lực.",
            ["điểm b khoản 1 Điều 41; điểm e khoản 1 Điều 66 của Luật Điện lực"],
        ),
        ("c) Bãi bỏ điểm 5.4, điểm 6.3 và tiểu mục 9.", ["điểm 5.4, điểm 6.3 và tiểu mục 9"]),
        ("1. Bãi bỏ điểm d và sửa đổi điểm đ thành điểm d.", ["điểm d"]),
        ("1. Thay từ “A” bằng từ “B”; bãi bỏ Điều 7.", ["“A”", "Điều 7"]),
        ("1. Thông tư này bãi bỏ Thông tư số 5/2020/TT-BYT.", ["Thông tư số 5/2020/TT-BYT"]),
        ("1. Bãi bỏ nội dung “dành cho lao động nữ” tại Phụ lục II.", ["“dành cho lao động nữ”"]),
        (
            "1. Quyết định này có hiệu lực từ ngày ký, bãi bỏ Quyết định số 2/QĐ-BYT về nữ hộ sinh.",
            ["Quyết định số 2/QĐ-BYT về nữ hộ sinh"],
        ),
        ("a) Huỷ bỏ quyết định trái pháp luật của người mẹ.", []),
        ("1. Yêu cầu người mẹ huỷ bỏ quyết định có vi phạm pháp luật.", []),
        ("1. Một văn bản có thể sửa đổi, thay thế, bãi bỏ nội dung trong nhiều văn bản.", []),
        ("1. Sửa đổi, bổ sung khoản 2 Điều 5 như sau: “2. Người lao động được nghỉ.”", []),
        ("1. Người lao động được thay đổi nơi làm việc bằng văn bản.", []),
        ("1. Người học không được bỏ học.", []),
    ],
)
def test_what_is_old(text: str, expected: list[str]) -> None:
    assert old(text) == expected


def test_items_of_a_list_of_replacements_and_of_repeals() -> None:
    assert old("Điều 2. Sửa lời\n1. Thay thế một số cụm từ như sau:\na) “A” bằng “B” tại Điều 3;") == ["“A”"]
    assert old("Điều 2. Bãi bỏ\n1. Bãi bỏ các quy định sau đây:\na) Điều 5 về nữ công;") == [
        " Điều 5 về nữ công;"
    ]


@pytest.mark.parametrize(
    "chapeau", ["Thông tư này có hiệu lực từ ngày ký, bãi bỏ các văn bản sau:", "Thông tư này bãi bỏ:"]
)
def test_a_list_below_a_clause_on_force(chapeau: str) -> None:
    assert old(f"Điều 9. Hiệu lực\n1. {chapeau}\na) Thông tư số 4;") == [" Thông tư số 4;"]


@pytest.mark.parametrize(
    "chapeau", ["Huỷ bỏ hợp đồng với người mẹ khi:", "Huỷ bỏ quyết định trong trường hợp:"]
)
def test_a_list_of_cases_is_no_list_of_repeals(chapeau: str) -> None:
    assert old(f"Điều 2. Hợp đồng\n1. {chapeau}\na) Lao động nữ đề nghị;") == []


def test_a_power_to_repeal_makes_no_list_of_repeals() -> None:
    text = (
        "Điều 2. Văn bản\n1. Một văn bản có thể bãi bỏ nội dung trong nhiều văn bản nếu:\na) Nữ công đề nghị;"
    )
    assert old(text) == []


def test_only_what_is_inserted_is_judged() -> None:
    swap = "Điều 1. Sửa đổi\n1. Thay thế cụm từ “{}” bằng cụm từ “{}” tại Điều 5."
    gendered, neutral = "nữ hộ sinh", "người đỡ đẻ"
    before = check_document(document(swap.format(gendered, neutral)))
    after = check_document(document(swap.format(neutral, gendered)))
    assert not before.findings
    assert {item.by for item in before.suppressed} == {"old-text"}
    assert [finding.quote for finding in after.findings] == [gendered]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("LUẬT\nSỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT VIỆC LÀM\nĐiều 1. Nội dung", "LUẬT VIỆC LÀM"),
        (
            "QUYẾT ĐỊNH\nVề việc sửa đổi khoản 2 Điều 5 Quy chế ban hành kèm theo Quyết định số 7\nĐiều 1. A",
            "Quyết định số 7",
        ),
        (
            "NGHỊ ĐỊNH\nSửa đổi, bổ sung Nghị định số 5/2020/NĐ-CP về phí\nĐiều 1. A",
            "Nghị định số 5/2020/NĐ-CP về phí",
        ),
        (
            "THÔNG TƯ\nĐiều 1. Sửa đổi, bổ sung một số điều của Thông tư số 4 như sau:",
            "Thông tư số 4 như sau",
        ),
        ("ĐIỀU LỆ\n(SỬA ĐỔI, BỔ SUNG) HIỆP HỘI NƯỚC MẮM\nĐiều 1. Tên gọi", None),
        (
            "LUẬT\nĐẤT ĐAI (SỬA ĐỔI)\nĐiều 1. Phạm vi\nĐiều 9. Sửa đổi, bổ sung khoản 1 Điều 5 của Luật Phí",
            None,
        ),
        ("QUYẾT ĐỊNH\nPhê duyệt Điều lệ (sửa đổi, bổ sung) Quỹ Khuyến học\nĐiều 1. Phê duyệt", None),
    ],
)
def test_a_draft_that_only_amends_names_what_it_amends(text: str, name: str | None) -> None:
    assert amended(document(f"QUỐC HỘI\nSố: 1/2026/QH16\n{text}\n1. Nội dung.")) == name


AMENDING = """QUỐC HỘI
Số: 1/2026/QH16
LUẬT
SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT VIỆC LÀM
Điều 1. Sửa đổi, bổ sung một số điều
1. Sửa đổi khoản 2 Điều 5 như sau: “2. {new}”
2. Bãi bỏ khoản 3 Điều 7 về lao động nữ.
Điều 2. Hiệu lực
1. Luật này có hiệu lực từ ngày 01 tháng 7 năm 2027.
"""


def test_what_an_amending_draft_leaves_is_named_and_not_judged() -> None:
    report = check_document(document(AMENDING.format(new="Lao động nữ được học nghề tại xã.")))
    assert [note for note in report.notes if "LUẬT VIỆC LÀM" in note and "ngoài phạm vi" in note]
    questions = {one.item: one.why for one in report.questions}
    assert "LUẬT VIỆC LÀM" in questions["30"]
    assert "30" not in {one.item for one in report.checklist}


def test_an_amending_draft_is_asked_about_what_it_inserts_alone() -> None:
    report = check_document(document(AMENDING.format(new="Người lao động được học nghề tại xã.")))
    answers = {one.item: one.answer for one in report.checklist}
    assert answers["30"] == "not-applicable", "lao động nữ stands only in what is repealed"
    inserted = "Hội đồng gồm 05 thành viên do Giám đốc chọn."
    answers = {o.item: o.answer for o in check_document(document(AMENDING.format(new=inserted))).checklist}
    assert answers["19"] == "no"


def test_a_draft_that_stands_by_itself_is_asked_as_a_whole() -> None:
    alone = AMENDING.replace("SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT VIỆC LÀM", "VIỆC LÀM")
    text = alone.format(new="Lao động nữ được học nghề tại xã.").replace(
        ". Sửa đổi, bổ sung một số điều", ". Học"
    )
    report = check_document(document(text))
    assert not [note for note in report.notes if "ngoài phạm vi" in note]
    assert {one.item: one.answer for one in report.checklist}["30"] == "no"
