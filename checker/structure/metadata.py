"""What the head of a document says of it: type, number, title, issuer, date, whether it is a draft."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from checker.structure.enacting import enacting
from checker.structure.label_patterns import ENACTING_NOTE
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
    "TỜ TRÌNH": "to-trinh", "BÁO CÁO": "bao-cao", "HƯỚNG DẪN": "huong-dan", "SẮC LỆNH": "sac-lenh",
    "THÔNG BÁO": "thong-bao",
}  # fmt: skip
_SUFFIXES: Sequence[tuple[str, str]] = (
    ("TTLT", "thong-tu-lien-tich"), ("NĐ", "nghi-dinh"), ("QĐ", "quyet-dinh"), ("TTR", "to-trinh"),
    ("TT", "thong-tu"), ("TB", "thong-bao"), ("NQ", "nghi-quyet"), ("CT", "chi-thi"), ("KH", "ke-hoach"),
    ("CTR", "chuong-trinh"), ("ĐA", "de-an"), ("BC", "bao-cao"), ("HD", "huong-dan"), ("PL", "phap-lenh"),
    ("CV", "cong-van"), ("QH", "luat"),
)  # fmt: skip
_FILE_NAMES: Sequence[tuple[str, str]] = tuple(
    (kind, kind)
    for kind in (
        "bo-luat", "hien-phap", "phap-lenh", "nghi-quyet", "nghi-dinh", "quyet-dinh",
        "thong-tu-lien-tich", "thong-tu",
        "chi-thi", "ke-hoach", "chuong-trinh", "de-an", "huong-uoc", "quy-uoc", "dieu-le", "quy-che",
        "to-trinh",
        "bao-cao", "cong-van", "huong-dan", "sac-lenh", "thong-bao", "luat",
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
    r"|^DỰ THẢO|^LỜI NÓI ĐẦU|^C(?:ăn cứ|ĂN CỨ)\s",
)
# Until 2011 the issuer, the number and the date stood in the title itself.
_OLD_HEADING = re.compile(
    r"^(?:CỦA (?P<issuer>.{3,80}?) +)?SỐ:? +(?P<number>[\w./-]+),? +NGÀY .{4,20}? NĂM \d{4}\s*", re.IGNORECASE
)
# "THUẾ … SỐ 23-L/CTN NGÀY 10/07/1993 CỦA QUỐC HỘI", "… CỦA QUỐC HỘI KHÓA XII, KỲ HỌP THỨ 5"
_AFTER_TITLE = re.compile(
    r"\s+(?:SỐ\s+[\w./-]+,?\s+NGÀY\s+[\d./-]+(?:\s+CỦA\s+QUỐC\s+HỘI.*)?"
    r"|CỦA\s+QUỐC\s+HỘI\s+(?:KHÓA|KHOÁ|NƯỚC)\s.*)$"
)
_OLD_NUMBER = re.compile(
    r"^\W*(?:(?:LUẬT|NGHỊ ĐỊNH|QUYẾT ĐỊNH|THÔNG TƯ|SẮC LỆNH)\s+)?(?:CỦA\s.{3,80}?\s)?SỐ\s", re.IGNORECASE
)
_PLACE_DAY = re.compile(r"(?:^[\s*_(]*|[^\d:;,]{2,40},\s*)[Nn]gày\s.*")  # "Hà Nội, ngày …"
_NOT_ISSUER = re.compile(r"dự\s+thảo|^SẮC LỆNH$|công báo|_preamble|^\W*$|^VĂN BẢN |\d/|/\d", re.IGNORECASE)
_DAY = re.compile(
    r"\bngày\s*(?P<day>\d{1,2})\s*(?:tháng|[/.-])\s*(?P<month>\d{1,2})\s*(?:năm|[/.-])\s*(?P<year>\d{4})\b",
    re.IGNORECASE,
)
_NUMBER_YEAR = re.compile(r"/(?P<year>(?:19|20)\d\d)/")
_UNDER_AGENCY = re.compile(r"^(?:SỞ|PHÒNG|BAN|CỤC|VỤ|CHI CỤC|TRUNG TÂM|VĂN PHÒNG|THANH TRA)\s")
_LONGEST_TITLE = 600


def metadata(
    name: str, head: Sequence[Line], opening: Sequence[Line], preamble: Sequence[Line] = ()
) -> Metadata:
    """Read from the lines of zone head; the preamble, the first lines and the file's name help out."""
    number = _number(head)
    kinds = [index for index, line in enumerate(head) if line.upper and KIND.match(line.text)]
    # "SẮC LỆNH" may stand above "LUẬT": so laws were promulgated.
    kinds.sort(key=lambda index: (not _named(head[index]), _named(head[index]) == "sac-lenh"))
    kind = kinds[0] if kinds else None
    said = enacting(preamble)
    return Metadata(
        type=_type(head, kind, number) or (_TYPES[said.kind.upper()] if said else _by_file_name(name)),
        number=number,
        title=_title(head, kind) or (said.title if said else ""),
        issuer=_issuer(head, kind) or (said.issuer if said else ""),
        dated=_dated(head, number),
        draft=_is_draft(name, opening),
    )


def _number(head: Sequence[Line]) -> str:
    for line in head:
        found = _NUMBER.search(line.text)
        if found and any(NUMBER.match(cell) or _OLD_NUMBER.match(cell) for cell in line.text.split("|")):
            return re.sub(r"\s+", "", found["n"]).rstrip(".-/")
    old = next((match for line in head if (match := _OLD_HEADING.match(line.text))), None)
    return old["number"] if old else ""  # "SỐ 65": decrees of 1945


def _type(head: Sequence[Line], kind: int | None, number: str) -> str:
    named = _named(head[kind]) if kind is not None else ""
    if named:
        return named
    tail = number.upper().replace("-", "/").split("/")
    for suffix, found in _SUFFIXES:
        if any(part == suffix or (suffix == "QH" and part.startswith("QH")) for part in tail[1:]):
            return found
    if any(line.text.startswith("Kính gửi") or _SUBJECT.search(line.text) for line in head):
        return "cong-van"
    return ""


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
            _ENDS_TITLE.match(line.text.upper() if line.upper else line.text)
            or STATE.match(line.text.strip())
            or (words and _RULER.match(line.text))
        ):
            break
        words.append(line.text.strip(" *_-"))
    return _AFTER_TITLE.sub("", _OLD_HEADING.sub("", " ".join(filter(None, words))))[:_LONGEST_TITLE]


def _issuer(head: Sequence[Line], kind: int | None) -> str:
    """The agency above the number: "ỦY BAN NHÂN DÂN TỈNH A"; of "UBND TỈNH A / SỞ B" the lower one."""
    names: list[str] = []
    for line in head[:kind]:
        before = len(names)
        for text in line.text.strip("|").split("|"):
            state = STATE.search(text)
            text = re.split(r"[-_*=]{3,}", text[: state.start()] if state else text)[0].strip(" *_-")
            if text and text.isupper() and not NUMBER.match(text) and not _NOT_ISSUER.search(text):
                names.append(text)
        # Two columns on one line: "ỦY BAN NHÂN DÂN CỘNG HÒA …", "TỈNH A Độc lập – …".
        if STATE.search(line.text) and names and len(names) == before:
            break
    old = next((match["issuer"] for line in head if (match := _OLD_HEADING.match(line.text))), None)
    if not names and old:
        return str(old)
    if len(names) > 1 and _UNDER_AGENCY.match(names[1]):
        names = names[1:]
    return " ".join(dict.fromkeys(names[:3]))


def _dated(head: Sequence[Line], number: str) -> date | None:
    """The day of the place line or an old heading, of the act it was issued with, or the number's year.

    A title may name the day of another law, the one that is amended.
    """
    cells = [text.strip() for line in head for text in line.text.strip("|").split("|")]
    for shape in (_PLACE_DAY, _OLD_HEADING, ENACTING_NOTE):
        for text in cells:
            where = shape.search(text)
            found = _DAY.search(where.group()) if where else None
            if found and (day := _day(found)):
                return day
    year = _NUMBER_YEAR.search(number)
    return date(int(year["year"]), 1, 1) if year else None


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def _is_draft(name: str, opening: Sequence[Line]) -> bool:
    if re.search(r"d[uự][\W_]*th[aả]o", name.lower()):
        return True
    return any(
        _DRAFT.match(part) or _BLANK_NUMBER.search(part) for line in opening for part in line.text.split("|")
    )
