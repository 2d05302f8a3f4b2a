"""Rules that miss something: what they are about, where the missing words cure, one finding a matter."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.checking import check_document
from checker.domain import Report
from checker.errors import InvalidRule
from checker.matching.absence import same_subject
from checker.reading import read_bytes
from checker.rulebook import Rulebook, load
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
BODY = """
    kind: absent
    scope: dieu
    subject: [hội đồng, ban kiểm soát]
    subject_end: [gồm, có, do, để]
    needs: [thành viên nữ, cân bằng giới]
"""
FILES = {
    "vocabulary.yml": "lists: {}\n",
    "guards.yml": """
guards:
  - id: powers
    title: Nhiệm vụ
    reason: Chỉ nhắc đến.
    reach: headings
    cues: [nhiệm vụ, quyền hạn]
    pseudo: [nhiệm vụ chuyên môn]
""",
    "legal_basis.yml": (
        "legal_basis:\n  - {key: a, law: Luật A, article: Điều 1, status: verified, summary: s, source: n}\n"
    ),
    "representation.yml": f"""
category: representation
rules:
  - id: composed
    title: Thành phần
    match: [hội đồng … gồm, ban kiểm soát … có]
    score: 0.9
    suggest: "Thêm: “thành phần {{subject}} bảo đảm cân bằng giới”."
    ignores: [powers]
{BODY}{COMMON}
  - id: set-up
    title: Thành lập
    match: [thành lập hội đồng]
    score: 0.7
    once: true
{BODY}{COMMON}
  - id: target
    title: Mục tiêu
    kind: absent
    under: [mục tiêu]
    match: [người dân]
    needs: [giới tính]
{COMMON}
""",
}


@pytest.fixture
def book(tmp_path: Path) -> Rulebook:
    return load(write_rules(tmp_path, FILES))


def check(text: str, book: Rulebook) -> Report:
    return check_document(parse("x.txt", read_bytes("x.txt", text.encode())), rulebook=book)


def places(text: str, book: Rulebook) -> list[tuple[str, str]]:
    return [(finding.rule, finding.citation) for finding in check(text, book).findings]


def test_an_article_gets_one_finding_where_the_best_rule_fired(book: Rulebook) -> None:
    text = "Điều 1. A\n1. Bộ thành lập Hội đồng thi.\n2. Hội đồng thi gồm ba người.\n"
    assert places(text, book) == [("composed", "khoản 2 Điều 1")]
    assert [held.by for held in check(text, book).suppressed] == ["composed"]


def test_a_body_that_is_judged_elsewhere_needs_no_word_where_it_is_only_set_up(book: Rulebook) -> None:
    text = (
        "Điều 1. A\nBộ thành lập Hội đồng thi.\n"
        "Điều 2. B\nHội đồng thi gồm ba người.\n"
        "Điều 3. C\nBộ thành lập Hội đồng chấm.\n"
        "Điều 4. D\nHội đồng thi gồm năm người ở cấp xã.\n"
    )
    found = [("composed", "Điều 2"), ("set-up", "Điều 3"), ("composed", "Điều 4")]
    assert places(text, book) == found


def test_a_cue_in_the_article_that_the_body_heads_cures_it_elsewhere(book: Rulebook) -> None:
    cured = (
        "Điều 1. A\nBộ thành lập Hội đồng thi.\n"
        "Điều 2. Thành phần Hội đồng thi\n1. Do Bộ trưởng cử.\n2. Bảo đảm cân bằng giới.\n"
    )
    other = cured.replace("Thành phần Hội đồng thi", "Thành phần Hội đồng chấm")
    assert places(cured, book) == []
    assert places(other, book) == [("set-up", "Điều 1")]


def test_a_cue_in_a_sentence_that_names_the_body_cures_it_elsewhere(book: Rulebook) -> None:
    text = "Điều 1. A\nBộ thành lập Hội đồng thi.\nĐiều 2. B\nHội đồng thi phải có thành viên nữ.\n"
    assert places(text, book) == []


def test_suggestion_names_the_body(book: Rulebook) -> None:
    (finding,) = check("Điều 1. A\nBan kiểm soát  Quỹ có ba người.", book).findings
    assert finding.suggestion == "Thêm: “thành phần Ban kiểm soát Quỹ bảo đảm cân bằng giới”."


def test_words_under_a_heading_count_only_there(book: Rulebook) -> None:
    assert places("I. Mục tiêu\n1. Người dân có nước sạch.\n", book) == [("target", "khoản 1 mục I")]
    assert places("I. Giải pháp\n1. Người dân có nước sạch.\n", book) == []


def test_guard_of_headings_reads_the_headings_alone(book: Rulebook) -> None:
    assert places("Điều 1. Nhiệm vụ của Sở\n1. Thành lập hội đồng.\n", book) == []
    assert places("Điều 1. Nhiệm vụ chuyên môn\n1. Thành lập hội đồng.\n", book) != []
    assert places("Điều 1. A\n1. Thành lập hội đồng để làm nhiệm vụ này.\n", book) != []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ban kiểm soát", "ban kiểm soát quỹ", True),
        ("hội đồng thi", "hội đồng chấm", False),
        ("", "hội đồng thi", False),
    ],
)
def test_a_short_name_means_the_body_of_the_long_one(one: str, other: str, same: bool) -> None:
    assert same_subject(tuple(one.split()), tuple(other.split())) is same


def test_a_suggestion_cannot_name_a_subject_that_the_rule_does_not_ask_for(tmp_path: Path) -> None:
    broken = (
        FILES["representation.yml"]
        .replace("    subject: [hội đồng, ban kiểm soát]\n", "")
        .replace("    once: true\n", "")
    )
    with pytest.raises(InvalidRule, match="subject"):
        load(write_rules(tmp_path, {**FILES, "representation.yml": broken}))
