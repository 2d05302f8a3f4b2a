"""The redraft of a flagged clause: which of its words to replace, by the rewrites of the finding's category.

Only words that made the rule fire are touched. Whether the redraft passes all rules is for the caller to see.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from checker.domain import Clause, Document, Edit, Span
from checker.matching import ClauseViews
from checker.matching.phrases import find_phrase
from checker.matching.views import View
from checker.rulebook.rewrites import KEEP, Rewrite
from checker.text.spans import overlap


def edits(
    views: ClauseViews, clause: Clause, triggers: Iterable[Span], rewrites: Sequence[Rewrite]
) -> tuple[Edit, ...]:
    """The edits of a clause in text order, none overlapping another; empty where no rewrite fits."""
    view = views.own(clause)
    left = [span for span in triggers if clause.span.start <= span.start and span.end <= clause.span.end]
    made: list[Edit] = []
    taken: list[Span] = []
    for rewrite in rewrites:
        for place, found in _changes(rewrite, view, views.document.text, left):
            if not any(overlap(place, other) for other in taken):
                taken.append(place)
                made += found
    return tuple(sorted(made, key=lambda edit: edit.span))


def redraft(document: Document, clause: Clause, changes: Sequence[Edit]) -> str:
    """The clause's own text with the edits made, its number left as it is."""
    parts, at = [], clause.span.start
    for edit in sorted(changes, key=lambda edit: edit.span):
        parts += [document.text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*parts, document.text[at : clause.span.end]])


def _changes(
    rewrite: Rewrite, view: View, text: str, triggers: Sequence[Span]
) -> Iterator[tuple[Span, list[Edit]]]:
    """Each place where the rewrite fits on words that fired, and the edits there."""
    for pieces in find_phrase(rewrite.find, view):
        spans = [view.span(first, end) if first < end else None for first, end in pieces]
        touched = [span for span in spans if span]
        if any(overlap(span, trigger) for span in touched for trigger in triggers):
            changed = zip(spans, rewrite.words, strict=True)
            yield (
                Span(touched[0].start, touched[-1].end),
                [_edit(text, span, words) for span, words in changed if span and words != KEEP],
            )


def _edit(text: str, span: Span, words: str) -> Edit:
    """The words put in place of a span, begun like it; struck words take the blank before them along."""
    old = text[span.start : span.end]
    new = words.replace(KEEP, old)
    if new:
        return Edit(span, _like(old, new))
    if text[span.end : span.end + 1] == " ":
        following = text[span.end + 1 : span.end + 2]
        if old[:1].isupper() and following:
            return Edit(Span(span.start, span.end + 2), following.upper())
        return Edit(Span(span.start, span.end + 1), "")
    start = span.start - 1 if text[span.start - 1 : span.start] == " " else span.start
    return Edit(Span(start, span.end), "")


def _like(old: str, new: str) -> str:
    return new[0].upper() + new[1:] if old[:1].isupper() else new
