"""Bytes to blocks: one module a format, chosen by the file's name and checked by its content."""

from __future__ import annotations

from pathlib import Path, PurePath

from checker.domain import Reading, View
from checker.errors import UnreadableFile
from checker.reading.child import read_apart
from checker.reading.formats import PageProgress, read_here
from checker.reading.kinds import ACCEPTED, kind_of

__all__ = ["ACCEPTED", "read", "read_bytes"]

_MEGABYTE = 2**20
_LARGEST = 200  # megabytes
_LARGEST_TEXT = 20  # the longest codes have less than one


def read(path: Path, *, view: View = "accepted", progress: PageProgress | None = None) -> Reading:
    """The blocks of a file on disk, as `read_bytes` gives them. Raises UnreadableFile."""
    try:
        _refuse_large(path.stat().st_size)
        data = path.read_bytes()
    except FileNotFoundError as err:
        raise UnreadableFile(f"Không tìm thấy tệp “{path}”: hãy kiểm tra lại tên và thư mục.") from err
    except IsADirectoryError as err:
        raise UnreadableFile(f"“{path}” là một thư mục: hãy chọn một tệp văn bản trong đó.") from err
    except OSError as err:
        raise UnreadableFile(f"Không mở được tệp “{path}”: hãy kiểm tra quyền đọc tệp.") from err
    return read_bytes(path.name, data, view=view, progress=progress)


def read_bytes(
    name: str, data: bytes, *, view: View = "accepted", progress: PageProgress | None = None
) -> Reading:
    """The blocks of a file's content; `name` gives the format, `view` how changes tracked by Word are read.

    `progress` is told (pages done, pages in all) where pages take long, those of a scan; what it raises
    ends the reading. All but plain text is read in a process of its own. Raises UnreadableFile, and
    MissingResource for a part of the installation that is not there.
    """
    kind = kind_of(PurePath(name).suffix.lower(), data)
    _refuse_large(len(data), text=kind == ".txt")
    if kind == ".txt":
        reading = read_here(kind, data)
    else:
        reading = read_apart(kind, data, view=view, progress=progress)
    if not any(character.isalpha() for block in reading.blocks for character in block.text):
        raise UnreadableFile("Tệp không có chữ nào: hãy kiểm tra lại rồi nộp bản có nội dung.")
    return reading


def _refuse_large(size: int, *, text: bool = False) -> None:
    most = _LARGEST_TEXT if text else _LARGEST
    if size > most * _MEGABYTE:
        raise UnreadableFile(
            f"Tệp lớn bất thường (quá {most} MB): hãy bỏ bớt hình ảnh hoặc tách thành các tệp nhỏ hơn."
        )
