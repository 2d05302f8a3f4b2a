"""What a Word file has besides its body: text boxes, notes, headers and footers, comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from lxml.etree import _Element as Element

from checker.domain import Part, View
from checker.reading.docx.markup import attribute, branch, descendants, local, switched, unwrapped
from checker.reading.docx.package import Package, parse, related, related_by_id, related_root, relation_id
from checker.reading.docx.walk import Paragraph, Walk

_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_IN_RUNS = ("footnoteReference", "endnoteReference", "txbxContent")


@dataclass(frozen=True, slots=True)
class Container:
    """An element that holds paragraphs: a text box, a note, a header; `anchor` as in Paragraph."""

    element: Element
    part: Part
    anchor: Element | None = None


def containers(
    package: Package, body: Element, paragraphs: Sequence[Paragraph], walk: Walk
) -> list[Container]:
    """All that is not the body: text boxes, notes in order of reference, headers, footers, comments."""
    odd = next(descendants(body, *_IN_RUNS), None) is not None
    nodes = [node for run in runs_of(paragraphs, walk.view) for node in run] if odd else []
    return [
        *(Container(box, "textbox", node) for node in nodes for box in boxes(node)),
        *_notes(package, nodes, "footnote"),
        *_notes(package, nodes, "endnote"),
        *_margins(package, body, "header"),
        *_margins(package, body, "footer"),
        *(Container(comment, "comment") for comment in comments(package)),
    ]


def runs_of(paragraphs: Sequence[Paragraph], view: View) -> Iterator[Element]:
    """The runs of the paragraphs that the view shows."""
    for paragraph in paragraphs:
        for element in paragraph.elements:
            yield from (run for run in unwrapped(element, view) if local(run) == "r")


def boxes(element: Element) -> Iterator[Element]:
    """The text boxes of an element, each once though most are written in two ways; not those inside them."""
    name = local(element)
    if name == "txbxContent":
        yield element
    elif name == "mc:AlternateContent":
        chosen = branch(element)
        yield from () if chosen is None else boxes(chosen)
    else:
        for inner in element:
            yield from boxes(inner)


def _notes(
    package: Package, nodes: Sequence[Element], part: Literal["footnote", "endnote"]
) -> Iterator[Container]:
    """The notes that the runs refer to, each once, in the order in which they are first referred to."""
    root = related_root(package, f"{part}s") if nodes else None
    if root is None:
        return
    found = {attribute(note, "id"): note for note in root if local(note) == part}
    for node in nodes:
        note = found.pop(attribute(node, "id"), None) if local(node) == f"{part}Reference" else None
        if note is not None and attribute(note, "type") not in _SEPARATORS:
            yield Container(note, part, node)


def _margins(package: Package, body: Element, part: Literal["header", "footer"]) -> Iterator[Container]:
    """The headers or footers with words that some page shows, those of the same words once."""
    settings = related_root(package, "settings")
    even = settings is not None and bool(switched(settings, "evenAndOddHeaders"))
    names, seen = related_by_id(package), set[str]()
    for section in descendants(body, "sectPr"):
        shown = {"default": True, "even": even, "first": bool(switched(section, "titlePg"))}
        for reference in section:
            is_one = local(reference) == f"{part}Reference"
            if is_one and shown.get(attribute(reference, "type") or "default"):
                yield from _margin(package, names.get(relation_id(reference)), part, seen)


def _margin(package: Package, name: str | None, part: Part, seen: set[str]) -> Iterator[Container]:
    if name is None or name in seen:
        return
    root = parse(package.data[name])
    # Letters only: the page number that was shown last is in the file too.
    texts = "".join(text.text or "" for text in descendants(root, "t"))
    words = "".join(filter(str.isalpha, texts))
    if words and words not in seen:
        yield Container(root, part)
    seen.update((name, words))


def comments(package: Package) -> Iterator[Element]:
    """The comments, in the order of the file."""
    for name in related(package, "comments"):
        for comment in parse(package.data[name]):
            if local(comment) == "comment":
                yield comment


def author(comment: Element) -> str:
    """Who wrote a comment."""
    return (attribute(comment, "author") or "").strip()
