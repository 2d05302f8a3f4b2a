"""Does the paper say what the law asks it to say on gender: the checklist of one document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.assessing.answers import answer, concerns
from checker.assessing.describing import describing
from checker.assessing.roles import profile_of, role_of
from checker.assessing.shortfalls import shortfalls
from checker.assessing.sources import Assessor, Source, build_assessor, source_of
from checker.assessing.tables import table_findings
from checker.domain import ChecklistItem, Finding, Question, Role
from checker.matching import ClauseViews
from checker.rulebook.checklist import Criterion

__all__ = [
    "Assessed", "Assessor", "Source", "answer", "assess", "build_assessor", "concerns", "describing",
    "profile_of", "role_of", "source_of", "table_findings",
]  # fmt: skip


@dataclass(frozen=True)
class Assessed:
    """What the checklist says of one document, and the document as it was asked."""

    source: Source
    checklist: tuple[ChecklistItem, ...]
    questions: tuple[Question, ...]
    findings: tuple[Finding, ...]


def assess(assessor: Assessor, views: ClauseViews, findings: Sequence[Finding], role: Role) -> Assessed:
    """The checklist of one document that stands in a dossier in that role."""
    source = source_of(role, views, findings, assessor)
    asked = [criterion for criterion in assessor.checklist.criteria if _asked_alone(criterion, source)]
    given = [(criterion, answer(criterion, [source])) for criterion in asked]
    answered = [(criterion, item) for criterion, item in given if isinstance(item, ChecklistItem)]
    return Assessed(
        source=source,
        checklist=tuple(item for _, item in answered),
        questions=tuple(item for _, item in given if isinstance(item, Question)),
        findings=tuple(shortfalls(source, answered)),
    )


def _asked_alone(criterion: Criterion, source: Source) -> bool:
    """Whether one document can be asked: a question about the dossier's papers needs the dossier."""
    return criterion.paper is None and concerns(criterion, source)
