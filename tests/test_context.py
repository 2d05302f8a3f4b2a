"""Cues count by where they stand, how far they reach and what stands between."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.checking import check_document
from checker.domain import Report
from checker.reading import read_bytes
from checker.rulebook import Rulebook, load
from checker.structure import parse
from tests.rulefiles import write_rules

SHARED = {
    "vocabulary.yml": "lists: {}\n",
    "legal_basis.yml": """
legal_basis:
  - {key: a, law: Luật A, article: Điều 1, status: verified, summary: Tóm tắt., source: Văn bản}
""",
    "guards.yml": """
guards:
  - id: ban
    title: Cấm
    reason: Nêu để cấm.
    where: [before, inside]
    cues: [nghiêm cấm, chống, không bị]
    pseudo: ["phòng, chống"]
    stops: [nhưng]
  - id: acts
    title: Hành vi bị cấm
    reason: Danh mục hành vi bị cấm.
    reach: chain
    cues: [hành vi bị cấm]
  - id: soft
    title: Trang phục
    effect: consider
    reason: Nên nêu lý do.
    cues: [đồng phục]
  - id: told
    title: Luật định
    effect: note
    reason: Luật đã quy định.
    cues: [nghỉ hưu]
  - id: names
    title: Tên
    reason: Tên riêng.
    where: [around]
    cues: [hội thách cưới]
  - {id: quote, title: Trích, reason: Trích dẫn., kind: quotation}
  - {id: person, title: Người, reason: Tên người., kind: person}
""",
    "lineage.yml": """
category: lineage
rules:
  - id: bride-price
    title: Thách cưới
    tier: should
    kind: phrase
    match: [thách … cưới, bà]
    unless: [tự nguyện]
    message: "“{quote}”."
    why: Lý do.
    legal_basis: [a]
    examples:
      bad: [{text: "[[thách]] [[cưới]]"}, {text: "[[thách]] [[cưới]]."}]
      good: [{text: x}, {text: y}]
""",
}


@pytest.fixture
def book(tmp_path: Path) -> Rulebook:
    return load(write_rules(tmp_path, SHARED))


def check(text: str, book: Rulebook) -> Report:
    body = text if text.startswith("Điều") else f"Điều 1. Quy định\n{text}"
    return check_document(parse("x.txt", read_bytes("x.txt", body.encode())), rulebook=book)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Nghiêm cấm thách cưới.", "ban"),
        ("Nhà gái thách không bị ép cưới.", "ban"),
        ("Được thách cưới. Nghiêm cấm đánh bạc.", None),
        ("Nghiêm cấm đánh bạc. Được thách cưới.", None),
        ("Nghiêm cấm đánh bạc nhưng được thách cưới.", None),
        ("Công tác phòng, chống tệ nạn thách cưới.", None),
        ("Điều 1. Hành vi bị cấm\n1. Ép hôn.\n2. Thách cưới.", "acts"),
        ("Điều 1. Các quy định sau\n1. Hành vi bị cấm:\na) Thách cưới;", "acts"),
        ("Câu lạc bộ Hội thách cưới họp.", "names"),
        ("Biển ghi câu “thách cưới cao” được tháo dỡ.", "quote"),
        ("“Thách cưới là một nghi lễ của bản được giữ.”", None),
        ("Đồng chí Bà Nguyễn Thị Hoa phụ trách.", "person"),
        ("Các bà phụ trách.", None),
        ("Nhà gái tự nguyện bỏ lệ thách cưới.", "bride-price"),
    ],
)
def test_what_silences_a_match(text: str, by: str | None, book: Rulebook) -> None:
    report = check(text, book)
    assert bool(report.findings) is (by is None)
    assert {held.by for held in report.suppressed} == ({by} if by else set())
    assert all(held.reason for held in report.suppressed)


def test_a_softening_guard_lowers_the_tier_and_says_why(book: Rulebook) -> None:
    (finding,) = check("Mặc đồng phục khi thách cưới.", book).findings
    assert finding.tier == "consider"
    assert "Nên nêu lý do." in finding.message


def test_a_noting_guard_only_adds_its_reason(book: Rulebook) -> None:
    (finding,) = check("Người nghỉ hưu được thách cưới.", book).findings
    assert finding.tier == "should"
    assert "Luật đã quy định." in finding.message


def test_a_rule_may_ignore_a_guard(tmp_path: Path) -> None:
    rules = SHARED["lineage.yml"].replace("tier: should", "tier: should\n    ignores: [ban]")
    write_rules(tmp_path, {**SHARED, "lineage.yml": rules})
    assert check("Nghiêm cấm thách cưới.", load(tmp_path)).findings
