"""Which lines are the frame of a document (head, preamble, recipients, signature) and which are its body."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from checker.domain import Zone
from checker.structure.lines import Line
from checker.structure.parts import Part

STATE = re.compile(
    r"(?i:(?:^|\|)[\W_]*C[ỘỌ]NG\s+H[ÒO][AÀ]\s+X[ÃẴ]\s+HỘI)|(?<!NƯỚC )CỘNG H(?:ÒA"
    r"|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|^[\W_]*ĐẢNG CỘNG SẢN VIỆT NAM|(?i:Độc lập\s*[-–—.]+\s*Tự do)"
)
NUMBER = re.compile(
    r"^[|\s*_]*(?:(?:Luật|Bộ luật|Nghị quyết|Pháp lệnh|Lệnh)\s+)?Số\s*:?\s*[\d/.…_\s-]*[/\d-]",
    re.IGNORECASE,
)
KIND = re.compile(
    r"^[\W_]*(LUẬT|BỘ LUẬT|HIẾN PHÁP|PHÁP LỆNH|LỆNH|NGHỊ QUYẾT(?: LIÊN TỊCH)?|NGHỊ ĐỊNH|QUYẾT ĐỊNH"
    r"|THÔNG TƯ(?: LIÊN TỊCH)?"
    r"|CHỈ THỊ|KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|HƯƠNG ƯỚC|QUY ƯỚC|ĐIỀU LỆ|QUY CHẾ|QUY ĐỊNH|TỜ TRÌNH"
    r"|BÁO CÁO|HƯỚNG DẪN|THÔNG BÁO|SẮC LỆNH|NỘI QUY|VĂN BẢN HỢP NHẤT|CHIẾN LƯỢC|PHƯƠNG ÁN|GIẢI TRÌNH)(?![\w])"
)
_PLACE_DATE = re.compile(
    r"^[\s|*_(]*[^\d:;]{0,40}(?:,|\s)\s*ngày\s*[\d.…_]*\s*tháng\s*[\d.…_]*\s*năm\s*[\d.…_]*[\s.|*)]*$",
    re.I,
)
_FRAME = re.compile(
    r"^[\W_]*$|^\S*_preamble$|^[\W_]*\d*\s*CÔNG BÁO/|^[\s(*_\[]*Dự thảo\b.{0,60}$|^[\s(*_]*(?:V/v|Về việc)\b"
    r"|^[\s(*_]*(?:được\s+)?(?:ban hành\s+)?kèm theo\b|^Kính gửi\s*:",
    re.IGNORECASE,
)
_ENACTS = re.compile(
    r"^\W*(?:Quốc hội|Chính phủ|Thủ tướng|Bộ trưởng|Bộ|Ủy ban|Uỷ ban|Hội đồng|Chủ tịch|Thống đốc"
    r"|Tổng|Chánh|Viện trưởng"
    r"|Giám đốc|Chủ nhiệm)\b[^.;]{0,200}?\bban hành (?:Hiến pháp|Luật|Bộ luật|Pháp lệnh|Nghị quyết"
    r"|Nghị định|Thông tư|Quyết định|Chỉ thị|Quy chế|Kế hoạch)"
)
_RULER = re.compile(r"^[\W_]*$")
_DECIDES = re.compile(
    r"^[\W_]*(?:QUYẾT ĐỊNH|NGHỊ ĐỊNH|QUYẾT NGHỊ|RA SẮC LỆNH|NGHỊ QUYẾT|THÔNG TƯ|CHỈ THỊ|LUẬT)\s*:?[\s*_]*$"
)
_SELF = re.compile(r"^\W*(?:Luật|Bộ luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Quy chế|Quy định) này\b")
_GROUNDS = re.compile(r"^[\W_]*(?:Căn [Cc]ứ|CĂN CỨ\s|Theo đề nghị|Xét\b|Chiểu\b|Theo Tờ trình)")
_PURPOSE = re.compile(r"^[\W_]*(?:Thực hiện|Triển khai|Để\b|Nhằm\b|Sau khi|Trên cơ sở)")
_SOURCE = re.compile(
    r"^\W*(?:\d\d?\.\s*)?(?:Luật|Bộ luật|Nghị định|Nghị quyết|Quyết định|Thông tư"
    r"|Pháp lệnh)\b.{0,150}?(?:số\s*\d|ngày\s*\d)"
)
RECIPIENTS = re.compile(r"^[\W_]*Nơi\s+nhận[\W_]*(?::|$)", re.IGNORECASE)
_RECIPIENT = re.compile(r"^\s*(?:[-–—+*•]|Như\b|Lưu\b)|[;,.:]\s*$|^.{0,45}$")
_SIGNER = re.compile(
    r"^[\W_]*(?:TM|T/M|KT|TL|TUQ|TUN|Q|K/T|T/L)\s*[./]|^[\W_]*(?:QUYỀN |PHÓ )?(?:CHỦ TỊCH|BỘ TRƯỞNG"
    r"|THỨ TRƯỞNG|THỦ TƯỚNG|CHỦ NHIỆM|GIÁM ĐỐC|CỤC TRƯỞNG|TRƯỞNG |THỐNG ĐỐC|CHÁNH |VIỆN TRƯỞNG|VỤ TRƯỞNG"
    r"|HIỆU TRƯỞNG|TỔNG (?:THANH TRA|GIÁM ĐỐC|CỤC|KIỂM TOÁN|THƯ KÝ|BÍ THƯ|BIÊN TẬP)|BÍ THƯ|XÁC THỰC)",
)
_PASSED = re.compile(
    r"^[\W_]*(?:Luật|Bộ luật|Hiến pháp|Nghị quyết"
    r"|Pháp lệnh)\b.{0,40}\b(?:đã )?được .{0,160}thông qua.{0,40}ngày"
)
_NAME = re.compile(r"^(?:(?:GS|PGS|TS|ThS|BS|CN|KS)\.?\s*)*[A-ZĐÀ-Ỹ][\w.]*(?:\s+[A-ZĐÀ-Ỹ][\w.]*){1,6}$")
_SIGNED = re.compile(r"^[\W_]*(?:\(?Đã ký|\(?Ký|Ký tên|Họ và tên|[\W_]*$)", re.IGNORECASE)

_HEAD_WITHIN = 25  # lines in which quốc hiệu, number or kind must stand for a head to exist
_TITLE_LINES = 6
_TITLE_LENGTH = 320
_RECIPIENT_LINES = 60


def zones_of(lines: Sequence[Line], parts: Mapping[int, Part]) -> list[Zone]:
    """The zone of each line; each attached document has its own head, preamble, recipients and signature."""
    edges = [0, *(start for start in parts if start), len(lines)]
    zones: list[Zone] = []
    for start, stop in pairwise(edges):
        part = parts.get(start)
        zones += _part_zones(lines[start:stop], part.kind if part else "main")
    return zones


def _part_zones(lines: Sequence[Line], kind: str) -> list[Zone]:
    first = 0 if kind in ("annex", "form") else _first_label(lines)
    head = _contiguous(lines, _opening(lines[:first], attached=kind == "attached"))
    return head + _closing(lines, len(head))


def _contiguous(lines: Sequence[Line], zones: list[Zone]) -> list[Zone]:
    """The opening up to its last certain line and what goes on from there; capitals below it are headings."""
    certain = (
        i for i, zone in enumerate(zones) if zone == "preamble" or (zone == "head" and is_mark(lines[i]))
    )
    end = max(certain, default=-1) + 1
    while end < len(zones) and zones[end] != "body":
        end += 1
    return zones[:end]


def _first_label(lines: Sequence[Line]) -> int:
    """Where the numbered text begins; those of the sources above the grounds do not count."""
    first = _first_of(lines, ("phan", "chuong", "muc", "tieu-muc", "dieu", "roman", "arabic", "letter"))
    unit = _first_of(lines, ("phan", "chuong", "dieu"))
    grounds = [index for index in range(first, unit) if _GROUNDS.match(lines[index].text)]
    return unit if grounds and unit < len(lines) and unit - first < _HEAD_WITHIN else first


def _first_of(lines: Sequence[Line], kinds: Collection[str]) -> int:
    return next(
        (index for index, line in enumerate(lines) if line.label and line.label.kind in kinds), len(lines)
    )


def _opening(lines: Sequence[Line], *, attached: bool) -> list[Zone]:
    """Zones of the lines before the first number; all body where no head is to be seen."""
    headed = attached or any(is_mark(line) for line in lines[:_HEAD_WITHIN])
    if not headed and not any(_GROUNDS.match(line.text) for line in lines):
        return ["body"] * len(lines)
    zones: list[Zone] = []
    last_mark = max((i for i, line in enumerate(lines[:_HEAD_WITHIN]) if STATE.search(line.text)), default=-1)
    titles = _titles(lines)
    for index, line in enumerate(lines):
        if index < last_mark and len(line.text) < _TITLE_LENGTH:
            zones.append("head")
        else:
            zones.append(_opening_zone(line, zones, title=index in titles))
    return zones


def is_mark(line: Line) -> bool:
    """True for a line that only the head of a document has."""
    return bool(STATE.search(line.text) or NUMBER.match(line.text) or line.text.startswith("Kính gửi")) or (
        line.upper and bool(KIND.match(line.text))
    )


def _opening_zone(line: Line, zones: Sequence[Zone], *, title: bool) -> Zone:
    before = zones[-1] if zones else "head"
    if _is_ground(line, before):
        return "preamble"
    if _RULER.match(line.text):
        return before
    if "preamble" in zones:
        return "preamble" if line.upper and (before == "preamble" or _DECIDES.match(line.text)) else "body"
    return "head" if title or _is_head(line, before) else "body"


def _is_ground(line: Line, before: Zone) -> bool:
    text = line.text
    if _ENACTS.search(text) and not _SELF.match(text):
        return True
    if _GROUNDS.match(text):
        return text.endswith((";", ",", ":")) or len(text) < 500
    if _PURPOSE.match(text):
        return text.endswith((";", ",", ":"))
    return (bool(_SOURCE.match(text)) and not line.upper) or (
        before == "preamble" and line.after_break and not _SELF.match(text)
    )


def _is_head(line: Line, before: Zone) -> bool:
    text = line.text
    if STATE.search(text) or NUMBER.match(text) or _PLACE_DATE.match(text) or _FRAME.match(text):
        return True
    if line.upper and len(text) < 3 * _TITLE_LENGTH:
        return True
    return before == "head" and line.label is not None and text.endswith((";", ".")) and len(text) < 150


def _titles(lines: Sequence[Line]) -> set[int]:
    """The lines of the title in small letters, between the kind of the document and the first sentence."""
    kind = next((i for i, line in enumerate(lines) if line.upper and KIND.match(line.text)), None)
    if kind is None:
        return set()
    run: list[int] = []
    for index in range(kind + 1, len(lines)):
        line = lines[index]
        if _is_ground(line, "head") or line.text.startswith("Kính gửi"):
            break
        if line.text.endswith((".", ";", ":")) or len(line.text) > _TITLE_LENGTH or line.label:
            break
        run.append(index)
    return set(run) if len(run) <= _TITLE_LINES + sum(lines[i].upper for i in run) else set()


def _closing(lines: Sequence[Line], start: int) -> list[Zone]:
    """Zones from `start` on: body, until recipients or a signature begin."""
    last = max(
        (i for i, line in enumerate(lines) if line.label and line.label.kind in ("dieu", "chuong")),
        default=start,
    )
    zones: list[Zone] = []
    state: Zone = "body"
    run = 0
    for index in range(start, len(lines)):
        after = _next_zone(lines, index, state, run) if index >= last else "body"
        run = run + 1 if after == state else 0
        state = after
        zones.append(state)
    return zones


def _next_zone(lines: Sequence[Line], index: int, state: Zone, run: int) -> Zone:
    line = lines[index]
    # The cell "Nơi nhận" of a table may be the name of a field.
    if re.search(r"Nơi\s+nhận\s*:", line.text) if line.cell else RECIPIENTS.match(line.text):
        return "recipients"
    if _PASSED.match(line.text) or _signs(lines, index):
        return "signature"
    if (
        state == "recipients"
        and run < _RECIPIENT_LINES
        and len(line.text) < 250
        and _RECIPIENT.search(line.text)
    ):
        return "recipients"
    if state == "signature" and (
        (line.upper and len(line.text) < 120 and not _heads_anew(lines, index))
        or _NAME.match(line.text)
        or _SIGNED.match(line.text)
    ):
        return "signature"
    return "body"


def _heads_anew(lines: Sequence[Line], index: int) -> bool:
    """True for capitals below a signer's name that lead to no other signer: the title of what is attached."""
    before = lines[index - 1]
    named = bool(_NAME.match(before.text)) and not before.upper
    return named and not any(_SIGNER.match(line.text) for line in lines[index : index + 3])


def _signs(lines: Sequence[Line], index: int) -> bool:
    """True for a signer's title: capitals, and a name, another title or the end within a few lines."""
    text = lines[index].text.strip("| ")
    if not _SIGNER.match(text) or (len(text) > 120 and not lines[index].cell):
        return False
    if not lines[index].upper and not lines[index].cell:
        return False
    if lines[index].cell:
        return index > 0
    after = lines[index + 1 : index + 6]
    return (
        not after
        or any(_NAME.match(line.text) or _SIGNED.match(line.text) for line in after)
        or len(after) < 3
    )
