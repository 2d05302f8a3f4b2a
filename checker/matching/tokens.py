"""Token patterns (kind `pattern`): spaCy's Matcher over segmented, tagged words of candidate clauses."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from checker.domain import Span
from checker.matching.views import View
from checker.rulebook.patterns import Pattern
from checker.text import fold


class TokenMatcher:
    """spaCy's Matcher with our pipeline, both made when the first pattern is asked for."""

    @cached_property
    def _language(self) -> Any:
        from checker.pipeline import create

        return create()

    def find(self, pattern: Pattern, text: str, view: View) -> Iterator[Span]:
        """The document spans that `pattern` matches in the own words of a clause, the longest first taken."""
        from spacy.matcher import Matcher

        if not view.words:
            return
        start, end = view.starts[0], view.ends[-1]
        doc = self._language(text[start:end])
        for token in doc:
            token.norm_ = fold(token.text)
        matcher = Matcher(self._language.vocab)
        matcher.add("pattern", [_by_norm(pattern)], greedy="LONGEST")
        for _, first, last in sorted(matcher(doc), key=lambda found: found[1]):
            span = doc[first:last]
            yield Span(start + span.start_char, start + span.end_char)


def _by_norm(pattern: Pattern) -> list[dict[str, Any]]:
    """LOWER asks for our folded form, so that hoà and hòa are one word here too."""
    return [
        {("NORM" if key == "LOWER" else key): _folded(key, value) for key, value in token.items()}
        for token in pattern
    ]


def _folded(key: str, value: object) -> object:
    if key != "LOWER":
        return value
    if isinstance(value, str):
        return fold(value)
    return {name: [fold(str(word)) for word in words] for name, words in dict(value).items()}  # type: ignore[call-overload]
