"""PDF with a text layer: pages to rows, rows to paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from checker.domain import Reading
from checker.errors import UnreadableFile
from checker.reading.pdf.columns import in_columns
from checker.reading.pdf.margins import without_margins
from checker.reading.pdf.paragraphs import blocks_of
from checker.reading.pdf.rows import UNREADABLE, Row, rows_of

_ENCRYPTED = "Tệp PDF có mật khẩu: hãy mở tệp, bỏ mật khẩu (in hoặc lưu ra một PDF mới) rồi nộp lại."
_CORRUPT = "Tệp PDF bị hỏng, không mở được: hãy xuất lại PDF từ văn bản gốc hoặc nộp bản .docx."
_NO_PAGE = "Tệp PDF không có trang nào: hãy xuất lại PDF từ văn bản gốc hoặc nộp bản .docx."
_SCAN = (
    "Tệp PDF là bản chụp (scan), không có chữ để đọc: hãy nộp bản Word (.docx) của văn bản "
    "hoặc nhận dạng chữ (OCR) rồi kiểm tra lại."
)
_SOME_SCANNED = "Trang {pages} của tệp PDF không có chữ (trang trắng hoặc bản chụp) nên không được kiểm tra."
_LOST_LETTERS = (
    "Phông chữ của tệp PDF thiếu bảng mã nên {count} ký tự không đọc được (hiện là “{sign}”); "
    "nếu có thể, hãy kiểm tra bản Word."
)

_EMPTY_TREE = re.compile(rb"/Kids\s*\[\s*\]")  # pdfium does not open a document without pages
_FEWEST_LETTERS = 20  # a page on average; scans carry stamps and signatures of about that length
_FEW_LETTERS = 100  # so few on pages that are one big picture are an overlay, not the text
_PICTURE_SHARE = 0.5  # of the page's area


def read_pdf(data: bytes) -> Reading:
    """One block a paragraph; `place.number` counts paragraphs, `place.page` is the page it begins on.

    Raises UnreadableFile for a PDF that is encrypted, damaged, empty or a scan.
    """
    with _opened(data) as document:
        pages = [_page_rows(document, index) for index in range(len(document))]
        _refuse_scan(document, pages)
    blocks = blocks_of([in_columns(rows) for rows in without_margins(pages)])
    return Reading(tuple(blocks), tuple(_notes(pages)))


@contextmanager
def _opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as err:
        raise UnreadableFile(_why_closed(err, data)) from err
    try:
        yield document
    finally:
        document.close()


def _why_closed(err: pdfium.PdfiumError, data: bytes) -> str:
    if getattr(err, "err_code", None) == raw.FPDF_ERR_PASSWORD:
        return _ENCRYPTED
    return _NO_PAGE if _EMPTY_TREE.search(data) else _CORRUPT


def _page_rows(document: pdfium.PdfDocument, index: int) -> list[Row]:
    try:
        page = document[index]
    except pdfium.PdfiumError as err:
        raise UnreadableFile(_CORRUPT) from err
    try:
        return rows_of(page, number=index + 1)
    finally:
        page.close()


def _letters(rows: Sequence[Row]) -> int:
    return sum(sum(map(str.isalpha, row.text)) for row in rows)


def _refuse_scan(document: pdfium.PdfDocument, pages: Sequence[Sequence[Row]]) -> None:
    if not pages:
        raise UnreadableFile(_NO_PAGE)
    average = sum(map(_letters, pages)) / len(pages)
    if average < _FEWEST_LETTERS or (average < _FEW_LETTERS and all(map(_is_picture, document))):
        raise UnreadableFile(_SCAN)


def _is_picture(page: pdfium.PdfPage) -> bool:
    width, height = page.get_size()
    images = page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,))
    return any(_area(image) > _PICTURE_SHARE * width * height for image in images)


def _area(image: pdfium.PdfObject) -> float:
    left, bottom, right, top = image.get_bounds()
    return float((right - left) * (top - bottom))


def _notes(pages: Sequence[Sequence[Row]]) -> Iterator[str]:
    bare = [str(number) for number, rows in enumerate(pages, 1) if not _letters(rows)]
    if bare:
        yield _SOME_SCANNED.format(pages=", ".join(bare))
    lost = sum(row.text.count(UNREADABLE) for rows in pages for row in rows)
    if lost:
        yield _LOST_LETTERS.format(count=lost, sign=UNREADABLE)
