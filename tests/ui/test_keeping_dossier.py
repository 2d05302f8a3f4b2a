"""A dossier is saved as such and comes back: papers, roles, procedure, decisions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from selenium.webdriver.common.by import By
from streamlit.testing.v1 import AppTest

from checker.domain import Decision
from checker.store import (
    SETTING,
    change_dossier,
    create_project,
    dossier_named,
    dossiers,
    history,
    projects,
)
from checker.ui import keeping, keeping_dossier
from checker.ui.deciding import Desk, add
from checker.ui.view import identity
from tests.ui.reader import Reader, is_clicked, wait_for
from tests.ui.test_dossier import PAPERS, zipped

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.fixture
def app(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """The page of a dossier, over a store of its own."""
    monkeypatch.setenv(SETTING, f"sqlite:///{tmp_path / 'kept.sqlite3'}")
    keeping.store.clear()
    started = AppTest.from_file(str(root / "app.py"), default_timeout=120).run()
    packed = zipped({name: text.encode() for name, text in PAPERS.items()})
    yield started.file_uploader[0].upload("ho-so.zip", packed).run()
    keeping.store.clear()


def save(app: AppTest) -> AppTest:
    app.text_input(key="save-by-").set_value("Lan").run()
    return app.button(key="save-dossier").click().run()


def opened(root: Path, address: str) -> AppTest:
    """The page as another person opens it, from its address."""
    fresh = AppTest.from_file(str(root / "app.py"), default_timeout=120)
    fresh.query_params["doc"] = address
    return fresh.run()


def decide(app: AppTest) -> str:
    """Decide on the first finding of the first paper that has one -> the finding."""
    held = app.session_state["held"]
    report = next(one.report for one in held.outcome.dossier.papers if one.report and one.report.findings)
    finding = str(report.findings[0].id)
    add(held.desks.setdefault(identity(report), Desk()), Decision(finding, "accepted", "Lan", NOON, "vì"))
    return finding


def test_it_comes_back_with_roles_and_decisions(app: AppTest, root: Path) -> None:
    finding = decide(app)
    save(app)
    assert not app.exception
    held = app.session_state["held"]
    (kept,) = dossiers(keeping.store(), projects(keeping.store())[0].id)
    assert held.dossier == kept.id
    assert {one.file for one in kept.papers} == {one.name for one in held.outcome.packets.files}
    again = opened(root, kept.id)
    assert not again.exception
    came = again.session_state["held"]
    assert [one.file for one in came.outcome.dossier.papers] == [
        one.file for one in held.outcome.dossier.papers
    ]
    assert came.dossier == kept.id
    decided = [
        one.finding for place in came.kept.values() for one in history(keeping.store(), place.document)
    ]
    assert decided == [finding]


def test_a_role_that_is_kept_holds_when_it_is_opened(app: AppTest, root: Path) -> None:
    save(app)
    held = app.session_state["held"]
    file = held.outcome.packets.files[0].name
    store, key = keeping.store(), held.dossier
    version = next(one.version for one in dossier_named(store, key).papers if one.file == file)
    change_dossier(store, key, {version: "to-trinh"}, "")
    came = opened(root, key).session_state["held"]
    assert came.outcome.asked.roles == {file: "to-trinh"}
    assert next(one.role for one in came.outcome.dossier.papers if one.file == file) == "to-trinh"


def test_a_name_is_asked_for(app: AppTest) -> None:
    app.button(key="save-dossier").click().run()
    assert any("người lưu" in one.value for one in app.warning)
    assert app.session_state["held"].dossier == ""


def test_an_id_of_nothing_opens_nothing(app: AppTest) -> None:
    create_project(keeping.store(), "Hồ sơ", by="Lan")
    assert keeping_dossier.open_kept("no-such-id") is False


@pytest.mark.requires_program("chromium", "chromedriver")
def test_a_person_saves_a_dossier_and_opens_it_again(reader: Reader) -> None:
    reader.browser.get(reader.address)
    reader.press("Hồ sơ luật, hình thức")
    wait_for(lambda: reader.root() and reader.all(".papers tbody tr"))
    count = len(reader.all(".papers tbody tr"))
    reader.unfold("Lưu…")
    field = wait_for(lambda: reader.browser.find_elements(By.CSS_SELECTOR, "[class*='st-key-save-by'] input"))
    field[0].send_keys("Minh\n")
    reader.press("Lưu cả hồ sơ")
    wait_for(lambda: "✔ Đã lưu" in reader.browser.find_element(By.TAG_NAME, "body").text)
    role = reader.all(".papers select")[0]
    wanted = role.find_elements(By.CSS_SELECTOR, "option[value='khac']")[0]
    wanted.click()
    wait_for(lambda: not reader.text(".busy"))
    reader.browser.get(f"{reader.address}/?trang=da-luu")
    project = "[class*='st-key-project-'] summary"
    wait_for(lambda: is_clicked(reader.browser.find_elements(By.CSS_SELECTOR, project)))
    reader.press("Mở hồ sơ")
    wait_for(lambda: reader.root() and len(reader.all(".papers tbody tr")) == count)
    assert reader.all(".papers select")[0].get_property("value") == "khac"
