"""The runs of a paragraph: its characters worked out once, and cut at all the places that need it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from checker.domain import Span
from checker.reading.docx.markup import local
from checker.reading.docx.pieces import Piece, pieces
from checker.reading.docx.spelling import origin_of
from checker.reading.docx.story import Story
from checker.reading.docx.walk import Paragraph

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Words:
    """The characters of a story's paragraphs; it holds until their runs are cut."""

    story: Story
    _pieces: dict[Paragraph, Sequence[Piece]] = field(default_factory=dict)
    _origins: dict[Paragraph, Sequence[Span]] = field(default_factory=dict)

    def pieces(self, paragraph: Paragraph) -> Sequence[Piece]:
        """The characters as the file has them."""
        if paragraph not in self._pieces:
            self._pieces[paragraph] = pieces(self.story, paragraph)
        return self._pieces[paragraph]

    def origin(self, paragraph: Paragraph) -> Sequence[Span]:
        """Where each character of the block's text is from, as `origin_of` tells."""
        if paragraph not in self._origins:
            self._origins[paragraph] = origin_of(self.pieces(paragraph))
        return self._origins[paragraph]


def touched(parts: Sequence[Piece], span: Span) -> Sequence[Piece]:
    """The pieces that have a character in the span."""
    first = bisect_right(parts, span.start, key=lambda piece: piece.end)
    return parts[first : bisect_left(parts, span.end, key=lambda piece: piece.start)]


def cut(parts: Sequence[Piece], offsets: Iterable[int]) -> None:
    """Makes a run begin and end at each raw offset; what cannot be cut inside (a formula) stays whole.

    What shows nothing between two pieces (the mark of a note, a drawing) comes into a run of its own.
    """
    inside: dict[int, list[int]] = {}
    for offset in sorted(offsets):
        index = bisect_right(parts, offset, key=lambda piece: piece.end)
        inside.setdefault(index, []).append(offset - (parts[index].start if index < len(parts) else offset))
    # From the last to the first: what stands before a cut is still where `parts` says.
    for index in sorted(inside, reverse=True):
        if index < len(parts) and parts[index].divisible:
            _cut_text(parts[index].run, parts[index].node, [each for each in inside[index] if each])
        if inside[index][0] == 0:
            _cut_between(parts[index - 1 : index], parts[index : index + 1])


def _cut_between(before: Sequence[Piece], after: Sequence[Piece]) -> None:
    for piece in after:
        if piece.node is not piece.run and not is_first(piece.node):
            _split_run(piece.run, piece.node)
    for piece in before:
        following = piece.node.getnext()
        if piece.node is not piece.run and following is not None:
            _split_run(piece.run, following)


def is_first(node: Element) -> bool:
    """True for the first node of its run."""
    return all(local(each) == "rPr" for each in node.itersiblings(preceding=True))


def run_of(node: Element) -> Element:
    """A run that holds this node and nothing else."""
    if not is_first(node):
        _split_run(node.getparent(), node)
    if node.getnext() is not None:
        _split_run(node.getparent(), node.getnext())
    return node.getparent()


def _cut_text(run: Element, node: Element, places: Sequence[int]) -> None:
    """Cuts a node of text, and its run, at these places between its characters."""
    if not places:
        return
    text = node.text
    node.set(_XML_SPACE, "preserve")
    for start, end in zip(reversed(places), reversed([*places[1:], len(text)]), strict=True):
        right = node.makeelement(node.tag, dict(node.attrib))
        right.text = text[start:end]
        node.addnext(right)
        _split_run(run, right)
    node.text = text[: places[0]]


def _split_run(run: Element, node: Element) -> None:
    """Moves `node` and all after it in the run to a new run with the same properties."""
    right = run.makeelement(run.tag, dict(run.attrib))
    properties = next((each for each in run if local(each) == "rPr"), None)
    if properties is not None:
        right.append(deepcopy(properties))
    right.extend([node, *node.itersiblings()])
    run.addnext(right)
