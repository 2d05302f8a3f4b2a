"""The review checklist beside a document: its data, and the tab in a real browser."""

from __future__ import annotations

from typing import Any

import pytest
from selenium.webdriver.common.keys import Keys

from checker import resources
from checker.checking import check_file
from checker.domain import Report
from checker.ui.checklist import checklist
from tests.ui.reader import Reader, wait_for

SAMPLE, LABEL = "ke-hoach-tinh.docx", "Kế hoạch của tỉnh"


@pytest.fixture(scope="module")
def report() -> Report:
    return check_file(resources.folder("samples") / SAMPLE)


@pytest.fixture(scope="module")
def panel(report: Report) -> Any:
    return checklist(report.checklist, report.questions, {SAMPLE: report.document})


def test_every_answer_stands_once(report: Report, panel: Any) -> None:
    numbers = [item["number"] for group in panel["groups"] for item in group["items"]]
    numbers += [item["number"] for item in panel["unasked"]]
    assert sorted(numbers) == sorted(item.item for item in report.checklist)
    assert len(numbers) > len(panel["unasked"]) > 0


def test_every_place_is_in_the_block_that_it_names(report: Report, panel: Any) -> None:
    places = [place for group in panel["groups"] for item in group["items"] for place in item["evidence"]]
    assert places
    for place in places:
        text = report.document.text[report.document.starts[place["block"]] :]
        assert place["quote"].rstrip("…") in text


def test_a_place_in_a_paper_that_is_not_there_cannot_be_opened(report: Report) -> None:
    lost: Any = checklist(report.checklist, (), {})
    assert {place["block"] for item in lost["groups"][0]["items"] for place in item["evidence"]} <= {None}


@pytest.mark.requires_program("chromium", "chromedriver")
class TestTab:
    @pytest.fixture
    def page(self, reader: Reader) -> Reader:
        reader.open_sample(LABEL)
        reader.one("[data-tab='checklist']").click()
        return reader

    def test_answers_are_told_by_sign_and_word(self, page: Reader, panel: Any) -> None:
        marks = [mark.get_property("textContent") for mark in page.all(".checklist .answer .mark")]
        said = [
            f"{item['sign']} {item['answerLabel']}" for group in panel["groups"] for item in group["items"]
        ]
        assert marks == [*said, *["? Chưa trả lời"] * len(panel["questions"])]
        assert "Cần người rà soát trả lời" in page.text(".checklist")

    def test_an_evidence_brings_its_place_into_view(self, page: Reader) -> None:
        link = page.all(".checklist .goto")[-1]
        page.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", link)
        link.click()
        place = page.one(".block.there")
        wait_for(lambda: page.is_in_view(place, ".document"))
        quote = str(link.find_element("css selector", ".quote").get_property("textContent")).strip("“…”")
        assert quote in str(place.get_property("textContent"))

    def test_keys_change_the_tab_and_a_finding_brings_its_card_back(self, page: Reader) -> None:
        assert page.one(".side").get_property("hidden")
        page.one("[data-tab='checklist']").send_keys(Keys.ARROW_LEFT)
        assert page.one("[data-tab='side']").get_attribute("aria-selected") == "true"
        page.one("[data-tab='side']").send_keys(Keys.ARROW_RIGHT)
        assert not page.one(".checklist").get_property("hidden")
        page.key("j")
        wait_for(lambda: page.is_in_view(page.one(".card.current .head"), ".side"))

    def test_the_text_has_enough_contrast(self, page: Reader) -> None:
        read = page.all(
            ".tabs button, .checklist .mark, .checklist .reason, .checklist .place, .checklist summary"
        )
        assert read
        assert [element.text for element in read if page.contrast(element) < 4.5] == []
