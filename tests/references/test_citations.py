"""The citation grammar: a citation is found whole, with its parts, wherever it stands in a text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.domain import Citation, Provision
from checker.reading import read_bytes
from checker.references import find_citations, grammar_of
from checker.rulebook import load
from checker.structure import parse

NAMES = load().names
GRAMMAR = grammar_of(NAMES.laws, NAMES.agencies)


def found_in(text: str) -> list[Citation]:
    return [*GRAMMAR.citations(text)]


def words(text: str, citation: Citation) -> str:
    return text[citation.span.start : citation.span.end]


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("Luật số 45/2019/QH14", "luat", "45/2019/QH14"),
        ("Bộ luật Lao động số 45/2019/QH14", "bo-luat", "45/2019/QH14"),
        ("Luật Bình đẳng giới 73/2006/QH11", "luat", "73/2006/QH11"),
        ("Pháp lệnh Dân số số 06/2003/PL-UBTVQH11", "phap-lenh", "06/2003/PL-UBTVQH11"),
        ("Nghị quyết số 71/2025/UBTVQH15", "nghi-quyet", "71/2025/UBTVQH15"),
        ("Nghị quyết số 28/NQ-CP", "nghi-quyet", "28/NQ-CP"),
        ("Nghị quyết số 11-NQ/TW", "nghi-quyet", "11-NQ/TW"),
        (
            "Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP",
            "nghi-quyet-lien-tich",
            "403/2017/NQLT-UBTVQH14-CP",
        ),
        ("Quyết định số 1719/QĐ-TTg", "quyet-dinh", "1719/QĐ-TTg"),
        ("Chỉ thị số 31/2012/CT-TTg", "chi-thi", "31/2012/CT-TTg"),
        ("Thông tư liên tịch số 02/2012/TTLT-BTP-BCA", "thong-tu-lien-tich", "02/2012/TTLT-BTP-BCA"),
        ("Thông tư số 10/2020/TT-BLĐTBXH", "thong-tu", "10/2020/TT-BLĐTBXH"),
        ("Văn bản hợp nhất số 18/VBHN-VPQH", "van-ban-hop-nhat", "18/VBHN-VPQH"),
        ("Kế hoạch số 174/KH-UBND", "ke-hoach", "174/KH-UBND"),
        ("Nghị định số: 34 /2016/ NĐ-CP", "nghi-dinh", "34/2016/NĐ-CP"),
        ("Nghị định số 226/2025/NĐ -CP", "nghi-dinh", "226/2025/NĐ-CP"),
        ("Quyết định số 1719 / QĐ-TTg", "quyet-dinh", "1719/QĐ-TTg"),
        ("nghị định số 145/2020/NĐ-CP", "nghi-dinh", "145/2020/NĐ-CP"),
        ("NĐ 12/2022/NĐ-CP", "nghi-dinh", "12/2022/NĐ-CP"),
        ("Nghị định 145/2020", "nghi-dinh", "145/2020"),
        ("NĐ số 145/2020", "nghi-dinh", "145/2020"),
        ("Pháp lệnh số 16/2004/PL-UBTVQH 11", "phap-lenh", "16/2004/PL-UBTVQH11"),
        ("Nghị quyết số 66.7/2025/NQ-CP", "nghi-quyet", "66.7/2025/NQ-CP"),
        ("Nghị định số 145", "nghi-dinh", "145"),
        ("Sắc lệnh số 101-SL", "sac-lenh", "101-SL"),
    ],
)
def test_kind_and_number(text: str, kind: str, number: str) -> None:
    sentence = f"theo {text}, cơ quan có thẩm quyền"
    (one,) = found_in(sentence)
    assert (words(sentence, one), one.kind, one.number) == (text, kind, number)


@pytest.mark.parametrize(
    ("text", "title", "year", "day"),
    [
        (
            "Luật Ban hành văn bản quy phạm pháp luật năm 2015",
            "Ban hành văn bản quy phạm pháp luật",
            2015,
            None,
        ),
        ("Bộ luật Lao động 2012", "Lao động", 2012, None),
        ("Luật Bảo hiểm xã hội ngày 20 tháng 11 năm 2014", "Bảo hiểm xã hội", 2014, date(2014, 11, 20)),
        ("Luật Hôn nhân và gia đình", "Hôn nhân và gia đình", None, None),
        ("Luật Phòng, chống bạo lực gia đình", "Phòng, chống bạo lực gia đình", None, None),
        ("Luật Dạy chữ Nôm", "Dạy chữ Nôm", None, None),
        ("Luật Đất đai (Luật số 45/2013/QH13)", "Đất đai", 2013, None),
        ("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013", "", 2013, None),
    ],
)
def test_title_and_year(text: str, title: str, year: int | None, day: date | None) -> None:
    sentence = f"Theo {text} và các văn bản hướng dẫn thi hành"
    (one,) = found_in(sentence)
    assert (words(sentence, one), one.title, one.year, one.dated) == (text, title, year, day)


@pytest.mark.parametrize(
    ("text", "provisions"),
    [
        ("điểm a khoản 2 Điều 14", [Provision("14", "2", "a")]),
        ("các điều 5, 6 và 7", [Provision("5"), Provision("6"), Provision("7")]),
        ("Điều 5 đến Điều 9", [Provision("5", through="9")]),
        ("khoản 1, khoản 3 Điều 8", [Provision("8", "1"), Provision("8", "3")]),
        ("điểm b, điểm c khoản 1 Điều 12", [Provision("12", "1", "b"), Provision("12", "1", "c")]),
        ("khoản 1 các điều 5, 6", [Provision("5", "1"), Provision("6", "1")]),
        ("khoản 1 Điều 5 và khoản 2 Điều 6", [Provision("5", "1"), Provision("6", "2")]),
        ("Điều 17 khoản 3", [Provision("17", "3")]),
        ("khoản 3, Điều 17", [Provision("17", "3")]),
        ("Điều 4 Chương II", [Provision("4", part="chương ii")]),
    ],
)
@pytest.mark.parametrize("link", [" ", " của ", ", "])
def test_provisions_before_a_document(text: str, provisions: list[Provision], link: str) -> None:
    sentence = f"quy định tại {text}{link}Luật Bình đẳng giới; cơ quan"
    (one,) = found_in(sentence)
    assert words(sentence, one) == f"{text}{link}Luật Bình đẳng giới"
    assert [*one.provisions] == provisions


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Nghị định số 48/2009/NĐ-CP ngày 19/5/2009 của Chính phủ", "Chính phủ"),
        ("Nghị định của Chính phủ số 48/2009/NĐ-CP ngày 19/5/2009", "Chính phủ"),
        (
            "Thông tư số 10/2020/TT-BLĐTBXH của Bộ trưởng Bộ Lao động - Thương binh và Xã hội",
            "Bộ trưởng Bộ Lao động - Thương binh và Xã hội",
        ),
        (
            "Thông tư liên tịch số 02/2012/TTLT-BTP-BCA của Bộ Tư pháp và Bộ Công an",
            "Bộ Tư pháp và Bộ Công an",
        ),
        (
            "Quyết định số 12/QĐ-UBND của Chủ tịch Ủy ban nhân dân tỉnh Lào Cai",
            "Chủ tịch Ủy ban nhân dân tỉnh Lào Cai",
        ),
    ],
)
def test_issuer(text: str, issuer: str) -> None:
    sentence = f"Căn cứ {text} quy định về việc khác"
    (one,) = found_in(sentence)
    assert (words(sentence, one), one.issuer) == (text, issuer)
    assert one.subject is not None
    assert sentence[one.subject.start : one.subject.end] == "quy định về việc khác"


def test_a_series_is_told_apart() -> None:
    text = "Nghị định số 34/2016/NĐ-CP và Nghị định số 154/2020/NĐ-CP; các: 59/2024/NĐ-CP, 78/2025/NĐ-CP"
    assert [one.number for one in found_in(text)] == [
        "34/2016/NĐ-CP", "154/2020/NĐ-CP", "59/2024/NĐ-CP", "78/2025/NĐ-CP",
    ]  # fmt: skip


def test_amendments_are_told() -> None:
    text = "Luật Giáo dục số 43/2019/QH14 đã được sửa đổi, bổ sung theo Luật số 123/2025/QH15"
    assert [(one.number, one.amended) for one in found_in(text)] == [
        ("43/2019/QH14", True),
        ("123/2025/QH15", False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Luật sư của người bị hại", "theo luật định", "Nghị định của Chính phủ", "Mẫu số 01/TB-NSD kèm theo",
        "tốc độ 40/60 km/h", "ngày 12/2024", "Trường Đại học Luật Hà Nội", "khoản 2 Điều này",
        "CÔNG BÁO/Số 174/Ngày 01-04-2026", "quyết định 3 người vào tổ", "TT 5", "nđ 12/2022",
        "kế hoạch năm 2026",
    ],
)  # fmt: skip
def test_what_is_no_citation(text: str) -> None:
    assert found_in(text) == []


def test_the_text_cites_itself() -> None:
    text = "theo khoản 2 Điều 5 Nghị định này"
    (one,) = found_in(text)
    assert (words(text, one), one.own) == ("khoản 2 Điều 5 Nghị định này", True)


def document_of(text: str) -> tuple[str, tuple[Citation, ...]]:
    document = parse("du-thao.txt", read_bytes("du-thao.txt", text.encode()))
    return document.text, find_citations(document, GRAMMAR)


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Luật Bảo hiểm xã hội số 58/2014/QH13 (sau đây gọi là Luật BHXH)", "Luật BHXH"),
        ("Bộ luật Lao động số 45/2019/QH14 (sau đây gọi tắt là BLLĐ)", "BLLĐ"),
        ("Nghị định số 145/2020/NĐ-CP ngày 14/12/2020 của Chính phủ", "Nghị định số 145"),
        ("Nghị định số 145/2020/NĐ-CP ngày 14/12/2020 của Chính phủ", "Nghị định 145/2020"),
        ("Luật Việc làm số 74/2025/QH15", "Luật Việc làm"),
    ],
)
def test_a_short_form_takes_the_number_of_the_full_one(full: str, short: str) -> None:
    text, found = document_of(f"Điều 1. Phạm vi\nÁp dụng {full}.\nĐiều 2. Khác\nTheo quy định của {short}.\n")
    first, last = found[0], found[-1]
    assert text[last.span.start : last.span.end] == short
    assert (last.number, last.source) == (first.number, first.name)


def test_a_short_form_of_two_documents_is_left_open() -> None:
    _, found = document_of(
        "Luật Đất đai số 45/2013/QH13 hết hiệu lực khi Luật Đất đai số 31/2024/QH15 có hiệu lực.\n"
        "Thực hiện theo Luật Đất đai.\n"
    )
    assert [one.number for one in found] == ["45/2013/QH13", "31/2024/QH15", ""]


# -- properties ---------------------------------------------------------------------------------

SERIALS = st.integers(1, 9999)
YEARS = st.integers(1990, 2040)
NUMBERED = st.one_of(
    st.builds("Nghị định số {}/{}/NĐ-CP".format, SERIALS, YEARS),
    st.builds("Luật số {}/{}/QH14".format, SERIALS, YEARS),
    st.builds("Quyết định số {}/QĐ-TTg".format, SERIALS),
    st.builds("Thông tư số {}/{}/TT-BTC".format, SERIALS, YEARS),
    st.builds("Luật Bình đẳng giới số {}/{}/QH11".format, SERIALS, YEARS),
)
DATES = st.dates(date(1990, 1, 1), date(2040, 12, 31))
DATED = st.one_of(
    st.just(""),
    DATES.map(lambda day: f" ngày {day:%d} tháng {day.month} năm {day.year}"),
    DATES.map(lambda day: f" ngày {day.day}/{day.month}/{day.year}"),
)
ISSUED = st.sampled_from(["", " của Chính phủ", " của Bộ Tài chính", " của Ủy ban nhân dân tỉnh Lào Cai"])
PLACES = st.sampled_from(
    ["", "Điều 5 ", "khoản 2 Điều 7 ", "điểm a, b khoản 1 Điều 3 của ", "các điều 5, 6 "]
)
BEFORE = st.sampled_from(
    ["", "Căn cứ ", "thực hiện theo quy định tại ", "Trẻ em; ", "1. Người lao động (", "- "]
)
AFTER = st.sampled_from(["", ";", ".", ", người sử dụng lao động", " thì được hỗ trợ", ") và", "\t"])


@given(BEFORE, PLACES, NUMBERED, DATED, ISSUED, AFTER)
def test_a_citation_built_from_parts_is_found_whole(
    before: str, place: str, name: str, dated: str, issued: str, after: str
) -> None:
    cited = f"{place}{name}{dated}{issued}"
    text = f"{before}{cited}{after}"
    (one,) = found_in(text)
    assert words(text, one) == cited
    assert one.number == name.split()[-1]
    assert bool(one.dated) == bool(dated)
    assert one.issuer == issued.removeprefix(" của ")
    assert bool(one.provisions) == bool(place)


@given(st.lists(st.tuples(PLACES, NUMBERED, DATED, ISSUED), min_size=2, max_size=4), st.sampled_from(";.\n"))
def test_no_citation_runs_over_the_end_of_a_clause(parts: list[tuple[str, ...]], stop: str) -> None:
    text = f"{stop} ".join("".join(part) for part in parts)
    found = found_in(text)
    assert [one.number for one in found] == [part[1].split()[-1] for part in parts]
    assert all(stop not in words(text, one) for one in found)


@given(st.text(alphabet="Điều khoản 5/2019QH-Luậtsố,;.() NĐCPnày", max_size=60))
def test_any_text_is_read_and_spans_are_in_order(text: str) -> None:
    for one in found_in(text):
        assert 0 <= one.span.start <= one.name.start < one.name.end == one.span.end <= len(text)
