"""Projects, drafts, versions, findings, decisions and the trail."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)
_SERIAL = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    _make_projects()
    _make_versions()
    _make_decisions()
    _make_trail()
    _only_ever_add("trail", ("UPDATE", "DELETE"))
    # A decision goes with its draft, but is never rewritten.
    _only_ever_add("decision", ("UPDATE",))


def _make_projects() -> None:
    op.create_table(
        "project",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("created", _MOMENT, nullable=False),
    )
    op.create_table(
        "document",
        sa.Column("id", sa.String(32), primary_key=True),
        _parent("project", "document"),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("created", _MOMENT, nullable=False),
    )
    op.create_index("ix_document_project", "document", ["project"])


def _make_versions() -> None:
    op.create_table(
        "version",
        sa.Column("id", sa.String(32), primary_key=True),
        _parent("document", "version"),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("file", sa.Text, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("as_of", sa.Date),
        sa.Column("saved", _MOMENT, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.UniqueConstraint("document", "ordinal", name="uq_version_document"),
    )
    op.create_index("ix_version_document", "version", ["document"])
    op.create_table(
        "finding",
        sa.Column(
            "version",
            sa.String(32),
            sa.ForeignKey("version.id", name="fk_finding_version", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("category", sa.Text, nullable=False),
        sa.Column("tier", sa.String(16), nullable=False),
        sa.Column("citation", sa.Text, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
    )


def _make_decisions() -> None:
    op.create_table(
        "decision",
        sa.Column("number", _SERIAL, primary_key=True, autoincrement=True),
        _parent("document", "decision"),
        sa.Column("finding", sa.String(32), nullable=False),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("reviewer", sa.Text, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("wording", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sqlite_autoincrement=True,  # a number is never given twice
    )
    op.create_index("ix_decision_document", "decision", ["document"])
    op.create_index("ix_decision_document_finding", "decision", ["document", "finding"])


def _make_trail() -> None:
    op.create_table(
        "trail",
        sa.Column("number", _SERIAL, primary_key=True, autoincrement=True),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("action", sa.String(32), nullable=False),
        sa.Column("project", sa.String(32), nullable=False),
        sa.Column("document", sa.String(32), nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )


def _parent(parent: str, child: str) -> sa.Column[str]:
    key = sa.ForeignKey(f"{parent}.id", name=f"fk_{child}_{parent}", ondelete="CASCADE")
    return sa.Column(parent, sa.String(32), key, nullable=False)


def _only_ever_add(table: str, refused: tuple[str, ...]) -> None:
    """Let the database itself refuse what would rewrite history, whoever asks."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"CREATE FUNCTION refuse_change_of_{table}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{table} is only ever added to'; END $$"
        )
        op.execute(
            f'CREATE TRIGGER {table}_is_kept BEFORE {" OR ".join(refused)} ON "{table}" '
            f"FOR EACH ROW EXECUTE FUNCTION refuse_change_of_{table}()"
        )
        return
    for change in refused:
        op.execute(
            f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is only ever added to'); END"
        )
