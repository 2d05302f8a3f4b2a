"""What guards a Word file against change: restricted editing, and digital signatures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from checker.reading.docx.markup import attribute, child
from checker.reading.docx.package import (
    CONTENT_TYPES,
    Package,
    parse,
    related_root,
    rels_name,
    serialized,
    targets,
)

PROTECTED = (
    "Văn bản đang bật hạn chế chỉnh sửa (Restrict Editing): bản sao có nhận xét giữ nguyên hạn chế đó; muốn "
    "chấp nhận hoặc từ chối gợi ý, hãy tắt hạn chế trong Word trước."
)
SIGNED = (
    "Văn bản có chữ ký số: bản sao có nhận xét không mang chữ ký vì nội dung đã khác bản được ký; tệp gốc "
    "cùng chữ ký trong đó giữ nguyên."
)
_OPEN = frozenset({None, "none"})
_ON = frozenset({"1", "true", "on"})


def guards(package: Package) -> Iterator[str]:
    """A sentence for each guard that the file has."""
    protection = child(related_root(package, "settings"), "documentProtection")
    enforced = protection is not None and attribute(protection, "enforcement") in _ON
    if protection is not None and enforced and attribute(protection, "edit") not in _OPEN:
        yield PROTECTED
    if _signatures(package.data):
        yield SIGNED


def unsigned(package: Package) -> Package:
    """The package without its signatures, which hold for its parts as they were; itself where it has none."""
    gone = _signatures(package.data)
    if not gone:
        return package
    root = rels_name("")
    data = {name: blob for name, blob in package.data.items() if name not in gone}
    for name, attribute_, values in (
        (root, "Target", {*gone, *(f"/{each}" for each in gone)}),
        (CONTENT_TYPES, "PartName", {f"/{each}" for each in gone}),
    ):
        tree = parse(data[name])
        for entry in [each for each in tree if each.get(attribute_) in values]:
            tree.remove(entry)
        data[name] = serialized(tree)
    infos = tuple(info for info in package.infos if info.filename not in gone)
    return replace(package, infos=infos, data=data)


def _signatures(parts: Mapping[str, bytes]) -> frozenset[str]:
    """The names of the parts of signatures: where they begin, each of them, their certificates."""
    found = set[str]()
    for origin in targets(parts, "", "origin"):
        signatures = targets(parts, origin, "signature")
        found |= {origin, *signatures}
        found |= {each for name in signatures for each in targets(parts, name, "certificate")}
    return frozenset(found | {rels_name(name) for name in found if rels_name(name) in parts})
