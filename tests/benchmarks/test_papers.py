"""The checklist on the papers of benchmarks/papers: what every question finds, misses and gets wrong."""

from __future__ import annotations

import importlib.util
import sys
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType

import yaml

from checker.rulebook import load

ROOT = Path(__file__).resolve().parents[2]
PAPERS = ROOT / "benchmarks" / "papers"
DAY = date(2026, 11, 24)


@cache
def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("checklist_papers", ROOT / "benchmarks" / "checklist.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_answers_are_precise_and_complete() -> None:
    compared = [*benchmark().of_own_papers(PAPERS, DAY)]
    told = benchmark().scores(compared)
    assert min(wanted for _, _, wanted in told.values()) >= 10
    differ = [one for one in compared if one.wanted != one.given]
    assert len(differ) <= 0.05 * len(compared), differ
    assert {answer: (p, r) for answer, (p, r, _) in told.items() if p < 0.93 or r < 0.8} == {}, differ


def test_every_question_is_asked_and_every_paper_is_in_the_key() -> None:
    key = yaml.safe_load((PAPERS / "answers.yml").read_text(encoding="utf-8"))["papers"]
    asked = {item for entry in key for item in (*entry["answers"], *entry.get("optional", ()))}
    questions = {criterion.id for criterion in load().checklist.criteria}
    assert questions - asked == {"01"}, "01 is put to the reader of every dossier"
    assert {entry["paper"] for entry in key} == {
        path.name for path in PAPERS.iterdir() if path.suffix != ".yml"
    }
