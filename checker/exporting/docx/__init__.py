"""Report -> Word: the user's own file, or a plain one, with a comment on the words of each finding."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import PurePath

from checker.domain import Decision, Document, Finding, Place, Report, View
from checker.errors import CheckerError, UnreadableFile
from checker.exporting.docx.anchors import Stretch, anchor, locate
from checker.exporting.docx.comments import next_id, with_comments
from checker.exporting.docx.cutting import Words, cut, run_of
from checker.exporting.docx.packing import zipped
from checker.exporting.docx.plain import write_plain
from checker.exporting.docx.revisions import Change, differences, placed, track
from checker.exporting.remarks import decision_lines
from checker.exporting.verdicts import NONE, Decisions, verdict_on
from checker.reading.docx.guards import unsigned
from checker.reading.docx.own import without_own
from checker.reading.docx.package import open_package
from checker.reading.docx.pieces import pieces
from checker.reading.docx.spelling import text_of
from checker.reading.docx.story import Story, read_story
from checker.reading.docx.walk import Paragraph
from checker.reading.kinds import WORD, kind_of
from checker.reading.office import libreoffice

NO_WORDS = "Tệp Word không có chữ nào để gắn nhận xét; hãy kiểm tra lại tệp này rồi xuất lại."
OTHER_FILE = "Tệp Word không khớp với báo cáo; hãy kiểm tra lại tệp này rồi xuất lại."


UNTRACKED = (
    "Gợi ý này chưa ghi thành sửa đổi theo dõi được (chữ nằm trong trường, liên kết, số tự động, "
    "chỗ đã có người sửa, hoặc nhiều nhận xét sửa cùng một chỗ); hãy sửa tay nếu đồng ý."
)


class OtherFile(CheckerError):
    """The file is not the one that was checked."""


def annotate(
    data: bytes,
    report: Report,
    *,
    when: datetime | None = None,
    view: View = "accepted",
    tracked: bool = True,
    decisions: Decisions | None = None,
    page: str = "",
) -> bytes:
    """The .docx `data` with a Word comment on the exact quote of each finding of its `report`.

    `tracked` writes the findings' edits as tracked changes too, where that is safe; the comment says where
    it is not. With `decisions` (by finding id) what was dismissed is left out, an edited finding has the
    reviewer's wording, and the comment names rule, reviewer and reason.

    A finding in a note or a text box, where Word takes no comment, stands on what it hangs on in the body.
    What an earlier check wrote is replaced; comments and changes of others stay. Parts of the file without a
    finding keep their bytes, but a file that is changed carries no digital signature. `when` dates the
    comments, now if left out; `view` is that in which the file was read. With `page`, the file name of the
    HTML report that will lie beside the Word file, each legal basis leads to the rule's entry there.
    Raises CheckerError where `data` is no .docx or not the checked file.
    """
    given = open_package(data)
    package = without_own(given)
    story = read_story(package, view)
    if not _is_checked_file(story, report.document):
        raise OtherFile(OTHER_FILE)
    findings = _taken_up(report, decisions or NONE)
    if not findings:
        return data if package is given else zipped(unsigned(package), {})
    numbered = list(enumerate(findings, next_id(package, story)))
    stamp = when or datetime.now()
    changed = _write(story, report.document, numbered, stamp, tracked=tracked)
    more = {
        each.id: [
            *([UNTRACKED] if tracked and each.edits and each.id not in changed else []),
            *decision_lines(each, (decisions or NONE).get(each.id)),
        ]
        for each in findings
    }
    return with_comments(unsigned(package), story, numbered, stamp, more, page=page)


def _taken_up(report: Report, decisions: Decisions) -> list[Finding]:
    """The findings that were not dismissed, with what was decided of their wording, in reading order."""
    kept = [
        _decided(report.document, each, decisions.get(each.id))
        for each in report.findings
        if verdict_on(each, decisions) != "dismissed"
    ]
    return sorted(kept, key=lambda finding: (finding.span, finding.id))


def _write(
    story: Story,
    document: Document,
    numbered: Sequence[tuple[int, Finding]],
    stamp: datetime,
    *,
    tracked: bool,
) -> Collection[str]:
    """Puts marks and changes into the story; the ids of the findings whose edits are tracked."""
    words = Words(story)
    findings = [finding for _, finding in numbered]
    stretches = [locate(words, document, finding) for finding in findings]
    if not all(stretches):
        raise CheckerError(NO_WORDS)
    changes = placed(words, document, findings) if tracked else {}
    written = list(dict.fromkeys(each for group in changes.values() for each in group))
    _cut(words, [each for group in stretches for each in group], written)
    words = Words(story)  # the runs are others now
    for (number, _), group in zip(numbered, stretches, strict=True):
        anchor(words, group, number)
    track(words, written, stamp, numbered[-1][0] + 1)
    return changes.keys()


def export(
    name: str,
    data: bytes,
    report: Report,
    *,
    view: View = "accepted",
    tracked: bool = True,
    decisions: Decisions | None = None,
    page: str = "",
) -> bytes:
    """The Word file with remarks for a draft of any format: its own, what LibreOffice makes of it, or plain.

    Options as in `annotate`. Raises CheckerError where a Word file is not the checked one.
    """
    kind = kind_of(PurePath(name).suffix.lower(), data)
    if kind in WORD:
        return annotate(data, report, view=view, tracked=tracked, decisions=decisions, page=page)
    if kind not in (".pdf", ".txt") and libreoffice.program():
        # Where it cannot convert now, or antiword read other words when it was checked.
        with suppress(OtherFile, UnreadableFile):
            converted = libreoffice.to_docx(kind, data)
            return annotate(converted, report, view=view, tracked=tracked, decisions=decisions, page=page)
    return build(report, tracked=tracked, decisions=decisions, page=page)


def build(
    report: Report,
    *,
    when: datetime | None = None,
    tracked: bool = True,
    decisions: Decisions | None = None,
    page: str = "",
) -> bytes:
    """A plain .docx of the document's text with the same remarks, for drafts that came as .pdf or .txt."""
    written, numbers = write_plain(report.document)
    blocks = tuple(
        replace(block, label="", place=Place(number))
        for number, block in zip(numbers, report.document.blocks, strict=True)
    )
    plain = replace(report, document=replace(report.document, blocks=blocks))
    return annotate(written, plain, when=when, tracked=tracked, decisions=decisions, page=page)


def _cut(words: Words, stretches: Sequence[Stretch], changes: Sequence[Change]) -> None:
    """Cuts the runs so that each stretch and each change begins and ends with one."""
    offsets: dict[Paragraph, set[int]] = {}
    wanted = [(each.paragraph, each.span) for each in changes]
    wanted += [(each.paragraph, each.span) for each in stretches if each.anchor is None]
    for paragraph, span in wanted:
        offsets.setdefault(paragraph, set()).update((span.start, span.end))
    for paragraph, places in offsets.items():
        cut(words.pieces(paragraph), places)
    for node in dict.fromkeys(each.anchor for each in stretches if each.anchor is not None):
        run_of(node)


def _decided(document: Document, finding: Finding, decision: Decision | None) -> Finding:
    """The finding with the reviewer's wording where that is what was decided."""
    if decision is None or decision.verdict != "edited" or not document.clauses:
        return finding
    edits = differences(document, document.clauses[finding.clause].span, decision.wording)
    return replace(finding, redraft=decision.wording, edits=edits)


def _is_checked_file(story: Story, document: Document) -> bool:
    """True where every block of the document is the paragraph of the file that its place names."""
    paragraphs = story.paragraphs
    return all(
        block.place.page is None
        and 0 < block.place.number <= len(paragraphs)
        and block.text == block.label + text_of(pieces(story, paragraphs[block.place.number - 1]))
        for block in document.blocks
    )
