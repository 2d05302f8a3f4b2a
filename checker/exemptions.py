"""What a project file holds down: rules that it switches off and terms that it allows, never in silence."""

from __future__ import annotations

from collections.abc import Iterable

from checker.domain import Suppressed
from checker.matching import ClauseViews, Match
from checker.matching.phrases import ranges
from checker.rulebook import Rulebook
from checker.rulebook.project import Allowed, Project
from checker.text.spans import overlap

BY = "project file"


def exempted(match: Match, views: ClauseViews, project: Project) -> str | None:
    """Why the project holds the match down, None where it does not."""
    rule = match.rule.rule
    if rule.id in project.disabled:
        return f"Quy tắc được tắt trong {project.name}: {project.disabled[rule.id]}"
    for allowed in project.allowed:
        if _concerns(allowed, match) and _stands_in(allowed, match, views):
            return f"Cụm từ “{allowed.phrase.source}” được phép trong {project.name}: {allowed.reason}"
    return None


def told(book: Rulebook, held: Iterable[Suppressed]) -> list[str]:
    """The note of a report on what the project changed; none where there is no project and no own rule."""
    project, said = book.project, []
    if book.own:
        said.append(f"thêm {len(book.own)} quy tắc riêng")
    if project.disabled:
        said.append(f"tắt {len(project.disabled)} quy tắc ({', '.join(project.disabled)})")
    if project.allowed:
        said.append(f"cho phép {len(project.allowed)} cụm từ")
    if not said:
        return []
    count = sum(one.by == BY for one in held)
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
