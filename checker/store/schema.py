"""The tables, for SQLite and PostgreSQL alike. Decisions and the trail are only ever added to."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
# SQLite numbers rows by itself only where the key is its own kind of integer.
_SERIAL = BigInteger().with_variant(Integer, "sqlite")


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite keeps none of the time zone, so it is put back at reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:  # noqa: ARG002
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: Any, dialect: Any) -> datetime | None:  # noqa: ARG002
        if not isinstance(value, datetime):
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _parent(name: str) -> Column[str]:
    return Column(name, String(32), ForeignKey(f"{name}.id", ondelete="CASCADE"), nullable=False, index=True)


project = Table(
    "project",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", Text, nullable=False),
    Column("created", Moment, nullable=False),
)

document = Table(
    "document",
    metadata,
    Column("id", String(32), primary_key=True),
    _parent("project"),
    Column("name", Text, nullable=False),
    Column("created", Moment, nullable=False),
)

switched_off = Table(
    "switched_off",
    metadata,
    Column("project", String(32), ForeignKey("project.id", ondelete="CASCADE"), primary_key=True),
    Column("rule", String(100), primary_key=True),
    Column("reason", Text, nullable=False),
)

version = Table(
    "version",
    metadata,
    Column("id", String(32), primary_key=True),
    _parent("document"),
    Column("ordinal", Integer, nullable=False),
    Column("file", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("as_of", Date),
    Column("saved", Moment, nullable=False),
    Column("by", Text, nullable=False),
    UniqueConstraint("document", "ordinal"),
)

dossier = Table(
    "dossier",
    metadata,
    Column("id", String(32), primary_key=True),
    _parent("project"),
    Column("name", Text, nullable=False),
    Column("procedure", Text, nullable=False),
    Column("as_of", Date),
    Column("saved", Moment, nullable=False),
    Column("by", Text, nullable=False),
)

paper = Table(
    "paper",
    metadata,
    Column("dossier", String(32), ForeignKey("dossier.id", ondelete="CASCADE"), primary_key=True),
    Column("version", String(32), ForeignKey("version.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("place", Integer, nullable=False),
    Column("role", String(32), nullable=False),
)

finding = Table(
    "finding",
    metadata,
    Column(
        "version", String(32), ForeignKey("version.id", ondelete="CASCADE"), primary_key=True, nullable=False
    ),
    Column("id", String(32), primary_key=True),
    Column("place", Integer, nullable=False),
    Column("rule", Text, nullable=False),
    Column("category", Text, nullable=False),
    Column("tier", String(16), nullable=False),
    Column("citation", Text, nullable=False),
    Column("quote", Text, nullable=False),
    Column("message", Text, nullable=False),
)

decision = Table(
    "decision",
    metadata,
    Column("number", _SERIAL, primary_key=True, autoincrement=True),
    _parent("document"),
    Column("finding", String(32), nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("reviewer", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("reason", Text, nullable=False),
    Column("wording", Text, nullable=False),
    Column("note", Text, nullable=False),
    Index("ix_decision_document_finding", "document", "finding"),
    sqlite_autoincrement=True,
)

# No foreign keys: the trail outlives what it tells of, and names it by id alone.
trail = Table(
    "trail",
    metadata,
    Column("number", _SERIAL, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False),
    Column("who", Text, nullable=False),
    Column("action", String(32), nullable=False),
    Column("project", String(32), nullable=False),
    Column("document", String(32), nullable=False),
    Column("detail", Text, nullable=False),
    sqlite_autoincrement=True,
)
