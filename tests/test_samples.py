"""The samples keep their promises: known problems are found, near misses left alone, sources match."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.checking import check_file
from checker.domain import Document, Finding, Report
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


def name(entry: dict[str, Any]) -> str:
    return f"{entry['file'].split('.')[0]}: {entry['quote'][:60]}"


def touching(entry: dict[str, Any]) -> list[Finding]:
    """The findings, credits aside, that overlap the entry's quote."""
    report = report_of(entry["file"])
    start = report.document.text.index(entry["quote"])
    end = start + len(entry["quote"])
    return [f for f in report.findings if f.tier != "credit" and f.span.start < end and start < f.span.end]


@pytest.mark.parametrize("entry", KEY["answers"], ids=name)
def test_known_problem_is_found(entry: dict[str, Any]) -> None:
    wanted = {entry["category"], entry.get("also")}
    found = [(finding.category, finding.citation) for finding in touching(entry)]
    assert any(category in wanted and citation == entry["citation"] for category, citation in found), found


@pytest.mark.parametrize("entry", KEY["silent"], ids=name)
def test_near_miss_is_left_alone(entry: dict[str, Any]) -> None:
    assert [(finding.rule, finding.quote) for finding in touching(entry)] == []


@pytest.mark.parametrize("entry", [*KEY["answers"], *KEY["silent"]], ids=name)
def test_quote_stands_once_where_the_key_says(entry: dict[str, Any]) -> None:
    document = document_of(entry["file"])
    assert document.text.count(entry["quote"]) == 1
    at = document.text.index(entry["quote"])
    citations = [clause.citation for clause in document.clauses if clause.span.start <= at < clause.span.end]
    assert citations == [entry["citation"]]


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
    built = subprocess.run(command, env={"PATH": ""}, capture_output=True, text=True, check=False)
    assert (built.returncode, "soffice" in built.stderr) == (1, True), built.stderr
    for file in SAMPLES.glob("*.docx"):
        assert parts(copy / file.name) == parts(file), f"{file.name}: run python samples/build.py"


def parts(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as package:
        return {part: package.read(part) for part in package.namelist()}
