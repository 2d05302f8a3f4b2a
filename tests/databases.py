"""An empty database of each kind: an SQLite file, and one of a PostgreSQL server that the tests start."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}
_ACCOUNT = "postgres"  # PostgreSQL refuses to be run by root


def _programs() -> Path | None:
    """The folder of PostgreSQL's own programs, the newest there is."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    beside = shutil.which("initdb")
    return found[-1].parent if found else Path(beside).parent if beside else None


def _run(*command: str | Path) -> None:
    as_other = ["runuser", "-u", _ACCOUNT, "--"] if os.name == "posix" and os.geteuid() == 0 else []
    done = subprocess.run(
        [*as_other, *map(str, command)], cwd="/", stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    assert done.returncode == 0, (done.stdout + done.stderr).decode(errors="replace")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL server that listens on a socket in a folder of its own."""
    programs = _programs()
    if programs is None:
        (pytest.fail if IN_CI else pytest.skip)("system program not installed: initdb of PostgreSQL")
    folder = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))
    if os.geteuid() == 0:
        shutil.chown(folder, _ACCOUNT)
    data = folder / "data"
    try:
        _run(programs / "initdb", "-D", data, "-U", "checker", "-A", "trust", "-E", "UTF8", "--locale=C")
        settings = f"-k {folder} -c listen_addresses='' -c fsync=off"
        _run(programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", settings, "start")
        try:
            yield f"postgresql://checker@/{{name}}?host={folder}"
        finally:
            _run(programs / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, of each kind in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'kept.sqlite3'}"
    server: str = request.getfixturevalue("postgresql")
    name = f"kept_{uuid4().hex}"
    socket = server.rpartition("host=")[2]
    programs = _programs()
    assert programs is not None
    _run(programs / "createdb", "-h", socket, "-U", "checker", name)
    return server.format(name=name)
