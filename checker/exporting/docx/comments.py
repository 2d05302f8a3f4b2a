"""The comments of a Word file: what each says, the part that holds them, and the package with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from urllib.parse import quote

from lxml import etree
from lxml.etree import _Element as Element

from checker.domain import Finding
from checker.exporting.docx.packing import free_name, linked, registered, relation_space, zipped
from checker.exporting.html.rules import entry_id
from checker.exporting.remarks import Line, lines
from checker.reading.docx.markup import attribute, descendants, local, word_tag
from checker.reading.docx.own import OWN_AUTHOR
from checker.reading.docx.package import Package, parse, related, serialized
from checker.reading.docx.story import Story, roots
from checker.text import clean

INITIALS = "LGG"

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def next_id(package: Package, story: Story) -> int:
    """A comment number that nothing in the file uses yet, nor any number after it."""
    roots = [story.root, *(parse(package.data[name]) for name in related(package, "comments"))]
    names = ("comment", "commentRangeStart", "commentRangeEnd", "commentReference")
    used = [attribute(element, "id") or "" for root in roots for element in descendants(root, *names)]
    return max((int(number) for number in used if number.isdecimal()), default=-1) + 1


def with_comments(
    package: Package,
    story: Story,
    findings: Sequence[tuple[int, Finding]],
    when: datetime,
    more: Mapping[str, Sequence[str]],
    *,
    page: str = "",
) -> bytes:
    """The package with the story as it is now and a comment for each numbered finding.

    `more` is what else the comment on a finding, known by its id, says at its end; `page` as in `annotate`.
    """
    existing = next(iter(related(package, "comments")), None)
    name = existing or free_name(package)
    root = parse(package.data[existing]) if existing else _comments_root(story.root)
    targets = {each.id: f"{quote(page)}#{entry_id(each.rule)}" for _, each in findings} if page else {}
    ids, links = linked(package, name, story.root, targets.values())
    for number, finding in findings:
        said = [*lines(finding), *map(Line, more.get(finding.id, ()))]
        root.append(_comment(root, number, said, when, ids.get(targets.get(finding.id, ""), "")))
    changes = {**_story_parts(package, story), **links, name: serialized(root)}
    if existing is None:
        changes |= registered(package, name, story.root)
    return zipped(package, changes)


def _story_parts(package: Package, story: Story) -> Mapping[str, bytes]:
    """The parts of the text that have something of ours: the document, and notes with a suggestion."""
    found = {package.main: serialized(story.root)}
    for root in roots(story)[1:]:
        if any(attribute(each, "author") == OWN_AUTHOR for each in descendants(root, "ins", "del")):
            found[related(package, local(root))[0]] = serialized(root)
    return found


def _comments_root(like: Element) -> Element:
    tag = word_tag("comments", like)
    return etree.Element(tag, nsmap={"w": etree.QName(tag).namespace})


def _comment(root: Element, number: int, said: Sequence[Line], when: datetime, link: str) -> Element:
    comment = _element(root, "comment", id=str(number), author=OWN_AUTHOR, initials=INITIALS)
    # Word reads the date as local time, whatever its zone says.
    comment.set(word_tag("date", root), when.strftime("%Y-%m-%dT%H:%M:%SZ"))
    for index, line in enumerate(said):
        comment.append(_paragraph(root, line, link if line.on_rule else "", first=index == 0))
    return comment


def _paragraph(root: Element, line: Line, link: str, *, first: bool) -> Element:
    paragraph = _element(root, "p")
    _add(_add(paragraph, "pPr"), "pStyle", val="CommentText")
    if first:
        mark = _add(paragraph, "r")
        _add(_add(mark, "rPr"), "rStyle", val="CommentReference")
        _add(mark, "annotationRef")
    run = _add(_add(paragraph, "hyperlink"), "r") if link else _add(paragraph, "r")
    if first:
        _add(_add(run, "rPr"), "b")
    if link:
        run.getparent().set(f"{{{relation_space(root)}}}id", link)
        looks = _add(run, "rPr")
        _add(looks, "color", val="0563C1")
        _add(looks, "u", val="single")
    text = _add(run, "t")
    text.set(_XML_SPACE, "preserve")
    text.text = clean(" ".join(line.text.split()))
    return paragraph


def _element(like: Element, name: str, **attributes: str) -> Element:
    return like.makeelement(
        word_tag(name, like), {word_tag(key, like): value for key, value in attributes.items()}
    )


def _add(parent: Element, name: str, **attributes: str) -> Element:
    element = _element(parent, name, **attributes)
    parent.append(element)
    return element
