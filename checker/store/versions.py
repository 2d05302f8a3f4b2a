"""The versions of a draft: its file as it came, and the findings that it had."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from pathlib import PurePath
from typing import Any

from sqlalchemy import Connection, Select, func, select

from checker.domain import Finding, KeptFinding, KeptVersion
from checker.errors import NotKept
from checker.store.connection import Store, asking, writing
from checker.store.projects import create_document, new_id, project_of
from checker.store.schema import finding, version
from checker.store.trail import note, now

_GONE = "Phiên bản này không còn được lưu; có thể người khác đã xóa."
_HEAD = [version.c[name] for name in ("id", "document", "ordinal", "file", "saved", "by", "as_of", "sha256")]


def save_new(
    store: Store,
    project: str,
    file: str,
    data: bytes,
    findings: Sequence[Finding],
    *,
    by: str,
    as_of: date | None = None,
) -> KeptVersion:
    """Keep a draft that is not kept yet, as its first version; NotKept where the project is gone."""
    with writing(store) as connection:
        document = create_document(connection, project, PurePath(file).stem)
        return _add(connection, document, file, data, findings, by=by, as_of=as_of)


def save_next(
    store: Store,
    document: str,
    file: str,
    data: bytes,
    findings: Sequence[Finding],
    *,
    by: str,
    as_of: date | None = None,
) -> KeptVersion:
    """Keep the next version of a draft; the last one again where file and day are the same.

    NotKept where the draft is gone.
    """
    with writing(store) as connection:
        project_of(connection, document)
        last = _last(connection, document)
        if last and (last.sha256, last.as_of) == (_digest(data), as_of):
            return last
        return _add(connection, document, file, data, findings, by=by, as_of=as_of)


def versions(store: Store, document: str) -> tuple[KeptVersion, ...]:
    """The versions of a draft, the first one first."""
    with asking(store) as connection:
        rows = connection.execute(_of(document).order_by(version.c.ordinal))
        return tuple(KeptVersion(**row._mapping) for row in rows)


def version_named(store: Store, id_: str) -> tuple[KeptVersion, bytes]:
    """A version and its file; NotKept where there is none."""
    with asking(store) as connection:
        row = connection.execute(select(*_HEAD, version.c.data).where(version.c.id == id_)).one_or_none()
    if row is None:
        raise NotKept(_GONE)
    fields: dict[str, Any] = dict(row._mapping)
    data = bytes(fields.pop("data"))
    return KeptVersion(**fields), data


def findings_of(store: Store, version_id: str) -> tuple[KeptFinding, ...]:
    """The findings of a version, in reading order."""
    columns = [finding.c[name] for name in KeptFinding.__dataclass_fields__]
    wanted = select(*columns).where(finding.c.version == version_id).order_by(finding.c.place)
    with asking(store) as connection:
        return tuple(KeptFinding(**row._mapping) for row in connection.execute(wanted))


def _add(
    connection: Connection,
    document: str,
    file: str,
    data: bytes,
    findings: Sequence[Finding],
    *,
    by: str,
    as_of: date | None,
) -> KeptVersion:
    highest = connection.execute(
        select(func.max(version.c.ordinal)).where(version.c.document == document)
    ).scalar()
    made = KeptVersion(new_id(), document, (highest or 0) + 1, file, now(), by, as_of, _digest(data))
    head = {name: getattr(made, name) for name in made.__dataclass_fields__}
    connection.execute(version.insert().values(**head, data=data))
    if findings:
        rows = [_row(made.id, place, one) for place, one in enumerate(findings)]
        connection.execute(finding.insert(), rows)
    project = project_of(connection, document)
    note(connection, by, "save-version", project=project, document=document, detail=str(made.ordinal))
    return made


def _row(version_id: str, place: int, one: Finding) -> dict[str, object]:
    kept = {name: getattr(one, name) for name in KeptFinding.__dataclass_fields__}
    return kept | {"version": version_id, "place": place}


def _last(connection: Connection, document: str) -> KeptVersion | None:
    row = connection.execute(_of(document).order_by(version.c.ordinal.desc()).limit(1)).one_or_none()
    return KeptVersion(**row._mapping) if row else None


def _of(document: str) -> Select[Any]:
    return select(*_HEAD).where(version.c.document == document)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
