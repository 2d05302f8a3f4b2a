"""The day as of which a document's citations are judged."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from checker.domain import Document
from checker.labels import day_label

_ENACTED = (
    "Văn bản đề ngày {day} và không phải dự thảo nên văn bản, cơ quan, địa danh được dẫn xét theo ngày đó; "
    "{count} chỗ đã thay đổi về sau không nêu. Muốn xét theo ngày khác, dùng lệnh checker check với --as-of."
)
_CONSOLIDATED = (
    "Văn bản hợp nhất nhắc lại lời của văn bản đã ban hành nên {count} chỗ dẫn văn bản, cơ quan, địa danh cũ "
    "không nêu. Muốn xét theo một ngày, dùng lệnh checker check với --as-of."
)
_OPENING = 4000  # characters in which a consolidated text says what it is
_IS_CONSOLIDATED = re.compile(
    r"VĂN BẢN HỢP NHẤT|/VBHN-|được sửa\s+đổi, bổ\s+sung(?: một số điều)?\s+(?:bởi|theo)\s*:", re.IGNORECASE
)


def day_of(document: Document, as_of: date | None) -> date:
    """`as_of` if given; an enacted document's own date; today for a draft and for what bears no date.

    A consolidated text repeats words of many dates: nothing in it is out of date.
    """
    if as_of or document.draft:
        return as_of or date.today()
    if _is_consolidated(document):
        return date.min
    return document.dated or date.today()


def later_note(document: Document, since: Iterable[date], as_of: date | None) -> tuple[str, ...]:
    """A note where what is out of date today was not told, because of the document's own date or nature."""
    day = day_of(document, as_of)
    later = sum(day < one <= date.today() for one in since)
    if as_of or not later:
        return ()
    if day == date.min:
        return (_CONSOLIDATED.format(count=later),)
    return (_ENACTED.format(day=day_label(day), count=later),)


def _is_consolidated(document: Document) -> bool:
    return bool(_IS_CONSOLIDATED.search(document.text, 0, _OPENING))
