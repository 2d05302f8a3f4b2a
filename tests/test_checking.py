"""The workhorse on whole documents: places, chapeaux, identity, what is not judged."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.checking import check_bytes, check_document
from checker.domain import Report
from checker.errors import UnreadableFile
from checker.reading import read_bytes
from checker.structure import parse
from tests.wordfiles import box, mark, note, p, section, word

DECREE = """CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
NGHỊ ĐỊNH
Quy định về ký túc xá công nhân
Căn cứ Luật Tổ chức Chính phủ;
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Nghị định này quy định về ký túc xá công nhân.
Điều 2. Chế độ
1. Lao động nữ được hưởng các chế độ sau đây:
a) Nghỉ việc để chăm sóc con ốm dưới bảy tuổi;
b) Hỗ trợ tiền điện, nước.
2. Tổ quản lý không được gọi người lao động nữ là phái yếu.
Điều 3. Tuyển dụng
Ban quản lý chỉ tuyển nam vào tổ bảo vệ.
Nơi nhận:
- Như trên;
"""


def report_of(text: str) -> Report:
    return check_document(parse("du-thao.txt", read_bytes("du-thao.txt", text.encode())))


def test_findings_are_placed_as_a_lawyer_cites_them() -> None:
    report = report_of(DECREE)
    places = {(finding.category, finding.citation, finding.place.number) for finding in report.findings}
    assert ("care-role", "điểm a khoản 1 Điều 2", 13) in places
    assert ("unequal-treatment", "Điều 3", 17) in places


def test_every_quote_is_the_text_at_its_place() -> None:
    report = report_of(DECREE)
    assert report.findings
    for finding in [*report.findings, *(held.finding for held in report.suppressed)]:
        assert report.document.text[finding.span.start : finding.span.end] == finding.quote
        clause = report.document.clauses[finding.clause]
        assert clause.span.start <= finding.span.start < finding.span.end <= clause.span.end


def test_a_chapeau_is_evidence_of_the_item_under_it() -> None:
    report = report_of(DECREE)
    (care,) = [finding for finding in report.findings if finding.category == "care-role"]
    texts = [report.document.text[one.span.start : one.span.end] for one in care.evidence]
    assert "Lao động nữ" in texts


def test_two_items_that_differ_by_sex_are_both_told_and_equal_ones_are_not() -> None:
    items = "Điều 4. Hạn tuổi phục vụ\n1. Thợ lặn.\n2. Nam đủ {} tuổi.\n3. Nữ đủ 55 tuổi.\n4. Người khác."
    report = report_of(items.format(60))
    assert [finding.citation for finding in report.findings] == ["khoản 2 Điều 4", "khoản 3 Điều 4"]
    assert [finding.quote for finding in report.findings] == ["Nam đủ 60 tuổi", "Nữ đủ 55 tuổi"]
    assert not report_of(items.format(55)).findings


def test_what_is_held_down_is_kept_with_its_reason() -> None:
    report = report_of(DECREE)
    held = [one for one in report.suppressed if one.finding.category == "stereotype"]
    assert [one.by for one in held] == ["prohibition"]


def test_an_id_survives_a_move_and_a_renumbering() -> None:
    moved = DECREE.replace("Điều 3. Tuyển dụng\n", "Điều 3. Khác\nKhông có nội dung.\nĐiều 4. Tuyển dụng\n")
    one = {finding.rule: finding.id for finding in report_of(DECREE).findings}
    other = {finding.rule: finding.id for finding in report_of(moved).findings}
    assert one == other


def test_the_same_words_twice_have_two_ids() -> None:
    sentence = "Ban quản lý chỉ tuyển nam vào tổ bảo vệ."
    twice = f"Điều 1. A\n{sentence}\nĐiều 2. B\n{sentence}\n"
    ids = [finding.id for finding in report_of(twice).findings]
    assert len(ids) == 2
    assert len(set(ids)) == 2


def test_a_title_and_the_preamble_are_not_judged() -> None:
    text = DECREE.replace("Điều 3. Tuyển dụng", "Điều 3. Ban quản lý chỉ tuyển nam").replace(
        "Ban quản lý chỉ tuyển nam vào tổ bảo vệ.", "Ban quản lý tuyển người đủ điều kiện."
    )
    assert not [finding for finding in report_of(text).findings if "tuyển nam" in finding.quote]


def test_progress_runs_to_the_end_in_order() -> None:
    steps: list[tuple[str, float]] = []

    def note(step: str, share: float) -> None:
        steps.append((step, share))

    check_bytes("du-thao.txt", DECREE.encode(), progress=note)
    shares = [share for _, share in steps]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert all(step for step, _ in steps)


def test_the_date_of_reference_is_in_the_report() -> None:
    report = check_bytes("du-thao.txt", DECREE.encode(), as_of=date(2026, 11, 23))
    assert report.versions["as_of"] == "2026-11-23"
    assert len(report.versions["rules"] or "") == 64


def test_what_cannot_be_read_says_so_in_vietnamese() -> None:
    with pytest.raises(UnreadableFile, match="rỗng"):
        check_bytes("du-thao.txt", b"")


LINES = st.lists(
    st.sampled_from([
        "Điều 1. Quy định", "1. Lao động nữ được:", "a) nghỉ chăm con ốm;", "Chỉ tuyển nam.", "",
        "Nơi nhận:", "Nam 20 tuổi, nữ 18 tuổi.", "Chủ hộ ký tên.", "“phái yếu”", "Chương I",
        "- Bà Lê Thị Hoa", "| a | b |", "phụ nữ, trẻ em", "Con trai trưởng", ":",
        "b) Nữ: 60 tuổi", "a) Nam: 62 tuổi",
    ]),
    max_size=12,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(LINES)
def test_no_order_of_lines_breaks_the_check(lines: list[str]) -> None:
    report = report_of("\n".join(["Văn bản có chữ", *lines]))
    for finding in report.findings:
        assert report.document.text[finding.span.start : finding.span.end] == finding.quote


def test_notes_and_text_boxes_are_judged_headers_and_comments_are_not() -> None:
    line = "Lao động nữ được nghỉ khi con ốm."
    data = word(
        p("QUY CHẾ") + p("Điều 1. Nghỉ") + p("Người lao động được nghỉ phép.", mark(1), box(p(line)))
        + section(("header", "default", "rId1")),
        header=p(line),
        footnotes=note(1, p(line)),
        comments=note(0, p(line), kind="comment", extra='w:author="Lan"'),
    )  # fmt: skip
    found = check_bytes("a.docx", data).findings
    assert {finding.place.part for finding in found} == {"textbox", "footnote"}
