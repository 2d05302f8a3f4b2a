"""The checklist over papers written here: what counts as an answer, what is only a claim."""

from __future__ import annotations

import pytest

from checker.checking import check_document
from checker.domain import Answer, ChecklistItem, Report, Role
from checker.reading import read_bytes
from checker.structure import parse

HEAD = """BỘ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
BÁO CÁO
Đánh giá tác động của chính sách trong dự thảo Nghị định về hỗ trợ học nghề
I. TÁC ĐỘNG VỀ KINH TẾ
Phụ nữ và nam giới chiếm 90% số người học nghề năm 2024, theo Tổng cục Thống kê.
"""
WHOLE = """II. TÁC ĐỘNG VỀ GIỚI
1. Cơ hội: nữ chiếm 31% người học nghề cơ khí, nam giới chiếm 69% năm 2024 (nguồn: Tổng cục Thống kê).
2. Điều kiện: phụ nữ có con nhỏ khó theo học lớp buổi tối.
3. Năng lực thực hiện: trình độ của nữ và nam giới khi vào học ngang nhau.
4. Thụ hưởng: nữ giới được hưởng tiền hỗ trợ như nam giới.
5. Biện pháp: bố trí nơi trông trẻ; Sở Nội vụ chủ trì; kinh phí ghi trong dự toán; hằng năm báo cáo kết quả.
"""
CLAIM = """II. TÁC ĐỘNG VỀ GIỚI
Chính sách bảo đảm bình đẳng giới, không phân biệt đối xử giữa nam và nữ.
"""
PART = """II. TÁC ĐỘNG VỀ GIỚI
Phụ nữ ít có cơ hội học nghề cơ khí vì định kiến của nơi tuyển sinh.
"""


def report(text: str, role: Role = "danh-gia-tac-dong") -> Report:
    document = parse("bao-cao.txt", read_bytes("bao-cao.txt", text.encode()))
    return check_document(document, role=role)


def answers(text: str, role: Role = "danh-gia-tac-dong") -> dict[str, ChecklistItem]:
    return {item.item: item for item in report(text, role).checklist}


@pytest.mark.parametrize(
    ("item", "whole", "part", "claim"),
    [
        ("02", "yes", "yes", "no"),
        ("03", "yes", "partly", "no"),
        ("04", "yes", "partly", "no"),
        ("05", "yes", "no", "no"),
        ("43", "yes", "no", "no"),
    ],
)
def test_content_is_told_from_a_claim(item: str, whole: Answer, part: Answer, claim: Answer) -> None:
    told = [answers(HEAD + text)[item].answer for text in (WHOLE, PART, CLAIM)]
    assert told == [whole, part, claim]


def test_only_the_part_on_gender_is_read() -> None:
    assert answers(HEAD)["02"].answer == "no"


def test_a_partial_answer_says_what_is_there_and_what_is_not() -> None:
    reason = answers(HEAD + PART)["03"].reason
    assert "Đã có: cơ hội." in reason
    assert "Chưa thấy: điều kiện, năng lực thực hiện, thụ hưởng." in reason


def test_evidence_is_the_text_itself() -> None:
    told = report(HEAD + WHOLE)
    evidence = [passage for item in told.checklist for passage in item.evidence]
    assert evidence
    for passage in evidence:
        assert told.document.text[passage.span.start : passage.span.end] == passage.quote


def test_a_claim_alone_is_a_finding_under_its_heading() -> None:
    found = [one for one in report(HEAD + CLAIM).findings if one.category == "missing-assessment"]
    assert any(one.citation == "mục II" and one.tier == "should" for one in found)
    assert not [one for one in report(HEAD + WHOLE).findings if one.category == "missing-assessment"]


def test_a_claim_with_its_reason_is_no_bare_claim() -> None:
    claim = "Không có tác động khác nhau về giới vì nữ và nam giới cùng được hưởng 2 triệu đồng."
    text = f"{HEAD}II. TÁC ĐỘNG VỀ GIỚI\n{claim}\n"
    assert answers(text)["04"].answer == "yes"


def test_findings_of_the_draft_answer_the_questions_on_content() -> None:
    draft = "NGHỊ ĐỊNH\nVề tuyển dụng\nĐiều 1. Tuyển dụng\n1. Chỉ tuyển nam giới vào vị trí kỹ thuật.\n"
    assert answers(draft, "du-thao")["11"].answer == "no"
    fair = "NGHỊ ĐỊNH\nVề tuyển dụng\nĐiều 1. Tuyển dụng\n1. Tuyển người có chứng chỉ nghề.\n"
    assert answers(fair, "du-thao")["11"].answer == "yes"


def test_a_question_on_a_matter_that_is_not_there_does_not_apply() -> None:
    draft = "NGHỊ ĐỊNH\nVề phí\nĐiều 1. Mức phí\n1. Mức phí là 20.000 đồng.\n"
    told = answers(draft, "du-thao")
    assert {told[item].answer for item in ("16", "18", "22")} == {"not-applicable"}


def test_questions_of_conventions_are_for_conventions() -> None:
    convention = "HƯƠNG ƯỚC\nThôn Đông\nĐiều 1. Họp thôn\n1. Mọi người dân từ 18 tuổi được biểu quyết.\n"
    assert answers(convention, "du-thao")["36"].answer == "yes"
    assert "36" not in answers("NGHỊ ĐỊNH\nVề phí\nĐiều 1. Mức phí\n1. Phí là 1 đồng.\n", "du-thao")


def test_a_paper_that_describes_is_not_judged_as_a_provision() -> None:
    today = "Hiện hành: lao động nam nghỉ hưu ở tuổi 62, lao động nữ nghỉ hưu ở tuổi 60."
    text = f"{HEAD}II. TÁC ĐỘNG VỀ GIỚI\n{today}\n"
    assert "unequal-treatment" not in {one.category for one in report(text).findings}
    assert "describing-paper" in {held.by for held in report(text).suppressed}
    assert "unequal-treatment" in {one.category for one in report(text, "du-thao").findings}


def test_a_submission_describes_in_its_part_on_gender_and_proposes_elsewhere() -> None:
    line = "Lao động nam được vay 50 triệu đồng, lao động nữ được vay 30 triệu đồng."
    head = "CHÍNH PHỦ\nSố: 5/TTr-CP\nTỜ TRÌNH\nVề dự thảo Nghị định về vay vốn\n"
    told = [
        {one.category for one in report(f"{head}{part}\n{line}\n", "to-trinh").findings}
        for part in ("I. TÁC ĐỘNG VỀ GIỚI", "I. NỘI DUNG CHÍNH CỦA DỰ THẢO")
    ]
    assert ["unequal-treatment" in categories for categories in told] == [False, True]


def test_a_title_that_names_a_sex_is_no_content() -> None:
    draft = "NGHỊ ĐỊNH\nVề phí\nĐiều 1. Thăm hỏi\n1. Thăm hỏi Bà mẹ Việt Nam anh hùng vào ngày lễ.\n"
    assert {answers(draft, "du-thao")[item].answer for item in ("14", "15")} == {"not-applicable"}


def test_words_that_a_finding_complains_of_are_no_evidence() -> None:
    rule = "1. Tổ hòa giải gồm các chủ hộ; mỗi hộ cử một nam giới biểu quyết.\n"
    convention = f"HƯƠNG ƯỚC\nThôn Đông\nĐiều 1. Họp thôn\n{rule}"
    told = report(convention, "du-thao")
    spans = [one.span for one in told.findings if one.tier != "credit"]
    positive = [
        passage.span
        for item in told.checklist
        if item.answer in ("yes", "partly") and not item.reason.startswith("Có")
        for passage in item.evidence
    ]
    assert spans
    assert not [one for one in positive for bad in spans if one.start < bad.end and bad.start < one.end]


def test_an_answer_says_why_it_was_asked_and_not_what_it_need_not() -> None:
    draft = "NGHỊ ĐỊNH\nVề phí\nĐiều 1. Vay\n1. Lao động nữ được học nghề tại xã.\n"
    item = answers(draft, "du-thao")["30"]
    assert item.answer == "no"
    assert item.reason.endswith("Câu hỏi đặt ra vì văn bản có:")
    assert [one.quote for one in item.evidence] == ["Lao động nữ được"]
    assert "Chưa thấy" not in answers(HEAD + WHOLE)["02"].reason
