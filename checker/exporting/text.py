"""The report for a terminal: plain Vietnamese text of 80 columns, grouped by place in document order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from checker.domain import Document, Finding, LegalBasis, Report, Span
from checker.exporting import sexes
from checker.exporting.terminal import CLOSE, OPEN, RESET, SIGNS, TIER, heading, painted, wrap
from checker.labels import CATEGORY_LABELS, STATUS_LABELS, TIER_LABELS, document_label

CONTEXT = 70  # characters shown on either side of the quoted words


def render(report: Report, *, colour: bool) -> str:
    """Return the report as text that ends in a line feed; ANSI colours only with `colour`."""
    parts = [_header(report), *_places(report), sexes.render(report.document), _footer(report)]
    laid_out = "\n\n".join(part for part in parts if part) + "\n"
    return painted(laid_out, colour=colour)


def _header(report: Report) -> str:
    document = report.document
    described = ": ".join(part for part in (document_label(document), document.title) if part)
    lines = [heading(document.name), *wrap(described, indent="")]
    return "\n".join([*lines, _counts(report)])


def _counts(report: Report) -> str:
    tiers = [finding.tier for finding in report.findings]
    counted = [f"{tiers.count(tier)} {label.lower()}" for tier, label in TIER_LABELS.items() if tier in tiers]
    return ", ".join(counted) if counted else "Không có nhận xét nào."


def _footer(report: Report) -> str:
    lines = [line for note in report.notes for line in wrap(f"Lưu ý: {note}", indent="")]
    if report.suppressed:
        count = len(report.suppressed)
        lines += wrap(f"Đã xem xét và bỏ qua {count} chỗ có lý do; xem từng chỗ với --explain.", indent="")
    return "\n".join(lines)


def _places(report: Report) -> Iterator[str]:
    ordered = sorted(report.findings, key=lambda finding: finding.span)
    for place, group in groupby(ordered, key=_place):
        yield "\n".join([heading(place), *(_entry(finding, report.document) for finding in group)])


def _place(finding: Finding) -> str:
    page = "" if finding.place.page is None else f", trang {finding.place.page}"
    return (finding.citation or f"Đoạn {finding.place.number}") + page


def _entry(finding: Finding, document: Document) -> str:
    tier, category = TIER_LABELS[finding.tier], CATEGORY_LABELS.get(finding.category, finding.category)
    lines = [
        f"  {TIER[finding.tier]}{SIGNS[finding.tier]} {tier}: {category}{RESET}",
        *wrap(f"“{_context(finding, document)}”"),
        *wrap(finding.message),
        *wrap(f"Vì sao: {finding.why}"),
        *wrap(grounds(finding.legal_basis)),
        *wrap(f"Gợi ý: {finding.suggestion}" if finding.suggestion else ""),
        *wrap(f"Có thể viết: “{finding.redraft}”" if finding.redraft else ""),
    ]
    return "\n".join(lines)


def grounds(bases: Sequence[LegalBasis]) -> str:
    """Return the legal basis in one sentence: provisions of a law together, status where not verified."""
    named = []
    for (law, status), group in groupby(bases, key=lambda basis: (basis.law, basis.status)):
        doubt = "" if status == "verified" else f" ({STATUS_LABELS[status]})"
        named.append(f"{', '.join(basis.article for basis in group)} {law}{doubt}".strip())
    return f"Căn cứ: {'; '.join(named)}" if named else ""


def _context(finding: Finding, document: Document) -> str:
    """Return the words around the finding, cut at spaces, with its triggers marked."""
    clause = document.clauses[finding.clause].span if document.clauses else Span(0, len(document.text))
    whole = _cut(document.text, _around(finding.span, clause), clause)
    marked = _mark(document.text, whole, _marks(finding))
    before = "… " if whole.start > clause.start else ""
    after = " …" if whole.end < clause.end else ""
    return before + marked.replace("\n", " ") + after


def _around(span: Span, clause: Span) -> Span:
    low, high = min(clause.start, span.start), max(clause.end, span.end)
    return Span(max(low, span.start - CONTEXT), min(high, span.end + CONTEXT))


def _cut(text: str, span: Span, clause: Span) -> Span:
    """Return the span shortened to whole words where it was cut inside the clause."""
    start, end = span.start, span.end
    if start > clause.start:
        start = text.find(" ", start, end) + 1 or start
    if end < clause.end:
        end = max(text.rfind(" ", start, end), start + 1)
    return Span(start, end)


def _marks(finding: Finding) -> list[Span]:
    """Return the triggers inside the quote, overlapping ones as one; the whole quote where there is none."""
    triggers = sorted(evidence.span for evidence in finding.evidence if evidence.role == "trigger")
    marks: list[Span] = []
    for span in triggers:
        if span.start < finding.span.start or span.end > finding.span.end:
            continue  # it stands in a heading above
        if marks and span.start < marks[-1].end:
            last = marks.pop()
            span = Span(last.start, max(span.end, last.end))
        marks.append(span)
    return marks or [finding.span]


def _mark(text: str, whole: Span, marks: list[Span]) -> str:
    pieces, at = [], whole.start
    for mark in marks:
        pieces += [text[at : mark.start], OPEN, text[mark.start : mark.end], CLOSE]
        at = mark.end
    return "".join([*pieces, text[at : whole.end]])
