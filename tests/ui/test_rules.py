"""The app reads the project file that it was started with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.launch import PROJECT
from checker.ui.rules import rulebook


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    rulebook.cache_clear()
    yield
    rulebook.cache_clear()


def test_without_a_project_the_rules_are_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PROJECT, raising=False)
    assert rulebook() is None


def test_the_project_that_the_app_was_started_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "checker.yml"
    file.write_text("disable: [{rule: wife-of-official, reason: Lý do.}]\n", encoding="utf-8")
    monkeypatch.setenv(PROJECT, str(file))
    book = rulebook()
    assert book is not None
    assert book.project.disabled == {"wife-of-official": "Lý do."}
