"""What the head says: type, number, title, issuer, draft."""

from __future__ import annotations

from datetime import date

import pytest

from checker.structure import numerals
from tests.structure.test_parse import document


@pytest.mark.parametrize(
    ("head", "name", "expected"),
    [
        ("QUỐC HỘI\nLuật số: 5/2026/QH16\nLUẬT\nĐÊ ĐIỀU", "a.txt", "luat"),
        ("QUỐC HỘI\nSố: 5/2026/QH16\nBỘ LUẬT\nLAO ĐỘNG", "a.txt", "bo-luat"),
        ("CHÍNH PHỦ\nSố: 5/2026/NĐ-CP\nNGHỊ ĐỊNH\nVề đê điều", "a.txt", "nghi-dinh"),
        ("BỘ Y TẾ\nSố: 5/2026/TT-BYT\nTHÔNG TƯ\nVề thuốc", "a.txt", "thong-tu"),
        ("BỘ Y TẾ\nTHÔNG TƯ LIÊN TỊCH\nVề thuốc", "a.txt", "thong-tu-lien-tich"),
        ("UBND XÃ A\nSố: 5/KH-UBND\nKẾ HOẠCH\nGiảm nghèo", "a.txt", "ke-hoach"),
        ("HƯƠNG ƯỚC\nTHÔN ĐÔNG", "a.txt", "huong-uoc"),
        ("QUY ƯỚC\nLÀNG ĐÔNG", "a.txt", "quy-uoc"),
        ("BAN BÍ THƯ\nSố: 5/CT-TW\nVề đê điều", "a.txt", "chi-thi"),
        ("VĂN BẢN HỢP NHẤT\nLUẬT\nĐÊ ĐIỀU", "a.txt", "luat"),
        ("Nội dung không có tên.", "Dự thảo nghị quyết.txt", "khac"),
        ("Nội dung không có tên.", "du-thao-nghi-quyet.txt", "nghi-quyet"),
        ("Nội dung không có tên.", "a.txt", "khac"),
    ],
)
def test_the_type_comes_from_the_head_the_number_or_the_name(head: str, name: str, expected: str) -> None:
    assert document(f"{head}\nĐiều 1. Phạm vi", name).type == expected


@pytest.mark.parametrize(
    ("head", "name", "draft"),
    [
        ("DỰ THẢO\nCHÍNH PHỦ\nSố: 5/2026/NĐ-CP\nNGHỊ ĐỊNH", "a.txt", True),
        ("Dự thảo lần 2\nCHÍNH PHỦ\nNGHỊ ĐỊNH", "a.txt", True),
        ("CHÍNH PHỦ\nSố:      /2026/NĐ-CP\nNGHỊ ĐỊNH", "a.txt", True),
        ("CHÍNH PHỦ\nSố: …/2026/NĐ-CP\nNGHỊ ĐỊNH", "a.txt", True),
        ("CHÍNH PHỦ\nSố: 5/2026/NĐ-CP\nNGHỊ ĐỊNH", "Dự thảo 3.txt", True),
        ("CHÍNH PHỦ\nSố: 5/2026/NĐ-CP\nNGHỊ ĐỊNH", "a.txt", False),
        (
            "CHÍNH PHỦ\nSố: 5/2026/NĐ-CP\nNGHỊ ĐỊNH\nDự thảo được lấy ý kiến theo quy định.",
            "a.txt",
            False,
        ),
    ],
)
def test_drafts(head: str, name: str, draft: bool) -> None:
    found = document(f"{head}\nĐiều 1. Phạm vi", name)
    assert found.draft is draft
    assert found.number == ("5/2026/NĐ-CP" if "Số: 5" in head else "")


def test_title_and_issuer() -> None:
    found = document(
        "UBND TỈNH A\nSỞ NỘI VỤ\nSố: 5/TTr-SNV\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỜ TRÌNH\n"
        "Về việc đổi tên\nHội Phụ nữ\nKính gửi: Chủ tịch\nSở Nội vụ kính trình."
    )
    assert (found.title, found.issuer, found.type) == ("Về việc đổi tên Hội Phụ nữ", "SỞ NỘI VỤ", "to-trinh")


def test_the_title_ends_before_the_issuer_who_decides() -> None:
    found = document("CHÍNH PHỦ\nNGHỊ ĐỊNH\nVỀ ĐÊ ĐIỀU\nCHÍNH PHỦ\nCăn cứ Luật Đê điều;\nĐiều 1. Phạm vi")
    assert (found.title, found.issuer) == ("VỀ ĐÊ ĐIỀU", "CHÍNH PHỦ")


def test_headings_of_the_old_style() -> None:
    found = document(
        "QUYẾT ĐỊNH\nCỦA THỦ TƯỚNG CHÍNH PHỦ SỐ 02/2010/QĐ-TTg NGÀY 15 THÁNG 01 NĂM 2010\n"
        "VỀ ĐÊ ĐIỀU\nĐiều 1. Phạm vi"
    )
    assert (found.number, found.title) == ("02/2010/QĐ-TTg", "VỀ ĐÊ ĐIỀU")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("nhất", 1),
        ("tư", 4),
        ("mười", 10),
        ("mười lăm", 15),
        ("hai mươi", 20),
        ("hai mươi mốt", 21),
        ("mềm", None),
    ],
)
def test_numbers_in_words(text: str, value: int | None) -> None:
    assert numerals.words(text) == value


@pytest.mark.parametrize(
    ("text", "value"), [("IV", 4), ("XXXIX", 39), ("XC", 90), ("IIII", None), ("IC", None), ("", None)]
)
def test_roman_numbers(text: str, value: int | None) -> None:
    assert numerals.roman(text) == value


@pytest.mark.parametrize(
    ("head", "dated"),
    [
        ("Số: 12/2012/QĐ-UBND\nLào Cai, ngày 05 tháng 3 năm 2012", date(2012, 3, 5)),
        ("Số: 12/2012/QĐ-UBND\nLào Cai, ngày     tháng     năm 2012", date(2012, 1, 1)),
        ("Số: 12/QĐ-UBND\nLào Cai, ngày 31 tháng 02 năm 2012", None),
        ("Số: 12/QĐ-UBND", None),
    ],
)
def test_the_day_of_a_document(head: str, dated: date | None) -> None:
    text = f"{head}\nQUYẾT ĐỊNH\nVề đê điều\nCăn cứ Luật Đê điều ngày 29 tháng 11 năm 2006;\nĐiều 1. Phạm vi"
    assert document(text).dated == dated
