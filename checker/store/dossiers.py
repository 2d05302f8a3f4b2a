"""Dossiers that are kept: each paper is a version of a draft of the project, with the role it was given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, select

from checker.domain import KeptDossier, KeptPaper
from checker.errors import NotKept
from checker.store.connection import Store, asking, give_back, writing
from checker.store.projects import new_id
from checker.store.schema import document, dossier, paper, version
from checker.store.trail import note, now

_GONE = "Hồ sơ thẩm định này không còn được lưu; có thể người khác đã xóa."


def save_dossier(
    store: Store,
    project: str,
    name: str,
    papers: Sequence[tuple[str, str]],
    *,
    by: str,
    procedure: str = "",
    as_of: date | None = None,
) -> str:
    """Keep a dossier of versions that are kept, each with the role given to it ("" for none) -> its id."""
    key = new_id()
    row = {"id": key, "project": project, "name": name, "procedure": procedure, "as_of": as_of, "by": by}
    with writing(store) as connection:
        connection.execute(dossier.insert().values(**row, saved=now()))
        rows = [
            {"dossier": key, "version": one, "place": place, "role": role}
            for place, (one, role) in enumerate(papers)
        ]
        connection.execute(paper.insert(), rows)
        note(connection, by, "save-dossier", project=project, detail=key)
    return key


def dossiers(store: Store, project: str) -> tuple[KeptDossier, ...]:
    """The dossiers of a project, the first one first."""
    wanted = select(dossier).where(dossier.c.project == project).order_by(dossier.c.saved, dossier.c.id)
    with asking(store) as connection:
        return tuple(_whole(connection, row._mapping) for row in connection.execute(wanted))


def dossier_named(store: Store, id_: str) -> KeptDossier:
    """The dossier with that id; NotKept where there is none."""
    with asking(store) as connection:
        row = connection.execute(select(dossier).where(dossier.c.id == id_)).one_or_none()
        if row is None:
            raise NotKept(_GONE)
        return _whole(connection, row._mapping)


def change_dossier(store: Store, id_: str, roles: Mapping[str, str], procedure: str) -> None:
    """Keep what the user says of a dossier now; `roles` by the version's id. NotKept where it is gone."""
    with writing(store) as connection:
        changed = connection.execute(
            dossier.update().where(dossier.c.id == id_).values(procedure=procedure)
        ).rowcount
        if not changed:
            raise NotKept(_GONE)
        for key, role in roles.items():
            mine = (paper.c.dossier == id_) & (paper.c.version == key)
            connection.execute(paper.update().where(mine).values(role=role))


def delete_dossier(store: Store, id_: str, *, by: str) -> None:
    """Delete a dossier with its papers, their versions and decisions; NotKept where it is gone already."""
    with writing(store) as connection:
        parent = connection.execute(select(dossier.c.project).where(dossier.c.id == id_)).scalar()
        if parent is None:
            raise NotKept(_GONE)
        papers = select(version.c.document).join(paper, paper.c.version == version.c.id)
        drafts = list(connection.execute(papers.where(paper.c.dossier == id_)).scalars())
        connection.execute(dossier.delete().where(dossier.c.id == id_))
        connection.execute(delete(document).where(document.c.id.in_(drafts)))
        note(connection, by, "delete-dossier", project=str(parent), detail=id_)
    give_back(store)


def _whole(connection: Connection, row: Mapping[Any, Any]) -> KeptDossier:
    papers = (
        select(paper.c.role, paper.c.version, version.c.document, version.c.file)
        .join(version, version.c.id == paper.c.version)
        .where(paper.c.dossier == row["id"])
        .order_by(paper.c.place)
    )
    return KeptDossier(**row, papers=tuple(_papers(connection.execute(papers))))


def _papers(rows: Iterable[Any]) -> Iterable[KeptPaper]:
    return (KeptPaper(**row._mapping) for row in rows)
