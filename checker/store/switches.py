"""The rules that a project works without, each with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Select, select

from checker.store.connection import Store, asking, writing
from checker.store.projects import project_of
from checker.store.schema import document, switched_off
from checker.store.trail import note


def switch_off(store: Store, document_id: str, reasons: Mapping[str, str], *, by: str) -> None:
    """Let the project of a draft work without these rules, and with all others; NotKept where it is gone."""
    with writing(store) as connection:
        parent = project_of(connection, document_id)
        mine = switched_off.c.project == parent
        columns = (switched_off.c.rule, switched_off.c.reason)
        before = _pairs(connection, select(*columns).where(mine))
        if before == dict(reasons):
            return
        connection.execute(switched_off.delete().where(mine))
        rows = [{"project": parent, "rule": rule, "reason": reason} for rule, reason in reasons.items()]
        if rows:
            connection.execute(switched_off.insert(), rows)
        for action, rules in (("rule-off", reasons.keys() - before), ("rule-on", before.keys() - reasons)):
            for rule in sorted(rules):
                note(connection, by, action, project=parent, detail=rule)


def switches(store: Store, document_id: str) -> dict[str, str]:
    """The rules that the project of a draft works without -> why; none where it is gone."""
    wanted = (
        select(switched_off.c.rule, switched_off.c.reason)
        .join(document, document.c.project == switched_off.c.project)
        .where(document.c.id == document_id)
        .order_by(switched_off.c.rule)
    )
    with asking(store) as connection:
        return _pairs(connection, wanted)


def _pairs(connection: Connection, wanted: Select[Any]) -> dict[str, str]:
    return {str(row[0]): str(row[1]) for row in connection.execute(wanted)}
