"""The samples against their sources, whose lines are marked by hand as chương, điều, khoản, điểm."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.domain import Document
from checker.reading import read
from checker.structure import numerals, parse

SAMPLES = ("du-thao-nghi-dinh.docx", "huong-uoc-thon.docx", "ke-hoach-tinh.docx", "thong-tu-bo.pdf")
# The marks of samples/source/README.md, widest first; each begins to count anew in those that stop it.
STOPS = {"C": "", "M": "C", "D": "", "K": "D", "d": "KD", "I": "", "A": "I", "L": "AI", "N": "LAI"}


def numbered(root: Path, name: str) -> Iterator[tuple[str, str, str]]:
    """Mark, citation and text of each numbered line of a sample's source, in order."""
    counts: dict[str, int] = {}
    source = (root / "samples" / "source" / name).with_suffix(".txt").read_text(encoding="utf-8")
    for line in source.splitlines():
        mark, _, text = line.partition(" ")
        if mark not in STOPS:
            continue
        counts[mark] = counts.get(mark, 0) + 1
        for other, stops in STOPS.items():
            if mark in stops:
                counts[other] = 0
        yield mark, citation(mark, counts), text


def citation(mark: str, counts: dict[str, int]) -> str:
    number, dieu, roman = counts[mark], f"Điều {counts.get('D')}", f"mục {_roman(counts.get('I', 0))}"
    if mark == "C":
        return f"Chương {_roman(number)}"
    if mark == "M":
        return f"Mục {number} Chương {_roman(counts['C'])}"
    if mark in "DI":
        return dieu if mark == "D" else roman
    if mark in "KA":
        return f"khoản {number} {dieu if mark == 'K' else roman}"
    if mark == "d":
        return f"điểm {numerals.LETTERS[number - 1]} {citation('K', counts) if counts.get('K') else dieu}"
    if mark == "L":
        return f"điểm {numerals.LETTERS[number - 1]} {citation('A', counts)}"
    upper = next(above for above in "LAI" if counts.get(above))
    return f"gạch đầu dòng {numerals.ordinal(number)} {citation(upper, counts)}"


def _roman(number: int) -> str:
    return ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII")[number]


@pytest.fixture(scope="module", params=SAMPLES)
def sample(request: pytest.FixtureRequest, root: Path) -> Document:
    return parse(request.param, read(root / "samples" / request.param))


def test_every_unit_of_a_sample_is_cited_as_its_source_has_it(sample: Document, root: Path) -> None:
    units = [
        clause
        for clause in sample.clauses
        if clause.kind not in ("paragraph", "cell", "phu-luc") and clause.citation != "phần nơi nhận"
    ]
    assert [clause.citation for clause in units] == [cited for _, cited, _ in numbered(root, sample.name)]
    for clause, (mark, _, text) in zip(units, numbered(root, sample.name), strict=True):
        said = sample.text[clause.label.end : clause.span.end].strip()
        assert mark == "C" or said.split()[0] == text.split()[0]


def test_annexes_and_forms_of_the_samples(sample: Document) -> None:
    expected = {
        "du-thao-nghi-dinh.docx": ["Phụ lục", *(f"Mẫu số 0{n} Phụ lục" for n in (1, 2, 3))],
        "thong-tu-bo.pdf": ["Phụ lục"],
    }
    annexes = [clause.citation for clause in sample.clauses if clause.kind == "phu-luc"]
    assert annexes == expected.get(sample.name, [])
