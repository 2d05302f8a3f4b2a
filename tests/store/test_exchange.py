"""A project travels as one file, whole; a file that is no project is refused in one sentence."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.domain import Decision
from checker.errors import NotKept, UnreadableFile
from checker.store import (
    Store,
    create_project,
    decide,
    documents,
    export_project,
    findings_of,
    history,
    import_project,
    projects,
    save_new,
    save_next,
    version_named,
    versions,
)

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def packed(store: Store) -> bytes:
    """A project with two versions of one draft, of the same file, and a decision."""
    project = create_project(store, "Hồ sơ", by="Lan")
    first = save_new(store, project.id, "du-thao.txt", b"Mot", [], by="Lan")
    save_next(store, first.document, "du-thao.txt", b"Mot", [], by="Lan", as_of=date(2026, 1, 1))
    decide(store, first.document, [Decision("f1", "edited", "Lan", NOON, "vì", "lời mới", "ghi")], seen={})
    return export_project(store, project.id)


def test_a_project_comes_back_whole(store: Store, packed: bytes) -> None:
    made = import_project(store, packed, by="Minh")
    old = next(one for one in projects(store) if one.id != made.id)
    (document,), (came,) = documents(store, old.id), documents(store, made.id)
    assert (came.name, came.versions) == (document.name, 2)
    pairs = zip(versions(store, document.id), versions(store, came.id), strict=True)
    for one, other in pairs:
        assert version_named(store, one.id)[1] == version_named(store, other.id)[1]
        assert (one.ordinal, one.file, one.saved, one.by, one.as_of) == (
            other.ordinal, other.file, other.saved, other.by, other.as_of,
        )  # fmt: skip
        assert findings_of(store, one.id) == findings_of(store, other.id)
    (kept,) = history(store, came.id)
    assert (kept.verdict, kept.reviewer, kept.at, kept.wording) == ("edited", "Lan", NOON, "lời mới")


def test_what_is_gone_is_not_exported(store: Store) -> None:
    with pytest.raises(NotKept):
        export_project(store, "khong-co")


def rewritten(packed: bytes, change: Callable[[Any], None]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    whole = json.loads(files["project.json"])
    change(whole)
    files["project.json"] = json.dumps(whole).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    "change",
    [
        lambda whole: whole.update(format="another"),
        lambda whole: whole.pop("documents"),
        lambda whole: whole["documents"][0].pop("name"),
        lambda whole: whole["documents"][0].update(name=7),
        lambda whole: whole["documents"][0]["versions"][0].update(sha256="00"),
        lambda whole: whole["documents"][0]["versions"][0].update(as_of="hôm qua"),
        lambda whole: whole["documents"][0]["decisions"][0].update(verdict="burn"),
        lambda whole: whole["documents"][0]["decisions"][0].update(reason="a\0b"),
    ],
)
def test_a_changed_list_is_refused_and_nothing_is_kept(
    store: Store, packed: bytes, change: Callable[[Any], None]
) -> None:
    before = projects(store)
    with pytest.raises(UnreadableFile, match="không phải hồ sơ"):
        import_project(store, rewritten(packed, change), by="Minh")
    assert projects(store) == before


def test_a_file_of_a_later_version_is_told(store: Store, packed: bytes) -> None:
    with pytest.raises(UnreadableFile, match="bản mới hơn"):
        import_project(store, rewritten(packed, lambda whole: whole.update(schema=2)), by="Minh")


def test_a_draft_that_was_changed_on_the_way_is_refused(store: Store, packed: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, b"Hai" if name.startswith("files/") else data)
    with pytest.raises(UnreadableFile):
        import_project(store, out.getvalue(), by="Minh")


@given(data=st.binary(max_size=300))
def test_any_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        import_project(None, data, by="Minh")  # type: ignore[arg-type]
