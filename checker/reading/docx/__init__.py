"""Word files: bytes -> blocks, automatic numbers recovered, tracked changes read in one of three views."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from checker.domain import Block, Part, Place, Reading, Span, View
from checker.errors import UnreadableFile
from checker.reading.docx.markup import child, is_gone
from checker.reading.docx.notes import notes
from checker.reading.docx.numbering import Counter, load_lists
from checker.reading.docx.own import without_own
from checker.reading.docx.package import open_package
from checker.reading.docx.pieces import Piece, pieces
from checker.reading.docx.spelling import origin_of, text_of
from checker.reading.docx.story import Story, read_story
from checker.reading.docx.styles import is_centred, is_heading, number_ref, paragraph_styles, run_switch
from checker.reading.docx.walk import Paragraph
from checker.text.legacy import Encoding, encoding_of

NO_TEXT = (
    "Tệp Word không có chữ nào để kiểm tra; nếu nội dung là ảnh quét, hãy lưu thành PDF để nhận dạng chữ "
    "rồi thử lại."
)
_OF_THE_DRAFTER: frozenset[Part] = frozenset({"body", "textbox", "footnote", "endnote"})

_Label = Callable[[Paragraph, str], str]


def read_docx(data: bytes, *, view: View = "accepted") -> Reading:
    """The paragraphs of a .docx or .docm in reading order, empty ones and those of table cells included.

    `Place.number` is the 1-based paragraph; text boxes, notes, headers, footers and comments come after
    the body (`Place.part`). `view` is how tracked changes are read: as accepted, as before them, or both
    texts, with what is deleted in `Block.deleted`; comments and suggestions of our own, from an earlier
    check, are read in none. Raises UnreadableFile where the file is damaged, encrypted, of another kind,
    unsafe to open, or without any text.
    """
    package = without_own(open_package(data))
    story = read_story(package, view)
    label = _labels(story)
    written = [pieces(story, paragraph) for paragraph in story.paragraphs]
    blocks = tuple(
        _block(story, paragraph, parts, label, number)
        for number, (paragraph, parts) in enumerate(zip(story.paragraphs, written, strict=True), 1)
    )
    if not any(_has_text(block) for block in blocks):
        raise UnreadableFile(NO_TEXT)
    return Reading(blocks, tuple(notes(package, story, blocks, _encodings(written))))


def _has_text(block: Block) -> bool:
    return block.place.part in _OF_THE_DRAFTER and bool(block.text[len(block.label) :].strip())


def _encodings(written: Sequence[Sequence[Piece]]) -> set[Encoding]:
    """The legacy encodings that some text is in."""
    fonts = {piece.font for parts in written for piece in parts if piece.font and not piece.text.isascii()}
    return {encoding for font in fonts if (encoding := encoding_of(font)) is not None}


def _block(story: Story, paragraph: Paragraph, parts: list[Piece], label: _Label, number: int) -> Block:
    text = text_of(parts)
    printed = label(paragraph, text)
    heading = is_heading(story.styles, paragraph.properties)
    return Block(
        text=printed + text,
        place=Place(number, cell=paragraph.cell, part=paragraph.part),
        kind="cell" if paragraph.cell else "heading" if heading else "paragraph",
        label=printed,
        bold=_is_bold(story, paragraph, parts),
        centred=is_centred(story.styles, paragraph.properties),
        deleted=_deleted(parts, len(printed)),
    )


def _is_bold(story: Story, paragraph: Paragraph, parts: list[Piece]) -> bool:
    runs = {piece.run for piece in parts if piece.text.strip()}
    chain = paragraph_styles(story.styles, paragraph.properties)
    return bool(runs) and all(run_switch(story.styles, chain, run, "b") for run in runs)


def _deleted(parts: list[Piece], label: int) -> tuple[Span, ...]:
    """The stretches of the block's text that come from deleted pieces."""
    if all(piece.change != "deleted" for piece in parts):
        return ()
    gone = [piece.change == "deleted" for piece in parts for _ in piece.text]
    shown = [span.start < span.end and gone[span.start] for span in origin_of(parts)]
    marked = groupby(enumerate(shown), key=lambda pair: pair[1])
    runs = [[index for index, _ in group] for deleted, group in marked if deleted]
    return tuple(Span(label + run[0], label + run[-1] + 1) for run in runs)


def _labels(story: Story) -> _Label:
    """A function that numbers paragraphs; it must be asked in reading order, once each."""
    lists = load_lists(story.numbering, story.styles)
    counters: dict[Part, Counter] = {}

    def label(paragraph: Paragraph, text: str) -> str:
        ref = number_ref(story.styles, paragraph.properties)
        if ref is None or (not text and _is_gone(paragraph, story.view)):
            return ""
        counter = counters.setdefault(paragraph.part, Counter(lists, story.fonts))
        number, suffix = counter.label(ref, paragraph_styles(story.styles, paragraph.properties))
        return _spaced(number, suffix, text)

    return label


def _is_gone(paragraph: Paragraph, view: View) -> bool:
    """True where a change takes the paragraph's own mark and there is none after it to join."""
    return is_gone(child(paragraph.elements[-1], "pPr", "rPr"), view)


def _spaced(number: str, suffix: str, text: str) -> str:
    """The number and the blank after it; one that is glued to a word ("1.Phạm vi") gets a blank too."""
    number = number.strip()
    if not number:
        return ""
    glued = suffix == "nothing" and (number[-1].isalnum() or not text[:1].isalpha())
    return number if glued else f"{number} "
