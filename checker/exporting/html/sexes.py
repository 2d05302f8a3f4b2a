"""Women and men in the tables of the document: a bar a row, with its figures in words."""

from __future__ import annotations

from lxml.etree import _Element as Element

from checker.domain import Document
from checker.exporting.html.elements import element
from checker.exporting.sexes import MOST_ROWS, words
from checker.tables import Compared, Row, compared

_WIDTH, _ROW = 240, 14


def sexes(document: Document) -> Element | None:
    """The section, a table after the other; None where no table counts both sexes."""
    tables = compared(document)
    if not tables:
        return None
    legend = element("p", "Phần đậm: nữ; phần nhạt: nam.", class_="legends")
    head = element("h2", "Nữ và nam trong các bảng")
    return element("section", head, legend, *(_table(table) for table in tables), class_="sexes")


def _table(table: Compared) -> Element:
    rows = [element("li", _bar(row), f" {words(row)}") for row in table.rows[:MOST_ROWS]]
    left = len(table.rows) - MOST_ROWS
    more = element("li", f"… và {left} hàng nữa.") if left > 0 else None
    return element("div", element("h3", table.title), element("ul", *rows, more))


def _bar(row: Row) -> Element:
    """The share of women, then that of men; the words beside it say the same."""
    women = round(_WIDTH * row.share)
    size = {"y": "1", "height": str(_ROW - 2)}
    return element(
        "svg",
        element("rect", x="0", width=str(women), class_="women", **size),
        element("rect", x=str(women), width=str(_WIDTH - women), class_="men", **size),
        viewBox=f"0 0 {_WIDTH} {_ROW}",
        aria_hidden="true",
    )
