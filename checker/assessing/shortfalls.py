"""An answer that falls short in a paper of its own -> a finding, placed where the content should stand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from checker.assessing.sources import Source
from checker.domain import ChecklistItem, Clause, Evidence, Finding, Span
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
    document = source.document
    clause = _where(source)
    span = Span(clause.span.start, min(clause.span.end, clause.span.start + _LONGEST_QUOTE))
    return Finding(
        id=hashlib.sha256(f"{document.name}\0{criterion.id}".encode()).hexdigest()[:12],
        rule=f"checklist-{criterion.id}",
        category=shortfall.category,
        tier=shortfall.tier,
        quote=document.text[span.start : span.end],
        span=span,
        clause=clause.index,
        citation=clause.citation,
        place=document.blocks[clause.block].place,
        message=f"{shortfall.message} {item.reason}".strip(),
        why=shortfall.why,
        suggestion=shortfall.suggest,
        legal_basis=criterion.legal_basis,
        evidence=(Evidence(span),),
        score=1.0 if item.answer == "no" else 0.8,
    )


def _where(source: Source) -> Clause:
    """The head of the part on gender; without one the title, else the first clause of the body."""
    document = source.document
    if source.gender:
        return document.clauses[min(source.gender)]
    titled = (
        clause
        for clause in document.clauses
        if document.title and document.title[:40] in document.text[clause.span.start : clause.span.end]
    )
    body = (clause for clause in document.clauses if clause.zone == "body")
    return next(titled, None) or next(body, document.clauses[0])
