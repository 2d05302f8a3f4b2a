"""Rules over a document: candidates by anchors, then each rule's kind decides.

`Match.spans` are the words that made the rule fire, in text order; at least one of them lies in the
clause that is reported. A match of an `absent` rule says what it is about (`checker.matching.absence`).

Who wants to know what came near passes `missed`: the same functions that decide tell it what they
turn down, so that an explanation cannot differ from the check.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from checker.domain import Clause, MissCause, Span
from checker.matching.absence import Missing, missing
from checker.matching.anchors import AnchorIndex, build_index
from checker.matching.clauses import ClauseViews
from checker.matching.contrast import Event, contrasting
from checker.matching.phrases import Pieces, any_phrase, find_phrase, overlaps, ranges
from checker.matching.tokens import TokenMatcher
from checker.matching.views import View, view_of
from checker.rulebook import Rulebook
from checker.rulebook.phrases import Anchors, Phrase
from checker.rulebook.rules import CompiledRule


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that fired on a clause, and the words that made it fire; `missing` of an `absent` rule only.

    `within` is the cited document whose name the words of a stale reference are part of.
    """

    rule: CompiledRule
    clause: Clause
    spans: tuple[Span, ...]
    missing: Missing | None = None
    within: Span | None = None


@dataclass(frozen=True, slots=True)
class Miss:
    """Words that a rule reads and yet turns down, and the words that decided it where there are some."""

    match: Match
    cause: MissCause
    cues: tuple[Span, ...] = ()


Missed = Callable[[Miss], None] | None


@dataclass(frozen=True)
class Matcher:
    """A rulebook ready to run; `triggers[i]` is a rule and the number of one of its phrases or patterns."""

    index: AnchorIndex
    triggers: tuple[tuple[CompiledRule, int], ...]
    contrast_literals: frozenset[int]
    tokens: TokenMatcher


def build_matcher(rulebook: Rulebook) -> Matcher:
    """The matcher of a rulebook; no language model is loaded before a token pattern becomes a candidate."""
    triggers: list[tuple[CompiledRule, int]] = []
    anchors: list[Anchors] = []
    for compiled in rulebook.rules:
        for number, sets in enumerate(rule_anchors(compiled)):
            triggers.append((compiled, number))
            anchors.append(sets)
    index = build_index(anchors)
    contrasts = {number for number, (compiled, _) in enumerate(triggers) if compiled.rule.kind == "contrast"}
    return Matcher(index, tuple(triggers), index.literals_of(contrasts), TokenMatcher())


def rule_anchors(compiled: CompiledRule) -> list[Anchors]:
    if compiled.rule.kind == "pattern":
        return list(compiled.pattern_anchors)
    if compiled.rule.kind == "contrast":
        sides = (frozenset(_side_literals(phrases)) for phrases in compiled.sides.values())
        return [tuple(sides)]
    return [phrase.anchors for phrase in compiled.match]


def _side_literals(phrases: Sequence[Phrase]) -> Iterator[str]:
    for phrase in phrases:
        yield from min(phrase.anchors, key=len)


def find_matches(
    matcher: Matcher, views: ClauseViews, *, judged: Callable[[Clause], bool], missed: Missed = None
) -> Iterator[Match]:
    """Every match in the clauses that `judged` admits, clause by clause; `missed` is told of near ones."""
    document = views.document
    hits = {clause.index: matcher.index.hits(views.own(clause).words) for clause in document.clauses}
    for clause in document.clauses:
        if not hits[clause.index] or not judged(clause):
            continue
        for number in matcher.index.complete(_hits_read(matcher, views, clause, hits)):
            compiled, part = matcher.triggers[number]
            if missed is None and _out_of_place(compiled, views, clause):
                continue
            for match in _of_kind(matcher, compiled, part, views, clause, missed):
                weighed = _weighed(match, views)
                if isinstance(weighed, Match):
                    yield weighed
                elif missed:
                    missed(weighed)


def _hits_read(
    matcher: Matcher, views: ClauseViews, clause: Clause, hits: Mapping[int, frozenset[int]]
) -> frozenset[int]:
    """The literals that rules can read from a clause; only a contrast also reads the items beside it."""
    read = hits[clause.index].union(*(hits[above.index] for above in views.chapeaux(clause)))
    for beside in (views.previous_sibling(clause), views.next_sibling(clause)):
        if beside is not None:
            read |= hits[beside.index] & matcher.contrast_literals
    return read


def _out_of_place(compiled: CompiledRule, views: ClauseViews, clause: Clause) -> MissCause | None:
    """What of the document's type, its title and the headings above is not as the rule wants it."""
    rule, titled = compiled.rule, compiled.titled
    if rule.applies_to and views.document.type not in rule.applies_to:
        return "document-type"
    if titled and not views.remember(("titled", rule.titled), lambda: any_phrase(titled, views.title)):
        return "titled"
    return "under" if compiled.under and not _stands_under(compiled, views, clause) else None


def _of_kind(
    matcher: Matcher, compiled: CompiledRule, part: int, views: ClauseViews, clause: Clause, missed: Missed
) -> Iterator[Match]:
    if compiled.rule.kind == "contrast":
        yield from _contrasts(compiled, views, clause)
    elif compiled.rule.kind == "pattern":
        # Tagging is slow and loads the language: the cheap question comes first.
        if missed is None and not _cues_present(compiled, views, clause):
            return
        for span in matcher.tokens.find(compiled.rule.patterns[part], views.document.text, views.own(clause)):
            yield Match(compiled, clause, (span,))
    else:
        yield from _phrases(compiled, compiled.match[part], views.with_chapeau(clause), clause, missed)


def _phrases(
    compiled: CompiledRule, phrase: Phrase, view: View, clause: Clause, missed: Missed
) -> Iterator[Match]:
    def match(pieces: Pieces) -> Match:
        return Match(compiled, clause, tuple(view.span(*piece) for piece in pieces if piece[0] < piece[1]))

    def is_no_false_friend(pieces: Pieces) -> bool:
        friend = next((one for one in ranges(compiled.pseudo, view) if overlaps(pieces, [one])), None)
        if friend and missed and pieces[-1][1] > view.own:
            missed(Miss(match(pieces), "false-friend", (view.span(*friend),)))
        return friend is None

    for pieces in find_phrase(phrase, view, keep=is_no_false_friend):
        # What lies in the chapeau alone is the chapeau's own match.
        if pieces[-1][1] > view.own:
            yield match(pieces)


def _contrasts(compiled: CompiledRule, views: ClauseViews, clause: Clause) -> Iterator[Match]:
    own = views.own(clause)
    first, found = 0, False
    while first < len(own.words):
        _, end = own.sentence(first, first + 1)
        events = contrasting(compiled.sides, compiled.pseudo, own, first, end, bare=compiled.rule.bare)
        if events:
            found = True
            yield _contrast_match(compiled, clause, own, events)
        first = end
    if not found:
        yield from _neighbours(compiled, views, clause)


def _neighbours(compiled: CompiledRule, views: ClauseViews, clause: Clause) -> Iterator[Match]:
    """ "a) Nam: 62 tuổi; b) Nữ: 60 tuổi": two items of one list, each told with the other's words."""
    for first, second in ((clause, views.next_sibling(clause)), (views.previous_sibling(clause), clause)):
        if first is None or second is None:
            continue
        pair = view_of(views.document.text, [Span(one.label.end, one.span.end) for one in (first, second)])
        events = contrasting(
            compiled.sides, compiled.pseudo, pair, 0, len(pair.words), bare=compiled.rule.bare
        )
        if all(
            _one_side(event for event in events if (event.first < pair.own) is half) for half in (True, False)
        ):
            yield _contrast_match(compiled, clause, pair, events)
            return


def _one_side(events: Iterable[Event]) -> bool:
    """Whether one item speaks of one sex and gives it a quantity."""
    kinds = {event.side for event in events}
    return "" in kinds and len(kinds) == 2


def _contrast_match(compiled: CompiledRule, clause: Clause, view: View, events: list[Event]) -> Match:
    return Match(compiled, clause, tuple(view.span(event.first, event.end) for event in events))


def _weighed(match: Match, views: ClauseViews) -> Match | Miss:
    """The match where the rule's wider conditions hold, else which of them does not."""
    compiled, clause = match.rule, match.clause
    if cause := _out_of_place(compiled, views, clause):
        return Miss(match, cause)
    if compiled.rule.kind == "absent":
        found = missing(compiled, clause, match.spans, views)
        return Miss(match, "present", (found,)) if isinstance(found, Span) else replace(match, missing=found)
    return match if _cues_present(compiled, views, clause) else Miss(match, "lacking")


def _stands_under(compiled: CompiledRule, views: ClauseViews, clause: Clause) -> bool:
    """Whether one of the phrases that the rule wants in a heading above stands there."""
    question = ("under", compiled.rule.under, clause.parent)
    return views.remember(
        question, lambda: any(any_phrase(compiled.under, views.own(one)) for one in views.above(clause))
    )


def _cues_present(compiled: CompiledRule, views: ClauseViews, clause: Clause) -> bool:
    """Whether one of the phrases that the rule needs stands in its scope; yes where it needs none."""
    return not compiled.needs or any_phrase(compiled.needs, views.scope(clause, compiled.rule.scope))
