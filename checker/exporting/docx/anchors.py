"""Where a comment stands in the file: a finding's span -> characters of paragraphs -> runs cut to fit."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml.etree import _Element as Element

from checker.domain import Document, Finding, Span
from checker.reading.docx.markup import local, word_tag
from checker.reading.docx.pieces import Piece, pieces, raw
from checker.reading.docx.spelling import origin_of, raw_span
from checker.reading.docx.story import Story
from checker.reading.docx.walk import Paragraph

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some raw characters of one paragraph; `anchor` is what a comment on them stands on instead."""

    paragraph: Paragraph
    span: Span
    anchor: Element | None = None


def locate(story: Story, document: Document, finding: Finding) -> tuple[Stretch, ...]:
    """The stretches that a finding covers, one a paragraph, never empty.

    A finding without words in the file (about the whole document, or on an automatic number) stands
    for its paragraph, and an empty paragraph for the next one that has text.
    """
    return tuple(_covered(story, document, finding.span)) or _whole(story, document, finding)


def _covered(story: Story, document: Document, span: Span) -> Iterator[Stretch]:
    first, last = _block_at(document, span.start), _block_at(document, span.end - 1)
    for index in range(first, last + 1):
        block, start = document.blocks[index], document.starts[index]
        inside = Span(max(span.start - start, 0), min(span.end - start, len(block.text)))
        paragraph = _paragraph(story, document, index)
        if paragraph.part != "body":
            if paragraph.anchor is not None:
                yield Stretch(paragraph, inside, paragraph.anchor)
            continue
        found = raw_span(origin_of(pieces(story, paragraph)), inside, block.label)
        if found is not None:
            yield Stretch(paragraph, found)


def _whole(story: Story, document: Document, finding: Finding) -> tuple[Stretch, ...]:
    if document.clauses:
        index = document.clauses[finding.clause].block
    else:
        index = _block_at(document, finding.span.start)
    for candidate in (*range(index, len(document.blocks)), *range(index - 1, -1, -1)):
        paragraph = _paragraph(story, document, candidate)
        text = raw(pieces(story, paragraph))
        if paragraph.part == "body" and text.strip():
            return (Stretch(paragraph, Span(len(text) - len(text.lstrip()), len(text.rstrip()))),)
    return ()


def _block_at(document: Document, offset: int) -> int:
    return max(bisect_right(document.starts, offset) - 1, 0)


def _paragraph(story: Story, document: Document, index: int) -> Paragraph:
    return story.paragraphs[document.blocks[index].place.number - 1]


def anchor(story: Story, stretches: tuple[Stretch, ...], number: int) -> None:
    """Puts the marks of comment `number` around the stretches; runs are cut so that they fit exactly."""
    first = _runs(story, stretches[0])[0]
    last = _runs(story, stretches[-1])[-1]
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


def _runs(story: Story, stretch: Stretch) -> list[Element]:
    """The runs that hold exactly the stretch, cut where it begins or ends inside one."""
    if stretch.anchor is not None:
        return [_run_of(stretch.anchor)]
    span = stretch.span
    cut(pieces(story, stretch.paragraph), span.start)
    cut(pieces(story, stretch.paragraph), span.end)
    parts = pieces(story, stretch.paragraph)
    return [piece.run for piece in parts if piece.start < span.end and piece.end > span.start]


def _run_of(node: Element) -> Element:
    """A run that holds this node and nothing else."""
    if any(local(each) != "rPr" for each in node.itersiblings(preceding=True)):
        _split_run(node.getparent(), node)
    if node.getnext() is not None:
        _split_run(node.getparent(), node.getnext())
    return node.getparent()


def cut(parts: list[Piece], offset: int) -> None:
    """Makes a run begin at the raw offset; what cannot be cut inside (a formula) stays whole."""
    for before, piece in zip([None, *parts], parts, strict=False):
        if piece.start == offset and before is not None and before.run is piece.run:
            _split_run(piece.run, piece.node)
        elif piece.start < offset < piece.end and piece.divisible:
            _split_run(piece.run, _split_text(piece.node, offset - piece.start))


def _split_text(node: Element, at: int) -> Element:
    """Cuts a node of text in two and returns the right one."""
    right = deepcopy(node)
    right.tail = None
    node.text, right.text = node.text[:at], node.text[at:]
    for part in (node, right):
        part.set(_XML_SPACE, "preserve")
    node.addnext(right)
    return right


def _split_run(run: Element, node: Element) -> None:
    """Moves `node` and all after it in the run to a new run with the same properties."""
    right = run.makeelement(run.tag, dict(run.attrib))
    properties = next((each for each in run if local(each) == "rPr"), None)
    if properties is not None:
        right.append(deepcopy(properties))
    right.extend([node, *node.itersiblings()])
    run.addnext(right)
