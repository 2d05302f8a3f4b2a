"""The explanation names for each clause the rule, its words, what held it down and where that stands."""

from __future__ import annotations

import json

import pytest

from checker.checking import check_document
from checker.domain import Report
from checker.exporting import json as json_report
from checker.exporting.explanation import render
from checker.exporting.terminal import WIDTH
from checker.reading import read_bytes
from checker.structure import find_place, parse

DRAFT = """QUYẾT ĐỊNH
Điều 1. Chế độ đối với người lao động
1. Lao động nữ được hưởng các chế độ sau đây:
a) Nghỉ việc để chăm sóc con ốm dưới bảy tuổi;
b) Nghỉ khi mang thai theo chỉ định của bác sĩ.
2. Nghiêm cấm gọi người lao động nữ là phái yếu.
3. Giờ làm việc bắt đầu từ 08 giờ.
Nơi nhận:
- Như trên;
"""


@pytest.fixture(scope="module")
def report() -> Report:
    return check_document(parse("x.txt", read_bytes("x.txt", DRAFT.encode())), explain=True)


def explained(report: Report, place: str | None = None) -> str:
    clauses = find_place(report.document, place) if place else None
    return " ".join(render(report, colour=False, clauses=clauses).split())


def test_what_fired_is_told_with_its_words_and_where_they_stand(report: Report) -> None:
    told = explained(report, "điểm a khoản 1 Điều 1")
    assert "Có nhận xét: Cảnh báo Quy tắc: " in told
    assert "“Lao động nữ” (khoản 1 Điều 1, dòng 3)" in told
    assert "(Việc chăm sóc gán cho một giới)" in told


def test_what_was_held_down_is_told_with_the_guard_and_its_reason(report: Report) -> None:
    told = explained(report, "khoản 2 Điều 1")
    held = next(one for one in report.suppressed if one.finding.quote == "phái yếu")
    assert f"Từ khớp: “phái yếu” Giữ lại bởi: {held.by}, vì có “Nghiêm cấm” Lý do: {held.reason}" in told


def test_a_silent_clause_says_so_where_it_was_asked_for(report: Report) -> None:
    assert "Đã xét; không quy tắc nào có đủ từ để nêu." in explained(report, "khoản 3 Điều 1")
    assert "Không xét nơi nhận, trừ văn bản, cơ quan được dẫn." in explained(report, "9")


def test_the_whole_document_leaves_out_what_no_rule_touched(report: Report) -> None:
    told = explained(report)
    assert "điểm a khoản 1 Điều 1 (dòng 4)" in told
    assert "khoản 3 Điều 1" not in told
    assert "đoạn không xét" in told


def test_lines_fit_a_terminal(report: Report) -> None:
    assert max(map(len, render(report, colour=False).splitlines())) <= WIDTH
    assert "\x1b[" not in render(report, colour=False)
    assert "\x1b[1m" in render(report, colour=True)


def test_json_carries_the_trace_where_it_was_asked_for(report: Report) -> None:
    made = json.loads(json_report.render(report, with_text=True))
    assert {place["citation"] for place in made["trace"]["not_judged"]} >= {"Điều 1"}
    for miss in made["trace"]["near"]:
        assert {"rule", "category", "citation", "line", "cause", "reason", "evidence"} <= miss.keys()
    plain = check_document(report.document)
    assert "trace" not in json.loads(json_report.render(plain))
