"""The kinds of rules whose behaviour goes beyond one phrase: pattern, pair, absent."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.checking import check_document
from checker.domain import Report
from checker.errors import InvalidRule
from checker.reading import read_bytes
from checker.rulebook import Rulebook, load
from checker.rulebook.patterns import pattern_anchors
from checker.structure import parse
from tests.rulefiles import write_rules

COMMON = """
    tier: consider
    message: "“{quote}”."
    why: Lý do.
    legal_basis: [a]
    examples:
      bad: [{text: "[[x]]"}, {text: "[[y]]"}]
      good: [{text: x}, {text: y}]
"""
FILES = {
    "vocabulary.yml": "lists: {}\n",
    "guards.yml": "guards: []\n",
    "legal_basis.yml": (
        "legal_basis:\n  - {key: a, law: Luật A, article: Điều 1, status: verified, summary: s, source: n}\n"
    ),
    "representation.yml": f"""
category: representation
rules:
  - id: council
    title: Hội đồng
    kind: absent
    match: [thành lập … hội đồng]
    needs: [nữ, cân bằng giới]
    scope: dieu
{COMMON}
  - id: father
    title: Một vế
    kind: pair
    match: [người mẹ]
    unless: [người cha]
{COMMON}
  - id: agent
    title: Nghề
    kind: pattern
    patterns:
      - - LOWER: {{IN: [nữ, nam]}}
        - TAG: N
          LOWER: thủy thủ
{COMMON}
""",
}


@pytest.fixture
def book(tmp_path: Path) -> Rulebook:
    return load(write_rules(tmp_path, FILES))


def check(text: str, book: Rulebook) -> Report:
    return check_document(parse("x.txt", read_bytes("x.txt", text.encode())), rulebook=book)


def test_absent_makes_one_finding_an_article_where_the_cue_is_nowhere_in_it(book: Rulebook) -> None:
    text = (
        "Điều 1. A\n1. Bộ thành lập hội đồng.\n2. Sở thành lập hội đồng.\n"
        "Điều 2. B\n1. Bộ thành lập hội đồng.\n2. Thành phần có thành viên nữ.\n"
        "Điều 3. C\n1. Bộ thành lập hội đồng.\n"
    )
    findings = [finding for finding in check(text, book).findings if finding.rule == "council"]
    assert [finding.citation for finding in findings] == ["khoản 1 Điều 1", "khoản 1 Điều 3"]


def test_pair_is_silent_when_the_other_side_is_named_and_says_so(book: Rulebook) -> None:
    assert [f.rule for f in check("Điều 1. A\nNgười mẹ ký.", book).findings] == ["father"]
    report = check("Điều 1. A\nNgười mẹ hoặc người cha ký.", book)
    assert report.findings == ()
    assert "người cha" in report.suppressed[0].reason


@pytest.mark.parametrize("spelling", ["thủy thủ", "thuỷ thủ"])
def test_pattern_reads_words_however_the_tone_mark_is_placed(spelling: str, book: Rulebook) -> None:
    report = check(f"Điều 1. A\nTàu có nữ {spelling} trực.", book)
    assert [finding.quote for finding in report.findings] == [f"nữ {spelling}"]


def test_pattern_without_a_fixed_word_is_refused() -> None:
    with pytest.raises(InvalidRule, match="LOWER"):
        pattern_anchors([{"TAG": "N"}])


def test_the_library_tells_which_rule_has_such_a_pattern(tmp_path: Path) -> None:
    broken = FILES["representation.yml"].replace("LOWER: {IN: [nữ, nam]}", "TAG: N")
    broken = broken.replace("\n          LOWER: thủy thủ", "")
    write_rules(tmp_path, {**FILES, "representation.yml": broken})
    with pytest.raises(InvalidRule, match=r"representation\.yml: agent: trường “patterns” không hợp lệ"):
        load(tmp_path)
