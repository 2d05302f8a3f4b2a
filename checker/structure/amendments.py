"""What an amending draft quotes to replace or strike out: words of the law in force, not the drafter's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checker.domain import Clause, Document, Span
from checker.structure.navigation import ancestors
from checker.structure.old_runs import old_runs

_QUOTES = r"(?:“[^“”]*”|\"[^\"]*\"|«[^«»]*»)"
_THING = r"(?:(?:các|những|một số)\s+)?(?:cụm\s+từ|từ\s+ngữ|từ|chữ|đoạn|câu|tên|số|nội\s+dung)"
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
    r"|nội\s+dung|luật|nghị|thông\s+tư|quyết|văn\s+bản|biểu\s+mẫu|mẫu|cụm\s+từ)"
)
_ON = r"(?:[^;.“\"]|\.(?=\d))"  # up to the end of a sentence; "điểm 5.4" goes on
_NUMBERED = re.compile(r"\d|phụ\s+lục|\bđiểm\s+[a-zđ]\b|\b(?:chương|mục|phần)\s+[IVX]", re.IGNORECASE)
# A repeal is an order: it begins a clause or a sentence, or follows another amendment. "… kháng nghị, huỷ bỏ
# quyết định có vi phạm" tells of somebody's power.
_ORDER = (
    r"(?:(?:^|[.;]\s|\bnày\s|^\W*(?:sửa\s+đổi|bổ\s+sung|thay|bãi\s+bỏ)\b[^.;:]*?,?\s(?:và|đồng\s+thời)\s"
    r"|\bnày\s[^.;:]*?\bhiệu\s+lực\b[^.;:]*?(?:,|\svà|\sđồng\s+thời)\s)\W*"
    r"(?:bãi|huỷ|hủy)\s+bỏ)"
)
_REPEALED = re.compile(
    rf"{_ORDER}\s+(?!nội\s+dung\s*[“\"])(?P<old>{_UNIT}\b{_ON}*(?:;\s*(?:điểm|khoản|điều|mục)\b{_ON}*)*)",
    re.IGNORECASE,
)
_REPEALS_LIST = re.compile(rf"{_ORDER}(?:\s+{_UNIT}\b(?![^:]*trường\s+hợp)[^“\".;]*)?:\s*$", re.IGNORECASE)
_GOES_ON = re.compile(
    r",?\s+(?:và|đồng\s+thời)\s+(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|quy\s+định)\b.*", re.IGNORECASE | re.DOTALL
)
_ELSE = re.compile(r"^\W*(?:sửa\s+đổi|bổ\s+sung|thay|thêm)\b", re.IGNORECASE)
_QUOTED = re.compile(_QUOTES)
_INSERTS = re.compile(rf"\b(?:bằng|thành|bổ\s+sung|thêm)\s+(?:{_THING}\s*)?$", re.IGNORECASE)


_OF_A_LAW = (
    r"(?:luật|bộ\s+luật|pháp\s+lệnh|nghị\s+quyết|nghị\s+định|quyết\s+định|thông\s+tư|quy\s+chế|quy\s+định"
    r"|chương\s+trình|kế\s+hoạch|đề\s+án|điều\s+lệ)"
)
# "Về việc sửa đổi, bổ sung một số điều của …"; a charter "(sửa đổi, bổ sung)" is set out anew, as a whole.
_AMENDS = re.compile(
    r"^\W*(?:về\s+(?:việc\s+)?)?(?:sửa\s+đổi|bổ\s+sung|thay\s+thế)"
    r"(?:\s*(?:,|và)\s*(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ))*\s+"
    r"(?:(?:một\s+số|các|những)\s+)?(?:điều|khoản|điểm|mục|chương|phụ\s+lục|nội\s+dung|quy\s+định|danh\s+mục"
    rf"|cụm\s+từ|{_OF_A_LAW}\s+số)\b",
    re.IGNORECASE,
)
_AMENDED_NAME = re.compile(
    rf"\b(?:của|tại|trong|theo|sung|đổi)\s+(?P<name>(?:các\s+)?{_OF_A_LAW}\b.*)", re.IGNORECASE
)
_LONGEST_NAME = 160
_NO_NAME = "văn bản được sửa đổi"


def amended(document: Document) -> str | None:
    """What the draft amends, as its title or its Điều 1 says; None for a draft that stands by itself."""
    first = next((clause for clause in document.clauses if clause.kind == "dieu"), None)
    order = document.text[first.label.end : first.span.end] if first else ""
    for said in (document.title, order):
        if _AMENDS.match(said):
            name = _AMENDED_NAME.search(said)
            return _shortened(name["name"]) if name else _NO_NAME
    return None


def _shortened(name: str) -> str:
    plain = name.strip(" .:;")
    return plain if len(plain) <= _LONGEST_NAME else f"{plain[:_LONGEST_NAME].rsplit(' ', 1)[0]}…"


def old_text(document: Document, clause: Clause) -> tuple[Span, ...]:
    """The stretches of a clause, in order and apart, that quote or repeal the law in force.

    In "thay thế cụm từ “A” bằng cụm từ “B”" that is “A”; “B” and all that is inserted is the drafter's.
    """
    span = clause.span
    text = document.text[span.start : span.end]
    chapeau, order = _chapeau(document, clause), document.text[clause.label.end : span.end]
    if _is_listed_repeal(document, clause):
        return (Span(clause.label.end, span.end),) if clause.label.end < span.end else ()
    found = [Span(span.start + one.start, span.start + one.end) for one in _replaced(text, chapeau)]
    found += [Span(clause.label.end + one.start, clause.label.end + one.end) for one in _repealed(order)]
    found += old_runs(document, clause)
    return _joined(sorted(found))


def _is_listed_repeal(document: Document, clause: Clause) -> bool:
    """True below "Bãi bỏ các quy định sau:", unless the clause or one between them orders something else."""
    for above in ancestors(document, clause):
        if _ELSE.match(document.text[clause.label.end : clause.span.end]):
            return False
        if _REPEALS_LIST.search(document.text[above.label.end : above.span.end]):
            return True
        clause = above
    return False


def inserts(before: str) -> bool:
    """True when the quotation after the text `before` is put into a law: “B” in "bằng cụm từ “B”"."""
    return bool(_INSERTS.search(before[-60:]))


def _chapeau(document: Document, clause: Clause) -> str:
    """The text, without its number, of the clause that this one is an item of."""
    if clause.parent is None:
        return ""
    above = document.clauses[clause.parent]
    return document.text[above.label.end : above.span.end]


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
    """What a repeal names, up to the end of its sentence; a power to repeal decisions names no number."""
    for found in _REPEALED.finditer(text):
        old = _GOES_ON.sub("", found["old"])
        if _NUMBERED.search(old):
            yield Span(found.start("old"), found.start("old") + len(old.rstrip()))


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Sorted spans, those that overlap made one."""
    joined: list[Span] = []
    for span in spans:
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
        else:
            joined.append(span)
    return tuple(joined)
