"""People counted in tables: which cells are of women, of men and of all, and whether they fit together.

A column is known by its head, a row by its first cell; heads above each other are joined by " / ", and
columns under one upper head are one group ("2024 / Tổng số", "2024 / Nữ").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from checker.domain import Clause, Document, Span, Table
from checker.text.numbers import parse_number

Side = Literal["women", "men", "total", ""]
_WOMEN = re.compile(r"(?<!\w)nữ(?!\w)", re.IGNORECASE)
_MEN = re.compile(r"(?<!\w)nam(?!\w)", re.IGNORECASE)
_NO_SIDE = re.compile(
    r"(?:việt|miền|phía|đông|tây|hà|quảng)\s+nam|hội\s+(?:liên\s+hiệp\s+)?phụ\s+nữ", re.IGNORECASE
)
_TOTAL = re.compile(
    r"(?<!\w)(?:tổng(?:\s+số|\s+cộng)?|cộng|chung|số\s+(?:người|lượng|lao\s+động|học\s+\w+|hộ|trẻ))(?!\w)",
    re.IGNORECASE,
)
_SHARE = re.compile(r"%|tỷ\s+lệ|tỉ\s+lệ|cơ\s+cấu", re.IGNORECASE)
_NUMBER = re.compile(r"^\s*\d[\d.]*(?:,\d+)?\s*$")
_CELL = re.compile(r"[^|]+")
_YEAR = re.compile(r"(?<![\d/])(?:19|20)\d\d(?![\d/])")  # not that of a law's number
_YEARS_FRESH = 3
_CAPTION_LINES = 2
_ROUNDING = 0.5  # figures in thousands are rounded


@dataclass(frozen=True, slots=True)
class Fault:
    """What does not fit in a table: the entry of tables.yml, the place, and the words to fill in."""

    id: str
    span: Span
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of one row or column: of all, of women, of men; None where the table does not say."""

    label: str
    total: float | None
    women: float | None
    men: float | None
    span: Span


def faults(document: Document, table: Table, *, year: int) -> Iterator[Fault]:
    """What does not fit in a table that counts people; `year` is the one at which data are old or new."""
    if not table.about_people:
        return
    for counts in people(document, table):
        yield from _sums(counts)
    if _only_shares(table):
        yield Fault("shares-without-base", _head(document, table), {})
    newest = max(_years(document, table), default=None)
    if newest is not None and table.has_sex and newest < year - _YEARS_FRESH:
        yield Fault("old-figures", _head(document, table), {"year": str(newest)})


def people(document: Document, table: Table) -> list[Counts]:
    """The rows (or columns) in which at least two of all, women and men are counted."""
    rows = _cells(document, table)
    body = rows[table.head_rows :]
    found = [*_by_columns(document, table.heads, body), *_by_rows(document, body)]
    return [one for one in found if sum(value is not None for value in (one.total, one.women, one.men)) > 1]


def _sums(counts: Counts) -> Iterator[Fault]:
    total, women, men = counts.total, counts.women, counts.men
    if total is not None and women is not None and women > total + _ROUNDING:
        yield Fault("women-exceed-total", counts.span, {"women": _shown(women), "total": _shown(total)})
    elif total is not None and women is not None and men is not None and abs(women + men - total) > _ROUNDING:
        yield Fault(
            "sexes-do-not-add-up",
            counts.span,
            {"women": _shown(women), "men": _shown(men), "total": _shown(total), "sum": _shown(women + men)},
        )


def _by_columns(
    document: Document, heads: Sequence[str], body: Sequence[Mapping[int, Span]]
) -> Iterator[Counts]:
    groups: dict[str, dict[Side, int]] = defaultdict(dict)
    for column, head in enumerate(heads):
        above, _, last = head.rpartition(" / ")
        side = _side(last)
        if side and not _SHARE.search(head):
            groups[above].setdefault(side, column)
    for columns in groups.values():
        for row in body:
            yield _counts(document, row, columns, label=_words(document, row.get(min(row, default=0))))


def _by_rows(document: Document, body: Sequence[Mapping[int, Span]]) -> Iterator[Counts]:
    sides: dict[Side, Mapping[int, Span]] = {}
    for row in body:
        label = _words(document, row.get(min(row, default=0)))
        side = _side(label) if len(label) < 20 and not _SHARE.search(label) else ""
        if side:
            sides.setdefault(side, row)
    columns = sorted({column for row in sides.values() for column in row})[1:]
    for column in columns:
        cells = {at: row[column] for at, (_, row) in enumerate(sides.items()) if column in row}
        yield _counts(document, cells, {side: at for at, side in enumerate(sides)}, label="")


def _counts(
    document: Document, row: Mapping[int, Span], columns: Mapping[Side, int], *, label: str
) -> Counts:
    spans = [row[column] for column in columns.values() if column in row]
    values = {side: _value(document, row.get(column)) for side, column in columns.items()}
    place = Span(min((s.start for s in spans), default=0), max((s.end for s in spans), default=0))
    return Counts(label, values.get("total"), values.get("women"), values.get("men"), place)


def _side(head: str) -> Side:
    plain = _NO_SIDE.sub(" ", head)
    women, men = _WOMEN.search(plain), _MEN.search(plain)
    if women and men:
        return ""
    if women:
        return "women"
    if men:
        return "men"
    return "total" if _TOTAL.search(plain) else ""


def _only_shares(table: Table) -> bool:
    """Whether columns of a sex are all shares and no column counts."""
    sided = [head for head in table.heads if _side(head.rpartition(" / ")[2]) in ("women", "men")]
    counted = any(_side(head.rpartition(" / ")[2]) and not _SHARE.search(head) for head in table.heads)
    return bool(sided) and not counted


def _cells(document: Document, table: Table) -> list[dict[int, Span]]:
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
    return [rows[row] for row in sorted(rows) if any(_words(document, span) for span in rows[row].values())]


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


def _value(document: Document, span: Span | None) -> float | None:
    text = _words(document, span)
    return parse_number(text) if _NUMBER.match(text) else None


def _words(document: Document, span: Span | None) -> str:
    return document.text[span.start : span.end].strip() if span else ""


def clause_at(document: Document, table: Table, span: Span) -> Clause:
    """The clause of the table in which the span begins."""
    members = (document.clauses[index] for index in table.clauses)
    return next(one for one in members if one.span.end >= span.start)


def _years(document: Document, table: Table) -> list[int]:
    """The years that the table names, else those of the lines above it: its caption, its source."""
    above = document.clauses[max(0, table.clauses[0] - _CAPTION_LINES) : table.clauses[0]]
    spans = [table.span, *(clause.span for clause in reversed(above))]
    named = ([int(year) for year in _YEAR.findall(document.text[s.start : s.end])] for s in spans)
    return next((years for years in named if years), [])


def _head(document: Document, table: Table) -> Span:
    """The first cell with words: where a note on the whole table stands."""
    return next((span for row in _cells(document, table) for span in row.values()), table.span)


def _shown(value: float) -> str:
    return f"{value:,.10g}".replace(",", " ").replace(".", ",").replace(" ", ".")
