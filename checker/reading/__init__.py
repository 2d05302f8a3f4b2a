"""Bytes to blocks: one module a format, chosen by the file's name and checked by its content."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path, PurePath

from checker.domain import Reading, View
from checker.errors import UnreadableFile
from checker.reading.txt import read_txt

_WORD = (".docx", ".docm")
ACCEPTED = (".docx", ".docm", ".pdf", ".txt")

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF = b"%PDF-"
_PDF_HEADER_WITHIN = 1024  # readers accept a few stray bytes before the header
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")

_ADVICE: Mapping[str, str] = {
    ".doc": "Tệp .doc là định dạng Word cũ: hãy mở bằng Word, lưu thành .docx rồi nộp lại.",
    ".rtf": "Tệp .rtf chưa đọc được: hãy mở bằng Word, lưu thành .docx rồi nộp lại.",
    ".odt": "Tệp .odt chưa đọc được: hãy mở bằng LibreOffice hoặc Word, lưu thành .docx rồi nộp lại.",
}


def read(path: Path, *, view: View = "accepted") -> Reading:
    """The blocks of a file on disk, as `read_bytes` gives them. Raises UnreadableFile."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as err:
        raise UnreadableFile(f"Không tìm thấy tệp “{path}”: hãy kiểm tra lại tên và thư mục.") from err
    except IsADirectoryError as err:
        raise UnreadableFile(f"“{path}” là một thư mục: hãy chọn một tệp văn bản trong đó.") from err
    except OSError as err:
        raise UnreadableFile(f"Không mở được tệp “{path}”: hãy kiểm tra quyền đọc tệp.") from err
    return read_bytes(path.name, data, view=view)


def read_bytes(name: str, data: bytes, *, view: View = "accepted") -> Reading:
    """The blocks of a file's content; `name` gives the format, `view` how changes tracked by Word are read.

    Raises UnreadableFile.
    """
    suffix = PurePath(name).suffix.lower()
    reader = _READERS.get(suffix)
    if reader is None:
        raise UnreadableFile(_unaccepted(suffix))
    if not data:
        raise UnreadableFile("Tệp rỗng: hãy kiểm tra lại tệp rồi nộp bản có nội dung.")
    problem = _mismatch(suffix, data)
    if problem:
        raise UnreadableFile(problem)
    reading = _read_docx(data, view=view) if suffix in _WORD else reader(data)
    if not any(character.isalpha() for block in reading.blocks for character in block.text):
        raise UnreadableFile("Tệp không có chữ nào: hãy kiểm tra lại rồi nộp bản có nội dung.")
    return reading


def _unaccepted(suffix: str) -> str:
    kind = f"Không đọc được tệp {suffix}" if suffix else "Tên tệp không có phần mở rộng"
    return _ADVICE.get(suffix) or (
        f"{kind}: chỉ nhận .docx, .docm, .pdf và .txt; hãy lưu văn bản thành một trong các dạng đó."
    )


def _mismatch(suffix: str, data: bytes) -> str | None:
    """What to do when the content does not fit the extension; None when it does."""
    found = _content(data)
    if suffix in _WORD:
        return None if found == "zip" else _not_word(found, data)
    if suffix == ".pdf":
        return None if found == "pdf" else "Nội dung tệp không phải PDF: hãy xuất lại văn bản thành .pdf."
    if found:
        return "Tệp mang đuôi .txt nhưng nội dung không phải văn bản thuần: hãy đổi lại đúng phần mở rộng."
    return None


def _content(data: bytes) -> str:
    if data.startswith(_ZIP):
        return "zip"
    if data.startswith(_OLE):
        return "ole"
    return "pdf" if _PDF in data[:_PDF_HEADER_WITHIN] else ""


def _not_word(found: str, data: bytes) -> str:
    if found == "ole" and _ENCRYPTED_PACKAGE in data:
        return "Tệp Word có mật khẩu: hãy mở bằng Word, bỏ mật khẩu, lưu lại thành .docx rồi nộp lại."
    if found == "ole":
        return "Tệp thực ra là .doc cũ: hãy mở bằng Word, lưu thành .docx rồi nộp lại."
    return "Nội dung tệp không phải Word (.docx): hãy mở tệp gốc bằng Word và lưu lại thành .docx."


def _read_docx(data: bytes, *, view: View = "accepted") -> Reading:
    from checker.reading.docx import read_docx  # lxml is slow to import and a .txt does not need it

    return read_docx(data, view=view)


def _read_pdf(data: bytes) -> Reading:
    from checker.reading.pdf import read_pdf  # the PDF library is loaded only for a PDF

    return read_pdf(data)


_READERS: Mapping[str, Callable[[bytes], Reading]] = {
    ".docx": _read_docx,
    ".docm": _read_docx,
    ".pdf": _read_pdf,
    ".txt": read_txt,
}
