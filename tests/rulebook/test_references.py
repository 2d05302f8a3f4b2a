"""The table of stale references is read strictly; what is wrong is told by file, entry and field."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from checker.domain import Provision
from checker.errors import InvalidRule
from checker.rulebook import Rulebook, load
from tests.rulefiles import write_rules

SHARED = {
    "vocabulary.yml": "lists: {}\n",
    "legal_basis.yml": "legal_basis: []\n",
    "guards.yml": "guards: []\n",
}
HEAD = "why: {document: a, provision: b, body: c, territory: d, wording: e, amended: f}\nreferences:\n"
DOCUMENT = """  - id: old-law
    title: Luật cũ
    kind: document
    tier: must
    numbers: [12/2010/QH12]
    since: 2020-01-01
    fact: đã hết hiệu lực
    replacement: Luật mới
    status: verified
    law: Luật mới
    source: Công báo
"""
BODY = """  - id: old-body
    title: Cơ quan cũ
    kind: body
    tier: must
    match: ["Cơ quan {ten}"]
    names: {Một: Hai, Ba: Bốn}
    since: 2020-01-01
    fact: đã nhập vào {moi}
    replacement: "{moi}"
    status: verified
    law: Luật mới
    source: Công báo
    examples: {bad: ["[[Cơ quan Một]] họp."], good: [Cơ quan Hai họp.]}
"""


def book_of(folder: Path, entries: str) -> Rulebook:
    return load(write_rules(folder, {**SHARED, "stale_references.yml": HEAD + entries}))


def test_an_entry_becomes_a_rule(tmp_path: Path) -> None:
    (one,) = book_of(tmp_path, DOCUMENT).references
    assert (one.entry.since, one.rule.rule.why) == (date(2020, 1, 1), "a")
    assert one.rule.rule.message == "Từ ngày 01/01/2020, “{quote}” đã hết hiệu lực."
    assert one.rule.rule.suggest == "Luật mới"


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("secondary", "Từ ngày 01/01/2020, “{quote}” đã hết hiệu lực (theo nguồn thứ cấp, cần đối chiếu)."),
        ("unverified", "Cần đối chiếu: từ ngày 01/01/2020, “{quote}” có thể đã hết hiệu lực."),
    ],
)
def test_what_was_not_verified_is_said_with_doubt(tmp_path: Path, status: str, said: str) -> None:
    entry = DOCUMENT.replace("verified", status).replace("must", "should")
    (one,) = book_of(tmp_path, entry).references
    assert (one.rule.rule.message, one.rule.rule.suggest) == (said, None)


def test_each_name_is_a_rule_of_its_own(tmp_path: Path) -> None:
    book = book_of(tmp_path, BODY)
    assert [one.rule.rule.suggest for one in book.references] == ["Hai", "Bốn"]
    assert [one.rule.match[0].source for one in book.references] == ["Cơ quan Một", "Cơ quan Ba"]


def test_a_provision_is_read(tmp_path: Path) -> None:
    entry = DOCUMENT.replace(
        "kind: document", "kind: provision\n    provisions: [điểm a khoản 2 Điều 14, Điều 5]"
    )
    (one,) = book_of(tmp_path, entry).references
    assert one.entry.provisions == (Provision("14", "2", "a"), Provision("5"))


def test_a_range_of_provisions_is_read(tmp_path: Path) -> None:
    ranges = "[Điều 5 đến Điều 9, khoản 2 đến khoản 4 Điều 14, điểm a đến điểm đ khoản 1 Điều 3]"
    entry = DOCUMENT.replace("kind: document", f"kind: provision\n    provisions: {ranges}")
    (one,) = book_of(tmp_path, entry).references
    assert one.entry.provisions == (
        Provision("5", through="9"),
        Provision("14", "2", through="4"),
        Provision("3", "1", "a", through="đ"),
    )


def test_a_folder_without_the_table_has_no_entries(tmp_path: Path) -> None:
    assert load(write_rules(tmp_path, SHARED)).references == ()


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        (DOCUMENT.replace("2020-01-01", "năm 2020"), "since"),
        (DOCUMENT.replace("verified", "unverified"), "tier"),
        (DOCUMENT.replace("    numbers: [12/2010/QH12]\n", ""), "numbers"),
        (DOCUMENT.replace("kind: document", "kind: provision"), "provisions"),
        (DOCUMENT + "    match: [luật]\n", "match"),
        (DOCUMENT + "    provisions: [khoản ba]\n", "provisions"),
        (DOCUMENT + "    provisions: [khoản 2 Điều 5 đến Điều 9]\n", "provisions"),
        (DOCUMENT + "    years: [năm 2010]\n", "years"),
        (DOCUMENT + "    colour: red\n", "colour"),
        (DOCUMENT + DOCUMENT, "old-law"),
        (BODY.replace("{bad: [", "{xau: ["), "xau"),
        (BODY.replace(", good: [Cơ quan Hai họp.]", ""), "examples"),
        (BODY.replace("[[Cơ quan Một]]", "[[Cơ quan Một"), "bad"),
        (BODY.replace("Cơ quan {ten}", "Cơ quan"), "names"),
        (BODY.replace("    names: {Một: Hai, Ba: Bốn}\n", ""), "names"),
    ],
)
def test_a_faulty_entry_is_refused_by_name(tmp_path: Path, entry: str, problem: str) -> None:
    with pytest.raises(InvalidRule, match=problem) as refused:
        book_of(tmp_path, entry)
    assert "old-" in str(refused.value)
