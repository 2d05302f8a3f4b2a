"""Strict loading: a broken rule file is refused with the file, the rule and the field by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import InvalidRule
from checker.labels import CATEGORY_LABELS
from checker.rulebook import load
from checker.rulebook.examples import parse_marked
from tests.rulefiles import write_rules

VOCABULARY = "lists:\n  nu: [phụ nữ, nữ giới]\n"
BASIS = """
legal_basis:
  - key: lbdg-6-1
    law: Luật Bình đẳng giới 73/2006/QH11
    article: khoản 1 Điều 6
    status: verified
    summary: Nam, nữ bình đẳng trong các lĩnh vực của đời sống.
    source: Bộ pháp điển
"""
GUARDS = """
guards:
  - id: prohibition
    title: Cấm
    reason: Nêu để cấm.
    where: [before]
    cues: [nghiêm cấm]
"""
RULE = """
category: stereotype
rules:
  - id: weak-sex
    title: Phái yếu
    tier: should
    kind: phrase
    match: ["{nu} … phái yếu"]
    message: "“{quote}” gắn năng lực với giới."
    why: Năng lực không do giới quyết định.
    legal_basis: [lbdg-6-1]
    examples:
      bad:
        - text: "[[Phụ nữ]] là [[phái yếu]]."
        - text: "[[Nữ giới]] thuộc [[phái yếu]]."
      good:
        - text: Phụ nữ và nam giới bình đẳng.
        - text: Nghiêm cấm gọi phụ nữ là phái yếu.
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    files = {
        "vocabulary.yml": VOCABULARY,
        "legal_basis.yml": BASIS,
        "guards.yml": GUARDS,
        "stereotype.yml": RULE,
    }
    return write_rules(tmp_path, files)


def test_a_proper_library_loads(library: Path) -> None:
    book = load(library)
    rule = book.rules[0].rule
    assert (rule.id, rule.category, rule.tier, rule.scope, rule.gap) == (
        "weak-sex",
        "stereotype",
        "should",
        "clause",
        12,
    )
    assert rule.legal_basis[0].article == "khoản 1 Điều 6"
    assert [rule.bad[0].text[span.start : span.end] for span in rule.bad[0].marks] == ["Phụ nữ", "phái yếu"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("tier: should", "tier: high", "“tier” phải là một trong"),
        ("kind: phrase", "kind: regex", "“kind” phải là một trong"),
        ("    title: Phái yếu\n", "", "“title” bị thiếu"),
        ("    why:", "    whhy:", "“why” bị thiếu"),
        (
            "    tier: should",
            "    tier: should\n    severity: high",
            "trường không có trong lược đồ: severity",
        ),
        ("    tier: should", "    tier: should\n    tier: must", "trường bị lặp: tier"),
        ("{nu} … phái yếu", "{khong-co} … phái yếu", "không có danh sách từ “khong-co”"),
        ("{nu} … phái yếu", "(phụ nữ … phái yếu", "“match” không hợp lệ"),
        ("[lbdg-6-1]", "[lbdg-99]", "không có trong legal_basis.yml: lbdg-99"),
        ("    legal_basis: [lbdg-6-1]\n", "", "“legal_basis” bị thiếu"),
        ("id: weak-sex", "id: Weak Sex", "“id” phải viết bằng chữ thường"),
        ("[[Nữ giới]]", "[[Nữ giới", "dấu [[ ]] hỏng"),
        ("[[Nữ giới]] thuộc [[phái yếu]]", "Nữ giới thuộc phái yếu", "phải đánh dấu chỗ sai"),
        ("        - text: Phụ nữ và nam giới bình đẳng.\n", "", "cần ít nhất 2"),
        ("    tier: should", "    tier: should\n    ignores: [maternity]", "bối cảnh không có: maternity"),
        ("    tier: should", "    tier: should\n    gap: nhiều", "“gap” phải là số"),
        ("kind: phrase", "kind: pair", "“unless” bắt buộc với kind: pair"),
        ("kind: phrase", "kind: absent", "“needs” bắt buộc với kind: absent"),
        ("kind: phrase", "kind: contrast", "“match” không dùng với kind: contrast"),
        ("category: stereotype", "category: sexism", "“category” phải là một trong"),
    ],
)
def test_a_broken_rule_is_refused_by_name(library: Path, old: str, new: str, told: str) -> None:
    assert old in RULE
    (library / "stereotype.yml").write_text(RULE.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InvalidRule) as refused:
        load(library)
    # The rule names its own file only by category where all files are in view.
    assert "stereotype" in str(refused.value)
    assert told in str(refused.value)


def test_a_rule_id_may_stand_once(library: Path) -> None:
    (library / "care-role.yml").write_text(RULE, encoding="utf-8")
    with pytest.raises(InvalidRule, match="weak-sex: trường “id” bị trùng"):
        load(library)


def test_broken_yaml_names_the_file(library: Path) -> None:
    (library / "guards.yml").write_text("guards: [", encoding="utf-8")
    with pytest.raises(InvalidRule, match=r"guards\.yml: dòng 2, cột 1: không phải YAML"):
        load(library)


def test_the_digest_follows_every_file(library: Path) -> None:
    before = load(library).sha256
    (library / "vocabulary.yml").write_text(VOCABULARY + "  nam: [nam giới]\n", encoding="utf-8")
    assert load(library).sha256 != before


@pytest.mark.parametrize("marked", ["[[a]", "a]]", "[[]] a", "[[a [[b]] c]]"])
def test_broken_markers_are_errors(marked: str) -> None:
    with pytest.raises(InvalidRule):
        parse_marked(marked)


LANGUAGE_AND_SUBSTANCE = tuple(CATEGORY_LABELS)[:7]


@pytest.mark.parametrize("category", LANGUAGE_AND_SUBSTANCE)
def test_our_library_covers_each_category_of_language_and_substance(category: str) -> None:
    rules = [compiled.rule for compiled in load().rules if compiled.rule.category == category]
    assert len(rules) >= 8


def test_our_library_has_at_least_eighty_rules() -> None:
    assert sum(compiled.rule.category in LANGUAGE_AND_SUBSTANCE for compiled in load().rules) >= 80


def test_no_unverified_provision_is_a_rules_only_ground() -> None:
    bare = [
        compiled.rule.id
        for compiled in load().rules
        if all(basis.status == "unverified" for basis in compiled.rule.legal_basis)
    ]
    assert bare == []
