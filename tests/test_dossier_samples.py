"""The sample dossiers keep their promises: roles, answers, findings of the dossier and of its papers."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from typing import Any

import pytest
import yaml

from benchmarks.checklist import ROOT, of_dossiers, scores
from checker.checking import check_document
from checker.domain import Dossier, Report
from checker.dossier import Asked, check_dossier
from checker.exporting.sexes import words
from checker.reading import read
from checker.rulebook import load
from checker.structure import parse
from checker.tables import compared

SAMPLES = ROOT / "samples"
WHOLE: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (SAMPLES / "dossier-answers.yml").read_text(encoding="utf-8")
)
KEY, SINGLE = WHOLE["dossiers"], WHOLE["papers"]
DAY = date(2026, 11, 24)
PAPER_RULES = ("checklist-", *load().tables)


@cache
def dossier_of(folder: str) -> Dossier:
    return check_dossier(SAMPLES / folder, Asked({}, as_of=DAY))


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
    gaps = {(paper["file"], item) for paper in SINGLE for item, a in paper["answers"].items() if "todo" in a}
    everything = [*of_dossiers(SAMPLES, DAY)]
    compared = [one for one in everything if (one.where, one.item) not in gaps]
    closed = [one for one in everything if (one.where, one.item) in gaps and one.wanted == one.given]
    assert closed == [], "these gaps are closed: take the todo from the key"
    told = scores(compared)
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


single = pytest.mark.parametrize("paper", SINGLE, ids=lambda paper: paper["file"])


@cache
def report_of(file: str, role: Any) -> Report:
    return check_document(parse(file, read(SAMPLES / file)), as_of=DAY, role=role)


@single
def test_the_key_of_a_paper_answers_every_question(paper: dict[str, Any]) -> None:
    report = report_of(paper["file"], paper["role"])
    assert {item.item for item in report.checklist} == {*paper["answers"], *paper.get("optional", ())}


@single
def test_what_tables_and_content_lack_is_that_of_the_key(paper: dict[str, Any]) -> None:
    report = report_of(paper["file"], paper["role"])
    found = [one for one in report.findings if one.rule.startswith(PAPER_RULES)]
    assert Counter((one.rule, one.category) for one in found) == Counter(
        (one["rule"], one["category"]) for one in paper["findings"]
    )
    for wanted in paper["findings"]:
        quotes = [one.quote for one in found if one.rule == wanted["rule"]]
        assert any(wanted.get("quote", "") in quote for quote in quotes), wanted


@single
def test_what_tables_say_of_women_and_men_is_that_of_the_key(paper: dict[str, Any]) -> None:
    told = compared(report_of(paper["file"], paper["role"]).document)
    assert [{"title": one.title, "rows": [*map(words, one.rows)]} for one in told] == paper["tables"]
