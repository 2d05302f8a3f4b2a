"""What a reader of a PDF tells of it in Vietnamese: what was recognised, put right, doubtful or lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from statistics import mean

from checker.reading.pdf.blocks import Blocks, words_of
from checker.reading.pdf.glyphs import UNREADABLE
from checker.reading.pdf.pages import Page

_RECOGNISED = (
    "Chữ ở trang {pages} được nhận dạng từ ảnh chụp (OCR), độ tin cậy trung bình {confidence} %: "
    "chữ và dấu có thể sai, hãy đối chiếu với bản giấy."
)
_DOUBTFUL = (
    "{count} từ nhận dạng không chắc chắn nên không được dùng để đánh giá: {words}; "
    "hãy đối chiếu với bản giấy."
)
_PUT_RIGHT = "Đã sửa dấu của {count} cụm từ nhận dạng sai theo các từ bên cạnh: {changes}."
_SKIPPED = "Trang {pages} là bản chụp (scan) không nhận dạng được nên không được kiểm tra: {reason}"
_BARE = "Trang {pages} của tệp PDF không có chữ (trang trắng hoặc chỉ có hình) nên không được kiểm tra."
_LOST_LETTERS = (
    "Phông chữ của tệp PDF thiếu bảng mã nên {count} ký tự không đọc được (hiện là “{sign}”); "
    "nếu có thể, hãy kiểm tra bản Word."
)
_SHOWN = 20  # words or changes named in a note


def notes_on(pages: Sequence[Page], read: Blocks) -> Iterator[str]:
    """The notes of a reading, the weightiest first."""
    yield from _on_recognition(pages, read)
    for reason, skipped in _by_reason(pages):
        yield _SKIPPED.format(pages=_numbers(page.number for page in skipped), reason=reason)
    bare = [page.number for page in pages if not page.letters and not page.skipped]
    if bare:
        yield _BARE.format(pages=_numbers(bare))
    lost = sum(row.text.count(UNREADABLE) for page in pages for row in page.rows)
    if lost:
        yield _LOST_LETTERS.format(count=lost, sign=UNREADABLE)


def _on_recognition(pages: Sequence[Page], read: Blocks) -> Iterator[str]:
    confidences = [confidence for page in pages for confidence in page.confidences]
    if confidences:
        numbers = _numbers(page.number for page in pages if page.confidences)
        yield _RECOGNISED.format(pages=numbers, confidence=round(mean(confidences)))
    doubtful = [(block.place.page, word) for block in read.blocks for word in words_of(block)]
    if doubtful:
        yield _DOUBTFUL.format(count=len(doubtful), words=_named(doubtful))
    if read.changes:
        yield _PUT_RIGHT.format(count=len(read.changes), changes=_counted(read.changes))


def _by_reason(pages: Sequence[Page]) -> Iterator[tuple[str, list[Page]]]:
    skipped = sorted((page for page in pages if page.skipped), key=lambda page: page.skipped)
    return ((reason, list(found)) for reason, found in groupby(skipped, key=lambda page: page.skipped))


def _named(words: Sequence[tuple[int | None, str]]) -> str:
    shown = [f"“{word}” (trang {page})" for page, word in words[:_SHOWN]]
    return ", ".join([*shown, "…"] if len(words) > _SHOWN else shown)


def _counted(changes: Sequence[tuple[str, str]]) -> str:
    counts = Counter(changes).most_common()
    shown = [f"“{written}” thành “{meant}” ({count} lần)" for (written, meant), count in counts[:_SHOWN]]
    return ", ".join([*shown, "…"] if len(counts) > _SHOWN else shown)


def _numbers(pages: Iterable[int]) -> str:
    """Page numbers with runs put together: "1–3, 7"."""
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)
