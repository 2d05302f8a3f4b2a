"""Tables that count people -> findings: sums that do not fit, shares without a base, old figures."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from checker.domain import Document, Evidence, Finding, Table
from checker.rulebook.tables import TableRule
from checker.tables import Fault, clause_at, faults


def table_findings(document: Document, rules: Mapping[str, TableRule], *, year: int) -> Iterator[Finding]:
    """The findings on a document's tables, those of one table in reading order."""
    for table in document.tables:
        for fault in faults(document, table, year=year):
            if fault.id in rules:
                yield _finding(document, table, fault, rules[fault.id])


def _finding(document: Document, table: Table, fault: Fault, rule: TableRule) -> Finding:
    clause = clause_at(document, table, fault.span)
    quote = document.text[fault.span.start : fault.span.end]
    return Finding(
        id=hashlib.sha256("\0".join([rule.id, quote, str(table.index)]).encode()).hexdigest()[:12],
        rule=rule.id,
        category=rule.category,
        tier=rule.tier,
        quote=quote,
        span=fault.span,
        clause=clause.index,
        citation=clause.citation,
        place=document.blocks[clause.block].place,
        message=rule.message.format_map(fault.values),
        why=rule.why,
        suggestion=rule.suggest,
        legal_basis=rule.legal_basis,
        evidence=(Evidence(fault.span),),
        score=1.0,
    )
