"""Which papers the kind of draft must come with, and which of them are not there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from checker.assessing import Source, profile_of
from checker.domain import DossierFinding, Question
from checker.dossier.findings import finding
from checker.findings import Remark
from checker.matching.phrases import any_phrase
from checker.rulebook.phrases import Phrase
from checker.rulebook.profiles import DuePaper, Profiles

_TELLS = ("to-trinh", "bao-cao-tham-dinh", "y-kien")


def procedure_of(sources: Sequence[Source], profiles: Profiles) -> str:
    """The procedure that the papers name; the first one, the ordinary, where they name none."""
    for procedure in profiles.procedures:
        for source in sources:
            if source.role in _TELLS and _names(source, procedure.signs):
                return procedure.id
    return profiles.procedures[0].id


def _names(source: Source, signs: Sequence[Phrase]) -> bool:
    return any(
        any_phrase(signs, source.views.own(clause))
        for clause in source.document.clauses
        if clause.zone in ("body", "head")
    )


def missing_papers(
    sources: Sequence[Source], profiles: Profiles, procedure: str, day: date
) -> tuple[list[DossierFinding], list[Question]]:
    """Findings for papers that are due and not there, and questions for those not established to be due."""
    findings, questions = [], []
    present = {source.role for source in sources}
    for paper in _due(sources, profiles, procedure, day):
        if present & set(paper.roles):
            continue
        if paper.force == "due":
            findings.append(_missing(paper, sources))
        else:
            questions.append(Question(paper.id, "ho-so", paper.message, paper.why, paper.legal_basis))
    return findings, questions


def _due(sources: Sequence[Source], profiles: Profiles, procedure: str, day: date) -> list[DuePaper]:
    drafts = [source.document for source in sources if source.role == "du-thao"]
    found: dict[str, DuePaper] = {}
    for draft in drafts:
        profile = profile_of(draft, profiles)
        for paper in profile.papers if profile else ():
            if procedure in paper.procedures and paper.since <= day:
                found.setdefault(paper.id, paper)
    return list(found.values())


def _missing(paper: DuePaper, sources: Sequence[Source]) -> DossierFinding:
    remark = Remark(
        rule=f"paper-{paper.id}",
        category="missing-paper",
        tier=paper.tier,
        message=paper.message,
        why=paper.why,
        suggestion=paper.suggest,
        known_by=(),
        legal_basis=paper.legal_basis,
    )
    return finding(remark, papers=[source.document.name for source in sources if source.role == "du-thao"])
