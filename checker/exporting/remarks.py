"""What a remark in the margin says of a finding, in Word and in PDF, and of what was decided on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from checker.domain import Decision, Finding, Part, Verdict
from checker.exporting.wording import cautious
from checker.labels import CATEGORY_LABELS, TIER_LABELS

_VERDICTS: Mapping[Verdict, str] = {"accepted": "chấp nhận", "edited": "sửa câu chữ"}
_ASIDES: Mapping[Part, str] = {
    "footnote": "Trong cước chú",
    "endnote": "Trong chú thích cuối văn bản",
    "textbox": "Trong hộp văn bản",
}


class Line(NamedTuple):
    """A paragraph of a remark; `on_rule` where it leads to the rule's entry in the page of the report."""

    text: str
    on_rule: bool = False


def lines(finding: Finding) -> Iterator[Line]:
    """What the remark says, a paragraph each; the first line names tier and category."""
    category = CATEGORY_LABELS.get(finding.category, finding.category)
    yield Line(f"{TIER_LABELS[finding.tier]}: {category}")
    if finding.place.part in _ASIDES:
        # Word takes no comment there: it stands on the mark or the drawing, so it says what it is about.
        yield Line(f"{_ASIDES[finding.place.part]}: “{finding.quote}”")
    yield Line(finding.message)
    if finding.why:
        yield Line(f"Vì sao: {finding.why}")
    for basis in finding.legal_basis:
        yield Line(f"Căn cứ: {cautious(basis)}", on_rule=True)
    if finding.suggestion:
        yield Line(f"Gợi ý: {finding.suggestion}")
    if finding.redraft:
        yield Line(f"Có thể viết: {finding.redraft}")


def decision_lines(finding: Finding, decision: Decision | None) -> Iterator[str]:
    """Rule, reviewer and reason, where the reviewer agreed with the finding."""
    if decision is not None and decision.verdict in _VERDICTS:
        yield f"Quy tắc: {finding.rule}"
        yield f"Người rà soát: {decision.reviewer} ({_VERDICTS[decision.verdict]})"
        if decision.reason:
            yield f"Lý do: {decision.reason}"
