"""Documents inside the document: the regulation, plan or annex that a decision is issued with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from checker.structure.labels import Label
from checker.structure.lines import Line


@dataclass(frozen=True, slots=True)
class Part:
    """An attached document ("Quy chế"), an annex ("II") or a form ("Mẫu số 1"), by name or number."""

    name: str
    kind: Literal["attached", "annex", "form"]


_ISSUED_WITH = re.compile(
    r"(?:^[\s*_“\"|\[]*|\([\s*_]*)(?:được\s+"
    r"|phê\s+duyệt\s+)?(?:ban\s+hành\s+)?kèm\s+theo\s+(?:các\s+)?(?:Quyết định"
    r"|Nghị quyết|Nghị định|Thông tư|Chỉ thị|Công văn|Tờ trình|Hướng dẫn|Thông báo|Kế hoạch|Văn bản"
    r"|Luật|QĐ)\b",
    re.IGNORECASE,
)
_KINDS = (
    "QUY CHẾ", "QUY ĐỊNH", "ĐIỀU LỆ", "KẾ HOẠCH", "ĐỀ ÁN", "CHƯƠNG TRÌNH", "CHIẾN LƯỢC", "HƯỚNG DẪN",
    "NỘI QUY",
    "QUY TRÌNH", "QUY CHUẨN", "TIÊU CHUẨN", "HƯƠNG ƯỚC", "QUY ƯỚC", "PHƯƠNG ÁN", "QUY HOẠCH",
    "BỘ TIÊU CHÍ",
)  # fmt: skip
_LISTS = ("DANH MỤC", "DANH SÁCH", "ĐỊNH MỨC", "BIỂU", "BẢNG", "KHUNG", "NỘI DUNG")
_KIND = re.compile(r"^[\W_]*(" + "|".join(_KINDS + _LISTS) + r")(?!\w)", re.IGNORECASE)
_KIND_ALONE = re.compile(r"^[\W_]*(?:BẢN )?(" + "|".join(_KINDS) + r")[\W_]*$")
_SIGNER = re.compile(
    r"^\W*(?:TM|KT|TL|TUQ)\.|(?:TRƯỞNG|TƯỚNG|THANH TRA|KIỂM TOÁN)$"
    r"|^\W*(?:PHÓ )?CHỦ TỊCH|^\W*GIÁM ĐỐC|^\W*THỦ TƯỚNG"
)
_LOOK_BACK = 8
_LOOK_AHEAD = 14
_ANNEX_ABOVE = 8  # lines; nearer to the heading of an annex, a name is its title
_LONGEST_NOTE = 700
_BEGINNINGS = ("phan", "chuong", "muc", "dieu", "roman", "arabic")


def parts_of(lines: Sequence[Line]) -> dict[int, Part]:
    """Index of a line -> the part that begins there, in reading order; without the main document."""
    found: dict[int, Part] = {}
    last: Label | None = None
    for index, line in enumerate(lines):
        if line.label and line.label.kind == "phu-luc":
            if last or line.upper:
                found[index] = Part(line.label.number, "form" if line.label.style == "form" else "annex")
        elif last:
            start = _attached(lines, index, found, last)
            if start is not None and not any(
                above in found for above in range(start - _ANNEX_ABOVE, start + 1)
            ):
                found[start] = Part(_name(lines[start]), "attached")
        if line.label and line.label.kind in _BEGINNINGS:
            last = line.label
    return dict(sorted(found.items()))


def _attached(lines: Sequence[Line], index: int, found: dict[int, Part], last: Label) -> int | None:
    """The line at which a document attached to the one before begins, if line `index` tells of one."""
    line = lines[index]
    if _ISSUED_WITH.search(line.text) and len(line.text) < _LONGEST_NOTE and not line.label:
        return _start(lines, index, found)
    if (
        _KIND_ALONE.match(line.text)
        and last.kind == "dieu"
        and _begins_anew(lines[index + 1 : index + _LOOK_AHEAD])
    ):
        return index
    return None


def _begins_anew(lines: Sequence[Line]) -> bool:
    label = next((line.label for line in lines if line.label and line.label.kind in _BEGINNINGS), None)
    return label is not None and label.order == 1


def _start(lines: Sequence[Line], note: int, found: dict[int, Part]) -> int | None:
    """The line with the name of the attached document, above or in the note "(ban hành kèm theo …)"."""
    best = None
    for index in range(note, max(note - 1 - _LOOK_BACK, -1), -1):
        line = lines[index]
        if index in found or _stops(line):
            break
        if _KIND.match(line.text) and (line.upper or index == note):
            best = index
            break
        if line.upper:
            best = index
        elif index < note and (len(line.text) > 200 or line.text.endswith((".", ";"))):
            break
    return best


def _stops(line: Line) -> bool:
    return (line.label is not None and line.label.kind != "phan") or bool(_SIGNER.search(line.text))


def _name(line: Line) -> str:
    kind = _KIND.match(line.text)
    return kind.group(1).capitalize() if kind else "Văn bản"
