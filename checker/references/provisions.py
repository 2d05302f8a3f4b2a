"""Provisions named before a document: "điểm a, b khoản 2 và khoản 3 Điều 14", "các điều 5, 6 và 7"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.domain import Provision
from checker.text import fold

_LEVELS = {"diem": 0, "khoan": 1, "dieu": 2, "part": 3}
_FIELDS = {fold("điểm"): "diem", fold("tiết"): "diem", fold("khoản"): "khoan", fold("điều"): "dieu"}
_PARTS = ("tiểu mục", "mục", "chương", "phần", "phụ lục")
_UNIT = rf"(?P<unit>{'|'.join(map(fold, (*_FIELDS, *_PARTS)))})"
_VALUE = r"(?P<value>\d+(?:\.\d+)*[a-zđ]?|[ivxl]+|[a-zđ]{1,2})(?![\w])(?!\.\w)"
_SMALLEST_FIRST = ("diem", "khoan", "dieu")
_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
_FIRST = re.compile(rf"(?<!\w)(?:(?:các|những)\s+)?(?:từ\s+)?{_UNIT}\s+(?:số\s+)?(?:từ\s+)?{_VALUE}")
_AND = r"\s*,\s*(?:và\s+|hoặc\s+)?|\s+(?:và|hoặc)\s+"
_TO = r"\s+(?:đến|tới)\s+(?:hết\s+)?|\s*[–-]\s*"
_NEXT = re.compile(
    rf"(?:(?P<to>{_TO})|(?P<join>{_AND})|\s+)(?:(?:các|từ|của|tại)\s+)?(?:{_UNIT}\s+(?:số\s+)?(?:từ\s+)?)?{_VALUE}"
)


def meets(wanted: Provision, cited: Provision) -> bool:
    """True where the cited provision is the wanted one, inside it, or a range that shares a part with it.

    "khoản 3 Điều 17" is met by its điểm a and by "khoản 2 đến khoản 5 Điều 17", not by the whole Điều 17.
    """
    return all(
        not getattr(wanted, unit) or _shares(_range(wanted, unit), _range(cited, unit))
        for unit in _SMALLEST_FIRST
    )


def _range(provision: Provision, unit: str) -> tuple[str, str]:
    """First and last number of the unit; only the smallest unit named may be a range."""
    first = getattr(provision, unit)
    smallest = next((one for one in _SMALLEST_FIRST if getattr(provision, one)), "")
    return first, (provision.through or first) if unit == smallest else first


def _shares(wanted: tuple[str, str], cited: tuple[str, str]) -> bool:
    if not cited[0]:
        return False
    low, high = map(_order, wanted)
    return _order(cited[0]) <= high and low <= _order(cited[1])


def _order(number: str) -> tuple[int, ...]:
    """Where a number stands among its like: 9 before 10, 5 before 5a, d before đ."""
    digits = re.match(r"\d*", number)
    count = digits.end() if digits else 0
    return (int(number[:count] or 0), *(_LETTERS.find(letter) for letter in number[count:].lower()))


@dataclass(frozen=True, slots=True)
class Chain:
    """A run of provisions and where its words stand in the folded text."""

    start: int
    end: int
    provisions: tuple[Provision, ...]


def chains(folded: str) -> Iterator[Chain]:
    """Every run of provisions of a folded text, left to right, as long as it goes on."""
    at = 0
    while first := _FIRST.search(folded, at):
        found = _Reading([], first["unit"])
        found.take(first["unit"], first["value"])
        at = first.end()
        while (step := _NEXT.match(folded, at)) and _goes_on(step, found.unit):
            if step["to"]:
                found.reach(step["value"])
            else:
                found.take(step["unit"] or found.unit, step["value"], bare=not step["unit"])
            at = step.end()
        yield Chain(first.start(), at, tuple(_downwards(found.provisions)))


def _goes_on(step: re.Match[str], unit: str) -> bool:
    """A bare value goes on only after a comma, "và" or "đến", and only where it is of the unit's kind."""
    if step["unit"]:
        return True
    letters = not step["value"][0].isdigit()
    return bool(step["to"] or step["join"]) and letters == (_FIELDS.get(unit) == "diem")


@dataclass
class _Reading:
    """Provisions so far. Small units come first; a larger one completes those before that lack it."""

    provisions: list[Provision]
    unit: str
    fresh: int = 0  # how many at the end were made or completed by the unit that was read last

    def take(self, unit: str, value: str, *, bare: bool = False) -> None:
        name = _FIELDS.get(unit, "part")
        value = value if name != "part" else f"{unit} {value}"
        self.unit = unit
        if waiting := self._waiting(name):
            self.provisions[-waiting:] = [replace(one, **{name: value}) for one in self.provisions[-waiting:]]
            self.fresh = waiting
        elif bare and self._is_shared(name):
            # "khoản 1 các điều 5, 6": what is inside holds for each.
            self.provisions += [
                replace(one, **{name: value, "through": ""}) for one in self.provisions[-self.fresh :]
            ]
        else:
            self.provisions.append(Provision(**{name: value}))
            self.fresh = 1

    def reach(self, value: str) -> None:
        self.provisions[-1] = replace(self.provisions[-1], through=value)

    def _waiting(self, name: str) -> int:
        """How many provisions at the end have nothing of this level or above, and something below it."""
        larger = [field for field, level in _LEVELS.items() if level >= _LEVELS[name]]
        count = 0
        for one in reversed(self.provisions):
            if any(getattr(one, field) for field in larger):
                break
            count += 1
        return count

    def _is_shared(self, name: str) -> bool:
        """True when the provisions just completed hold smaller units, which the next value shares."""
        smaller = [field for field, level in _LEVELS.items() if level < _LEVELS[name]]
        return any(getattr(self.provisions[-1], field) for field in smaller)


def _downwards(provisions: list[Provision]) -> list[Provision]:
    """The same where larger units were written first: "Điều 17 khoản 3" is one provision, not two."""
    found: list[Provision] = []
    for one in provisions:
        above = found[-1] if found else None
        if above is None or one.dieu or not above.dieu or one.part:
            found.append(one)
            continue
        inside = replace(one, dieu=above.dieu, khoan=one.khoan or above.khoan)
        opens = not (above.diem or (above.khoan and one.khoan))
        found[-1:] = [inside] if opens else [above, inside]
    return found
