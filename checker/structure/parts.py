"""Documents inside the document: the regulation, plan or annex that a decision is issued with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checker.structure.lines import Line


@dataclass(frozen=True, slots=True)
class Part:
    """An attached document or annex: `name` as it is cited ("Quy chế", "I"); `attached` when it is no Phụ lục."""

    name: str
    attached: bool


_ISSUED_WITH = re.compile(
    r"^[\s(*_“\"|\[]*(?:được\s+)?(?:ban\s+hành\s+)?(?:kèm\s+)?theo\s+(?:các\s+)?(?:Quyết định|Nghị quyết|Nghị định"
    r"|Thông tư|Chỉ thị|Công văn|Tờ trình|Hướng dẫn|Thông báo|Kế hoạch|Văn bản|Luật|QĐ)\b",
    re.IGNORECASE,
)
KINDS = (
    "QUY CHẾ", "QUY ĐỊNH", "ĐIỀU LỆ", "KẾ HOẠCH", "ĐỀ ÁN", "CHƯƠNG TRÌNH", "CHIẾN LƯỢC", "HƯỚNG DẪN", "NỘI QUY",
    "QUY TRÌNH", "QUY CHUẨN", "TIÊU CHUẨN", "HƯƠNG ƯỚC", "QUY ƯỚC", "PHƯƠNG ÁN", "QUY HOẠCH", "BỘ TIÊU CHÍ",
    "DANH MỤC", "DANH SÁCH", "ĐỊNH MỨC", "BIỂU", "BẢNG", "KHUNG", "NỘI DUNG",
)  # fmt: skip
_KIND = re.compile(r"^[\W_]*(" + "|".join(KINDS) + r")(?![\w])", re.IGNORECASE)
_LOOK_BACK = 8
_LONGEST_NOTE = 400


def parts_of(lines: Sequence[Line]) -> dict[int, Part]:
    """Index of a line -> the part that begins there, in reading order; the main document is not among them."""
    found: dict[int, Part] = {}
    seen_body = False
    for index, line in enumerate(lines):
        if _is_annex(line, seen_body=seen_body) and line.label:
            found[index] = Part(line.label.number, attached=False)
        elif seen_body and _ISSUED_WITH.match(line.text) and len(line.text) < _LONGEST_NOTE:
            start = _start(lines, index, found)
            if start is not None:
                found[start] = Part(_name(lines[start]), attached=True)
        seen_body = seen_body or (line.label is not None and line.label.kind not in ("dash", "phu-luc"))
    return found


def _is_annex(line: Line, *, seen_body: bool) -> bool:
    return line.label is not None and line.label.kind == "phu-luc" and (seen_body or line.upper)


def _start(lines: Sequence[Line], note: int, found: dict[int, Part]) -> int | None:
    """The line with the name of the attached document, above the note "(ban hành kèm theo …)"."""
    best = None
    for index in range(note - 1, max(note - 1 - _LOOK_BACK, -1), -1):
        line = lines[index]
        if index in found or line.label is not None and line.label.kind != "phan":
            return None if index in found else best
        kind = _KIND.match(line.text)
        if kind and (line.upper or kind.group(1).isupper() and len(line.text) < _LONGEST_NOTE):
            return index
        if not line.upper:
            if best is not None or len(line.text) > 200 or line.text.endswith((".", ";")):
                return best
            continue
        best = index
    return best


def _name(line: Line) -> str:
    kind = _KIND.match(line.text)
    return kind.group(1).capitalize() if kind else "Văn bản"
