"""Word files: bytes -> blocks, with automatic numbers recovered and changes read as accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml.etree import _Element as Element

from checker.domain import Block, Place, Reading
from checker.errors import UnreadableFile
from checker.reading.docx.markup import child, descendants, switched
from checker.reading.docx.numbering import Counter, load_lists
from checker.reading.docx.package import Package, open_package, parse, related, related_root
from checker.reading.docx.pieces import Piece, pieces, raw
from checker.reading.docx.story import Paragraph, Story, read_story
from checker.reading.docx.styles import is_centred, is_heading, number_ref, paragraph_styles, run_switch
from checker.text import clean

NO_TEXT = (
    "Tệp Word không có chữ nào để kiểm tra; nếu nội dung là ảnh quét, hãy lưu thành PDF để nhận dạng chữ, "
    "nếu nằm trong hộp văn bản, hãy chép ra phần thân văn bản rồi thử lại."
)


def read_docx(data: bytes) -> Reading:
    """The paragraphs of a .docx or .docm in reading order, empty ones and those of table cells included.

    `Place.number` is the 1-based paragraph. Raises UnreadableFile where the file is damaged,
    encrypted, of another kind, unsafe to open, or without any text.
    """
    package = open_package(data)
    story = read_story(package)
    label = _labels(package, story)
    blocks = tuple(
        _block(story, paragraph, label, Place(number, cell=paragraph.cell))
        for number, paragraph in enumerate(story.paragraphs, 1)
    )
    if not any(block.text[len(block.label) :].strip() for block in blocks):
        raise UnreadableFile(NO_TEXT)
    return Reading(blocks, tuple(_notes(package, story)))


def _block(story: Story, paragraph: Paragraph, label: Callable[[Paragraph, str], str], place: Place) -> Block:
    parts = pieces(story, paragraph)
    text = clean(raw(parts))
    number = label(paragraph, text)
    heading = is_heading(story.styles, paragraph.element)
    return Block(
        text=number + text,
        place=place,
        kind="cell" if paragraph.cell else "heading" if heading else "paragraph",
        label=number,
        bold=_is_bold(story, paragraph, parts),
        centred=is_centred(story.styles, paragraph.element),
    )


def _is_bold(story: Story, paragraph: Paragraph, parts: list[Piece]) -> bool:
    runs = {piece.run for piece in parts if piece.text.strip()}
    chain = paragraph_styles(story.styles, paragraph.element)
    return bool(runs) and all(run_switch(story.styles, chain, run, "b") for run in runs)


def _labels(package: Package, story: Story) -> Callable[[Paragraph, str], str]:
    """A function that numbers paragraphs; it must be asked in reading order, once each."""
    counter = Counter(load_lists(related_root(package, "numbering"), story.styles))

    def label(paragraph: Paragraph, text: str) -> str:
        ref = number_ref(story.styles, paragraph.element)
        if ref is None or (not text and _is_deleted(paragraph)):
            return ""
        number, suffix = counter.label(ref)
        return _spaced(number, suffix, text)

    return label


def _is_deleted(paragraph: Paragraph) -> bool:
    mark = child(paragraph.element, "pPr", "rPr")
    return child(mark, "del") is not None or child(mark, "moveFrom") is not None


def _spaced(number: str, suffix: str, text: str) -> str:
    """The number and the blank after it; one that is glued to a word ("1.Phạm vi") gets a blank too."""
    number = number.strip()
    if not number:
        return ""
    glued = suffix == "nothing" and (number[-1].isalnum() or not text[:1].isalpha())
    return number if glued else f"{number} "


def _notes(package: Package, story: Story) -> Iterator[str]:
    unread = list(_unread(package, story))
    if unread:
        yield f"Chưa đọc nội dung trong {', '.join(unread)}; hãy tự kiểm tra các phần này."
    if any(switched(child(node.getparent(), "rPr"), "vanish") for node in story.hidden):
        yield "Bỏ qua chữ được định dạng ẩn trong Word."


def _unread(package: Package, story: Story) -> Iterator[str]:
    """What the file has besides the main text, in Vietnamese."""
    if any(_has_words(box) for box in descendants(story.root, "txbxContent")):
        yield "hộp văn bản"
    for tag, name in (("footnoteReference", "cước chú"), ("endnoteReference", "chú thích cuối")):
        if next(descendants(story.root, tag), None) is not None:
            yield name
    for kind, name in (("header", "đầu trang"), ("footer", "chân trang")):
        if any(_has_words(parse(package.data[part])) for part in related(package, kind)):
            yield name
    if next(descendants(story.root, "altChunk"), None) is not None:
        yield "tệp nhúng"


def _has_words(element: Element) -> bool:
    return any(char.isalpha() for text in descendants(element, "t") for char in text.text or "")
