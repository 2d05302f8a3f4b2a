"""What the reader of a report should know about how a Word file was read, in Vietnamese."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.domain import Block, Span, View
from checker.reading.docx.guards import guards
from checker.reading.docx.markup import child, descendants, switched
from checker.reading.docx.package import Package
from checker.reading.docx.parts import author, comments
from checker.reading.docx.story import Story
from checker.text.legacy import NAMES, Encoding

_CHANGES = ("ins", "del", "moveTo", "moveFrom")
_READ_AS: Mapping[View, str] = {
    "accepted": "đang đọc như đã chấp nhận mọi sửa đổi.",
    "original": "đang đọc như trước khi sửa đổi.",
    "both": "đang đọc cả chữ đã xóa lẫn chữ mới.",
}
_QUOTED = 20  # deletions that the note quotes
_QUOTE = 60  # characters of each


def notes(package: Package, story: Story, blocks: Sequence[Block], encodings: set[Encoding]) -> Iterator[str]:
    """The notes on guards, changes, comments, converted fonts, hidden text and embedded files."""
    yield from guards(package)
    yield from _changes(story, blocks)
    yield from _comments(package)
    if encodings:
        names = ", ".join(name for encoding, name in NAMES.items() if encoding in encodings)
        yield f"Đã đổi chữ gõ bằng phông {names} sang Unicode; hãy đối chiếu chỗ nào đọc không thông."
    if any(switched(child(node.getparent(), "rPr"), "vanish") for node in story.hidden):
        yield "Bỏ qua chữ được định dạng ẩn trong Word."
    if next(descendants(story.root, "altChunk"), None) is not None:
        yield "Chưa đọc nội dung trong tệp nhúng; hãy tự kiểm tra phần này."


def _changes(story: Story, blocks: Sequence[Block]) -> Iterator[str]:
    count = sum(1 for _ in descendants(story.root, *_CHANGES))
    if not count:
        return
    yield f"Văn bản có {count} chỗ sửa đổi theo dõi (Track Changes): {_READ_AS[story.view]}"
    quotes = [
        f"đoạn {block.place.number} “{_shortened(block, span)}”" for block in blocks for span in block.deleted
    ]
    if quotes:
        more = f" và {len(quotes) - _QUOTED} chỗ khác" if len(quotes) > _QUOTED else ""
        yield f"Chữ đã bị xóa vẫn được đọc: {'; '.join(quotes[:_QUOTED])}{more}."


def _shortened(block: Block, span: Span) -> str:
    text = block.text[span.start : span.end].strip()
    return text if len(text) <= _QUOTE else f"{text[:_QUOTE].rstrip()}…"


def _comments(package: Package) -> Iterator[str]:
    authors = [author(comment) for comment in comments(package)]
    if authors:
        names = ", ".join(dict.fromkeys(name for name in authors if name))
        by = f" của {names}" if names else ""
        yield f"Tệp có sẵn {len(authors)} nhận xét{by}: giữ nguyên, không xét như nội dung dự thảo."
