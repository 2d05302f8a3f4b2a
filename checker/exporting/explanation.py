"""How a report came about, for a terminal: in each clause what fired, what was held down, what came near."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field

from checker.domain import Clause, Document, Finding, NearMiss, Report, Softening, Span, Suppressed, Tier
from checker.exporting.terminal import RESET, SIGNS, TIER, heading, painted, wrap
from checker.labels import CATEGORY_LABELS, TIER_LABELS, document_label

_SHOWN = 400  # characters of a clause before it is cut
_BY = {
    "old-text": "lời văn hiện hành được dẫn lại",
    "uncertain-recognition": "chữ nhận dạng chưa chắc",
    "describing-paper": "vai trò của tài liệu",
    "project file": "tệp dự án",
    "reader": "người rà soát, trong ứng dụng",
}


@dataclass
class _Told:
    """All that the check says of one clause."""

    found: list[Finding] = field(default_factory=list)
    held: list[Suppressed] = field(default_factory=list)
    near: list[NearMiss] = field(default_factory=list)


def render(report: Report, *, colour: bool, clauses: Iterable[Clause] | None = None) -> str:
    """Return the explanation of `clauses`; without them, of each clause that a rule has read words in."""
    told = _by_clause(report)
    named = told if clauses is None else [clause.index for clause in clauses]
    document = report.document
    parts = [
        _header(report),
        *("\n".join(_clause(report, document.clauses[index], told[index])) for index in sorted(named)),
        *([_footer(report)] if clauses is None else []),
    ]
    return painted("\n\n".join(parts) + "\n", colour=colour)


def _by_clause(report: Report) -> dict[int, _Told]:
    told: dict[int, _Told] = defaultdict(_Told)
    for finding in report.findings:
        told[finding.clause].found.append(finding)
    for held in report.suppressed:
        told[held.finding.clause].held.append(held)
    if report.trace:
        for miss in report.trace.near:
            told[miss.clause].near.append(miss)
    return told


def _header(report: Report) -> str:
    near = len(report.trace.near) if report.trace else 0
    counts = f"{len(report.findings)} nhận xét, {len(report.suppressed)} chỗ giữ lại, {near} chỗ suýt nêu"
    return "\n".join(
        [heading(report.document.name), *wrap(document_label(report.document), indent=""), counts]
    )


def _footer(report: Report) -> str:
    silent = len(report.trace.not_judged) if report.trace else 0
    return "\n".join(
        wrap(
            f"{silent} đoạn không xét: phần mở đầu, căn cứ, nơi nhận, phần ký, tên điều, chương. "
            "Xem riêng một điều khoản: thêm --at và cách viện dẫn hoặc số dòng (đoạn).",
            indent="",
        )
    )


def _clause(report: Report, clause: Clause, told: _Told) -> Iterator[str]:
    document = report.document
    yield heading(f"{clause.citation or 'Không số'} ({_line(clause, document)})")
    text = " ".join(document.text[clause.span.start : clause.span.end].split())
    yield from wrap(f"“{text if len(text) <= _SHOWN else text[:_SHOWN].rstrip() + ' …'}”", indent="  ")
    for finding in told.found:
        yield from _found(finding, clause, document)
    for held in told.held:
        yield from _held(held, clause, document, {finding.rule for finding in told.found})
    for miss in told.near:
        yield from _near(miss, clause, document)
    if not (told.found or told.held or told.near):
        passed = report.trace.not_judged.get(clause.index) if report.trace else None
        yield from wrap(passed or "Đã xét; không quy tắc nào có đủ từ để nêu.", indent="  ")


def _line(clause: Clause, document: Document) -> str:
    word = "dòng" if document.name.lower().endswith(".txt") else "đoạn thứ"
    return f"{word} {document.blocks[clause.block].place.number}"


def _found(finding: Finding, clause: Clause, document: Document) -> Iterator[str]:
    yield f"  {TIER[finding.tier]}{SIGNS[finding.tier]} Có nhận xét: {TIER_LABELS[finding.tier]}{RESET}"
    yield from _rule(finding.rule, finding.category)
    yield from wrap(f"Từ khớp: {_words(_triggers(finding), clause, document)}", hanging="  ")
    for one in finding.softened:
        yield from wrap(_softened(one, finding.tier, document), hanging="  ")
    yield from wrap(f"Nhận xét: {finding.message}", hanging="  ")


def _held(held: Suppressed, clause: Clause, document: Document, speaking: Container[str]) -> Iterator[str]:
    finding = held.finding
    yield "  ◌ Giữ lại, không nêu"
    yield from _rule(finding.rule, finding.category)
    yield from wrap(f"Từ khớp: {_words(_triggers(finding), clause, document)}", hanging="  ")
    cues = [one.span for one in finding.evidence if one.role == "context"]
    if cues:
        by = f"{_by(held)}, vì có {_words(cues, clause, document)}"
    else:
        by = f"nhận xét đã nêu của quy tắc {held.by}" if held.by in speaking else _by(held)
    yield from wrap(f"Giữ lại bởi: {by}", hanging="  ")
    yield from wrap(f"Lý do: {held.reason}", hanging="  ")


def _near(miss: NearMiss, clause: Clause, document: Document) -> Iterator[str]:
    yield "  · Suýt nêu"
    yield from _rule(miss.rule, miss.category)
    yield from wrap(f"Từ khớp: {_words(miss.spans, clause, document)}", hanging="  ")
    cues = f" Cụm quyết định: {_words(miss.cues, clause, document)}." if miss.cues else ""
    yield from wrap(f"Không nêu vì: {miss.reason}{cues}", hanging="  ")


def _rule(rule: str, category: str) -> list[str]:
    return wrap(f"Quy tắc: {rule} ({CATEGORY_LABELS.get(category, category)})", hanging="  ")


def _by(held: Suppressed) -> str:
    if held.by == held.finding.rule:
        return "chính quy tắc này"
    return _BY.get(held.by, held.by)


def _softened(one: Softening, tier: Tier, document: Document) -> str:
    effect = f"hạ xuống {TIER_LABELS[tier].lower()}" if one.lowered else "thêm lưu ý"
    return f"Bối cảnh: {one.by}, vì có “{document.text[one.cue.start : one.cue.end]}”: {effect}. {one.reason}"


def _triggers(finding: Finding) -> list[Span]:
    return [one.span for one in finding.evidence if one.role == "trigger"]


def _words(spans: Iterable[Span], clause: Clause, document: Document) -> str:
    """Return the quoted words, each that stands outside the clause with the place where it stands."""
    return ", ".join(f"“{_quote(span, document)}”{_elsewhere(span, clause, document)}" for span in spans)


def _quote(span: Span, document: Document) -> str:
    return " ".join(document.text[span.start : span.end].split())


def _elsewhere(span: Span, clause: Clause, document: Document) -> str:
    if clause.span.start <= span.start < clause.span.end:
        return ""
    home = next((one for one in document.clauses if one.span.start <= span.start < one.span.end), None)
    return f" ({home.citation or 'nơi khác'}, {_line(home, document)})" if home else ""
