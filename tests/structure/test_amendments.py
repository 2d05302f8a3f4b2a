"""What an amending draft quotes as old: never the drafter's; what it inserts always is."""

from __future__ import annotations

import pytest

from checker.checking import check_document
from checker.domain import Block, Document, Place, Reading
from checker.structure import old_text, parse


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
