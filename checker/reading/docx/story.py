"""The main text of a Word file: its paragraphs in reading order and what of them is not shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from checker.domain import Cell
from checker.errors import UnreadableFile
from checker.reading.docx.markup import (
    attribute,
    child,
    descendants,
    integer,
    local,
    unwrapped,
)
from checker.reading.docx.package import NOT_WORD, Package, parse, related_root
from checker.reading.docx.styles import Styles, load_styles, paragraph_styles, run_switch

_TEXT = ("t", "tab", "br", "cr", "sym", "noBreakHyphen", "ptab")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A w:p and the table cell it stands in, if any."""

    element: Element
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """The document part: `root` to write back, `paragraphs` in reading order, `hidden` text elements."""

    root: Element
    styles: Styles
    paragraphs: tuple[Paragraph, ...]
    hidden: frozenset[Element]


def read_story(package: Package) -> Story:
    """The main text of the package; raises UnreadableFile where the document part is none."""
    root = parse(package.data[package.main])
    body = child(root, "body")
    if local(root) != "document" or body is None:
        raise UnreadableFile(NOT_WORD)
    styles = load_styles(related_root(package, "styles"))
    hidden = frozenset(_field_codes(body)) | frozenset(_vanished(body, styles))
    return Story(root, styles, tuple(_Walk().paragraphs(body, None)), hidden)


@dataclass(slots=True)
class _Walk:
    """Walks blocks and tables; counts the tables, nested ones included, in the order in which they begin."""

    tables: int = field(default=0)

    def paragraphs(self, container: Element, cell: Cell | None) -> Iterator[Paragraph]:
        for block in unwrapped(container):
            name = local(block)
            if name == "p":
                yield Paragraph(block, cell)
            elif name == "tbl":
                yield from self._table(block)

    def _table(self, table: Element) -> Iterator[Paragraph]:
        number, self.tables = self.tables, self.tables + 1
        rows = [row for row in unwrapped(table) if local(row) == "tr" and child(row, "trPr", "del") is None]
        for index, row in enumerate(rows):
            column = integer(row, "trPr", "gridBefore") or 0
            for inner in unwrapped(row):
                if local(inner) == "tc":
                    yield from self.paragraphs(inner, Cell(number, index, column))
                    column += max(integer(inner, "tcPr", "gridSpan") or 1, 1)


@dataclass(slots=True)
class _Field:
    """An open field: the text elements of its code, then (`result`) those that show."""

    code: list[Element] = field(default_factory=list)
    result: bool = False


def _field_codes(body: Element) -> Iterator[Element]:
    """The text elements inside field codes; a field that never ends is no field, its text stays."""
    fields: list[_Field] = []
    for element in descendants(body, "fldChar", *_TEXT):
        if local(element) != "fldChar":
            code = next((each.code for each in reversed(fields) if not each.result), None)
            if code is not None:
                code.append(element)
        elif attribute(element, "fldCharType") == "begin":
            fields.append(_Field())
        elif fields and attribute(element, "fldCharType") == "separate":
            fields[-1].result = True
        elif fields:
            yield from fields.pop().code


def _vanished(body: Element, styles: Styles) -> Iterator[Element]:
    """The text elements of runs formatted as hidden."""
    by_style = any(child(style.run, "vanish") is not None for style in styles.by_id.values())
    if not by_style and next(descendants(body, "vanish"), None) is None:
        return
    for paragraph in descendants(body, "p"):
        chain = paragraph_styles(styles, paragraph)
        for run in unwrapped(paragraph):
            if local(run) == "r" and run_switch(styles, chain, run, "vanish"):
                yield from descendants(run, *_TEXT)
