"""From the characters of a file to those of a block, and the way back.

Letters of legacy fonts and signs of symbol fonts are converted, then all is cleaned.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from checker.domain import Span
from checker.reading.docx.markup import Change
from checker.reading.docx.pieces import Piece, raw
from checker.reading.docx.symbols import is_symbol_font, plain, shown
from checker.text import clean
from checker.text.legacy import decoded, encoding_of, whole_capitals

# Sets a word that is struck out off from the one that replaces it; it has no place in the file.
_SEAM = " "


def text_of(parts: Sequence[Piece]) -> str:
    """The text of a paragraph's block, without its automatic number."""
    return clean(_converted(parts)[0])


def origin_of(parts: Sequence[Piece]) -> tuple[Span, ...]:
    """For each character of `text_of(parts)` the characters of `raw(parts)` that it was made of.

    A seam is made of none: an empty span.
    """
    converted, origin = _converted(parts)
    cleaned = sources(converted)
    return (
        cleaned
        if origin is None
        else tuple(Span(origin[s.start].start, origin[s.end - 1].end) for s in cleaned)
    )


def _converted(parts: Sequence[Piece]) -> tuple[str, Sequence[Span] | None]:
    """The paragraph before cleaning, and where each character is from; None where all stay as they are."""
    if all(piece.font is None and piece.change is None for piece in parts):
        return raw(parts), None
    shown = ""
    origin: list[Span] = []
    before: Change | None = None
    # One stretch for all neighbours of a font: a letter of VNI may begin in one run and end in the next.
    for (font, change), group in groupby(parts, key=lambda piece: (piece.font, piece.change)):
        text, places = _stretch(list(group), font)
        if {before, change} == {"deleted", "inserted"} and shown[-1:].isalnum() and text[:1].isalnum():
            shown += _SEAM
            origin.append(Span(places[0].start, places[0].start))
        shown += text
        origin += places
        before = change
    return shown, origin


def _stretch(parts: Sequence[Piece], font: str | None) -> tuple[str, list[Span]]:
    """The letters of neighbours of one font as they are shown, and where each is from."""
    text, places, start = "", list[Span](), parts[0].start
    for letter, length in _letters(raw(parts), font):
        text += letter
        places += [Span(start, start + length)] * len(letter)
        start += length
    return (whole_capitals(text) if encoding_of(font) == "tcvn3" else text), places


def _letters(typed: str, font: str | None) -> Iterator[tuple[str, int]]:
    if font is not None and is_symbol_font(font):
        return ((shown(char, font), 1) for char in typed)
    return decoded(plain(typed) if font else typed, font)


def sources(text: str) -> tuple[Span, ...]:
    """For each character of `clean(text)` the characters of `text` that it was made of.

    A letter typed as base and marks comes from all of them; dropped characters belong to the one before.
    """
    cleaned = clean(text)
    if cleaned == text:
        return tuple(Span(index, index + 1) for index in range(len(text)))
    found: list[Span] = []
    written = []
    for span in _clusters(text):
        part = clean(text[span.start : span.end])
        written.append(part)
        found += [span] * len(part)
    if "".join(written) == cleaned:
        return tuple(found)
    # Scripts whose letters join across clusters: no exact place, so every character stands for the whole.
    return (Span(0, len(text)),) * len(cleaned)


def _clusters(text: str) -> Iterator[Span]:
    start = 0
    for index in range(1, len(text)):
        if not _joins(text[index]):
            yield Span(start, index)
            start = index
    if text:
        yield Span(start, len(text))


def _joins(char: str) -> bool:
    """True for what may melt into the character before it: marks, what cleaning drops, Hangul vowels."""
    return unicodedata.category(char).startswith("M") or not clean(char) or "\u1160" <= char <= "\u11ff"


def raw_span(origin: Sequence[Span], block_span: Span, label: str) -> Span | None:
    """The raw characters of a paragraph behind a span of its block's text with this label.

    `origin` is that of the text without the label (`origin_of`). None where the span lies wholly in the
    label or in a seam, which are not among the characters of the file.
    """
    start = max(block_span.start - len(label), 0)
    end = min(block_span.end - len(label), len(origin))
    if start >= end:
        return None
    found = Span(origin[start].start, origin[end - 1].end)
    return found if found.start < found.end else None
