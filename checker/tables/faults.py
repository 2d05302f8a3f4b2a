"""What does not fit in a table that counts people: sums, shares without a base, old figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.domain import Document, Span, Table
from checker.tables.cells import cells_of
from checker.tables.people import SHARE, Counts, people, side_of

_YEAR = re.compile(r"(?<![\d/])(?:19|20)\d\d(?![\d/])")  # not that of a law's number
_ALL = re.compile(r"^\W*(?:tổng(?:\s+cộng|\s+số)?|cộng|toàn\s+\w+)\W*$", re.IGNORECASE)
_YEARS_FRESH = 3
_CAPTION_LINES = 2
_ROUNDING = 0.5  # figures in thousands are rounded


@dataclass(frozen=True, slots=True)
class Fault:
    """What does not fit in a table: the entry of tables.yml, the place, and the words to fill in."""

    id: str
    span: Span
    values: Mapping[str, str]


def faults(document: Document, table: Table, *, year: int) -> Iterator[Fault]:
    """What does not fit in a table that counts people; `year` is the one at which data are old or new."""
    if not table.about_people:
        return
    counted = people(document, table)
    for counts in counted:
        yield from _sums(counts)
    yield from _sums_of_rows(counted)
    if _only_shares(table):
        yield Fault("shares-without-base", _head(document, table), {})
    newest = max(_years(document, table), default=None)
    if newest is not None and table.has_sex and newest < year - _YEARS_FRESH:
        yield Fault("old-figures", _head(document, table), {"year": str(newest)})


def _sums(counts: Counts) -> Iterator[Fault]:
    total, women, men = counts.total, counts.women, counts.men
    if total is not None and women is not None and women > total + _ROUNDING:
        yield Fault("women-exceed-total", counts.span, {"women": shown(women), "total": shown(total)})
    elif total is not None and women is not None and men is not None and abs(women + men - total) > _ROUNDING:
        yield Fault(
            "sexes-do-not-add-up",
            counts.span,
            {"women": shown(women), "men": shown(men), "total": shown(total), "sum": shown(women + men)},
        )


def _sums_of_rows(counted: Sequence[Counts]) -> Iterator[Fault]:
    """A row "Tổng cộng" that is not the sum of the rows 1, 2, … of its group; only of a plain list."""
    for group in dict.fromkeys(one.group for one in counted):
        members = [one for one in counted if one.group == group]
        rows = [one for one in members if not _ALL.match(one.label)]
        ends = [one for one in members if _ALL.match(one.label)]
        if len(ends) == 1 and len(rows) > 1 and [one.number for one in rows] == _numbers(len(rows)):
            yield from _against(ends[0], rows)


def _numbers(count: int) -> list[str]:
    return [str(number) for number in range(1, count + 1)]


def _against(end: Counts, rows: Sequence[Counts]) -> Iterator[Fault]:
    for named, told, parts in (
        ("tổng số", end.total, [row.total for row in rows]),
        ("số nữ", end.women, [row.women for row in rows]),
        ("số nam", end.men, [row.men for row in rows]),
    ):
        given = [part for part in parts if part is not None]
        if told is not None and len(given) == len(rows) and abs(sum(given) - told) > _ROUNDING * len(rows):
            values = {"people": named, "total": shown(told), "sum": shown(sum(given))}
            yield Fault("rows-do-not-add-up", end.span, values)


def _only_shares(table: Table) -> bool:
    """Whether columns of a sex are all shares and no column counts."""
    sided = [head for head in table.heads if side_of(head.rpartition(" / ")[2]) in ("women", "men")]
    counted = any(side_of(head.rpartition(" / ")[2]) and not SHARE.search(head) for head in table.heads)
    return bool(sided) and not counted


def _years(document: Document, table: Table) -> list[int]:
    """The years that the table names, else those of the lines above it: its caption, its source."""
    above = document.clauses[max(0, table.clauses[0] - _CAPTION_LINES) : table.clauses[0]]
    spans = [table.span, *(clause.span for clause in reversed(above))]
    named = ([int(year) for year in _YEAR.findall(document.text[s.start : s.end])] for s in spans)
    return next((years for years in named if years), [])


def _head(document: Document, table: Table) -> Span:
    """The first cell with words: where a note on the whole table stands."""
    return next((span for row in cells_of(document, table) for span in row.values()), table.span)


def shown(value: float) -> str:
    """A number as it is written in Vietnamese: 1.250, 12,5."""
    return f"{value:,.10g}".replace(",", " ").replace(".", ",").replace(" ", ".")
