"""The Word package written again: parts as they are now, the comments part made known, links out of it."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO

from lxml import etree
from lxml.etree import _Element as Element

from checker.reading.docx.package import CONTENT_TYPES, Package, parse, rels_name, serialized

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"


def relation_space(like: Element) -> str:
    """The namespace of relationships in a part whose root is `like`, transitional or strict."""
    return _OFFICE_STRICT if str(like.tag).startswith("{http://purl.oclc.org/") else _OFFICE


def free_name(package: Package) -> str:
    """A name for a comments part that the package has not."""
    folder = posixpath.dirname(package.main)
    names = (
        posixpath.join(folder, f"comments{suffix}.xml") for suffix in ("", *range(1, len(package.data) + 1))
    )
    return next(name for name in names if name not in package.data)


def registered(package: Package, name: str, like: Element) -> Mapping[str, bytes]:
    """Content types and relationships that know the new comments part."""
    types = parse(package.data[CONTENT_TYPES])
    override = {"PartName": f"/{name}", "ContentType": _COMMENTS_TYPE}
    etree.SubElement(types, f"{{{_TYPES}}}Override", override)
    rels = rels_name(package.main)
    relationships = _relationships(package, rels)
    _relate(relationships, f"{relation_space(like)}/comments", f"/{name}")
    return {CONTENT_TYPES: serialized(types), rels: serialized(relationships)}


def linked(
    package: Package, name: str, like: Element, targets: Iterable[str]
) -> tuple[Mapping[str, str], Mapping[str, bytes]]:
    """The relationship ids of links out of a part, by target, and its relationships; old ones serve again."""
    wanted = list(dict.fromkeys(targets))
    if not wanted:
        return {}, {}
    rels = rels_name(name)
    relationships = _relationships(package, rels)
    ids = {each.get("Target", ""): each.get("Id", "") for each in relationships}
    for target in wanted:
        if target not in ids:
            ids[target] = _relate(relationships, f"{relation_space(like)}/hyperlink", target, outside=True)
    return ids, {rels: serialized(relationships)}


def zipped(package: Package, changes: Mapping[str, bytes]) -> bytes:
    """The package with some parts changed or added; the others keep place, date and bytes."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for info in package.infos:
            blob = changes.get(info.filename, package.data[info.filename])
            archive.writestr(_copied(info), blob)
        for name in [each for each in changes if each not in package.data]:
            archive.writestr(zipfile.ZipInfo(name), changes[name], compress_type=zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _relationships(package: Package, rels: str) -> Element:
    blob = package.data.get(rels)
    if blob is not None:
        return parse(blob)
    return etree.Element(f"{{{_RELATIONSHIPS}}}Relationships", nsmap={None: _RELATIONSHIPS})


def _relate(relationships: Element, kind: str, target: str, *, outside: bool = False) -> str:
    used = {each.get("Id") for each in relationships}
    free = next(name for count in range(1, len(used) + 2) if (name := f"rIdLGG{count}") not in used)
    relation = {"Id": free, "Type": kind, "Target": target} | ({"TargetMode": "External"} if outside else {})
    etree.SubElement(relationships, f"{{{_RELATIONSHIPS}}}Relationship", relation)
    return free


def _copied(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    copy = zipfile.ZipInfo(info.filename, info.date_time)
    copy.compress_type, copy.external_attr = info.compress_type, info.external_attr
    return copy
