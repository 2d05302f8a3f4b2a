"""Blanks that tear a word: pdfium guesses one where the PDF draws the next letter a little apart."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise
from statistics import median

from checker.reading.pdf.glyphs import Glyphs, Sign
from checker.text.syllables import is_syllable

_TEAR = 0.1  # of the font's size by which a gap is wider than usual; where words part it is 0.16 and more
_WIDEST = 0.3  # of the font's size: such a gap parts words, however wide the letters are set


def without_tears(glyphs: Glyphs, line: Sequence[Sign]) -> Sequence[Sign]:
    """The line without guessed blanks as wide as the gaps between its letters, if that makes a syllable."""
    guessed = [index for index in range(1, len(line) - 1) if _may_tear(glyphs, line, index)]
    if not guessed:
        return line
    drawn = [sign for sign in line if not (sign.text == " " and glyphs.is_guessed(sign))]
    usual = median(
        _gap(glyphs, sign, after)
        for sign, after in pairwise(drawn)
        if sign.text.isalpha() and after.text.isalpha()
    )
    close = {index for index in guessed if _is_close(glyphs, line[index - 1], line[index + 1], usual)}
    # In italics letters overlap, so that two words may stand as close as letters do.
    torn = {index for index in close if is_syllable(_word_over(line, index, close))}
    return [sign for index, sign in enumerate(line) if index not in torn]


def _word_over(line: Sequence[Sign], index: int, close: Set[int]) -> str:
    """The letters around a blank, over other such blanks, as one word."""
    start, end = index, index
    while start and (start - 1 in close or line[start - 1].text.isalpha()):
        start -= 1
    while end + 1 < len(line) and (end + 1 in close or line[end + 1].text.isalpha()):
        end += 1
    return "".join(sign.text for sign in line[start : end + 1] if sign.text.isalpha())


def _may_tear(glyphs: Glyphs, line: Sequence[Sign], index: int) -> bool:
    between = line[index - 1].text.isalpha() and line[index + 1].text.isalpha()
    return line[index].text == " " and between and glyphs.is_guessed(line[index])


def _is_close(glyphs: Glyphs, sign: Sign, after: Sign, usual: float) -> bool:
    gap, size = _gap(glyphs, sign, after), glyphs.size(sign)
    return abs(gap - usual) < _TEAR * size and gap < _WIDEST * size


def _gap(glyphs: Glyphs, sign: Sign, after: Sign) -> float:
    return glyphs.box(after)[0] - glyphs.box(sign)[2]
