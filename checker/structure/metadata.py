"""What the head of a document says of it: type, number, title, issuer, whether it is a draft."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from checker.structure.lines import Line
from checker.structure.zones import KIND, NUMBER, STATE


@dataclass(frozen=True, slots=True)
class Metadata:
    """Fields of Document that come from its head; empty where it does not say."""

    type: str = "khac"
    number: str = ""
    title: str = ""
    issuer: str = ""
    dated: date | None = None
    draft: bool = False


_TYPES: Mapping[str, str] = {
    "LUẬT": "luat", "BỘ LUẬT": "bo-luat", "HIẾN PHÁP": "hien-phap", "PHÁP LỆNH": "phap-lenh",
    "NGHỊ QUYẾT": "nghi-quyet", "NGHỊ QUYẾT LIÊN TỊCH": "nghi-quyet", "NGHỊ ĐỊNH": "nghi-dinh",
    "QUYẾT ĐỊNH": "quyet-dinh", "THÔNG TƯ": "thong-tu", "THÔNG TƯ LIÊN TỊCH": "thong-tu-lien-tich",
    "CHỈ THỊ": "chi-thi", "KẾ HOẠCH": "ke-hoach", "CHƯƠNG TRÌNH": "chuong-trinh", "ĐỀ ÁN": "de-an",
    "HƯƠNG ƯỚC": "huong-uoc", "QUY ƯỚC": "quy-uoc", "ĐIỀU LỆ": "dieu-le", "QUY CHẾ": "quy-che",
    "TỜ TRÌNH": "to-trinh", "BÁO CÁO": "bao-cao", "HƯỚNG DẪN": "huong-dan",
}  # fmt: skip
_SUFFIXES: Sequence[tuple[str, str]] = (
    ("TTLT", "thong-tu-lien-tich"), ("NĐ", "nghi-dinh"), ("QĐ", "quyet-dinh"), ("TTR", "to-trinh"),
    ("TT", "thong-tu"),
    ("NQ", "nghi-quyet"), ("CT", "chi-thi"), ("KH", "ke-hoach"), ("CTR", "chuong-trinh"), ("ĐA", "de-an"),
    ("BC", "bao-cao"), ("HD", "huong-dan"), ("PL", "phap-lenh"), ("CV", "cong-van"), ("QH", "luat"),
)  # fmt: skip
_FILE_NAMES: Sequence[tuple[str, str]] = tuple(
    (kind, kind)
    for kind in (
        "bo-luat", "hien-phap", "phap-lenh", "nghi-quyet", "nghi-dinh", "quyet-dinh",
        "thong-tu-lien-tich", "thong-tu",
        "chi-thi", "ke-hoach", "chuong-trinh", "de-an", "huong-uoc", "quy-uoc", "dieu-le", "quy-che",
        "to-trinh",
        "bao-cao", "cong-van", "huong-dan", "luat",
    )
)  # fmt: skip
_NUMBER = re.compile(r"\bSố\s*:?\s*(?P<n>\d[\w.]*\s*(?:[/-]\s*[\w.ĐĂÂÊÔƠƯ]+\s*)+)", re.IGNORECASE)
_BLANK_NUMBER = re.compile(r"\bSố\s*:?[\s.…_]*/", re.IGNORECASE)
_DRAFT = re.compile(r"^[\W_]*dự\s+thảo\b.{0,60}(?<![.;:,])$", re.IGNORECASE)
_SUBJECT = re.compile(r"\bV/v\s*:?\s*(?P<subject>[^|]+)", re.IGNORECASE)
_RULER = re.compile(r"^[\W_]*$")
_ENDS_TITLE = re.compile(
    r"^[\s(*_]*(?:được\s+)?(?:ban hành\s+)?kèm theo|^Kính gửi|^[\W_]*(?:CHỦ TỊCH|BỘ TRƯỞNG"
    r"|THỦ TƯỚNG|THỐNG ĐỐC|GIÁM ĐỐC"
    r"|(?:TỔNG )?CỤC TRƯỞNG|CHÍNH PHỦ|QUỐC HỘI|[UỦ][YỶ] BAN|HỘI ĐỒNG|BỘ)(?: [A-ZÀ-ỸĐ,-]+)*[\W_]*$"
    r"|^DỰ THẢO",
)
# Until 2011 the issuer, the number and the date stood in the title itself.
_OLD_HEADING = re.compile(r"^(?:CỦA .{3,80}? )?SỐ:? [\w./-]+,? NGÀY .{4,20}? NĂM \d{4}\s*", re.IGNORECASE)
_OLD_NUMBER = re.compile(
    r"^\W*(?:(?:LUẬT|NGHỊ ĐỊNH|QUYẾT ĐỊNH|THÔNG TƯ"
    r"|SẮC LỆNH)\s+)?(?:CỦA\s.{3,80}?\s)?SỐ\s",
    re.IGNORECASE,
)
_NOT_ISSUER = re.compile(r"dự\s+thảo|công báo|_preamble|^\W*$|^VĂN BẢN |\d/|/\d", re.IGNORECASE)
_DAY = re.compile(
    r"\bngày\s*(?P<day>\d{1,2})\s*(?:tháng|[/.-])\s*(?P<month>\d{1,2})\s*(?:năm|[/.-])\s*(?P<year>\d{4})\b",
    re.IGNORECASE,
)
_NUMBER_YEAR = re.compile(r"/(?P<year>(?:19|20)\d\d)/")
_UNDER_AGENCY = re.compile(r"^(?:SỞ|PHÒNG|BAN|CỤC|VỤ|CHI CỤC|TRUNG TÂM|VĂN PHÒNG|THANH TRA)\s")
_LONGEST_TITLE = 600


def metadata(name: str, head: Sequence[Line], opening: Sequence[Line]) -> Metadata:
    """Read from the lines of zone head; the first lines of any zone and the file's name help out."""
    number = _number(head)
    kinds = [index for index, line in enumerate(head) if line.upper and KIND.match(line.text)]
    kind = next((index for index in kinds if _named(head[index])), kinds[0] if kinds else None)
    return Metadata(
        type=_type(name, head, kind, number),
        number=number,
        title=_title(head, kind),
        issuer=_issuer(head, kind),
        dated=_dated(head, number),
        draft=_is_draft(name, opening),
    )


def _number(head: Sequence[Line]) -> str:
    for line in head:
        found = _NUMBER.search(line.text)
        if found and any(NUMBER.match(cell) or _OLD_NUMBER.match(cell) for cell in line.text.split("|")):
            return re.sub(r"\s+", "", found["n"]).rstrip(".-/")
    return ""


def _type(name: str, head: Sequence[Line], kind: int | None, number: str) -> str:
    named = _named(head[kind]) if kind is not None else ""
    if named:
        return named
    tail = number.upper().replace("-", "/").split("/")
    for suffix, found in _SUFFIXES:
        if any(part == suffix or (suffix == "QH" and part.startswith("QH")) for part in tail[1:]):
            return found
    if any(line.text.startswith("Kính gửi") or _SUBJECT.search(line.text) for line in head):
        return "cong-van"
    return _by_file_name(name)


def _named(line: Line) -> str:
    found = KIND.match(line.text)
    return _TYPES.get(found.group(1), "") if found else ""


def _by_file_name(name: str) -> str:
    plain = re.sub(r"[\s_]+", "-", name.lower())
    return next(
        (kind for part, kind in _FILE_NAMES if re.search(rf"(?<![a-z]){part}(?![a-z])", plain)), "khac"
    )


def _title(head: Sequence[Line], kind: int | None) -> str:
    if kind is None:
        found = next((match for line in head if (match := _SUBJECT.search(line.text))), None)
        return found["subject"].strip() if found else ""
    own = KIND.match(head[kind].text)
    rest = head[kind].text[own.end() :].strip(" :*_") if own else ""
    words = [rest] if rest else []
    for line in head[kind + 1 :]:
        if (
            _ENDS_TITLE.match(line.text)
            or STATE.match(line.text.strip())
            or (words and _RULER.match(line.text))
        ):
            break
        words.append(line.text.strip(" *_-"))
    return _OLD_HEADING.sub("", " ".join(filter(None, words)))[:_LONGEST_TITLE]


def _issuer(head: Sequence[Line], kind: int | None) -> str:
    """The agency above the number: "ỦY BAN NHÂN DÂN TỈNH A"; of "UBND TỈNH A / SỞ B" the lower one."""
    names: list[str] = []
    for line in head[:kind]:
        for text in line.text.strip("|").split("|"):
            text = re.split(r"[-_*=]{3,}", text)[0].strip(" *_-")
            if STATE.search(text):
                break
            if text and text.isupper() and not NUMBER.match(text) and not _NOT_ISSUER.search(text):
                names.append(text)
        if STATE.search(line.text) and names:
            break
    if len(names) > 1 and _UNDER_AGENCY.match(names[1]):
        names = names[1:]
    return " ".join(dict.fromkeys(names[:3]))


def _dated(head: Sequence[Line], number: str) -> date | None:
    """The first day that the head names: of the place line or of the act that it was issued with."""
    for line in head:
        if found := _DAY.search(line.text):
            try:
                return date(int(found["year"]), int(found["month"]), int(found["day"]))
            except ValueError:
                continue
    year = _NUMBER_YEAR.search(number)
    return date(int(year["year"]), 1, 1) if year else None


def _is_draft(name: str, opening: Sequence[Line]) -> bool:
    if re.search(r"d[uự][\W_]*th[aả]o", name.lower()):
        return True
    return any(
        _DRAFT.match(part) or _BLANK_NUMBER.search(part) for line in opening for part in line.text.split("|")
    )
