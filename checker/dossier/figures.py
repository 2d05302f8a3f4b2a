"""Numbers that two papers give for one thing and that differ: "tỷ lệ nữ vay vốn 27,5 %" here and 31 % there.

A figure is known by the words before it in its sentence, its unit and the year that the sentence names; two
figures are of one thing when those words are nearly the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from checker.assessing import Source
from checker.domain import DossierFinding, Passage
from checker.dossier.findings import finding
from checker.findings import Remark
from checker.matching.views import View
from checker.text import fold
from checker.text.numbers import parse_number

_WORDS_BEFORE = 14
_LEAST_WORDS = 4
_ALIKE = 0.8
_UNITS = frozenset(
    map(
        fold,
        ["%", "người", "hộ", "lao động", "triệu", "tỷ", "đồng", "lượt", "vụ", "em", "cháu"],
    )
)
_EMPTY = frozenset(
    map(
        fold,
        [
            "là", "có", "chiếm", "đạt", "khoảng", "trong", "đó", "của", "và", "các", "những", "được", "ở",
            "tại", "theo", "cho", "về", "với", "thì", "bằng", "còn", "tới", "đến", "năm", "nay", "hiện",
            "trên", "dưới", "hơn", "gần", "toàn", "số", "liệu", "thống", "kê",
        ],
    )
)  # fmt: skip
_NUMBER = re.compile(r"\d+(?:\.\d{3})*(?:,\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Figure:
    """A number with what tells of what it is: the words before it, its unit, the years of its sentence."""

    words: frozenset[str]
    unit: str
    years: frozenset[str]
    value: float
    passage: Passage


def contradictions(sources: Sequence[Source]) -> Iterator[DossierFinding]:
    """A finding for each thing of which two papers give different numbers, placed in the later paper."""
    by_unit: dict[str, list[Figure]] = defaultdict(list)
    for source in sources:
        for figure in _figures(source):
            by_unit[figure.unit].append(figure)
    told: set[tuple[str, frozenset[str]]] = set()
    for unit, figures in by_unit.items():
        for one, other in combinations(figures, 2):
            if _contradict(one, other) and (unit, one.words) not in told:
                told.add((unit, one.words))
                yield _finding(one, other)


def _contradict(one: Figure, other: Figure) -> bool:
    if one.passage.file == other.passage.file or one.value == other.value or one.years != other.years:
        return False
    return len(one.words & other.words) >= _ALIKE * len(one.words | other.words)


def _figures(source: Source) -> Iterator[Figure]:
    for clause in source.document.clauses:
        if clause.zone != "body" or source.document.blocks[clause.block].place.cell is not None:
            continue
        view = source.views.own(clause)
        for at, word in enumerate(view.words):
            figure = _figure(source, clause.index, view, at) if _NUMBER.fullmatch(word) else None
            if figure is not None:
                yield figure


def _figure(source: Source, clause: int, view: View, at: int) -> Figure | None:
    value = parse_number(view.words[at])
    unit = next((word for word in view.words[at + 1 : at + 2] if word in _UNITS), "")
    low, high = view.sentence(at, at + 1)
    words = _words_before(view, at, low)
    if value is None or not unit or len(words) < _LEAST_WORDS:
        return None
    years = frozenset(word for word in view.words[low:high] if _YEAR.fullmatch(word))
    span = view.span(_beginning(view, at, low), at + 2)
    passage = source.passage(source.document.clauses[clause], span)
    return Figure(words, unit, years, value, passage)


def _beginning(view: View, at: int, low: int) -> int:
    """Where the quote begins: after a comma that leaves enough words, else as far back as words count."""
    first = max(low, at - _WORDS_BEFORE)
    commas = [before for before in range(first, at - _LEAST_WORDS) if view.words[before] == ","]
    return commas[-1] + 1 if commas else first


def _words_before(view: View, at: int, low: int) -> frozenset[str]:
    """The telling words between the number before, or the sentence's start, and this number."""
    found = []
    for before in range(at - 1, max(low, at - _WORDS_BEFORE) - 1, -1):
        if _NUMBER.fullmatch(view.words[before]) and not _YEAR.fullmatch(view.words[before]):
            break
        found.append(view.words[before])
    return frozenset(word for word in found if word[0].isalpha() and word not in _EMPTY)


def _finding(one: Figure, other: Figure) -> DossierFinding:
    remark = Remark(
        rule="figures-differ",
        category="contradiction",
        tier="should",
        message=f"Số liệu ở đây khác với “{one.passage.file}”"
        f"{f' ({one.passage.citation})' if one.passage.citation else ''}: “{one.passage.quote}”.",
        why="Hai tài liệu của một hồ sơ nêu số khác nhau cho cùng một nội dung thì không rõ căn cứ nào đúng.",
        suggestion="Đối chiếu nguồn, năm và thống nhất một số liệu trong toàn hồ sơ.",
        known_by=(one.unit, *sorted(one.words)),
    )
    return finding(remark, at=other.passage, papers=[one.passage.file])
