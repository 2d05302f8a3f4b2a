"""A dossier as the plain dictionary that its component draws: papers, what is missing, what does not fit."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence

from checker.domain import Document, Dossier, DossierFinding, Finding, Paper, Passage
from checker.exporting.wording import is_missing_paper
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
        "missing": [finding(one, documents) for one in dossier.findings if is_missing_paper(one)],
        "between": [finding(one, documents) for one in dossier.findings if not is_missing_paper(one)],
        "checklist": checklist(dossier.checklist, dossier.questions, documents, named=True),
        "notes": list(dict.fromkeys(dossier.notes)),
    }
    return drawn | {"id": hashlib.sha256(json.dumps(drawn).encode()).hexdigest()[:16]}


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
