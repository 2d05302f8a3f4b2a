"""The report as one line of JSON, schema 1: fields may be added, none renamed."""

from __future__ import annotations

import json
from typing import Any

from checker.domain import (
    ChecklistItem,
    Document,
    Dossier,
    Evidence,
    Finding,
    LegalBasis,
    NearMiss,
    Paper,
    Passage,
    Question,
    Report,
    Softening,
    Span,
    Suppressed,
    Trace,
)
from checker.tables import Compared, compared

SCHEMA = 1


def render(report: Report, *, with_text: bool = False) -> str:
    """Return the report as one line of JSON; offsets count the characters of the document's text.

    With `with_text` the object also carries the text, and `text[start:end] == quote` can be checked.
    """
    return json.dumps(as_dict(report, with_text=with_text), ensure_ascii=False)


def as_dict(report: Report, *, with_text: bool = False) -> dict[str, Any]:
    """Return the report as plain values, ready for `json.dumps`; the dossier's report nests them."""
    answer: dict[str, Any] = {
        "schema": SCHEMA,
        "file": report.document.name,
        "document": _document(report.document),
        "findings": [finding_dict(finding) for finding in report.findings],
        "suppressed": [_suppressed(held) for held in report.suppressed],
        "checklist": [_item(item) for item in report.checklist],
        "questions": [_question(question) for question in report.questions],
        "tables": [_table(table) for table in compared(report.document)],
        "role": report.role,
        "notes": list(report.notes),
        "versions": dict(report.versions),
    }
    if report.trace:
        answer["trace"] = _trace(report.trace, report.document)
    return answer | {"text": report.document.text} if with_text else answer


def render_dossier(dossier: Dossier, *, with_text: bool = False) -> str:
    """Return the dossier as one line of JSON: its papers with their reports, and what holds for all."""
    return json.dumps(dossier_dict(dossier, with_text=with_text), ensure_ascii=False)


def dossier_dict(dossier: Dossier, *, with_text: bool = False) -> dict[str, Any]:
    """Return the dossier as plain values; a paper that could not be read has no report but a
    problem, one that says the same as another has that one's name as twin."""
    return {
        "schema": SCHEMA,
        "dossier": dossier.name,
        "papers": [_paper(paper, with_text=with_text) for paper in dossier.papers],
        "findings": [finding_dict(one.finding) | {"papers": list(one.papers)} for one in dossier.findings],
        "checklist": [_item(item) for item in dossier.checklist],
        "questions": [_question(question) for question in dossier.questions],
        "notes": list(dossier.notes),
        "versions": dict(dossier.versions),
    }


def _paper(paper: Paper, *, with_text: bool) -> dict[str, Any]:
    report = as_dict(paper.report, with_text=with_text) if paper.report else None
    told = {"problem": paper.problem, "twin": paper.twin}
    return {"file": paper.file, "role": paper.role, "report": report} | {k: v for k, v in told.items() if v}


def _document(document: Document) -> dict[str, Any]:
    return {
        "type": document.type,
        "number": document.number,
        "title": document.title,
        "issuer": document.issuer,
        "date": document.dated.isoformat() if document.dated else None,
        "draft": document.draft,
        "characters": len(document.text),
        "clauses": len(document.clauses),
        "language": "vi",
        "ocr": document.ocr,
    }


def _table(table: Compared) -> dict[str, Any]:
    rows = [{"label": row.label, "women": row.women, "men": row.men, **_span(row.span)} for row in table.rows]
    return {"title": table.title, **_span(table.span), "rows": rows}


def finding_dict(finding: Finding) -> dict[str, Any]:
    """Return a finding as plain values."""
    return {
        "id": finding.id,
        "rule": finding.rule,
        "category": finding.category,
        "tier": finding.tier,
        "quote": finding.quote,
        **_span(finding.span),
        "citation": finding.citation,
        "line": finding.place.number,
        "page": finding.place.page,
        "paragraph": finding.place.number,
        "message": finding.message,
        "why": finding.why,
        "suggestion": finding.suggestion,
        "redraft": finding.redraft or None,
        "edits": [{**_span(edit.span), "text": edit.text} for edit in finding.edits],
        "legal_basis": [_basis(basis) for basis in finding.legal_basis],
        "evidence": [_evidence(evidence) for evidence in finding.evidence],
        "score": finding.score,
        "softened": [_softening(one) for one in finding.softened],
    }


def _suppressed(held: Suppressed) -> dict[str, Any]:
    return finding_dict(held.finding) | {"reason": held.reason, "by": held.by}


def _softening(one: Softening) -> dict[str, Any]:
    return {**_span(one.cue), "by": one.by, "reason": one.reason, "lowered": one.lowered}


def _trace(trace: Trace, document: Document) -> dict[str, Any]:
    return {
        "near": [_near(miss, document) for miss in trace.near],
        "not_judged": [
            _clause(index, document) | {"reason": reason} for index, reason in trace.not_judged.items()
        ],
    }


def _near(miss: NearMiss, document: Document) -> dict[str, Any]:
    spans = [*(Evidence(span) for span in miss.spans), *(Evidence(cue, "context") for cue in miss.cues)]
    return {
        "rule": miss.rule,
        "category": miss.category,
        **_clause(miss.clause, document),
        "cause": miss.cause,
        "reason": miss.reason,
        "evidence": [_evidence(one) for one in spans],
    }


def _clause(index: int, document: Document) -> dict[str, Any]:
    """Return the place of a clause: its citation, its line and the offsets of its text."""
    clause = document.clauses[index]
    line = document.blocks[clause.block].place.number
    return {"citation": clause.citation, "line": line, **_span(clause.span)}


def _item(item: ChecklistItem) -> dict[str, Any]:
    return {
        "item": item.item,
        "question": item.question,
        "answer": item.answer,
        "group": item.group,
        "reason": item.reason,
        "evidence": [_passage(passage) for passage in item.evidence],
        "legal_basis": [_basis(basis) for basis in item.legal_basis],
    }


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        **_span(passage.span),
        "file": passage.file,
        "quote": passage.quote,
        "citation": passage.citation,
        "paragraph": passage.place.number,
        "page": passage.place.page,
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "item": question.item,
        "question": question.question,
        "group": question.group,
        "why": question.why,
        "legal_basis": [_basis(basis) for basis in question.legal_basis],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {**_span(evidence.span), "role": evidence.role}


def _basis(basis: LegalBasis) -> dict[str, str]:
    return {"law": basis.law, "article": basis.article, "status": basis.status}


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
