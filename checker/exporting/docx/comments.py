"""The comments of a Word file: what each says, the part that holds them, and the package with it."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from io import BytesIO

from lxml import etree
from lxml.etree import _Element as Element

from checker.domain import Finding, Part
from checker.exporting.wording import cautious
from checker.labels import CATEGORY_LABELS, TIER_LABELS
from checker.reading.docx.markup import attribute, descendants, local, word_tag
from checker.reading.docx.own import OWN_AUTHOR
from checker.reading.docx.package import CONTENT_TYPES, Package, parse, related, rels_name, serialized
from checker.reading.docx.story import Story, roots
from checker.text import clean

INITIALS = "LGG"

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_COMMENTS_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_COMMENTS_RELATION_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ASIDES: Mapping[Part, str] = {
    "footnote": "Trong cước chú",
    "endnote": "Trong chú thích cuối văn bản",
    "textbox": "Trong hộp văn bản",
}


def lines(finding: Finding) -> Iterator[str]:
    """What the comment says, a paragraph each; the first line names tier and category."""
    category = CATEGORY_LABELS.get(finding.category, finding.category)
    yield f"{TIER_LABELS[finding.tier]}: {category}"
    if finding.place.part in _ASIDES:
        # Word takes no comment there: it stands on the mark or the drawing, so it says what it is about.
        yield f"{_ASIDES[finding.place.part]}: “{finding.quote}”"
    yield finding.message
    if finding.why:
        yield f"Vì sao: {finding.why}"
    for basis in finding.legal_basis:
        yield f"Căn cứ: {cautious(basis)}"
    if finding.suggestion:
        yield f"Gợi ý: {finding.suggestion}"
    if finding.redraft:
        yield f"Có thể viết: {finding.redraft}"


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
) -> bytes:
    """The package with the story as it is now and a comment for each numbered finding.

    `more` is what else the comment on a finding, known by its id, says at its end.
    """
    existing = next(iter(related(package, "comments")), None)
    name = existing or _free_name(package)
    root = parse(package.data[existing]) if existing else _comments_root(story.root)
    for number, finding in findings:
        root.append(_comment(root, number, [*lines(finding), *more.get(finding.id, ())], when))
    changes = {**_story_parts(package, story), name: serialized(root)}
    if existing is None:
        changes |= _registered(package, name, story.root)
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


def _comment(root: Element, number: int, said: Sequence[str], when: datetime) -> Element:
    comment = _element(root, "comment", id=str(number), author=OWN_AUTHOR, initials=INITIALS)
    # Word reads the date as local time, whatever its zone says.
    comment.set(word_tag("date", root), when.strftime("%Y-%m-%dT%H:%M:%SZ"))
    for index, line in enumerate(said):
        comment.append(_paragraph(root, clean(" ".join(line.split())), first=index == 0))
    return comment


def _paragraph(root: Element, line: str, *, first: bool) -> Element:
    paragraph = _element(root, "p")
    _add(_add(paragraph, "pPr"), "pStyle", val="CommentText")
    if first:
        mark = _add(paragraph, "r")
        _add(_add(mark, "rPr"), "rStyle", val="CommentReference")
        _add(mark, "annotationRef")
    run = _add(paragraph, "r")
    if first:
        _add(_add(run, "rPr"), "b")
    text = _add(run, "t")
    text.set(_XML_SPACE, "preserve")
    text.text = line
    return paragraph


def _element(like: Element, name: str, **attributes: str) -> Element:
    return like.makeelement(
        word_tag(name, like), {word_tag(key, like): value for key, value in attributes.items()}
    )


def _add(parent: Element, name: str, **attributes: str) -> Element:
    element = _element(parent, name, **attributes)
    parent.append(element)
    return element


def _free_name(package: Package) -> str:
    folder = posixpath.dirname(package.main)
    names = (
        posixpath.join(folder, f"comments{suffix}.xml") for suffix in ("", *range(1, len(package.data) + 1))
    )
    return next(name for name in names if name not in package.data)


def _registered(package: Package, name: str, like: Element) -> Mapping[str, bytes]:
    """Content types and relationships that know the new part."""
    types = parse(package.data[CONTENT_TYPES])
    override = {"PartName": f"/{name}", "ContentType": _COMMENTS_TYPE}
    etree.SubElement(types, f"{{{_TYPES}}}Override", override)
    rels = rels_name(package.main)
    blob = package.data.get(rels)
    relationships = etree.Element(f"{{{_RELATIONSHIPS}}}Relationships", nsmap={None: _RELATIONSHIPS})
    if blob is not None:
        relationships = parse(blob)
    relation = {"Id": _free_id(relationships), "Type": _relation_type(like), "Target": f"/{name}"}
    etree.SubElement(relationships, f"{{{_RELATIONSHIPS}}}Relationship", relation)
    return {CONTENT_TYPES: serialized(types), rels: serialized(relationships)}


def _relation_type(like: Element) -> str:
    strict = str(like.tag).startswith("{http://purl.oclc.org/")
    return _COMMENTS_RELATION_STRICT if strict else _COMMENTS_RELATION


def _free_id(relationships: Element) -> str:
    used = {each.get("Id") for each in relationships}
    return next(name for count in range(1, len(used) + 2) if (name := f"rIdLGG{count}") not in used)


def zipped(package: Package, changes: Mapping[str, bytes]) -> bytes:
    """The package with some parts changed or added; the others keep place, date and bytes."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for info in package.infos:
            blob = changes.get(info.filename, package.data[info.filename])
            archive.writestr(_copied(info), blob)
        for name in changes.keys() - package.data.keys():
            archive.writestr(zipfile.ZipInfo(name), changes[name], compress_type=zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _copied(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    copy = zipfile.ZipInfo(info.filename, info.date_time)
    copy.compress_type, copy.external_attr = info.compress_type, info.external_attr
    return copy
