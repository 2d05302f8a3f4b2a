"""An answer that falls short in a paper of its own -> a finding, placed where the content should stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.assessing.sources import Source
from checker.domain import ChecklistItem, Clause, Finding, Span
from checker.findings import Remark, finding_at
from checker.rulebook.checklist import Criterion

_LONGEST_QUOTE = 200


def shortfalls(source: Source, answered: Iterable[tuple[Criterion, ChecklistItem]]) -> Iterator[Finding]:
    """A finding for each criterion whose answer in `source` is no or partly and that makes one of it."""
    for criterion, item in answered:
        if criterion.shortfall is not None and item.answer in ("no", "partly"):
            yield _finding(source, criterion, item)


def _finding(source: Source, criterion: Criterion, item: ChecklistItem) -> Finding:
    shortfall = criterion.shortfall
    assert shortfall is not None
    remark = Remark(
        rule=criterion.rule,
        category=shortfall.category,
        tier=shortfall.tier if item.answer == "no" else "consider",
        message=f"{shortfall.message} {item.reason}".strip(),
        why=shortfall.why,
        suggestion=shortfall.suggest,
        known_by=(source.role,),
        legal_basis=criterion.legal_basis,
        score=1.0 if item.answer == "no" else 0.8,
    )
    clause = _where(source)
    start = clause.span.start
    return finding_at(
        remark, source.passage(clause, Span(start, min(clause.span.end, start + _LONGEST_QUOTE)))
    )


def _where(source: Source) -> Clause:
    """The head of the part on gender; without one the title, else the first clause of the body."""
    return source.document.clauses[min(source.gender)] if source.gender else source.titled()
