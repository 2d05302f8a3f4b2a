"""A question that holds of each place it is about: each target, each body is a case, met or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.assessing.sources import Source
from checker.domain import Clause, Document, Passage, Span
from checker.matching.phrases import any_phrase
from checker.rulebook.checklist import Criterion
from checker.structure import clauses_of_dieu

_STOP = re.compile(r"[;:]|[.?!](?=\s)")
_OF_THEM = re.compile(r"trong đó(?:\s+(?:có|gồm|là))?\s*$", re.IGNORECASE)
_ONE_OF_THEM = re.compile(r"[\s+*–-]*trong đó", re.IGNORECASE)


def unmet(criterion: Criterion, papers: Sequence[Source]) -> Iterator[Passage]:
    """The cases, in reading order, in whose reach nothing is said that the criterion asks for."""
    for paper in papers:
        cases = _cases(criterion, paper)
        said = [
            one.span for cues in criterion.parts.values() for one in paper.passages(cues, criterion.where)
        ]
        for at, case in enumerate(cases):
            reach = _reach(criterion, paper, case, next(iter(cases[at + 1 :]), None))
            if not any(reach.start <= span.start and span.end <= reach.end for span in said):
                yield case


def _cases(criterion: Criterion, paper: Source) -> list[Passage]:
    """The first case at each place; "trong đó 40 người" is a part of the one before, none of its own."""
    found: list[Passage] = []
    for case in sorted(paper.passages(criterion.each, criterion.where), key=lambda one: one.span):
        is_new = not found or found[-1].span.end <= case.span.start
        if is_new and is_meant(criterion, paper, case) and not _is_part(paper, case):
            found.append(case)
    return found


def _is_part(paper: Source, case: Passage) -> bool:
    start = paper.document.clauses[case.clause].span.start
    return bool(_OF_THEM.search(paper.document.text[start : case.span.start]))


def is_meant(criterion: Criterion, paper: Source, case: Passage) -> bool:
    """Whether words stand where the criterion's matter is told of: below or beside words `under`."""
    if not criterion.under:
        return True
    clause = paper.document.clauses[case.clause]
    views = (paper.views.headings(clause), paper.views.own(clause))
    return any(any_phrase(criterion.under, view) for view in views)


def _reach(criterion: Criterion, paper: Source, case: Passage, following: Passage | None) -> Span:
    """From where the case's part of the sentence begins to the next case, or to the end of what it rules."""
    document = paper.document
    clause = document.clauses[case.clause]
    before = document.text[clause.span.start : case.span.start]
    start = clause.span.start + max((stop.end() for stop in _STOP.finditer(before)), default=0)
    if row_end := _end_of_rows(paper, clause):
        return Span(start, row_end)
    end = _end(criterion, paper, clause)
    return Span(start, min(end, following.span.start) if following else end)


def _end(criterion: Criterion, paper: Source, clause: Clause) -> int:
    """The end of the Điều, or of the clause and the line after it that begins with "trong đó"."""
    document = paper.document
    if criterion.within == "dieu":
        return clauses_of_dieu(document, clause)[-1].span.end
    after = document.clauses[clause.index + 1 : clause.index + 2]
    goes_on = (one for one in after if _ONE_OF_THEM.match(document.text[one.label.end : one.span.end]))
    return next(goes_on, clause).span.end


def _end_of_rows(paper: Source, clause: Clause) -> int:
    """In a table the end of the row below: "trong đó nữ" often has one of its own; 0 elsewhere."""
    document = paper.document
    table = next((one for one in document.tables if clause.index in one.clauses), None)
    if table is None:
        return 0
    rows = {index: _row(document, index) for index in table.clauses}
    below = (index for index, row in rows.items() if row <= rows[clause.index] + 1)
    return document.clauses[max(below)].span.end


def _row(document: Document, index: int) -> int:
    """The number of the row that a clause of a table stands in; a row of plain text is one clause."""
    cell = document.blocks[document.clauses[index].block].place.cell
    return index if cell is None else cell.row
