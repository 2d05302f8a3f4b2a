"""Which clauses of a paper are its part on gender: under a heading that says so, or a paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.domain import Clause, Document, Role, Span
from checker.matching import ClauseViews
from checker.matching.phrases import overlaps, ranges
from checker.matching.views import View, view_of
from checker.rulebook.checklist import Checklist
from checker.structure import subtree

_RUN = ("paragraph", "dash", "cell")
_HEADING_WORDS = 40
_WHOLLY: tuple[Role, ...] = ("phu-luc-so-lieu-gioi",)


def gender_part(views: ClauseViews, checklist: Checklist, role: Role) -> tuple[Clause, ...]:
    """The clauses, in reading order; the whole body of a paper whose role or very title is about gender."""
    document = views.document
    body = [clause for clause in document.clauses if clause.zone == "body"]
    if role in _WHOLLY or _opens(_title(document), checklist):
        return tuple(body)
    found: dict[int, Clause] = {}
    for clause in body:
        if clause.index not in found and _opens(views.own(clause), checklist):
            found |= {member.index: member for member in _members(views, clause)}
    return tuple(found[index] for index in sorted(found))


def _title(document: Document) -> View:
    return view_of(document.title, [Span(0, len(document.title))])


def _opens(view: View, checklist: Checklist) -> bool:
    """Whether a heading phrase stands there that is no mention of another text."""
    friends = ranges(checklist.not_headings, view)
    return any(not overlaps([found], friends) for found in ranges(checklist.headings, view))


def _members(views: ClauseViews, opening: Clause) -> Sequence[Clause]:
    """What the opening clause governs: all under it, and after a bare heading the text that follows."""
    document = views.document
    under = subtree(document, opening)
    if len(under) > 1 or not _is_heading(views, opening):
        return under
    return (*under, *_run_after(document, opening))


def _is_heading(views: ClauseViews, clause: Clause) -> bool:
    text = views.document.text[clause.span.start : clause.span.end].rstrip()
    return len(views.own(clause).words) <= _HEADING_WORDS and text[-1:] not in (".", ";")


def _run_after(document: Document, opening: Clause) -> Iterator[Clause]:
    for clause in document.clauses[opening.index + 1 :]:
        block = document.blocks[clause.block]
        if clause.kind not in _RUN or block.kind == "heading" or (block.bold and clause.kind == "paragraph"):
            return
        yield clause
