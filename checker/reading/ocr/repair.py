"""Tone and vowel marks that Tesseract got wrong, put right where the words around tell the word.

A syllable is changed only when it differs from the expected one by its marks alone, when the words
beside it fit a phrase of `phrases.yml`, and when what is written is no phrase of its own there.
Lengths never change.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import yaml

from checker.domain import Span
from checker.text import fold

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 4  # syllables of a phrase

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text put right, its changes as (written, meant), and the words that a known phrase confirms."""

    text: str
    changes: tuple[tuple[str, str], ...] = ()
    confirmed: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """Phrases by their bare letters; `likely` are phrases that look alike and are left alone."""

    phrases: Mapping[Phrase, tuple[Phrase, ...]]
    likely: frozenset[Phrase]


def repaired(text: str) -> Repaired:
    """`text`, in NFC, with the phrases of the lexicon put right; of the same length."""
    tokens = list(_WORD.finditer(text))
    words = [token.group() for token in tokens]
    changes: list[tuple[str, str]] = []
    confirmed: set[Span] = set()
    for first, last in _runs(text, tokens):
        for start, phrase in _fitting([fold(word) for word in words[first:last]]):
            places = range(first + start, first + start + len(phrase))
            written = " ".join(words[place] for place in places)
            for place, syllable in zip(places, phrase, strict=True):
                words[place] = _meant(words[place], syllable)
                confirmed.add(Span(*tokens[place].span()))
            meant = " ".join(words[place] for place in places)
            if written != meant:
                changes.append((written, meant))
    return Repaired(_written(text, tokens, words), tuple(changes), tuple(sorted(confirmed)))


def _written(text: str, tokens: Sequence[re.Match[str]], words: Sequence[str]) -> str:
    letters = list(text)
    for token, word in zip(tokens, words, strict=True):
        letters[token.start() : token.end()] = word
    return "".join(letters)


def _runs(text: str, tokens: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Stretches of words with nothing but one blank between them, as (first, end)."""
    first = 0
    for number, (before, after) in enumerate(pairwise(tokens), 1):
        if text[before.end() : after.start()] != " ":
            yield first, number
            first = number
    yield first, len(tokens)


def _fitting(words: list[str]) -> Iterator[tuple[int, Phrase]]:
    """Where phrases of the lexicon stand, longest first, as (first word, phrase).

    `words` is put right on the way, so that a repaired word helps its neighbours.
    """
    for length in range(min(_LONGEST, len(words)), 1, -1):
        for start in range(len(words) - length + 1):
            phrase = _expected(tuple(words[start : start + length]))
            if phrase:
                words[start : start + length] = map(fold, phrase)
                yield start, phrase


def _expected(written: Phrase) -> Phrase | None:
    """The phrase that is meant by these folded words; None where none fits or two fit as well."""
    lexicon = _lexicon()
    candidates = lexicon.phrases.get(tuple(map(bare, written)), ())
    if not candidates or written in lexicon.likely:
        return None
    right = {phrase: _agreeing(written, phrase) for phrase in candidates}
    best = max(right.values())
    fitting = [phrase for phrase, count in right.items() if count == best]
    return fitting[0] if len(fitting) == 1 and best else None


def _agreeing(written: Phrase, phrase: Phrase) -> int:
    return sum(word == fold(syllable) for word, syllable in zip(written, phrase, strict=True))


def _meant(word: str, syllable: str) -> str:
    """`syllable` in the case of `word`; `word` itself where it is only spelt another way."""
    if fold(word) == fold(syllable):
        return word
    cased = [low.upper() if own.isupper() else low for own, low in zip(word, syllable, strict=True)]
    return "".join(cased)


@cache
def bare(word: str) -> str:
    """A word without any mark; đ is a d."""
    parts = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(char for char in parts if not unicodedata.combining(char))


@cache
def _lexicon() -> _Lexicon:
    path = Path(__file__).with_name("phrases.yml")
    content: dict[str, list[str]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    phrases: dict[Phrase, list[Phrase]] = defaultdict(list)
    for line in content["phrases"]:
        phrase = tuple(line.split())
        phrases[tuple(bare(fold(word)) for word in phrase)].append(phrase)
    likely = frozenset(tuple(map(fold, line.split())) for line in content["likely"])
    return _Lexicon({key: tuple(value) for key, value in phrases.items()}, likely)
