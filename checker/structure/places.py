"""A place as a person names it, “khoản 2 Điều 14” or a line number, in a parsed document."""

from __future__ import annotations

import re

from checker.domain import Clause, Document
from checker.errors import UnknownPlace
from checker.structure.navigation import subtree
from checker.text import fold

_UNITS = (
    "điểm", "khoản", "điều", "tiểu mục", "mục", "chương", "phần", "đoạn", "tiết", "phụ lục", "bảng", "hàng",
    "gạch đầu dòng", "dấu cộng",
)  # fmt: skip
_UNIT = re.compile(rf"\b({'|'.join(map(fold, _UNITS))})\b")
_LINE = re.compile(r"(?:dòng\s+)?(\d+)")
_NAMED = 4  # places named in a message before the list is cut


def find_place(document: Document, place: str) -> tuple[Clause, ...]:
    """The clauses of a place with all under them, in reading order; UnknownPlace tells what there is.

    A number is the 1-based line of a .txt, the paragraph elsewhere. A citation may be written from
    either end: “khoản 2 Điều 14”, “Điều 14, khoản 2”.
    """
    line = _LINE.fullmatch(fold(place).strip())
    if line:
        found = [clause for clause in document.clauses if _number(document, clause) == int(line.group(1))]
    else:
        asked = units(place)
        found = [clause for clause in document.clauses if asked and units(clause.citation) == asked]
    if not found:
        raise UnknownPlace(_unknown(document, place))
    inside = {inner.index for clause in found for inner in subtree(document, clause)}
    return tuple(document.clauses[index] for index in sorted(inside))


def units(citation: str) -> frozenset[tuple[str, str]]:
    """The units of a citation with their numbers, whatever their order: (khoản, 2) and (điều, 14)."""
    parts = _UNIT.split(" ".join(fold(citation).replace(",", " ").split()))
    return frozenset(
        (unit, number.strip(" ().")) for unit, number in zip(parts[1::2], parts[2::2], strict=True)
    )


def _number(document: Document, clause: Clause) -> int:
    return document.blocks[clause.block].place.number


def _unknown(document: Document, place: str) -> str:
    asked = units(place)
    near = dict.fromkeys(
        clause.citation for clause in document.clauses if asked and asked < units(clause.citation)
    )
    some = list(
        near or dict.fromkeys(clause.citation for clause in document.clauses if clause.zone == "body")
    )
    listed = "; ".join(some[:_NAMED]) + ("; …" if len(some) > _NAMED else "")
    problem = "chưa đủ rõ" if near else "không có"
    return (
        f"{document.name}: nơi “{place}” {problem} trong văn bản; hãy ghi số dòng (đoạn) hoặc cách viện dẫn "
        f"như trong kết quả rà soát, ví dụ: {listed}."
    )
