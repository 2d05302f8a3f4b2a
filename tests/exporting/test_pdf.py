"""Highlights in the user's own PDF: over exactly the quoted words, each with its note, nothing else."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest

from checker.domain import Document, Finding, Report, Span
from checker.domain.decisions import Decision
from checker.errors import CheckerError
from checker.exporting.pdf import NOT_MARKED, annotate
from checker.exporting.pdf.letters import base_letters
from checker.reading.docx.own import OWN_AUTHOR
from checker.reading.pdf import read_pdf
from checker.structure import parse
from tests.pdffiles import LEFT, At, lines, pdf
from tests.reading.test_ocr import needs_tesseract
from tests.wordreports import finding, span_of

WHEN = datetime(2026, 11, 24, 8, 30)
FIRST = "Lao động nữ được nghỉ khi con ốm theo quy định"
SECOND = "của cơ quan; người cha cũng được nghỉ khi con ốm"


@dataclass(frozen=True)
class Mark:
    """An annotation: its page, kind, author, text, and the letters that it lies over."""

    page: int
    kind: int
    author: str
    said: str
    covers: str


def marks(data: bytes) -> list[Mark]:
    """The annotations of a PDF, as pdfium reads them."""
    document = pdfium.PdfDocument(data)
    found = []
    for index in range(len(document)):
        page = document[index]
        for number in range(raw.FPDFPage_GetAnnotCount(page)):
            annotation = raw.FPDFPage_GetAnnot(page, number)
            covers = "".join(page.get_textpage().get_text_bounded(*box) for box in _boxes(annotation))
            found.append(
                Mark(
                    index + 1, raw.FPDFAnnot_GetSubtype(annotation), _string(annotation, b"T"),
                    _string(annotation, b"Contents"), base_letters(covers),
                )
            )  # fmt: skip
            raw.FPDFPage_CloseAnnot(annotation)
    return found


def _boxes(annotation: raw.FPDF_ANNOTATION) -> list[tuple[float, float, float, float]]:
    """The boxes of a highlight, a little smaller so that neighbours do not count."""
    boxes = []
    for index in range(raw.FPDFAnnot_CountAttachmentPoints(annotation)):
        points = raw.FS_QUADPOINTSF()
        raw.FPDFAnnot_GetAttachmentPoints(annotation, index, points)
        xs, ys = (points.x1, points.x2, points.x3, points.x4), (points.y1, points.y2, points.y3, points.y4)
        boxes.append((min(xs) + 1, min(ys) + 1, max(xs) - 1, max(ys) - 1))
    return boxes


def _string(annotation: raw.FPDF_ANNOTATION, key: bytes) -> str:
    size = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = (ctypes.c_ushort * max(size // 2, 1))()
    raw.FPDFAnnot_GetStringValue(annotation, key, buffer, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")


def report(data: bytes, *quotes: str | Span) -> Report:
    document = parse("du-thao.pdf", read_pdf(data))
    return Report(document, tuple(_finding(document, quote) for quote in quotes), (), (), (), {})


def _finding(document: Document, quote: str | Span) -> Finding:
    span = quote if isinstance(quote, Span) else span_of(document, quote)
    index = max(at for at, start in enumerate(document.starts) if start <= span.start)
    return finding(document, span, place=document.blocks[index].place)


def covered(data: bytes, *quotes: str | Span) -> list[str]:
    return [mark.covers for mark in marks(annotate(data, report(data, *quotes), when=WHEN))]


def letters(*texts: str) -> list[str]:
    return [base_letters(text) for text in texts]


def written(*texts: str) -> Sequence[At]:
    return lines([(LEFT, text) for text in texts])


@pytest.mark.parametrize("quote", ["con ốm theo", "Lao động nữ", "theo quy định của cơ quan", "cha cũng"])
def test_highlight_covers_the_words(quote: str) -> None:
    assert covered(pdf([written(FIRST, SECOND)]), quote) == letters(quote)


def test_the_place_around_tells_which_of_two_is_meant() -> None:
    data = pdf([written(FIRST, SECOND)])
    text = parse("a.pdf", read_pdf(data)).text
    start = text.rindex("con ốm")
    (mark,) = marks(annotate(data, report(data, Span(start, start + 6)), when=WHEN))
    document = pdfium.PdfDocument(annotate(data, report(data, Span(start, start + 6)), when=WHEN))
    annotation = raw.FPDFPage_GetAnnot(document[0], 0)
    ((_, bottom, _, _),) = _boxes(annotation)
    assert bottom < 710
    assert mark.covers == "conom"


def test_what_the_note_says() -> None:
    data = pdf([written(FIRST)])
    (mark,) = marks(annotate(data, report(data, "con ốm"), when=WHEN))
    assert (mark.page, mark.kind, mark.author) == (1, raw.FPDF_ANNOT_HIGHLIGHT, OWN_AUTHOR)
    said = mark.said.splitlines()
    assert said[:2] == ["Cảnh báo: Việc chăm sóc gán cho một giới", "Chỉ trao quyền cho lao động nữ."]
    assert "Căn cứ: khoản 3 Điều 18 Luật Bình đẳng giới 73/2006/QH11" in said


@pytest.mark.parametrize(
    "options", [{"rotate": 90}, {"rotate": 180}, {"turned": True}, {"turned": True, "rotate": 270}]
)
def test_pages_that_lie_on_their_side(options: dict[str, object]) -> None:
    data = pdf([written(FIRST, SECOND)], **options)  # type: ignore[arg-type]
    found = covered(data, "khi con ốm theo", "người cha")
    assert sorted(found) == letters("khi con ốm theo", "người cha")


def test_text_typed_with_marks_apart() -> None:
    data = pdf([written(unicodedata.normalize("NFD", FIRST))])
    assert covered(data, "động nữ") == letters("động nữ")


def test_words_that_go_on_on_the_next_page() -> None:
    data = pdf([written(*["một dòng chữ dài của văn bản"] * 3, FIRST), written(SECOND, "hết")])
    document = parse("a.pdf", read_pdf(data))
    start = document.text.index("theo quy")
    end = document.text.index("cơ quan") + 7
    found = marks(annotate(data, report(data, Span(start, end)), when=WHEN))
    assert [(mark.page, mark.covers) for mark in found] == [(1, "theoquydinh"), (2, "cuacoquan")]


def test_a_finding_without_words_has_a_note_in_the_margin() -> None:
    data = pdf([written(FIRST)])
    (mark,) = marks(annotate(data, report(data, Span(0, 0)), when=WHEN))
    assert (mark.page, mark.kind) == (1, raw.FPDF_ANNOT_TEXT)


def test_words_that_are_not_found_are_quoted_in_the_margin() -> None:
    data = pdf([written(FIRST)])
    made = annotate(pdf([written("Một trang khác hẳn")]), report(data, "con ốm"), when=WHEN)
    (mark,) = marks(made)
    assert mark.kind == raw.FPDF_ANNOT_TEXT
    assert mark.said.endswith(NOT_MARKED.format(quote="con ốm"))


def test_a_second_run_replaces_ours_and_keeps_those_of_others() -> None:
    data = pdf([written(FIRST)])
    document = pdfium.PdfDocument(data)
    page = document[0]
    theirs = raw.FPDFPage_CreateAnnot(page, raw.FPDF_ANNOT_TEXT)
    raw.FPDFAnnot_SetStringValue(theirs, b"T", (ctypes.c_ushort * 4)(*map(ord, "Lan"), 0))
    raw.FPDFPage_CloseAnnot(theirs)
    stream = BytesIO()
    document.save(stream)
    once = annotate(stream.getvalue(), report(data, "con ốm", "Lao động"), when=WHEN)
    twice = annotate(once, report(data, "được nghỉ"), when=WHEN)
    assert [mark.author for mark in marks(once)] == ["Lan", OWN_AUTHOR, OWN_AUTHOR]
    assert [(mark.author, mark.covers) for mark in marks(twice)][1:] == [(OWN_AUTHOR, "duocnghi")]
    assert [mark.author for mark in marks(annotate(twice, report(data), when=WHEN))] == ["Lan"]


def test_the_original_bytes_stay_in_front() -> None:
    data = pdf([written(FIRST)])
    made = annotate(data, report(data, "con ốm"), when=WHEN)
    assert made.startswith(data)
    assert annotate(data, report(data), when=WHEN) == data
    assert read_pdf(made) == read_pdf(data)


def test_signs_that_no_viewer_shows_are_replaced() -> None:
    data = pdf([written(FIRST)])
    checked = report(data, "con ốm")
    odd = replace(checked, findings=(replace(checked.findings[0], message="lạ \ud800\x00 hết"),))
    (mark,) = marks(annotate(data, odd, when=WHEN))
    assert "hết" in mark.said
    assert "\x00" not in mark.said


def test_dismissed_findings_are_left_out() -> None:
    data = pdf([written(FIRST)])
    checked = report(data, "con ốm", "Lao động")
    dismissed = checked.findings[0].id
    made = annotate(
        data, checked, when=WHEN, decisions={dismissed: Decision(dismissed, "dismissed", "Bà An", WHEN)}
    )
    assert [mark.covers for mark in marks(made)] == ["laodong"]


def test_another_file_is_refused() -> None:
    data = pdf([written("Điều 1. Phạm vi"), written("Điều 2. Nghỉ khi con ốm")])
    with pytest.raises(CheckerError, match="không khớp"):
        annotate(pdf([written(FIRST)]), report(data, "con ốm"), when=WHEN)
    with pytest.raises(CheckerError, match="không khớp"):
        annotate(b"%PDF-1.7 x", report(data, "con ốm"), when=WHEN)


@needs_tesseract
def test_words_of_a_scan_are_highlighted(root: Path) -> None:
    original = (root / "samples" / "thong-tu-bo.pdf").read_bytes()
    page = pdfium.PdfDocument(original)[1]
    scan = pdfium.PdfDocument.new()
    image = pdfium.PdfImage.new(scan)
    image.set_bitmap(page.render(scale=2.8, grayscale=True))
    width, height = page.get_size()
    image.set_matrix(pdfium.PdfMatrix().scale(width, height))
    sheet = scan.new_page(width, height)
    sheet.insert_obj(image)
    sheet.gen_content()
    stream = BytesIO()
    scan.save(stream)
    data = stream.getvalue()
    (mark,) = marks(annotate(data, report(data, "quấy rối tình dục"), when=WHEN))
    assert mark.kind == raw.FPDF_ANNOT_HIGHLIGHT
    document = pdfium.PdfDocument(annotate(data, report(data, "quấy rối tình dục"), when=WHEN))
    ((left, bottom, right, top),) = _boxes(raw.FPDFPage_GetAnnot(document[0], 0))
    under = page.get_textpage().get_text_bounded(left - 2, bottom, right + 2, top)
    assert base_letters(under) == "quayroitinhduc"
