"""The checklist's file is read strictly: what a part is, which table may say it, which ids there are."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import InvalidRule
from checker.rulebook import load
from checker.rulebook.checklist import Checklist, read_checklist
from checker.rulebook.phrases import Lexicon

ITEM = """lists: {}
items:
  - id: "05"
    group: ho-so
    question: Có số liệu của nữ?
    roles: [danh-gia-tac-dong]
    parts:
      số liệu của nữ: ["nữ chiếm {chu-so}"]
"""


def checklist(folder: Path, text: str) -> Checklist:
    file = folder / "checklist.yml"
    file.write_text(text, encoding="utf-8")
    return read_checklist(file, Lexicon({}), {})


def test_a_part_may_be_said_by_a_table(tmp_path: Path) -> None:
    read = checklist(tmp_path, ITEM + "    counted:\n      số liệu của nữ: women\n")
    assert read.criteria[0].counted == {"số liệu của nữ": "women"}
    assert checklist(tmp_path, ITEM).criteria[0].counted == {}


@pytest.mark.parametrize(
    "line",
    ["số liệu của nam: men", "số liệu của nữ: girls", "số liệu của nữ: []", "số liệu của nữ: [women, men]"],
)
def test_a_table_says_only_a_part_and_a_sex(tmp_path: Path, line: str) -> None:
    with pytest.raises(InvalidRule):
        checklist(tmp_path, ITEM + f"    counted:\n      {line}\n")


def test_an_id_stands_once(tmp_path: Path) -> None:
    twice = ITEM + ITEM[ITEM.index("  - id") :]
    with pytest.raises(InvalidRule, match="05"):
        checklist(tmp_path, twice)


def test_rules_that_a_question_names_are_there() -> None:
    book = load()
    known = {rule.rule.id for rule in book.rules}
    named = {rule for criterion in book.checklist.criteria for rule in criterion.rules}
    assert named
    assert named - known == set()
