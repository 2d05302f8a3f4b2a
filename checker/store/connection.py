"""Open what is kept: an SQLite file by default, PostgreSQL by one setting; brought up to date at opening."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from platformdirs import user_data_path
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from checker.errors import StoreUnavailable
from checker.store.upgrading import upgrade

SETTING = "CHECKER_DATABASE_URL"
_FILE = "ho-so.sqlite3"
# Seconds that a writer waits for another: fewer than pass before the page says a decision again, or the
# sentence that tells of the wait would never be seen.
_WAIT = 2
_WITH_WORDS = ("version", "finding", "decision")
_DRIVERS = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}
_CAUSES: Mapping[str, str] = {
    "locked": "Dữ liệu đã lưu đang bận vì có người khác đang ghi; hãy thử lại sau ít giây.",
    "full": "Đĩa chứa dữ liệu đã đầy nên chưa lưu được; hãy dọn bớt đĩa rồi lưu lại.",
    "disk i/o": "Không ghi được xuống đĩa chứa dữ liệu; hãy kiểm tra ổ đĩa rồi lưu lại.",
    "readonly": "Dữ liệu đã lưu chỉ cho đọc; hãy xin quyền ghi vào thư mục chứa dữ liệu.",
    "unable to open": "Không mở được tệp dữ liệu; hãy kiểm tra thư mục chứa dữ liệu và quyền truy cập.",
    "not a database": "Tệp dữ liệu bị hỏng hoặc không phải do chương trình này tạo ra.",
    "malformed": "Tệp dữ liệu bị hỏng; hãy khôi phục từ bản sao lưu.",
    "connection": "Không kết nối được máy chủ dữ liệu của cơ quan; hãy báo người quản trị.",
}
_OTHER = "Không đọc hoặc ghi được dữ liệu đã lưu; việc vừa làm chưa được lưu."


_WHOLE: ContextVar[Connection | None] = ContextVar("the transaction that others are part of", default=None)


@dataclass(frozen=True, slots=True)
class Store:
    """An open store; it may be shared between threads."""

    engine: Engine


def open_store(url: str | None = None) -> Store:
    """The store at `url`, or where the environment says, or the user's own file.

    StoreUnavailable where it cannot be opened, or where a later version of the program wrote it.
    """
    engine = _engine(_address(url or os.environ.get(SETTING) or ""))
    store = Store(engine)
    with writing(store) as connection:
        upgrade(connection)
    return store


def close(store: Store) -> None:
    """Let go of its connections."""
    store.engine.dispose()


@contextmanager
def together(store: Store) -> Iterator[None]:
    """What is done meanwhile by this thread is one transaction: all of it is kept at its end, or nothing."""
    with writing(store) as connection:
        token = _WHOLE.set(connection)
        try:
            yield
        finally:
            _WHOLE.reset(token)


@contextmanager
def writing(store: Store) -> Iterator[Connection]:
    """A transaction that is alone in writing; all of it is kept at its end, or nothing."""
    if (whole := _WHOLE.get()) is not None:
        yield whole
        return
    with _told(), store.engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


@contextmanager
def asking(store: Store) -> Iterator[Connection]:
    """A transaction that reads."""
    if (whole := _WHOLE.get()) is not None:
        yield whole
        return
    with _told(), store.engine.connect() as connection, connection.begin():
        yield connection


def give_back(store: Store) -> None:
    """Rewrite what holds drafts' words without what was deleted: none of it stays on the disk."""
    files = ("",) if store.engine.dialect.name == "sqlite" else _WITH_WORDS
    alone = store.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
    with _told(), alone as connection:
        for table in files:
            connection.execute(text(f"VACUUM {table}"))


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        said = str(error.orig).lower()
        raise StoreUnavailable(next((s for cause, s in _CAUSES.items() if cause in said), _OTHER)) from error


def _address(url: str) -> URL:
    if not url:
        return URL.create("sqlite", database=str(_own_file()))
    try:
        parsed = make_url(url)
        return parsed.set(drivername=_DRIVERS[parsed.get_backend_name()])
    except (ArgumentError, NoSuchModuleError, KeyError) as error:
        raise StoreUnavailable(
            f"Giá trị của {SETTING} không đúng; cần dạng “postgresql://người-dùng:mật-khẩu@máy/tên” "
            "hoặc “sqlite:////đường/dẫn/tệp”."
        ) from error


def _own_file() -> Path:
    folder = user_data_path("checker-binh-dang-gioi", appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise StoreUnavailable(f"Không tạo được thư mục chứa dữ liệu: {folder}") from error
    return folder / _FILE


def _engine(address: URL) -> Engine:
    if address.get_backend_name() == "sqlite":
        engine = create_engine(address, connect_args={"timeout": _WAIT})
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    return create_engine(address, pool_pre_ping=True, connect_args={"connect_timeout": _WAIT})


def _set_up_sqlite(connection: Any, _record: object) -> None:
    # Transactions are begun by us; erased pages are overwritten, so that what is deleted is gone.
    connection.isolation_level = None
    for pragma in ("foreign_keys = ON", "secure_delete = ON", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("isolation_level") != "AUTOCOMMIT":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")
