"""A report as the plain dictionary that the viewer component draws: no HTML, only text and indexes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from itertools import groupby

from checker.domain import Block, Clause, Document, Finding, Report, Suppressed
from checker.exporting.segments import block_at, by_block, levels, order, segments
from checker.exporting.sexes import MOST_ROWS, words
from checker.exporting.wording import where
from checker.labels import CATEGORY_LABELS, ROLE_LABELS, TIER_LABELS, TIER_SIGNS, VERDICT_LABELS
from checker.tables import Compared, compared
from checker.ui.checklist import checklist
from checker.ui.outline import outline
from checker.ui.told import Plain, told

FURNITURE_ZONES = ("head", "recipients", "signature")


def view(report: Report) -> Plain:
    """JSON-ready values: items to draw, findings in reading order, those held down, notes."""
    findings = order(report.findings)
    return {
        "id": identity(report),
        "items": items(report.document, findings),
        "outline": outline(report.document, findings),
        "findings": [card(report, *numbered) for numbered in enumerate(findings)],
        "levels": levels([finding.span for finding in findings]),
        "suppressed": held_down(report.document, report.suppressed),
        "checklist": checklist(report.checklist, report.questions, {report.document.name: report.document}),
        "tables": [sexes(report.document, table) for table in compared(report.document)],
        "notes": list(dict.fromkeys((*read_as(report), *report.notes, *report.document.notes))),
        "tiers": [
            {"key": tier, "label": label, "sign": TIER_SIGNS[tier]} for tier, label in TIER_LABELS.items()
        ],
        "verdicts": [{"key": verdict, "label": label} for verdict, label in VERDICT_LABELS.items()],
        "categories": [{"key": key, "label": label} for key, label in CATEGORY_LABELS.items()],
    }


def read_as(report: Report) -> list[str]:
    """A note where the document was not taken for a draft, for then other questions are put to it."""
    return [] if report.role == "du-thao" else [f"Tài liệu được xét như: {ROLE_LABELS[report.role]}."]


def identity(report: Report) -> str:
    """A short digest: the same text with the same findings keeps its place and filters on the page."""
    parts = [report.document.name, report.document.text, *(finding.id for finding in report.findings)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def items(document: Document, findings: Sequence[Finding]) -> list[Plain]:
    """Paragraphs and tables in reading order; every block stands in exactly one of them."""
    spans = [finding.span for finding in findings]
    touched = by_block(document, spans)
    clauses = first_clauses(document.clauses)
    drawn = [
        paragraph(index, block, clauses.get(index))
        | {"segments": segments(block.text, document.starts[index], spans, touched.get(index, ()))}
        for index, block in enumerate(document.blocks)
    ]
    found: list[Plain] = []
    for table_number, group in groupby(zip(document.blocks, drawn, strict=True), key=table_of):
        members = list(group)
        found.extend([item for _, item in members] if table_number is None else [table(members)])
    return found


def first_clauses(clauses: Iterable[Clause]) -> dict[int, Clause]:
    """The clause that names each block: the first one that stands in it."""
    named: dict[int, Clause] = {}
    for clause in clauses:
        named.setdefault(clause.block, clause)
    return named


def paragraph(index: int, block: Block, clause: Clause | None) -> Plain:
    """How one block is set: its role in the text, its weight and place on the line, its page."""
    return {
        "block": index,
        "kind": clause.kind if clause else "paragraph",
        "zone": clause.zone if clause else "body",
        "bold": block.bold or block.kind == "heading",
        "centred": block.centred,
        "page": block.place.page,
    }


def table_of(pair: tuple[Block, Plain]) -> int | None:
    """The table a block stands in, None outside tables."""
    cell = pair[0].place.cell
    return cell.table if cell else None


def table(members: Sequence[tuple[Block, Plain]]) -> Plain:
    """Rows of cells, each with its column and paragraphs. Heads and signatures are tables without rules."""
    rows: dict[int, dict[int, list[Plain]]] = {}
    for block, item in members:
        if cell := block.place.cell:
            rows.setdefault(cell.row, {}).setdefault(cell.column, []).append(item)
    return {
        "plain": any(item["zone"] in FURNITURE_ZONES for _, item in members),
        "columns": 1 + max(column for row in rows.values() for column in row),
        "page": members[0][0].place.page,
        "rows": [
            [{"column": column, "items": row[column]} for column in sorted(row)]
            for _, row in sorted(rows.items())
        ],
    }


def card(report: Report, index: int, finding: Finding) -> Plain:
    """What the card of one finding says; `number` is printed on the mark and on the card."""
    return told(finding) | {
        "number": index + 1,
        "id": finding.id,
        "rule": finding.rule,
        "clause": clause_text(report.document, finding),
        "context": context(report.document, finding),
        "block": block_at(report.document, finding.span.start),
    }


def sexes(document: Document, table: Compared) -> Plain:
    """A table in which women and men are counted: words and women's share a row, the block to scroll to."""
    rows = [{"words": words(row), "share": row.share} for row in table.rows]
    return {
        "title": table.title,
        "block": block_at(document, table.span.start),
        "rows": rows[:MOST_ROWS],
        "more": max(0, len(rows) - MOST_ROWS),
    }


def clause_text(document: Document, finding: Finding) -> str:
    """The clause that the finding stands in: what a reviewer starts from who writes another wording."""
    if not document.clauses:
        return finding.quote
    span = document.clauses[finding.clause].span
    return document.text[span.start : span.end]


def context(document: Document, finding: Finding) -> list[str]:
    """The words that were weighed with the quote and are not in it."""
    quote = finding.span
    weighed = [
        one.span
        for one in finding.evidence
        if one.role == "context" and not (quote.start <= one.span.start and one.span.end <= quote.end)
    ]
    return list(dict.fromkeys(document.text[span.start : span.end] for span in weighed))


def held_down(document: Document, suppressed: Sequence[Suppressed]) -> list[Plain]:
    """The places that were weighed and not raised, under the reason they share; each place once."""
    reasons: dict[str, dict[tuple[str, str], Plain]] = {}
    for one in suppressed:
        place = held_place(document, one.finding)
        reasons.setdefault(one.reason, {}).setdefault((where(one.finding), one.finding.quote), place)
    return [{"reason": reason, "places": list(places.values())} for reason, places in reasons.items()]


def held_place(document: Document, finding: Finding) -> Plain:
    """Where a finding that is not raised would have stood."""
    return {
        "citation": where(finding),
        "quote": finding.quote,
        "categoryLabel": CATEGORY_LABELS.get(finding.category, finding.category),
        "block": block_at(document, finding.span.start),
    }
