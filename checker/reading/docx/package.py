"""A .docx file as a package of parts, refused before parsing where it is unsafe or no Word file."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote

from lxml import etree
from lxml.etree import _Element as Element

from checker.errors import UnreadableFile

CONTENT_TYPES = "[Content_Types].xml"

MAX_TOTAL = 300 * 2**20
MAX_PARTS = 10_000
# Word's XML shrinks about 10 to 30 times, long tables of one word perhaps 100 times.
MAX_RATIO = 200
RATIO_FROM = 20 * 2**20
# Of one part: a draft of 30 pages has 30,000 tags.
MAX_TAGS = 1_500_000
MAX_XML = 50 * 2**20

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_RELATION_IDS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
_SAVE_AS = "hãy mở bằng Word, chọn “Lưu thành” (Save As), kiểu Word Document (.docx), rồi thử lại."

EMPTY = "Tệp rỗng (0 byte); hãy lưu lại văn bản trong Word rồi thử lại."
ENCRYPTED = "Tệp Word được đặt mật khẩu; hãy mở bằng Word, bỏ mật khẩu, lưu lại rồi thử lại."
OLD_WORD = f"Tệp mang đuôi .docx nhưng là Word đời cũ (.doc); {_SAVE_AS}"
OTHER_OLE = f"Tệp mang đuôi .docx nhưng không phải văn bản Word; {_SAVE_AS}"
NOT_WORD = f"Tệp không phải văn bản Word (.docx); nếu là văn bản, {_SAVE_AS}"
DAMAGED = "Tệp Word bị hỏng nên không đọc được; hãy mở bằng Word, chọn Open and Repair, lưu lại rồi thử lại."
TOO_LARGE = (
    "Tệp Word lớn bất thường sau khi giải nén; hãy bỏ bớt hình ảnh, tệp nhúng hoặc tách tệp rồi thử lại."
)
UNSAFE = f"Tệp Word chứa khai báo XML không an toàn (DTD); {_SAVE_AS}"


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a .docx: `infos` in the file's order, `data` by name, `main` the document part's name."""

    infos: tuple[zipfile.ZipInfo, ...]
    data: Mapping[str, bytes]
    main: str


def open_package(data: bytes) -> Package:
    """The package in `data`; raises UnreadableFile where it is not a Word file that can be read safely."""
    _refuse_other_kinds(data)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            infos = tuple(info for info in archive.infolist() if not info.is_dir())
            _refuse_bomb(infos)
            parts = {info.filename: _content(archive, info) for info in infos}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as err:
        raise UnreadableFile(DAMAGED) from err
    return Package(infos, parts, _main_part(parts))


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """The bytes of a part, never more than it declares: `archive.read` would unpack all before it cuts."""
    with archive.open(info) as stream:
        return stream.read(info.file_size)


def _refuse_other_kinds(data: bytes) -> None:
    if not data:
        raise UnreadableFile(EMPTY)
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise UnreadableFile(ENCRYPTED)
        raise UnreadableFile(OLD_WORD if "WordDocument".encode("utf-16-le") in data else OTHER_OLE)
    if not data.startswith(b"PK"):
        raise UnreadableFile(NOT_WORD)


def _refuse_bomb(infos: tuple[zipfile.ZipInfo, ...]) -> None:
    """Checks the declared sizes, which `_content` never exceeds for stored and deflated parts."""
    total = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos)
    if total > MAX_TOTAL or len(infos) > MAX_PARTS or (total > RATIO_FROM and total > MAX_RATIO * packed):
        raise UnreadableFile(TOO_LARGE)
    if any(info.flag_bits & 0x1 for info in infos):
        raise UnreadableFile(ENCRYPTED)
    # Other methods are not allowed in a .docx, and zipfile does not bound their memory.
    if any(info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for info in infos):
        raise UnreadableFile(DAMAGED)


def _main_part(parts: Mapping[str, bytes]) -> str:
    """The document part that the package names, else the usual one; a spreadsheet has neither."""
    name = _target(parts, "", "officeDocument") or "word/document.xml"
    if name not in parts or CONTENT_TYPES not in parts:
        raise UnreadableFile(NOT_WORD)
    return name


def parse(blob: bytes) -> Element:
    """The root element; raises UnreadableFile for broken or huge XML and for a DTD, which Word never has."""
    if len(blob) > MAX_XML or blob.count(b"<") > MAX_TAGS:
        raise UnreadableFile(TOO_LARGE)
    # A parser a call: entities stay closed, nothing is fetched, and no state is shared between threads.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(blob, parser)
    except etree.XMLSyntaxError as err:
        raise UnreadableFile(UNSAFE if b"<!DOCTYPE" in blob else DAMAGED) from err
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableFile(UNSAFE)
    return root


def serialized(root: Element) -> bytes:
    """A part's bytes, declared as Word declares them."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def rels_name(part: str) -> str:
    """The name of the part that holds the relationships of `part` ("" for the package itself)."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _relationships(parts: Mapping[str, bytes], part: str) -> Iterator[tuple[str, str, str]]:
    """The id, type and part's name of each relationship of `part` that stays inside the package."""
    blob = parts.get(rels_name(part))
    if blob is None:
        return
    for relationship in parse(blob).iter(_RELATIONSHIP):
        if relationship.get("TargetMode") != "External":
            target = unquote(relationship.get("Target", "")).replace("\\", "/")
            path = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
            if path in parts:
                yield relationship.get("Id", ""), relationship.get("Type", ""), path


def targets(parts: Mapping[str, bytes], part: str, kind: str) -> tuple[str, ...]:
    """The parts that `part` ("" is the package) points to by relationships of this kind, the last word."""
    return tuple(path for _, type_, path in _relationships(parts, part) if type_.endswith(f"/{kind}"))


def _target(parts: Mapping[str, bytes], part: str, kind: str) -> str | None:
    return next(iter(targets(parts, part, kind)), None)


def related(package: Package, kind: str) -> tuple[str, ...]:
    """Names of the parts of this kind ("styles", "header", "comments") that the document part uses."""
    return targets(package.data, package.main, kind)


def related_by_id(package: Package) -> Mapping[str, str]:
    """Names of the parts that the document part uses, by relationship id."""
    return {id_: path for id_, _, path in _relationships(package.data, package.main)}


def relation_id(reference: Element) -> str:
    """The r:id of an element, "" where it has none."""
    return next((str(found) for name in _RELATION_IDS if (found := reference.get(name)) is not None), "")


def related_root(package: Package, kind: str) -> Element | None:
    """The parsed first part of this kind, None where the file has none."""
    name = next(iter(related(package, kind)), None)
    return None if name is None else parse(package.data[name])
