"""The sentence by which a body enacts a document: "Bộ trưởng Bộ Y tế ban hành Thông tư quy định …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checker.structure.lines import Line

_SENTENCE = re.compile(
    r"(?:^\W*|,\s+)(?P<issuer>(?:Quốc hội|Chính phủ|Thủ tướng|Bộ|Ủy ban|Uỷ ban|Hội đồng|Chủ tịch|Thống đốc"
    r"|Tổng|Chánh án|Viện trưởng|Giám đốc)[^,;.:]{0,120}?)\s+ban\s+hành\s+(?P<kind>Hiến pháp|Bộ luật|Luật"
    r"|Pháp lệnh|Nghị quyết|Nghị định|Thông tư(?:\s+liên\s+tịch)?|Quyết định|Chỉ thị)\s+"
    r"(?P<title>[^.:;]{10,600})[.:]?\d*\s*$"
)
_LINES = 6  # a sentence broken into lines by a PDF or a scan


@dataclass(frozen=True, slots=True)
class Enacting:
    """Who enacts, which kind of document ("Thông tư") and what about."""

    issuer: str
    kind: str
    title: str


def enacting(preamble: Sequence[Line]) -> Enacting | None:
    """Read from the lines of zone preamble, where the last sentence tells; None where none does."""
    for first in range(len(preamble) - 1, -1, -1):
        whole = " ".join(line.text for line in preamble[first : first + _LINES])
        found = _SENTENCE.search(whole) if " ban hành " in preamble[first].text else None
        if found:
            title = found["title"].strip()
            return Enacting(found["issuer"], " ".join(found["kind"].split()), title[:1].upper() + title[1:])
    return None
