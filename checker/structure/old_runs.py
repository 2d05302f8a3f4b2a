"""Old text over several paragraphs: from an amending instruction to the next one, or to the next Điều."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.domain import Clause, Document, Span
from checker.structure.navigation import ancestors

_LONGEST = 60  # clauses that one instruction may quote
_MOST = 20_000  # characters of them: the time grows with the square
_INNER = r"(?:[^“”]|“[^“”]*”)*"
_NEW = r"(?:bằng|thành(?!\s+(?:phố|viên|phần|lập|tích)))\b"
_PLAIN = rf"(?:(?!\b{_NEW})[^“”\";.])"
_THING = r"(?:(?:các|những|một\s+số)\s+)?(?:cụm\s+từ|từ\s+ngữ|từ|chữ|đoạn|câu|nội\s+dung)"
_UNIT = rf"(?:{_THING}|điểm|khoản|điều|mục|phụ\s+lục)\b"
_QUOTES = rf"(?:“{_INNER}”|\"[^\"]*\"|«[^«»]*»)"
# No closing mark: up to the words that lead to the new text, or to the end of the stretch.
_UNCLOSED = rf"“[^“”]*?(?=\s{_NEW}[^“”]{{0,60}}“)"
_TO_THE_END = r"[“\"«][^“”\"«»]*\Z"
_REPLACED = re.compile(
    rf"\b(?:thay\s+thế|thay|thay\s+đổi|đổi|sửa(?:\s+đổi)?)\s+{_UNIT}(?P<old>{_PLAIN}*(?:{_QUOTES}|{_UNCLOSED})"
    rf"(?:[^“”\";.]|{_QUOTES})*?)[.;]?\s*\b{_NEW}",
    re.IGNORECASE,
)
_AMENDS_ELSE = r"\b(?:sửa\s+đổi|bổ\s+sung|thay|thêm|quy\s+định\s+lại|bằng|thành)\b"
# "Bãi bỏ đoạn sau tại khoản 3: “…”", as long as nothing else is ordered before the quotation
_STRUCK = re.compile(
    rf"\b(?:bãi|huỷ|hủy|loại|lược)?\s*bỏ\s+(?:(?!{_AMENDS_ELSE})[^“”\";.])*?"
    rf"(?P<old>(?:{_QUOTES}|{_TO_THE_END})(?:\s*(?:,|;|và)\s*{_QUOTES})*)",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    rf"\b{_THING}[^“”\";.]*?(?P<old>{_QUOTES}(?:[^“”\";.]|{_QUOTES})*?)\s(?:được|bị)\s+"
    r"(?:thay|sửa|đổi|bỏ|bãi\s+bỏ|huỷ\s+bỏ|hủy\s+bỏ|loại\s+bỏ)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(rf"{_QUOTES}|{_UNCLOSED}|{_TO_THE_END}", re.IGNORECASE)
_INSTRUCTS = re.compile(
    r"^[\s.)]*(?:(?:sửa|bổ\s+sung|thay|bãi\s+bỏ|huỷ\s+bỏ|hủy\s+bỏ|loại\s+bỏ|lược\s+bỏ|bỏ|đổi|chuyển|thêm)\b"
    rf"|{_THING}\s*[“\"«]|{_UNIT}[^“”\"]*\b(?:được|bị)\s+(?:sửa|bổ\s+sung|thay|bãi|huỷ|hủy|bỏ|đổi)\b)",
    re.IGNORECASE,
)


def old_runs(document: Document, clause: Clause) -> Iterator[Span]:
    """What of the clause is old because an instruction above quotes it; "bằng:" and what follows is new."""
    start = _instruction(document, clause)
    if start is None:
        return
    first = document.clauses[start].span.start
    last = min(document.clauses[_last(document, start)].span.end, first + _MOST)
    text = _one_quotation(document.text[first:last])
    for shape in (_REPLACED, _STRUCK, _PASSIVE):
        orders = (found for found in shape.finditer(text) if _depth(text, found.start()) == 0)
        for found in orders:
            for quoted in _QUOTED.finditer(text, found.start("old"), found.end("old")):
                yield from _within(clause, first + quoted.start(), first + quoted.end())


def _depth(text: str, place: int) -> int:
    return text.count("“", 0, place) - text.count("”", 0, place)


def _within(clause: Clause, start: int, end: int) -> Iterator[Span]:
    start, end = max(start, clause.span.start), min(end, clause.span.end)
    if start < end:
        yield Span(start, end)


def _instruction(document: Document, clause: Clause) -> int | None:
    """The nearest clause, this one or one above it in the same Điều, that orders a change."""
    for index in range(clause.index, max(clause.index - _LONGEST, -1), -1):
        if _instructs(document, document.clauses[index]):
            return index
        if _is_own_dieu(document, document.clauses[index]):
            return None
    return None


def _last(document: Document, start: int) -> int:
    """The last clause before the next instruction or Điều of the draft's own."""
    stop = min(start + _LONGEST, len(document.clauses))
    for index in range(start + 1, stop):
        clause = document.clauses[index]
        if clause.zone != "body" or _instructs(document, clause) or _is_own_dieu(document, clause):
            return index - 1
    return stop - 1


def _instructs(document: Document, clause: Clause) -> bool:
    return clause.zone == "body" and bool(_INSTRUCTS.match(document.text[clause.label.end : clause.span.end]))


def _is_own_dieu(document: Document, clause: Clause) -> bool:
    return clause.kind == "dieu" and not any(up.kind == "dieu" for up in ancestors(document, clause))


def _one_quotation(text: str) -> str:
    """`text` in its length, without the marks that open the paragraphs of an open quotation anew."""
    depth, plain = 0, list(text)
    for place, sign in enumerate(text):
        if sign == "“" and depth and text[:place].rstrip(" ").endswith("\n"):
            plain[place] = " "
        elif sign in "“”":
            depth = max(depth + (1 if sign == "“" else -1), 0)
    return "".join(plain)
