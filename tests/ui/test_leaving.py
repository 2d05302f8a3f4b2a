"""Nobody loses decisions by leaving: the browser asks, and so does the page."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from selenium.webdriver.common.by import By
from streamlit.testing.v1 import AppTest

from checker.domain import Decision
from checker.ui.deciding import Desk, add
from tests.ui.reader import Reader, wait_for

DRAFT = "Điều 1. Chế độ\nLao động nữ được nghỉ khi con ốm.\n".encode()
# A browser asks only where somebody did something on the page; whether it would is told by the event.
WOULD_ASK = """
const leaving = new Event('beforeunload', { cancelable: true });
return !window.dispatchEvent(leaving);
"""


@pytest.fixture
def app(root: Path) -> AppTest:
    started = AppTest.from_file(str(root / "app.py"), default_timeout=120).run()
    return started.file_uploader[0].upload("thu.txt", DRAFT).run()


def decide(app: AppTest, *verdicts: str) -> AppTest:
    held = app.session_state["held"]
    desk = held.desks.setdefault(held.outcome.view["id"], Desk())
    (finding, *_) = held.outcome.report.findings
    for verdict in verdicts:
        add(desk, Decision(finding.id, verdict, "Lan", datetime(2026, 11, 24, tzinfo=UTC)))  # type: ignore[arg-type]
    return app.run()


def test_without_decisions_one_press_is_enough(app: AppTest) -> None:
    app.button(key="leave").click().run()
    assert "held" not in app.session_state


def test_with_decisions_the_page_asks_first(app: AppTest) -> None:
    decide(app, "accepted")
    assert "leave" not in {one.key for one in app.button}
    assert any("Có 1 quyết định chưa lưu" in one.value for one in app.warning)
    app.button(key="leave-all").click().run()
    assert "held" not in app.session_state


def test_what_was_taken_back_is_no_loss(app: AppTest) -> None:
    decide(app, "accepted", "open")
    assert "leave" in {one.key for one in app.button}


@pytest.mark.requires_program("chromium", "chromedriver")
def test_the_browser_asks_until_all_is_saved(reader: Reader) -> None:
    def asks() -> bool:
        return bool(reader.browser.execute_script(WOULD_ASK))

    reader.open_sample("Hương ước của thôn")
    reader.call_oneself("Lan")
    reader.one(".card .head").click()
    assert not asks()
    reader.key("d")
    wait_for(lambda: "Lan" in reader.text(".card.current .who"))
    wait_for(asks)
    reader.unfold("Lưu…")
    reader.press("Lưu vào hồ sơ")
    wait_for(lambda: "✔ Đã lưu" in reader.browser.find_element(By.TAG_NAME, "body").text)
    wait_for(lambda: not asks())
