"""Examples carry their answer inside the text: `[[Lao động nữ]] được nghỉ khi [[con ốm]].`"""

from __future__ import annotations

import re

from checker.domain import Example, Span
from checker.errors import InvalidRule
from checker.text import clean

_PART = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


def parse_marked(marked: str) -> tuple[str, tuple[Span, ...]]:
    """The text without its markers and the spans that they enclosed; a broken marker is InvalidRule."""
    marked = clean(marked.strip())
    plain, spans, last = "", [], 0
    for found in _PART.finditer(marked):
        plain += marked[last : found.start()]
        spans.append(Span(len(plain), len(plain) + len(found.group(1))))
        plain += found.group(1)
        last = found.end()
    plain += marked[last:]
    if "[[" in plain or "]]" in plain:
        raise InvalidRule(f"ví dụ có dấu [[ ]] hỏng: “{marked}”")
    if any(span.start == span.end for span in spans):
        raise InvalidRule(f"ví dụ có dấu [[ ]] rỗng: “{marked}”")
    return plain, tuple(spans)


def bad_example(text: str, better: str | None, note: str) -> Example:
    """A sentence that the rule must flag, on exactly its marks."""
    plain, marks = parse_marked(text)
    if not marks:
        raise InvalidRule(f"ví dụ xấu phải đánh dấu chỗ sai bằng [[ ]]: “{text.strip()}”")
    return Example(plain, marks, clean(better.strip()) if better else None, note)


def good_example(text: str, note: str) -> Example:
    """A sentence on which the rule must stay silent."""
    plain, marks = parse_marked(text)
    if marks:
        raise InvalidRule(f"ví dụ tốt không có dấu [[ ]]: “{text.strip()}”")
    return Example(plain, note=note)
