"""The report as SARIF 2.1.0, for the tools that show findings of any checker."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from checker.domain import Evidence, Finding, Report, Span, Suppressed, Tier
from checker.exporting.printable import printable
from checker.exporting.verdicts import NONE, Decisions, decision_on
from checker.exporting.wording import cautious, where
from checker.labels import CATEGORY_LABELS, VERDICT_LABELS

VERSION = "2.1.0"
LEVELS: Mapping[Tier, str] = {"must": "error", "should": "warning", "consider": "note", "credit": "none"}
# Offsets are into the text as it was read: a Word file or a PDF has no characters of its own to count.
_READ_TEXT = "Vị trí (charOffset) đếm theo ký tự của phần chữ đã đọc, kể từ 0."


def render(report: Report, *, decisions: Decisions = NONE) -> str:
    """Return one SARIF log with one run; a good practice is a result of kind "pass".

    Findings that were held down and those that reviewers dismissed are there, suppressed, with the reason.
    """
    return printable(json.dumps(_log(report, decisions), ensure_ascii=False, indent=1)) + "\n"


def _log(report: Report, decisions: Decisions) -> dict[str, Any]:
    findings = [*report.findings, *(held.finding for held in report.suppressed)]
    rules = list({finding.rule: finding for finding in findings}.values())
    numbers = {finding.rule: number for number, finding in enumerate(rules)}
    uri = quote(printable(report.document.name))
    raised = [_raised(finding, numbers, uri, decisions) for finding in report.findings]
    held = [_held(one, numbers, uri) for one in report.suppressed]
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": VERSION,
        "runs": [
            {
                "tool": {"driver": _driver(report, rules)},
                "artifacts": [{"location": {"uri": uri}, "description": {"text": _READ_TEXT}}],
                "columnKind": "unicodeCodePoints",
                "invocations": [_invocation(report)],
                "results": [*raised, *held],
                "properties": {"versions": dict(report.versions)},
            }
        ],
    }


def _driver(report: Report, rules: Sequence[Finding]) -> dict[str, Any]:
    version = report.versions.get("checker")
    driver = {"name": "checker", "language": "vi", "rules": [_rule(finding) for finding in rules]}
    return driver | ({"version": version} if version else {})


def _rule(finding: Finding) -> dict[str, Any]:
    """What any finding of the rule tells of it."""
    label = CATEGORY_LABELS.get(finding.category, finding.category)
    bases = "; ".join(cautious(basis) for basis in finding.legal_basis)
    return {
        "id": finding.rule,
        "shortDescription": {"text": label},
        "fullDescription": {"text": finding.why or label},
        "help": {"text": f"Căn cứ: {bases}." if bases else finding.why or label},
        "defaultConfiguration": {"level": LEVELS[finding.tier]},
        "properties": {"category": finding.category, "tags": [finding.category]},
    }


def _invocation(report: Report) -> dict[str, Any]:
    notes = dict.fromkeys((*report.notes, *report.document.notes))
    told = [{"level": "note", "message": {"text": note}} for note in notes]
    return {"executionSuccessful": True, "toolExecutionNotifications": told}


def _raised(finding: Finding, numbers: Mapping[str, int], uri: str, decisions: Decisions) -> dict[str, Any]:
    result = _result(finding, numbers, uri)
    decision = decision_on(finding, decisions)
    if decision is None:
        return result
    result["properties"] |= {"verdict": decision.verdict, "reviewer": decision.reviewer}
    if decision.verdict == "dismissed":
        return result | {"suppressions": [_suppression(decision.reason or VERDICT_LABELS["dismissed"])]}
    return result


def _held(held: Suppressed, numbers: Mapping[str, int], uri: str) -> dict[str, Any]:
    result = _result(held.finding, numbers, uri)
    result["properties"] |= {"heldDownBy": held.by}
    return result | {"suppressions": [_suppression(held.reason)]}


def _suppression(reason: str) -> dict[str, str]:
    return {"kind": "external", "status": "accepted", "justification": reason}


def _result(finding: Finding, numbers: Mapping[str, int], uri: str) -> dict[str, Any]:
    told = [finding.message, *([f"Gợi ý: {finding.suggestion}"] if finding.suggestion else [])]
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": numbers[finding.rule],
        "kind": "pass" if finding.tier == "credit" else "fail",
        "level": LEVELS[finding.tier],
        "message": {"text": " ".join(told)},
        "locations": [_location(finding, uri)],
        "partialFingerprints": {"findingId/v1": finding.id},
        "rank": round(100 * finding.score, 1),
        "properties": {
            "tier": finding.tier,
            "category": finding.category,
            "citation": finding.citation,
            "paragraph": finding.place.number,
            "page": finding.place.page,
        },
    }
    related = [
        _evidence(one, number, uri)
        for number, one in enumerate(one for one in finding.evidence if one.role == "context")
    ]
    changed = _fix(finding, uri)
    more = {"relatedLocations": related, "fixes": [changed] if changed else []}
    return result | {name: value for name, value in more.items() if value}


def _location(finding: Finding, uri: str) -> dict[str, Any]:
    """The words, or the whole file where the finding is on no words; and the place as a lawyer names it."""
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri, "index": 0}}
    if finding.quote:
        physical["region"] = _region(finding.span) | {"snippet": {"text": finding.quote}}
    logical = {"name": where(finding), "fullyQualifiedName": where(finding)}
    return {"physicalLocation": physical, "logicalLocations": [logical]}


def _evidence(evidence: Evidence, number: int, uri: str) -> dict[str, Any]:
    physical = {"artifactLocation": {"uri": uri, "index": 0}, "region": _region(evidence.span)}
    return {"id": number, "physicalLocation": physical, "message": {"text": "Từ ngữ được xét cùng."}}


def _fix(finding: Finding, uri: str) -> dict[str, Any] | None:
    if not finding.edits:
        return None
    replacements = [
        {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
        for edit in finding.edits
    ]
    change = {"artifactLocation": {"uri": uri, "index": 0}, "replacements": replacements}
    return {"description": {"text": f"Có thể viết: {finding.redraft}"}, "artifactChanges": [change]}


def _region(span: Span) -> dict[str, int]:
    return {"charOffset": span.start, "charLength": span.end - span.start}
