"""Files of older or other word processors (.doc, .rtf, .odt), converted by LibreOffice and read as .docx.

Only where LibreOffice is missing does antiword read a .doc: it is a hundred times faster, but it tells no
fonts, so text from before Unicode stays scrambled, and no automatic numbers.
"""

from __future__ import annotations

from checker.domain import Reading, View
from checker.errors import UnreadableFile
from checker.reading.office import antiword, libreoffice

_WITHOUT = (
    "Chưa đọc được tệp {kind} vì máy này chưa cài LibreOffice: hãy cài gói libreoffice-writer (Debian, "
    "Ubuntu) hoặc LibreOffice (Windows, macOS), hoặc mở tệp bằng Word, lưu thành .docx rồi nộp lại."
)
_LEGACY_WITHOUT = (
    "Văn bản gõ bằng phông chữ cũ (.VnTime, VNI…), phải có LibreOffice mới đọc được: hãy cài gói "
    "libreoffice-writer (Debian, Ubuntu) hoặc LibreOffice (Windows, macOS), hoặc mở tệp bằng Word, lưu thành "
    ".docx rồi nộp lại."
)


def read_office(kind: str, data: bytes, *, view: View = "accepted") -> Reading:
    """The paragraphs of a .doc, .rtf, .odt or .html. Raises UnreadableFile, also for a missing program."""
    if libreoffice.program():
        from checker.reading.docx import read_docx

        return read_docx(libreoffice.to_docx(kind, data), view=view)
    if kind != ".doc" or not antiword.program():
        raise UnreadableFile(_WITHOUT.format(kind=kind))
    reading = antiword.read_doc(data)
    if antiword.is_legacy(data, reading):
        raise UnreadableFile(_LEGACY_WITHOUT)
    return reading
