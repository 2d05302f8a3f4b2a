"""Matching of one phrase over one view: a walk that goes back, but never from one stand twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from checker.matching.views import View
from checker.rulebook.phrases import ANY, DIGITS, Gap, Group, Item, Mark, Part, Phrase, Word
from checker.text.numbers import number_length

Pieces = tuple[tuple[int, int], ...]
"""The gap-free pieces of a match, each as a half-open range of syllables of the view."""
_MOST_CHOICES = 500
"""Choices of parts joined by `&` that are weighed in one sentence: long ones repeat the same words."""
_Stand = tuple[int, int, bool]
"""How many items are left, at which syllable, and whether a piece begins there."""


def find_phrase(
    phrase: Phrase,
    view: View,
    *,
    start: int = 0,
    end: int | None = None,
    keep: Callable[[Pieces], bool] = lambda _pieces: True,
) -> Iterator[Pieces]:
    """Every match of `phrase` within syllables start..end-1, left to right, none overlapping another.

    A match that `keep` refuses hides nothing: the search goes on one syllable after its beginning.
    Of parts joined by `&` one choice a sentence is told.
    """
    limit = len(view.words) if end is None else end
    if len(phrase.parts) > 1:
        yield from _side_by_side(phrase.parts, view, start, limit, keep)
        return
    at = start
    while at < limit:
        pieces = _match_at(phrase.parts[0], view, at, limit)
        if pieces is not None and keep(pieces):
            yield pieces
            at = pieces[-1][1]
        else:
            at += 1


def _match_at(part: Part, view: View, at: int, limit: int) -> Pieces | None:
    """The first way in which the part matches from syllable `at` on, if it takes up any."""
    if "" not in part.first and view.words[at] not in part.first:
        return None
    pieces = _walk(part.items, view, at, limit, at, (), set())
    return pieces if pieces is not None and pieces[-1][1] > at else None


def _side_by_side(
    parts: Sequence[Part], view: View, start: int, limit: int, keep: Callable[[Pieces], bool]
) -> Iterator[Pieces]:
    """For each sentence the first choice of one match a part, in any order, that `keep` accepts."""
    first = start
    while first < limit:
        end = min(view.sentence(first, first + 1)[1], limit)
        choices = islice(_choices(parts, view, first, end), _MOST_CHOICES)
        found = next(filter(keep, choices), None)
        if found is not None:
            yield found
        first = end


def _choices(parts: Sequence[Part], view: View, first: int, end: int) -> Iterator[Pieces]:
    matches = []
    for part in parts:
        of_part = [pieces for at in range(first, end) if (pieces := _match_at(part, view, at, end))]
        if not of_part:
            return
        matches.append(of_part)
    yield from _chosen(parts, matches, ())


def _chosen(parts: Sequence[Part], matches: Sequence[Sequence[Pieces]], done: Pieces) -> Iterator[Pieces]:
    """Every choice that adds to `done` one match of each further part, none sharing a syllable."""
    if not parts:
        yield tuple(sorted(done))
        return
    for pieces in matches[0]:
        if not done or (_near(pieces, done, parts[0].reach) and not overlaps(pieces, done)):
            yield from _chosen(parts[1:], matches[1:], (*done, *pieces))


def _near(pieces: Pieces, done: Pieces, reach: int) -> bool:
    low, high = min(done)[0], max(end for _, end in done)
    return pieces[0][0] - high <= reach and low - pieces[-1][1] <= reach


def ranges(
    phrases: Iterable[Phrase], view: View, *, start: int = 0, end: int | None = None
) -> list[tuple[int, int]]:
    """Each match of any of the phrases as one range of syllables, from its first to its last piece."""
    return [
        (pieces[0][0], pieces[-1][1])
        for phrase in phrases
        for pieces in find_phrase(phrase, view, start=start, end=end)
    ]


def any_phrase(phrases: Iterable[Phrase], view: View, *, start: int = 0, end: int | None = None) -> bool:
    """Whether any of the phrases stands within syllables start..end-1."""
    return first_phrase(phrases, view, start=start, end=end) is not None


def first_phrase(
    phrases: Iterable[Phrase], view: View, *, start: int = 0, end: int | None = None
) -> tuple[int, int] | None:
    """The first match of the first phrase that stands within syllables start..end-1."""
    found = (next(find_phrase(phrase, view, start=start, end=end), None) for phrase in phrases)
    pieces = next((one for one in found if one is not None), None)
    return (pieces[0][0], pieces[-1][1]) if pieces else None


def overlaps(pieces: Iterable[tuple[int, int]], others: Sequence[tuple[int, int]]) -> bool:
    """Whether any of the ranges shares a syllable with any of the others."""
    return any(first < other[1] and other[0] < end for first, end in pieces for other in others)


def _walk(
    items: tuple[Item, ...], view: View, at: int, limit: int, began: int, done: Pieces, dead: set[_Stand]
) -> Pieces | None:
    """The first way in which `items` match from syllable `at` on; the current piece began at `began`.

    `dead` are the stands from which no way led on: without them the ways through several gaps multiply.
    """
    if not items:
        return (*done, (began, at))
    stand = (len(items), at, at == began)
    if stand in dead:
        return None
    head, rest = items[0], items[1:]
    if isinstance(head, Gap):
        closed = (*done, (began, at))
        ways = (
            _walk(rest, view, following, limit, following, closed, dead)
            for following in _gap_ends(head, view, at, limit)
        )
    else:
        ways = (
            _walk(rest, view, reached, limit, began, done, dead)
            for reached in _ends(head, view, at, limit, fresh=at == began)
        )
    found = next((pieces for pieces in ways if pieces is not None), None)
    if found is None:
        dead.add(stand)
    return found


def _gap_ends(gap: Gap, view: View, at: int, limit: int) -> Iterator[int]:
    """Where the piece after a gap may begin: within the sentence, at most `gap.most` syllables on."""
    skipped = 0
    for following in range(at, limit):
        if view.breaks[following] == 2 or skipped > gap.most:
            return
        yield following
        skipped += view.words[following] != ","


def _ends(item: Item, view: View, at: int, limit: int, *, fresh: bool) -> Iterator[int]:
    """Where `item` may end when it begins at syllable `at`, the longest way first."""
    if isinstance(item, Group):
        yield from _group_ends(item, view, at, limit, fresh=fresh)
    elif isinstance(item, Mark) and item.sign in "^$":
        if _stands(item.sign, view, at):
            yield at
    elif at < limit and (fresh or view.breaks[at] == 0):
        if isinstance(item, Word):
            if view.words[at] == item.text:
                yield at + 1
        elif item == ANY or (item == DIGITS and view.words[at][0].isdigit()):
            yield at + 1
        elif item == DIGITS:
            return
        elif length := number_length(view.words, at, limit):
            yield at + length


def _stands(sign: str, view: View, at: int) -> bool:
    return at in (0, view.own) if sign == "^" else at == len(view.words)


def _group_ends(group: Group, view: View, at: int, limit: int, *, fresh: bool) -> Iterator[int]:
    if at < limit:
        options = group.by_first.get(view.words[at], ()) + group.by_first.get("", ())
        ends = {end for option in options for end in _option_ends(option, view, at, limit, fresh=fresh)}
        yield from sorted(ends, reverse=True)
    if group.optional:
        yield at


def _option_ends(option: tuple[Item, ...], view: View, at: int, limit: int, *, fresh: bool) -> list[int]:
    """Where the items of an option, one after the other, may end."""
    places = [(at, fresh)]
    for item in option:
        if isinstance(item, Word) and len(places) == 1:  # nearly all are: the short way
            (place, is_fresh), places = places[0], []
            if place < limit and view.words[place] == item.text and (is_fresh or view.breaks[place] == 0):
                places = [(place + 1, False)]
        else:
            # A set: two ways to one place go on as one, or optional words would double the work each.
            places = list(
                {
                    (end, is_fresh and end == place)
                    for place, is_fresh in places
                    for end in _ends(item, view, place, limit, fresh=is_fresh)
                }
            )
        if not places:
            return []
    return [end for end, _ in places]
