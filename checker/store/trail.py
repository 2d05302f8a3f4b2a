"""The audit trail: who did what, when; lines are only added, and none holds a word of a draft."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, select

from checker.domain import Event
from checker.store.connection import Store, asking
from checker.store.schema import trail


def note(
    connection: Connection, who: str, action: str, *, project: str, document: str = "", detail: str = ""
) -> None:
    """Add a line, in the transaction of what it tells of."""
    line = {"at": now(), "who": who, "action": action, "project": project, "document": document}
    connection.execute(trail.insert().values(**line, detail=detail))


def events(store: Store, *, project: str = "") -> tuple[Event, ...]:
    """The lines in their order, of one project or of all."""
    wanted = select(trail).order_by(trail.c.number)
    if project:
        wanted = wanted.where(trail.c.project == project)
    with asking(store) as connection:
        return tuple(Event(**row._mapping) for row in connection.execute(wanted))


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)
