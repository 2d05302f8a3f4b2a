"""The rule library as people read it: by category, and one rule with all that explains it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.domain import CATEGORY_LABELS, Example, LegalBasis, Rule, Span
from checker.exporting.rules import WIDTH, explain, overview
from checker.rulebook import load

RULE = Rule(
    id="nurse", category="gendered-term", title="Chức danh có chữ nữ", tier="should", kind="phrase",
    message="“{quote}” nêu giới.", why="Nam cũng làm nghề này.",
    legal_basis=(LegalBasis("k", "Luật X", "khoản 3 Điều 40", "secondary", summary="cùng một điều kiện"),),
    bad=(Example("Tuyển nữ hộ lý và nữ y tá.", (Span(6, 14), Span(18, 25)), better="Tuyển hộ lý và y tá."),),
    good=(Example("Trong đó nữ hộ lý chiếm 60%.", note="số liệu"),),
    unless=("tỷ lệ",), pseudo=("lao động nữ",), applies_to=("nghi-dinh",), suggest="hộ lý",
)  # fmt: skip


def test_overview_goes_by_category() -> None:
    rules = [
        replace(RULE, id="b-term"),
        replace(RULE, id="care", category="care-role"),
        replace(RULE, id="a-term"),
    ]
    lines = overview(rules).splitlines()
    named = [line for line in lines if not line.startswith("      ")]
    assert named == [
        "Từ ngữ mang giới (gendered-term): 2 quy tắc", "  a-term", "  b-term", "",
        "Việc chăm sóc gán cho một giới (care-role): 1 quy tắc", "  care",
    ]  # fmt: skip
    assert "      Cảnh báo: Chức danh có chữ nữ" in lines


@pytest.mark.parametrize(
    "said",
    [
        "Chức danh có chữ nữ",
        "nurse, Từ ngữ mang giới, cảnh báo",
        "Vì sao: Nam cũng làm nghề này.",
        "Căn cứ: khoản 3 Điều 40 Luật X (theo nguồn thứ cấp, cần đối chiếu): cùng một điều kiện",
        "Không áp dụng khi cùng phạm vi có: tỷ lệ.",
        "Không tính các cụm từ: lao động nữ.",
        "Chỉ áp dụng cho loại văn bản: Nghị định.",
        "Có nhận xét: Tuyển «nữ hộ lý» và «nữ y tá».",
        "Nên viết: Tuyển hộ lý và y tá.",
        "Không nhận xét: Trong đó nữ hộ lý chiếm 60%. (số liệu)",
        "Gợi ý: hộ lý",
    ],
)
def test_a_rule_explains_itself(said: str) -> None:
    assert said in " ".join(explain(RULE).split())


def test_what_a_rule_lacks_is_not_named() -> None:
    bare = replace(RULE, unless=(), pseudo=(), applies_to=(), suggest=None)
    for start in ("Không áp dụng", "Không tính", "Chỉ áp dụng", "Gợi ý"):
        assert start not in explain(bare)


def test_every_rule_of_ours_can_be_read() -> None:
    rules = [compiled.rule for compiled in load().rules]
    listed = overview(rules)
    assert all(f"  {rule.id}\n" in listed for rule in rules)
    assert all(CATEGORY_LABELS[rule.category] in listed for rule in rules)
    assert all(rule.why[:20] in explain(rule) for rule in rules)
    assert max(len(line) for rule in rules for line in explain(rule).splitlines()) <= WIDTH
