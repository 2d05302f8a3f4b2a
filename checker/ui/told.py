"""What is said of a finding apart from its document: tier, reason, legal basis; and how many there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.domain import Finding, LegalBasis, Tier
from checker.labels import CATEGORY_LABELS, STATUS_LABELS, TIER_LABELS

Plain = dict[str, object]

TIER_SIGNS: Mapping[Tier, str] = {"must": "■", "should": "▲", "consider": "●", "credit": "✓"}


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


def where(finding: Finding) -> str:
    """The place as a lawyer names it, with the page where there is one."""
    named = finding.citation or ("Toàn văn bản" if not finding.quote else f"đoạn {finding.place.number}")
    return f"{named}, trang {finding.place.page}" if finding.place.page and finding.quote else named


def basis(source: LegalBasis) -> Plain:
    """One provision, with a caution unless its text was compared with the official one."""
    return {
        "name": f"{source.article} {source.law}".strip(),
        "summary": source.summary,
        "caution": "" if source.status == "verified" else STATUS_LABELS[source.status],
    }


def headline(findings: Sequence[Finding]) -> str:
    """One sentence with the number of findings by tier."""
    counts = {tier: sum(finding.tier == tier for finding in findings) for tier in TIER_LABELS}
    good = counts.pop("credit")
    named = [f"{count} {TIER_LABELS[tier].lower()}" for tier, count in counts.items() if count]
    said = f"Có {sum(counts.values())} chỗ nên xem xét: {', '.join(named)}" if named else ""
    praise = f"{good} điểm tốt về lồng ghép giới" if good else ""
    if not said:
        return f"Chưa thấy chỗ nào cần xem xét; có {praise}." if praise else "Chưa thấy chỗ nào cần xem xét."
    return f"{said}; và {praise}." if praise else f"{said}."
