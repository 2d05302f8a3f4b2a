"""Views: the syllables that a rule reads for one clause, each with its way back to the document.

A clause is read as a lawyer reads it: the chapeau above it ("Lao động nữ được hưởng:") and then its
own words. A view joins them; its syllables know where they stand in `Document.text`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from checker.domain import Span
from checker.text import fold

_SYLLABLE = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|\w+|[,%]")
_JOINABLE = re.compile(r"[\s\-–/()\"“”'‘’*]*")
_SENTENCE_END = re.compile(r"[.?!…]+[\"“”’)]*(?:\s|$)")

Break = Literal[0, 1, 2]
"""What stands before a syllable: 0 nothing that parts, 1 punctuation, 2 a sentence end."""


@dataclass(frozen=True, slots=True)
class View:
    """Folded syllables, and commas, with their offsets; the clause's own words begin at `own`."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    breaks: tuple[Break, ...]
    own: int = 0

    def span(self, first: int, end: int) -> Span:
        """The document span of syllables first..end-1."""
        return Span(self.starts[first], self.ends[end - 1])

    def sentence(self, first: int, end: int) -> tuple[int, int]:
        """The range of syllables of the sentence(s) that hold syllables first..end-1."""
        while first > 0 and self.breaks[first] != 2:
            first -= 1
        while end < len(self.words) and self.breaks[end] != 2:
            end += 1
        return first, end


def view_of(text: str, spans: Iterable[Span]) -> View:
    """One view over the pieces of `text` that `spans` name, in order; the last piece is the own one."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    breaks: list[Break] = []
    own = 0
    for span in spans:
        own = len(words)
        piece = fold(text[span.start : span.end])
        last = 0
        for found in _SYLLABLE.finditer(piece):
            breaks.append(
                _break(piece[last : found.start()]) if last or not words else _joint(text, ends[-1])
            )
            words.append(found.group())
            starts.append(span.start + found.start())
            ends.append(span.start + found.end())
            last = found.end()
    return View(tuple(words), tuple(starts), tuple(ends), tuple(breaks), own)


def _break(between: str) -> Break:
    if _JOINABLE.fullmatch(between):
        return 0
    return 2 if _SENTENCE_END.match(between) else 1


def _joint(text: str, end: int) -> Break:
    """Between a chapeau and its item: a sentence's end only where the chapeau closes with one."""
    return 2 if text[end : end + 1] in (".", "?", "!") else 1
