"""Numbers as Vietnamese documents write them: Roman, in words, in letters."""

from __future__ import annotations

import re

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_SHAPE = re.compile(r"(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_UNITS = {
    "nhất": 1, "một": 1, "mốt": 1, "hai": 2, "nhì": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "lăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
LETTERS = "abcdđeghiklmnopqrstuvxy"


def roman(text: str) -> int | None:
    """The value of a well-formed Roman number, None for anything else."""
    if not text or not _ROMAN_SHAPE.fullmatch(text):
        return None
    values = [_ROMAN[letter] for letter in text]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def words(text: str) -> int | None:
    """The value of a number in words, 1..99 ("nhất", "mười hai", "hai mươi mốt"); None for other words."""
    parts = text.lower().split()
    if len(parts) == 1:
        return 10 if parts[0] == "mười" else _UNITS.get(parts[0])
    tens, units = _tens(parts)
    if tens is None or len(units) > 1:
        return None
    unit = _UNITS.get(units[0]) if units else 0
    return None if unit is None else tens + unit


def _tens(parts: list[str]) -> tuple[int | None, list[str]]:
    if parts and parts[0] == "mười":
        return 10, parts[1:]
    if len(parts) > 1 and parts[1] in ("mươi", "mười") and parts[0] in _UNITS:
        return 10 * _UNITS[parts[0]], parts[2:]
    return None, parts


def ordinal(number: int) -> str:
    """ "thứ nhất", "thứ hai", …, "thứ 11"."""
    return f"thứ {_ORDINALS[number - 1]}" if 1 <= number <= len(_ORDINALS) else f"thứ {number}"


def letter(text: str) -> int | None:
    """The place of a điểm in the Vietnamese list of letters: a 1, b 2, c 3, d 4, đ 5, e 6, g 7."""
    found = LETTERS.find(text.lower()) if len(text) == 1 else -1
    return found + 1 or None
