"""The sample dossiers keep their promises: roles, answers, findings of the dossier and of its papers."""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from checker.domain import Dossier
from checker.dossier import Asked, check_dossier

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples"
KEY: list[dict[str, Any]] = yaml.safe_load((SAMPLES / "dossier-answers.yml").read_text(encoding="utf-8"))[
    "dossiers"
]
DAY = date(2026, 11, 24)
PAPER_RULES = (
    "checklist-",
    "women-exceed-total",
    "sexes-do-not-add-up",
    "shares-without-base",
    "old-figures",
)


@cache
def dossier_of(folder: str) -> Dossier:
    return check_dossier(SAMPLES / folder, Asked({}, as_of=DAY))


@cache
def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("checklist_benchmark", ROOT / "benchmarks" / "checklist.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


each = pytest.mark.parametrize("entry", KEY, ids=lambda entry: entry["folder"])


@each
def test_each_paper_has_its_role(entry: dict[str, Any]) -> None:
    assert {paper.file: paper.role for paper in dossier_of(entry["folder"]).papers} == entry["roles"]


@each
def test_the_key_answers_every_question_that_is_not_asked(entry: dict[str, Any]) -> None:
    dossier = dossier_of(entry["folder"])
    assert {item.item for item in dossier.checklist} == set(entry["answers"])
    assert sorted(question.item for question in dossier.questions) == sorted(entry["asked"])


def test_answers_are_precise_and_complete() -> None:
    compared = [*benchmark().of_dossiers(SAMPLES, DAY)]
    told = benchmark().scores(compared)
    assert {answer: wanted for answer, (_, _, wanted) in told.items() if wanted == 0} == {}
    weak = {
        answer: score
        for answer, score in told.items()
        if answer != "not-applicable" and (score[0] < 0.93 or score[1] < 0.90)
    }
    assert weak == {}, [one for one in compared if one.wanted != one.given]


@each
def test_the_dossier_findings_are_those_of_the_key(entry: dict[str, Any]) -> None:
    found = [
        (one.finding.rule, one.finding.category, tuple(sorted(one.papers)))
        for one in dossier_of(entry["folder"]).findings
    ]
    wanted = [(one["rule"], one["category"], tuple(sorted(one["papers"]))) for one in entry["findings"]]
    assert Counter(found) == Counter(wanted)


@each
def test_what_must_not_be_reported_is_not(entry: dict[str, Any]) -> None:
    rules = [one.finding.rule for one in dossier_of(entry["folder"]).findings]
    assert entry["never"]
    for never in entry["never"]:
        assert [rule for rule in rules if rule.startswith(never["prefix"])] == [], never["why"]


@each
def test_the_papers_findings_of_content_and_tables_are_those_of_the_key(entry: dict[str, Any]) -> None:
    twins = {note.split("”")[0].removeprefix("“") for note in entry.get("notes", ())}
    found = [
        (paper.file, finding.rule, finding.category)
        for paper in dossier_of(entry["folder"]).papers
        if paper.report and paper.file not in twins
        for finding in paper.report.findings
        if finding.rule.startswith(PAPER_RULES)
    ]
    wanted = [(one["file"], one["rule"], one["category"]) for one in entry["papers"]]
    assert Counter(found) == Counter(wanted)


@each
def test_the_notes_of_the_key_are_told(entry: dict[str, Any]) -> None:
    assert set(entry.get("notes", ())) <= set(dossier_of(entry["folder"]).notes)


def test_the_good_dossier_is_without_complaint() -> None:
    papers = dossier_of("ho-so-day-du").papers
    assert [f.rule for p in papers if p.report for f in p.report.findings if f.tier != "credit"] == []


@each
def test_evidence_is_the_words_of_its_paper(entry: dict[str, Any]) -> None:
    dossier = dossier_of(entry["folder"])
    texts = {paper.file: paper.report.document.text for paper in dossier.papers if paper.report}
    for item in dossier.checklist:
        for passage in item.evidence:
            assert texts[passage.file][passage.span.start : passage.span.end] == passage.quote
            assert any(letter.isalnum() for letter in passage.quote)
