"""Faults of a Word file's parts against the schema of ECMA-376, all that goes beyond it left out."""

from __future__ import annotations

import zipfile
from collections import Counter
from io import BytesIO
from pathlib import Path

from lxml import etree

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PARTS = ("document.xml", "comments.xml", "footnotes.xml", "endnotes.xml")


class Schema:
    """The schema in a folder with wml.xsd."""

    def __init__(self, folder: Path) -> None:
        self._schema = etree.XMLSchema(etree.parse(folder / "wml.xsd"))

    def faults(self, before: bytes, after: bytes) -> int:
        """How many kinds of fault the file has after that it has not, or has less often, before."""
        return len(self._told(after) - self._told(before))

    def _told(self, data: bytes) -> Counter[str]:
        told = Counter[str]()
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for name in archive.namelist():
                if name.startswith("word/") and name.removeprefix("word/") in _PARTS:
                    self._schema.validate(_known(etree.fromstring(archive.read(name))))
                    told.update(error.message for error in self._schema.error_log)
        return told


def _known(root: etree._Element) -> etree._Element:
    """The part without what it says may be ignored, and with the first way where it has several."""
    spaces = {root.nsmap[name] for name in root.get(f"{_MC}Ignorable", "").split() if name in root.nsmap}
    root.attrib.pop(f"{_MC}Ignorable", None)
    for element in list(root.iter(etree.Element)):
        if etree.QName(element).namespace in spaces and element.getparent() is not None:
            element.getparent().remove(element)
            continue
        for key in [key for key in element.attrib if etree.QName(key).namespace in spaces]:
            del element.attrib[key]
    for way in list(root.iter(f"{_MC}AlternateContent")):
        fallback = way.find(f"{_MC}Fallback")
        for each in list(fallback if fallback is not None else ()):
            way.addprevious(each)
        way.getparent().remove(way)
    return etree.fromstring(etree.tostring(root))
