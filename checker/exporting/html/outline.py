"""The outline of the document: its chapters and điều with the number of findings in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from lxml.etree import _Element as Element

from checker.domain import Clause, Document, Finding, Tier
from checker.exporting.html.elements import element
from checker.labels import TIER_LABELS, TIER_SIGNS

_UNITS = ("phan", "chuong", "muc", "tieu-muc", "dieu", "phu-luc")
_WITHOUT_DIEU = (*_UNITS, "roman", "arabic")
_TITLE = 110  # characters

Counts = Mapping[int, Counter[Tier]]


def outline(document: Document, findings: Sequence[Finding]) -> Element | None:
    """The list of headings, None where the document has none."""
    kinds = _UNITS if any(clause.kind == "dieu" for clause in document.clauses) else _WITHOUT_DIEU
    units = [clause for clause in document.clauses if clause.zone == "body" and clause.kind in kinds]
    if not units:
        return None
    counts = _counts(document, findings)
    entries = (_entry(document, unit, counts.get(unit.index, Counter())) for unit in units)
    head = element("summary", "Mục lục và số nhận xét")
    return element("nav", element("details", head, element("ol", *entries), open="open"), class_="outline")


def _counts(document: Document, findings: Sequence[Finding]) -> Counts:
    """How many findings of each tier stand in a clause or below it."""
    counts: dict[int, Counter[Tier]] = {}
    for finding in findings:
        at: int | None = finding.clause if document.clauses and finding.quote else None
        while at is not None:
            counts.setdefault(at, Counter())[finding.tier] += 1
            at = document.clauses[at].parent
    return counts


def _entry(document: Document, unit: Clause, counts: Counter[Tier]) -> Element:
    said = _heading(document, unit)
    title = said if len(said) <= _TITLE else f"{said[:_TITLE].rstrip()}…"
    told = [_count(tier, counts[tier]) for tier in TIER_LABELS if counts[tier]]
    names = f"unit-{unit.kind}" + ("" if told else " none")
    link = element("a", title, href=f"#b{unit.block}")
    return element("li", link, element("span", *told, class_="counts"), class_=names)


def _heading(document: Document, unit: Clause) -> str:
    """The words of the heading; those of a bare "Chương I" stand on the line below it."""
    said = " ".join(document.text[unit.span.start : unit.span.end].split())
    below = document.blocks[unit.block + 1 : unit.block + 2]
    bare = unit.label.end - unit.label.start >= len(said)
    titled = bare and below and (below[0].centred or below[0].kind == "heading")
    return f"{said}. {' '.join(below[0].text.split())}" if titled else said


def _count(tier: Tier, count: int) -> Element:
    said = f"{count} {TIER_LABELS[tier].lower()}"
    return element("span", f"{TIER_SIGNS[tier]}{count}", class_=f"tier-{tier}", title=said)
