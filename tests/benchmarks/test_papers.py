"""The checklist on the papers of benchmarks/papers: what every question finds, misses and gets wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import yaml

from benchmarks.checklist import PAPERS, ROOT, of_corpus, of_own_papers, scores
from checker.rulebook import load

DAY = date(2026, 11, 24)


def test_answers_are_precise_and_complete() -> None:
    compared = [*of_own_papers(PAPERS, DAY)]
    told = scores(compared)
    assert min(wanted for _, _, wanted in told.values()) >= 10
    differ = [one for one in compared if one.wanted != one.given]
    assert len(differ) <= 0.05 * len(compared), differ
    assert {answer: (p, r) for answer, (p, r, _) in told.items() if p < 0.93 or r < 0.9} == {}, differ


def test_every_question_is_asked_and_every_paper_is_in_the_key() -> None:
    key = yaml.safe_load((PAPERS / "answers.yml").read_text(encoding="utf-8"))["papers"]
    asked = {item for entry in key for item in (*entry["answers"], *entry.get("optional", ()))}
    questions = {criterion.id for criterion in load().checklist.criteria}
    assert questions - asked == {"01"}, "01 is put to the reader of every dossier"
    assert {entry["paper"] for entry in key} == {
        path.name for path in PAPERS.iterdir() if path.suffix != ".yml"
    }


def test_the_key_of_real_papers_names_questions_and_answers_that_exist() -> None:
    key = yaml.safe_load((ROOT / "benchmarks" / "corpus_papers.yml").read_text(encoding="utf-8"))
    papers = [paper for group in key["sets"] for paper in group["papers"]]
    names = [paper["paper"] for paper in papers]
    questions = {criterion.id for criterion in load().checklist.criteria}
    assert len(names) == len(set(names)) == 50
    for paper in papers:
        assert {*paper["answers"], *paper.get("optional", ()), *paper.get("notes", ())} <= questions
        assert set(paper["answers"].values()) <= {"yes", "partly", "no", "not-applicable"}
        assert not set(paper["answers"]) & set(paper.get("optional", ()))


def test_real_papers_are_asked_by_set(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "a.txt").write_text("QUYẾT ĐỊNH\nĐiều 1. Trạm tuyển nữ hộ lý.", encoding="utf-8")
    paper = {"paper": "text/a.txt", "role": "du-thao", "answers": {"24": "yes"}}
    key = tmp_path / "key.yml"
    key.write_text(yaml.safe_dump({"sets": [{"set": "one", "papers": [paper]}]}), encoding="utf-8")
    [(name, [one])] = of_corpus(key, tmp_path, DAY)
    assert (name, one.where, one.item, one.wanted, one.given) == ("one", "text/a.txt", "24", "yes", "no")
