"""What a project file or the reader holds down: rules switched off, terms allowed, never in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from checker.domain import Finding, Suppressed
from checker.matching import ClauseViews, Match
from checker.matching.phrases import ranges
from checker.rulebook import Rulebook
from checker.rulebook.project import Allowed, Project
from checker.text.spans import overlap

BY_FILE = "project file"
BY_READER = "reader"


def exempted(match: Match, views: ClauseViews, project: Project) -> tuple[str, str] | None:
    """By what and why the match is held down, None where it is not."""
    if switched := _switched(match.rule.rule.id, project):
        return switched
    for allowed in project.allowed:
        if _concerns(allowed, match) and _stands_in(allowed, match, views):
            reason = f"Cụm từ “{allowed.phrase.source}” được phép trong {project.name}: {allowed.reason}"
            return BY_FILE, reason
    return None


def switched_apart(findings: Iterable[Finding], project: Project) -> tuple[list[Finding], list[Suppressed]]:
    """Findings of tables and of the checklist: those that stay, and those of rules switched off."""
    kept, held = [], []
    for finding in findings:
        if switched := _switched(finding.rule, project):
            held.append(Suppressed(finding, *switched))
        else:
            kept.append(finding)
    return kept, held


def told(book: Rulebook, held: Sequence[Suppressed]) -> list[str]:
    """The notes of a report on what the reader and the project changed; none where they changed nothing."""
    return [*_told_of_reader(book.project, held), *_told_of_file(book, held)]


def _switched(rule: str, project: Project) -> tuple[str, str] | None:
    """By whom and why the rule is switched off, None where it is on; the reader's word goes first."""
    if rule in project.switched:
        return BY_READER, f"Quy tắc được tắt trong ứng dụng: {project.switched[rule]}"
    if rule in project.disabled:
        return BY_FILE, f"Quy tắc được tắt trong {project.name}: {project.disabled[rule]}"
    return None


def _told_of_reader(project: Project, held: Iterable[Suppressed]) -> Iterator[str]:
    counts = Counter(one.finding.rule for one in held if one.by == BY_READER)
    for rule, reason in project.switched.items():
        end = "" if reason.rstrip().endswith((".", "!", "?")) else "."
        yield (
            f"Quy tắc {rule} được tắt trong ứng dụng; {counts[rule]} chỗ được giữ lại vì vậy. "
            f"Lý do: {reason.rstrip()}{end}"
        )


def _told_of_file(book: Rulebook, held: Iterable[Suppressed]) -> list[str]:
    project, said = book.project, []
    if book.own:
        said.append(f"thêm {len(book.own)} quy tắc riêng")
    if project.disabled:
        said.append(f"tắt {len(project.disabled)} quy tắc ({', '.join(project.disabled)})")
    if project.allowed:
        said.append(f"cho phép {len(project.allowed)} cụm từ")
    if not said:
        return []
    count = sum(one.by == BY_FILE for one in held)
    by = f"Theo tệp dự án {project.name}" if project.name else "Theo lựa chọn khi chạy"
    kept = f"; {count} chỗ được giữ lại vì vậy" if project.disabled or project.allowed else ""
    return [f"{by}: {', '.join(said)}{kept}."]


def _concerns(allowed: Allowed, match: Match) -> bool:
    rule = match.rule.rule
    return allowed.rule in ("", rule.id) and allowed.category in ("", rule.category)


def _stands_in(allowed: Allowed, match: Match, views: ClauseViews) -> bool:
    """Whether the term shares words with what made the rule fire."""
    view = views.with_chapeau(match.clause)
    terms = [view.span(*place) for place in ranges([allowed.phrase], view)]
    return any(overlap(term, span) for term in terms for span in match.spans)
