"""The printed number at the beginning of a paragraph: "Điều 5.", "2.", "a)", "Chương II", "–"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from checker.domain import ClauseKind
from checker.structure import label_patterns as shapes
from checker.structure import numerals


@dataclass(frozen=True, slots=True)
class Label:
    """A number at the head of a text: `start`, `end` are offsets into it, `order` its value where it has one.

    `style` tells lists apart ("1." from "1)"); `weak` marks a form that a running sentence may have too;
    `quoted` that an opening quotation mark stands before it; `other` is what it is where it fits no list so.
    """

    kind: ClauseKind
    number: str
    order: int | None
    start: int
    end: int
    style: str
    weak: bool = False
    quoted: bool = False
    other: Label | None = None


# "Mẫu số 2. Giấy báo" is a heading in bold print and an entry of a list elsewhere.
TITLED_FORM = "titled-form"
_UNIT_KINDS: dict[str, ClauseKind] = {
    "phần": "phan",
    "thiên": "phan",
    "chương": "chuong",
    "mục": "muc",
    "tiết": "muc",
    "tiểu mục": "tieu-muc",
}
# Units of old decrees and codes that have no kind of their own.
_OWN_STYLES = {"thiên": "thien", "tiết": "tiet"}


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
        return _levels, _noted, _arabic, _arabic_dash
    if first == "(":
        return _arabic, _letter, _dash
    if first == "K":
        return _khoan, _capital, _dash
    if first and first in "PCMTBIVXLĐABDEFGH":
        return _unit, _annex, _roman_arabic, _roman, _capital, _dash
    return _letter, _dash


def _make(
    found: re.Match[str], kind: ClauseKind, number: str, order: int | None, style: str, *, weak: bool = False
) -> Label:
    start = found.start("label")
    end = start + len(found["label"].rstrip())
    return Label(kind, number, order, start, end, style, weak, bool(shapes.QUOTE.match(found.string)))


def _spoken(found: re.Match[str]) -> tuple[str, int | None] | None:
    """Number and value of "5a", "IV", "thứ nhất", "thứ 1"; None when the words are no number."""
    spoken = found["words"]
    if spoken is None and not found["n"][0].isdigit():
        order = numerals.roman(found["n"])  # decrees of 1945
        return (found["n"], order) if order else None
    if spoken is None:
        return _counted(found["n"].replace(" ", "").lower())
    order = int(spoken) if spoken.isdigit() else numerals.words(spoken) or numerals.roman(spoken)
    return (f"thứ {spoken.lower()}", order) if order else None


def _counted(number: str) -> tuple[str, int] | None:
    """Number and value of "5a"; of "7ẳ" the digits."""
    shape = re.match(r"(\d+)(?:bis|[a-zđ]\d?)?", number)
    return (shape.group(), int(shape.group(1))) if shape else None


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
    word = " ".join(found["word"].lower().split())
    kind = _UNIT_KINDS[word]
    number = _unit_number(found)
    style = _OWN_STYLES.get(word, kind)
    return _make(found, kind, *number, style, weak=found["stop"] is None) if number else None


def _heads(found: re.Match[str]) -> bool:
    """True when what follows the number can be a title, not the rest of a sentence."""
    rest = found["rest"].strip()
    return not rest or (bool(shapes.RUNNING.match(rest)) and not rest.endswith((";", ",")))


def _khoan(text: str) -> Label | None:
    """ "Khoản thứ nhất:", the Điều of some decrees of 1945."""
    found = shapes.KHOAN.match(text)
    number = _spoken(found) if found else None
    return (
        _make(found, "khoan", *number, "arabic-word")
        if found and number and found["label"][0] == "K"
        else None
    )


def _unit_number(found: re.Match[str]) -> tuple[str, int | None] | None:
    number = found["n"]
    if number[0].isdigit() or found["words"]:
        return _spoken(found)
    if found["bare"]:
        return (number.lower(), order) if (order := numerals.words(number)) else None
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
    rest = shapes.ENACTING_NOTE.sub("", found["rest"]).strip(" *_")
    titled = form and bool(found["stop"]) and rest[:1].isupper() and not rest.isupper()
    if (rest and not titled and not _annex_title(found, rest, form=form)) or (form and not found["n"]):
        return None
    number = ("Mẫu số " if form else "") + _annex_number(found)
    weak = not (found["word"].isupper() or rest.isupper())
    style = TITLED_FORM if titled else "form" if form else "annex"
    return _make(found, "phu-luc", number, None, style, weak=weak)


def _annex_number(found: re.Match[str]) -> str:
    """ "VC02" whole; of "II12" the Roman number, without that of a footnote."""
    number = found["n"] or ""
    code = len(number) > 1 and number.isupper() and not numerals.roman(number)
    return number + (found["note"] or "") if code else number


def _annex_title(found: re.Match[str], rest: str, *, form: bool) -> bool:
    if rest.startswith("(") or shapes.ISSUED_WITH.match(rest):
        return True
    if rest.endswith((";", ",")) or len(rest) > 250:
        return False
    return rest.isupper() or (bool(found["stop"]) and rest[0].isupper() and not form)


def _levels(text: str) -> Label | None:
    found = shapes.LEVELS.match(text)
    if not found or "." not in found["n"]:
        return None
    depth = found["n"].count(".") + 1
    order = int(found["n"].rsplit(".", 1)[1])
    label = _make(found, "arabic", found["n"], order, f"level{depth}", weak=not found["stop"])
    return replace(label, other=_noted(text)) if label.weak else label


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


def _noted(text: str) -> Label | None:
    """A khoản before the number of a footnote; a decimal number looks the same."""
    found = shapes.NOTED.match(text)
    word = found["next"] if found else ""
    if not found or not (word == "(" or (word[0].isupper() and not word.isupper())):
        return None
    return _make(found, "arabic", found["n"], int(found["n"]), "arabic.", weak=True)


def _arabic_dash(text: str) -> Label | None:
    found = shapes.ARABIC_DASH.match(text)
    if not found or not found["next"][0].isupper():
        return None
    return _make(found, "arabic", found["n"], int(found["n"]), "arabic-", weak=True)


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
    order = "ABCDEFGH".find(found["n"]) + 1 or None if found else None
    return _make(found, "phan", found["n"], order, "capital") if found else None


def _dash(text: str) -> Label | None:
    found = shapes.DASH.match(text)
    return _make(found, "dash", found["n"], None, "plus" if found["n"] == "+" else "dash") if found else None
