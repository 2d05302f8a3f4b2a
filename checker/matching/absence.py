"""What an `absent` rule asks of a draft: who is spoken of, and whether the cue stands where it would cure.

The cue cures where it stands in the rule's own scope (the Điều). A rule about a body of people also
has a `subject`: "Hội đồng nghĩa vụ quân sự". A Điều elsewhere that is headed by that name, or a
sentence that holds it, governs the body too, so a cue there cures as well.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.domain import Clause, Span
from checker.matching.anchors import build_index
from checker.matching.clauses import ClauseViews
from checker.matching.phrases import any_phrase, first_phrase, ranges
from checker.matching.views import View
from checker.rulebook.rules import CompiledRule

Name = tuple[str, ...]
_LONGEST_REST = 7
_NEAR = 25  # syllables between a body and the words about its women, in one sentence


@dataclass(frozen=True, slots=True)
class Missing:
    """Where words are missing: `unit` is the first clause of the scope that lacks them.

    `subject` names the body that the match is about in folded syllables, `shown` as it is written;
    both empty where the rule asks for none. `once`: a mention, not worth a word where the body is judged.
    """

    unit: int
    subject: Name = ()
    shown: str = ""
    once: bool = False


def missing(
    compiled: CompiledRule, clause: Clause, spans: Sequence[Span], views: ClauseViews
) -> Missing | Span:
    """What is missing around a match of an `absent` rule, or the cue that cures it where one is there."""
    rule = compiled.rule
    unit = views.unit(clause, rule.scope)
    question = ("needs", rule.needs, rule.scope, unit)
    cure = views.remember(question, lambda: _cue(compiled, views.scope(clause, rule.scope)))
    if cure is not None:
        return cure
    named = _subject(compiled, views.with_chapeau(clause), spans) if compiled.subject else None
    if named is None:
        return Missing(unit)
    subject, place = named
    cure = views.remember(
        ("governed", rule.needs, subject), lambda: _cure_elsewhere(compiled, subject, views)
    )
    if cure is not None:
        return cure
    shown = " ".join(views.document.text[place.start : place.end].split())
    return Missing(unit, subject, shown, rule.once)


def same_subject(one: Name, other: Name) -> bool:
    """Whether two names can mean one body: "Ban kiểm soát" and "Ban kiểm soát Quỹ"."""
    shared = min(len(one), len(other))
    return shared > 0 and one[:shared] == other[:shared]


def _subject(compiled: CompiledRule, view: View, spans: Sequence[Span]) -> tuple[Name, Span] | None:
    """The first name that the match touches."""
    low, high = bisect_left(view.starts, spans[0].start), bisect_left(view.starts, spans[-1].end)
    touched = [(first, end) for first, end in _subjects(compiled, view, low) if first < high]
    return (view.words[slice(*touched[0])], view.span(*touched[0])) if touched else None


def _subjects(compiled: CompiledRule, view: View, low: int = 0) -> list[tuple[int, int]]:
    """Every name from syllable `low` on, each up to the word that ends it, as ranges of syllables."""
    heads = ranges(compiled.subject, view, start=low)
    return sorted((first, _name_end(compiled, view, end)) for first, end in heads)


def _name_end(compiled: CompiledRule, view: View, end: int) -> int:
    limit = min(len(view.words), end + _LONGEST_REST)
    while end < limit and not view.breaks[end] and not _ends_name(compiled, view, end):
        end += 1
    return end


def _ends_name(compiled: CompiledRule, view: View, at: int) -> bool:
    return any_phrase(compiled.subject_end, view, start=at, end=at + 1)


def _cue(compiled: CompiledRule, view: View) -> Span | None:
    place = first_phrase(compiled.needs, view)
    return view.span(*place) if place else None


def _cure_elsewhere(compiled: CompiledRule, subject: Name, views: ClauseViews) -> Span | None:
    """A cue near the subject's name in one sentence, or in a Điều that is headed by it."""
    for clause, first, end in views.remember(
        ("cues", compiled.rule.needs), lambda: list(_cues_in_document(compiled, views))
    ):
        view = views.own(clause)
        low, high = view.sentence(first, end)
        near = view.words[max(low, first - _NEAR) : min(high, end + _NEAR)]
        if _names(near, subject) or _heads(compiled, views.own(views.heading(clause)), subject):
            return view.span(first, end)
    return None


def _cues_in_document(compiled: CompiledRule, views: ClauseViews) -> Iterator[tuple[Clause, int, int]]:
    """Every cue of the document with its clause; only clauses that hold the cues' literals are walked."""
    index = build_index([phrase.anchors for phrase in compiled.needs])
    for clause in views.document.clauses:
        view = views.own(clause)
        candidates = index.complete(index.hits(view.words))
        for first, end in ranges((compiled.needs[number] for number in candidates), view):
            yield clause, first, end


def _heads(compiled: CompiledRule, heading: View, subject: Name) -> bool:
    names = (heading.words[first:end] for first, end in _subjects(compiled, heading))
    return any(same_subject(name, subject) for name in names)


def _names(words: Sequence[str], subject: Name) -> bool:
    size = len(subject)
    return any(tuple(words[at : at + size]) == subject for at in range(len(words) - size + 1))
