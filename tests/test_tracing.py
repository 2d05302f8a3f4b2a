"""The trace tells what came near and why, and asking for it changes nothing of the report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checker.checking import check_document, check_file
from checker.domain import NearMiss, Report
from checker.reading import read_bytes
from checker.rulebook import Rulebook, load
from checker.structure import find_place, parse
from checker.tracing import narrowed
from tests.rulefiles import write_rules

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
EXAMPLES = """
    examples:
      bad: [{text: "[[chủ hộ]]"}, {text: "[[chủ hộ]]."}]
      good: [{text: x}, {text: y}]
"""
SHARED = {
    "vocabulary.yml": "lists: {}\n",
    "legal_basis.yml": """
legal_basis:
  - {key: a, law: Luật A, article: Điều 1, status: verified, summary: Tóm tắt., source: Văn bản}
""",
    "guards.yml": """
guards:
  - id: soft
    title: Tạm thời
    effect: consider
    reason: Nên nêu lý do.
    cues: [tạm thời]
  - id: ban
    title: Cấm
    reason: Nêu để cấm.
    where: [before]
    cues: [nghiêm cấm]
""",
}


def rule(name: str, fields: str) -> str:
    return f"""
  - id: {name}
    title: Tên
    tier: should
    message: "“{{quote}}”."
    why: Lý do.
    legal_basis: [a]
    {fields}{EXAMPLES}"""


@pytest.fixture
def book(tmp_path: Path) -> Rulebook:
    rules = [
        rule("plain", "kind: phrase\n    match: [chủ hộ]\n    pseudo: [chủ hộ kinh doanh]"),
        rule("cued", "kind: phrase\n    match: [biểu quyết]\n    needs: [họp thôn, họp bản]"),
        rule("village", "kind: phrase\n    match: [trai đinh]\n    applies_to: [huong-uoc]"),
        rule("lacks", "kind: absent\n    match: [hội đồng]\n    needs: [tỷ lệ nữ]\n    scope: dieu"),
        rule("under", "kind: phrase\n    match: [mức phạt]\n    under: [hội đồng]"),
        rule("token", 'kind: pattern\n    patterns: [[{LOWER: "trưởng"}]]\n    needs: [dòng họ]'),
    ]
    text = "category: household-head\nrules:\n" + "".join(rules)
    return load(write_rules(tmp_path, SHARED | {"household-head.yml": text}))


def check(text: str, book: Rulebook, *, explain: bool = True) -> Report:
    document = parse("x.txt", read_bytes("x.txt", f"QUYẾT ĐỊNH\nĐiều 1. Quy định\n{text}".encode()))
    return check_document(document, rulebook=book, explain=explain)


def near(report: Report) -> list[NearMiss]:
    assert report.trace is not None
    return list(report.trace.near)


@pytest.mark.parametrize(
    ("text", "rule", "cause", "reason", "cue"),
    [
        ("1. Mời chủ hộ kinh doanh dự.", "plain", "false-friend", "trông giống", "chủ hộ kinh doanh"),
        ("1. Đại biểu biểu quyết.", "cued", "lacking", "họp thôn; họp bản", None),
        ("1. Mỗi trai đinh góp một suất.", "village", "document-type", "hương ước", None),
        ("1. Hội đồng gồm bảy người.\n2. Bảo đảm tỷ lệ nữ.", "lacks", "present", "cả Điều", "tỷ lệ nữ"),
        ("1. Mức phạt do thôn định.", "under", "under", "hội đồng", None),
        ("1. Người làm trưởng phải gương mẫu.", "token", "lacking", "dòng họ", None),
    ],
)
def test_near_miss_tells_why(
    book: Rulebook, text: str, rule: str, cause: str, reason: str, cue: str | None
) -> None:
    report = check(text, book)
    [miss] = near(report)
    quoted = [report.document.text[span.start : span.end] for span in miss.cues]
    assert (miss.rule, miss.cause, quoted) == (rule, cause, [cue] if cue else [])
    assert reason in miss.reason


def test_a_rule_that_speaks_in_the_clause_is_no_near_miss(book: Rulebook) -> None:
    report = check("1. Chủ hộ kinh doanh là chủ hộ.", book)
    assert [finding.rule for finding in report.findings] == ["plain"]
    assert near(report) == []


def test_what_no_rule_reads_is_named(book: Rulebook) -> None:
    report = check("1. Chủ hộ ký tên.\nNơi nhận:\n- Chủ hộ;", book)
    assert report.trace is not None
    told = {report.document.clauses[index].zone: why for index, why in report.trace.not_judged.items()}
    assert "nơi nhận" in told["recipients"]
    assert "tên điều" in told["body"]


def test_what_softens_a_finding_is_kept_with_it(book: Rulebook) -> None:
    [finding] = check("1. Tạm thời do chủ hộ ký.", book).findings
    [one] = finding.softened
    assert (one.by, one.lowered, finding.tier) == ("soft", True, "consider")
    assert one.cue in [evidence.span for evidence in finding.evidence if evidence.role == "context"]


@pytest.mark.parametrize("name", ["huong-uoc-thon.docx", "du-thao-nghi-dinh.docx"])
def test_an_explained_check_is_the_same_check(name: str) -> None:
    plain, explained = check_file(SAMPLES / name), check_file(SAMPLES / name, explain=True)
    assert plain.trace is None
    assert near(explained)
    assert replace(explained, trace=None) == plain


def test_a_report_can_be_narrowed_to_a_place(book: Rulebook) -> None:
    report = check("1. Chủ hộ ký tên.\n2. Nghiêm cấm chủ hộ ký thay.\n3. Đại biểu biểu quyết.", book)
    second = narrowed(report, find_place(report.document, "khoản 2 Điều 1"))
    assert (len(second.findings), [held.by for held in second.suppressed], near(second)) == (0, ["ban"], [])
    third = narrowed(report, find_place(report.document, "khoản 3 Điều 1"))
    assert (len(third.findings), len(third.suppressed), len(near(third))) == (0, 0, 1)
