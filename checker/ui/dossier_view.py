"""A dossier as the plain dictionary that its component draws: papers, what is missing, what does not fit."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence

from checker.domain import Document, Dossier, DossierFinding, Finding, Paper, Passage
from checker.labels import ROLE_LABELS, TIER_LABELS, TIER_SIGNS
from checker.rulebook.profiles import Procedure
from checker.ui.checklist import checklist, place
from checker.ui.told import Plain, told

BY_THE_PAPERS = "Theo tài liệu trong hồ sơ"


def view(dossier: Dossier, procedures: Sequence[Procedure], procedure: str) -> Plain:
    """JSON-ready values; `procedure` is what the user chose, "" where the papers tell."""
    documents = {paper.file: paper.report.document for paper in dossier.papers if paper.report}
    choices = [("", BY_THE_PAPERS), *((one.id, one.title[:1].upper() + one.title[1:]) for one in procedures)]
    drawn: Plain = {
        "papers": [row(paper) for paper in dossier.papers],
        "roles": [{"key": key, "label": label} for key, label in ROLE_LABELS.items()],
        "procedure": procedure,
        "procedures": [{"key": key, "label": label} for key, label in choices],
        "missing": [finding(one, documents) for one in dossier.findings if is_missing(one)],
        "between": [finding(one, documents) for one in dossier.findings if not is_missing(one)],
        "checklist": checklist(dossier.checklist, dossier.questions, documents, named=True),
        "notes": list(dict.fromkeys(dossier.notes)),
    }
    return drawn | {"id": hashlib.sha256(json.dumps(drawn).encode()).hexdigest()[:16]}


def is_missing(one: DossierFinding) -> bool:
    """Whether the finding is that a paper is not there."""
    return one.finding.category == "missing-paper"


def row(paper: Paper) -> Plain:
    """One file: its role, and its findings by tier or the sentence that says why it was not read."""
    findings = paper.report.findings if paper.report else ()
    return {"file": paper.file, "role": paper.role, "problem": paper.problem, "tiers": by_tier(findings)}


def by_tier(findings: Sequence[Finding]) -> list[Plain]:
    """How many findings there are of each tier that has some."""
    counts = {tier: sum(finding.tier == tier for finding in findings) for tier in TIER_LABELS}
    return [
        {"key": tier, "sign": TIER_SIGNS[tier], "label": TIER_LABELS[tier].lower(), "count": count}
        for tier, count in counts.items()
        if count
    ]


def finding(one: DossierFinding, documents: Mapping[str, Document]) -> Plain:
    """One finding with its place, in the first of its papers, and the other papers that it speaks of."""
    source = one.finding
    plain = told(source) | {"quote": "", "context": [], "at": None, "papers": list(one.papers)}
    if not source.quote:
        return plain
    passage = Passage(one.papers[0], source.span, source.quote, source.citation, source.place, source.clause)
    return plain | {"at": place(passage, documents, named=True), "papers": list(one.papers[1:])}


def headline(dossier: Dossier) -> str:
    """One sentence: how many papers, how many of them unread, what is missing, what does not fit."""
    unread = sum(paper.report is None for paper in dossier.papers)
    missing = sum(is_missing(one) for one in dossier.findings)
    between = len(dossier.findings) - missing
    parts = [f"{len(dossier.papers)} tài liệu" + (f" ({unread} không đọc được)" if unread else "")]
    parts += [f"còn thiếu {missing} tài liệu"] if missing else []
    parts += [f"{between} chỗ chưa khớp giữa các tài liệu"] if between else []
    return f"{'; '.join(parts)}."


def title(dossier: Dossier) -> str:
    """The title of the draft that the dossier is for; the dossier's own name where there is none."""
    drafts = [paper.report for paper in dossier.papers if paper.report and paper.role == "du-thao"]
    return next((draft.document.title for draft in drafts if draft.document.title), dossier.name)
