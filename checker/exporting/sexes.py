"""What the tables of a document say of women and men, in words: for a terminal and beside a chart."""

from __future__ import annotations

from collections.abc import Iterator

from checker.domain import Document
from checker.exporting.terminal import heading, wrap
from checker.tables import Compared, Row, compared, shown

MOST_ROWS = 8  # of a table, before the list is cut


def render(document: Document) -> str:
    """A part of the report for a terminal; "" where no table counts both sexes."""
    tables = compared(document)
    lines = [line for table in tables for line in _lines(table)]
    return "\n".join([heading("Nữ và nam trong các bảng"), *lines]) if tables else ""


def _lines(table: Compared) -> Iterator[str]:
    yield from wrap(table.title, indent="  ")
    for row in table.rows[:MOST_ROWS]:
        yield from wrap(words(row), hanging="  ")
    if len(table.rows) > MOST_ROWS:
        yield from wrap(f"… và {len(table.rows) - MOST_ROWS} hàng nữa.")


def words(row: Row) -> str:
    """ "Xã Đông: nữ 550 (44%), nam 700 (56%)"; shares in whole per cent, which make a hundred."""
    women = round(100 * row.share)
    said = f"nữ {shown(row.women)} ({women}%), nam {shown(row.men)} ({100 - women}%)"
    return f"{row.label}: {said}" if row.label else said[:1].upper() + said[1:]
