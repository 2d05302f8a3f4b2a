"""Report -> PDF: the user's own file with a highlight and a note on the words of each finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from io import BytesIO
from threading import Lock

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from checker.domain import Finding, Report
from checker.errors import CheckerError
from checker.exporting.pdf.letters import Letters, letters_of
from checker.exporting.pdf.marks import highlight, note, remove_own
from checker.exporting.pdf.places import Seen, find
from checker.exporting.remarks import decision_lines, lines
from checker.exporting.verdicts import NONE, Decisions, decision_on, verdict_on

OTHER_FILE = "Tệp PDF không khớp với báo cáo; hãy kiểm tra lại tệp này rồi xuất lại."
NOT_MARKED = "Chưa tìm được vị trí của câu này trên trang: “{quote}”"
_ON_TWO = 2  # pages: a paragraph may end on the next one

# pdfium keeps its state for the whole process: two threads in it end in a crash.
_ONE_AT_A_TIME = Lock()

Pages = Callable[[int], Letters]


def annotate(
    data: bytes, report: Report, *, when: datetime | None = None, decisions: Decisions = NONE
) -> bytes:
    """The PDF `data` with a highlight on the quote of each finding of its `report`, and a note that explains.

    Nothing else changes: what we add is appended to the file, and what we added before is taken out. A
    finding without words, or whose words are not found on the page, has a note in the page's margin. What
    was dismissed is left out. Scanned pages with findings are recognised again, for the places of their
    words. Raises CheckerError where `data` is not the PDF that was checked.
    """
    with _ONE_AT_A_TIME:
        try:
            document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as err:
            raise CheckerError(OTHER_FILE) from err
        try:
            return _annotated(document, report, when or datetime.now(), decisions) or data
        finally:
            document.close()


def _annotated(document: pdfium.PdfDocument, report: Report, when: datetime, decisions: Decisions) -> bytes:
    kept = [each for each in report.findings if verdict_on(each, decisions) != "dismissed"]
    if any((each.place.page or 1) > len(document) for each in kept):
        raise CheckerError(OTHER_FILE)
    removed = sum(remove_own(document[index]) for index in range(len(document)))
    if not kept and not removed:
        return b""
    _mark_all(document, report, kept, when, decisions)
    target = BytesIO()
    document.save(target, flags=raw.FPDF_INCREMENTAL)
    return target.getvalue()


def _mark_all(
    document: pdfium.PdfDocument,
    report: Report,
    findings: Sequence[Finding],
    when: datetime,
    decisions: Decisions,
) -> None:
    known: dict[int, Letters] = {}

    def pages(number: int) -> Letters:
        if number not in known:
            known[number] = letters_of(document[number - 1], scanned=report.document.ocr)
        return known[number]

    beside: dict[int, int] = {}
    for finding in sorted(findings, key=lambda each: (each.span, each.id)):
        said = "\n".join(_said(finding, decisions))
        seen = list(_seen(report, finding, pages, len(document)))
        for found in seen:
            highlight(document[found.page - 1], found.boxes, said, finding, when)
        if not seen:
            number = finding.place.page or 1
            row = beside[number] = beside.get(number, 0) + 1
            note(document[number - 1], row - 1, _beside(finding, said), finding, when)


def _said(finding: Finding, decisions: Decisions) -> Iterator[str]:
    yield from (line.text for line in lines(finding))
    yield from decision_lines(finding, decision_on(finding, decisions))


def _beside(finding: Finding, said: str) -> str:
    return f"{said}\n{NOT_MARKED.format(quote=finding.quote)}" if finding.quote else said


def _seen(report: Report, finding: Finding, pages: Pages, count: int) -> Iterator[Seen]:
    """The places of the finding's words, one a page."""
    first = finding.place.page
    if first and finding.quote:
        numbers = range(first, min(first + _ON_TWO, count + 1))
        yield from find(report.document.text, finding.span, {number: pages(number) for number in numbers})
