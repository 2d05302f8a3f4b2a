"""Deciding in a real browser: by keys, with reasons, kept in each database, two people at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

from checker.domain import Decision
from checker.store import Store, close, current, documents, history, open_store, projects
from tests.ui.conftest import free_port, serving
from tests.ui.reader import Reader, wait_for

pytestmark = pytest.mark.requires_program("chromium", "chromedriver")

LABEL = "Hương ước của thôn"


@pytest.fixture
def page(reader: Reader) -> Reader:
    reader.open_sample(LABEL)
    reader.call_oneself("Nguyễn Lan")
    reader.one(".card .head").click()
    return reader


def verdicts(page: Reader) -> list[str]:
    """The verdict on each card that has one."""
    found = [str(card.get_attribute("data-verdict")) for card in page.all(".card")]
    return [one for one in found if one not in ("None", "open")]


def test_keys_decide_and_a_refresh_loses_nothing(page: Reader) -> None:
    page.key("a", "j", "d")
    wait_for(lambda: verdicts(page) == ["accepted", "dismissed"])
    reason = page.one(".card.current [name='reason']")
    reason.send_keys("Đã có ở khoản sau")
    page.key(Keys.TAB)
    wait_for(lambda: "Nguyễn Lan" in page.text(".card.current .who"))
    page.browser.refresh()
    wait_for(lambda: verdicts(page) == ["accepted", "dismissed"])
    page.all(".card .head")[1].click()
    assert page.one(".card.current [name='reason']").get_property("value") == "Đã có ở khoản sau"


def test_a_decision_is_taken_back(page: Reader) -> None:
    page.key("a")
    wait_for(lambda: verdicts(page) == ["accepted"])
    page.key("d")
    wait_for(lambda: verdicts(page) == ["dismissed"])
    page.key("u")
    wait_for(lambda: verdicts(page) == ["accepted"])
    page.key("u")
    wait_for(lambda: verdicts(page) == [])


def test_letters_typed_into_a_wording_are_letters(page: Reader) -> None:
    page.key("e")
    field = page.one(".card.current [name='wording']")
    wait_for(field.is_displayed)
    before = str(field.get_property("value"))
    assert before, "it begins with the clause or its redraft"
    page.key(Keys.END, " adeu")
    page.key(Keys.TAB)
    wait_for(lambda: verdicts(page) == ["edited"])
    assert "adeu" in str(page.one(".card.current [name='wording']").get_property("value"))


def test_nobody_decides_without_a_name(page: Reader) -> None:
    field = page.bar(".reviewer input")
    field.clear()
    page.one(".card .head").click()
    page.one(".card .head").click()
    page.key("a")
    wait_for(lambda: "họ tên" in page.bar(".told").text)
    assert verdicts(page) == []


def test_many_are_decided_at_once_with_one_reason(page: Reader) -> None:
    tier = wait_for(lambda: page.all(".tiers button[data-tier='should']"))[0]
    tier.click()
    shown = [card for card in page.all(".card") if card.is_displayed()]
    page.bar(".bulk summary").click()
    page.bar(".bulk textarea").send_keys("Thống nhất tại cuộc họp")
    page.bar(".bulk [data-verdict='accepted']").click()
    wait_for(lambda: verdicts(page) == ["accepted"] * len(shown))
    page.key("u")
    wait_for(lambda: verdicts(page) == [])


def test_what_is_decided_can_be_filtered(page: Reader) -> None:
    page.key("a")
    wait_for(lambda: verdicts(page) == ["accepted"])
    page.one(".state select").send_keys("Chấp nhận")
    wait_for(lambda: sum(card.is_displayed() for card in page.all(".card")) == 1)


def test_what_is_taken_away_has_the_decisions(page: Reader) -> None:
    complaints = page.all(".card:not(.tier-credit) .head")
    for head, key in zip(complaints, "ad", strict=False):
        page.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", head)
        head.click()
        page.key(key)
    wait_for(lambda: verdicts(page) == ["accepted", "dismissed"])
    wait_for(lambda: "Nguyễn Lan" in page.text(".card.current .who"))
    page.choose("Tải kết quả", "Bảng tiếp thu, giải trình")
    table = docx.Document(str(page.downloaded("huong-uoc-thon-tiep-thu.docx"))).tables[1]
    answers = [row.cells[4].text.partition(".")[0] for row in table.rows[1:]]
    assert sorted(set(answers)) == sorted({"Tiếp thu", "Không tiếp thu", "……"})


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    opened = open_store(database)
    yield opened
    close(opened)


def kept(store: Store) -> dict[str, Decision]:
    """The decisions on the only draft that is kept."""
    (project,) = projects(store)
    (document,) = documents(store, project.id)
    return current(store, document.id)


def on_page(page: Reader, path: str) -> WebElement:
    """The first element outside the components at this XPath, as soon as there is one."""
    return wait_for(lambda: page.browser.find_elements(By.XPATH, path))[0]


def save(page: Reader) -> None:
    page.choose("Lưu…", "Lưu vào hồ sơ")
    wait_for(lambda: "Đã lưu" in page.browser.find_element(By.TAG_NAME, "body").text)


def test_saved_decisions_outlive_the_server_and_the_last_of_two_people_is_told(
    reader: Reader, root: Path, database: str, store: Store
) -> None:
    port = free_port()
    lan = Reader(reader.browser, f"http://127.0.0.1:{port}", reader.downloads)
    with serving(root, database, port):
        lan.open_sample(LABEL)
        lan.call_oneself("Lan")
        lan.one(".card .head").click()
        lan.key("a")
        wait_for(lambda: verdicts(lan) == ["accepted"])
        assert projects(store) == (), "nothing is kept before it is asked for"
        save(lan)
        assert [(one.verdict, one.reviewer) for one in kept(store).values()] == [("accepted", "Lan")]
        shared = lan.browser.current_url
    with serving(root, database, port):
        lan.browser.get(shared)
        wait_for(lambda: verdicts(lan) == ["accepted"])
        lan.call_oneself("Lan")
        first = lan.browser.current_window_handle
        lan.browser.switch_to.new_window("tab")
        lan.browser.get(shared)
        wait_for(lambda: verdicts(lan) == ["accepted"])
        lan.call_oneself("Minh")
        lan.one(".card .head").click()
        lan.key("d")
        wait_for(lambda: [one.reviewer for one in kept(store).values()] == ["Minh"])
        lan.browser.close()
        lan.browser.switch_to.window(first)
        lan.one(".card .head").click()
        lan.key("e")
        wait_for(lambda: "Minh vừa quyết định" in lan.bar(".told").text)
        wait_for(lambda: verdicts(lan) == ["dismissed"])
        assert [one.verdict for one in kept(store).values()] == ["dismissed"]
        lan.key("a")
        wait_for(lambda: [one.verdict for one in kept(store).values()] == ["accepted"])
    (project,) = projects(store)
    (document,) = documents(store, project.id)
    assert [one.reviewer for one in history(store, document.id)] == ["Lan", "Minh", "Lan"]


def test_a_kept_draft_is_opened_and_deleted_from_its_page(
    reader: Reader, root: Path, database: str, store: Store
) -> None:
    with serving(root, database) as url:
        lan = Reader(reader.browser, url, reader.downloads)
        lan.open_sample(LABEL)
        lan.call_oneself("Lan")
        save(lan)
        lan.press("Chọn tệp khác")
        lan.press("Mở hồ sơ đã lưu")
        on_page(lan, "//summary[contains(., 'Tân Hòa')]").click()
        lan.press("Mở")
        lan.one(".card")
        lan.browser.get(f"{url}/?trang=da-luu")
        on_page(lan, "//summary[contains(., 'Tân Hòa')]").click()
        lan.unfold("Xóa cả hồ sơ")
        on_page(lan, "//*[@data-testid='stPopoverBody']//input").send_keys("Lan", Keys.ENTER)
        lan.press("Xóa hẳn")
        wait_for(lambda: projects(store) == ())
