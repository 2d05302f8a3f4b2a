"""The shapes of printed numbers, for `labels`."""

from __future__ import annotations

import re

_LEAD = r"^[\s#*_>“”„\"«'‘`]*"
_EDGE = r"(?:[*_\s]|\[\d+\]|\(\d+\))*"  # bold marks and footnote marks between a number and its stop
_UP = r"[A-ZÀ-ỸĐÐ0-9“\"(\[]"
_WORD = r"(?:nhất|một|mốt|hai|nhì|ba|tư|bốn|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi)(?!\w)"
_ORDINAL = rf"thứ\s+(?P<words>{_WORD}(?:\s+{_WORD}){{0,2}}|\d+|[IVXL]+(?!\w))"
_LAWS = (
    r"(?!(?:của|này|và|hoặc|đến|thuộc|tại|theo|Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư"
    r"|Quyết định"
    r"|Hiến pháp|Quy chế|Quy định này|Điều lệ|Phụ lục|Hiệp định|Công ước|Nghị định thư)(?![\w]))"
    r"(?!(?:Chương|Phần|Mục|Tiểu mục|Điều)\s+(?:\d|[IVXLC]+\b|thứ))"
)
DIEU = re.compile(
    _LEAD + r"(?P<label>[ĐÐ](?P<gap>\s+)?i\s*[ềêểếễeèé]\s*u\s*(?P<n>"
    r"(?(gap)\d(?:\s\d){1,2}(?=\s*[.:])|(?!))"  # letters and digits set apart: "Đ i ề u  2 3 ."
    r"|\d{1,3}(?:\s?bis|[a-zđ]\d?)?(?!\w)|\d{1,3}[^\W\d_](?=\s*\.)"  # the last is a scan's "7ẳ."
    r"|(?<=\s)[IVXL]{1,7}(?!\w)|" + _ORDINAL + r")"
    r"(?P<stop>" + _EDGE + r"(?:[.:]\s*[-–]?|[-–)/]\s*(?=" + _UP + r")|$))?)",
    re.IGNORECASE,
)
RUNNING = re.compile(r"[\s*_]*" + _LAWS + r"[A-ZÀ-ỸĐÐ“\"(\[]")
UNIT = re.compile(
    _LEAD + r"(?P<label>(?P<word>Phần|Thiên|Chương|Mục|Tiểu\s+mục|Tiết)\s*"
    r"(?P<n>(?<=\s)[IVXLCHl]{1,7}[a-zđ]?(?!\w)|\d{1,3}[a-zđ]?(?!\w)|(?<=\s)[A-HĐ](?!\w)|(?<=\s)"
    + _ORDINAL
    + rf"|(?<=\s)(?P<bare>{_WORD}(?:\s+{_WORD}){{0,2}})(?={_EDGE}(?:[.:]|\s[-–]\s|$))"  # "Phần hai"
    + r")"
    r"(?P<stop>" + _EDGE + r"(?:[.:]\s*[-–]?|[-–]|$))?)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
KHOAN = re.compile(
    _LEAD + r"(?P<label>Khoản\s+(?P<n>\d{1,2}(?!\w)|" + _ORDINAL + r")(?P<stop>" + _EDGE + r"(?:[.:]|$)))",
    re.IGNORECASE,
)
ANNEX = re.compile(
    _LEAD + r"(?P<label>(?P<word>Phụ\s+lục|Mẫu(?:\s+biểu)?|Biểu\s+mẫu)(?:\s+(?:số\s*:?\s*)?"
    r"(?P<n>[IVXLC]{1,7}[a-z]?(?=\d{0,2}(?!\w))|\d{1,3}[a-zđ]?(?:[./-][\w.-]{1,12})?(?!\w)"
    r"|[A-ZĐ](?:[.-]?\d+)?(?!\w)))?"
    r"(?P<note>\d{1,2}(?!\w))?\s*[*_]*\s*(?P<stop>[.:]|[-–](?=\s)|$)?)\s*(?P<rest>.*)",  # a footnote's number
    re.IGNORECASE | re.DOTALL,
)
# "(Ban hành kèm theo Nghị định số …)" at the end of a title
ENACTING_NOTE = re.compile(
    r"\(\s*(?:ban\s+hành\s+)?kèm\s+theo\b[^()]*(?:\([^()]*\)[^()]*)*\)?\s*$", re.IGNORECASE
)
# "Mẫu số 1 ban hành kèm theo Thông tư số …" heads a form; with "này", or with a predicate, it is a sentence.
ISSUED_WITH = re.compile(
    r"(?:được\s+)?ban\s+hành\s+(?:kèm\s+)?theo\s+(?:Quyết định|Nghị quyết|Nghị định|Thông tư)"
    r"[^.;]{0,30}\bsố\b(?!.*\b(?:được|bị|thay|sửa|bãi|như)\b)[^;]{0,160}[^;.:]$",
    re.IGNORECASE,
)
ARABIC = re.compile(
    _LEAD + r"(?P<label>(?P<open>\(?)(?P<n>\d{1,3}[a-zđ]?)\s?" + r"(?P<stop>[.)](?!\d)|/(?=\s)|(?=\[\d+\]))"
    r"(?:\[\d+\])?[*_]*)\s*(?=[^\s.])",
)
ARABIC_BARE = re.compile(_LEAD + r"(?P<label>(?P<open>)(?P<n>\d{1,2})(?P<stop>[.)])[*_]*)\s*$")
# "1.60 Chánh án": khoản 1 with the number of a footnote, as consolidated texts have it.
NOTED = re.compile(
    _LEAD + r"(?P<label>(?P<open>)(?P<n>\d{1,2})(?P<stop>\.))[1-9]\d{0,2}\s*(?P<next>[^\W\d_]+|\()"
)
ARABIC_DASH = re.compile(
    _LEAD + r"(?P<label>(?P<open>)(?P<n>\d{1,2})\s?(?P<stop>[-–]))\s+(?P<next>[^\W\d_]+)"
)
LEVELS = re.compile(
    _LEAD
    + r"(?P<label>(?:(?P<roman>[IVX]+)\.)?(?P<n>\d{1,2}(?:\.\d{1,2}){0,4})(?P<stop>[.)]?|-)[*_]*)\s+(?=\S)"
)
LETTER = re.compile(
    _LEAD + r"(?P<label>(?P<open>\(?)(?P<n>[ivx]{2,5}(?=\))|[a-zđ](?:[a-zđ](?=\)))?"
    r"(?:\.?\d{1,2})?)\s?(?P<stop>[).]|/(?=\s))[*_]*)"
    r"(?:(?<=\))\d{1,3}(?=\s*[A-ZĐÀ-Ỹ(]))?(?:\s+|(?=[^\W\d]))(?=[^\s.])",
)
ROMAN = re.compile(
    _LEAD + r"(?P<label>(?P<n>[IVXLC]{1,7})\s?(?P<stop>[.):]|[-–/](?=\s))[*_]*)\s*(?=[^\s.])(?!\d)"
)
CAPITAL = re.compile(_LEAD + r"(?P<label>(?P<n>[A-HĐK])\s?(?P<stop>[.)]|[-–/](?=\s))[*_]*)\s+(?=\S)")
DASH = re.compile(r"^\s*(?P<label>(?P<n>[-–—•●▪○◦·+]|\*(?!\*))(?:\s+|(?<!\*)))(?=[^\W_]|[“\"(\[…*])")
QUOTE = re.compile(r"^[\s#*_>]*[“„\"«]")
