"""The document set as such drafts are printed, with a mark on the words of each finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from lxml.etree import _Element as Element

from checker.domain import Block, Clause, Document, Finding
from checker.exporting.html.elements import Child, element
from checker.exporting.segments import by_block, levels, segments
from checker.exporting.verdicts import Decisions, verdict_on
from checker.labels import CATEGORY_LABELS, TIER_LABELS, TIER_SIGNS

_FURNITURE = ("head", "recipients", "signature")


@dataclass(frozen=True)
class _Drawing:
    """What is needed to draw any block: the findings in reading order, with the row of each underline."""

    document: Document
    findings: Sequence[Finding]
    decisions: Decisions
    rows: Sequence[int]
    touched: Mapping[int, Sequence[int]]
    clauses: Mapping[int, Clause]


def document(source: Document, findings: Sequence[Finding], decisions: Decisions) -> Element:
    """The whole text; block n has the id "b<n>", the mark of finding n the id "m<n>", counted from 1."""
    spans = [finding.span for finding in findings]
    clauses: dict[int, Clause] = {}
    for clause in source.clauses:
        clauses.setdefault(clause.block, clause)
    drawing = _Drawing(source, findings, decisions, levels(spans), by_block(source, spans), clauses)
    return element(
        "article",
        element("h2", "Văn bản", class_="offscreen"),
        *_items(drawing),
        class_="paper",
        aria_label="Văn bản có đánh dấu",
    )


def _items(drawing: _Drawing) -> Iterator[Element]:
    numbered = enumerate(drawing.document.blocks)
    for table, group in groupby(numbered, key=lambda pair: _table_of(pair[1])):
        if table is None:
            yield from (_block(drawing, index, block) for index, block in group)
        else:
            yield _table(drawing, list(group))


def _table_of(block: Block) -> int | None:
    return block.place.cell.table if block.place.cell else None


def _block(drawing: _Drawing, index: int, block: Block) -> Element:
    clause = drawing.clauses.get(index)
    names = ["block", f"kind-{clause.kind if clause else 'paragraph'}"]
    names += [f"zone-{clause.zone}"] if clause else []
    names += ["bold"] if block.bold or block.kind == "heading" else []
    names += ["centred"] if block.centred else []
    return element("p", *_words(drawing, index, block), id=f"b{index}", class_=" ".join(names))


def _words(drawing: _Drawing, index: int, block: Block) -> Iterator[Child]:
    start = drawing.document.starts[index]
    spans = [finding.span for finding in drawing.findings]
    at = start
    for text, over in segments(block.text, start, spans, drawing.touched.get(index, ())):
        marked: Child = text
        for number in reversed(over):
            marked = _mark(drawing, number, marked, first=spans[number].start == at)
        yield marked
        at += len(text)


def _mark(drawing: _Drawing, number: int, inside: Child, *, first: bool) -> Element:
    finding = drawing.findings[number]
    flag = _flag(finding, number) if first else None
    row = drawing.rows[number]
    left_out = " dismissed" if verdict_on(finding, drawing.decisions) == "dismissed" else ""
    return element("mark", flag, inside, class_=f"tier-{finding.tier}{left_out}", style=f"--row:{row}")


def _flag(finding: Finding, number: int) -> Element:
    category = CATEGORY_LABELS.get(finding.category, finding.category)
    return element(
        "a",
        f"{TIER_SIGNS[finding.tier]}{number + 1}",
        id=f"m{number + 1}",
        href=f"#n{number + 1}",
        class_="flag",
        aria_label=f"{TIER_LABELS[finding.tier]} {number + 1}, {category}",
    )


def _table(drawing: _Drawing, members: Sequence[tuple[int, Block]]) -> Element:
    """Heads and signatures are tables without rules."""
    rows: dict[int, dict[int, list[Element]]] = {}
    for index, block in members:
        if cell := block.place.cell:
            row = rows.setdefault(cell.row, {})
            row.setdefault(cell.column, []).append(_block(drawing, index, block))
    width = 1 + max(column for row in rows.values() for column in row)
    zones = [drawing.clauses[index].zone for index, _ in members if index in drawing.clauses]
    return element(
        "table",
        *(_row(rows[number], width) for number in sorted(rows)),
        class_="plain" if any(zone in _FURNITURE for zone in zones) else "ruled",
    )


def _row(cells: Mapping[int, Sequence[Element]], width: int) -> Element:
    """A row; a cell reaches as far as the next one that is there."""
    columns = sorted(cells)
    ends = [*columns[1:], width]
    first = [element("td", colspan=str(columns[0]))] if columns[0] else []
    return element(
        "tr",
        *first,
        *(
            element("td", *cells[column], colspan=str(end - column))
            for column, end in zip(columns, ends, strict=True)
        ),
    )
