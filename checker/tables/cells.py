"""The cells of a table by row and column, whether its file has cells or writes rows as "| a | b |"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from checker.domain import Clause, Document, Span, Table

_CELL = re.compile(r"[^|]+")


def cells_of(document: Document, table: Table) -> list[dict[int, Span]]:
    """The rows with what they say by column, empty cells and rows left out."""
    rows: dict[int, dict[int, Span]] = defaultdict(dict)
    for number, index in enumerate(table.clauses):
        clause = document.clauses[index]
        cell = document.blocks[clause.block].place.cell
        start = document.starts[clause.block]
        text = document.blocks[clause.block].text
        if cell is not None:
            before = rows[cell.row].get(cell.column, Span(start, start))
            rows[cell.row][cell.column] = Span(before.start, start + len(text))
        elif text.strip(" |:=_-"):
            rows[number] = dict(_split(text, start))
    return [rows[row] for row in sorted(rows) if any(words_of(document, span) for span in rows[row].values())]


def _split(text: str, start: int) -> Iterator[tuple[int, Span]]:
    """The cells of a row written as "| a | b |", without blanks and marks of emphasis."""
    inner = text.strip()
    offset = start + text.index(inner)
    for column, found in enumerate(_CELL.finditer(inner.strip("|"))):
        said = found.group()
        plain = said.strip(" *_")
        if plain:
            first = offset + inner.index("|") + 1 if inner.startswith("|") else offset
            at = first + found.start() + said.index(plain)
            yield column, Span(at, at + len(plain))


def words_of(document: Document, span: Span | None) -> str:
    """What a cell says; "" where there is none."""
    return document.text[span.start : span.end].strip() if span else ""


def clause_at(document: Document, table: Table, span: Span) -> Clause:
    """The clause of the table in which the span begins."""
    members = (document.clauses[index] for index in table.clauses)
    return next(one for one in members if one.span.end >= span.start)
