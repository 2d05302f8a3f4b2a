"""What the papers say of drafts, findings and answers, in the words of an official letter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from checker.domain import ChecklistItem, Finding, LegalBasis, Report
from checker.exporting.papers.layout import BLANK
from checker.exporting.wording import cautious, where
from checker.labels import ANSWER_LABELS, DOCUMENT_LABELS, day_label


def named(report: Report) -> str:
    """The paper by its kind and title: "dự thảo Nghị định quy định …"; by its file where it has none."""
    document = report.document
    label = DOCUMENT_LABELS.get(document.type, "văn bản")
    kind = f"dự thảo {label}" if report.role == "du-thao" else label
    title = " ".join(document.title.split())
    if not title:
        return f"{kind} (tệp {document.name})"
    return f"{kind} {title[:1].lower()}{title[1:]}"


def subject(reports: Sequence[Report]) -> str:
    """What the paper is about: the draft, the first of several."""
    drafts = [report for report in reports if report.role == "du-thao"] or list(reports)
    return named(drafts[0]) if drafts else BLANK


def place(finding: Finding, report: Report, reports: Sequence[Report]) -> str:
    """Where the finding stands, with the file where there are several; begun with a capital."""
    told = where(finding)
    told = told[:1].upper() + told[1:]
    return f"{told}, {report.document.name}" if len(reports) > 1 else told


def grounds(bases: Sequence[LegalBasis]) -> str:
    """The provisions with the caution of each that was not compared; "" without any."""
    return "; ".join(cautious(basis) for basis in bases)


def quoted(finding: Finding) -> str:
    """The words of the draft in quotes; "" for a finding on no words."""
    return f"“{' '.join(finding.quote.split())}”" if finding.quote else ""


def said(finding: Finding) -> str:
    """The words of the draft and what is said of them, once where the message quotes them."""
    quote = quoted(finding)
    return finding.message if not quote or quote in finding.message else f"{quote}. {finding.message}"


def answered(item: ChecklistItem) -> str:
    """A question of the checklist with its answer, the reason and the basis."""
    basis = grounds(item.legal_basis)
    told = f"Căn cứ: {basis}." if basis else ""
    parts = (item.question, f"{ANSWER_LABELS[item.answer]}.", item.reason, told)
    return " ".join(part for part in parts if part)


def as_of(reports: Sequence[Report]) -> str:
    """The day whose law was asked, "" where the reports do not say."""
    days = [day for report in reports if (day := report.versions.get("as_of"))]
    return day_label(date.fromisoformat(days[0])) if days else ""
