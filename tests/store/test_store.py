"""What is kept, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from checker.checking import check_bytes
from checker.domain import Decision, Finding, KeptVersion, Project
from checker.errors import DecidedMeanwhile, NotKept, StoreUnavailable
from checker.store import (
    Store,
    close,
    create_project,
    current,
    decide,
    delete_document,
    delete_project,
    documents,
    events,
    findings_of,
    history,
    open_store,
    project_named,
    projects,
    rename_project,
    save_new,
    save_next,
    together,
    version_named,
    versions,
)
from checker.store.connection import writing
from checker.store.schema import metadata

DRAFT = """Điều 1. Nghỉ chăm sóc con
1. Lao động nữ được nghỉ khi con ốm.
2. Chủ hộ thay mặt gia đình ký nhận tiền hỗ trợ.
""".encode()
NOON = datetime(2026, 11, 24, 12, 0, 30, 250, tzinfo=UTC)


@pytest.fixture(scope="module")
def findings() -> tuple[Finding, ...]:
    found = check_bytes("du-thao.txt", DRAFT).findings
    assert len(found) >= 2
    return found


@pytest.fixture
def project(store: Store) -> Project:
    return create_project(store, "  Nghị định về hỗ trợ ", by="Lan")


@pytest.fixture
def kept(store: Store, project: Project, findings: tuple[Finding, ...]) -> KeptVersion:
    return save_new(store, project.id, "Dự thảo 1.txt", DRAFT, findings, by="Lan", as_of=date(2026, 7, 1))


def decision(finding: str = "f1", verdict: str = "accepted", reviewer: str = "Lan", **more: str) -> Decision:
    return Decision(finding, verdict, reviewer, NOON, **more)  # type: ignore[arg-type]


def test_tables_are_what_the_steps_make(store: Store) -> None:
    with store.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_opening_again_keeps_everything(database: str) -> None:
    first = open_store(database)
    made = create_project(first, "Hồ sơ", by="Lan")
    close(first)
    again = open_store(database)
    assert projects(again) == (made,)
    close(again)


def test_a_later_version_of_the_program_is_told(store: Store, database: str) -> None:
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreUnavailable, match="bản mới hơn"):
        open_store(database)


def test_projects_are_listed_the_newest_first(store: Store, project: Project) -> None:
    second = create_project(store, "Kế hoạch", by="Minh")
    assert projects(store) == (second, project)
    assert project.name == "Nghị định về hỗ trợ"


def test_a_project_is_renamed(store: Store, project: Project) -> None:
    rename_project(store, project.id, "Nghị định số 1", by="Lan")
    assert project_named(store, project.id).name == "Nghị định số 1"
    with pytest.raises(NotKept):
        rename_project(store, "khong-co", "Tên", by="Lan")


def test_a_version_comes_back_as_it_was(
    store: Store, kept: KeptVersion, findings: tuple[Finding, ...]
) -> None:
    version, data = version_named(store, kept.id)
    assert (version, data) == (kept, DRAFT)
    assert version.as_of == date(2026, 7, 1)
    assert [one.id for one in findings_of(store, kept.id)] == [one.id for one in findings]
    assert [one.quote for one in findings_of(store, kept.id)] == [one.quote for one in findings]


def test_versions_are_counted_up_and_the_same_file_is_kept_once(
    store: Store, kept: KeptVersion, findings: tuple[Finding, ...]
) -> None:
    same = save_next(store, kept.document, "khac-ten.txt", DRAFT, findings, by="Minh", as_of=kept.as_of)
    second = save_next(store, kept.document, "Dự thảo 2.txt", DRAFT + b"\n", findings, by="Minh")
    assert same == kept
    assert [one.ordinal for one in versions(store, kept.document)] == [1, 2]
    assert versions(store, kept.document)[1] == second
    assert [one.versions for one in documents(store, version_project(store, kept))] == [2]


def version_project(store: Store, kept: KeptVersion) -> str:
    return next(p.id for p in projects(store) if any(d.id == kept.document for d in documents(store, p.id)))


def test_a_decision_holds_until_the_next(store: Store, kept: KeptVersion) -> None:
    made = decision(reason="đúng với Điều 21", wording="Người lao động được nghỉ.", note="gửi Ban soạn thảo")
    (first,) = decide(store, kept.document, [made], seen={})
    assert first == replace(made, number=first.number)
    assert current(store, kept.document) == {"f1": first}
    (taken_back,) = decide(store, kept.document, [decision(verdict="open")], seen={"f1": first.number})
    assert current(store, kept.document)["f1"] == taken_back
    assert history(store, kept.document) == (first, taken_back)
    assert history(store, kept.document, since=first.number) == (taken_back,)


def test_the_last_of_two_reviewers_is_told_and_nothing_is_written(store: Store, kept: KeptVersion) -> None:
    (first,) = decide(store, kept.document, [decision()], seen={})
    late = [decision("f2", "dismissed", "Minh"), decision("f1", "dismissed", "Minh")]
    with pytest.raises(DecidedMeanwhile, match="Lan vừa quyết định “Chấp nhận”"):
        decide(store, kept.document, late, seen={})
    assert history(store, kept.document) == (first,)
    decide(store, kept.document, late, seen={"f1": first.number})
    assert current(store, kept.document)["f1"].reviewer == "Minh"


def test_of_many_at_once_one_wins_each_finding(store: Store, kept: KeptVersion) -> None:
    outcomes: list[str] = []

    def one(reviewer: str) -> None:
        try:
            decide(store, kept.document, [decision(reviewer=reviewer)], seen={})
            outcomes.append("kept")
        except DecidedMeanwhile:
            outcomes.append("told")

    threads = [threading.Thread(target=one, args=(f"người {n}",)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["kept"] + ["told"] * 7
    assert len(history(store, kept.document)) == 1


def test_what_is_deleted_is_gone(store: Store, project: Project, kept: KeptVersion) -> None:
    decide(store, kept.document, [decision()], seen={})
    delete_document(store, kept.document, by="Lan")
    assert documents(store, project.id) == ()
    with pytest.raises(NotKept):
        version_named(store, kept.id)
    with pytest.raises(NotKept):
        decide(store, kept.document, [decision()], seen={})
    with pytest.raises(NotKept):
        delete_document(store, kept.document, by="Lan")
    assert row_counts(store) == {"project": 1, "document": 0, "version": 0, "finding": 0, "decision": 0}


def test_a_deleted_project_takes_all_with_it_but_the_trail(
    store: Store, project: Project, kept: KeptVersion
) -> None:
    decide(store, kept.document, [decision()], seen={})
    delete_project(store, project.id, by="Minh")
    assert not any(row_counts(store).values())
    told = [(one.who, one.action) for one in events(store, project=project.id)]
    assert told == [
        ("Lan", "create-project"),
        ("Lan", "save-version"),
        ("Lan", "decide-accepted"),
        ("Minh", "delete-project"),
    ]
    with pytest.raises(NotKept):
        save_new(store, project.id, "a.txt", DRAFT, [], by="Lan")


def test_the_trail_holds_no_word_of_a_draft(store: Store, project: Project, kept: KeptVersion) -> None:
    decide(store, kept.document, [decision(reason="bí mật", wording="bí mật", note="bí mật")], seen={})
    told = " ".join(str(one) for one in events(store))
    assert not any(word in told for word in ("bí mật", "Nghị định", "Dự thảo", "Lao động nữ"))


@pytest.mark.parametrize(
    "change",
    ["UPDATE trail SET who = 'ai đó'", "DELETE FROM trail", "UPDATE decision SET verdict = 'dismissed'"],
)
def test_history_cannot_be_rewritten(store: Store, kept: KeptVersion, change: str) -> None:
    decide(store, kept.document, [decision()], seen={})
    with pytest.raises(DBAPIError), store.engine.connect() as connection, connection.begin():
        connection.execute(text(change))
    assert current(store, kept.document)["f1"].verdict == "accepted"
    assert events(store)[0].who == "Lan"


def row_counts(store: Store) -> dict[str, int]:
    names = ("project", "document", "version", "finding", "decision")
    with store.engine.connect() as connection:
        return {
            name: int(connection.execute(text(f'SELECT count(*) FROM "{name}"')).scalar_one())
            for name in names
        }


def test_what_is_done_together_is_kept_whole_or_not_at_all(
    store: Store, findings: tuple[Finding, ...]
) -> None:
    def save(*, fails: bool) -> None:
        with together(store):
            made = create_project(store, "Hồ sơ", by="Lan")
            version = save_new(store, made.id, "a.txt", DRAFT, findings, by="Lan")
            decide(store, version.document, [decision()], seen={})
            assert current(store, version.document), "what was done so far is seen from within"
            if fails:
                decide(store, version.document, [decision()], seen={})

    with pytest.raises(DecidedMeanwhile):
        save(fails=True)
    assert not any(row_counts(store).values())
    assert events(store) == ()
    save(fails=False)
    assert all(row_counts(store).values())


def test_a_database_that_goes_in_the_middle_of_a_save_keeps_nothing_of_it(store: Store) -> None:
    def go() -> None:
        with together(store):
            made = create_project(store, "Hồ sơ", by="Lan")
            with writing(store) as connection:
                cut(connection)
            save_new(store, made.id, "a.txt", DRAFT, [], by="Lan")

    with pytest.raises(StoreUnavailable):
        go()
    assert projects(store) == ()
    assert create_project(store, "Hồ sơ", by="Lan") in projects(store), "the next one is kept"


def cut(connection: Connection) -> None:
    """End the connection as a server that goes down does."""
    if connection.dialect.name == "sqlite":
        connection.connection.dbapi_connection.close()  # type: ignore[union-attr]
        return
    process = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
    with connection.engine.connect() as other:
        other.execute(text("SELECT pg_terminate_backend(:process)"), {"process": process})
