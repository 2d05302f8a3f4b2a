"""The words that tell of what a figure is, and the units that figures are compared in."""

from __future__ import annotations

import re

from checker.text import fold

PEOPLE = "người"
_PEOPLE = frozenset(
    map(
        fold,
        [
            "người", "lao động", "công nhân", "học sinh", "sinh viên", "học viên", "hội viên", "cán bộ",
            "công chức", "viên chức", "nông dân", "giáo viên", "em", "cháu", "nữ", "nam", "phụ nữ",
        ],
    )
)  # fmt: skip
_UNITS = frozenset(map(fold, ["%", "hộ", "triệu", "tỷ", "đồng", "lượt", "vụ"]))
_EMPTY = frozenset(
    map(
        fold,
        [
            "là", "có", "chiếm", "đạt", "khoảng", "trong", "đó", "của", "và", "các", "những", "được", "ở",
            "tại", "theo", "cho", "về", "với", "thì", "bằng", "còn", "tới", "đến", "năm", "nay", "hiện",
            "trên", "dưới", "hơn", "gần", "toàn", "số", "liệu", "thống", "kê", "bảng", "biểu", "phân",
        ],
    )
)  # fmt: skip
_ROUND = tuple(
    map(fold, ["khoảng", "gần", "hơn", "trên", "dưới", "ít nhất", "tối thiểu", "tối đa", "không quá", "ước"])
)
_WORD = re.compile(r"[^\W\d_]+")


def telling(text: str) -> frozenset[str]:
    """The folded words of `text` that tell something, without numbers and small words."""
    return frozenset(word for word in _WORD.findall(fold(text)) if word not in _EMPTY)


def unit_of(after: str) -> tuple[str, int]:
    """The unit that opens the words after a number and how many words it is; all ways to name people are one
    unit, "" is none."""
    words = fold(after).split()[:2]
    for length in (2, 1):
        if len(words) >= length and " ".join(words[:length]) in _PEOPLE:
            return PEOPLE, length
    return (words[0], 1) if words and words[0] in _UNITS else ("", 0)


def is_rounded(before: str) -> bool:
    """Whether the words before a number say that it is a round one, or a bound."""
    return fold(before).endswith(_ROUND)
