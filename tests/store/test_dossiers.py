"""A dossier binds kept versions together, travels with its project, and is deleted with its papers."""

from __future__ import annotations

from datetime import date

import pytest

from checker.errors import NotKept
from checker.store import (
    Store,
    change_dossier,
    create_project,
    delete_dossier,
    documents,
    dossier_named,
    dossiers,
    export_project,
    import_project,
    save_dossier,
    save_new,
    version_named,
)


@pytest.fixture
def project(store: Store) -> str:
    return create_project(store, "Hồ sơ", by="Lan").id


@pytest.fixture
def kept(store: Store, project: str) -> str:
    """A dossier of two papers beside a draft that is not of it."""
    save_new(store, project, "rieng.txt", b"Rieng", [], by="Lan")
    papers = [
        (save_new(store, project, name, name.encode(), [], by="Lan").id, role)
        for name, role in (("b.txt", "to-trinh"), ("a.txt", ""))
    ]
    day = date(2026, 1, 1)
    return save_dossier(store, project, "Luật", papers, by="Lan", procedure="rut-gon", as_of=day)


def test_it_comes_back_as_it_was(store: Store, project: str, kept: str) -> None:
    came = dossier_named(store, kept)
    assert [(one.file, one.role) for one in came.papers] == [("b.txt", "to-trinh"), ("a.txt", "")]
    assert (came.name, came.procedure, came.as_of, came.by) == ("Luật", "rut-gon", date(2026, 1, 1), "Lan")
    assert dossiers(store, project) == (came,)


def test_what_the_user_says_later_is_kept(store: Store, kept: str) -> None:
    second = dossier_named(store, kept).papers[1]
    change_dossier(store, kept, {second.version: "khac"}, "")
    came = dossier_named(store, kept)
    assert ([one.role for one in came.papers], came.procedure) == (["to-trinh", "khac"], "")


def test_it_is_deleted_with_its_papers_and_nothing_else(store: Store, project: str, kept: str) -> None:
    delete_dossier(store, kept, by="Lan")
    assert dossiers(store, project) == ()
    assert [one.name for one in documents(store, project)] == ["rieng"]
    with pytest.raises(NotKept):
        dossier_named(store, kept)
    with pytest.raises(NotKept):
        delete_dossier(store, kept, by="Lan")
    with pytest.raises(NotKept):
        change_dossier(store, kept, {}, "")


def test_it_travels_with_its_project(store: Store, project: str, kept: str) -> None:
    made = import_project(store, export_project(store, project), by="Minh")
    (came,) = dossiers(store, made.id)
    assert [(one.file, one.role) for one in came.papers] == [("b.txt", "to-trinh"), ("a.txt", "")]
    assert [version_named(store, one.version)[1] for one in came.papers] == [b"b.txt", b"a.txt"]
    assert {one.version for one in came.papers}.isdisjoint(
        one.version for one in dossier_named(store, kept).papers
    )
