"""Annotations on a page of a PDF: highlights over words, notes in the margin, ours taken out again."""

from __future__ import annotations

import ctypes
from collections.abc import Mapping, Sequence
from datetime import datetime

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from checker.domain import Finding, Tier
from checker.exporting.printable import printable
from checker.reading.docx.own import OWN_AUTHOR
from checker.reading.pdf.glyphs import Box

_COLOURS: Mapping[Tier, tuple[int, int, int]] = {
    "must": (255, 160, 160),
    "should": (255, 226, 110),
    "consider": (165, 210, 255),
    "credit": (180, 230, 170),
}
_OPAQUE = 255
_SIDE = 18.0  # points: the sign of a note, and its distance from the edge


def highlight(
    page: pdfium.PdfPage, boxes: Sequence[Box], said: str, finding: Finding, when: datetime
) -> None:
    """A highlight over the boxes with the text as its pop-up note."""
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    mark = raw.FPDFPage_CreateAnnot(page, raw.FPDF_ANNOT_HIGHLIGHT)
    for left, bottom, right, top in boxes:
        corners = raw.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
        raw.FPDFAnnot_AppendAttachmentPoints(mark, corners)
    rect = raw.FS_RECTF(min(lefts), max(tops), max(rights), min(bottoms))
    _finish(mark, rect, said, finding, when)


def note(page: pdfium.PdfPage, row: int, said: str, finding: Finding, when: datetime) -> None:
    """A note at the page's left edge, the row-th from the top."""
    left, _, _, top = page.get_cropbox()
    mark = raw.FPDFPage_CreateAnnot(page, raw.FPDF_ANNOT_TEXT)
    y = top - _SIDE * (1.5 * row + 1)
    _finish(mark, raw.FS_RECTF(left + _SIDE, y, left + 2 * _SIDE, y - _SIDE), said, finding, when)


def remove_own(page: pdfium.PdfPage) -> int:
    """Takes our annotations of an earlier run off the page; how many there were."""
    ours = [index for index in range(raw.FPDFPage_GetAnnotCount(page)) if _author(page, index) == OWN_AUTHOR]
    for index in reversed(ours):
        raw.FPDFPage_RemoveAnnot(page, index)
    return len(ours)


def _finish(
    mark: raw.FPDF_ANNOTATION, rect: raw.FS_RECTF, said: str, finding: Finding, when: datetime
) -> None:
    raw.FPDFAnnot_SetRect(mark, rect)
    raw.FPDFAnnot_SetColor(mark, raw.FPDFANNOT_COLORTYPE_Color, *_COLOURS[finding.tier], _OPAQUE)
    raw.FPDFAnnot_SetFlags(mark, raw.FPDF_ANNOT_FLAG_PRINT)
    stamp = when.strftime("D:%Y%m%d%H%M%S")
    for key, value in (("T", OWN_AUTHOR), ("Contents", said), ("NM", finding.id), ("M", stamp)):
        raw.FPDFAnnot_SetStringValue(mark, key.encode(), _wide(value))
    raw.FPDFPage_CloseAnnot(mark)


def _wide(text: str) -> ctypes.Array[ctypes.c_ushort]:
    units = (printable(text) + "\0").encode("utf-16-le")
    return (ctypes.c_ushort * (len(units) // 2)).from_buffer_copy(units)


def _author(page: pdfium.PdfPage, index: int) -> str:
    mark = raw.FPDFPage_GetAnnot(page, index)
    size = raw.FPDFAnnot_GetStringValue(mark, b"T", None, 0)
    buffer = (ctypes.c_ushort * max(size // 2, 1))()
    raw.FPDFAnnot_GetStringValue(mark, b"T", buffer, size)
    raw.FPDFPage_CloseAnnot(mark)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")
