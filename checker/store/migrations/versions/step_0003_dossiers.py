"""Dossiers: which versions belong together, as which papers, under which procedure."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "dossier",
        sa.Column("id", sa.String(32), primary_key=True),
        _parent("project", "dossier"),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("procedure", sa.Text, nullable=False),
        sa.Column("as_of", sa.Date),
        sa.Column("saved", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Text, nullable=False),
    )
    op.create_index("ix_dossier_project", "dossier", ["project"])
    op.create_table(
        "paper",
        _parent("dossier", "paper", primary_key=True),
        _parent("version", "paper", primary_key=True),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
    )
    op.create_index("ix_paper_version", "paper", ["version"])


def _parent(parent: str, child: str, *, primary_key: bool = False) -> sa.Column[str]:
    key = sa.ForeignKey(f"{parent}.id", name=f"fk_{child}_{parent}", ondelete="CASCADE")
    return sa.Column(parent, sa.String(32), key, primary_key=primary_key, nullable=False)
