"""The coverage map names every rule, no rule that is not there, and owns up to what is left."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.errors import InvalidRule
from checker.exporting.coverage import coverage_page
from checker.rulebook import load
from checker.rulebook.coverage import Coverage, load_coverage

BOOK = load()
GROUPS = {"A": 25, "B": 17, "C": 22, "D": 13, "E": 13, "F": 6, "G": 8, "H": 6, "I": 13}


@pytest.fixture(scope="module")
def coverage() -> Coverage:
    return load_coverage(BOOK)


def test_every_rule_is_mapped(coverage: Coverage) -> None:
    missing = [rule.id for rule in coverage.unmapped]
    assert missing == [], "name these rules in rules/coverage.yml, under a candidate or under beyond"


def test_the_map_is_whole(coverage: Coverage) -> None:
    assert [entry.key for entry in coverage.law] == [f"Điều {number}" for number in range(1, 43)]
    wanted = [f"{letter}{number:02}" for letter, count in GROUPS.items() for number in range(1, count + 1)]
    assert [entry.key for entry in coverage.candidates] == wanted
    assert [entry.key for entry in coverage.checklist] == [one.id for one in BOOK.checklist.criteria]


def test_a_question_that_is_put_to_the_user_is_not_answered_by_us(coverage: Coverage) -> None:
    asked = {one.id: one.ask for one in BOOK.checklist.criteria if one.ask}
    assert asked
    told = {entry.key: entry.gap for entry in coverage.checklist if entry.state == "none"}
    assert told == {name: f"Hỏi người dùng: {ask}" for name, ask in asked.items()}


def test_an_article_that_is_said_to_be_answered_has_rules_that_rest_on_it(coverage: Coverage) -> None:
    assert [entry.key for entry in coverage.law if entry.state == "full" and not entry.rules] == []


def test_the_page_says_what_is_not_checked(coverage: Coverage) -> None:
    page = coverage_page(coverage)
    left = page[page.index("## Không được kiểm tra") :]
    for entry in (*coverage.law, *coverage.candidates, *coverage.checklist):
        assert f"| {entry.key} | {entry.what}" in page
        assert (f"- {entry.key}. {entry.what}" in left) is (entry.state == "none")
        assert entry.gap in page
    assert {rule.id for rule in (one.rule for one in BOOK.rules) if f"[`{rule.id}`]" in page} >= {
        rule.id for entry in coverage.candidates for rule in entry.rules[:12]
    }
    assert not re.search(r"\| *\| *\| *\|", page)


def test_an_article_that_was_not_read_is_not_told_as_fact(coverage: Coverage) -> None:
    doubtful = [entry for entry in coverage.law if entry.status == "unverified"]
    page = coverage_page(coverage)
    assert doubtful
    assert all(f"{entry.what} (chưa kiểm chứng" in page for entry in doubtful)


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        (
            "{id: A01, what: x, state: full, rules: [khong-co]}",
            "A01: trường “rules” gọi quy tắc không có: khong-co",
        ),
        ("{id: A01, what: x, state: partly, rules: [credit-*]}", "A01: trường “gap”"),
        ("{id: A01, what: x, state: full, gap: y, rules: [credit-*]}", "A01: trường “gap”"),
        ("{id: A01, what: x, state: full}", "A01: trường “state”"),
        ("{id: A01, what: x, state: none, gap: y, rules: [credit-*]}", "A01: trường “state”"),
        ("{id: A01, what: x, state: partly, gap: y, items: ['99']}", "A01: trường “items”"),
        ("{id: A01, what: x, state: none, gap: y, note: z}", "A01: trường không có trong lược đồ: note"),
    ],
)
def test_a_broken_entry_is_refused_by_name(tmp_path: Path, entry: str, problem: str) -> None:
    file = tmp_path / "coverage.yml"
    file.write_text(f"law: []\nchecklist: []\nbeyond: []\ncandidates:\n  - {entry}\n", encoding="utf-8")
    with pytest.raises(InvalidRule, match=re.escape(problem)):
        load_coverage(BOOK, file)
