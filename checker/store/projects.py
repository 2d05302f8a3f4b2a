"""Projects and the drafts in them: made, listed, renamed, and deleted so that they are gone."""

from __future__ import annotations

from uuid import uuid4

from sqlalchemy import Connection, func, select

from checker.domain import KeptDocument, Project
from checker.errors import NotKept
from checker.store.connection import Store, asking, give_back, writing
from checker.store.schema import document, project, version
from checker.store.trail import note, now

_GONE = "Hồ sơ này không còn được lưu; có thể người khác đã xóa."
_GONE_DRAFT = "Dự thảo này không còn được lưu; có thể người khác đã xóa."


def create_project(store: Store, name: str, *, by: str) -> Project:
    """A new, empty project."""
    made = Project(new_id(), name.strip(), now())
    with writing(store) as connection:
        connection.execute(project.insert().values(id=made.id, name=made.name, created=made.created))
        note(connection, by, "create-project", project=made.id)
    return made


def projects(store: Store) -> tuple[Project, ...]:
    """All projects, the newest first."""
    with asking(store) as connection:
        rows = connection.execute(select(project).order_by(project.c.created.desc(), project.c.id))
        return tuple(Project(**row._mapping) for row in rows)


def project_named(store: Store, id_: str) -> Project:
    """The project with that id; NotKept where there is none."""
    with asking(store) as connection:
        row = connection.execute(select(project).where(project.c.id == id_)).one_or_none()
    if row is None:
        raise NotKept(_GONE)
    return Project(**row._mapping)


def rename_project(store: Store, id_: str, name: str, *, by: str) -> None:
    """Give a project another name; NotKept where there is none."""
    with writing(store) as connection:
        changed = connection.execute(
            project.update().where(project.c.id == id_).values(name=name.strip())
        ).rowcount
        if not changed:
            raise NotKept(_GONE)
        note(connection, by, "rename-project", project=id_)


def documents(store: Store, project_id: str) -> tuple[KeptDocument, ...]:
    """The drafts of a project in the order in which they came."""
    counted = (
        select(document.c.id, document.c.project, document.c.name, func.count(version.c.id).label("versions"))
        .outerjoin(version, version.c.document == document.c.id)
        .where(document.c.project == project_id)
        .group_by(document.c.id, document.c.project, document.c.name, document.c.created)
        .order_by(document.c.created, document.c.id)
    )
    with asking(store) as connection:
        return tuple(KeptDocument(**row._mapping) for row in connection.execute(counted))


def create_document(connection: Connection, project_id: str, name: str) -> str:
    """A new draft in a project, in the caller's transaction -> its id; NotKept where the project is gone."""
    if connection.execute(select(project.c.id).where(project.c.id == project_id)).one_or_none() is None:
        raise NotKept(_GONE)
    made = new_id()
    connection.execute(document.insert().values(id=made, project=project_id, name=name, created=now()))
    return made


def project_of(connection: Connection, document_id: str) -> str:
    """The project of a draft; NotKept where the draft is gone."""
    found = connection.execute(select(document.c.project).where(document.c.id == document_id)).scalar()
    if found is None:
        raise NotKept(_GONE_DRAFT)
    return str(found)


def delete_document(store: Store, id_: str, *, by: str) -> None:
    """Delete a draft with its versions, findings and decisions; NotKept where it is gone already."""
    with writing(store) as connection:
        parent = project_of(connection, id_)
        connection.execute(document.delete().where(document.c.id == id_))
        note(connection, by, "delete-document", project=parent, document=id_)
    give_back(store)


def delete_project(store: Store, id_: str, *, by: str) -> None:
    """Delete a project with all that is in it; NotKept where it is gone already."""
    with writing(store) as connection:
        if not connection.execute(project.delete().where(project.c.id == id_)).rowcount:
            raise NotKept(_GONE)
        note(connection, by, "delete-project", project=id_)
    give_back(store)


def new_id() -> str:
    """An id that no other machine gives: projects travel between machines as files."""
    return uuid4().hex
