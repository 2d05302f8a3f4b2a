"""What an amending draft quotes to replace or strike out: words of the law in force, not the drafter's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.domain import Clause, Document, Span

_QUOTES = r"(?:“[^“”]*”|\"[^\"]*\"|«[^«»]*»)"
_THING = r"(?:(?:các|những|một số)\s+)?(?:cụm\s+từ|từ\s+ngữ|từ|chữ|đoạn|câu|tên|số)"
# "thay (thế) cụm từ “A”, “B” tại khoản 1 bằng …": what stands in quotation marks before the new words.
_REPLACED = re.compile(
    rf"\b(?:thay\s+thế|thay|thay\s+đổi|đổi|chuyển|sửa(?:\s+đổi)?)\s+{_THING}\b(?P<old>(?:[^“\";.]|{_QUOTES})*?)"
    r"\b(?:bằng|thành)\b",
    re.IGNORECASE,
)
_STRUCK = re.compile(
    rf"\b(?:bãi\s+bỏ|huỷ\s+bỏ|hủy\s+bỏ|loại\s+bỏ|lược\s+bỏ|bỏ)\s+(?:{_THING}\s*)?(?P<old>{_QUOTES}"
    rf"(?:\s*(?:,|;|và|hoặc)\s*(?:{_THING}\s*)?{_QUOTES})*)",
    re.IGNORECASE,
)
# "cụm từ “A” tại Điều 5 được thay thế bằng cụm từ “B”", "… được bãi bỏ"
_PASSIVE = re.compile(
    rf"\b{_THING}\s*(?P<old>{_QUOTES}(?:[^“\";.]|{_QUOTES})*?)\s(?:được|bị)\s+"
    r"(?:thay|sửa|đổi|bỏ|bãi\s+bỏ|huỷ\s+bỏ|hủy\s+bỏ|loại\s+bỏ)\b",
    re.IGNORECASE,
)
# "bổ sung cụm từ “B” vào sau cụm từ “A”": only the place is named by A.
_ANCHOR = re.compile(
    rf"\b(?:vào|ngay|đứng)?\s*(?:trước|sau)\s+(?:{_THING}\s*)?(?P<old>{_QUOTES})", re.IGNORECASE
)
_ITEM = re.compile(rf"(?P<old>{_QUOTES}(?:[^“\";.]|{_QUOTES})*?)\b(?:bằng|thành)\b", re.IGNORECASE)
_ADDS = re.compile(rf"\b(?:bổ\s+sung|thêm)\s+{_THING}\b", re.IGNORECASE)
_REPLACES_LIST = re.compile(rf"\b(?:thay\s+thế|thay|đổi|sửa\s+đổi)\s+{_THING}\b[^“\"]*:\s*$", re.IGNORECASE)
_UNIT = (
    r"(?:toàn\s+bộ\s+)?(?:(?:các|một\s+số)\s+)?(?:điểm|khoản|điều|mục|chương|phần|đoạn|phụ\s+lục|quy\s+định"
    r"|nội\s+dung|luật|nghị|thông\s+tư|quyết)"
)
_REPEALED = re.compile(rf"\b(?:bãi|huỷ|hủy)\s+bỏ\s+(?P<old>{_UNIT}\b[^;.“\"]*)", re.IGNORECASE)
_REPEALS_LIST = re.compile(r"\b(?:bãi|huỷ|hủy)\s+bỏ\b[^“\".;]*:\s*$", re.IGNORECASE)
_GOES_ON = re.compile(
    r",?\s+(?:và|đồng\s+thời)\s+(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|quy\s+định)\b.*", re.IGNORECASE | re.DOTALL
)
_QUOTED = re.compile(_QUOTES)
_INSERTS = re.compile(rf"\b(?:bằng|thành|bổ\s+sung|thêm)\s+(?:{_THING}\s*)?$", re.IGNORECASE)


def old_text(document: Document, clause: Clause) -> tuple[Span, ...]:
    """The stretches of a clause, in order and apart, that quote or repeal the law in force.

    In "thay thế cụm từ “A” bằng cụm từ “B”" that is “A”; “B” and all that is inserted is the drafter's.
    """
    span = clause.span
    text = document.text[span.start : span.end]
    chapeau = _chapeau(document, clause)
    if _REPEALS_LIST.search(chapeau):
        return (Span(clause.label.end, span.end),) if clause.label.end < span.end else ()
    found = sorted({*_replaced(text, chapeau), *_repealed(text)})
    return _joined(Span(span.start + one.start, span.start + one.end) for one in found)


def inserts(before: str) -> bool:
    """True when the quotation after the text `before` is put into a law: “B” in "bằng cụm từ “B”"."""
    return bool(_INSERTS.search(before[-60:]))


def _chapeau(document: Document, clause: Clause) -> str:
    """The text of the clause that this one is an item of."""
    if clause.parent is None:
        return ""
    above = document.clauses[clause.parent].span
    return document.text[above.start : above.end]


def _replaced(text: str, chapeau: str) -> Iterator[Span]:
    """The quotations that are replaced, struck out or only name a place."""
    shapes = [_REPLACED, _STRUCK, _PASSIVE]
    if _ADDS.search(text):
        shapes.append(_ANCHOR)
    if _REPLACES_LIST.search(chapeau):
        shapes.append(_ITEM)
    for shape in shapes:
        for found in shape.finditer(text):
            start = found.start("old")
            yield from (
                Span(start + one.start(), start + one.end()) for one in _QUOTED.finditer(found["old"])
            )


def _repealed(text: str) -> Iterator[Span]:
    """What a repeal names, up to the end of its sentence."""
    for found in _REPEALED.finditer(text):
        old = _GOES_ON.sub("", found["old"])
        yield Span(found.start("old"), found.start("old") + len(old.rstrip()))


def _joined(spans: Iterator[Span]) -> tuple[Span, ...]:
    """Sorted spans, those that overlap made one."""
    joined: list[Span] = []
    for span in spans:
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
        else:
            joined.append(span)
    return tuple(joined)
