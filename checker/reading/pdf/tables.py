"""Rows of table cells brought in order, and tables that go on over the end of a page made one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.domain import Cell
from checker.reading.pdf.rows import Row

_SAME_EDGE = 4.0  # points


def by_cell(rows: Sequence[Row]) -> list[Row]:
    """The rows of a page, each table whole where its first row is, cell by cell."""
    ordered: list[Row] = []
    placed: set[int] = set()
    for row in rows:
        if row.cell is None:
            ordered.append(row)
        elif row.cell.table not in placed:
            placed.add(row.cell.table)
            ordered += sorted(_rows_in(rows, row.cell.table), key=_row_and_column)
    return ordered


def _rows_in(rows: Sequence[Row], table: int) -> list[Row]:
    return [row for row in rows if row.cell and row.cell.table == table]


def _row_and_column(row: Row) -> tuple[int, int]:
    return (row.cell.row, row.cell.column) if row.cell else (0, 0)


def numbered(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """The same pages, their tables counted through the file; one that goes on keeps its number."""
    result: list[list[Row]] = []
    count = 0  # tables so far
    for rows in pages:
        first = rows[0].cell.table if rows and rows[0].cell else None
        last = result[-1] if result else []
        goes_on = first is not None and _goes_on(last, _rows_in(rows, first))
        offset = count - 1 if goes_on else count
        below = last[-1].cell.row + 1 if goes_on and last[-1].cell else 0
        result.append(
            [_moved(row, offset, below if row.cell and row.cell.table == first else 0) for row in rows]
        )
        tables = {row.cell.table for row in result[-1] if row.cell}
        count = max(tables, default=count - 1) + 1
    return result


def _moved(row: Row, tables: int, rows: int) -> Row:
    if row.cell is None:
        return row
    return replace(row, cell=Cell(row.cell.table + tables, row.cell.row + rows, row.cell.column))


def _goes_on(before: Sequence[Row], after: Sequence[Row]) -> bool:
    """True when the page before ends with a table of the same columns."""
    if not before or before[-1].cell is None:
        return False
    ending = _edges(_rows_in(before, before[-1].cell.table))
    beginning = _edges(after)
    shared = ending.keys() & beginning.keys()
    return max(ending) == max(beginning) and all(
        abs(ending[column] - beginning[column]) < _SAME_EDGE for column in shared
    )


def _edges(rows: Sequence[Row]) -> dict[int, float]:
    """The left edge of each column."""
    return {row.cell.column: row.frame[0] for row in rows if row.cell and row.frame}
