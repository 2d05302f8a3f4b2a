"""Suggestions as tracked changes: words struck out and put in, which Word accepts or rejects one by one."""

from __future__ import annotations

import difflib
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from itertools import count

from lxml.etree import _Element as Element

from checker.domain import Document, Edit, Finding, Span
from checker.exporting.docx.anchors import cut
from checker.reading.docx.markup import attribute, descendants, local, word_tag
from checker.reading.docx.own import OWN_AUTHOR
from checker.reading.docx.pieces import Piece, pieces
from checker.reading.docx.spelling import origin_of, raw_span
from checker.reading.docx.story import Story
from checker.reading.docx.walk import Paragraph
from checker.text.legacy import encoding_of

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# What else stands in a run (a drawing, the mark of a note) would be struck out with its words.
_PLAIN = frozenset({"rPr", "t", "tab", "br", "lastRenderedPageBreak"})
_REVISIONS = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "commentRangeStart")


@dataclass(frozen=True, slots=True)
class Change:
    """Raw characters of a paragraph (none: a place between two of them) and the words that replace them."""

    paragraph: Paragraph
    span: Span
    text: str


def placed(story: Story, document: Document, findings: Sequence[Finding]) -> Mapping[str, tuple[Change, ...]]:
    """The changes of each finding, by its id, whose edits can all be tracked safely; no two touch."""
    fields = _in_fields(story)
    found: dict[str, tuple[Change, ...]] = {}
    for finding in _alone(findings):
        changes = [_change(story, document, edit, fields) for edit in finding.edits]
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


def track(story: Story, changes: Sequence[Change], when: datetime, first: int) -> None:
    """Writes the changes into the story, numbered from `first` on."""
    numbers = count(max(first, _next_revision(story)))
    stamp = when.strftime("%Y-%m-%dT%H:%M:%SZ")
    # From the last to the first, so that the characters before a change keep their numbers.
    for change in sorted(set(changes), key=lambda each: each.span, reverse=True):
        _write(story, change, stamp, numbers)


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


def _change(story: Story, document: Document, edit: Edit, fields: frozenset[Element]) -> Change | None:
    index = max(bisect_right(document.starts, edit.span.start) - 1, 0)
    block, start = document.blocks[index], document.starts[index]
    paragraph = story.paragraphs[block.place.number - 1]
    empty = edit.span.start == edit.span.end
    inside = Span(edit.span.start - start - empty, edit.span.end - start)
    if paragraph.part != "body" or story.view == "both" or "\n" in edit.text:
        return None
    if inside.start < len(block.label) or inside.end > len(block.text):
        return None
    parts = pieces(story, paragraph)
    found = raw_span(origin_of(parts), inside, block.label)
    touched = [] if found is None else _touched(parts, found)
    if found is None or not touched or not all(_is_safe(piece, fields) for piece in touched):
        return None
    return Change(paragraph, Span(found.end, found.end) if empty else found, edit.text)


def _touched(parts: Sequence[Piece], span: Span) -> list[Piece]:
    return [piece for piece in parts if piece.start < span.end and piece.end > span.start]


def _is_safe(piece: Piece, fields: frozenset[Element]) -> bool:
    """True for plain words of a run of the paragraph itself: in no link, field, control or earlier change."""
    return (
        local(piece.node) == "t"
        and local(piece.run.getparent()) == "p"
        and piece.run not in fields
        and not encoding_of(piece.font or "")
        and all(local(each) in _PLAIN for each in piece.run)
    )


def _in_fields(story: Story) -> frozenset[Element]:
    depth, found = 0, set()
    for element in descendants(story.root, "fldChar", "r"):
        if local(element) == "r":
            found |= {element} if depth else set()
        elif attribute(element, "fldCharType") == "begin":
            depth += 1
        elif attribute(element, "fldCharType") == "end":
            depth = max(depth - 1, 0)
    return frozenset(found)


def _next_revision(story: Story) -> int:
    used = [attribute(element, "id") or "" for element in descendants(story.root, *_REVISIONS)]
    return max((int(number) for number in used if number.isdecimal()), default=-1) + 1


def _write(story: Story, change: Change, stamp: str, numbers: count[int]) -> None:
    cut(pieces(story, change.paragraph), change.span.start)
    cut(pieces(story, change.paragraph), change.span.end)
    parts = pieces(story, change.paragraph)
    struck = list(dict.fromkeys(piece.run for piece in _touched(parts, change.span)))
    last = struck[-1] if struck else next(each.run for each in parts if each.end == change.span.end)
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
