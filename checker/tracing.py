"""What a check passes over, in words: clauses that no rule reads, and rules that came near.

The engine tells each match that it turns down (`checker.matching.Missed`); nothing is matched here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from checker.domain import Clause, Document, Finding, MissCause, NearMiss, Report, Scope, Suppressed, Trace
from checker.labels import DOCUMENT_LABELS
from checker.matching import Miss
from checker.rulebook.phrases import Phrase
from checker.rulebook.rules import CompiledRule
from checker.rulebook.wording import wording
from checker.structure import children

_NOT_ENACTED = {"header": "đầu trang", "footer": "chân trang", "comment": "ghi chú của Word"}
_ZONES = {
    "head": "phần mở đầu văn bản",
    "preamble": "phần căn cứ ban hành, trừ văn bản, cơ quan được dẫn",
    "recipients": "nơi nhận, trừ văn bản, cơ quan được dẫn",
    "signature": "phần ký",
}
_TITLES = ("phan", "chuong", "muc", "tieu-muc", "phu-luc")
_SCOPES: dict[Scope, str] = {
    "sentence": "câu này",
    "clause": "điều khoản này (kể cả câu dẫn, tên điều)",
    "dieu": "cả Điều (hoặc mục) này",
    "table": "bảng này",
    "document": "cả văn bản",
}
_NAMED = 6  # phrases told before the list is cut


def not_judged(document: Document, clause: Clause) -> str:
    """Why no rule reads the clause, "" where rules do: only what the drafter enacts is judged, not titles."""
    part = document.blocks[clause.block].place.part
    if part in _NOT_ENACTED:
        return f"Không xét {_NOT_ENACTED[part]}."
    if clause.zone != "body":
        return f"Không xét {_ZONES[clause.zone]}."
    text = document.text[clause.label.end : clause.span.end].strip()
    if clause.kind in _TITLES or text.isupper() or _heads(document, clause, text):
        return "Không xét tên điều, chương, mục; tên được đọc cùng các điều khoản bên dưới."
    return ""


def _heads(document: Document, clause: Clause, text: str) -> bool:
    """Whether the clause is the title of a Điều that has clauses of its own."""
    return clause.kind == "dieu" and text[-1:] not in (".", ":", ";") and bool(children(document, clause))


def trace_of(
    misses: Iterable[Miss], found: Iterable[Finding], held: Iterable[Suppressed], unread: Mapping[int, str]
) -> Trace:
    """What a check passed over: `misses` as the engine told them, `unread` why clauses were not read."""
    speaking = {(one.rule, one.clause) for one in (*found, *(one.finding for one in held))}
    return Trace(_near_misses(misses, speaking), {index: why for index, why in unread.items() if why})


def _near_misses(misses: Iterable[Miss], told: Collection[tuple[str, int]]) -> tuple[NearMiss, ...]:
    """One near miss a rule and clause, in reading order; none where the rule speaks (`told`)."""
    first: dict[tuple[str, int], Miss] = {}
    for miss in misses:
        key = (miss.match.rule.rule.id, miss.match.clause.index)
        if key not in told:
            first.setdefault(key, miss)
    return tuple(_near_miss(miss) for _, miss in sorted(first.items(), key=lambda item: item[0][::-1]))


def narrowed(report: Report, clauses: Iterable[Clause]) -> Report:
    """The report of these clauses alone: what was found, held down and passed over in them."""
    inside = {clause.index for clause in clauses}
    trace = report.trace and Trace(
        tuple(miss for miss in report.trace.near if miss.clause in inside),
        {index: why for index, why in report.trace.not_judged.items() if index in inside},
    )
    return replace(
        report,
        findings=tuple(finding for finding in report.findings if finding.clause in inside),
        suppressed=tuple(held for held in report.suppressed if held.finding.clause in inside),
        trace=trace,
    )


def _near_miss(miss: Miss) -> NearMiss:
    compiled = miss.match.rule
    return NearMiss(
        rule=compiled.rule.id,
        category=compiled.rule.category,
        clause=miss.match.clause.index,
        spans=miss.match.spans,
        cause=miss.cause,
        reason=_reason(miss.cause, compiled),
        cues=miss.cues,
    )


def _reason(cause: MissCause, compiled: CompiledRule) -> str:
    where = _SCOPES[compiled.rule.scope]
    kinds = ", ".join(DOCUMENT_LABELS.get(kind, kind).lower() for kind in compiled.rule.applies_to)
    return {
        "false-friend": "Cụm từ này chỉ trông giống; quy tắc không tính.",
        "document-type": f"Quy tắc chỉ áp dụng cho loại văn bản: {kinds}.",
        "lacking": f"Quy tắc chỉ nêu khi {where} có thêm một trong các cụm: {_phrases(compiled.needs)}.",
        "present": f"Nội dung mà quy tắc tìm đã có: trong {where}, hoặc ở nơi quy định về tập thể đó.",
        "titled": f"Quy tắc chỉ nêu ở văn bản có tên chứa một trong các cụm: {_phrases(compiled.titled)}.",
        "under": f"Quy tắc chỉ nêu dưới tên điều, mục có một trong các cụm: {_phrases(compiled.under)}.",
    }[cause]


def _phrases(phrases: Sequence[Phrase]) -> str:
    named = [wording(phrase.items) for phrase in phrases[:_NAMED]]
    return "; ".join([*named, *(["…"] if len(phrases) > _NAMED else [])])
