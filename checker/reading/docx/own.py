"""The drafter's file out of one that we wrote into: our own comments and suggestions taken out again.

A draft comes back with what an earlier check wrote. None of that is the drafter's text: what we put in goes,
what we struck out is restored, and our comments go with their marks. All others' stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from lxml import etree
from lxml.etree import _Element as Element

from checker.reading.docx.markup import attribute, descendants, local, word_tag
from checker.reading.docx.package import Package, parse, related, serialized

OWN_AUTHOR = "Kiểm tra lồng ghép giới"  # of the comments and suggestions that we write

_STORIES = ("footnotes", "endnotes")
_RANGES = ("commentRangeStart", "commentRangeEnd", "commentReference")
# What a run of our insertion may hold of others: their comments stay, without the words.
_WORDS = frozenset(
    {"t", "delText", "tab", "br", "cr", "noBreakHyphen", "softHyphen", "lastRenderedPageBreak"}
)
# Word keeps the state of comments in parts of their own, by the paragraph with which a comment ends.
_STATES = ("commentsExtended", "commentsIds")
_DATES = "commentsExtensible"
_PARAGRAPH = "paraId"
_PARENT = "paraIdParent"
_DURABLE = "durableId"


def without_own(package: Package) -> Package:
    """The package as it was before our comments and suggestions; the same object where it has none."""
    parts = [*related(package, "comments"), package.main, *_named(package, _STORIES)]
    if not any(OWN_AUTHOR.encode() in package.data[name] for name in parts):
        return package
    changed: dict[str, bytes] = {}
    ids, paragraphs = set[str](), set[str]()
    for name in related(package, "comments"):
        root = parse(package.data[name])
        for comment in [each for each in root if _is_own(each, "comment")]:
            ids.add(attribute(comment, "id") or "")
            paragraphs |= _paragraph_ids(comment)
            root.remove(comment)
        if ids:
            changed[name] = serialized(root)
    for name in (package.main, *_named(package, _STORIES)):
        root = parse(package.data[name])
        if _restore(root, ids):
            changed[name] = serialized(root)
    return replace(package, data={**package.data, **changed, **_states(package, paragraphs)})


def _named(package: Package, kinds: Iterable[str]) -> Iterator[str]:
    return (name for kind in kinds for name in related(package, kind))


def _is_own(element: Element, *names: str) -> bool:
    return local(element) in names and (attribute(element, "author") or "").strip() == OWN_AUTHOR


def _restore(root: Element, ids: set[str]) -> bool:
    """Takes our marks and suggestions out of a part; False where it has none."""
    marks = [each for each in descendants(root, *_RANGES) if attribute(each, "id") in ids]
    changes = [each for each in descendants(root, "ins", "del") if _is_own(each, "ins", "del")]
    for mark in marks:
        run = mark.getparent()
        run.remove(mark)
        if local(mark) == "commentReference" and all(local(each) == "rPr" for each in run):
            run.getparent().remove(run)
    for change in changes:
        if local(change) == "ins":
            _empty(change)
        else:
            _unstrike(change)
        if change.getparent() is not None:  # one inside another went with it
            _dissolve(change)
    return bool(marks or changes)


def _empty(insertion: Element) -> None:
    """Takes the words out; what others hung on them, a comment or a bookmark, stays."""
    for run in list(descendants(insertion, "r")):
        for node in [each for each in run if local(each) in _WORDS]:
            run.remove(node)
        if all(local(each) == "rPr" for each in run):
            run.getparent().remove(run)
    for inner in list(descendants(insertion, "ins", "del")):
        if local(inner.getparent()) != "rPr":
            _dissolve(inner)


def _unstrike(deletion: Element) -> None:
    for text in list(descendants(deletion, "delText")):
        text.tag = word_tag("t", text)


def _dissolve(wrapper: Element) -> None:
    """Puts the children in the wrapper's place."""
    for inner in list(wrapper):
        wrapper.addprevious(inner)
    wrapper.getparent().remove(wrapper)


def _paragraph_ids(comment: Element) -> set[str]:
    return {str(found) for each in descendants(comment, "p") if (found := _state(each, _PARAGRAPH))}


def _state(element: Element, name: str) -> str:
    """The value of an attribute of Word's later versions, whatever their namespace."""
    return next((str(said) for key, said in element.attrib.items() if etree.QName(key).localname == name), "")


def _states(package: Package, paragraphs: set[str]) -> Mapping[str, bytes]:
    """The parts with the comments' states without those of ours; an answer of another stands alone then."""
    roots = {name: parse(package.data[name]) for name in _named(package, (*_STATES, _DATES))}
    entries = [entry for root in roots.values() for entry in root]
    ours = [entry for entry in entries if _state(entry, _PARAGRAPH) in paragraphs]
    durable = {_state(entry, _DURABLE) for entry in ours} - {""}
    ours += [entry for entry in entries if _state(entry, _DURABLE) in durable and entry not in ours]
    answers = [entry for entry in entries if _state(entry, _PARENT) in paragraphs and entry not in ours]
    touched = {entry.getroottree().getroot() for entry in (*ours, *answers)}
    for entry in answers:
        for key in [each for each in entry.attrib if etree.QName(each).localname == _PARENT]:
            del entry.attrib[key]
    for entry in ours:
        entry.getparent().remove(entry)
    return {name: serialized(root) for name, root in roots.items() if root in touched}
