"""A project as one file: a zip with a JSON list and the drafts as they came, to carry to another machine."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from sqlalchemy import Connection, Table, select

from checker.domain import Project
from checker.errors import NotKept, UnreadableFile
from checker.store.checks import FORMAT, SCHEMA, checked
from checker.store.connection import Store, asking, writing
from checker.store.projects import new_id
from checker.store.schema import (
    decision,
    document,
    dossier,
    finding,
    paper,
    project,
    switched_off,
    version,
)
from checker.store.trail import note, now

_LIST = "project.json"
_LARGEST = 1024 * 2**20  # bytes, unpacked
_BROKEN = (
    zipfile.BadZipFile, KeyError, IndexError, ValueError, TypeError, RuntimeError, NotImplementedError,
)  # fmt: skip
_NOT_OURS = "Tệp này không phải hồ sơ do chương trình xuất ra, hoặc đã bị hỏng."
_GONE = "Hồ sơ này không còn được lưu; có thể người khác đã xóa."


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
        whole_dossiers = _pack_dossiers(connection, project_id)
        off = [_without(one, "project") for one in _children(connection, switched_off, project_id)]
        whole = {
            "format": FORMAT,
            "schema": SCHEMA,
            "name": row.name,
            "documents": listed,
            "switched_off": off,
            "dossiers": whole_dossiers,
        }
        archive.writestr(_LIST, json.dumps(whole, ensure_ascii=False, default=_as_text, indent=1))
    return packed.getvalue()


def import_project(store: Store, data: bytes, *, by: str) -> Project:
    """Keep a project that `export_project` packed, as a new one; UnreadableFile where it is no such file."""
    whole = _unpack(data)
    made = Project(new_id(), whole["name"], now())
    with writing(store) as connection:
        connection.execute(project.insert().values(id=made.id, name=made.name, created=made.created))
        kept = [_keep_document(connection, made.id, one) for one in whole["documents"]]
        _keep_dossiers(connection, made.id, whole["dossiers"], kept)
        _insert(connection, switched_off, whole["switched_off"], {"project": made.id})
        note(connection, by, "import-project", project=made.id)
    return made


def _pack_dossiers(connection: Connection, project_id: str) -> list[dict[str, Any]]:
    """The dossiers with their papers, each named by the places of its draft and version in the list."""
    places: dict[str, dict[str, int]] = {}
    for number, one in enumerate(_children(connection, document, project_id)):
        wanted = select(version.c.id).where(version.c.document == one["id"]).order_by(version.c.ordinal)
        for ordinal, key in enumerate(connection.execute(wanted).scalars()):
            places[key] = {"document": number, "version": ordinal}
    return [
        {
            **_without(one, "id", "project"),
            "papers": [
                {"role": each["role"], **places[each["version"]]}
                for each in _children(connection, paper, one["id"])
            ],
        }
        for one in _children(connection, dossier, project_id)
    ]


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
    over = {"document": "project", "version": "document", "decision": "document", "switched_off": "project",
        "dossier": "project", "paper": "dossier",
    }  # fmt: skip
    order = {
        "document": "created", "version": "ordinal", "decision": "number", "finding": "place",
        "switched_off": "rule", "dossier": "saved", "paper": "place",
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
        return checked(whole, files)
    except (
        zipfile.BadZipFile,
        KeyError,
        IndexError,
        ValueError,
        TypeError,
        RuntimeError,
        NotImplementedError,
    ) as error:
        raise UnreadableFile(_NOT_OURS) from error


def _keep_document(connection: Connection, parent: str, one: Mapping[str, Any]) -> list[str]:
    """Keep a draft -> the ids of its versions, in their order."""
    key, kept = new_id(), []
    head = {"id": key, "project": parent, "name": one["name"], "created": one["created"]}
    connection.execute(document.insert().values(**head))
    for each in one["versions"]:
        kept.append(version_key := new_id())
        connection.execute(
            version.insert().values(**_without(each, "findings"), id=version_key, document=key)
        )
        _insert(connection, finding, each["findings"], {"version": version_key})
    _insert(connection, decision, one["decisions"], {"document": key})
    return kept


def _keep_dossiers(
    connection: Connection, parent: str, listed: Iterable[Mapping[str, Any]], kept: Sequence[Sequence[str]]
) -> None:
    for one in listed:
        key = new_id()
        connection.execute(dossier.insert().values(**_without(one, "papers"), id=key, project=parent))
        papers = [
            {"version": kept[each["document"]][each["version"]], "role": each["role"], "place": place}
            for place, each in enumerate(one["papers"])
        ]
        _insert(connection, paper, papers, {"dossier": key})


def _insert(
    connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]], parent: Mapping[str, str]
) -> None:
    if values := [{**row, **parent} for row in rows]:
        connection.execute(table.insert(), values)
