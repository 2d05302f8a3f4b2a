"""A look into a .doc without reading it: is it a Word file, has it a password, which fonts does it name."""

from __future__ import annotations

import re

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_WORD_STREAM = "WordDocument\0".encode("utf-16-le")
_START = 0x74  # of the stream's first sector, inside the entry
_SMALL, _SMALL_SECTOR = 4096, 64
_FLAGS = 0x0A  # inside the file information block that the stream begins with
_PASSWORD = 0x01  # fEncrypted, in the second byte of the flags
# Word 97 names its fonts in UTF-16, Word 6 and 95 in one byte a letter.
_LEGACY_FONTS = re.compile(
    rb"\x00\.\x00V\x00n\x00[A-Z]\x00|\x00V\x00N\x00I\x00-\x00|\x00V\x00P\x00S\x00 \x00"
    rb"|\.Vn[A-Z][a-z]|VNI-[A-Z][a-z]|VPS [A-Z][a-z]"
)


def is_word(data: bytes) -> bool:
    """True for an OLE file that holds a Word document, and not a spreadsheet or slides."""
    return data.startswith(SIGNATURE) and _WORD_STREAM in data


def is_encrypted(data: bytes) -> bool:
    """True for a .doc that asks for a password."""
    block = _information_block(data)
    return len(block) > _FLAGS + 1 and block[0] in (0xEC, 0xDC) and bool(block[_FLAGS + 1] & _PASSWORD)


def names_legacy_font(data: bytes) -> bool:
    """True where the name of a font from before Unicode stands in the file, be it used or not."""
    return _LEGACY_FONTS.search(data) is not None


def _information_block(data: bytes) -> bytes:
    """The beginning of the Word stream; empty where it can't be found."""
    entry = data.find(_WORD_STREAM)
    shift = int.from_bytes(data[0x1E:0x20], "little")
    if not data.startswith(SIGNATURE) or entry < 0 or shift not in (9, 12):
        return b""
    start, size = _number(data, entry + _START), _number(data, entry + _START + 4)
    if size >= _SMALL:
        at = (start + 1) << shift
    else:  # small streams lie in one that the directory's first entry holds
        directory = (_number(data, 0x30) + 1) << shift
        at = ((_number(data, directory + _START) + 1) << shift) + start * _SMALL_SECTOR
    return data[at : at + 32]


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "little")
