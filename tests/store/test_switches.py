"""The rules that a project works without are kept with it, and travel with it."""

from __future__ import annotations

from checker.store import (
    Store,
    create_project,
    documents,
    events,
    export_project,
    import_project,
    save_new,
    switch_off,
    switches,
)


def draft(store: Store) -> tuple[str, str]:
    """A project with a draft -> both ids."""
    project = create_project(store, "Hồ sơ", by="Lan").id
    return project, save_new(store, project, "a.txt", b"Mot", [], by="Lan").document


def test_they_hold_for_all_drafts_of_the_project_and_no_other(store: Store) -> None:
    project, first = draft(store)
    second = save_new(store, project, "b.txt", b"Hai", [], by="Lan").document
    _, foreign = draft(store)
    switch_off(store, first, {"rule-a": "vì a", "rule-b": "vì b"}, by="Lan")
    assert switches(store, second) == {"rule-a": "vì a", "rule-b": "vì b"}
    assert switches(store, foreign) == {}


def test_the_last_word_holds_and_the_trail_has_each(store: Store) -> None:
    project, document = draft(store)
    switch_off(store, document, {"rule-a": "vì a"}, by="Lan")
    switch_off(store, document, {"rule-b": "vì b"}, by="Minh")
    switch_off(store, document, {"rule-b": "vì b"}, by="Minh")
    assert switches(store, document) == {"rule-b": "vì b"}
    told = [(one.who, one.action, one.detail) for one in events(store, project=project)][-3:]
    assert told == [
        ("Lan", "rule-off", "rule-a"),
        ("Minh", "rule-off", "rule-b"),
        ("Minh", "rule-on", "rule-a"),
    ]


def test_they_travel_with_the_project(store: Store) -> None:
    project, document = draft(store)
    switch_off(store, document, {"rule-a": "vì a"}, by="Lan")
    made = import_project(store, export_project(store, project), by="Minh")
    (came,) = documents(store, made.id)
    assert switches(store, came.id) == {"rule-a": "vì a"}
