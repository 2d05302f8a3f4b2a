"""Redrafts: the words that fired are replaced, nothing else, and what is shown passes all rules."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.checking import check_document
from checker.domain import Document, Edit, Span
from checker.errors import InvalidRule
from checker.matching import ClauseViews
from checker.reading import read_bytes
from checker.redrafting import edits, redraft
from checker.rulebook import load
from checker.rulebook.phrases import Lexicon
from checker.rulebook.rewrites import read_rewrites
from checker.structure import parse
from tests.rulefiles import write_rules

BOOK = load()
FILE = """
lists:
  nghe: [y tá, lái xe]
gendered-term:
  - {find: "(nữ | nam) …0 {nghe}", with: ["", "="]}
  - {find: ông chủ, with: [người sử dụng lao động]}
  - {find: phụ nữ mang thai, with: ["="]}
  - {find: phụ nữ, with: ["= và nam giới"]}
"""


def document(text: str) -> Document:
    whole = f"QUYẾT ĐỊNH\nVề việc làm\nĐiều 1. Quy định chung\n{text}\n"
    return parse("du-thao.txt", read_bytes("du-thao.txt", whole.encode()))


def rewritten(folder: Path, text: str, *, fired: str | None = None) -> str:
    rules = read_rewrites(write_rules(folder, {"rewrites.yml": FILE}) / "rewrites.yml", Lexicon({}))
    told = document(f"1. {text}")
    clause = next(one for one in told.clauses if one.kind == "khoan")
    start = told.text.index(fired or text)
    made = edits(ClauseViews(told), clause, [Span(start, start + len(fired or text))], rules["gendered-term"])
    return redraft(told, clause, made).removeprefix("1. ")


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Tuyển nữ y tá cho trạm.", "Tuyển y tá cho trạm."),
        ("Nữ y tá trực đêm.", "Y tá trực đêm."),
        ("Mọi ông chủ phải ký.", "Mọi người sử dụng lao động phải ký."),
        ("Ông chủ ký, nam lái xe nhận.", "Người sử dụng lao động ký, lái xe nhận."),
        ("Hỗ trợ phụ nữ học nghề.", "Hỗ trợ phụ nữ và nam giới học nghề."),
        ("Tuyển kế toán.", "Tuyển kế toán."),
        ("Khám cho phụ nữ mang thai.", "Khám cho phụ nữ mang thai."),
    ],
)
def test_words_are_put_better(tmp_path: Path, text: str, better: str) -> None:
    assert rewritten(tmp_path, text) == better


def test_only_words_that_fired_are_touched(tmp_path: Path) -> None:
    text = "Tuyển nữ y tá và nam lái xe."
    assert rewritten(tmp_path, text, fired="nam lái xe") == "Tuyển nữ y tá và lái xe."


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ('{find: "nữ …0 y tá", with: [""]}', "phải có 2 mục"),
        ('{find: "nữ y tá", with: y tá}', "danh sách"),
    ],
)
def test_a_broken_rewrite_is_refused(tmp_path: Path, entry: str, said: str) -> None:
    file = write_rules(tmp_path, {"rewrites.yml": f"care-role:\n  - {entry}\n"}) / "rewrites.yml"
    with pytest.raises(InvalidRule, match=said):
        read_rewrites(file, Lexicon({}))


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 6), st.text("abc", max_size=4)), max_size=4))
def test_a_redraft_changes_the_edited_spans_alone(places: list[tuple[int, int, str]]) -> None:
    told = document("1. Người lao động được nghỉ phép theo quy định của pháp luật.")
    clause = next(one for one in told.clauses if one.kind == "khoan")
    made: list[Edit] = []
    for offset, length, text in sorted(places):
        start = clause.span.start + offset
        if not made or start >= made[-1].span.end:
            made.append(Edit(Span(start, start + length), text))
    better, at = redraft(told, clause, made), 0
    last = clause.span.start
    for edit in made:
        kept = told.text[last : edit.span.start]
        assert better[at : at + len(kept)] == kept
        at += len(kept)
        assert better[at : at + len(edit.text)] == edit.text
        at, last = at + len(edit.text), edit.span.end
    assert better[at:] == told.text[last : clause.span.end]


EXAMPLES = [
    pytest.param(compiled.rule.category, example.text, id=f"{compiled.rule.id}/{at}")
    for compiled in BOOK.rules
    if compiled.rule.category in BOOK.rewrites
    for at, example in enumerate(compiled.rule.bad, 1)
]


@pytest.mark.parametrize(("category", "text"), EXAMPLES)
def test_what_is_shown_passes_the_rules(category: str, text: str) -> None:
    told = document(text)
    for finding in check_document(told).findings:
        if finding.category == category and finding.redraft:
            again = check_document(document(finding.redraft))
            others = {one.rule for one in check_document(told).findings} - {finding.rule}
            assert {one.rule for one in again.findings if one.tier != "credit"} <= others


@pytest.mark.parametrize(
    ("sentence", "better"),
    [
        (
            "Phụ nữ có thai hoặc phụ nữ đang nuôi con dưới 36 tháng tuổi được hoãn.",
            "Phụ nữ có thai hoặc người đang nuôi con dưới 36 tháng tuổi được hoãn.",
        ),
        (
            "Trợ cấp cho ông bà nội của người có công.",
            "Trợ cấp cho ông bà nội, ông bà ngoại của người có công.",
        ),
        ("Việc tang do họ nội quyết định.", "Việc tang do họ nội, họ ngoại quyết định."),
        ("Vợ sĩ quan được cấp thẻ khám bệnh.", "Vợ hoặc chồng của sĩ quan được cấp thẻ khám bệnh."),
        ("Ưu tiên tuyển nam cho vị trí lái xe.", "Tuyển người lao động cho vị trí lái xe."),
        ("Các ông Bộ trưởng thi hành Nghị định này.", "Bộ trưởng thi hành Nghị định này."),
    ],
)
def test_a_redraft_reads_as_the_law_is_written(sentence: str, better: str) -> None:
    assert better in {finding.redraft for finding in check_document(document(sentence)).findings}
