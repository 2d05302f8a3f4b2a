"""What every report says of a finding or a checklist in the same words: place, provision, counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from checker.domain import (
    ChecklistItem,
    Dossier,
    DossierFinding,
    Finding,
    LegalBasis,
    Paper,
    Passage,
    Question,
)
from checker.labels import ANSWER_LABELS, STATUS_LABELS, TIER_LABELS

_TOGETHER = 3  # questions open for one reason, before they are told together


def where(finding: Finding) -> str:
    """The place as a lawyer names it, with the page where there is one."""
    named = finding.citation or ("Toàn văn bản" if not finding.quote else f"đoạn {finding.place.number}")
    return f"{named}, trang {finding.place.page}" if finding.place.page and finding.quote else named


def place_of(passage: Passage, *, named: bool = False) -> str:
    """Where words of a paper stand, as a lawyer names it; with `named` also in which paper."""
    place = passage.citation or f"đoạn {passage.place.number}"
    return f"{place}, {passage.file}" if named else place


def provision(basis: LegalBasis) -> str:
    """The provision: "khoản 5 Điều 18 Luật Bình đẳng giới 73/2006/QH11"."""
    return f"{basis.article} {basis.law}".strip()


def caution(basis: LegalBasis) -> str:
    """How sure the provision is where it was not compared with the official text, else ""."""
    return "" if basis.status == "verified" else STATUS_LABELS[basis.status]


def cautious(basis: LegalBasis) -> str:
    """The provision, with the caution in brackets where there is one."""
    doubt = caution(basis)
    return f"{provision(basis)} ({doubt})" if doubt else provision(basis)


def headline(findings: Sequence[Finding]) -> str:
    """One sentence with the number of findings by tier."""
    counts = {tier: sum(finding.tier == tier for finding in findings) for tier in TIER_LABELS}
    good = counts.pop("credit")
    named = [f"{count} {TIER_LABELS[tier].lower()}" for tier, count in counts.items() if count]
    said = f"Có {sum(counts.values())} chỗ nên xem xét: {', '.join(named)}" if named else ""
    praise = f"{good} điểm tốt về lồng ghép giới" if good else ""
    if not said:
        return f"Chưa thấy chỗ nào cần xem xét; có {praise}." if praise else "Chưa thấy chỗ nào cần xem xét."
    return f"{said}; và {praise}." if praise else f"{said}."


def answers(items: Sequence[ChecklistItem], questions: Sequence[Question]) -> str:
    """One sentence with the number of answers of each kind; "" where nothing was asked."""
    counts = Counter(item.answer for item in items)
    named = [f"{counts[answer]} “{label}”" for answer, label in ANSWER_LABELS.items() if counts[answer]]
    parts = [f"Đã trả lời {len(items)} câu: {', '.join(named)}."] if named else []
    if questions:
        parts.append(f"Còn {len(questions)} câu cần người rà soát trả lời.")
    return " ".join(parts)


def questions_told(questions: Sequence[Question]) -> Iterator[Question]:
    """The questions to the reader; neighbours that are open for one reason are told together, by number."""
    for _, members in groupby(questions, key=lambda one: one.why):
        open_ones = list(members)
        if len(open_ones) < _TOGETHER:
            yield from open_ones
        else:
            numbers = ", ".join(str(int(one.item)) if one.item.isdigit() else one.item for one in open_ones)
            yield replace(
                open_ones[0], question=f"{len(open_ones)} câu của bảng kiểm: {numbers}.", legal_basis=()
            )


def of_dossier(one: DossierFinding) -> Finding:
    """A finding of a dossier as one that names its papers after the place."""
    papers = ", ".join(one.papers)
    return replace(one.finding, citation=", ".join(filter(None, (one.finding.citation, papers))))


def is_missing_paper(one: DossierFinding) -> bool:
    """Whether the finding is that a paper is not there."""
    return one.finding.category == "missing-paper"


def dossier_headline(dossier: Dossier) -> str:
    """One sentence: how many papers, how many of them unread, what is missing, what does not fit."""
    unread = sum(paper.report is None for paper in dossier.papers)
    missing = sum(map(is_missing_paper, dossier.findings))
    between = len(dossier.findings) - missing
    parts = [f"{len(dossier.papers)} tài liệu" + (f" ({unread} không đọc được)" if unread else "")]
    parts += [f"còn thiếu {missing} tài liệu"] if missing else []
    parts += [f"{between} chỗ chưa khớp giữa các tài liệu"] if between else []
    return f"{'; '.join(parts)}."


def paper_headline(paper: Paper) -> str:
    """One sentence on a paper of a dossier: its findings, or why it was not judged."""
    if paper.report is None:
        return f"Không đọc được. {paper.problem}"
    return f"Trùng nội dung với {paper.twin}." if paper.twin else headline(paper.report.findings)


def dossier_title(dossier: Dossier) -> str:
    """The title of the draft that the dossier is for; the dossier's own name where there is none."""
    drafts = (report.document for report in dossier.reports if report.role == "du-thao")
    return next((draft.title for draft in drafts if draft.title), dossier.name)
