"""The page of two versions, as Streamlit runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium.webdriver.common.by import By
from streamlit.testing.v1 import AppTest

from checker.store import SETTING, create_project, open_store, save_new, save_next
from checker.ui import keeping
from tests.ui.reader import Reader, barriers, is_clicked, wait_for

OLD = "QUY CHẾ\nĐiều 1. Chế độ\nLao động nữ được nghỉ khi con ốm.\nĐiều 2. Giờ làm\nGiờ làm từ 08 giờ.\n"
NEW = OLD.replace("Lao động nữ được nghỉ", "Người *lao động* được nghỉ")


@pytest.fixture
def app(root: Path) -> AppTest:
    started = AppTest.from_file(str(root / "app.py"), default_timeout=120).run()
    return started.button(key="compare").click().run()


def compared(app: AppTest, old: bytes, new: bytes) -> AppTest:
    app.file_uploader(key="old-version").upload("cu.txt", old)
    app.file_uploader(key="new-version").upload("moi.txt", new)
    app.run()
    return app.button(key="compare-now").click().run()


def test_what_was_fixed_is_told_and_what_changed_is_listed(app: AppTest) -> None:
    compared(app, OLD.encode(), NEW.encode())
    assert not app.exception
    told = app.markdown[0].value.replace("\\", "")
    assert "1 đã khắc phục" in told
    assert "Có 1 điều (phần) đổi lời" in told
    labels = [box.label for box in app.expander]
    assert any(label.startswith("Đã khắc phục") for label in labels)
    assert [label for label in labels if "đổi lời" in label and "Điều 1" in label]
    assert not [label for label in labels if "Điều 2" in label]


def test_a_file_that_cannot_be_read_is_told(app: AppTest) -> None:
    compared(app, b"", NEW.encode())
    assert not app.exception
    assert "cu" in app.error[0].value
    assert not app.expander


def test_leaving_forgets_the_comparison(app: AppTest) -> None:
    compared(app, OLD.encode(), NEW.encode())
    app.button(key="back").click().run()
    assert "comparison" not in app.session_state


def test_two_kept_versions_are_compared(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTING, f"sqlite:///{tmp_path / 'kept.sqlite3'}")
    keeping.store.clear()
    kept = open_store()
    project = create_project(kept, "Quy chế", by="An").id
    first = save_new(kept, project, "cu.txt", OLD.encode(), (), by="An")
    second = save_next(kept, first.document, "moi.txt", NEW.encode(), (), by="An")
    app = AppTest.from_file(str(root / "app.py"), default_timeout=120)
    app.query_params["trang"] = "da-luu"
    app.session_state[f"project-{project}"] = True
    app.run()
    app.button(key=f"compare-{second.id}").click().run()
    assert not app.exception
    assert "1 đã khắc phục" in app.markdown[0].value.replace("\\", "")
    assert [app.query_params[name] for name in ("trang", "tu", "den")] in (
        ["so-sanh", first.id, second.id],
        [["so-sanh"], [first.id], [second.id]],
    )
    keeping.store.clear()


def test_the_address_of_a_comparison_opens_again_and_any_two_versions_are_chosen(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SETTING, f"sqlite:///{tmp_path / 'kept.sqlite3'}")
    keeping.store.clear()
    kept = open_store()
    project = create_project(kept, "Quy chế", by="An").id
    first = save_new(kept, project, "mot.txt", OLD.encode(), (), by="An")
    second = save_next(kept, first.document, "hai.txt", OLD.replace("08", "07").encode(), (), by="An")
    third = save_next(kept, first.document, "ba.txt", NEW.encode(), (), by="An")
    app = AppTest.from_file(str(root / "app.py"), default_timeout=120)
    for name, value in (("trang", "so-sanh"), ("tu", second.id), ("den", third.id)):
        app.query_params[name] = value
    app.run()
    assert not app.exception
    assert "Có 2 điều (phần) đổi lời" in app.markdown[0].value.replace("\\", "")
    app.selectbox[0].set_value(first.id).run()
    assert not app.exception
    assert app.query_params["tu"] in (first.id, [first.id])
    assert "Có 1 điều (phần) đổi lời" in app.markdown[0].value.replace("\\", "")
    keeping.store.clear()


def test_an_address_of_versions_that_are_gone_is_told(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SETTING, f"sqlite:///{tmp_path / 'kept.sqlite3'}")
    keeping.store.clear()
    app = AppTest.from_file(str(root / "app.py"), default_timeout=120)
    for name, value in (("trang", "so-sanh"), ("tu", "a"), ("den", "b")):
        app.query_params[name] = value
    app.run()
    keeping.store.clear()
    assert not app.exception
    assert "không còn được lưu" in app.error[0].value


@pytest.mark.requires_program("chromium", "chromedriver")
def test_a_person_opens_a_changed_dieu_and_a_finding(reader: Reader, tmp_path: Path, axe: str) -> None:
    browser = reader.browser
    browser.get(f"{reader.address}/?trang=so-sanh")
    for place, (name, words) in enumerate((("cu.txt", OLD), ("moi.txt", NEW))):
        (tmp_path / name).write_text(words, encoding="utf-8")
        wait_for(lambda: len(browser.find_elements(By.CSS_SELECTOR, "input[type=file]")) == 2)
        browser.find_elements(By.CSS_SELECTOR, "input[type=file]")[place].send_keys(str(tmp_path / name))
        wait_for(lambda name=name: name in browser.find_element(By.TAG_NAME, "body").text)
    button = ".st-key-compare-now button:not(:disabled)"
    wait_for(lambda: is_clicked(browser.find_elements(By.CSS_SELECTOR, button)))
    wait_for(lambda: is_clicked(browser.find_elements(By.CSS_SELECTOR, ".st-key-section-0 summary")))
    # The box unfolds slowly: an element that is there may have nothing to be seen yet.
    assert "nữ" in wait_for(lambda: shown(reader, "del"))
    assert "Người *" in wait_for(lambda: shown(reader, "strong"))
    wait_for(lambda: is_clicked(browser.find_elements(By.XPATH, "//summary[contains(., 'Đã khắc phục')]")))
    wait_for(lambda: browser.find_elements(By.XPATH, "//button[normalize-space(.)='Bản cũ']"))
    assert barriers(reader, axe) == []
    reader.press("Bản cũ")
    mark = reader.one("mark.current.handle")
    wait_for(lambda: reader.is_in_view(mark, ".document"))
    assert not reader.one(".card.current .decide").is_displayed(), "a version is read here, not decided on"
    assert barriers(reader, axe) == []
    reader.press("← Về so sánh")
    wait_for(lambda: browser.find_elements(By.CSS_SELECTOR, ".st-key-section-0"))


def shown(reader: Reader, tag: str) -> str:
    """What a reader sees in such elements of the first changed Điều."""
    found = reader.browser.find_elements(By.CSS_SELECTOR, f".st-key-section-0 {tag}")
    return " ".join(one.text for one in found).strip()
