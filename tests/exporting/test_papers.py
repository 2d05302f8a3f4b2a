"""The papers that a review ends in: official layout, only what was found and decided, blanks for the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Pt
from hypothesis import given

from checker.domain import Decision, Finding, Report
from checker.exporting.papers import render_annex, render_opinion, render_response
from checker.exporting.printable import printable
from tests.reports import WORDS, checked, decided, worded

PAPERS = (render_opinion, render_annex, render_response)
Render = Callable[..., bytes]


def opened(render: Render, *reports: Report, **options: Any) -> Any:
    return docx.Document(BytesIO(render(reports, **options)))


def words(file: Any) -> str:
    """All that stands in the file, tables where they are."""
    parts = []
    for block in file.iter_inner_content():
        if hasattr(block, "rows"):
            parts += ["\t".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            parts.append(block.text)
    return "\n".join(parts)


def complaints() -> list[Finding]:
    return [finding for finding in checked().findings if finding.tier != "credit"]


def decisions() -> dict[str, Decision]:
    accepted, dismissed, edited = complaints()[:3]
    return {
        accepted.id: decided(accepted, "accepted", reason="Trùng với ý kiến của Sở.", note="Rà cả Điều 9."),
        dismissed.id: decided(dismissed, "dismissed", reason="Đã có ở luật khác."),
        edited.id: decided(edited, "edited", wording="Người nuôi dạy trẻ được mời dự."),
    }


@pytest.mark.parametrize("render", PAPERS)
def test_page_and_font_are_those_of_an_official_paper(render: Render) -> None:
    file = opened(render, checked())
    section = file.sections[0]
    margins = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    assert [round(margin.mm) for margin in margins] == [30, 15, 20, 20]
    assert section.different_first_page_header_footer
    assert file.styles["Normal"].font.name == "Times New Roman"
    assert file.styles["Normal"].font.size == Pt(14)
    wide = section.orientation == WD_ORIENT.LANDSCAPE
    assert wide == (render is render_response)
    assert (section.page_width > section.page_height) == wide


@pytest.mark.parametrize("render", [render_opinion, render_response])
def test_the_head_names_the_nation_and_leaves_the_office_blank(render: Render) -> None:
    head = opened(render, checked()).tables[0]
    office, nation = (cell.text for cell in head.rows[0].cells)
    assert nation.startswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc")
    assert "……, ngày …… tháng …… năm ……" in nation
    assert set(office) <= set("Số: …/\n")


def test_the_annex_goes_with_another_paper_that_is_signed() -> None:
    said = words(opened(render_annex, checked()))
    assert "(Kèm theo …… số ……" in said
    assert "Nơi nhận" not in said


@pytest.mark.parametrize("render", [render_opinion, render_response])
def test_the_foot_has_recipients_and_a_blank_signature(render: Render) -> None:
    left, right = opened(render, checked()).tables[-1].rows[0].cells
    assert left.text.startswith("Nơi nhận:\n- Như trên;")
    assert right.text.endswith("……")


def test_the_opinion_has_what_reviewers_took_up_with_their_words() -> None:
    said = words(opened(render_opinion, checked(), decisions=decisions()))
    accepted, dismissed, edited = complaints()[:3]
    assert accepted.message in said
    assert "Trùng với ý kiến của Sở." in said
    assert "Rà cả Điều 9." in said
    assert "Đề nghị viết: “Người nuôi dạy trẻ được mời dự.”" in said
    assert edited.why in said
    assert dismissed.message not in said
    assert "Đã có ở luật khác." not in said


def test_open_findings_are_in_the_opinion_only_where_they_are_asked_for() -> None:
    left = complaints()[3]
    assert left.message not in words(opened(render_opinion, checked(), decisions=decisions()))
    said = words(opened(render_opinion, checked(), decisions=decisions(), with_open=True))
    assert left.message in said.partition("NHẬN XÉT CHƯA KẾT LUẬN")[2]


def test_without_decisions_the_opinion_proposes_nothing() -> None:
    said = words(opened(render_opinion, checked()))
    assert "Chưa có nhận xét nào được người thẩm định chấp nhận." in said
    assert "Đề nghị viết" not in said
    assert not any(finding.message in said for finding in complaints())


def test_the_opinion_tells_credit_answers_and_open_questions() -> None:
    said = words(opened(render_opinion, checked()))
    assert "“giờ làm linh hoạt”" in said.partition("NỘI DUNG ĐÃ BẢO ĐẢM")[2]
    lacking = said.partition("NỘI DUNG CÒN THIẾU")[2]
    items = [item for item in checked().checklist if item.answer in ("no", "partly")]
    assert items
    assert all(item.question in lacking for item in items)
    assert all(one.question in said for one in checked().questions)


def test_the_assessment_that_only_people_can_make_is_blank() -> None:
    said = words(opened(render_opinion, checked(), decisions=decisions()))
    assert "khoản 3 Điều 21 Luật Bình đẳng giới" in said
    assert "Tính khả thi của việc giải quyết vấn đề giới: ……" in said


def test_the_table_of_responses_has_each_complaint_in_order() -> None:
    file = opened(render_response, checked(), decisions=decisions())
    head, *rows = [[cell.text for cell in row.cells] for row in file.tables[1].rows]
    assert [head[0], head[-1]] == ["STT", "Nội dung sau chỉnh lý"]
    ordered = sorted(complaints(), key=lambda finding: (finding.span, finding.id))
    assert [row[0] for row in rows] == [str(number) for number in range(1, len(ordered) + 1)]
    assert all(finding.message in row[2] for finding, row in zip(ordered, rows, strict=True))
    by_id = {finding.id: row for finding, row in zip(ordered, rows, strict=True)}
    accepted, dismissed, edited, left = (by_id[finding.id] for finding in complaints()[:4])
    assert accepted[4].startswith("Tiếp thu. Trùng với ý kiến của Sở.")
    assert dismissed[4:] == ["Không tiếp thu. Đã có ở luật khác.", "Giữ như dự thảo."]
    assert edited[5] == "Người nuôi dạy trẻ được mời dự."
    assert left[4:] == ["……", "……"]


def test_the_head_of_a_long_table_stands_on_each_page() -> None:
    first = opened(render_response, checked()).tables[1].rows[0]
    assert first._tr.trPr.xpath("./w:tblHeader")


def test_the_annex_has_the_tables_about_people_with_blanks_for_the_sex_that_is_missing() -> None:
    file = opened(render_annex, checked())
    head, first, *_ = [[cell.text for cell in row.cells] for row in file.tables[0].rows]
    assert head == ["Năm", "Tổng số", "Nữ", "Nam"]
    assert first == ["Năm 2024", "120", "48", "……"]
    assert "Nguồn số liệu: ……" in words(file)


def test_the_annex_says_how_sure_each_provision_is() -> None:
    said = words(opened(render_annex, checked()))
    assert "khoản 2 Điều 21 Luật Bình đẳng giới 73/2006/QH11." in said
    assert "Thông tư 17/2014/TT-BTP (theo nguồn thứ cấp, cần đối chiếu)" in said


def test_an_annex_without_tables_says_so() -> None:
    assert "Chưa thấy bảng số liệu về con người" in words(opened(render_annex, worded("x")))


def test_only_a_draft_is_called_one() -> None:
    plan = replace(checked(), role="danh-gia-tac-dong")
    assert "trong dự thảo Quyết định" in words(opened(render_opinion, checked()))
    assert "trong Quyết định" in words(opened(render_opinion, plan))


def test_several_papers_are_told_apart_by_their_file() -> None:
    file = opened(render_response, checked(), worded("khac.docx"))
    assert {row.cells[1].text.rpartition(", ")[2] for row in file.tables[1].rows[1:]} == {
        "quyet-dinh.txt",
        "khac.docx",
    }


@pytest.mark.parametrize("render", PAPERS)
@given(said=WORDS)
def test_any_words_survive_in_the_papers(render: Render, said: str) -> None:
    report = worded(said)
    kept = {"f1": decided(report.findings[0], "edited", wording=said, reason=said, note=said)}
    file = opened(render, report, decisions=kept)
    if render is not render_annex:
        assert printable(said) in words(file)
