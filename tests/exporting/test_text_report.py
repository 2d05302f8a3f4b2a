"""The text report says what a reader needs, in the order of the document, within 80 columns."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from checker.domain import Evidence, Finding, LegalBasis, Place, Report, Span, Suppressed
from checker.exporting.terminal import WIDTH
from checker.exporting.text import render
from checker.reading import read_bytes
from checker.structure import parse

DRAFT = (
    "QUYẾT ĐỊNH\nĐiều 1. Chế độ\n"
    "1. Trong thời gian thực hiện hợp đồng lao động tại các đơn vị sự nghiệp công lập trên địa bàn tỉnh, "
    "lao động nữ được nghỉ khi con ốm theo xác nhận của cơ sở khám bệnh, chữa bệnh và được hưởng trợ cấp "
    "theo quy định của pháp luật về bảo hiểm xã hội hiện hành.\n"
    "2. Trạm y tế tuyển nữ hộ lý.\n"
)
VERIFIED = LegalBasis("a", "Luật Bình đẳng giới số 73/2006/QH11", "khoản 3 Điều 18", "verified")
UNVERIFIED = LegalBasis("b", "Nghị định số 99/2026/NĐ-CP", "Điều 7", "unverified")


def finding(report: Report, quote: str, **changes: object) -> Finding:
    document = report.document
    start = document.text.index(quote)
    clause = next(c for c in document.clauses if c.span.start <= start < c.span.end)
    made = Finding(
        id=quote, rule="r", category="care-role", tier="should", quote=quote,
        span=Span(start, start + len(quote)), clause=clause.index, citation=clause.citation,
        place=Place(clause.block + 1), message=f"Nhận xét về “{quote}”.", why="Cha cũng chăm con.",
        suggestion="người lao động có con ốm", legal_basis=(VERIFIED,), evidence=(), score=0.9,
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


@pytest.fixture
def empty() -> Report:
    document = parse("du-thao.txt", read_bytes("du-thao.txt", DRAFT.encode()))
    return Report(document, (), (), (), (), {})


@pytest.fixture
def report(empty: Report) -> Report:
    care = finding(empty, "lao động nữ được nghỉ khi con ốm")
    nurse = finding(
        empty, "nữ hộ lý", category="gendered-term", tier="must", suggestion=None, legal_basis=(UNVERIFIED,)
    )
    return replace(empty, findings=(nurse, care))


def test_clean_document(empty: Report) -> None:
    text = render(empty, colour=False)
    assert text.startswith("du-thao.txt\n")
    assert "Không có nhận xét nào." in text


def test_header_counts_by_tier(report: Report) -> None:
    assert "1 lỗi, 1 cảnh báo\n" in render(report, colour=False)


def test_places_come_in_document_order(report: Report) -> None:
    text = render(report, colour=False)
    assert (
        text.index("khoản 1 Điều 1")
        < text.index("Việc chăm sóc")
        < text.index("khoản 2 Điều 1")
        < text.index("Lỗi: Từ")
    )


def test_a_place_is_named_once(empty: Report) -> None:
    pair = (finding(empty, "lao động nữ"), finding(empty, "con ốm", category="stereotype"))
    text = render(replace(empty, findings=pair), colour=False)
    assert text.count("khoản 1 Điều 1") == 1
    assert text.count("▲ Cảnh báo") == 2


def test_entry_explains_itself(report: Report) -> None:
    text = " ".join(render(report, colour=False).split())
    assert "«lao động nữ được nghỉ khi con ốm»" in text
    assert "Vì sao: Cha cũng chăm con." in text
    assert (
        "Căn cứ: khoản 3 Điều 18 Luật Bình đẳng giới số 73/2006/QH11 Gợi ý: người lao động có con ốm" in text
    )


def test_provisions_of_a_law_stand_together(empty: Report) -> None:
    other = replace(VERIFIED, article="khoản 5 Điều 41")
    one = finding(empty, "nữ hộ lý", legal_basis=(VERIFIED, other, UNVERIFIED))
    text = " ".join(render(replace(empty, findings=(one,)), colour=False).split())
    assert f"Căn cứ: khoản 3 Điều 18, khoản 5 Điều 41 {VERIFIED.law}; Điều 7 {UNVERIFIED.law} (" in text


def test_no_basis_no_line(empty: Report) -> None:
    one = finding(empty, "nữ hộ lý", legal_basis=())
    assert "Căn cứ" not in render(replace(empty, findings=(one,)), colour=False)


def test_header_names_the_type(empty: Report) -> None:
    decree = replace(empty.document, type="nghi-dinh", draft=True, title="Về hỗ trợ người lao động")
    text = render(replace(empty, document=decree), colour=False)
    assert "\nNghị định (dự thảo): Về hỗ trợ người lao động\n" in text
    unknown = replace(decree, type="khac", draft=False, title="")
    assert "\nVăn bản\n" in render(replace(empty, document=unknown), colour=False)


def test_unverified_basis_says_so(report: Report) -> None:
    text = " ".join(render(report, colour=False).split())
    assert "Điều 7 Nghị định số 99/2026/NĐ-CP (chưa kiểm chứng, cần đối chiếu trước khi viện dẫn)" in text


def test_no_suggestion_no_line(report: Report) -> None:
    nurse = replace(report, findings=report.findings[:1])
    assert "Gợi ý:" not in render(nurse, colour=False)


def test_long_clause_is_cut_at_words(report: Report) -> None:
    text = " ".join(render(report, colour=False).split())
    shown = re.search(r"“(… .*? …)”", text)
    assert shown is not None
    kept = shown.group(1).strip("… ").replace("«", "").replace("»", "")
    assert f" {kept} " in DRAFT


def test_triggers_are_marked_apart(empty: Report) -> None:
    start = empty.document.text.index("lao động nữ")
    far = empty.document.text.index("con ốm")
    evidence = (
        Evidence(Span(far, far + 6)),
        Evidence(Span(start, start + 11)),
        Evidence(Span(0, 5), "context"),
    )
    one = finding(empty, "lao động nữ được nghỉ khi con ốm", evidence=evidence)
    text = " ".join(render(replace(empty, findings=(one,)), colour=False).split())
    assert "«lao động nữ» được nghỉ khi «con ốm»" in text


def test_overlapping_triggers_are_marked_once(empty: Report) -> None:
    start = empty.document.text.index("lao động nữ")
    evidence = (Evidence(Span(start, start + 11)), Evidence(Span(start + 4, start + 21)))
    one = finding(empty, "lao động nữ được nghỉ khi con ốm", evidence=evidence)
    text = " ".join(render(replace(empty, findings=(one,)), colour=False).split())
    assert "«lao động nữ được nghỉ» khi con ốm" in text


def test_page_is_named(empty: Report) -> None:
    one = finding(empty, "nữ hộ lý", place=Place(4, page=3))
    assert "khoản 2 Điều 1, trang 3" in render(replace(empty, findings=(one,)), colour=False)


def test_suppressed_and_notes_are_told(report: Report) -> None:
    held = Suppressed(report.findings[0], "guard", "Thai sản.")
    text = render(
        replace(report, suppressed=(held, held), notes=("Có 2 hình không đọc được.",)), colour=False
    )
    assert "bỏ qua 2 chỗ" in text
    assert "Lưu ý: Có 2 hình không đọc được." in text
    assert "bỏ qua" not in render(report, colour=False)


def test_lines_fit_the_terminal(report: Report) -> None:
    assert max(map(len, render(report, colour=False).splitlines())) <= WIDTH


def test_colours_only_when_asked(report: Report) -> None:
    plain, coloured = render(report, colour=False), render(report, colour=True)
    assert "\x1b" not in plain
    assert "\x1b[1;4mnữ hộ lý\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain.replace("«", "").replace("»", "")
