"""Recognised words put together to rows, as the text layer of a PDF gives them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from statistics import mean, median

from checker.domain import Span
from checker.reading.ocr.tesseract import Word
from checker.reading.pdf.rows import COLUMN_GAP, Row
from checker.reading.pdf.ruled import CellBox
from checker.text.syllables import is_syllable

DOUBTFUL = 60.0  # confidence, 0 to 100: below it a word is as often wrong as right

_NOISE = 40.0  # signs without a letter or digit that are less sure than that are specks
_SCRAPS = 25.0  # and so are words that no syllable can be: pieces of a seal, of a signature
_MISREAD = 90.0  # what no syllable can be and is surer than that is a foreign word or an abbreviation
_LOWEST = 0.25  # of the usual height: a speck or a piece of a rule taken for a letter
_TALLEST = 3.0  # times the usual height: a signature or an ornament taken for a letter
_MARKS = frozenset("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323")  # tones and vowel marks
_SAME_LINE = 0.5  # of a row's height


def rows_of(
    words: Sequence[Word], template: Row, *, scale: float, cells: Sequence[CellBox] = ()
) -> list[Row]:
    """The rows of a page from top to bottom; `scale` is how many pixels stand for one point of `cells`."""
    kept = [word for word in words if not _is_noise(word)]
    if not kept:
        return []
    height = median(map(_height, kept))
    pieces = [
        _row(piece, _framed(template, box), scale=scale, size=height / scale)
        for _, line in groupby(kept, key=lambda word: word.line)
        for box, part in _by_box([word for word in line if _is_of_size(word, height)], template, scale, cells)
        for piece in ([part] if box else _cut(part, scale))
    ]
    return list(_ordered(pieces))


def _height(word: Word) -> int:
    return word.bottom - word.top


def _is_of_size(word: Word, usual: float) -> bool:
    """False for what is far too high, and for letters far too low; points and dashes are low."""
    lowest = _LOWEST * usual if any(map(str.isalnum, word.text)) else 0
    return lowest <= _height(word) < _TALLEST * usual


def _by_box(
    line: Sequence[Word], template: Row, scale: float, cells: Sequence[CellBox]
) -> Iterator[tuple[CellBox | None, list[Word]]]:
    """The words of a line parted where it goes from one cell of a table to another."""

    def box_of(word: Word) -> CellBox | None:
        x, y = (
            (word.left + word.right) / 2 / scale,
            template.page_height - (word.top + word.bottom) / 2 / scale,
        )
        return next((box for box in cells if box.holds(x, y)), None)

    return ((box, list(part)) for box, part in groupby(line, key=box_of))


def _framed(template: Row, box: CellBox | None) -> Row:
    return replace(template, cell=box.cell, frame=(box.left, box.right)) if box else template


def _is_noise(word: Word) -> bool:
    if not any(map(str.isalnum, word.text)):
        return word.confidence < _NOISE
    letters = _letters(word)
    if len(letters) == 1 and _is_foreign(letters):
        return True
    return word.confidence < _SCRAPS and not letters.isdigit() and not is_syllable(letters)


def _letters(word: Word) -> str:
    return word.text.strip(".,;:()“”\"'-–/")


def _is_foreign(letter: str) -> bool:
    """True for a Latin letter that Vietnamese never prints: "ƒ" and "Š" are pieces of a seal."""
    plain = unicodedata.normalize("NFD", letter)
    latin = unicodedata.name(letter, "").startswith("LATIN")
    return latin and not ((plain[0].isascii() and _MARKS.issuperset(plain[1:])) or letter in "đĐÐ")


def _cut(line: Sequence[Word], scale: float) -> Iterator[list[Word]]:
    """The words of a line, parted where a blank is so wide that two columns stand beside each other."""
    piece: list[Word] = []
    for word in line:
        if piece and word.left - piece[-1].right > COLUMN_GAP * scale:
            yield piece
            piece = []
        piece.append(word)
    if piece:
        yield piece


def _row(words: Sequence[Word], template: Row, *, scale: float, size: float) -> Row:
    return replace(
        template,
        text=" ".join(word.text for word in words),
        left=min(word.left for word in words) / scale,
        right=max(word.right for word in words) / scale,
        y=template.page_height - median(word.bottom for word in words) / scale,
        size=size,
        doubtful=tuple(_doubtful(words)),
    )


def _doubtful(words: Sequence[Word]) -> Iterator[Span]:
    start = 0
    for word in words:
        end = start + len(word.text)
        if any(map(str.isalpha, word.text)) and word.confidence < (_MISREAD if _is_odd(word) else DOUBTFUL):
            yield Span(start, end)
        start = end + 1


def _is_odd(word: Word) -> bool:
    """True for small letters that no syllable is spelt with: "quôc", "rghèo"."""
    letters = _letters(word)
    return letters.isalpha() and len(letters) > 1 and letters.islower() and not is_syllable(letters)


def _ordered(rows: Sequence[Row]) -> Iterator[Row]:
    """From top to bottom, and what stands on one line from left to right, marked as cut."""
    line: list[Row] = []
    for row in sorted(rows, key=lambda row: -row.y):
        if line and mean(other.y for other in line) - row.y > _SAME_LINE * row.size:
            yield from _beside(line)
            line = []
        line.append(row)
    yield from _beside(line)


def _beside(line: Sequence[Row]) -> list[Row]:
    return sorted((replace(row, cut=len(line) > 1) for row in line), key=lambda row: row.left)
