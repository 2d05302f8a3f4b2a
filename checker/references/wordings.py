"""Bodies, territories and wordings that are out of date: the phrases of the table in a clause's own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.domain import Clause, Span
from checker.matching import ClauseViews
from checker.matching.anchors import AnchorIndex, build_index
from checker.matching.phrases import Pieces, find_phrase, overlaps, ranges
from checker.matching.views import View
from checker.rulebook.phrases import Phrase
from checker.rulebook.references import CompiledReference


@dataclass(frozen=True)
class Wordings:
    """All phrases of the table in one automaton; `triggers[i]` is an entry and one of its phrases."""

    index: AnchorIndex
    triggers: tuple[tuple[CompiledReference, Phrase], ...]


def index_wordings(references: Sequence[CompiledReference]) -> Wordings:
    """The index of the entries' phrases."""
    triggers = tuple((one, phrase) for one in references for phrase in one.rule.match)
    return Wordings(build_index([phrase.anchors for _, phrase in triggers]), triggers)


def worded(
    wordings: Wordings, views: ClauseViews, clause: Clause
) -> Iterator[tuple[CompiledReference, tuple[Span, ...]]]:
    """Each entry whose phrase matches, with its words; of those of one entry that overlap the longest."""
    view = views.own(clause)
    found: dict[int, list[Pieces]] = defaultdict(list)
    entries: dict[int, CompiledReference] = {}
    for number in wordings.index.complete(wordings.index.hits(view.words)):
        reference, phrase = wordings.triggers[number]
        friends = ranges(reference.rule.pseudo, view)
        entries[id(reference)] = reference
        for pieces in find_phrase(phrase, view):
            named = not reference.entry.proper or _is_proper(views.document.text, view, pieces)
            if named and not overlaps(pieces, friends):
                found[id(reference)].append(pieces[-1:] if reference.entry.proper else pieces)
    for key, matches in found.items():
        for pieces in _apart(matches):
            yield entries[key], tuple(view.span(*piece) for piece in pieces if piece[0] < piece[1])


def _is_proper(text: str, view: View, pieces: Pieces) -> bool:
    """Whether the name begins each word with a capital: "huyện Vân Sơn", "các tỉnh Lai Châu, Yên Bái"."""
    first, end = pieces[-1]
    unit = len(pieces) == 1  # the word before the name stands in the same piece
    return all(text[view.starts[at]].isupper() for at in range(first + unit, end))


def _apart(matches: Sequence[Pieces]) -> list[Pieces]:
    kept: list[Pieces] = []
    for pieces in sorted(matches, key=lambda one: (one[0][0] - one[-1][1], one)):
        if not any(overlaps(pieces, other) for other in kept):
            kept.append(pieces)
    return sorted(kept)
