"""Blocks to clauses: kinds, parents, citations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.domain import Block, Cell, Clause, Document, Part, Place, Reading
from checker.structure import ancestors, children, clauses_of_dieu, dieu_of, parse, subtree


def document(text: str, name: str = "a.txt") -> Document:
    lines = text.strip("\n").split("\n")
    return parse(name, Reading(tuple(Block(line, Place(number)) for number, line in enumerate(lines, 1))))


def cited(text: str) -> list[tuple[str, str]]:
    """(kind, citation) of each clause."""
    return [(clause.kind, clause.citation) for clause in document(text).clauses]


def at(found: Document, beginning: str) -> Clause:
    """The clause whose text begins so."""
    return next(c for c in found.clauses if found.text[c.span.start : c.span.end].startswith(beginning))


LAW = """
Phần thứ nhất
QUY ĐỊNH CHUNG
Chương I
PHẠM VI
Mục 1. ĐỐI TƯỢNG
Điều 1. Phạm vi điều chỉnh
Luật này quy định về đê điều.
Điều 2. Giải thích từ ngữ
Trong Luật này, các từ ngữ dưới đây được hiểu như sau:
1. Đê là công trình ngăn nước lũ.
2. Đê sông gồm:
a) Đê cấp I;
đ) Đê cấp II:
- Đê dài;
+ Đê rất dài;
Đoạn nữa của điểm.
Điều 2a. Áp dụng pháp luật
"""


def test_the_tree_of_a_law() -> None:
    assert cited(LAW) == [
        ("phan", "Phần thứ nhất"),
        ("paragraph", "Phần thứ nhất"),
        ("chuong", "Chương I"),
        ("paragraph", "Chương I"),
        ("muc", "Mục 1 Chương I"),
        ("dieu", "Điều 1"),
        ("paragraph", "Điều 1"),
        ("dieu", "Điều 2"),
        ("paragraph", "Điều 2"),
        ("khoan", "khoản 1 Điều 2"),
        ("khoan", "khoản 2 Điều 2"),
        ("diem", "điểm a khoản 2 Điều 2"),
        ("diem", "điểm đ khoản 2 Điều 2"),
        ("dash", "gạch đầu dòng thứ nhất điểm đ khoản 2 Điều 2"),
        ("dash", "dấu cộng thứ nhất gạch đầu dòng thứ nhất điểm đ khoản 2 Điều 2"),
        ("paragraph", "đoạn 2 điểm đ khoản 2 Điều 2"),
        ("dieu", "Điều 2a"),
    ]


def test_walks_over_the_tree() -> None:
    found = document(LAW)
    point, article = at(found, "đ)"), at(found, "Điều 2.")
    assert [c.citation for c in ancestors(found, point)] == [
        "khoản 2 Điều 2",
        "Điều 2",
        "Mục 1 Chương I",
        "Chương I",
        "Phần thứ nhất",
    ]
    assert dieu_of(found, point) == article
    assert [c.number for c in children(found, at(found, "2. Đê"))] == ["a", "đ"]
    assert clauses_of_dieu(found, point) == subtree(found, article)
    assert len(subtree(found, article)) == 9
    title = at(found, "QUY ĐỊNH")
    assert dieu_of(found, title) is None
    assert clauses_of_dieu(found, title)[0].kind == "phan"


@pytest.mark.parametrize(
    ("line", "number", "label"),
    [
        ("Điều 5. Tên", "5", "Điều 5."),
        ("Điều 5: Tên", "5", "Điều 5:"),
        ("Điều 5.- Tên", "5", "Điều 5.-"),
        ("ĐIỀU 5", "5", "ĐIỀU 5"),
        ("ĐIỀU 1 - Tên", "1", "ĐIỀU 1 -"),
        ("**Điều 5.** Tên", "5", "Điều 5."),
        ("## Điều 5. Tên", "5", "Điều 5."),
        ("Điều 5a. Tên", "5a", "Điều 5a."),
        ("Điều 5đ. Tên", "5đ", "Điều 5đ."),
        ("Điều IV: Tên", "IV", "Điều IV:"),
        ("Điều thứ XII: Tên", "thứ xii", "Điều thứ XII:"),
        ("Điều thứ nhất: Tên", "thứ nhất", "Điều thứ nhất:"),
        ("Điều thứ 1. Tên", "thứ 1", "Điều thứ 1."),
        ("Điều thứ hai mươi mốt. Tên", "thứ hai mươi mốt", "Điều thứ hai mươi mốt."),
        ("Đ I Ề U  5. TÊN", "5", "Đ I Ề U  5."),
        ("Ðiều 5. Tên", "5", "Ðiều 5."),
        ("Điều 1 Phạm vi điều chỉnh", "1", "Điều 1"),
        ("Điều 192.39 (được bãi bỏ)", "192", "Điều 192."),
        ("“ Đ i ề u  2 3 .  T ê n", "23", "Đ i ề u  2 3 ."),
        ("Điều 7ẳ. Tên", "7", "Điều 7ẳ."),
    ],
)
def test_forms_of_a_dieu(line: str, number: str, label: str) -> None:
    found = document(line)
    clause = found.clauses[0]
    assert (clause.kind, clause.number) == ("dieu", number)
    assert found.text[clause.label.start : clause.label.end] == label


@pytest.mark.parametrize(
    "line",
    [
        "Điều 5 của Luật này quy định về đê điều.",
        "Điều 5 Luật này quy định về đê điều.",
        "Điều 5 và Điều 6 được thực hiện như sau",
        "Điều 5, Điều 6 được bãi bỏ.",
        "điều 5. tên",
        "Điều kiện kinh doanh: có vốn.",
        "Chương II của Luật này được bãi bỏ.",
        "Chương trình mục tiêu quốc gia",
        "Mục tiêu: giảm nghèo",
        "Mục 1 Chương II được bãi bỏ.",
        "Phần mềm quản lý",
        "Phụ lục II ban hành kèm theo Thông tư này.",
        "1.000 đồng một giờ",
        "1.500 AT; 05 chỗ",
        "Khoản 3 Điều 2 Quy chế quy định như sau.",
        "Khoản tiền được trả một lần.",
        "Tiết kiệm điện, nước",
        "Tiết này được sửa đổi.",
        "Thiên tai, dịch bệnh",
        "3-O-axetyl",
        "-----",
        "2015",
    ],
)
def test_sentences_that_look_like_headings_are_paragraphs(line: str) -> None:
    assert [clause.kind for clause in document(line).clauses] == ["paragraph"]


def test_units_of_decrees_from_before_1960() -> None:
    text = (
        "Thiên thứ nhất\nChương thứ hai - Hội đồng\nTIẾT THỨ NHẤT - CÁCH TỔ CHỨC\n"
        "Điều thứ 4: Hội viên gồm:\n1- Người đã bầu;\n2- Người dự khuyết.\nTIẾT THỨ 2 - QUYỀN HẠN\n"
        "Điều thứ 5: Hội đồng họp."
    )
    assert cited(text) == [
        ("phan", "Thiên thứ nhất"),
        ("chuong", "Chương thứ hai"),
        ("muc", "Tiết thứ nhất Chương thứ hai"),
        ("dieu", "Điều thứ 4"),
        ("khoan", "khoản 1 Điều thứ 4"),
        ("khoan", "khoản 2 Điều thứ 4"),
        ("muc", "Tiết thứ 2 Chương thứ hai"),
        ("dieu", "Điều thứ 5"),
    ]


def test_a_decree_whose_units_are_khoan() -> None:
    text = "Khoản thứ nhất: Nay cấm đốt rừng.\nKhoản thứ hai: Ai trái lệnh thì bị phạt:\n1. Tiền;\nKhoản 3:"
    assert cited(text) == [
        ("khoan", "khoản thứ nhất"),
        ("khoan", "khoản thứ hai"),
        ("arabic", "mục 1 khoản thứ hai"),
        ("khoan", "khoản 3"),
    ]


CHARTER = (
    "Điều 16. Phó Chủ tịch\n1. Số lượng: 02 người.\n2. Do Ban Chấp hành bầu.\n17. Tổng Thư ký\n"
    "1. Do Ban Chấp hành bầu.\nĐiều 18. Ban Kiểm tra"
)


def test_a_heading_that_lost_its_word() -> None:
    assert [citation for _, citation in cited(CHARTER)] == [
        "Điều 16",
        "khoản 1 Điều 16",
        "khoản 2 Điều 16",
        "Điều 17",
        "khoản 1 Điều 17",
        "Điều 18",
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("17. Tổng Thư ký", "17. Tổng Thư ký do Ban Chấp hành bầu."),
        ("17. Tổng Thư ký", "3. Tổng Thư ký"),
        ("Điều 18", "Điều 19"),
        ("2. Do Ban", "16. Do Ban"),
    ],
)
def test_a_khoan_is_no_heading_that_lost_its_word(old: str, new: str) -> None:
    assert sum(kind == "dieu" for kind, _ in cited(CHARTER.replace(old, new))) == 2


def test_a_table_of_one_column_is_text() -> None:
    def blocks(*columns: int) -> tuple[Block, ...]:
        texts = ("Điều 1. Phạm vi", "1. Phạm vi hẹp.", "Điều 2. Hiệu lực")
        cells = [Place(n, cell=Cell(0, n, columns[n - 1])) for n in (1, 2, 3)]
        return tuple(Block(text, place, "cell") for text, place in zip(texts, cells, strict=True))

    framed, table = parse("a.pdf", Reading(blocks(0, 0, 0))), parse("a.pdf", Reading(blocks(0, 1, 0)))
    assert [c.citation for c in framed.clauses] == ["Điều 1", "khoản 1 Điều 1", "Điều 2"]
    assert framed.tables == ()
    assert {c.kind for c in table.clauses} == {"cell"}


def test_a_list_goes_on_after_an_inner_one() -> None:
    text = "Điều 1. Hỗ trợ\n7. Người thuê:\nKhoản 1:\nKhoản 2:\n8. Đất công ích.\n1) Xã:\n2) Huyện.\n9. Khác."
    assert [citation for _, citation in cited(text)[1:]] == [
        "khoản 7 Điều 1",
        "khoản 1 khoản 7 Điều 1",
        "khoản 2 khoản 7 Điều 1",
        "khoản 8 Điều 1",
        "mục 1 khoản 8 Điều 1",
        "mục 2 khoản 8 Điều 1",
        "khoản 9 Điều 1",
    ]


def test_numbers_of_footnotes_in_a_consolidated_text() -> None:
    text = (
        "Điều 33. Thẩm quyền\n1.5 Tòa án giải quyết:\na) Tranh chấp;\nb)45 Yêu cầu;\n2. Việc khác.\n"
        "3.53 (được bãi bỏ)\n4.47(được bãi bỏ)\n2.5 Mét là chiều cao."
    )
    assert cited(text) == [
        ("dieu", "Điều 33"),
        ("khoan", "khoản 1 Điều 33"),
        ("diem", "điểm a khoản 1 Điều 33"),
        ("diem", "điểm b khoản 1 Điều 33"),
        ("khoan", "khoản 2 Điều 33"),
        ("khoan", "khoản 3 Điều 33"),
        ("khoan", "khoản 4 Điều 33"),
        ("paragraph", "đoạn 2 khoản 4 Điều 33"),
    ]


def test_levels_are_no_footnotes() -> None:
    text = (
        "Điều 1. Duyệt\n1. Mục tiêu\n1.1 Mục tiêu chung\n1.2 Mục tiêu cụ thể\n2. Nhiệm vụ\n2.1 Tuyên truyền"
    )
    assert [citation for _, citation in cited(text)[1:]] == [
        "khoản 1 Điều 1",
        "điểm 1.1 khoản 1 Điều 1",
        "điểm 1.2 khoản 1 Điều 1",
        "khoản 2 Điều 1",
        "điểm 2.1 khoản 2 Điều 1",
    ]


def test_a_hyphen_after_a_number_opens_or_continues_a_list_only() -> None:
    assert [kind for kind, _ in cited("1- Kiểm tra\n1.1- Yêu cầu\n2- Chỉnh đốn\n7 - Người khác")] == [
        "arabic",
        "arabic",
        "arabic",
        "paragraph",
    ]


def test_a_wrapped_line_does_not_open_a_dieu() -> None:
    text = "Điều 1. Tên\n1. Tổ chức, cá nhân vi phạm quy định tại\nĐiều 5 Quy định chung thì bị xử lý."
    assert [clause.kind for clause in document(text).clauses] == ["dieu", "khoan", "paragraph"]


def test_plans_are_cited_by_muc() -> None:
    text = """
I. MỤC TIÊU
1. Mục tiêu chung
1.1. Đến năm 2030
a) Tỷ lệ nữ;
– Chi tiết
2) Mục tiêu cụ thể
II. NHIỆM VỤ
1. Tuyên truyền
"""
    assert cited(text) == [
        ("roman", "mục I"),
        ("arabic", "khoản 1 mục I"),
        ("arabic", "điểm 1.1 khoản 1 mục I"),
        ("letter", "tiết a điểm 1.1 khoản 1 mục I"),
        ("dash", "gạch đầu dòng thứ nhất tiết a điểm 1.1 khoản 1 mục I"),
        ("arabic", "khoản 2 mục I"),
        ("roman", "mục II"),
        ("arabic", "khoản 1 mục II"),
    ]


def test_a_plan_inside_a_dieu() -> None:
    text = "Điều 1. Phê duyệt Kế hoạch:\nI. MỤC TIÊU\n1. Chung\na) Giảm nghèo\nII. KINH PHÍ\nĐiều 2. X"
    assert [citation for _, citation in cited(text)] == [
        "Điều 1",
        "mục I Điều 1",
        "khoản 1 mục I Điều 1",
        "điểm a khoản 1 mục I Điều 1",
        "mục II Điều 1",
        "Điều 2",
    ]


def test_capital_letters_and_roman_numbers_are_told_apart() -> None:
    text = "A. TÌNH HÌNH\nI. KẾT QUẢ\nB. NHIỆM VỤ\nI. MỤC TIÊU\nC. TỔ CHỨC\nI. PHÂN CÔNG\nV. KINH PHÍ"
    assert [citation for _, citation in cited(text)] == [
        "Phần A",
        "mục I Phần A",
        "Phần B",
        "mục I Phần B",
        "Phần C",
        "mục I Phần C",
        "mục V Phần C",
    ]


AMENDMENT = """
Điều 1. Sửa đổi, bổ sung một số điều của Luật Đê điều
1. Sửa đổi, bổ sung Điều 14 như sau:
“Điều 14. Tên mới
1. Khoản một.
2. Khoản hai.”.
2. Khoản 3 Điều 15 được sửa đổi như sau:
“3. Tổ chức có trách nhiệm:
a) Báo cáo;
b) Kiểm tra.”.
3. Bãi bỏ Điều 16.
Điều 2. Hiệu lực thi hành
"""


def test_quoted_text_of_another_law_stands_under_the_clause_that_quotes_it() -> None:
    assert [citation for _, citation in cited(AMENDMENT)] == [
        "Điều 1",
        "khoản 1 Điều 1",
        "Điều 14 (sửa đổi, bổ sung tại khoản 1 Điều 1)",
        "khoản 1 Điều 14 (sửa đổi, bổ sung tại khoản 1 Điều 1)",
        "khoản 2 Điều 14 (sửa đổi, bổ sung tại khoản 1 Điều 1)",
        "khoản 2 Điều 1",
        "khoản 3 (sửa đổi, bổ sung tại khoản 2 Điều 1)",
        "điểm a khoản 3 (sửa đổi, bổ sung tại khoản 2 Điều 1)",
        "điểm b khoản 3 (sửa đổi, bổ sung tại khoản 2 Điều 1)",
        "khoản 3 Điều 1",
        "Điều 2",
    ]


def test_a_forgotten_closing_mark_does_not_swallow_the_law() -> None:
    found = [citation for _, citation in cited(AMENDMENT.replace("”", ""))]
    assert found[-2:] == ["khoản 3 Điều 1", "Điều 2"]


ATTACHED = """
QUYẾT ĐỊNH
Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.
Điều 2. Quyết định này có hiệu lực từ ngày ký.
Nơi nhận:
- Như Điều 2;
CHỦ TỊCH
Nguyễn Văn A
QUY CHẾ
Làm việc của Ủy ban
(Ban hành kèm theo Quyết định số 5/QĐ-UBND ngày 01 tháng 02 năm 2026)
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
1. Khoản một.
PHỤ LỤC II
Mẫu số 01
1. Họ và tên
"""


def test_an_attached_regulation_numbers_anew() -> None:
    found = document(ATTACHED)
    assert at(found, "1. Khoản một").citation == "khoản 1 Điều 1 Quy chế ban hành kèm theo"
    assert at(found, "Chương I").citation == "Chương I Quy chế ban hành kèm theo"
    assert at(found, "PHỤ LỤC").citation == "Phụ lục II"
    assert at(found, "1. Họ").citation == "mục 1 Mẫu số 01 Phụ lục II"
    assert [c.citation for c in found.clauses if c.kind == "dieu"] == [
        "Điều 1",
        "Điều 2",
        "Điều 1 Quy chế ban hành kèm theo",
    ]


SIGNED = (
    "QUYẾT ĐỊNH\nĐiều 1. Ban hành danh mục.\nĐiều 2. Hiệu lực.\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nNguyễn Văn A\n"
)


@pytest.mark.parametrize(
    ("line", "citation"),
    [
        ("Phụ lục", "Phụ lục"),
        ("Phụ lục II", "Phụ lục II"),
        ("Phụ lục số 1", "Phụ lục 1"),
        ("Phụ lục I CÁC NỘI DUNG BẮT BUỘC", "Phụ lục I"),
        ("Phụ lục 2. Mẫu đơn đề nghị", "Phụ lục 2"),
        ("Phụ lục II ĐỊNH LƯỢNG (Kèm theo Nghị định số 5/2026/NĐ-CP của Chính phủ)", "Phụ lục II"),
        ("Mẫu số 39. BẢNG GIÁ ĐẤT (Kèm theo Quyết định số ...)", "Mẫu số 39"),
        ("Mẫu số 1", "Mẫu số 1"),
        ("Mẫu số 1 ban hành kèm theo Thông tư số 5/2026/TT-BYT ngày 01 tháng 6 năm 2026", "Mẫu số 1"),
        ("Mẫu VC02 ban hành theo Thông tư số 4/2026/TT-BCA", "Mẫu số VC02"),
    ],
)
def test_an_annex_begins_below_a_signature(line: str, citation: str) -> None:
    found = document(f"{SIGNED}{line}\nTÊN GỌI\n1. Gạo tẻ")
    assert [c.zone for c in found.clauses][3:6] == ["signature"] * 3
    assert found.clauses[6].citation == citation
    assert at(found, "1. Gạo").citation == f"mục 1 {citation}"


@pytest.mark.parametrize(
    "line",
    [
        "Phụ lục II ban hành kèm theo Thông tư số 5/2026/TT-BYT được sửa đổi như sau",
        "Mẫu số 1 ban hành kèm theo Thông tư này",
        "Mẫu hộ chiếu",
        "Mẫu số 01. Bảng niêm yết thủ tục",
    ],
)
def test_what_only_names_an_annex_is_none(line: str) -> None:
    assert "phu-luc" not in {clause.kind for clause in document(f"{SIGNED}{line}\n1. Gạo tẻ").clauses}


@pytest.mark.parametrize(("between", "own"), [(0, False), (7, False), (8, True), (20, True)])
def test_a_name_near_the_heading_of_an_annex_is_its_title(between: int, own: bool) -> None:
    rows = "Một dòng của phụ lục.\n" * between
    text = f"{SIGNED}PHỤ LỤC I\n{rows}QUY CHẾ\n(Ban hành kèm theo Quyết định số 5/QĐ-BYT)\nĐiều 1. Phạm vi"
    found = document(text)
    assert [c.citation for c in found.clauses if c.kind == "phu-luc"] == [
        "Phụ lục I",
        *(["Quy chế ban hành kèm theo"] if own else []),
    ]
    inner = at(found, "Điều 1. Phạm vi")
    assert inner.citation == ("Điều 1 Quy chế ban hành kèm theo" if own else "Điều 1 Phụ lục I")


@pytest.mark.parametrize("bold", [True, False])
def test_a_form_with_a_title_is_a_heading_in_bold(bold: bool) -> None:
    texts = ("Điều 1. Ban hành mẫu", "PHỤ LỤC", "Mẫu số 02. Giấy báo", "1. Họ và tên")
    blocks = (Block(text, Place(n), bold=bold and n == 3) for n, text in enumerate(texts, 1))
    found = parse("a.docx", Reading(tuple(blocks)))
    assert found.clauses[3].citation == ("mục 1 Mẫu số 02 Phụ lục" if bold else "mục 1 Phụ lục")


def test_a_list_of_forms_is_no_row_of_forms() -> None:
    text = (
        f"{SIGNED}PHỤ LỤC\n(Ban hành kèm theo Quyết định số 5/QĐ-BYT)\nPHỤ LỤC I\nMẫu số 1\nĐơn xin học\n"
        "Mẫu số 2\nGiấy báo\nMẫu số 3\nSổ theo dõi\nMẫu số 1\nĐƠN XIN HỌC\nHọ và tên\nMẫu số 2\n1. Họ và tên"
    )
    found = [(c.number, document(text).blocks[c.block].place.number) for c in document(text).clauses]
    assert [(number, line) for number, line in found if number and "ẫu" in number] == [
        ("Mẫu số 1", 16),
        ("Mẫu số 2", 19),
    ]
    assert [c.citation for c in document(text).clauses if c.kind == "phu-luc"][:2] == ["Phụ lục", "Phụ lục I"]


def test_a_list_of_annexes_with_letters_inside_an_article() -> None:
    entries = "\n".join(f"Phụ lục {letter}: Danh mục thiết bị nhóm {letter};" for letter in "ABCDE")
    text = (
        f"Điều 3. Danh mục\n1. Gồm:\n{entries}\nPhụ lục F: Danh mục còn lại.\n2. Cách dùng.\nĐiều 4. Hiệu lực"
    )
    kinds = [
        (clause.kind, clause.number)
        for clause in document(text).clauses
        if clause.kind in ("dieu", "phu-luc")
    ]
    assert kinds == [("dieu", "3"), ("dieu", "4")]


def test_repealed_forms_stand_close() -> None:
    text = f"{SIGNED}MẪU SỐ 01 (được bãi bỏ)\nMẪU SỐ 02 (được bãi bỏ)"
    assert [c.number for c in document(text).clauses if c.kind == "phu-luc"] == ["Mẫu số 01", "Mẫu số 02"]


def test_a_muc_below_a_chapter_with_its_title() -> None:
    text = "Điều 1. Phạm vi\nChương II KINH DOANH VẬN TẢI\nMục 1 KINH DOANH ĐƯỜNG SÔNG\nĐiều 2. Điều kiện"
    assert [citation for _, citation in cited(text)] == ["Điều 1", "Chương II", "Mục 1 Chương II", "Điều 2"]


def test_cells_are_cited_by_table_and_row() -> None:
    blocks = (
        Block("Điều 1. Định mức", Place(1)),
        Block("Tên", Place(2, cell=Cell(4, 0, 0)), "cell"),
        Block("1. Gạo", Place(3, cell=Cell(4, 1, 1)), "cell"),
        Block("Tên", Place(4, cell=Cell(5, 0, 1)), "cell"),
    )
    found = parse("a.docx", Reading(blocks))
    assert [(c.kind, c.citation) for c in found.clauses[1:]] == [
        ("cell", "bảng 1, hàng 1, Điều 1"),
        ("cell", "bảng 1, hàng 2, Điều 1"),
        ("cell", "bảng 2, hàng 1, Điều 1"),
    ]


def test_rows_of_text_tables_are_cells() -> None:
    rows = cited("Điều 1. Định mức\n| Tên | Số |\n|---|---|\n| Gạo | 5 |\n\n\n\n| Ngô | 6 |")[1:]
    assert rows == [
        ("cell", "bảng 1, hàng 1, Điều 1"),
        ("cell", "bảng 1, hàng 1, Điều 1"),
        ("cell", "bảng 1, hàng 2, Điều 1"),
        ("cell", "bảng 2, hàng 1, Điều 1"),
    ]


PIECES = (
    "Điều 1. Tên", "Điều 2", "“Điều 9. Mới", "1. Khoản:", "“2. Mới.”", "a) Điểm;", "(i) Tiết",
    "- Gạch", "+ Cộng", "I. MỤC", "A. PHẦN", "B. PHẦN", "C. PHẦN", "1.1. Mục", "1) Ngoặc",
    "Chương I", "Mục 2", "Phần thứ nhất", "PHỤ LỤC I", "Mẫu số 1", "QUY CHẾ",
    "(Ban hành kèm theo Quyết định số 1/QĐ-UBND)", "QUYẾT ĐỊNH:", "Căn cứ Luật Đê điều;",
    "Nơi nhận:", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn A", "| a | b |",
    "|---|", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 5/QĐ-UBND", "”", "tiếp tục dòng trên",
    "Một câu.", "",
)  # fmt: skip
TEXTS = st.lists(
    st.one_of(st.sampled_from(PIECES), st.text(st.characters(exclude_characters="\n"), max_size=30))
)


@given(TEXTS)
def test_any_text_becomes_a_tree_over_its_blocks(lines: list[str]) -> None:
    blocks = tuple(Block(line, Place(number)) for number, line in enumerate(lines, 1))
    found = parse("a.txt", Reading(blocks))
    assert found.text == "\n".join(lines)
    assert [clause.block for clause in found.clauses] == [i for i, line in enumerate(lines) if line.strip()]
    path: list[int] = []
    for index, clause in enumerate(found.clauses):
        start = found.starts[clause.block]
        assert clause.index == index
        assert found.text[clause.span.start : clause.span.end] == lines[clause.block]
        assert clause.span.start == start <= clause.label.start <= clause.label.end <= clause.span.end
        assert (
            clause.parent is None or clause.parent in path
        )  # reading order is the order of a walk down the tree
        path = [*path[: path.index(clause.parent) + 1], index] if clause.parent is not None else [index]


@given(TEXTS)
def test_walks_agree_with_parents(lines: list[str]) -> None:
    found = document("\n".join(lines))
    for clause in found.clauses:
        under = subtree(found, clause)
        assert under[0] == clause
        assert all(clause in ancestors(found, inner) for inner in under[1:])
        assert all(inner.parent == clause.index for inner in children(found, clause))
        assert clause in clauses_of_dieu(found, clause)


def test_what_stands_beside_the_body_is_cited_by_its_name_and_moves_nothing() -> None:
    body = (Block("Điều 1. Phạm vi", Place(1)), Block("1. Lao động nữ.", Place(2)))
    beside: tuple[tuple[Part, str], ...] = (
        ("textbox", "Dự thảo"),
        ("footnote", "1. Theo Luật số 1."),
        ("header", "CÔNG BÁO"),
        ("comment", "Điều 9. Sao lại thế?"),
    )
    blocks = tuple(Block(text, Place(number, part=part)) for number, (part, text) in enumerate(beside, 3))
    alone, whole = parse("a.docx", Reading(body)), parse("a.docx", Reading(body + blocks))
    assert whole.clauses[:2] == alone.clauses
    assert [(clause.citation, clause.zone, clause.kind, clause.parent) for clause in whole.clauses[2:]] == [
        ("hộp văn bản", "body", "paragraph", None),
        ("cước chú", "body", "paragraph", None),
        ("đầu trang", "head", "paragraph", None),
        ("nhận xét có sẵn trong tệp", "head", "paragraph", None),
    ]
    assert (alone.draft, whole.draft) == (False, True)
