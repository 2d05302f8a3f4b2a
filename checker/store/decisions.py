"""Decisions on findings: added one after the other, so that each can be taken back and none is lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from checker.domain import Decision
from checker.errors import DecidedMeanwhile
from checker.labels import VERDICT_LABELS
from checker.store.connection import Store, asking, writing
from checker.store.projects import project_of
from checker.store.schema import decision, document
from checker.store.trail import note

_FIELDS = [decision.c[name] for name in Decision.__dataclass_fields__]


def decide(
    store: Store, document_id: str, made: Sequence[Decision], *, seen: Mapping[str, int]
) -> tuple[Decision, ...]:
    """Keep decisions, all or none of them; return them with their numbers.

    `seen` has the number of the last decision that the reviewer saw on a finding (none: 0). Where another
    was added since, DecidedMeanwhile says by whom, and nothing is written. NotKept where the draft is gone.
    """
    with writing(store) as connection:
        _alone(connection, document_id)
        project = project_of(connection, document_id)
        _refuse_late(latest(connection, document_id), made, seen)
        kept = tuple(_add(connection, document_id, one) for one in made)
        for one in kept:
            note(
                connection,
                one.reviewer,
                f"decide-{one.verdict}",
                project=project,
                document=document_id,
                detail=one.finding,
            )
        return kept


def current(store: Store, document_id: str) -> dict[str, Decision]:
    """What holds now: the last decision on each finding; what was taken back is there as "open"."""
    with asking(store) as connection:
        return latest(connection, document_id)


def history(store: Store, document_id: str, *, since: int = 0) -> tuple[Decision, ...]:
    """All decisions on a draft in their order, those with a number above `since`."""
    with asking(store) as connection:
        return tuple(_read(row) for row in _rows(connection, document_id, since))


def latest(connection: Connection, document_id: str) -> dict[str, Decision]:
    """As `current`, in the caller's transaction."""
    return {row.finding: _read(row) for row in _rows(connection, document_id, 0)}


def _alone(connection: Connection, document_id: str) -> None:
    """Keep others from deciding on this draft until the transaction ends (SQLite has one writer anyway)."""
    connection.execute(select(document.c.id).where(document.c.id == document_id).with_for_update())


def _refuse_late(standing: Mapping[str, Decision], made: Iterable[Decision], seen: Mapping[str, int]) -> None:
    for one in made:
        other = standing.get(one.finding)
        if other and other.number > seen.get(one.finding, 0):
            raise DecidedMeanwhile(
                f"{other.reviewer} vừa quyết định “{VERDICT_LABELS[other.verdict]}” cho chỗ này; "
                "hãy xem lại rồi quyết định."
            )


def _add(connection: Connection, document_id: str, one: Decision) -> Decision:
    fields = {name: getattr(one, name) for name in Decision.__dataclass_fields__ if name != "number"}
    added = connection.execute(decision.insert().values(document=document_id, **fields))
    key = added.inserted_primary_key
    assert key is not None
    return Decision(**fields, number=int(key[0]))


def _rows(connection: Connection, document_id: str, since: int) -> Iterable[Row[Any]]:
    wanted = select(*_FIELDS).where(decision.c.document == document_id, decision.c.number > since)
    return connection.execute(wanted.order_by(decision.c.number))


def _read(row: Row[Any]) -> Decision:
    return Decision(**row._mapping)
