"""Paragraphs in reading order: tables cell by cell, paragraphs joined where a change took their mark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from checker.domain import Cell, Part, View
from checker.reading.docx.markup import child, descendants, integer, is_gone, local, unwrapped


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as the view shows it: mostly one w:p, several where their marks are not in the view.

    `properties` is the w:pPr that it has. `anchor` is the reference or drawing in a run of the body on
    which a comment on it must stand, None for the body itself: Word takes no comments elsewhere.
    """

    elements: tuple[Element, ...]
    properties: Element | None
    cell: Cell | None = None
    part: Part = "body"
    anchor: Element | None = None


@dataclass(slots=True)
class Walk:
    """Walks blocks and tables; counts the tables, nested ones included, in the order in which they begin."""

    view: View
    tables: int = field(default=0)

    def paragraphs(
        self, container: Element, *, part: Part = "body", anchor: Element | None = None
    ) -> Iterator[Paragraph]:
        """The paragraphs of a body, a note, a header, a text box."""
        for elements, cell in self._blocks(container, None):
            yield Paragraph(elements, _properties(elements, self.view), cell, part, anchor)

    def _blocks(
        self, container: Element, cell: Cell | None
    ) -> Iterator[tuple[tuple[Element, ...], Cell | None]]:
        joined: list[Element] = []
        for block in unwrapped(container, self.view):
            name = local(block)
            if name == "p":
                joined.append(block)
                if not is_gone(child(block, "pPr", "rPr"), self.view):
                    yield tuple(joined), cell
                    joined = []
            elif name == "tbl":
                if joined:
                    yield tuple(joined), cell
                    joined = []
                yield from self._table(block)
        if joined:
            yield tuple(joined), cell

    def _table(self, table: Element) -> Iterator[tuple[tuple[Element, ...], Cell | None]]:
        number, self.tables = self.tables, self.tables + 1
        rows = [row for row in unwrapped(table, self.view) if local(row) == "tr"]
        rows = [row for row in rows if not is_gone(child(row, "trPr"), self.view)]
        for index, row in enumerate(rows):
            column = integer(row, "trPr", "gridBefore") or 0
            for inner in unwrapped(row, self.view):
                if local(inner) == "tc":
                    if not is_gone(child(inner, "tcPr"), self.view):
                        yield from self._blocks(inner, Cell(number, index, column))
                    column += max(integer(inner, "tcPr", "gridSpan") or 1, 1)


def _properties(elements: tuple[Element, ...], view: View) -> Element | None:
    """The w:pPr of joined paragraphs: Word keeps that of the first that has text in the view."""
    kept = elements[-1]
    if len(elements) > 1:
        kept = next((each for each in elements if _has_text(each, view)), kept)
    properties = child(kept, "pPr")
    before = child(properties, "pPrChange", "pPr") if view == "original" else None
    return properties if before is None else before


def _has_text(element: Element, view: View) -> bool:
    runs = (run for run in unwrapped(element, view) if local(run) == "r")
    return any(text.text for run in runs for text in descendants(run, "t", "delText"))
