"""One paper handed in twice, as .docx and .pdf: only one of the two is judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import PurePosixPath

from checker.domain import Paper
from checker.text import fold

_ALIKE = 0.8  # share of word pairs in common: two versions of a draft have less
_PREFERRED = (".docx", ".docm", ".odt", ".rtf", ".doc", ".txt", ".pdf")


def with_twins(papers: Sequence[Paper]) -> list[Paper]:
    """The papers in their order; one whose text another has in a better format bears that one's name."""
    kept: list[Paper] = []
    named: dict[str, str] = {}
    for paper in sorted(papers, key=_preference):
        twin = next((other.file for other in kept if _are_twins(paper, other)), "")
        named[paper.file] = twin
        kept += [] if twin else [paper]
    return [replace(paper, twin=named[paper.file]) for paper in papers]


def twin_notes(papers: Sequence[Paper]) -> list[str]:
    """Which papers were not judged because another says the same."""
    return [
        f"“{paper.file}” trùng nội dung với “{paper.twin}”: chỉ xét “{paper.twin}”."
        for paper in papers
        if paper.twin
    ]


def _preference(paper: Paper) -> int:
    suffix = PurePosixPath(paper.file).suffix.lower()
    return _PREFERRED.index(suffix) if suffix in _PREFERRED else len(_PREFERRED)


def _are_twins(one: Paper, other: Paper) -> bool:
    if one.report is None or other.report is None or one.role != other.role:
        return False
    left, right = _pairs(one.report.document.text), _pairs(other.report.document.text)
    return bool(left) and len(left & right) >= _ALIKE * max(len(left), len(right))


def _pairs(text: str) -> set[tuple[str, str]]:
    return set(pairwise(fold(text).split()))
