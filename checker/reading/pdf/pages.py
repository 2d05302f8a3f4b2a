"""The pages of a PDF as rows: the text layer where there is one, recognition where there is a picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pypdfium2 as pdfium

from checker.errors import UnreadableFile
from checker.reading.pdf.pictures import is_scan
from checker.reading.pdf.rows import Row, rows_of

MOST_SCANNED = 300  # pages recognised in one file: at a second or two each that is ten minutes

_TOO_MANY = (
    "Tệp PDF có {count} trang là bản chụp (scan), nhiều hơn mức {most} trang nhận dạng được trong một lần: "
    "hãy tách tệp thành nhiều phần, hoặc nộp bản Word (.docx)."
)
_TOO_SLOW = "nhận dạng mất quá {seconds} giây."


@dataclass(frozen=True, slots=True)
class Page:
    """The rows of a page; where it was recognised, its words' confidences; and why it is left out, if so."""

    number: int
    rows: tuple[Row, ...] = ()
    recognised: bool = False
    confidences: tuple[float, ...] = ()
    skipped: str = ""

    @property
    def letters(self) -> int:
        return sum(sum(map(str.isalpha, row.text)) for row in self.rows)


def pages_of(document: pdfium.PdfDocument, progress: Callable[[int, int], None]) -> list[Page]:
    """All pages. Raises UnreadableFile for too many scanned pages and where none can be recognised."""
    pages, scanned = _layers(document)
    if len(scanned) > MOST_SCANNED:
        raise UnreadableFile(_TOO_MANY.format(count=len(scanned), most=MOST_SCANNED))
    for done, index in enumerate(scanned):
        progress(done, len(scanned))
        pages[index] = _recognised(document, pages[index], alone=len(scanned) == len(pages))
    if scanned:
        progress(len(scanned), len(scanned))
    return pages


def _layers(document: pdfium.PdfDocument) -> tuple[list[Page], list[int]]:
    """Each page by its text layer, and the indices of those that are scans."""
    pages: list[Page] = []
    scanned: list[int] = []
    for index in range(len(document)):
        page = document[index]
        try:
            rows = rows_of(page, number=index + 1)
            pages.append(Page(index + 1, tuple(rows)))
            if is_scan(page, rows):
                scanned.append(index)
        finally:
            page.close()
    return pages, scanned


def _recognised(document: pdfium.PdfDocument, layer: Page, *, alone: bool) -> Page:
    """A scanned page read by Tesseract; where that cannot be, what little text layer it has, and why."""
    from checker.reading import ocr  # loads Pillow and NumPy, which only a scan needs

    if problem := ocr.problem():
        if alone:
            raise UnreadableFile(problem)
        return replace(layer, skipped=problem)
    page = document[layer.number - 1]
    try:
        found = ocr.recognised(page, number=layer.number)
    except ocr.TooSlow:
        return replace(layer, skipped=_TOO_SLOW.format(seconds=ocr.SECONDS_A_PAGE))
    except UnreadableFile as err:
        return replace(layer, skipped=str(err))
    finally:
        page.close()
    return Page(layer.number, found.rows, recognised=True, confidences=found.confidences)
