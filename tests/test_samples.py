"""The samples keep their promises: known problems are found, near misses left alone, sources match."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.checking import check_file
from checker.domain import Document, Finding, Report, Span
from checker.reading import read
from checker.structure import parse

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
KEY: dict[str, list[dict[str, Any]]] = yaml.safe_load((SAMPLES / "answers.yml").read_text(encoding="utf-8"))
FILES = sorted({entry["file"] for entry in KEY["answers"]})


@cache
def report_of(file: str) -> Report:
    return check_file(SAMPLES / file)


@cache
def document_of(file: str) -> Document:
    return parse(file, read(SAMPLES / file))


def entries(part: str) -> list[Any]:
    """The entries of the key as parameters; one with `todo` is a known gap, which tells when it is closed."""
    return [
        pytest.param(
            entry,
            id=f"{Path(entry['file']).stem}-{number}",
            marks=[pytest.mark.xfail(reason=entry["todo"], strict=True)] if "todo" in entry else [],
        )
        for number, entry in enumerate(KEY[part])
    ]


def touching(entry: dict[str, Any]) -> list[Finding]:
    """The findings, credits aside, whose quote or evidence in the text overlaps the entry's quote."""
    report = report_of(entry["file"])
    start = report.document.text.index(entry["quote"])
    end = start + len(entry["quote"])
    return [
        finding
        for finding in report.findings
        if finding.tier != "credit" and any(s.start < end and start < s.end for s in words_of(finding))
    ]


def words_of(finding: Finding) -> list[Span]:
    return [finding.span, *(one.span for one in finding.evidence if one.role == "trigger")]


@pytest.mark.parametrize("entry", entries("answers"))
def test_known_problem_is_found(entry: dict[str, Any]) -> None:
    wanted = {entry["category"], entry.get("also")}
    found = [(finding.category, finding.citation) for finding in touching(entry)]
    assert any(category in wanted and citation == entry["citation"] for category, citation in found), (
        entry["quote"],
        found,
    )


@pytest.mark.parametrize("entry", entries("silent"))
def test_near_miss_is_left_alone(entry: dict[str, Any]) -> None:
    assert [(finding.rule, finding.quote) for finding in touching(entry)] == [], entry["quote"]


@pytest.mark.parametrize("file", FILES)
def test_nothing_else_is_reported(file: str) -> None:
    """What a rule of the key's categories finds beside it is a false alarm, or belongs into the key."""
    expected = {
        (finding.id, finding.category)
        for entry in KEY["answers"]
        if entry["file"] == file
        for finding in touching(entry)
        if finding.category in {entry["category"], entry.get("also")}
    }
    categories = {entry["category"] for entry in KEY["answers"]}
    assert [
        (finding.rule, finding.citation, finding.quote)
        for finding in report_of(file).findings
        if finding.category in categories
        and finding.tier != "credit"
        and (finding.id, finding.category) not in expected
    ] == []


@pytest.mark.parametrize("part", ["answers", "silent"])
@pytest.mark.parametrize("file", FILES)
def test_quotes_stand_once_where_the_key_says(file: str, part: str) -> None:
    for entry in KEY[part]:
        if entry["file"] == file:
            stands_once(entry)


def stands_once(entry: dict[str, Any]) -> None:
    document = document_of(entry["file"])
    assert document.text.count(entry["quote"]) == 1, entry["quote"]
    at = document.text.index(entry["quote"])
    citations = [clause.citation for clause in document.clauses if clause.span.start <= at < clause.span.end]
    assert citations == [entry["citation"]], entry["quote"]


@pytest.mark.parametrize(
    "file", sorted(path.name for path in SAMPLES.iterdir() if path.suffix in (".docx", ".pdf"))
)
def test_what_is_out_of_date_is_told_once_and_nothing_else(file: str) -> None:
    report = check_file(SAMPLES / file, as_of=date(2026, 11, 24))
    told = [
        (finding.citation, finding.quote, finding.rule)
        for finding in report.findings
        if finding.category == "stale-reference"
    ]
    assert told == [(e["citation"], e["quote"], e["rule"]) for e in KEY["stale"] if e["file"] == file]


def test_key_covers_what_it_is_for() -> None:
    categories = Counter(entry["category"] for entry in KEY["answers"])
    assert len(categories) == 7
    assert min(categories.values()) >= 5
    assert all(len({e["category"] for e in KEY["answers"] if e["file"] == file}) >= 5 for file in FILES)
    assert all(sum(e["file"] == file for e in KEY["silent"]) >= 10 for file in FILES)


def test_automatic_and_typed_numbers_both_occur() -> None:
    document = document_of("du-thao-nghi-dinh.docx")
    articles = [clause for clause in document.clauses if clause.kind == "dieu"]
    assert [clause.number for clause in articles] == [str(number) for number in range(1, 39)]
    automatic = {bool(document.blocks[clause.block].label) for clause in articles}
    assert automatic == {True, False}


def test_word_files_are_those_of_the_sources(tmp_path: Path) -> None:
    """Builds from a copy, and without LibreOffice, which says that the PDF is left as it was."""
    copy = tmp_path / "samples"
    shutil.copytree(SAMPLES, copy, ignore=shutil.ignore_patterns("*.docx"))
    command = [sys.executable, str(copy / "build.py")]
    built = subprocess.run(
        command, env=os.environ | {"PATH": ""}, capture_output=True, text=True, check=False
    )
    assert (built.returncode, "soffice" in built.stderr) == (1, True), built.stderr
    files = list(SAMPLES.rglob("*.docx"))
    assert len(files) >= 20
    for file in files:
        name = file.relative_to(SAMPLES)
        assert parts(copy / name) == parts(file), f"{name}: run python samples/build.py"


def parts(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as package:
        return {part: package.read(part) for part in package.namelist()}


def test_pdf_holds_what_its_source_says() -> None:
    read_back = " ".join(document_of("thong-tu-bo.pdf").text.split())
    lines = (SAMPLES / "source" / "thong-tu-bo.txt").read_text(encoding="utf-8").splitlines()
    said = [" ".join(line.split()[1:]) for line in lines if line[:2] in {"B ", "C ", "D ", "K ", "d ", "P "}]
    assert len(said) > 50
    assert [text for text in said if text not in read_back] == []
