"""Bring the tables to this version of the program; Alembic knows the steps."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, text

from checker.errors import StoreUnavailable

_STEPS = Path(__file__).with_name("migrations")
_LATER = "Dữ liệu đã lưu do một bản mới hơn của chương trình ghi; hãy dùng bản mới đó để mở."
# Any number: it names the lock that keeps two programs from upgrading one database at once.
_LOCK = 73_2006


def upgrade(connection: Connection) -> None:
    """Take the missing steps, in the caller's transaction; StoreUnavailable where a later one was taken."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    settings = configuration()
    settings.attributes["connection"] = connection
    try:
        command.upgrade(settings, "head")
    except CommandError as error:
        raise StoreUnavailable(_LATER) from error


def configuration() -> Config:
    """Alembic's settings, without a file."""
    settings = Config()
    settings.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    return settings
