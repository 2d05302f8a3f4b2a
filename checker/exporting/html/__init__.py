"""The report as one HTML page that needs nothing else: no script, no outside request, made to be printed."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from checker.domain import Finding, Report
from checker.exporting.html.cards import cards, held_down
from checker.exporting.html.checklist import checklist
from checker.exporting.html.document import document
from checker.exporting.html.dossier import render_dossier
from checker.exporting.html.elements import element
from checker.exporting.html.frame import foot, framed, notes
from checker.exporting.html.outline import outline
from checker.exporting.html.pictures import pictures
from checker.exporting.html.rules import rules
from checker.exporting.html.sexes import sexes
from checker.exporting.segments import order
from checker.exporting.verdicts import NONE, Decisions, decision_on
from checker.exporting.wording import headline
from checker.labels import ROLE_LABELS, TIER_LABELS, TIER_SIGNS, document_label

__all__ = ["render", "render_dossier"]


def render(report: Report, *, decisions: Decisions = NONE) -> str:
    """The page: summary, pictures, outline, the document with its marks, a card a finding, the checklist."""
    findings = order(report.findings)
    title = report.document.title or report.document.name
    return framed(f"Rà soát lồng ghép giới: {title}", *_body(report, findings, decisions))


def _body(report: Report, findings: list[Finding], decisions: Decisions) -> Iterator[Element | None]:
    yield _head(report, decisions)
    yield element("main", *_sections(report, findings, decisions))
    yield foot(report.versions)


def _sections(report: Report, findings: list[Finding], decisions: Decisions) -> Iterator[Element | None]:
    yield pictures(report.document, findings)
    yield sexes(report.document)
    yield outline(report.document, findings)
    yield element(
        "div",
        document(report.document, findings, decisions),
        cards(findings, decisions),
        class_="columns",
    )
    yield rules(findings)
    yield checklist(report.checklist, report.questions)
    yield held_down(report.suppressed)


def _head(report: Report, decisions: Decisions) -> Element:
    described = document_label(report.document)
    title = report.document.title or report.document.name
    return element(
        "header",
        element("p", "Kết quả rà soát lồng ghép giới", class_="kicker"),
        element("h1", f"{described}: {' '.join(title.split())}"),
        element("p", _sentence(report, decisions), class_="headline"),
        _legend(),
        _notes(report),
    )


def _sentence(report: Report, decisions: Decisions) -> str:
    decided = sum(decision_on(finding, decisions) is not None for finding in report.findings)
    said = f" Đã có quyết định về {decided} nhận xét." if decided else ""
    return f"{headline(report.findings)}{said} Tệp: {report.document.name}."


def _legend() -> Element:
    """What each sign and line of a mark means."""
    return element(
        "p",
        "Dấu trong văn bản: ",
        *(
            element("span", f"{TIER_SIGNS[tier]} {label}", class_=f"legend tier-{tier}")
            for tier, label in TIER_LABELS.items()
        ),
        class_="legends",
    )


def _notes(report: Report) -> Element | None:
    read_as = [] if report.role == "du-thao" else [f"Tài liệu được xét như: {ROLE_LABELS[report.role]}."]
    return notes((*read_as, *report.notes, *report.document.notes))
