"""Numbers as Vietnamese law writes them: 1.250, 1,65, "sáu mươi", "ba mươi sáu"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.text import fold

_DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_SCALES = {
    "mươi": 10,
    "chục": 10,
    "trăm": 100,
    "nghìn": 1_000,
    "ngàn": 1_000,
    "triệu": 1_000_000,
    "tỷ": 10**9,
}
_NUMBER_WORDS = frozenset(map(fold, [*_DIGITS, *_SCALES, "mười", "linh", "lẻ", "rưỡi"]))
# "mươi", "linh", "lăm" only continue a number; "không", "tư" alone are mostly other words.
_FIRST_WORDS = _NUMBER_WORDS - frozenset(
    map(fold, ["mốt", "lăm", "nhăm", "mươi", "linh", "lẻ", "rưỡi", "không", "tư"])
)
# 25 is "hai mươi lăm": after a digit or a ten, "năm" is the unit "year".
_BEFORE_FIVE = frozenset(map(fold, ["trăm", "linh", "lẻ", "nghìn", "ngàn", "triệu", "tỷ"]))
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_FOLDED_DIGITS = {fold(word): value for word, value in _DIGITS.items()}
_FOLDED_SCALES = {fold(word): value for word, value in _SCALES.items()}


def parse_number(text: str) -> float | None:
    """The value of a number in digits or words, None where `text` is not one ("năm" alone may be a year)."""
    folded = fold(text.strip())
    if folded[:1].isdigit():
        digits, _, scale = folded.partition(" ")
        value = _parse_digits(digits)
        return value * _FOLDED_SCALES.get(scale, 1) if value is not None else None
    return _parse_words(folded.split())


def _parse_digits(text: str) -> float | None:
    if _THOUSANDS.fullmatch(text):
        return float(text.replace(".", "").replace(",", "."))
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None


def _parse_words(words: list[str]) -> float | None:
    total, group, digit = 0.0, 0.0, 0.0
    for word in words:
        if word == "mười":
            group, digit = group + 10, 0
        elif word in _FOLDED_DIGITS:
            digit = _FOLDED_DIGITS[word]
        elif word in ("linh", "lẻ"):
            continue
        elif word == "rưỡi":
            digit += 0.5
        elif (scale := _FOLDED_SCALES.get(word)) is None:
            return None
        elif scale < 1_000:
            group, digit = group + (digit or 1) * scale, 0
        else:
            total, group, digit = total + (group + digit or 1) * scale, 0, 0
    return total + group + digit if words else None


def number_length(words: Sequence[str], at: int, limit: int) -> int:
    """How many of the folded syllables words[at:limit] make one number from `at` on; 0 where none begins."""
    if words[at][:1].isdigit():
        scaled = at + 1 < limit and words[at + 1] in _FOLDED_SCALES
        return 2 if scaled else 1
    if words[at] not in _FIRST_WORDS:
        return 0
    end = at + 1
    while end < limit and _continues(words[end - 1], words[end]):
        end += 1
    return end - at


def _continues(before: str, word: str) -> bool:
    """Whether `word` goes on with a number: "hai năm" is two years, "trăm linh năm" ends in five."""
    return word in _NUMBER_WORDS and (word != "năm" or before in _BEFORE_FIVE)
