"""The files of a dossier: a folder or a zip -> names and bytes, under limits; nothing is unpacked to disk."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from checker.errors import UnreadableFile

MOST_FILES = 200
_MEGABYTE = 2**20
_LARGEST = 200 * _MEGABYTE
_LARGEST_ALL = 1024 * _MEGABYTE
_SUFFIXES = (".docx", ".docm", ".doc", ".rtf", ".odt", ".pdf", ".txt")
_ENCRYPTED = 0x1
_NOTHING = "“{name}” không có tệp văn bản nào đọc được (.docx, .doc, .pdf, .txt…)."


@dataclass(frozen=True)
class Packet:
    """One file of a dossier; `problem` is the sentence for the user where its bytes could not be had."""

    name: str
    data: bytes = b""
    problem: str = ""


@dataclass(frozen=True)
class Packets:
    """The files in the order of their names, and Vietnamese notes on what was left aside."""

    files: tuple[Packet, ...]
    notes: tuple[str, ...] = ()


def read_packets(path: Path) -> Packets:
    """The files of a folder, with its folders, or of a zip; UnreadableFile where there is none to read."""
    packets = _of_folder(path) if path.is_dir() else _of_file(path)
    if not packets.files:
        raise UnreadableFile(_NOTHING.format(name=path))
    return packets


def unpack(files: Sequence[Packet]) -> Packets:
    """The files handed in one by one, zips among them opened; UnreadableFile where there is none to read.

    Of files with one name, which may come from two folders, the later ones get a number.
    """
    opened = [_of_zip(BytesIO(one.data), one.name) if _is_zip(one) else Packets((one,)) for one in files]
    found = _told_apart([file for packets in opened for file in packets.files])
    if not found:
        raise UnreadableFile(_NOTHING.format(name=", ".join(one.name for one in files)))
    _sorted_out([file.name for file in found])
    return Packets(tuple(found), tuple(note for packets in opened for note in packets.notes))


def _is_zip(packet: Packet) -> bool:
    return PurePosixPath(packet.name).suffix.lower() == ".zip"


def _told_apart(files: Sequence[Packet]) -> list[Packet]:
    taken: set[str] = set()
    apart = []
    for file in files:
        apart.append(replace(file, name=_free(file.name, taken)))
        taken.add(apart[-1].name)
    return apart


def _free(name: str, taken: set[str]) -> str:
    path = PurePosixPath(name)
    count = 1
    while name in taken:
        count += 1
        name = str(path.with_stem(f"{path.stem} ({count})"))
    return name


def _of_folder(path: Path) -> Packets:
    found = [file.relative_to(path) for file in path.rglob("*") if file.is_file()]
    wanted, notes = _sorted_out(sorted(file.as_posix() for file in found if not _is_hidden(file)))
    return Packets(tuple(_from_disk(path, name) for name in wanted), notes)


def _from_disk(folder: Path, name: str) -> Packet:
    try:
        if (folder / name).stat().st_size > _LARGEST:
            return Packet(name, problem="Tệp lớn bất thường: hãy tách nhỏ hoặc bỏ bớt hình ảnh.")
        return Packet(name, (folder / name).read_bytes())
    except OSError:
        return Packet(name, problem="Không mở được tệp: hãy kiểm tra quyền đọc.")


def _of_file(path: Path) -> Packets:
    try:
        with path.open("rb") as stream:
            return _of_zip(stream, path.name)
    except FileNotFoundError as err:
        raise UnreadableFile(f"Không tìm thấy “{path}”: hãy kiểm tra lại tên và thư mục.") from err


def _of_zip(stream: BinaryIO, called: str) -> Packets:
    try:
        with zipfile.ZipFile(stream) as archive:
            members = {info.filename: info for info in archive.infolist() if not info.is_dir()}
            names = [name for name in sorted(members) if not _is_hidden(PurePosixPath(name))]
            wanted, notes = _sorted_out(names)
            if sum(members[name].file_size for name in wanted) > _LARGEST_ALL:
                raise UnreadableFile(f"“{called}” giải nén ra quá lớn: hãy kiểm tra lại hồ sơ.")
            return Packets(tuple(_unzipped(archive, members[name]) for name in wanted), notes)
    except (zipfile.BadZipFile, OSError) as err:
        raise UnreadableFile(f"“{called}” không phải thư mục hay tệp .zip hợp lệ.") from err


def _unzipped(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Packet:
    if info.flag_bits & _ENCRYPTED:
        return Packet(info.filename, problem="Tệp trong .zip được đặt mật khẩu: hãy giải nén rồi nộp lại.")
    if info.file_size > _LARGEST:
        return Packet(info.filename, problem="Tệp lớn bất thường: hãy tách nhỏ hoặc bỏ bớt hình ảnh.")
    try:
        with archive.open(info) as stream:
            # A false size in the directory must not unpack more than it says.
            data = stream.read(info.file_size + 1)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError):
        return Packet(info.filename, problem="Tệp trong .zip bị hỏng.")
    if len(data) > info.file_size:
        return Packet(info.filename, problem="Tệp trong .zip bị hỏng.")
    return Packet(info.filename, data)


def _sorted_out(names: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """The names to read, and notes on those of other kinds; UnreadableFile for too many."""
    wanted = [name for name in names if PurePosixPath(name).suffix.lower() in _SUFFIXES]
    if len(wanted) > MOST_FILES:
        raise UnreadableFile(f"Hồ sơ có {len(wanted)} tệp, quá {MOST_FILES}: hãy chia thành nhiều hồ sơ.")
    return wanted, tuple(_left_aside([name for name in names if name not in wanted]))


def _left_aside(names: list[str]) -> Iterator[str]:
    archives = [name for name in names if PurePosixPath(name).suffix.lower() in (".zip", ".rar", ".7z")]
    others = [name for name in names if name not in archives]
    if archives:
        yield f"Không mở tệp nén nằm trong hồ sơ: {', '.join(archives)}. Hãy giải nén rồi nộp lại nếu cần."
    if others:
        yield f"Không đọc các tệp thuộc loại khác: {', '.join(others[:10])}{'…' if len(others) > 10 else ''}."


def _is_hidden(path: Path | PurePosixPath) -> bool:
    return any(part.startswith((".", "~$", "__MACOSX")) for part in path.parts)
