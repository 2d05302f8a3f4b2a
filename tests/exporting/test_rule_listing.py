"""The rule library as people read it: by category, and one rule with all that explains it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.domain import Example, LegalBasis, Rule, Span
from checker.exporting.rules import WIDTH, explain, overview
from checker.labels import CATEGORY_LABELS
from checker.rulebook import load
from checker.rulebook.phrases import Lexicon, Phrase, compile_phrase
from checker.rulebook.rules import CompiledRule
from checker.rulebook.wording import wording

LISTS = Lexicon({"nghe": ["hộ lý", "y tá", "lái xe", "thư ký"], "hai": ["nam", "nữ"]})

RULE = Rule(
    id="nurse", category="gendered-term", title="Chức danh có chữ nữ", tier="should", kind="phrase",
    message="“{quote}” nêu giới.", why="Nam cũng làm nghề này.",
    legal_basis=(LegalBasis("k", "Luật X", "khoản 3 Điều 40", "secondary", summary="cùng một điều kiện"),),
    bad=(Example("Tuyển nữ hộ lý và nữ y tá.", (Span(6, 14), Span(18, 25)), better="Tuyển hộ lý và y tá."),),
    good=(Example("Trong đó nữ hộ lý chiếm 60%.", note="số liệu"),),
    unless=("tỷ lệ",), pseudo=("lao động nữ",), applies_to=("nghi-dinh",), suggest="hộ lý",
)  # fmt: skip


def compiled(rule: Rule) -> CompiledRule:
    def phrases(sources: tuple[str, ...]) -> tuple[Phrase, ...]:
        return tuple(compile_phrase(source, LISTS, gap=12) for source in sources)

    return CompiledRule(
        rule,
        match=phrases(rule.match),
        needs=(),
        unless=phrases(rule.unless),
        pseudo=phrases(rule.pseudo),
        pattern_anchors=(),
        sides={},
    )


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
    assert said in " ".join(explain(compiled(RULE)).split())


def test_what_a_rule_lacks_is_not_named() -> None:
    bare = replace(RULE, unless=(), pseudo=(), applies_to=(), suggest=None)
    for start in ("Không áp dụng", "Không tính", "Chỉ áp dụng", "Gợi ý"):
        assert start not in explain(compiled(bare))


def test_every_rule_of_ours_can_be_read() -> None:
    library = load().rules
    rules = [ours.rule for ours in library]
    listed = overview(rules)
    assert all(f"  {rule.id}\n" in listed for rule in rules)
    assert all(CATEGORY_LABELS[rule.category] in listed for rule in rules)
    assert all(ours.rule.why[:20] in explain(ours) for ours in library)
    assert max(len(line) for ours in library for line in explain(ours).splitlines()) <= WIDTH


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("tỷ lệ nữ", "tỷ lệ nữ"),
        ("{hai} {nghe}", "(nam/nữ) (hộ lý/y tá/lái xe/…)"),
        ("nữ (công)? nhân viên", "nữ nhân viên"),
        ("nữ … {so} tuổi", "nữ … (số) tuổi"),
        ("^ cả nam , nữ", "cả nam, nữ"),
    ],
)
def test_phrases_are_told_in_words(source: str, said: str) -> None:
    assert wording(compile_phrase(source, LISTS, gap=12).items) == said
