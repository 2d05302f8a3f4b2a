"""People counted in a table: which cells are of women, of men and of all.

A column is known by its head, a row by its first cell; heads above each other are joined by " / ", and
columns under one upper head are one group ("2024 / Tổng số", "2024 / Nữ").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from checker.domain import Document, Span, Table
from checker.tables.cells import cells_of, words_of
from checker.text.numbers import parse_number

Side = Literal["women", "men", "total", ""]
SHARE = re.compile(r"%|tỷ\s+lệ|tỉ\s+lệ|cơ\s+cấu", re.IGNORECASE)
_WOMEN = re.compile(r"(?<!\w)nữ(?!\w)", re.IGNORECASE)
_MEN = re.compile(r"(?<!\w)nam(?!\w)", re.IGNORECASE)
_NO_SIDE = re.compile(
    r"(?:việt|miền|phía|đông|tây|hà|quảng)\s+nam|hội\s+(?:liên\s+hiệp\s+)?phụ\s+nữ", re.IGNORECASE
)
_TOTAL = re.compile(
    r"(?<!\w)(?:tổng(?:\s+số|\s+cộng)?|cộng|chung|số\s+(?:lượng|lượt|hộ|trẻ|em|cháu|vụ|người|lao\s+động|học\s+\w+|sinh\s+viên"
    r"|công\s+(?:nhân|chức)|viên\s+chức|cán\s+bộ|giáo\s+viên|giảng\s+viên|nhân\s+viên|hội\s+viên|đoàn\s+viên|đảng\s+viên"
    r"|thành\s+viên|đại\s+biểu|ứng\s+viên|nông\s+dân|bệnh\s+nhân|nạn\s+nhân))(?!\w)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"^\s*\d[\d.]*(?:,\d+)?\s*$")
_SHORT = 20  # characters of a row's head that is only the name of a sex


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of one row or column: of all, of women, of men; None where the table does not say.

    `number` is what the row is numbered with, `group` the head above its columns ("Năm 2025").
    """

    label: str
    number: str
    group: str
    total: float | None
    women: float | None
    men: float | None
    span: Span


def people(document: Document, table: Table) -> list[Counts]:
    """The rows (or columns) in which at least two of all, women and men are counted."""
    rows = cells_of(document, table)
    body = rows[table.head_rows :]
    found = [*_by_columns(document, table.heads, body), *_by_rows(document, table.heads, body)]
    return [one for one in found if sum(value is not None for value in (one.total, one.women, one.men)) > 1]


def _by_columns(
    document: Document, heads: Sequence[str], body: Sequence[Mapping[int, Span]]
) -> Iterator[Counts]:
    groups: dict[str, dict[Side, int]] = defaultdict(dict)
    for column, head in enumerate(heads):
        above, _, last = head.rpartition(" / ")
        side = side_of(last)
        if side and not SHARE.search(head):
            groups[above].setdefault(side, column)
    for above, columns in groups.items():
        for row in body:
            named = _Named(_label(document, row), words_of(document, row.get(0)), above)
            yield _counts(document, row, columns, named)


def _label(document: Document, row: Mapping[int, Span]) -> str:
    """What the row is about: its first cell that is no number, after the year where it begins with one."""
    said = [words_of(document, row[column]) for column in sorted(row)]
    year = next((words for words in said[:1] if _YEAR.fullmatch(words)), "")
    named = next((words for words in said if any(map(str.isalpha, words)) and len(words) > 2), "")
    return ", ".join(filter(None, (year, named)))


def _by_rows(
    document: Document, heads: Sequence[str], body: Sequence[Mapping[int, Span]]
) -> Iterator[Counts]:
    sides: dict[Side, Mapping[int, Span]] = {}
    for row in body:
        label = words_of(document, row.get(min(row, default=0)))
        side = side_of(label) if len(label) < _SHORT and not SHARE.search(label) else ""
        if side:
            sides.setdefault(side, row)
    columns = sorted({column for row in sides.values() for column in row})[1:]
    for column in columns:
        cells = {at: row[column] for at, (_, row) in enumerate(sides.items()) if column in row}
        named = _Named(heads[column] if column < len(heads) else "", "", "")
        yield _counts(document, cells, {side: at for at, side in enumerate(sides)}, named)


class _Named(NamedTuple):
    label: str
    number: str
    group: str


def _counts(
    document: Document, row: Mapping[int, Span], columns: Mapping[Side, int], named: _Named
) -> Counts:
    spans = [row[column] for column in columns.values() if column in row]
    values = {side: _value(document, row.get(column)) for side, column in columns.items()}
    place = Span(min((s.start for s in spans), default=0), max((s.end for s in spans), default=0))
    return Counts(*named, values.get("total"), values.get("women"), values.get("men"), place)


def side_of(head: str) -> Side:
    """Which people a head names; "" for neither, or for both sexes at once."""
    plain = _NO_SIDE.sub(" ", head)
    women, men = _WOMEN.search(plain), _MEN.search(plain)
    if women and men:
        return ""
    if women:
        return "women"
    if men:
        return "men"
    return "total" if _TOTAL.search(plain) else ""


def _value(document: Document, span: Span | None) -> float | None:
    text = words_of(document, span)
    return parse_number(text) if _NUMBER.match(text) else None
