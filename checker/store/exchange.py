"""A project as one file: a zip with a JSON list and the drafts as they came, to carry to another machine."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from io import BytesIO
from typing import Any

from sqlalchemy import Connection, Table, select

from checker.domain import Project
from checker.errors import NotKept, UnreadableFile
from checker.labels import VERDICT_LABELS
from checker.store.connection import Store, asking, writing
from checker.store.projects import new_id
from checker.store.schema import decision, document, finding, project, switched_off, version
from checker.store.trail import note, now

FORMAT = "checker-project"
SCHEMA = 1
_LIST = "project.json"
_LARGEST = 1024 * 2**20  # bytes, unpacked
_NOT_OURS = "Tệp này không phải hồ sơ do chương trình xuất ra, hoặc đã bị hỏng."
_LATER = "Hồ sơ này do một bản mới hơn của chương trình xuất ra; hãy dùng bản mới đó để mở."
_GONE = "Hồ sơ này không còn được lưu; có thể người khác đã xóa."
_TEXTS = {
    "document": ("name",),
    "version": ("file", "by"),
    "finding": ("id", "rule", "category", "tier", "citation", "quote", "message"),
    "decision": ("finding", "verdict", "reviewer", "reason", "wording", "note"),
    "switched_off": ("rule", "reason"),
}


def export_project(store: Store, project_id: str) -> bytes:
    """The project with its drafts, versions and decisions as a zip; NotKept where it is gone."""
    packed = BytesIO()
    with asking(store) as connection, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        row = connection.execute(select(project).where(project.c.id == project_id)).one_or_none()
        if row is None:
            raise NotKept(_GONE)
        listed = [
            _pack_document(connection, one, archive) for one in _children(connection, document, project_id)
        ]
        off = [_without(one, "project") for one in _children(connection, switched_off, project_id)]
        whole = {
            "format": FORMAT,
            "schema": SCHEMA,
            "name": row.name,
            "documents": listed,
            "switched_off": off,
        }
        archive.writestr(_LIST, json.dumps(whole, ensure_ascii=False, default=_as_text, indent=1))
    return packed.getvalue()


def import_project(store: Store, data: bytes, *, by: str) -> Project:
    """Keep a project that `export_project` packed, as a new one; UnreadableFile where it is no such file."""
    whole = _unpack(data)
    made = Project(new_id(), whole["name"], now())
    with writing(store) as connection:
        connection.execute(project.insert().values(id=made.id, name=made.name, created=made.created))
        for one in whole["documents"]:
            _keep_document(connection, made.id, one)
        _insert(connection, switched_off, whole["switched_off"], {"project": made.id})
        note(connection, by, "import-project", project=made.id)
    return made


def _pack_document(
    connection: Connection, row: Mapping[str, Any], archive: zipfile.ZipFile
) -> dict[str, Any]:
    versions = []
    for one in _children(connection, version, row["id"]):
        data = bytes(one.pop("data"))
        if (name := f"files/{one['sha256']}") not in archive.namelist():
            archive.writestr(name, data)
        found = _children(connection, finding, one["id"], parent="version")
        versions.append(one | {"findings": [_without(each, "version") for each in found]})
    decided = _children(connection, decision, row["id"])
    return {
        "name": row["name"],
        "created": row["created"],
        "versions": [_without(one, "id", "document") for one in versions],
        "decisions": [_without(one, "number", "document") for one in decided],
    }


def _children(connection: Connection, table: Table, key: str, *, parent: str = "") -> list[dict[str, Any]]:
    """The rows of a table below one of its parent's, in the order in which they came."""
    over = {"document": "project", "version": "document", "decision": "document", "switched_off": "project"}
    order = {
        "document": "created", "version": "ordinal", "decision": "number", "finding": "place",
        "switched_off": "rule",
    }  # fmt: skip
    column = table.c[parent or over[table.name]]
    rows = connection.execute(select(table).where(column == key).order_by(table.c[order[table.name]]))
    return [dict(row._mapping) for row in rows]


def _without(row: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in names}


def _as_text(value: object) -> str:
    assert isinstance(value, date)
    return value.isoformat()


def _unpack(data: bytes) -> dict[str, Any]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _LARGEST:
                raise UnreadableFile("Hồ sơ này lớn hơn 1 GB khi mở ra nên không được đọc.")
            whole = json.loads(archive.read(_LIST))
            names = [name for name in archive.namelist() if name.startswith("files/")]
            files = {name.removeprefix("files/"): archive.read(name) for name in names}
        return _checked(whole, files)
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, RuntimeError, NotImplementedError) as error:
        raise UnreadableFile(_NOT_OURS) from error


def _checked(whole: Any, files: Mapping[str, bytes]) -> dict[str, Any]:
    """The list with its moments as such, every field looked at: the file may come from anybody."""
    if whole["format"] != FORMAT:
        raise ValueError(whole["format"])
    if whole["schema"] > SCHEMA:
        raise UnreadableFile(_LATER)
    if any(hashlib.sha256(data).hexdigest() != name for name, data in files.items()):
        raise ValueError("a file does not have the sum that it is named by")
    documents = [_checked_document(one, files) for one in whole["documents"]]
    off = [_texts(one, "switched_off") for one in whole.get("switched_off", [])]
    return {"name": _text(whole["name"]), "documents": documents, "switched_off": off}


def _checked_document(one: Any, files: Mapping[str, bytes]) -> dict[str, Any]:
    return {
        **_texts(one, "document"),
        "created": datetime.fromisoformat(one["created"]),
        "versions": [_checked_version(each, files) for each in one["versions"]],
        "decisions": [_checked_decision(each) for each in one["decisions"]],
    }


def _checked_decision(one: Any) -> dict[str, Any]:
    if one["verdict"] not in VERDICT_LABELS:
        raise ValueError(one["verdict"])
    return {**_texts(one, "decision"), "at": datetime.fromisoformat(one["at"])}


def _checked_version(one: Any, files: Mapping[str, bytes]) -> dict[str, Any]:
    return {
        **_texts(one, "version"),
        "ordinal": int(one["ordinal"]),
        "sha256": one["sha256"],
        "data": files[one["sha256"]],
        "as_of": date.fromisoformat(one["as_of"]) if one["as_of"] else None,
        "saved": datetime.fromisoformat(one["saved"]),
        "findings": [{**_texts(each, "finding"), "place": int(each["place"])} for each in one["findings"]],
    }


def _texts(one: Any, table: str) -> dict[str, str]:
    return {name: _text(one[name]) for name in _TEXTS[table]}


def _text(value: object) -> str:
    if not isinstance(value, str) or "\0" in value:
        raise TypeError(value)
    return value


def _keep_document(connection: Connection, parent: str, one: Mapping[str, Any]) -> None:
    key = new_id()
    head = {"id": key, "project": parent, "name": one["name"], "created": one["created"]}
    connection.execute(document.insert().values(**head))
    for each in one["versions"]:
        version_key = new_id()
        connection.execute(
            version.insert().values(**_without(each, "findings"), id=version_key, document=key)
        )
        _insert(connection, finding, each["findings"], {"version": version_key})
    _insert(connection, decision, one["decisions"], {"document": key})


def _insert(
    connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]], parent: Mapping[str, str]
) -> None:
    if values := [{**row, **parent} for row in rows]:
        connection.execute(table.insert(), values)
