"""Plain text: one block a line of the file."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence

from checker.domain import Block, Place, Reading
from checker.errors import UnreadableFile
from checker.text import clean
from checker.text.legacy import NAMES
from checker.text.unlabelled import convert

_NOT_TEXT = "Tệp .txt chứa dữ liệu nhị phân: hãy mở văn bản gốc và lưu lại thành .txt mã UTF-8 hoặc .docx."
_UNKNOWN_ENCODING = (
    "Không nhận ra bảng mã của tệp .txt: hãy mở bằng Notepad hoặc Word và lưu lại với mã UTF-8."
)
_GUESSED = (
    "Tệp .txt không ở mã UTF-8 nên được đọc theo bảng mã Windows-1258; "
    "nếu chữ hiện sai, hãy lưu lại với mã UTF-8."
)
_LEGACY = (
    "Văn bản có vẻ gõ bằng phông chữ cũ (TCVN3, như .VnTime) nên không kiểm tra được đầy đủ; "
    "hãy chuyển sang Unicode rồi kiểm tra lại."
)
_CONVERTED = "Đã đổi {what} từ bảng mã cũ {name} sang Unicode; hãy đối chiếu chỗ nào đọc không thông."

# Byte values that no Vietnamese text encoding uses. One that was pasted along does no harm; many, or a zero,
# mean that this is not text.
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))
_FEW_CONTROLS = 0.001  # of the bytes
_BREAKS = re.compile("[\r\x85\u2028\u2029]")  # not the end of a line to those who count lines by "\n"
_TCVN3 = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ªÒÕÓÔÖ«åèæçé¬êíëìî­ñóïòô"
_LEGACY_SHARE = 0.05  # of the characters; real Unicode Vietnamese has next to none of these signs


def read_txt(data: bytes) -> Reading:
    """One block a line; `place.number` is the 1-based line. Raises UnreadableFile."""
    lines, notes = _lines(data)
    blocks = tuple(
        Block(clean(_BREAKS.sub(" ", line)), Place(number)) for number, line in enumerate(lines, 1)
    )
    return Reading(blocks, notes)


def _lines(data: bytes) -> tuple[Sequence[str], tuple[str, ...]]:
    """The lines in Unicode and what the user should know of their encoding."""
    text, notes = _decode(data)
    lines = _split(text)
    # Bytes of an old encoding are no UTF-8; Windows-1258 would read some of them as tone marks.
    converted = convert(_split(data.decode("latin-1")) if notes else lines)
    if converted is None:
        return lines, notes + _legacy_note(text)
    what = "văn bản" if converted.whole else "một phần văn bản"
    told = _CONVERTED.format(what=what, name=NAMES[converted.encoding])
    return converted.lines, (told, *_legacy_note("".join(converted.lines)))


def _split(text: str) -> list[str]:
    return text.replace("\r\n", "\n").split("\n")


def _decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strict(data, "utf-16"), ()
    if b"\0" in data or len(data) - len(data.translate(None, _CONTROLS)) > _FEW_CONTROLS * len(data):
        raise UnreadableFile(_NOT_TEXT)
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        return _strict(data, "cp1258"), (_GUESSED,)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as err:
        raise UnreadableFile(_UNKNOWN_ENCODING) from err


def _legacy_note(text: str) -> tuple[str, ...]:
    odd = sum(text.count(sign) for sign in _TCVN3)
    return (_LEGACY,) if odd > _LEGACY_SHARE * len(text) else ()
