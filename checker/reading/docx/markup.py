"""WordprocessingML by local name, so that transitional and strict files read alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal

from lxml.etree import _Element as Element

from checker.domain import View

_TRANSITIONAL = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_PREFIXES = {
    _TRANSITIONAL: "",
    _STRICT: "",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}": "mc:",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}": "m:",
    "{http://purl.oclc.org/ooxml/officeDocument/math}": "m:",
}
# Elements that only group what stands inside them.
_GROUPS = frozenset({"bdo", "customXml", "dir", "fldSimple", "hyperlink", "sdt", "sdtContent", "smartTag"})
_ADDED, _REMOVED = frozenset({"ins", "moveTo"}), frozenset({"del", "moveFrom"})
_WRAPPERS: Mapping[View, frozenset[str]] = {
    "accepted": _GROUPS | _ADDED,
    "original": _GROUPS | _REMOVED,
    "both": _GROUPS | _ADDED | _REMOVED,
}
# What a change says of a row, a cell or the end of a paragraph, by the view in which it is not there.
_GONE: Mapping[View, frozenset[str]] = {
    "accepted": _REMOVED | {"cellDel"},
    "original": _ADDED | {"cellIns"},
    "both": frozenset(),
}
Change = Literal["deleted", "inserted"]
_OFF = frozenset({"0", "false", "off", "none"})


@cache
def _local(tag: str) -> str:
    for namespace, prefix in _PREFIXES.items():
        if tag.startswith(namespace):
            return prefix + tag.removeprefix(namespace)
    return ""


def local(element: Element) -> str:
    """The element's Word name ("p", "tbl"), "m:…" and "mc:…" in formulas and alternatives, else ""."""
    tag = element.tag
    return _local(tag) if isinstance(tag, str) else ""


def word_tag(name: str, like: Element) -> str:
    """The full tag of a new Word element `name`, in the namespace that `like` has."""
    return (_STRICT if str(like.tag).startswith(_STRICT) else _TRANSITIONAL) + name


def attribute(element: Element, name: str) -> str | None:
    """The value of a Word attribute, None where it is missing."""
    found = element.get(_TRANSITIONAL + name)
    if found is None:
        found = element.get(_STRICT + name)
    return None if found is None else str(found)


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along the path of child names, None where a step is missing."""
    for name in path:
        if element is None:
            return None
        element = next((inner for inner in element if local(inner) == name), None)
    return element


def value(element: Element | None, *path: str) -> str | None:
    """The w:val of the descendant along the path, None where it is missing."""
    found = child(element, *path)
    return None if found is None else attribute(found, "val")


def integer(element: Element | None, *path: str) -> int | None:
    """`value` as a number, None where it is missing or no number."""
    found = value(element, *path)
    try:
        return None if found is None else int(found)
    except ValueError:
        return None


def switched(element: Element | None, name: str) -> bool | None:
    """An on/off property: None where it is not said, True where it is said without a value."""
    found = child(element, name)
    return None if found is None else attribute(found, "val") not in _OFF


def descendants(element: Element, *names: str) -> Iterator[Element]:
    """All elements with one of these Word names, in the order of the file."""
    return iter(element.iter(*(space + name for name in names for space in (_TRANSITIONAL, _STRICT))))


def branch(alternatives: Element) -> Element | None:
    """One of several ways to say the same: what every program understands, else the first choice."""
    fallback = child(alternatives, "mc:Fallback")
    return fallback if fallback is not None and len(fallback) else child(alternatives, "mc:Choice")


def unwrapped(element: Element, view: View) -> Iterator[Element]:
    """The children in order, with links, content controls and the changes that the view shows dissolved."""
    for inner in element:
        name = local(inner)
        if name in _WRAPPERS[view]:
            yield from unwrapped(inner, view)
        elif name == "mc:AlternateContent":
            chosen = branch(inner)
            if chosen is not None:
                yield from unwrapped(chosen, view)
        else:
            yield inner


def is_gone(properties: Element | None, view: View) -> bool:
    """True where these properties (of a row, a cell, a paragraph's end) say that it is not in the view."""
    return properties is not None and any(local(each) in _GONE[view] for each in properties)


def change_of(element: Element) -> Change | None:
    """What a tracked change does with the text that the element is in; who inserts and deletes it deletes."""
    names = {local(each) for each in element.iterancestors()}
    return "deleted" if names & _REMOVED else "inserted" if names & _ADDED else None
