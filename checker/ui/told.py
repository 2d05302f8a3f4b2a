"""What is said of a finding apart from its document: tier, reason, legal basis."""

from __future__ import annotations

from checker.domain import Finding, LegalBasis
from checker.exporting.wording import caution, provision, where
from checker.labels import CATEGORY_LABELS, TIER_LABELS, TIER_SIGNS

Plain = dict[str, object]


def told(finding: Finding) -> Plain:
    """JSON-ready values of one finding."""
    return {
        "tier": finding.tier,
        "tierLabel": TIER_LABELS[finding.tier],
        "sign": TIER_SIGNS[finding.tier],
        "category": finding.category,
        "categoryLabel": CATEGORY_LABELS.get(finding.category, finding.category),
        "citation": where(finding),
        "quote": finding.quote,
        "message": finding.message,
        "why": finding.why,
        "basis": [basis(source) for source in finding.legal_basis],
        "suggestion": finding.suggestion,
        "redraft": finding.redraft,
    }


def basis(source: LegalBasis) -> Plain:
    """One provision, with a caution unless its text was compared with the official one."""
    return {
        "name": provision(source),
        "summary": source.summary,
        "caution": caution(source),
    }
