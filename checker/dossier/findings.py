"""A finding about a dossier: a place in one of its papers, or no place where a paper is not there."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from checker.domain import (
    DossierFinding,
    Evidence,
    Finding,
    LegalBasis,
    Passage,
    Place,
    Span,
    Tier,
)


def finding(
    rule: str,
    category: str,
    tier: Tier,
    message: str,
    *,
    why: str,
    suggestion: str | None,
    legal_basis: Sequence[LegalBasis] = (),
    at: Passage | None = None,
    papers: Sequence[str] = (),
) -> DossierFinding:
    """The finding placed `at` a passage, its paper first in `papers`; without one its quote is empty."""
    span = at.span if at else Span(0, 0)
    quote = at.quote if at else ""
    named = tuple(dict.fromkeys([*([at.file] if at else []), *papers]))
    return DossierFinding(
        Finding(
            id=hashlib.sha256("\0".join([rule, quote, message]).encode()).hexdigest()[:12],
            rule=rule,
            category=category,
            tier=tier,
            quote=quote,
            span=span,
            clause=0,
            citation=at.citation if at else "",
            place=at.place if at else Place(1),
            message=message,
            why=why,
            suggestion=suggestion,
            legal_basis=tuple(legal_basis),
            evidence=(Evidence(span),) if at else (),
            score=1.0,
        ),
        named,
    )
