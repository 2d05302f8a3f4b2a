"""Slips of the pen and of a scan that the numbers around them give away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from checker.structure import numerals
from checker.structure.label_patterns import RUNNING
from checker.structure.labels import Label
from checker.structure.lines import Line

_HEADING = 120  # characters; a title is shorter than a khoản
# "Biều 19.", "Diều 19.", "Điều 7ẳ Tên", "Điều 19, Tên"; "Biểu 19." is a table.
_DAMAGED_DIEU = re.compile(
    r"^[\s#*_>]*(?P<label>(?:[ĐÐD][iíìĩỉị]\s?[eêềếểễệèéẻẽẹ]|Bi[eêềè])[uùú]\s+(?P<n>\d{1,3})"
    r"(?:[^\W\d_A-Za-zđĐ](?=\s)|\s?[.,]))\s*",
    re.IGNORECASE,
)
_DAMAGED_ROMAN = re.compile(r"^[\s#*_>]*(?P<label>(?P<n>[IVX]{2,8})\s?[.)])\s*")


def mended(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, "17. Tổng Thư ký" between Điều 16 and Điều 18 made the heading of Điều 17."""
    lines = tuple(_read_again(lines))
    own = [place for place, line in enumerate(lines) if line.label and line.label.kind == "dieu"]
    found = {place for above, below in pairwise(own) if (place := _without_word(lines, above, below))}
    return tuple(_as_dieu(line) if place in found else line for place, line in enumerate(lines))


def _read_again(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, a damaged label read as the number that is due."""
    dieu = roman = 0
    for line in lines:
        label = line.label
        if not line.cell and (label is None or label.weak):
            label = _damaged_dieu(line, dieu + 1) or _damaged_roman(line, roman + 1) or label
        if label and label.kind == "dieu":
            dieu = label.order or 0
        if label and label.kind == "roman":
            roman = label.order or 0
        yield replace(line, label=label)


def _damaged_dieu(line: Line, due: int) -> Label | None:
    found = _DAMAGED_DIEU.match(line.text)
    if not found or due == 1 or int(found["n"]) != due or not _is_heading(line):
        return None
    if not RUNNING.match(line.text, found.end()) or not line.text[found.end()].isupper():
        return None
    return _label(line, found, "dieu", found["n"], due)


def _damaged_roman(line: Line, due: int) -> Label | None:
    """ "IIII." with a stroke too many, or in the place of "IV."."""
    found = _DAMAGED_ROMAN.match(line.text)
    if not found or due == 1 or numerals.roman(found["n"]) or not line.upper:
        return None
    number = next((n for n in (found["n"].replace("I", "", 1), "IV") if numerals.roman(n) == due), None)
    if number is None or (number == "IV" and set(found["n"]) != {"I"}):
        return None
    return _label(line, found, "roman", number, due)


def _label(
    line: Line, found: re.Match[str], kind: Literal["dieu", "roman"], number: str, order: int
) -> Label:
    start, end = (line.indent + place for place in found.span("label"))
    return Label(kind, number, order, start, end, kind)


def _without_word(lines: Sequence[Line], above: int, below: int) -> int | None:
    """The line between two Điều that bears the number missing between theirs and goes on with no list."""
    first, last = lines[above].label, lines[below].label
    if not first or not last or first.order is None or last.order != first.order + 2:
        return None
    missing, before = first.order + 1, 0
    for place in range(above + 1, below):
        label = lines[place].label
        if label is None or label.style != "arabic.":
            continue
        if label.order == missing and before != first.order and _is_heading(lines[place]):
            return place
        before = label.order or 0
    return None


def _is_heading(line: Line) -> bool:
    return len(line.text) < _HEADING and not line.text.endswith((".", ";", ":", ","))


def _as_dieu(line: Line) -> Line:
    return replace(line, label=replace(line.label, kind="dieu", style="dieu")) if line.label else line
