"""Text: cleaned once when it is read, folded for matching only.

`clean` may change the length and is applied before any offset exists; `fold` keeps it, so that an
offset into the folded text is an offset into the text.
"""

from __future__ import annotations

import re
import unicodedata

_BLANKS = re.compile(r"[\t\v\f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffe\uffff]"
)


def clean(text: str) -> str:
    """`text` in NFC, every odd blank a plain space, control and zero-width characters dropped."""
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", _BLANKS.sub(" ", text)))


def _tone_table() -> dict[str, str]:
    """Both places of the tone mark: new style (hoà, khoẻ, uỷ) -> old style (hòa, khỏe, ủy)."""
    table = {}
    for bare, vowels in (("oa", "òóỏõọ àáảãạ"), ("oe", "òóỏõọ èéẻẽẹ"), ("uy", "ùúủũụ ỳýỷỹỵ")):
        first, second = vowels.split()
        table.update({bare[0] + new: old + bare[1] for old, new in zip(first, second, strict=True)})
    return table


_TONE = _tone_table()
_TONE_PATTERN = re.compile("|".join(_TONE))
_Y_FOR_I = str.maketrans("iìíỉĩị", "yỳýỷỹỵ")
# "bác sĩ" and "bác sỹ", "lí do" and "lý do", "qui định" and "quy định" are the same words.
_FINAL_I = re.compile(r"(?<=[hklmst])[iìíỉĩị](?!\w)|(?<=qu)[iìíỉĩị](?!\w)")
_ALIKE = str.maketrans({"ð": "đ", "\r": " ", "\v": " ", "\f": " ", "\t": " ", "\u00a0": " "})


def _lower(text: str) -> str:
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    # A few letters (İ) have a longer lower case; they stay as they are so that offsets hold.
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def fold(text: str) -> str:
    """`text` for matching: lower case, one place for tone marks, y for final i; of the same length."""
    folded = _lower(text).translate(_ALIKE)
    folded = _TONE_PATTERN.sub(lambda found: _TONE[found.group()], folded)
    return _FINAL_I.sub(lambda found: found.group().translate(_Y_FOR_I), folded)
