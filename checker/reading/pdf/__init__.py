"""PDF: pages to rows, by their text layer or by recognition, and rows to paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from checker.domain import Reading
from checker.errors import UnreadableFile
from checker.reading.pdf.blocks import blocks_of
from checker.reading.pdf.columns import in_columns
from checker.reading.pdf.margins import without_margins
from checker.reading.pdf.notes import notes_on
from checker.reading.pdf.pages import Page, pages_of
from checker.reading.pdf.tables import by_cell, numbered

_ENCRYPTED = "Tệp PDF có mật khẩu: hãy mở tệp, bỏ mật khẩu (in hoặc lưu ra một PDF mới) rồi nộp lại."
_CORRUPT = "Tệp PDF bị hỏng, không mở được: hãy xuất lại PDF từ văn bản gốc hoặc nộp bản .docx."
_NO_PAGE = "Tệp PDF không có trang nào: hãy xuất lại PDF từ văn bản gốc hoặc nộp bản .docx."
_BLANK = "Tệp PDF không có chữ nào đọc được, cả khi nhận dạng từ ảnh: hãy kiểm tra lại bản chụp (scan)."

_EMPTY_TREE = re.compile(rb"/Kids\s*\[\s*\]")  # pdfium does not open a document without pages

Progress = Callable[[int, int], None]


def read_pdf(data: bytes, *, progress: Progress | None = None) -> Reading:
    """One block a paragraph; `place.number` counts paragraphs, `place.page` is the page it begins on.

    `progress` is told how many of how many scanned pages are recognised, from 0 on; to stop, it raises.
    Raises UnreadableFile for a PDF that is encrypted, damaged or empty, and for a scan that is too
    long or that this machine cannot recognise.
    """
    with _opened(data) as document:
        pages = _pages(document, progress)
    if not any(page.letters for page in pages):
        raise UnreadableFile(_BLANK)
    rows = without_margins([page.rows for page in pages])
    read = blocks_of(numbered([by_cell(in_columns(page)) for page in rows]))
    return Reading(read.blocks, tuple(notes_on(pages, read)), ocr=any(page.recognised for page in pages))


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


def _pages(document: pdfium.PdfDocument, progress: Progress | None) -> Sequence[Page]:
    if not len(document):
        raise UnreadableFile(_NO_PAGE)
    try:
        return pages_of(document, progress or (lambda _done, _total: None))
    except pdfium.PdfiumError as err:
        raise UnreadableFile(_CORRUPT) from err
