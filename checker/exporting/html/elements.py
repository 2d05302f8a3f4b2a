"""HTML and SVG elements; every text and attribute is escaped when they are written out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from lxml import etree
from lxml.etree import _Element as Element

from checker.exporting.printable import printable

Child: TypeAlias = str | Element | None


def element(tag: str, *children: Child | Iterable[Child], **attributes: str) -> Element:
    """An element with its children, those that are None left out; `class_` is the attribute class,
    `aria_label` aria-label."""
    made = etree.Element(tag, {_name(key): printable(value) for key, value in attributes.items()})
    for child in children:
        if child is None or isinstance(child, str | Element):
            _add(made, child)
        else:
            for one in child:
                _add(made, one)
    return made


def page(root: Element) -> str:
    """The whole page as text."""
    return str(etree.tostring(root, method="html", encoding="unicode", doctype="<!DOCTYPE html>")) + "\n"


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _add(parent: Element, child: Child) -> None:
    if child is None:
        return
    if not isinstance(child, str):
        parent.append(child)
    elif len(parent):
        parent[-1].tail = (parent[-1].tail or "") + printable(child)
    else:
        parent.text = (parent.text or "") + printable(child)
