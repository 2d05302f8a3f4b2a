"""A store that cannot be opened or written says why, in one sentence; nothing that was kept is lost."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import event

from checker.errors import StoreUnavailable
from checker.store import SETTING, close, create_project, delete_project, open_store, projects, save_new

SECRET = "Lời của dự thảo chưa công bố"


def test_the_setting_of_the_office_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "co-quan.sqlite3"
    monkeypatch.setenv(SETTING, f"sqlite:///{file}")
    close(open_store())
    assert file.is_file()


def test_without_a_setting_the_file_is_the_users_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SETTING, raising=False)
    for name in ("XDG_DATA_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    close(open_store())
    (file,) = tmp_path.rglob("ho-so.sqlite3")
    if os.name == "posix":
        assert file.parent.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("address", ["khong phai dia chi", "mysql://may/ten", "nosuch://x"])
def test_an_address_of_another_kind_is_refused(address: str) -> None:
    with pytest.raises(StoreUnavailable, match=SETTING):
        open_store(address)


def test_a_server_that_is_not_there_is_told_without_its_password() -> None:
    with pytest.raises(StoreUnavailable, match="Không kết nối được") as told:
        open_store("postgresql://user:hush@127.0.0.1:9/kept")
    assert "hush" not in str(told.value)


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    file = tmp_path / "kept.sqlite3"
    file.write_bytes(b"this is a letter, not a database" * 40)
    with pytest.raises(StoreUnavailable, match="hỏng"):
        open_store(f"sqlite:///{file}")


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="Không mở được"):
        open_store(f"sqlite:///{tmp_path / 'khong-co' / 'kept.sqlite3'}")


def test_while_another_writes_the_user_is_asked_to_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checker.store.connection._WAIT", 0)
    file = tmp_path / "kept.sqlite3"
    store = open_store(f"sqlite:///{file}")
    made = create_project(store, "Hồ sơ", by="Lan")
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreUnavailable, match="đang bận"):
        create_project(store, "Thêm", by="Lan")
    other.execute("ROLLBACK")
    other.close()
    assert projects(store) == (made,)
    close(store)


def test_a_full_disk_loses_nothing_that_was_kept(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'kept.sqlite3'}")
    made = create_project(store, "Hồ sơ", by="Lan")
    with store.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    # SQLite's own bound on pages fails as a full disk does.
    event.listen(store.engine, "begin", lambda c: c.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}"))
    with pytest.raises(StoreUnavailable, match="Đĩa"):
        save_new(store, made.id, "a.txt", b"x" * 100_000, [], by="Lan")
    assert projects(store) == (made,)
    close(store)


def test_no_word_of_a_deleted_draft_stays_in_the_file(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'kept.sqlite3'}")
    made = create_project(store, SECRET, by="Lan")
    save_new(store, made.id, f"{SECRET}.txt", SECRET.encode() * 50, [], by="Lan")
    delete_project(store, made.id, by="Lan")
    close(store)
    assert not [f for f in tmp_path.iterdir() if SECRET.encode() in f.read_bytes()]
