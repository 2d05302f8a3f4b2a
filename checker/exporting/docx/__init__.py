"""Report -> Word: the user's own file, or a plain one, with a comment on the words of each finding."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from checker.domain import Document, Finding, Place, Report, View
from checker.errors import CheckerError
from checker.exporting.docx.anchors import anchor, locate
from checker.exporting.docx.comments import next_id, with_comments
from checker.exporting.docx.plain import write_plain
from checker.reading.docx.package import open_package
from checker.reading.docx.pieces import pieces
from checker.reading.docx.spelling import text_of
from checker.reading.docx.story import Story, read_story

NO_WORDS = "Tệp Word không có chữ nào để gắn nhận xét; hãy kiểm tra lại tệp này rồi xuất lại."
OTHER_FILE = "Tệp Word không khớp với báo cáo; hãy kiểm tra lại tệp này rồi xuất lại."


def annotate(data: bytes, report: Report, *, when: datetime | None = None, view: View = "accepted") -> bytes:
    """The .docx `data` with a Word comment on the exact quote of each finding of its `report`.

    A finding in a note or a text box, where Word takes no comment, stands on what it hangs on in the body.
    Parts of the file without a finding keep their bytes. `when` dates the comments, now if left out; `view`
    is that in which the file was read. Raises CheckerError where `data` is no .docx or not the file that
    was checked.
    """
    package = open_package(data)
    story = read_story(package, view)
    if not _is_checked_file(story, report.document):
        raise CheckerError(OTHER_FILE)
    if not report.findings:
        return data
    findings = sorted(report.findings, key=lambda finding: (finding.span, finding.id))
    numbered: list[tuple[int, Finding]] = list(enumerate(findings, next_id(package, story)))
    for number, finding in numbered:
        stretches = locate(story, report.document, finding)
        if not stretches:
            raise CheckerError(NO_WORDS)
        anchor(story, stretches, number)
    return with_comments(package, story, numbered, when or datetime.now())


def build(report: Report, *, when: datetime | None = None) -> bytes:
    """A plain .docx of the document's text with the same comments, for drafts that came as .pdf or .txt."""
    blocks = tuple(
        replace(block, label="", place=Place(number))
        for number, block in enumerate(report.document.blocks, 1)
    )
    document = replace(report.document, blocks=blocks)
    return annotate(write_plain(document), replace(report, document=document), when=when)


def _is_checked_file(story: Story, document: Document) -> bool:
    """True where every block of the document is the paragraph of the file that its place names."""
    paragraphs = story.paragraphs
    return all(
        block.place.page is None
        and 0 < block.place.number <= len(paragraphs)
        and block.text == block.label + text_of(pieces(story, paragraphs[block.place.number - 1]))
        for block in document.blocks
    )
