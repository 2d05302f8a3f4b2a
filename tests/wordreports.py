"""Reports made by hand on Word files, the files annotated with them, and what stands under the comments."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn

from checker.domain import Document, Edit, Finding, LegalBasis, Place, Reading, Report, Span, View
from checker.exporting.docx import annotate
from checker.reading.docx import read_docx
from checker.reading.docx.own import OWN_AUTHOR
from checker.structure import parse
from checker.text import clean
from tests.wordfiles import packed, unpacked

WHEN = datetime(2026, 11, 24, 8, 30)
BASES = (
    LegalBasis("a", "Luật Bình đẳng giới 73/2006/QH11", "khoản 3 Điều 18", "verified"),
    LegalBasis("b", "Bộ luật Lao động 45/2019/QH14", "Điều 135", "unverified"),
)


def finding(document: Document, span: Span, **changes: Any) -> Finding:
    """A finding on `span`; its clause is the one that holds the span's start."""
    holding = [c.index for c in document.clauses if c.span.start <= span.start <= c.span.end]
    values: dict[str, Any] = {
        "id": f"f{span.start}-{span.end}", "rule": "care-sick-child-mothers-only", "category": "care-role",
        "tier": "should", "quote": document.text[span.start : span.end], "span": span,
        "clause": holding[0] if holding else 0, "citation": "", "place": Place(1),
        "message": "Chỉ trao quyền cho lao động nữ.", "why": "Chăm con là việc của cả cha và mẹ.",
        "suggestion": "người lao động", "legal_basis": BASES, "evidence": (), "score": 0.9,
    }  # fmt: skip
    return Finding(**(values | changes))


def report(reading: Reading, *quotes: str | Span, **changes: Any) -> Report:
    """A report with a finding on each quote, found in the text, or span."""
    document = parse("du-thao.docx", reading)
    spans = [quote if isinstance(quote, Span) else span_of(document, quote) for quote in quotes]
    findings = tuple(finding(document, span, **changes) for span in spans)
    return Report(document, findings, (), (), (), {})


def span_of(document: Document, quote: str) -> Span:
    start = document.text.index(quote)
    return Span(start, start + len(quote))


def annotated(data: bytes, *quotes: str | Span, view: View = "accepted", **changes: Any) -> bytes:
    return annotate(data, report(read_docx(data, view=view), *quotes, **changes), when=WHEN, view=view)


def ranges(data: bytes) -> dict[int, str]:
    """What each comment of the file stands on, by its number, read with python-docx alone."""
    shown = {qn("w:tab"): " ", qn("w:br"): " ", qn("w:noBreakHyphen"): "-"}
    opened: dict[int, str] = {}
    closed: dict[int, str] = {}
    for element in docx.Document(BytesIO(data)).element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            opened[int(element.get(qn("w:id")))] = ""
        elif element.tag == qn("w:commentRangeEnd"):
            number = int(element.get(qn("w:id")))
            closed[number] = opened.pop(number)
        elif next(element.iterancestors(qn("w:del")), None) is None:
            written = element.text if element.tag == qn("w:t") else shown.get(element.tag, "")
            opened = {number: before + (written or "") for number, before in opened.items()}
    assert not opened
    return closed


def anchored(data: bytes) -> list[str]:
    """The words under the comments, in the order of the comments; each comment is referred to once."""
    file = docx.Document(BytesIO(data))
    found = ranges(data)
    references = [int(each.get(qn("w:id"))) for each in file.element.body.iter(qn("w:commentReference"))]
    assert sorted(references) == sorted(found) == sorted(comment.comment_id for comment in file.comments)
    return [clean(found[comment.comment_id]) for comment in file.comments]


def with_edits(data: bytes, *edits: tuple[str, str], decisions: Any = None) -> bytes:
    """The file with one finding for each edit of words that stand in it once."""
    document = parse("du-thao.docx", read_docx(data))
    spans = [span_of(document, old) for old, _ in edits]
    findings = tuple(
        finding(document, span, place=_place(document, span), edits=(Edit(span, new),))
        for span, (_, new) in zip(spans, edits, strict=True)
    )
    made = Report(document, findings, (), (), (), {})
    return annotate(data, made, when=WHEN, decisions=decisions)


def _place(document: Document, span: Span) -> Place:
    index = max(at for at, start in enumerate(document.starts) if start <= span.start)
    return document.blocks[index].place


def texts(data: bytes, view: View) -> list[str]:
    """The paragraphs with our suggestions as in this view; our reader shows only those of others."""
    blocks = read_docx(by_others(data), view=view).blocks
    return [block.text for block in blocks if block.place.part != "comment"]


def by_others(data: bytes) -> bytes:
    """The file as if another had written our comments and suggestions."""
    renamed = {name: blob.replace(OWN_AUTHOR.encode(), b"Lan") for name, blob in unpacked(data).items()}
    return packed(renamed)
