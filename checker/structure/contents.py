"""Tables of contents: what they name are no headings of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.structure.lines import Line

_TITLE = re.compile(r"^[\W_]*mục\s+lục[\W_]*$", re.IGNORECASE)
_UNITS = ("phu-luc", "phan", "chuong", "muc", "tieu-muc", "dieu", "roman")
_LEADER = re.compile(r"(?:\.{3,}|…)[\s.…]*\d*\s*$")
_ENTRY = 200  # characters
_GAP = 3  # lines of an entry that bear no number
_FEWEST = 4  # entries of a table whose sections do not follow, as in a model to be filled in


def without_contents(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines; those under a title "Mục lục", up to where the text begins, without their labels."""
    listed = {
        place for start, line in enumerate(lines) if _TITLE.match(line.text) for place in _run(lines, start)
    }
    return tuple(replace(line, label=None) if place in listed else line for place, line in enumerate(lines))


def _run(lines: Sequence[Line], title: int) -> Sequence[int]:
    """The places of the entries below the title."""
    places = list(_entries(lines, title + 1))
    named = [place for place in places if lines[place].label]
    stop = places[-1] + 1 if places else title + 1
    follows = bool(named) and any(_same(lines[named[0]], line) for line in lines[stop:])
    return places if follows or (len(named) >= _FEWEST and len(named) * 2 > len(places)) else []


def _entries(lines: Sequence[Line], start: int) -> Iterator[int]:
    """Places from `start` to the first line that is none of its entries, or repeats the first."""
    first: Line | None = None
    last = start
    for place in range(start, len(lines)):
        line = lines[place]
        last = place if line.label else last
        if _is_text(line) or (first and _same(first, line)) or place - last > _GAP:
            return
        if first is None and line.label and line.label.kind in _UNITS:
            first = line
        yield place


def _is_text(line: Line) -> bool:
    if line.label and line.label.kind in ("dash", "letter"):
        return True
    return len(line.text) > _ENTRY or (
        line.text.endswith((".", ";", ":", ",")) and not _LEADER.search(line.text)
    )


def _same(entry: Line, line: Line) -> bool:
    return (
        entry.label is not None
        and line.label is not None
        and (entry.label.kind, entry.label.number) == (line.label.kind, line.label.number)
    )
