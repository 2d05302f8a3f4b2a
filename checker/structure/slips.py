"""Slips of the pen that the numbers around them give away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from checker.structure.lines import Line

_HEADING = 120  # characters; a title is shorter than a khoản


def mended(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, "17. Tổng Thư ký" between Điều 16 and Điều 18 made the heading of Điều 17."""
    own = [place for place, line in enumerate(lines) if line.label and line.label.kind == "dieu"]
    found = {place for above, below in pairwise(own) if (place := _without_word(lines, above, below))}
    return tuple(_as_dieu(line) if place in found else line for place, line in enumerate(lines))


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
