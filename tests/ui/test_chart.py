"""What the tables say of women and men, drawn in a real browser: words for everybody, a bar beside them."""

from __future__ import annotations

import pytest
from selenium.webdriver.common.by import By

from tests.ui.reader import Reader, wait_for

pytestmark = pytest.mark.requires_program("chromium", "chromedriver")


@pytest.fixture
def page(reader: Reader) -> Reader:
    reader.open_sample("Báo cáo đánh giá tác động")
    wait_for(lambda: reader.all(".sexes figure"))
    return reader


def test_every_row_is_told_in_words_and_drawn(page: Reader) -> None:
    rows = page.all(".sexes li")
    assert len(rows) == 7
    assert rows[0].text == "Đông Sơn: nữ 8.060 (65%), nam 4.340 (35%)"
    for row in rows:
        women, men = (
            row.find_element(By.CSS_SELECTOR, f"svg .{sex}").rect["width"] for sex in ("women", "men")
        )
        share = int(row.text.split("(")[1].split("%")[0]) / 100
        assert women / men == pytest.approx(share, abs=0.01)


def test_the_bar_is_hidden_from_a_screen_reader_and_told_by_more_than_colour(page: Reader) -> None:
    charts = page.all(".sexes svg")
    assert {chart.get_attribute("aria-hidden") for chart in charts} == {"true"}
    assert page.contrast(page.one(".sexes li span")) >= 4.5
    filled, outlined = page.one(".sexes .women"), page.one(".sexes .men")
    assert filled.value_of_css_property("stroke") == "none"
    assert outlined.value_of_css_property("stroke") != "none"


def test_a_title_leads_to_its_table(page: Reader) -> None:
    button = page.all(".sexes .goto")[1]
    assert button.text == "Bảng 4. Công nhân ký hợp đồng thuê nhà năm 2025"
    page.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", button)
    button.click()
    wait_for(lambda: page.is_in_view(page.one(".there"), ".document"))
