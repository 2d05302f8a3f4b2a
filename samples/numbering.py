"""Automatic numbers as Word stores them: abstract lists, their uses, and where a use starts again."""

from __future__ import annotations

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

# name -> the levels: number format and text
LISTS = {
    "dieu": (("decimal", "Điều %1."), ("decimal", "%2."), ("lowerLetter", "%3)")),
    "khoan": (("decimal", "%1."), ("lowerLetter", "%2)")),
    "muc-lon": (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)")),
}
FIRST_ID = 40  # above those of the template


class Numbering:
    """The lists of one document under construction."""

    def __init__(self, document: Document) -> None:
        self._part = document.part.numbering_part.element
        first_use = self._part.find(qn("w:num"))
        for at, levels in enumerate(LISTS.values()):
            first_use.addprevious(parse_xml(_abstract(FIRST_ID + at, levels)))
        self._next = FIRST_ID

    def use(self, name: str, *, start: int = 1) -> int:
        """Return the id of a new use of a list whose first level starts at `start`."""
        self._next += 1
        abstract = FIRST_ID + list(LISTS).index(name)
        self._part.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{self._next}"><w:abstractNumId w:val="{abstract}"/>'
                f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            )
        )
        return self._next


def attach(paragraph: Paragraph, use: int, level: int) -> None:
    """Give the paragraph the automatic number of a use of a list."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = use


def _abstract(number: int, levels: tuple[tuple[str, str], ...]) -> str:
    inner = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="0" w:firstLine="720"/></w:pPr></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    return (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">'
        f'<w:multiLevelType w:val="multilevel"/>{inner}</w:abstractNum>'
    )
