"""Who issued a document, what it is about, and titles that no list knows."""

from __future__ import annotations

import re

from checker.domain import Span
from checker.references.names import NameIndex
from checker.text import fold


def _any(*words: str) -> str:
    return "(?:" + "|".join(map(fold, words)) + ")"


_OF = re.compile(rf"\s*,?\s+{_any('của', 'do')}\s+(?:{_any('liên bộ', 'liên tịch')}\s*:?\s*)?")
_JOINED = re.compile(r"\s*(?:,|-|–|(?<=\s)và(?=\s))\s*")
_OFFICE = re.compile(
    _any(
        "bộ trưởng", "thứ trưởng", "chủ nhiệm", "chủ tịch", "phó chủ tịch", "thống đốc", "tổng thanh tra",
        "chánh án", "viện trưởng", "tổng kiểm toán", "tổng giám đốc", "giám đốc", "tổng cục trưởng",
        "cục trưởng", "đoàn chủ tịch", "ban thường vụ", "ban chấp hành",
    ) + r"\s+"
)  # fmt: skip
_UNITS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu")
_LOCAL = re.compile(
    _any(
        "ủy ban nhân dân", "hội đồng nhân dân", "ubnd", "hđnd", "tỉnh ủy", "thành ủy", "huyện ủy",
        "ủy ban mặt trận tổ quốc việt nam", "hội liên hiệp phụ nữ",
    ) + rf"(?:\s+{_any(*_UNITS)}(?!\w))?"
)  # fmt: skip
_CAPITALS = re.compile(r"(?:(?: +| *- *)[A-ZĐÀ-ÝĂĨŨƠƯẠ-Ỹ]\w*)+")
_SUBJECT = re.compile(
    r"\s*,?\s+(?P<verb>"
    + _any(
        "quy định", "hướng dẫn", "về", "sửa đổi", "bãi bỏ", "ban hành", "phê duyệt", "công bố", "thành lập",
        "giao", "triển khai", "tăng cường", "đẩy mạnh", "chi tiết", "xử phạt", "thi hành",
    )
    + r")(?!\w)"
)  # fmt: skip
_SUBJECT_STOP = re.compile(rf"[;:.()“”\"\n|]|\s{_any('thì', 'phải', 'có trách nhiệm', 'được áp dụng')}(?!\w)")
_TITLE_STOPS = frozenset(
    map(
        fold,
        (
            "số", "ngày", "năm", "quy", "hướng", "thì", "được", "có", "là", "này", "và", "hoặc", "theo",
            "của", "do", "tại", "đã", "phải", "trong", "với", "để", "khi", "nếu", "mà", "ngoài", "cùng",
            "trừ", "sửa", "ban", "không", "bị", "hiện", "về", "nêu", "trên", "như", "cho", "đối", "từ",
            "hay", "thể", "đang", "chưa", "gồm", "nhằm", "còn", "vì", "các", "những", "một", "sẽ",
        ),
    )
)  # fmt: skip
_TITLE_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_TITLE = 10  # words


def issuer_end(text: str, folded: str, at: int, agencies: NameIndex) -> Span | None:
    """Where the issuer stands that "của …" names at `at`, joint issuers together; None without one."""
    of = _OF.match(folded, at)
    end = _agency_end(text, folded, of.end(), agencies) if of else None
    if of is None or end is None:
        return None
    while (joint := _JOINED.match(folded, end)) and (
        more := _agency_end(text, folded, joint.end(), agencies)
    ):
        end = more
    return Span(of.end(), end)


def _agency_end(text: str, folded: str, at: int, agencies: NameIndex) -> int | None:
    if not text[at : at + 1].isupper():
        return None
    named = agencies.end_at(folded, at)
    office = _OFFICE.match(folded, at)
    if office:
        named = agencies.end_at(folded, office.end()) or named
        at = office.end()
    if named is not None:
        return named
    local = _LOCAL.match(folded, at)
    if local is None:
        return None
    place = _CAPITALS.match(text, local.end())
    return place.end() if place else local.end()


def subject_of(folded: str, at: int, *, rest: bool) -> Span | None:
    """The words from `at` that tell what a document is about, if they follow: up to a comma, or where
    `rest` up to the semicolon."""
    begun = _SUBJECT.match(folded, at)
    if begun is None:
        return None
    stop = _SUBJECT_STOP.search(folded, begun.end())
    end = stop.start() if stop else len(folded)
    if not rest and (comma := folded.find(",", begun.end(), end)) >= 0:
        end = comma
    return Span(begun.start("verb"), at + len(folded[at:end].rstrip()))


def unlisted_title(text: str, folded: str, at: int) -> int | None:
    """The end of a law's title that no list knows: from a capital to the first word that goes on."""
    if not text[at : at + 1].isupper():
        return None
    end = None
    for _ in range(_LONGEST_TITLE):
        word = _TITLE_WORD.match(folded, at)
        if word is None or word.group() in _TITLE_STOPS:
            break
        end = word.end()
        if folded[end : end + 1] != " ":
            break
        at = end + 1
    return end
