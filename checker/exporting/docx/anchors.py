"""Where a comment stands in the file: a finding's span -> characters of paragraphs, and the marks around."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.etree import _Element as Element

from checker.domain import Document, Finding, Span
from checker.exporting.docx.cutting import Words, touched
from checker.reading.docx.markup import local, word_tag
from checker.reading.docx.pieces import raw
from checker.reading.docx.spelling import raw_span
from checker.reading.docx.story import Story
from checker.reading.docx.walk import Paragraph


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some raw characters of one paragraph; `anchor` is what a comment on them stands on instead."""

    paragraph: Paragraph
    span: Span
    anchor: Element | None = None


def locate(words: Words, document: Document, finding: Finding) -> tuple[Stretch, ...]:
    """The stretches that a finding covers, one a paragraph, empty only where the file has no words.

    A finding without words in the file (about the whole document, or on an automatic number) stands
    for its paragraph, and an empty paragraph for the next one that has text.
    """
    return tuple(_covered(words, document, finding.span)) or _whole(words, document, finding)


def block_at(document: Document, offset: int) -> int:
    """The index of the block that this character of the text stands in."""
    return max(bisect_right(document.starts, offset) - 1, 0)


def paragraph_of(story: Story, document: Document, index: int) -> Paragraph:
    """The paragraph of the file that a block is."""
    return story.paragraphs[document.blocks[index].place.number - 1]


def _covered(words: Words, document: Document, span: Span) -> Iterator[Stretch]:
    first, last = block_at(document, span.start), block_at(document, span.end - 1)
    for index in range(first, last + 1):
        block, start = document.blocks[index], document.starts[index]
        inside = Span(max(span.start - start, 0), min(span.end - start, len(block.text)))
        paragraph = paragraph_of(words.story, document, index)
        if paragraph.part != "body":
            if paragraph.anchor is not None:
                yield Stretch(paragraph, inside, paragraph.anchor)
            continue
        found = raw_span(words.origin(paragraph), inside, block.label)
        if found is not None:
            yield Stretch(paragraph, found)


def _whole(words: Words, document: Document, finding: Finding) -> tuple[Stretch, ...]:
    if document.clauses:
        index = document.clauses[finding.clause].block
    else:
        index = block_at(document, finding.span.start)
    for candidate in (*range(index, len(document.blocks)), *range(index - 1, -1, -1)):
        paragraph = paragraph_of(words.story, document, candidate)
        text = raw(words.pieces(paragraph))
        if paragraph.part == "body" and text.strip():
            return (Stretch(paragraph, Span(len(text) - len(text.lstrip()), len(text.rstrip()))),)
    return ()


def anchor(words: Words, stretches: Sequence[Stretch], number: int) -> None:
    """Puts the marks of comment `number` around the stretches, whose runs are cut to fit."""
    first = _runs(words, stretches[0])[0]
    last = _runs(words, stretches[-1])[-1]
    first.addprevious(_mark(first, "commentRangeStart", number))
    end = _mark(last, "commentRangeEnd", number)
    last.addnext(end)
    _outermost(end).addnext(_reference(last, number))


def _outermost(element: Element) -> Element:
    """The ancestor that is a child of the paragraph: outside links, insertions and content controls."""
    while local(element.getparent()) != "p":
        element = element.getparent()
    return element


def _mark(like: Element, name: str, number: int) -> Element:
    return like.makeelement(word_tag(name, like), {word_tag("id", like): str(number)})


def _reference(like: Element, number: int) -> Element:
    run = like.makeelement(word_tag("r", like))
    properties = like.makeelement(word_tag("rPr", like))
    style = like.makeelement(word_tag("rStyle", like), {word_tag("val", like): "CommentReference"})
    properties.append(style)
    run.extend((properties, _mark(like, "commentReference", number)))
    return run


def _runs(words: Words, stretch: Stretch) -> list[Element]:
    """The runs that hold exactly the stretch."""
    if stretch.anchor is not None:
        return [stretch.anchor.getparent()]
    return [piece.run for piece in touched(words.pieces(stretch.paragraph), stretch.span)]
