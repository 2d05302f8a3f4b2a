"""Suggestions as tracked changes: words struck out and put in, which Word accepts or rejects one by one."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from itertools import count, pairwise, takewhile

from lxml.etree import _Element as Element

from checker.domain import Document, Edit, Finding, Span
from checker.exporting.docx.anchors import block_at, paragraph_of
from checker.exporting.docx.boxes import around, is_plain, mirror
from checker.exporting.docx.cutting import Words, is_first, touched
from checker.reading.docx.markup import attribute, child, descendants, local, word_tag
from checker.reading.docx.own import OWN_AUTHOR
from checker.reading.docx.pieces import Piece
from checker.reading.docx.spelling import raw_span
from checker.reading.docx.story import Story, roots
from checker.reading.docx.walk import Paragraph
from checker.text.legacy import encoding_of

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MARKING = frozenset({"alias", "tag", "id", "rPr", "showingPlcHdr", "richText"})
_TRACKED = frozenset({"body", "footnote", "endnote", "textbox"})
_REVISIONS = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "commentRangeStart")


@dataclass(frozen=True, slots=True)
class Change:
    """Raw characters of a paragraph (none: a place between two of them) and the words that replace them."""

    paragraph: Paragraph
    span: Span
    text: str


def placed(words: Words, document: Document, findings: Sequence[Finding]) -> Mapping[str, tuple[Change, ...]]:
    """The changes of each finding, by its id, whose edits can all be tracked safely; no two touch."""
    fields = _in_fields(words.story)
    found: dict[str, tuple[Change, ...]] = {}
    for finding in _alone(findings):
        changes = [_change(words, document, edit, fields) for edit in finding.edits]
        sure = tuple(change for change in changes if change is not None)
        if sure and len(sure) == len(changes):
            found[finding.id] = sure
    return found


def differences(document: Document, clause: Span, wording: str) -> tuple[Edit, ...]:
    """The edits, word by word, that turn the clause into the wording."""
    old = re.findall(r"\s+|\S+", document.text[clause.start : clause.end])
    new = re.findall(r"\s+|\S+", wording)
    starts = [clause.start]
    for word in old:
        starts.append(starts[-1] + len(word))
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    return tuple(
        Edit(Span(starts[first], starts[last]), "".join(new[left:right]))
        for kind, first, last, left, right in matcher.get_opcodes()
        if kind != "equal"
    )


def track(words: Words, changes: Iterable[Change], when: datetime, first: int) -> None:
    """Writes the changes, whose runs are cut to fit, into the story, numbered from `first` on."""
    numbers = count(max(first, _next_revision(words.story)))
    stamp = when.strftime("%Y-%m-%dT%H:%M:%SZ")
    boxes: dict[Element, None] = {}
    for change in changes:
        _write(words.pieces(change.paragraph), change, stamp, numbers)
        box = around(change.paragraph.elements[0])
        if box is not None:
            boxes[box] = None
    for box in boxes:
        mirror(box)


def _alone(findings: Sequence[Finding]) -> list[Finding]:
    """The findings whose edits touch no other's, the same edits taken once for all that ask for them."""
    spans = sorted({(edit.span, finding.edits) for finding in findings for edit in finding.edits}, key=_order)
    clashing: set[tuple[Edit, ...]] = set()
    owner: tuple[Edit, ...] = ()
    reach = -1
    for span, edits in spans:
        if span.start <= reach and edits != owner:
            clashing |= {edits, owner}
        if span.end >= reach:
            reach, owner = span.end, edits
    return [finding for finding in findings if finding.edits and finding.edits not in clashing]


def _order(entry: tuple[Span, tuple[Edit, ...]]) -> Span:
    return entry[0]


def _change(words: Words, document: Document, edit: Edit, fields: frozenset[Element]) -> Change | None:
    index = block_at(document, edit.span.start)
    block, start = document.blocks[index], document.starts[index]
    paragraph = paragraph_of(words.story, document, index)
    empty = edit.span.start == edit.span.end
    inside = Span(edit.span.start - start - empty, edit.span.end - start)
    if paragraph.part not in _TRACKED or words.story.view == "both" or "\n" in edit.text:
        return None
    if inside.start < len(block.label) or inside.end > len(block.text):
        return None
    found = raw_span(words.origin(paragraph), inside, block.label)
    pieces = [] if found is None else touched(words.pieces(paragraph), found)
    if found is None or not pieces or not all(_is_safe(piece, fields) for piece in pieces):
        return None
    if not all(_are_neighbours(*pair) for pair in pairwise(pieces)):
        return None
    if not is_plain(paragraph.elements[0]):
        return None
    return Change(paragraph, Span(found.end, found.end) if empty else found, edit.text)


def _is_safe(piece: Piece, fields: frozenset[Element]) -> bool:
    """True for plain words of the paragraph itself: in no link, field, bound control or earlier change."""
    return (
        local(piece.node) == "t"
        and _is_loose(piece.run.getparent())
        and piece.run not in fields
        and not encoding_of(piece.font or "")
    )


def _are_neighbours(one: Piece, other: Piece) -> bool:
    """True where nothing (a drawing, the mark of a note) would be struck out with the words around it."""
    if one.run is not other.run:
        return one.node.getnext() is None and is_first(other.node)
    return all(local(each) == "lastRenderedPageBreak" for each in _between(one.node, other.node))


def _between(one: Element, other: Element) -> Iterator[Element]:
    return takewhile(lambda each: each is not other, one.itersiblings())


def _is_loose(holder: Element) -> bool:
    """True for a paragraph, also through smart tags and content controls that only mark their words.

    Google Docs puts such a control around every commented or suggested stretch.
    """
    while local(holder) != "p":
        if local(holder) == "sdtContent":
            holder = holder.getparent()
            properties = child(holder, "sdtPr")
            if properties is not None and any(local(each) not in _MARKING for each in properties):
                return False
        elif local(holder) != "smartTag":
            return False
        holder = holder.getparent()
    return True


def _in_fields(story: Story) -> frozenset[Element]:
    found = set[Element]()
    for root in roots(story):
        depth = 0
        for element in descendants(root, "fldChar", "r"):
            if local(element) == "r":
                found |= {element} if depth else set()
            elif attribute(element, "fldCharType") == "begin":
                depth += 1
            elif attribute(element, "fldCharType") == "end":
                depth = max(depth - 1, 0)
    return frozenset(found)


def _next_revision(story: Story) -> int:
    elements = (element for root in roots(story) for element in descendants(root, *_REVISIONS))
    used = [attribute(element, "id") or "" for element in elements]
    return max((int(number) for number in used if number.isdecimal()), default=-1) + 1


def _write(parts: Sequence[Piece], change: Change, stamp: str, numbers: count[int]) -> None:
    struck = list(dict.fromkeys(piece.run for piece in touched(parts, change.span)))
    last = struck[-1] if struck else touched(parts, Span(change.span.end - 1, change.span.end))[-1].run
    new = _inserted(last, change.text, stamp, next(numbers)) if change.text else None
    for run in struck:
        _strike(run, stamp, next(numbers))
    if new is not None:
        (last.getparent() if struck else last).addnext(new)


def _revision(name: str, like: Element, stamp: str, number: int) -> Element:
    values = {"id": str(number), "author": OWN_AUTHOR, "date": stamp}
    return like.makeelement(word_tag(name, like), {word_tag(key, like): each for key, each in values.items()})


def _strike(run: Element, stamp: str, number: int) -> None:
    revision = _revision("del", run, stamp, number)
    run.addprevious(revision)
    revision.append(run)
    for text in [each for each in run if local(each) == "t"]:
        text.tag = word_tag("delText", run)
        text.set(_XML_SPACE, "preserve")


def _inserted(like: Element, words: str, stamp: str, number: int) -> Element:
    """The words as an insertion that looks like the run that they follow or replace."""
    revision = _revision("ins", like, stamp, number)
    run = like.makeelement(word_tag("r", like))
    properties = next((deepcopy(each) for each in like if local(each) == "rPr"), None)
    if properties is not None:
        for earlier in list(descendants(properties, "rPrChange", "ins", "del")):
            earlier.getparent().remove(earlier)
        run.append(properties)
    text = like.makeelement(word_tag("t", like), {_XML_SPACE: "preserve"})
    text.text = words
    run.append(text)
    revision.append(run)
    return revision
