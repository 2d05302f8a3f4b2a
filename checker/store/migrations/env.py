"""Alembic runs this for each upgrade; the open connection comes from `checker.store.upgrading`."""

from alembic import context

from checker.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True
)
context.run_migrations()
