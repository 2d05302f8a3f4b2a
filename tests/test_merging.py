"""One comment a matter: wide rules yield to surer ones, what runs through a whole document is told once."""

from __future__ import annotations

from checker.checking import check_bytes
from checker.domain import Report


def report_of(text: str) -> Report:
    return check_bytes("du-thao.txt", text.encode())


def test_a_wide_rule_yields_to_a_surer_one_in_its_clause() -> None:
    report = report_of("Điều 1. Chế độ nghỉ\n1. Lao động nữ được hưởng ngày nghỉ khi con ốm.\n")
    (surer,) = (one for one in report.findings if one.tier != "credit")
    assert surer.category == "care-role"
    yielded = [one for one in report.suppressed if "cụ thể hơn" in one.reason]
    assert [(one.finding.rule, one.by) for one in yielded] == [("one-sex-gets-or-bears", surer.rule)]


def test_what_runs_through_a_document_is_told_once_with_its_other_places() -> None:
    report = report_of(
        "Điều 1. Quy cách trang phục mùa hè\nMũ nữ có vành mềm.\n"
        "Điều 2. Quy cách trang phục mùa đông\nÁo khoác nữ may chiết eo.\n"
        "Điều 3. Quy cách trang phục lễ\nGiày nam có dây buộc.\n"
    )
    told = [one for one in report.findings if one.rule == "uniform-by-sex"]
    assert len(told) == 1
    assert "Văn bản còn 2 chỗ khác" in told[0].message
    assert {one.by for one in report.suppressed if one.finding.rule == "uniform-by-sex"} == {"uniform-by-sex"}
