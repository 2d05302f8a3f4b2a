"""The rules that a project switches off, each with its reason."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    key = sa.ForeignKey("project.id", name="fk_switched_off_project", ondelete="CASCADE")
    op.create_table(
        "switched_off",
        sa.Column("project", sa.String(32), key, primary_key=True),
        sa.Column("rule", sa.String(100), primary_key=True),
        sa.Column("reason", sa.Text, nullable=False),
    )
