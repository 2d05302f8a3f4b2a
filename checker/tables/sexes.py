"""What the tables of a document say of women and men: the figures of both, row by row, ready to be shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.domain import Document, Span, Table
from checker.tables.people import Counts, people

_CAPTION = 160  # characters of a line above a table that may be its name


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one row; `share` is women's of both sexes, 0 to 1. Men may be what is left of all."""

    label: str
    women: float
    men: float
    share: float
    span: Span


@dataclass(frozen=True, slots=True)
class Compared:
    """A table in which both sexes are counted, with its name."""

    title: str
    rows: tuple[Row, ...]
    span: Span


def compared(document: Document) -> tuple[Compared, ...]:
    """The tables with figures of women and of men, or of all; without rows that do not add up."""
    found = ((table, tuple(_rows(document, table))) for table in document.tables if table.about_people)
    return tuple(Compared(title_of(document, table), rows, table.span) for table, rows in found if rows)


def _rows(document: Document, table: Table) -> Iterator[Row]:
    counted = people(document, table)
    several = len({counts.group for counts in counted}) > 1
    for counts in counted:
        women, men = counts.women, _men(counts)
        if women is not None and men is not None and women + men > 0:
            label = ", ".join(filter(None, [counts.label, counts.group if several else ""]))
            yield Row(label, women, men, women / (women + men), counts.span)


def _men(counts: Counts) -> float | None:
    """The men counted, else those left when the women are taken from all; None where that cannot be."""
    total, women, men = counts.total, counts.women, counts.men
    if total is None or women is None:
        return men
    left = total - women
    return left if left >= 0 and (men is None or abs(men - left) <= 0.5) else None


def title_of(document: Document, table: Table) -> str:
    """The line above the table where it is short enough to be a name, else how a lawyer cites its place."""
    first = document.clauses[table.clauses[0]]
    above = document.clauses[first.index - 1] if first.index else None
    if above is not None and above.zone == "body" and document.blocks[above.block].place.cell is None:
        text = document.text[above.span.start : above.span.end].strip(" :.")
        if 0 < len(text) <= _CAPTION:
            return text
    return first.citation
