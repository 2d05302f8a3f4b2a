"""Text boxes, which Word writes in two ways: what is changed in one must be changed in the other."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree
from lxml.etree import _Element as Element

from checker.reading.docx.markup import local


def around(element: Element) -> Element | None:
    """The outermost text box that the element is in, None for one outside of all."""
    return next((each for each in reversed(_ancestors(element)) if local(each) == "txbxContent"), None)


def is_plain(element: Element) -> bool:
    """True outside of text boxes, and in one that says the same in both ways and stands in no other."""
    boxes = [each for each in _ancestors(element) if local(each) == "txbxContent"]
    if not boxes:
        return True
    ways = [each for each in _ancestors(boxes[0]) if local(each) == "mc:AlternateContent"]
    if len(boxes) > 1 or len(ways) > 1:
        return False
    return all(_written(twin) == _written(boxes[0]) for twin in _twins(boxes[0]))


def mirror(box: Element) -> None:
    """Gives the other way of writing the text box the content that this one has now."""
    for twin in _twins(box):
        twin[:] = [deepcopy(each) for each in box]


def _twins(box: Element) -> Iterator[Element]:
    """The same text box in the other branches; one that they lack is told as an empty element."""
    way = next((each for each in _ancestors(box) if local(each) == "mc:AlternateContent"), None)
    if way is None:
        return
    branches = [_boxes(branch) for branch in way]
    own = next(boxes for boxes in branches if box in boxes)
    for boxes in branches:
        if boxes and boxes is not own:
            yield boxes[own.index(box)] if len(boxes) == len(own) else box.makeelement(box.tag)


def _boxes(branch: Element) -> list[Element]:
    """The text boxes of a branch, without those inside them."""
    return [each for each in branch.iter() if local(each) == "txbxContent" and around(each) is None]


def _ancestors(element: Element) -> list[Element]:
    return list(element.iterancestors())


def _written(box: Element) -> bytes:
    return b"".join(etree.tostring(each, method="c14n", exclusive=True) for each in box)
