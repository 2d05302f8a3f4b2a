"""A count written as Word writes it: 5, e, E, v, V."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# Word goes on to aa, bb, …; a damaged file must not make a label of a million letters.
_MOST_LETTERS = 30


def _letters(count: int) -> str:
    turns, index = divmod(count - 1, len(_LETTERS))
    return _LETTERS[index] * (turns + 1) if 0 <= turns < _MOST_LETTERS else str(count)


def _roman(count: int) -> str:
    if not 0 < count < 4000:
        return str(count)
    written = ""
    for worth, sign in _ROMAN:
        times, count = divmod(count, worth)
        written += sign * times
    return written


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimalZero": lambda count: f"{count:02d}",
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "numberInDash": lambda count: f"- {count} -",
    "none": lambda _: "",
    "bullet": lambda _: "",
}


def numeral(count: int, format_: str) -> str:
    """`count` in one of Word's number formats; formats that Vietnamese drafts do not use come as digits."""
    return _FORMATS.get(format_, str)(count)
