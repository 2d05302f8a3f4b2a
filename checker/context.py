"""What justifies a match: the rule's own `unless`, then the guards that all rules share.

The idea is ConText's (Harkema 2009): a cue counts by where it stands to the match, its reach ends
with the sentence, the clause or the headings above, a stop phrase between the two cuts it off, and
a pseudo phrase ("phòng, chống") only looks like a cue. Nothing is thrown away: a match that is held
down keeps the reason.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.domain import Guard, Softening, Span
from checker.matching import ClauseViews, Match
from checker.matching.phrases import overlaps, ranges
from checker.matching.views import View
from checker.rulebook.guards import CompiledGuard
from checker.structure.amendments import inserts

_QUOTED = re.compile(r"“[^“”]{1,200}”|\"[^\"]{1,200}\"|«[^«»]{1,200}»")
_NEXT_TWO = re.compile(r" (?!Việt Nam\b)(\w+) (\w+)")
_HONORIFIC = re.compile(r"\b(ông|bà|anh|chị|cô|chú|thầy)((?:\s+\w+){1,3})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the context says of a match: silenced by what, why and on what words; or what softens it."""

    silenced: bool = False
    by: str = ""
    reason: str = ""
    cues: tuple[Span, ...] = ()
    softened: tuple[Softening, ...] = ()


def judge(match: Match, views: ClauseViews, guards: Sequence[CompiledGuard]) -> Verdict:
    """The verdict of the first thing that silences the match, else what softens it."""
    excused = _unless(match, views)
    if excused:
        return excused
    softened: list[Softening] = []
    for compiled in guards:
        if not _applies(compiled.guard, match):
            continue
        cue = _guard_cue(compiled, match, views)
        if cue is None:
            continue
        guard = compiled.guard
        if guard.effect == "silence":
            return Verdict(True, by=guard.id, reason=guard.reason, cues=(cue,))
        softened.append(Softening(guard.id, guard.reason, cue, guard.effect == "consider"))
    return Verdict(cues=tuple(one.cue for one in softened), softened=tuple(softened))


def _unless(match: Match, views: ClauseViews) -> Verdict | None:
    rule = match.rule.rule
    view, low, high = _excuse_reach(match, views)
    for first, end in ranges(match.rule.unless, view, start=low, end=high):
        cue = view.span(first, end)
        reason = "Đã nêu cả hai bên." if rule.kind == "pair" else "Có căn cứ ngay trong điều khoản."
        quoted = views.document.text[cue.start : cue.end]
        return Verdict(True, by=rule.id, reason=f"{reason} (“{quoted}”)", cues=(cue,))
    return None


def _excuse_reach(match: Match, views: ClauseViews) -> tuple[View, int, int]:
    """Where the rule's `unless` is looked for: a view and the range of its syllables."""
    scope = match.rule.rule.unless_scope
    if scope != "sentence":
        view = views.scope(match.clause, scope)
        return view, 0, len(view.words)
    view = views.with_chapeau(match.clause)
    pieces = _pieces(view, match)
    return view, *(view.sentence(pieces[0][0], pieces[-1][1]) if pieces else (0, len(view.words)))


def _applies(guard: Guard, match: Match) -> bool:
    rule = match.rule.rule
    return guard.id not in rule.ignores and (not guard.categories or rule.category in guard.categories)


def _guard_cue(compiled: CompiledGuard, match: Match, views: ClauseViews) -> Span | None:
    if compiled.guard.kind == "quotation":
        return _around(match, _quoted(match, views))
    if compiled.guard.kind == "citation":
        return match.within
    if compiled.guard.kind == "person":
        return _around(match, _named(match, views))
    return _cue(compiled, match, views)


def _cue(compiled: CompiledGuard, match: Match, views: ClauseViews) -> Span | None:
    guard = compiled.guard
    if guard.reach == "headings":
        return _heading_cue(compiled, views.headings(match.clause))
    view = views.chain(match.clause) if guard.reach == "chain" else views.with_chapeau(match.clause)
    pieces = _pieces(view, match)
    if not pieces:
        return None
    first, end = pieces[0][0], pieces[-1][1]
    low, high = view.sentence(first, end) if guard.reach == "sentence" else (0, len(view.words))
    friends = ranges(compiled.pseudo, view, start=low, end=high)
    for cue in ranges(compiled.cues, view, start=low, end=high):
        if overlaps([cue], friends):
            continue
        if any(_stands(where, cue, pieces) for where in guard.where) and not _stopped(
            compiled, view, cue, first, end
        ):
            return view.span(*cue)
    return None


def _heading_cue(compiled: CompiledGuard, view: View) -> Span | None:
    """The first cue in the headings above a match, whatever the match."""
    friends = ranges(compiled.pseudo, view)
    cues = (cue for cue in ranges(compiled.cues, view) if not overlaps([cue], friends))
    return next((view.span(*cue) for cue in cues), None)


def _stands(where: str, cue: tuple[int, int], pieces: Sequence[tuple[int, int]]) -> bool:
    first, end = pieces[0][0], pieces[-1][1]
    if where == "before":
        return cue[1] <= first
    if where == "after":
        return cue[0] >= end
    if where == "inside":
        return first <= cue[0] and cue[1] <= end
    if where == "around":
        return any(cue[0] <= piece[0] and piece[1] <= cue[1] for piece in pieces)
    return True


def _stopped(compiled: CompiledGuard, view: View, cue: tuple[int, int], first: int, end: int) -> bool:
    between = (cue[1], first) if cue[1] <= first else (end, cue[0])
    return between[0] < between[1] and bool(ranges(compiled.stops, view, start=between[0], end=between[1]))


def _pieces(view: View, match: Match) -> list[tuple[int, int]]:
    """The trigger words of a match as ranges of syllables, those that the view does not hold left out."""
    located = (
        (bisect_left(view.starts, span.start), bisect_left(view.starts, span.end)) for span in match.spans
    )
    return [(first, end) for first, end in located if first < end]


def _around(match: Match, stretches: Iterator[Span]) -> Span | None:
    for stretch in stretches:
        if any(stretch.start <= span.start and span.end <= stretch.end for span in match.spans):
            return stretch
    return None


def _quoted(match: Match, views: ClauseViews) -> Iterator[Span]:
    """Quoted stretches of the clause; the new text of an amendment is the drafter's, not a quotation."""
    span = match.clause.span
    text = views.document.text[span.start : span.end]
    for found in _QUOTED.finditer(text):
        if len(found.group()) < 0.8 * len(text) and not inserts(text[: found.start()]):
            yield Span(span.start + found.start(), span.start + found.end())


def _named(match: Match, views: ClauseViews) -> Iterator[Span]:
    """Names of persons and places: "bà Lê Thị Hoa", "chợ Bà Chiểu", "cô giáo Lê Thị Hoa"."""
    span = match.clause.span
    text = views.document.text[span.start : span.end]
    for found in _HONORIFIC.finditer(text):
        capitals = [word[0].isupper() for word in found.group(2).split()]
        inside_sentence = found.start() > 0 and text[: found.start()].rstrip()[-1:] not in (".", ":", ";", "")
        title_is_name = found.group(1)[0].isupper() and inside_sentence
        if (len(capitals) > 1 and all(capitals[:2])) or (title_is_name and capitals[0]):
            yield Span(span.start + found.start(), span.start + found.end())
    for one in match.spans:
        behind = _NEXT_TWO.match(views.document.text, one.end)
        if behind and all(word.istitle() for word in behind.groups()):
            yield Span(one.start, behind.end())
