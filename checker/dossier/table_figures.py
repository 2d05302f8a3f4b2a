"""Figures that stand in tables: what is counted, of which sex, in which unit and year, by row and column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checker.assessing import Source
from checker.domain import Document, Passage, Span, Table
from checker.dossier.telling import PEOPLE, telling, unit_of
from checker.tables import Side, cells_of, clause_at, side_of, title_of, words_of
from checker.text.numbers import parse_number

_NUMBER = re.compile(r"\d[\d.]*(?:,\d+)?")
_YEAR = re.compile(r"(?<![\d/])(?:19|20)\d\d(?![\d/])")
_NUMBERED = re.compile(r"^\W*(?:bảng|biểu)\s*(?:số\s*)?\d+\s*[.:]?", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^)]*\)")
_SHARE = re.compile(r"%|tỷ\s+lệ|tỉ\s+lệ|cơ\s+cấu", re.IGNORECASE)


@dataclass(frozen=True)
class Cell:
    """A number of a table: the telling words of its title, its row and its column, its unit, sex and year."""

    title: frozenset[str]
    row: frozenset[str]
    column: frozenset[str]
    unit: str
    side: Side
    years: frozenset[str]
    value: float
    passage: Passage


def cells(source: Source) -> Iterator[Cell]:
    """The numbers of the tables that count people and have heads; rows without a name are passed over."""
    for table in source.document.tables:
        if table.about_people and table.head_rows:
            title = title_of(source.document, table)
            for row in cells_of(source.document, table)[table.head_rows :]:
                yield from _of_row(source, table, title, row)


def _of_row(source: Source, table: Table, title: str, row: Mapping[int, Span]) -> Iterator[Cell]:
    label = _label(source.document, row)
    if not telling(label):
        return
    for column, span in row.items():
        words = words_of(source.document, span)
        head = table.heads[column] if column < len(table.heads) else ""
        value = parse_number(words) if _NUMBER.fullmatch(words) else None
        if value is not None and (unit := _unit(head, label)):
            yield Cell(
                title=telling(_NUMBERED.sub("", _BRACKETS.sub(" ", title))),
                row=telling(label),
                column=telling(_BRACKETS.sub(" ", head)),
                unit=unit,
                side=side_of(label)
                if side_of(label) in ("women", "men")
                else side_of(head.rpartition(" / ")[2]),
                years=_years(label, head, title),
                value=value,
                passage=source.passage(clause_at(source.document, table, span), span),
            )


def _label(document: Document, row: Mapping[int, Span]) -> str:
    said = (words_of(document, row[column]) for column in sorted(row))
    return next((words for words in said if any(map(str.isalpha, words)) and len(words) > 2), "")


def _unit(head: str, label: str) -> str:
    """The unit of the number; "" for money and what else is no count of people and no share."""
    if _SHARE.search(head) or _SHARE.search(label):
        return "%"
    return (
        PEOPLE if side_of(head.rpartition(" / ")[2]) or side_of(label) or unit_of(head)[0] == PEOPLE else ""
    )


def _years(*told: str) -> frozenset[str]:
    """The years that the row names, else those of its column, else those of the title."""
    named = (frozenset(_YEAR.findall(text)) for text in told)
    return next((years for years in named if years), frozenset())
