"""Where sentences of Vietnamese legal text begin: after . ; ? ! and at every new line."""

from __future__ import annotations

import re

_VISIBLE = re.compile(r"\S|$")
_END = re.compile(r"[.;?!…]+[\"'”’»)\]]*(?=\s)")
_STRUCTURE = re.compile(r"(?:phần|chương|mục|tiểu mục|điều|khoản|điểm|phụ lục)\b", re.IGNORECASE)
# "1.", "2.3.", "IV.", "a.", "Điều 5.", "Khoản 1.": what stands before the text of a clause.
_LABEL = re.compile(
    rf"\W*(?:{_STRUCTURE.pattern}\s+)?(?:\d+(?:\.\d+)*[a-zđ]?|[ivxlcdm]+|[a-zđ])\.", re.IGNORECASE
)
# "theo điểm a. khoản 1. Điều 5": a reference that somebody broke up with dots.
_REFERENCE = re.compile(rf"\b{_STRUCTURE.pattern}\s+\w+\.$", re.IGNORECASE)
# Before a name: "TP. Hồ Chí Minh", "PGS. TS. Nguyễn Thị A", "Q. Tân Bình".
_TITLE = re.compile(r"\b(?:[Tt][Pp]|Th\.?[Ss]|TS|PGS|GS|BS|KTS|LS|Mrs?|Ms|Dr|VD|[HPQTX])\.$")
_WINDOW = 24


def sentence_starts(text: str) -> tuple[int, ...]:
    """Return the offsets at which sentences begin, none of them at a blank."""
    starts: list[int] = []
    line_start = 0
    for line in text.split("\n"):
        cuts = [0, *(found.end() for found in _END.finditer(line) if _ends(line, found))]
        visible = (_next_visible(line, cut) for cut in cuts)
        starts += [line_start + first for first in visible if first < len(line)]
        line_start += len(line) + 1
    return tuple(starts)


def _ends(line: str, mark: re.Match[str]) -> bool:
    """Tell whether the mark ends a sentence; only dots can stand for something else."""
    if not set(mark.group()) <= set(".…"):
        return True
    end, following = mark.end(), _next_visible(line, mark.end())
    before = max(0, end - _WINDOW)
    in_reference = _REFERENCE.search(line, before, end) and _STRUCTURE.match(line, following)
    return not (
        line[following : following + 1].islower()
        or in_reference
        or _LABEL.fullmatch(line, 0, end)
        or _TITLE.search(line, before, end)
    )


def _next_visible(line: str, at: int) -> int:
    """Return the offset of the first character from `at` on that is not blank, or the line's length."""
    found = _VISIBLE.search(line, at)
    return found.start() if found else len(line)
