"""Contrast: two sexes with different quantities of one unit, in a sentence or in neighbouring items."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.matching.phrases import overlaps, ranges
from checker.matching.views import View
from checker.rulebook.phrases import Phrase
from checker.text.numbers import number_length, parse_number

UNITS = frozenset([
    "tuổi", "tháng", "tuần", "năm", "ngày", "giờ", "phút", "m", "mét", "cm", "km", "kg", "cân", "đồng",
    "công", "buổi", "suất", "điểm", "lần", "phiếu", "bậc", "hạng", "quý", "tiết", "bộ", "con", "sào", "%",
    "phần", "mức", "thẻ", "vé", "ca", "chuyến", "người", "đêm", "giây", "ha", "tạ", "tấn", "lít", "nén",
    "quả", "chỉ", "bài", "môn", "vòng", "khóa",
])  # fmt: skip
_DATE_PARTS = frozenset(["ngày", "tháng", "năm", "quý"])
_TOWARDS = frozenset(["đối", "với", "của", "cho"])
_AFTER_BARE = frozenset([",", "đối", "với", "cho", "và"])
_RANGE = frozenset(["đến", "tới", "hoặc"])


@dataclass(frozen=True, slots=True)
class Event:
    """A side or a quantity in the text, as a half-open range of syllables."""

    first: int
    end: int
    side: str = ""
    value: float = 0.0
    unit: str = ""


def contrasting(
    sides: Mapping[str, Sequence[Phrase]],
    pseudo: Sequence[Phrase],
    view: View,
    first: int,
    end: int,
    *,
    bare: bool = False,
) -> list[Event]:
    """The events among syllables first..end-1 that contrast: sides and quantities that differ; or none."""
    events = sorted(
        [*_sides(sides, pseudo, view, first, end), *_quantities(view, first, end, bare=bare)],
        key=lambda e: e.first,
    )
    if {event.side for event in events if event.side} != {"nam", "nu"}:
        return []
    owned = _owned(events, view)
    differing = _differing(owned)
    if not differing:
        return []
    kept = [pair for pair in owned if pair[1].unit in differing]
    return sorted({event for pair in kept for event in pair}, key=lambda event: event.first)


def _sides(
    sides: Mapping[str, Sequence[Phrase]], pseudo: Sequence[Phrase], view: View, first: int, end: int
) -> Iterable[Event]:
    found = [
        Event(*place, side=side)
        for side, phrases in sides.items()
        for place in ranges(phrases, view, start=first, end=end)
    ]
    # The longest reading of a place counts: "lao động nam" and not the "nam" in it; a false friend none.
    found.sort(key=lambda event: (event.first - event.end, event.first))
    taken = ranges(pseudo, view, start=first, end=end)
    for event in found:
        if not overlaps([(event.first, event.end)], taken):
            taken.append((event.first, event.end))
            yield event


def _quantities(view: View, first: int, end: int, *, bare: bool) -> Iterable[Event]:
    at = first
    while at < end:
        length = number_length(view.words, at, end)
        if not length or _dates(view, at):
            at += 1
            continue
        stop = at + length
        unit = view.words[stop] if stop < end and view.breaks[stop] == 0 else ""
        if unit in _RANGE:
            unit = _unit_after_range(view, stop, end)
        value = parse_number(" ".join(view.words[at:stop]))
        if unit in UNITS and value is not None:
            yield _metres(view, at, stop, end, value, unit)
        elif bare and value is not None and _is_bare(view, stop, end):
            yield Event(at, stop, value=value)
        at = stop


def _is_bare(view: View, stop: int, end: int) -> bool:
    """Whether a number stands alone, as in "nam 62, nữ 60" or "60 đối với nam", and counts nothing."""
    return stop >= end or view.breaks[stop] > 0 or view.words[stop] in _AFTER_BARE


def _dates(view: View, at: int) -> bool:
    """Whether the number is part of a date: "ngày 15 tháng 8 năm 2026" holds no quantity."""
    return at > 0 and view.words[at - 1] in _DATE_PARTS and view.words[at][:1].isdigit()


def _unit_after_range(view: View, at: int, end: int) -> str:
    """The unit of "từ 18 đến 45 tuổi" for its first number."""
    length = number_length(view.words, at + 1, end) if at + 1 < end else 0
    after = at + 1 + length
    return view.words[after] if length and after < end else ""


def _metres(view: View, at: int, stop: int, end: int, value: float, unit: str) -> Event:
    """ "1m65" and "1,65 m" are the same height."""
    after = stop + 1
    if unit == "m" and after < end and view.words[after].isdigit() and view.starts[after] == view.ends[stop]:
        return Event(
            at, after + 1, value=value + int(view.words[after]) / 10 ** len(view.words[after]), unit="m"
        )
    has_unit = stop < end and view.words[stop] == unit
    return Event(at, stop + 1 if has_unit else stop, value=value, unit="m" if unit == "mét" else unit)


def _owned(events: Sequence[Event], view: View) -> list[tuple[Event, Event]]:
    """Each quantity with its side: after it ("nam 62 tuổi") or before it ("62 tuổi đối với nam")."""
    before = bool(events[-1].side) or _towards_next(events, view)
    ordered = list(reversed(events)) if before else list(events)
    pairs, side = [], None
    for event in ordered:
        if event.side:
            side = event
        elif side is not None:
            pairs.append((side, event))
    return pairs


def _towards_next(events: Sequence[Event], view: View) -> bool:
    """Whether the first side is tied to the quantity before it: "2% đối với nam và 3% đối với nữ; …"."""
    for quantity, side in pairwise(events):
        if side.side:
            between = view.words[quantity.end : side.first]
            return not quantity.side and bool(between) and set(between) <= _TOWARDS
    return False


def _differing(owned: Iterable[tuple[Event, Event]]) -> set[str]:
    """The units of which both sides have quantities, and not the same ones."""
    amounts: dict[str, dict[str, set[float]]] = defaultdict(lambda: defaultdict(set))
    for side, quantity in owned:
        amounts[quantity.unit][side.side].add(quantity.value)
    return {
        unit for unit, by_side in amounts.items() if len(by_side) == 2 and by_side["nam"] != by_side["nu"]
    }
