"""What people get: the checklist, one document's report, a dossier's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from checker.domain.findings import Finding, Suppressed, Trace
from checker.domain.knowledge import LegalBasis
from checker.domain.papers import Document, Place, Span

Answer = Literal["yes", "no", "partly", "not-applicable"]
Role = Literal[
    "du-thao", "to-trinh", "danh-gia-tac-dong", "ban-danh-gia", "phu-luc-so-lieu-gioi",
    "bang-tiep-thu", "y-kien", "bao-cao-tham-dinh", "khac",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a paper that support an answer: `file` names the paper, `span` is in its document's text;
    `clause` is the index of the clause that they stand in."""

    file: str
    span: Span
    quote: str
    citation: str
    place: Place
    clause: int


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """A question of the review checklist with its answer, what it rests on and what is still missing."""

    item: str
    group: str
    question: str
    answer: Answer
    reason: str = ""
    evidence: tuple[Passage, ...] = ()
    legal_basis: tuple[LegalBasis, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the checklist that the papers cannot answer: it is put to the reader; `why` says so."""

    item: str
    group: str
    question: str
    why: str
    legal_basis: tuple[LegalBasis, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All that one document's check yields; `trace` is there where an explanation was asked for."""

    document: Document
    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]
    checklist: tuple[ChecklistItem, ...]
    notes: tuple[str, ...]
    versions: Mapping[str, str | None]
    trace: Trace | None = None
    questions: tuple[Question, ...] = ()
    role: Role = "du-thao"


@dataclass(frozen=True, slots=True)
class Paper:
    """One file of a dossier: what it is there for and, unless it could not be read, its report; `twin` is the
    paper of the same content that is judged in its place."""

    file: str
    role: Role
    report: Report | None
    problem: str = ""
    twin: str = ""


@dataclass(frozen=True, slots=True)
class DossierFinding:
    """A finding about the dossier as a whole; `papers` are the files that it speaks of."""

    finding: Finding
    papers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """What the check of a folder or zip yields: its papers, and what holds for them together."""

    name: str
    papers: tuple[Paper, ...]
    findings: tuple[DossierFinding, ...]
    checklist: tuple[ChecklistItem, ...]
    questions: tuple[Question, ...]
    notes: tuple[str, ...]
    versions: Mapping[str, str | None]

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports of the papers that were judged, in their order."""
        return tuple(paper.report for paper in self.papers if paper.report and not paper.twin)
