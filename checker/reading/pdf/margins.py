"""Page numbers and running heads, which belong to the paper and not to the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from checker.reading.pdf.rows import Row

_PAGE_NUMBER = re.compile(r"^[\W_]*(?:(?:trang|page)\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?[\W_]*$", re.IGNORECASE)
_GAZETTE = re.compile(r"CÔNG BÁO\s*/\s*S\s?ố\s*\d", re.IGNORECASE)
_MARGIN = 0.1  # of the page's height, at the top and at the bottom
_FEWEST_REPEATS = 3


def without_margins(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """The rows of each page without page numbers and lines that most pages repeat in their margins."""
    repeated = _repeated(pages)
    return [[row for row in rows if not _is_margin(row, repeated)] for rows in pages]


def _repeated(pages: Sequence[Sequence[Row]]) -> frozenset[str]:
    counts = Counter(text for rows in pages for text in {_shape(row) for row in rows if _outside(row)})
    fewest = max(_FEWEST_REPEATS, len(pages) // 3)
    return frozenset(text for text, count in counts.items() if count >= fewest)


def _is_margin(row: Row, repeated: frozenset[str]) -> bool:
    if row.cell or not _outside(row):
        return False
    return bool(_PAGE_NUMBER.match(row.text) or _GAZETTE.search(row.text)) or _shape(row) in repeated


def _outside(row: Row) -> bool:
    return not _MARGIN * row.page_height < row.y < (1 - _MARGIN) * row.page_height


def _shape(row: Row) -> str:
    """The text without its digits: "3 CÔNG BÁO/Số 881" and "5 CÔNG BÁO/Số 881" are the same running head."""
    return re.sub(r"\d+", "0", row.text)
