"""The text of a Word file: its paragraphs in reading order and what of them is not shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element as Element

from checker.domain import View
from checker.errors import UnreadableFile
from checker.reading.docx.fonts import Fonts, load_fonts
from checker.reading.docx.hidden import field_codes, vanished
from checker.reading.docx.markup import child, descendants, local
from checker.reading.docx.package import NOT_WORD, TOO_LARGE, Package, parse, related_root
from checker.reading.docx.parts import Container, boxes, containers, runs_of
from checker.reading.docx.styles import Styles, load_styles
from checker.reading.docx.walk import Paragraph, Walk

MAX_PARAGRAPHS = 100_000  # of the body: some 5,000 pages


@dataclass(frozen=True, slots=True)
class Story:
    """The document part: `root` to write back, `hidden` text elements, and `paragraphs` in reading order.

    Those of the body come first; then those of text boxes, notes, headers, footers and comments.
    """

    root: Element
    styles: Styles
    numbering: Element | None
    fonts: Fonts
    view: View
    paragraphs: tuple[Paragraph, ...]
    hidden: frozenset[Element]


def roots(story: Story) -> tuple[Element, ...]:
    """The roots of the parts that the drafter's text stands in: the document's, then those of notes."""
    notes = (each.elements[0] for each in story.paragraphs if each.part in ("footnote", "endnote"))
    found = (element.getroottree().getroot() for element in notes)
    return tuple(dict.fromkeys((story.root, *found)))


def read_story(package: Package, view: View = "accepted") -> Story:
    """The text of the package; raises UnreadableFile where the document part is none."""
    root = parse(package.data[package.main])
    body = child(root, "body")
    if local(root) != "document" or body is None:
        raise UnreadableFile(NOT_WORD)
    styles = load_styles(related_root(package, "styles"))
    walk = Walk(view)
    paragraphs = list(walk.paragraphs(body))
    if len(paragraphs) > MAX_PARAGRAPHS:
        raise UnreadableFile(TOO_LARGE)
    others = containers(package, body, paragraphs, walk)
    for other in others:
        paragraphs += _paragraphs(other, walk)
    numbering = related_root(package, "numbering")
    roots = [body, *(other.element for other in others if other.part != "textbox")]
    named = roots if numbering is None else [*roots, numbering]
    fonts = load_fonts(styles, related_root(package, "theme"), named)
    hidden = frozenset(element for each in roots for element in _hidden(each, styles, view))
    return Story(root, styles, numbering, fonts, view, tuple(paragraphs), hidden)


def _paragraphs(container: Container, walk: Walk) -> Iterator[Paragraph]:
    """The paragraphs of a container, then those of the text boxes inside it, which count as of its part."""
    found = list(walk.paragraphs(container.element, part=container.part, anchor=container.anchor))
    yield from found
    if next(descendants(container.element, "txbxContent"), None) is not None:
        for run in runs_of(found, walk.view):
            for box in boxes(run):
                yield from _paragraphs(Container(box, container.part, container.anchor), walk)


def _hidden(root: Element, styles: Styles, view: View) -> Iterator[Element]:
    yield from field_codes(root)
    yield from vanished(root, styles, view)
