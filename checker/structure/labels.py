"""The printed number at the beginning of a paragraph: "Điều 5.", "2.", "a)", "Chương II", "–"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from checker.domain import ClauseKind
from checker.structure import label_patterns as shapes
from checker.structure import numerals


@dataclass(frozen=True, slots=True)
class Label:
    """A number at the head of a text: `start`, `end` are offsets into it, `order` its value where it has one.

    `style` tells lists apart ("1." from "1)"); `weak` marks a form that a running sentence may have too;
    `quoted` that an opening quotation mark stands before it.
    """

    kind: ClauseKind
    number: str
    order: int | None
    start: int
    end: int
    style: str
    weak: bool = False
    quoted: bool = False


_UNIT_KINDS: dict[str, ClauseKind] = {
    "phần": "phan",
    "chương": "chuong",
    "mục": "muc",
    "tiểu mục": "tieu-muc",
}


def find(text: str) -> Label | None:
    """The label that `text` begins with, None when it begins with none."""
    for finder in _finders(text):
        label = finder(text)
        if label:
            return label
    return None


def _finders(text: str) -> tuple[Callable[[str], Label | None], ...]:
    """The recognisers worth trying, by the first sign that is not a mark of emphasis or quotation."""
    first = text.lstrip(" #*_>“”„\"«'‘`")[:1]
    if first in "ĐÐ":
        return _dieu, _letter, _capital
    if first.isdigit():
        return _levels, _arabic
    if first == "(":
        return _arabic, _letter, _dash
    if first and first in "PCMTBIVXLĐABDEFGHK":
        return _unit, _annex, _roman_arabic, _roman, _capital, _dash
    return _letter, _dash


def _make(
    found: re.Match[str], kind: ClauseKind, number: str, order: int | None, style: str, **more: bool
) -> Label:
    start, end = found.span("label")
    end = start + len(found["label"].rstrip())
    return Label(
        kind, number, order, start, end, style, quoted=bool(shapes.QUOTE.match(found.string)), **more
    )


def _spoken(found: re.Match[str]) -> tuple[str, int | None] | None:
    """Number and value of "5a", "IV", "thứ nhất", "thứ 1"; None when the words are no number."""
    spoken = found["words"]
    if spoken is None and not found["n"][0].isdigit():
        order = numerals.roman(found["n"])  # decrees of 1945
        return (found["n"], order) if order else None
    if spoken is None:
        digits = re.match(r"\d+", found["n"])
        return found["n"].replace(" ", "").lower(), int(digits.group()) if digits else None
    order = int(spoken) if spoken.isdigit() else numerals.words(spoken) or numerals.roman(spoken)
    return (f"thứ {spoken.lower()}", order) if order else None


def _dieu(text: str) -> Label | None:
    found = shapes.DIEU.match(text)
    number = _spoken(found) if found else None
    if not found or not number or not found["label"][0].isupper():
        return None
    if found["stop"] is not None:
        return _make(found, "dieu", *number, "dieu")
    heading = shapes.RUNNING.match(text, found.end()) and len(text) < 250
    return _make(found, "dieu", *number, "dieu", weak=True) if heading else None


def _unit(text: str) -> Label | None:
    found = shapes.UNIT.match(text)
    if not found or not found["word"][0].isupper() or not _heads(found):
        return None
    kind = _UNIT_KINDS[" ".join(found["word"].lower().split())]
    number = _unit_number(found)
    return _make(found, kind, *number, kind, weak=found["stop"] is None) if number else None


def _heads(found: re.Match[str]) -> bool:
    """True when what follows the number can be a title, not the rest of a sentence."""
    rest = found["rest"].strip()
    return not rest or (bool(shapes.RUNNING.match(rest)) and not rest.endswith((";", ",")))


def _unit_number(found: re.Match[str]) -> tuple[str, int | None] | None:
    number = found["n"]
    if number[0].isdigit() or found["words"]:
        return _spoken(found)
    if len(number) == 1 and number in "ABDEFGHĐ":
        return number, "ABCDEFGH".find(number) + 1 or None
    if not number[0].isupper():
        return None
    plain = number.rstrip("abcdđeghk").upper().replace("L", "I" if "l" in number else "L").replace("H", "II")
    return number, numerals.roman(plain)


def _annex(text: str) -> Label | None:
    found = shapes.ANNEX.match(text)
    if not found or not found["word"][0].isupper():
        return None
    form = not found["word"].lower().startswith("phụ")
    rest = found["rest"].strip(" *_")
    if (rest and not _annex_title(found, rest, form=form)) or (form and not found["n"]):
        return None
    number = ("Mẫu số " if form else "") + (found["n"] or "")
    return _make(
        found, "phu-luc", number, None, "form" if form else "annex", weak=not found["word"].isupper()
    )


def _annex_title(found: re.Match[str], rest: str, *, form: bool) -> bool:
    if rest.startswith("("):
        return True
    if rest.endswith((";", ",")) or form or len(rest) > 250:
        return False
    return (bool(found["stop"]) and rest[0].isupper()) or (found["word"].isupper() and rest.isupper())


def _levels(text: str) -> Label | None:
    found = shapes.LEVELS.match(text)
    if not found or "." not in found["n"]:
        return None
    depth = found["n"].count(".") + 1
    return _make(
        found,
        "arabic",
        found["n"],
        int(found["n"].rsplit(".", 1)[1]),
        f"level{depth}",
        weak=not found["stop"],
    )


def _roman_arabic(text: str) -> Label | None:
    found = shapes.LEVELS.match(text)
    if not found or not found["roman"] or "." in found["n"]:
        return None
    return _make(found, "arabic", found["n"], int(found["n"]), "arabic.")


def _arabic(text: str) -> Label | None:
    found = shapes.ARABIC.match(text)
    bare = None if found else shapes.ARABIC_BARE.match(text)
    found = found or bare
    if not found:
        return None
    digits = int(found["n"].rstrip("abcdefghijklmnopqrstuvwxyzđ"))
    style = "arabic()" if found["open"] else f"arabic{found['stop'] or '.'}"
    return _make(found, "arabic", found["n"].lstrip("0") or "0", digits, style, weak=bare is not None)


def _letter(text: str) -> Label | None:
    found = shapes.LETTER.match(text)
    if not found:
        return None
    sub = len(found["n"]) > 1 and found["n"][-1].isdigit()
    style = "sub-letter" if sub else f"letter{found['open']}{found['stop']}"
    order = int(re.findall(r"\d+$", found["n"])[0]) if sub else numerals.letter(found["n"])
    return _make(found, "letter", found["n"], order, style)


def _roman(text: str) -> Label | None:
    found = shapes.ROMAN.match(text)
    order = numerals.roman(found["n"]) if found else None
    return _make(found, "roman", found["n"], order, "roman") if found and order else None


def _capital(text: str) -> Label | None:
    found = shapes.CAPITAL.match(text)
    return (
        _make(found, "phan", found["n"], "ABCDEFGH".find(found["n"]) + 1 or None, "capital")
        if found
        else None
    )


def _dash(text: str) -> Label | None:
    found = shapes.DASH.match(text)
    return _make(found, "dash", found["n"], None, "plus" if found["n"] == "+" else "dash") if found else None
