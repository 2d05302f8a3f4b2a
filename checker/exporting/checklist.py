"""The checklist and the dossier for a terminal: plain Vietnamese text of 80 columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from checker.domain import ChecklistItem, Dossier, DossierFinding, Paper, Passage, Question
from checker.exporting.terminal import SIGNS, wrap
from checker.exporting.text import grounds
from checker.exporting.wording import answers, place_of, questions_told
from checker.labels import (
    ANSWER_LABELS,
    CATEGORY_LABELS,
    CHECKLIST_GROUPS,
    ROLE_LABELS,
    TIER_LABELS,
)

_QUOTE = 90
_MARKS = {"yes": "✔", "partly": "◐", "no": "✖", "not-applicable": "–"}


def render(items: Sequence[ChecklistItem], questions: Sequence[Question], *, named: bool = False) -> str:
    """The answered questions by group, then those left to the reader; "" where there is nothing.

    With `named` a place also says which paper it is in.
    """
    summary = "\n".join(wrap(answers(items, questions), indent=""))
    parts = [summary, *_groups(items, named=named), _asked(questions)]
    return "\n\n".join(part for part in parts if part)


def render_dossier(report: Dossier) -> str:
    """The report of a dossier: its papers, what is wrong with them together, the checklist."""
    parts = [
        f"Hồ sơ: {report.name}",
        "\n".join(line for paper in report.papers for line in _paper(paper)),
        "\n".join(line for note in report.notes for line in wrap(f"Lưu ý: {note}", indent="")),
        *(_finding(one) for one in report.findings),
        render(report.checklist, report.questions, named=True),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _groups(items: Sequence[ChecklistItem], *, named: bool) -> Iterator[str]:
    order = list(CHECKLIST_GROUPS)
    ordered = sorted(items, key=lambda item: (order.index(item.group), item.item))
    for group, members in groupby(ordered, key=lambda item: item.group):
        lines = [f"Bảng kiểm: {CHECKLIST_GROUPS[group]}"]
        for item in members:
            lines += _item(item, named=named)
        yield "\n".join(lines)


def _item(item: ChecklistItem, *, named: bool) -> list[str]:
    head = f"{_MARKS[item.answer]} {item.item}. {item.question} {ANSWER_LABELS[item.answer]}."
    if item.answer == "not-applicable":
        return wrap(head, indent="  ")
    shown = [f"“{_short(passage)}” ({place_of(passage, named=named)})" for passage in item.evidence[:2]]
    return [*wrap(head, indent="  "), *wrap(" ".join([item.reason, *shown]).strip(), indent="      ")]


def _asked(questions: Sequence[Question]) -> str:
    if not questions:
        return ""
    lines = ["Cần người rà soát trả lời"]
    for question in questions_told(questions):
        lines += wrap(f"? {question.question} {question.why}", indent="  ")
    return "\n".join(lines)


def _paper(paper: Paper) -> list[str]:
    if paper.report is None:
        return wrap(f"- {paper.file}: không đọc được. {paper.problem}", indent="  ")
    tiers = [finding.tier for finding in paper.report.findings]
    counted = ", ".join(
        f"{tiers.count(tier)} {label.lower()}" for tier, label in TIER_LABELS.items() if tier in tiers
    )
    return wrap(f"- {paper.file}: {ROLE_LABELS[paper.role]}; {counted or 'không có nhận xét'}", indent="  ")


def _finding(one: DossierFinding) -> str:
    finding = one.finding
    place = ", ".join([*one.papers[:1], *([finding.citation] if finding.citation else [])])
    lines = [
        *wrap(
            f"{SIGNS[finding.tier]} {TIER_LABELS[finding.tier]}: {CATEGORY_LABELS[finding.category]}",
            indent="",
        ),
        *wrap(f"“{finding.quote}” ({place})" if finding.quote else ""),
        *wrap(finding.message),
        *wrap(f"Vì sao: {finding.why}"),
        *wrap(grounds(finding.legal_basis)),
        *wrap(f"Gợi ý: {finding.suggestion}" if finding.suggestion else ""),
    ]
    return "\n".join(lines)


def _short(passage: Passage) -> str:
    return passage.quote if len(passage.quote) <= _QUOTE else f"{passage.quote[:_QUOTE].rstrip()}…"
