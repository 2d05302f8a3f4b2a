"""Numbers and dates of legal documents as they are typed: "45/2019/QH14", "28 /NQ-CP", "ngày 18/6/2012"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from checker.text import fold

# The first code of a number -> the kind of document; QH and UBTVQH carry the number of the assembly.
CODES: Mapping[str, str] = {
    "NĐ": "nghi-dinh", "ND": "nghi-dinh", "QĐ": "quyet-dinh", "QD": "quyet-dinh", "TT": "thong-tu",
    "TTLT": "thong-tu-lien-tich", "TTLB": "thong-tu-lien-tich", "NQ": "nghi-quyet",
    "NQLT": "nghi-quyet-lien-tich", "CT": "chi-thi", "PL": "phap-lenh", "L": "lenh", "LCT": "lenh",
    "SL": "sac-lenh", "VBHN": "van-ban-hop-nhat", "KH": "ke-hoach", "CTR": "chuong-trinh",
    "ĐA": "de-an", "BC": "bao-cao", "TTR": "to-trinh", "TB": "thong-bao", "KL": "ket-luan",
    "HD": "huong-dan", "CV": "cong-van", "CĐ": "cong-dien", "QH": "luat", "UBTVQH": "nghi-quyet",
}  # fmt: skip
_CHUNK = r"(?:[A-ZĐƯ]{2,}[a-zđ]{0,2}|[A-ZĐ])(?:(?<=QH) \d\d(?!\w)|\d{0,2})(?![a-zà-ỹđ])"
_BAR = r"(?:\s?/\s?|\s?[\-–]|[\-–]\s?)"  # "NĐ -CP" is a slip of the typist, " - " parts words
NUMBER = re.compile(
    rf"(?<![\w/.,–-])(?P<serial>\d{{1,5}}(?:\.\d{{1,2}})?[a-z]?)(?:\s?/\s?(?P<year>(?:19|20)\d\d))?{_BAR}"
    rf"(?P<code>{_CHUNK}(?:{_BAR}{_CHUNK}|&{_CHUNK}|\.\d{{1,3}}(?!\w))*)(?![\w])"
)
SHORT = re.compile(r"(?P<serial>\d{1,4})(?:\s?/\s?(?P<year>(?:19|20)\d\d))?(?![\w/])(?!\s?[/%.,–-]\d)")
_DATE = re.compile(
    r"(?:\s*,)?\s*(?:(?:ban hành|được ban hành|ký|thông qua)\s+)?(?:ngày\s*)"
    r"(?P<day>\d{1,2})\s*(?:tháng|[/.\-])\s*(?P<month>\d{1,2})\s*(?:,?\s*năm|[/.\-])\s*(?P<year>\d{4})(?!\d)"
)
_BARE_DATE = re.compile(
    r"\s*,?\s*(?P<day>\d{1,2})[/.\-](?P<month>\d{1,2})[/.\-](?P<year>(?:19|20)\d\d)(?![\d/])"
)
_YEAR = re.compile(
    r"\s*(?:,\s*)?\(?\s*(?:năm\s+)?(?P<year>(?:19[4-9]|20[0-4])\d)(?![\d/%.,]\d|\d|/|\s*[-–]\s*\d)\)?"
)
_CODE_END = re.compile(r"[\s/\-–&.]|(?<=[A-ZĐ])\d")


@dataclass(frozen=True, slots=True)
class When:
    """A date or only a year, and where its words end."""

    end: int
    year: int
    day: date | None = None


def kind_of(code: str) -> str:
    """The kind of document that a number's code tells of, "" where it does not: "QH14" is a law's."""
    return CODES.get(_CODE_END.split(code, maxsplit=1)[0].upper(), "")


def written(number: str) -> str:
    """A number as it should be typed, without blanks: "45 /2019/ QH14" -> "45/2019/QH14"."""
    return re.sub(r"\s+", "", number).replace("–", "-")


def number_key(number: str) -> str:
    """What two spellings of one number have in common: "85/2015/ND-CP" is "85/2015/NĐ-CP"."""
    return fold(written(number)).replace("đ", "d").replace("-", "/")


def date_at(folded: str, at: int, *, bare: bool = False) -> When | None:
    """The date whose words begin at `at`; without "ngày" only where `bare`. Impossible dates are none."""
    found = _DATE.match(folded, at) or (_BARE_DATE.match(folded, at) if bare else None)
    if found is None:
        return None
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
    return When(found.end(), day.year, day)


def year_at(folded: str, at: int) -> When | None:
    """The year that a title is told by: "Luật Đất đai năm 2013", "Bộ luật Lao động 2012"."""
    found = _YEAR.match(folded, at)
    if found is None:
        return None
    end = found.end()
    if folded[end - 1] == ")" and "(" not in found.group():
        end -= 1
    return When(end, int(found["year"]))
