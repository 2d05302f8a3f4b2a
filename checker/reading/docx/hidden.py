"""Text that Word does not show: the codes of fields and runs formatted as hidden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from checker.domain import View
from checker.reading.docx.markup import attribute, child, descendants, local, unwrapped
from checker.reading.docx.styles import Styles, paragraph_styles, run_switch

_TEXT = ("t", "delText", "tab", "br", "cr", "sym", "noBreakHyphen", "softHyphen", "ptab")


@dataclass(slots=True)
class _Field:
    """An open field: the text elements of its code, then (`result`) those that show."""

    code: list[Element] = field(default_factory=list)
    result: bool = False


def field_codes(root: Element) -> Iterator[Element]:
    """The text elements inside field codes; a field that never ends is no field, its text stays."""
    fields: list[_Field] = []
    for element in descendants(root, "fldChar", *_TEXT):
        if local(element) != "fldChar":
            code = next((each.code for each in reversed(fields) if not each.result), None)
            if code is not None:
                code.append(element)
        elif attribute(element, "fldCharType") == "begin":
            fields.append(_Field())
        elif fields and attribute(element, "fldCharType") == "separate":
            fields[-1].result = True
        elif fields:
            yield from fields.pop().code


def vanished(root: Element, styles: Styles, view: View) -> Iterator[Element]:
    """The text elements of runs formatted as hidden."""
    by_style = any(child(style.run, "vanish") is not None for style in styles.by_id.values())
    if not by_style and next(descendants(root, "vanish"), None) is None:
        return
    for paragraph in descendants(root, "p"):
        chain = paragraph_styles(styles, child(paragraph, "pPr"))
        for run in unwrapped(paragraph, view):
            if local(run) == "r" and run_switch(styles, chain, run, "vanish"):
                yield from descendants(run, *_TEXT)
