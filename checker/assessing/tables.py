"""Tables that count people -> findings: sums that do not fit, shares without a base, old figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.domain import Document, Finding, Table
from checker.findings import Remark, finding_at, passage_of
from checker.rulebook.tables import TableRule
from checker.tables import Fault, clause_at, faults


def table_findings(document: Document, rules: Mapping[str, TableRule], *, year: int) -> Iterator[Finding]:
    """The findings on a document's tables, those of one table in reading order."""
    for table in document.tables:
        for fault in faults(document, table, year=year):
            if fault.id in rules:
                yield _finding(document, table, fault, rules[fault.id])


def _finding(document: Document, table: Table, fault: Fault, rule: TableRule) -> Finding:
    at = passage_of(document, clause_at(document, table, fault.span), fault.span)
    remark = Remark(
        rule=rule.id,
        category=rule.category,
        tier=rule.tier,
        message=rule.message.format_map(fault.values),
        why=rule.why,
        suggestion=rule.suggest,
        known_by=(at.quote, str(table.index)),
        legal_basis=rule.legal_basis,
    )
    return finding_at(remark, at)
