"""antiword: the text of a .doc without fonts and automatic numbers, for machines without LibreOffice."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree
from lxml.etree import _Element as Element

from checker.domain import Block, Cell, Place, Reading
from checker.errors import UnreadableFile
from checker.reading.ole import is_encrypted, names_legacy_font
from checker.text import clean

SECONDS = 20

_NOTE = (
    "Tệp .doc được đọc bằng antiword nên số tự động (Điều, khoản, điểm do Word đánh) không hiện; hãy cài "
    "LibreOffice hoặc nộp bản .docx để đọc đầy đủ."
)
_ENCRYPTED = "Tệp .doc có mật khẩu: hãy mở bằng Word, bỏ mật khẩu, lưu lại thành .docx rồi nộp lại."
_DAMAGED = (
    "Tệp .doc bị hỏng hoặc thuộc đời Word mà antiword không đọc được: hãy mở bằng Word, lưu thành .docx rồi "
    "nộp lại."
)
# Letters that any page of Vietnamese in Unicode has, and signs that TCVN3 and VNI have in their place.
_UNICODE = re.compile("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹăđơư]", re.IGNORECASE)
_SIGNS = re.compile("[¨©ª«¬®¸¶·¹¾»¼½Æ\x80-\x9f]|[aeou][ùøûõïñäàåãáéèúüëê]")
_SCRAMBLED_SHARE = 0.01  # of the characters


@cache
def program() -> str | None:
    """The path of antiword, None where it is not installed."""
    return shutil.which("antiword")


def read_doc(data: bytes) -> Reading:
    """The paragraphs of a .doc, cells of tables included. Raises UnreadableFile."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    root = etree.fromstring(_docbook(data), parser)
    if root is None:
        raise UnreadableFile(_DAMAGED)
    written = [(text, cell, bold) for element, cell in _paragraphs(root) for text, bold in _lines(element)]
    blocks = [
        Block(text, Place(number, cell=cell), kind="cell" if cell else "paragraph", bold=bold)
        for number, (text, cell, bold) in enumerate(written, 1)
    ]
    return Reading(tuple(blocks), (_NOTE,))


def is_legacy(data: bytes, reading: Reading) -> bool:
    """True where the text is typed in a font from before Unicode, so that antiword's words are scrambled."""
    text = "".join(block.text for block in reading.blocks)
    odd = len(_SIGNS.findall(text))
    return names_legacy_font(data) and (odd > _SCRAMBLED_SHARE * len(text) or not _UNICODE.search(text))


def _docbook(data: bytes) -> bytes:
    office = program()
    assert office
    with TemporaryDirectory(prefix="antiword-", ignore_cleanup_errors=True) as folder:
        source = Path(folder) / "van-ban.doc"
        source.write_bytes(data)
        try:
            done = subprocess.run(
                [office, "-x", "db", str(source)], capture_output=True, timeout=SECONDS, check=True
            )
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as err:
            raise UnreadableFile(_ENCRYPTED if is_encrypted(data) else _DAMAGED) from err
    return done.stdout


def _paragraphs(root: Element) -> Iterator[tuple[Element, Cell | None]]:
    """The elements that hold text, in reading order, with the cell of those in tables."""
    for table, element in _with_table(root):
        if element.tag != "entry":
            yield element, None
            continue
        row = element.getparent()
        yield element, Cell(table, row.getparent().index(row), row.index(element))


def _with_table(root: Element) -> Iterator[tuple[int, Element]]:
    table = -1
    for element in root.iter("title", "para", "entry", "informaltable"):
        if element.tag == "informaltable":
            table += 1
        elif not _is_inside(element, "bookinfo", "entry") and element.getparent().tag != "book":
            yield table, element


def _is_inside(element: Element, *tags: str) -> bool:
    return next(element.iterancestors(*tags), None) is not None


def _lines(element: Element) -> Iterator[tuple[str, bool]]:
    """The paragraphs inside an element: a cell has a line for each."""
    pieces = [(text, _is_bold(holder)) for holder, text in _texts(element)]
    whole = "".join(text for text, _ in pieces)
    bold = any(text.strip() for text, _ in pieces) and all(strong for text, strong in pieces if text.strip())
    for line in map(str.strip, whole.split("\n")):
        if line:
            yield clean(line), bold


def _texts(element: Element) -> Iterator[tuple[Element, str]]:
    """The pieces of text of an element, without paragraphs and tables that stand in it."""
    if element.text:
        yield element, element.text
    for child in element:
        if child.tag not in ("para", "title", "informaltable", "itemizedlist", "orderedlist"):
            yield from _texts(child)
        if child.tail:
            yield element, child.tail


def _is_bold(element: Element) -> bool:
    return bool(element.tag == "emphasis" and element.get("role") == "bold")
