"""The frame of a document: head, preamble, recipients, signature; everything else is body."""

from __future__ import annotations

import pytest

from checker.domain import Document
from tests.structure.test_parse import document

DECISION = """
ỦY BAN NHÂN DÂN
TỈNH HÒA BÌNH
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/2026/QĐ-UBND
Hòa Bình, ngày 5 tháng 6 năm 2026
QUYẾT ĐỊNH
Ban hành Quy chế làm việc
của Ủy ban nhân dân tỉnh
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Theo đề nghị của Giám đốc Sở Nội vụ,
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.
Điều 2. Chánh Văn phòng chịu trách nhiệm thi hành./.
Nơi nhận:
- Như Điều 2;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
(Đã ký)
Nguyễn Văn A
QUY CHẾ
Làm việc của Ủy ban nhân dân
(Ban hành kèm theo Quyết định số 12/2026/QĐ-UBND)
Điều 1. Phạm vi
Quy chế này quy định cách làm việc.
"""


def zones(found: Document) -> list[str]:
    return [clause.zone for clause in found.clauses]


def test_a_decision_with_an_attached_regulation() -> None:
    expected = ["head"] * 11 + ["preamble"] * 3 + ["body"] * 2 + ["recipients"] * 3 + ["signature"] * 4
    assert zones(document(DECISION)) == expected + ["head"] * 3 + ["body"] * 2


def test_a_part_of_a_document_has_no_head() -> None:
    text = (
        "Theo đó, các cơ quan có trách nhiệm như sau.\nNỘI DUNG CHÍNH\n1. Tuyên truyền.\na) Tổ chức hội nghị;"
    )
    assert set(zones(document(text))) == {"body"}


def test_a_head_as_a_text_table() -> None:
    text = """
12_2012_QĐ_UBND_preamble

| ỦY BAN NHÂN DÂN TỈNH A ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc |
|---|---|
| Số: 12/2012/QĐ-UBND | Tuyên Quang, ngày 25 tháng 6 năm 2012 |

QUYẾT ĐỊNH

VỀ VIỆC TẶNG QUÀ

Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân ngày 26/11/2003;

Điều 1. Tặng quà.

| Nơi nhận: - Như Điều 3; - Lưu: VT. | TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Nguyễn Văn A |
|---|---|
"""
    found = document(text)
    assert zones(found)[:8] == ["head"] * 6 + ["preamble", "body"]
    assert zones(found)[8] == "recipients"
    assert (found.number, found.issuer, found.title) == (
        "12/2012/QĐ-UBND",
        "ỦY BAN NHÂN DÂN TỈNH A",
        "VỀ VIỆC TẶNG QUÀ",
    )


def test_a_letter_keeps_its_message_in_the_body() -> None:
    text = """
BỘ XÂY DỰNG
Số: 329/BXD-KHCN
V/v xác nhận công nghệ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Kính gửi: Công ty A
Bộ Xây dựng nhận được công văn của Công ty và có ý kiến như sau.
Đề nghị Công ty thực hiện đúng quy định.
KT. BỘ TRƯỞNG
THỨ TRƯỞNG
Nguyễn Văn A
"""
    found = document(text)
    assert zones(found) == ["head"] * 5 + ["body"] * 2 + ["signature"] * 3
    assert (found.type, found.title) == ("cong-van", "xác nhận công nghệ")


def test_the_vote_that_passed_a_law_belongs_to_the_signature() -> None:
    text = (
        "QUỐC HỘI\nLuật số: 1/2026/QH16\nLUẬT\nĐÊ ĐIỀU\nQuốc hội ban hành Luật Đê điều.\nĐiều 1. Hiệu lực\n"
        "Luật này có hiệu lực từ ngày 01 tháng 01 năm 2027.\n"
        "Luật này được Quốc hội khóa XVI, kỳ họp thứ 2 thông qua ngày 5 tháng 6 năm 2026.\n"
        "CHỦ TỊCH QUỐC HỘI\nTrần Thị B"
    )
    assert zones(document(text)) == ["head"] * 4 + ["preamble"] + ["body"] * 2 + ["signature"] * 3


@pytest.mark.parametrize(
    "line",
    [
        "Nơi nhận văn bản xác định những cơ quan được gửi văn bản.",
        "CHỦ TỊCH HỘI NÔNG DÂN",
        "Căn cứ tình hình thực tế, Ủy ban nhân dân xã quyết định mức hỗ trợ.",
        "Thực hiện bình đẳng giới trong gia đình.",
    ],
)
def test_lines_inside_the_articles_stay_in_the_body(line: str) -> None:
    found = document(f"{DECISION.split('Điều 2.')[0]}{line}\nĐiều 2. Tổ chức thực hiện\nĐiều 3. Hiệu lực")
    assert zones(found)[14:] == ["body"] * 4


@pytest.mark.parametrize("line", ["TỔNG HỢP SỐ LIỆU VỀ CÁN BỘ NỮ", "| TỔNG SỐ | 50 |", "| Nơi nhận | 12 |"])
def test_the_head_of_a_table_is_no_signature(line: str) -> None:
    found = document(f"{DECISION.split('QUY CHẾ')[0]}BIỂU SỐ 1\n{line}\n1. Lao động nữ\nNguyễn Thị B")
    assert zones(found)[-3:] == ["body"] * 3


def test_the_inspector_general_signs() -> None:
    text = f"{DECISION.split('TM. ỦY BAN')[0]}TỔNG THANH TRA\nTrần Văn B\nMẫu số 1"
    assert zones(document(text))[-3:] == ["signature", "signature", "body"]


def test_text_after_the_signature_is_judged_again() -> None:
    found = document(
        DECISION.split("QUY CHẾ")[0] + "Phụ nữ trong xã phải ở nhà chăm con theo tập quán lâu đời."
    )
    assert zones(found)[-1] == "body"
