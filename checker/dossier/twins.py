"""One paper handed in twice, as .docx and .pdf: only one of the two is judged."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import PurePosixPath

from checker.domain import Paper
from checker.text import fold

_ALIKE = 0.8  # share of word pairs in common: two versions of a draft have less
_PREFERRED = (".docx", ".docm", ".odt", ".rtf", ".doc", ".txt", ".pdf")


def without_twins(papers: Sequence[Paper]) -> tuple[list[Paper], list[str]]:
    """The papers without those whose text another has in a format that tells more, and notes that say so."""
    kept: list[Paper] = []
    notes: list[str] = []
    for paper in sorted(papers, key=_preference):
        twin = next((other for other in kept if _are_twins(paper, other)), None)
        if twin is None:
            kept.append(paper)
        else:
            notes.append(f"“{paper.file}” trùng nội dung với “{twin.file}”: chỉ xét “{twin.file}”.")
    order = {paper.file: at for at, paper in enumerate(papers)}
    return sorted(kept, key=lambda paper: order[paper.file]), notes


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
