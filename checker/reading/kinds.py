"""What a file is: its extension held against its first bytes."""

from __future__ import annotations

import re

from checker.errors import UnreadableFile
from checker.reading.ole import SIGNATURE, is_word

WORD = (".docx", ".docm")
OFFICE = (".doc", ".rtf", ".odt")
ACCEPTED = (*WORD, *OFFICE, ".pdf", ".txt")

_PDF = b"%PDF-"
_PDF_HEADER_WITHIN = 1024  # readers accept a few stray bytes before the header
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_PART_OF_WORD, _PART_OF_OPEN_DOCUMENT = b"[Content_Types].xml", b"content.xml"
_HTML = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)

_ENCRYPTED = "Tệp Word có mật khẩu: hãy mở bằng Word, bỏ mật khẩu, lưu lại thành .docx rồi nộp lại."
_OLD_WORD = "Tệp thực ra là .doc cũ: hãy đổi đuôi tệp thành .doc, hoặc mở bằng Word và lưu lại thành .docx."
_NOT_DOCX = "Nội dung tệp không phải Word (.docx): hãy mở tệp gốc bằng Word và lưu lại thành .docx."
_NOT_OFFICE = "Nội dung tệp không phải văn bản {suffix}: hãy mở tệp gốc bằng Word và lưu lại thành .docx."
_NOT_PDF = "Nội dung tệp không phải PDF: hãy xuất lại văn bản thành .pdf."
_NOT_TEXT = "Tệp mang đuôi .txt nhưng nội dung không phải văn bản thuần: hãy đổi lại đúng phần mở rộng."
_UNACCEPTED = (
    "{kind}: chỉ nhận .docx, .docm, .doc, .rtf, .odt, .pdf và .txt; hãy lưu thành một trong các dạng đó."
)


def kind_of(suffix: str, data: bytes) -> str:
    """The kind (".docx") to read the file as. Raises UnreadableFile where extension and content don't fit.

    A .doc may be many things inside: Word of old, .docx, .rtf, a web page; it is read as what it is.
    """
    if suffix not in ACCEPTED:
        kind = f"Không đọc được tệp {suffix}" if suffix else "Tên tệp không có phần mở rộng"
        raise UnreadableFile(_UNACCEPTED.format(kind=kind))
    if not data:
        raise UnreadableFile("Tệp rỗng: hãy kiểm tra lại tệp rồi nộp bản có nội dung.")
    found = _content(data)
    if suffix in OFFICE:
        return _office(suffix, found)
    problem = _problem(suffix, found)
    if problem:
        raise UnreadableFile(problem)
    return suffix


def _content(data: bytes) -> str:
    """What the first bytes say, "" for anything that may be plain text."""
    if data.startswith(b"PK\x03\x04"):
        return ".odt" if _PART_OF_OPEN_DOCUMENT in data and _PART_OF_WORD not in data else ".docx"
    if data.startswith(SIGNATURE):
        return "encrypted" if _ENCRYPTED_PACKAGE in data else ".doc" if is_word(data) else "ole"
    if data.startswith(b"{\\rt"):
        return ".rtf"
    if _HTML.match(data):
        return ".html"
    return ".pdf" if _PDF in data[:_PDF_HEADER_WITHIN] else ""


def _office(suffix: str, found: str) -> str:
    if found == "encrypted":
        raise UnreadableFile(_ENCRYPTED)
    if found not in (*OFFICE, ".docx", ".html"):
        raise UnreadableFile(_NOT_OFFICE.format(suffix=suffix))
    return found


def _problem(suffix: str, found: str) -> str | None:
    """What to do when the content does not fit the extension; None when it does."""
    if suffix in WORD:
        return {".docx": None, "encrypted": _ENCRYPTED, ".doc": _OLD_WORD}.get(found, _NOT_DOCX)
    if suffix == ".pdf":
        return None if found == ".pdf" else _NOT_PDF
    # Whoever saves a page or RTF as .txt sees its signs in Notepad too: that is text.
    return None if found in ("", ".html", ".rtf") else _NOT_TEXT
