"""Numbers that two papers give for one thing and that differ: "tỷ lệ nữ vay vốn 27,5 %" here and 31 % there.

A figure of the running text is known by the words before it in its sentence, its unit, the sex and the years
that the sentence names; one of a table by the words of its title, row and column. Two figures are of one
thing when those words are nearly the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from checker.assessing import Source
from checker.domain import DossierFinding, Passage
from checker.dossier.alike import neighbours, share
from checker.dossier.findings import finding
from checker.dossier.table_figures import Cell, cells
from checker.dossier.telling import is_rounded, telling, unit_of
from checker.findings import Remark
from checker.matching.views import View
from checker.tables import Side, side_of
from checker.text.numbers import parse_number

_WORDS_BEFORE = 14
_LEAST_WORDS = 4
_ALIKE = 0.8
_OF_TITLE = 0.6  # share of a table's title that a sentence on the same thing repeats
_UNTOLD = 1  # words before a number that neither title, row nor head of the table has
_OF_PEOPLE = telling("người lao động công nhân học sinh sinh viên học viên hội viên cán bộ nữ nam phụ giới")
_PLANNED = telling("phấn hoạch sẽ dự")
_NUMBER = re.compile(r"\d+(?:\.\d{3})*(?:,\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Figure:
    """A number with what tells of what it is: the words before it, those up to the next stop as well, all
    those of its sentence, its unit, the sex, the years of its sentence."""

    words: frozenset[str]
    near: frozenset[str]
    sentence: frozenset[str]
    unit: str
    side: Side
    years: frozenset[str]
    value: float
    rounded: bool
    passage: Passage


def contradictions(sources: Sequence[Source]) -> Iterator[DossierFinding]:
    """A finding for each thing of which two papers give different numbers, placed in the later paper."""
    told: set[tuple[str, frozenset[str]]] = set()
    figures = [figure for source in sources for figure in _figures(source)]
    for key, one, other in (*_in_text(figures), *_in_tables(sources, figures)):
        if key not in told:
            told.add(key)
            yield _finding(key, one, other)


Found = tuple[tuple[str, frozenset[str]], Passage, Passage]
"""What the numbers are of, by unit and words, and the two places, that of the earlier paper first."""


def _in_text(figures: Sequence[Figure]) -> Iterator[Found]:
    for group in _by_kind(figures).values():
        known = [figure for figure in group if len(figure.words) >= _LEAST_WORDS]
        alike = neighbours([figure.words for figure in known], _ALIKE)
        scales = [
            _is_scale((one, *(known[at] for at in others))) for one, others in zip(known, alike, strict=True)
        ]
        for at, one in enumerate(known):
            for index in alike[at]:
                other = known[index]
                told_once = at < index and not (scales[at] or scales[index])
                if told_once and _differ(one, other.passage, other.value):
                    yield (one.unit, one.words), one.passage, other.passage


def _by_kind(figures: Iterable[Figure]) -> Mapping[tuple[str, Side, frozenset[str]], list[Figure]]:
    groups: dict[tuple[str, Side, frozenset[str]], list[Figure]] = defaultdict(list)
    for figure in figures:
        groups[figure.unit, figure.side, figure.years].append(figure)
    return groups


def _is_scale(figures: Sequence[Figure]) -> bool:
    """Whether the paper of the first has several numbers in these words, as steps of a scale: 21 %, 41 %."""
    return len({one.value for one in figures if one.passage.file == figures[0].passage.file}) > 1


def _in_tables(sources: Sequence[Source], figures: Sequence[Figure]) -> Iterator[Found]:
    """Numbers of tables that differ from those of other tables, then from those of the running text."""
    counted = [cell for source in sources for cell in cells(source)]
    places = {source.document.name: at for at, source in enumerate(sources)}
    told = _by_kind(figures)
    alike = (
        (one, other.passage)
        for group in _by_subject(counted)
        for one, other in combinations(group, 2)
        if _differ(one, other.passage, other.value) and share(one.title, other.title) >= _OF_TITLE
    )
    repeated = (
        (cell, figure.passage)
        for cell in counted
        for figure in told.get(
            (cell.unit, cell.side if cell.side in ("women", "men") else "", cell.years), ()
        )
        if _differ(cell, figure.passage, figure.value) and _tells_of(figure, cell)
    )
    for cell, at in (*alike, *repeated):
        earlier, later = sorted((cell.passage, at), key=lambda passage: places[passage.file])
        yield (cell.unit, cell.title | cell.row | cell.column), earlier, later


def _by_subject(counted: Sequence[Cell]) -> Iterator[list[Cell]]:
    groups: dict[tuple[object, ...], list[Cell]] = defaultdict(list)
    for cell in counted:
        groups[cell.unit, cell.side, cell.years, cell.row, cell.column].append(cell)
    return iter(groups.values())


def _differ(one: Cell | Figure, at: Passage, value: float) -> bool:
    return one.passage.file != at.file and one.value != value


def _tells_of(figure: Figure, cell: Cell) -> bool:
    """Whether a sentence of the same unit, sex and years gives the number of a cell: one year, the row near
    the number, most of the title, and nothing before it that the table does not have."""
    said = cell.title | cell.row | cell.column
    return (
        not figure.rounded
        and len(cell.years) == 1
        and cell.row <= figure.near
        and len(cell.title & figure.sentence) >= _OF_TITLE * len(cell.title)
        and len(figure.words - said - _OF_PEOPLE) <= _UNTOLD
        and bool(_PLANNED & figure.sentence) == bool(_PLANNED & said)
    )


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
    unit, length = unit_of(" ".join(view.words[at + 1 : at + 3]))
    low, high = view.sentence(at, at + 1)
    before = view.words[_first_before(view, at, low) : at]
    after = view.words[at + 1 : _end_after(view, at, high)]
    words = telling(" ".join(before))
    if value is None or not unit or not words:
        return None
    return Figure(
        words=words,
        near=words | telling(" ".join(after)),
        sentence=telling(" ".join(view.words[low:high])),
        unit=unit,
        side=_side(before, after),
        years=frozenset(word for word in view.words[low:high] if _YEAR.fullmatch(word)),
        value=value,
        rounded=is_rounded(" ".join(before)),
        passage=source.passage(
            source.document.clauses[clause], view.span(_beginning(view, at, low), at + 1 + length)
        ),
    )


def _side(before: Sequence[str], after: Sequence[str]) -> Side:
    """The sex that the words after the number name, else those before it; "" for all people."""
    named = (side_of(" ".join(words)) for words in (after[:3], before))
    return next((side for side in named if side in ("women", "men")), "")


def _first_before(view: View, at: int, low: int) -> int:
    """Where the words before a number begin: after the number before it, else as far back as words count."""
    first = max(low, at - _WORDS_BEFORE)
    numbers = (
        before
        for before in range(at - 1, first - 1, -1)
        if _NUMBER.fullmatch(view.words[before]) and not _YEAR.fullmatch(view.words[before])
    )
    return next((before + 1 for before in numbers), first)


def _end_after(view: View, at: int, high: int) -> int:
    """Where the words after a number end: at a comma, a semicolon, another number."""
    stops = (
        after
        for after in range(at + 1, high)
        if view.words[after] == "," or view.breaks[after] or _NUMBER.fullmatch(view.words[after])
    )
    return next(stops, high)


def _beginning(view: View, at: int, low: int) -> int:
    """Where the quote begins: after a comma that leaves enough words, else as far back as words count."""
    first = max(low, at - _WORDS_BEFORE)
    commas = [before for before in range(first, at - _LEAST_WORDS) if view.words[before] == ","]
    return commas[-1] + 1 if commas else first


def _finding(key: tuple[str, frozenset[str]], one: Passage, other: Passage) -> DossierFinding:
    remark = Remark(
        rule="figures-differ",
        category="contradiction",
        tier="should",
        message=f"Số liệu ở đây khác với “{one.file}”"
        f"{f' ({one.citation})' if one.citation else ''}: “{one.quote}”.",
        why="Hai tài liệu của một hồ sơ nêu số khác nhau cho cùng một nội dung thì không rõ căn cứ nào đúng.",
        suggestion="Đối chiếu nguồn, năm và thống nhất một số liệu trong toàn hồ sơ.",
        known_by=(key[0], *sorted(key[1])),
    )
    return finding(remark, at=other, papers=[one.file])
