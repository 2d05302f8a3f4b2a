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


def test_a_decree_of_1945() -> None:
    found = document(
        "SẮC LỆNH\nCỦA CHỦ TỊCH CHÍNH PHỦ LÂM THỜI\nSỐ 65 NGÀY 23 THÁNG 11 NĂM 1945\nCHỦ TỊCH CHÍNH PHỦ\n"
        "VIỆT NAM DÂN CHỦ CỘNG HOÀ\nXét việc trùng tu đình chùa;\nRA SẮC LỆNH:\nĐiều thứ nhất: Lập một viện."
    )
    assert (found.type, found.number, found.dated) == ("sac-lenh", "65", date(1945, 11, 23))


def test_the_issuer_of_an_old_heading() -> None:
    found = document(
        "THÔNG TƯ\nCỦA BỘ CÔNG THƯƠNG SỐ 02/2010/TT-BCT NGÀY 14 THÁNG 01 NĂM 2010\nVỀ ĐÊ ĐIỀU\nĐiều 1. Tên"
    )
    assert (found.issuer, found.title, found.dated) == ("BỘ CÔNG THƯƠNG", "VỀ ĐÊ ĐIỀU", date(2010, 1, 14))


def test_the_issuer_beside_the_name_of_the_state() -> None:
    found = document(
        "BỘ Y TẾ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 5/2026/TT-BYT\nĐộc lập - Tự do - Hạnh phúc\n"
        "THÔNG TƯ\nVề thuốc\nĐiều 1. Phạm vi"
    )
    assert (found.issuer, found.title) == ("BỘ Y TẾ", "Về thuốc")


ENACTED = (
    "Căn cứ Luật Dược;\nBộ trưởng Bộ Y tế ban hành Thông tư quy định về thuốc\nvà mỹ phẩm.\nĐiều 1. Phạm vi"
)


def test_an_issuer_of_two_lines_beside_the_name_of_the_state() -> None:
    found = document(
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH HÒA BÌNH Độc lập - Tự do - Hạnh phúc\n"
        "Số: 5/CT-UBND\nCHỈ THỊ\nVề đê điều\nCăn cứ Luật Đê điều;\n1. Kiểm tra đê."
    )
    assert (found.issuer, found.title, found.type) == (
        "ỦY BAN NHÂN DÂN TỈNH HÒA BÌNH",
        "Về đê điều",
        "chi-thi",
    )


def test_a_law_promulgated_by_decree() -> None:
    assert document("SẮC LỆNH\nSỐ 5-SL/L.003\nLUẬT\nHỘI HỌP\nĐiều 1. Phạm vi").type == "luat"


def test_the_enacting_sentence_tells_what_the_head_does_not() -> None:
    lost = document(f"Số: 5\nHà Nội, ngày 5 tháng 6 năm 2026\n{ENACTED}")
    assert (lost.type, lost.title, lost.issuer) == (
        "thong-tu",
        "Quy định về thuốc và mỹ phẩm",
        "Bộ trưởng Bộ Y tế",
    )
    whole = document(f"BỘ Y TẾ\nSố: 5/2026/TT-BYT\nTHÔNG TƯ\nVề dược\n{ENACTED}")
    assert (whole.title, whole.issuer) == ("Về dược", "BỘ Y TẾ")


def test_grounds_that_speak_of_enacting_are_no_enacting_sentence() -> None:
    text = "Số: 5\nCăn cứ Nghị định số 3 của Chính phủ ban hành Nghị định quy định về thuốc;\nĐiều 1. Phạm vi"
    assert (document(text).title, document(text).issuer) == ("", "")


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("THUẾ ĐẤT SỐ 23-L/CTN NGÀY 10/07/1993 CỦA QUỐC HỘI", "THUẾ ĐẤT"),
        ("SỬA ĐỔI LUẬT DI SẢN CỦA QUỐC HỘI KHÓA XII, KỲ HỌP THỨ 5", "SỬA ĐỔI LUẬT DI SẢN"),
        ("HOẠT ĐỘNG GIÁM SÁT CỦA QUỐC HỘI", "HOẠT ĐỘNG GIÁM SÁT CỦA QUỐC HỘI"),
    ],
)
def test_what_follows_a_title(title: str, kept: str) -> None:
    assert document(f"QUỐC HỘI\nLuật số: 5/2026/QH16\nLUẬT\n{title}\nĐiều 1. Phạm vi").title == kept


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Hà Nội, ngày 05 tháng 6 năm 2026", date(2026, 6, 5)),
        ("| Số: 5 | Hòa Bình, ngày 5 tháng 6 năm 2026 |", date(2026, 6, 5)),
        ("Hà Nội, ngày   tháng 6 năm 2026", None),
        ("Hà Nội, ngày 31 tháng 6 năm 2026", None),
        ("(Ban hành kèm theo Quyết định số 5/QĐ-BYT ngày 5 tháng 6 năm 2026)", date(2026, 6, 5)),
    ],
)
def test_the_date_of_the_place_line(line: str, expected: date | None) -> None:
    assert document(f"BỘ Y TẾ\nSố: 5/TT-BYT\n{line}\nTHÔNG TƯ\nVề thuốc\nĐiều 1. Phạm vi").dated == expected


def test_the_date_of_an_amended_law_is_not_its_own() -> None:
    head = (
        "CHÍNH PHỦ\nNGHỊ ĐỊNH\nSỬA ĐỔI NGHỊ ĐỊNH SỐ 5/2020/NĐ-CP NGÀY 15 THÁNG 01 NĂM 2020\nĐiều 1. Phạm vi"
    )
    assert document(head).dated is None


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
