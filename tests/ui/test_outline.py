"""The outline beside the document: what it lists, and how a person gets about with it."""

from __future__ import annotations

import pytest
from selenium.webdriver.common.keys import Keys

from checker.checking import check_bytes, check_file
from checker.resources import folder
from checker.ui.outline import outline
from checker.ui.told import Plain
from checker.ui.view import view
from tests.ui.reader import Reader, wait_for

PLAN = """KẾ HOẠCH
Đào tạo nghề năm 2027
I. MỤC TIÊU
1. Mục tiêu chung
Nâng cao tay nghề.
2. Đào tạo 300 người mỗi năm.
II. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ
Vợ của cán bộ phối hợp thực hiện.
"""


def entries(text: str) -> list[Plain]:
    report = check_bytes("thu.txt", text.encode())
    return outline(report.document, report.findings)


def test_chapters_hold_their_dieu_and_are_named_by_the_line_below() -> None:
    law = "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nLuật này.\nMục 1. KHÁC\nĐiều 2. Áp dụng\nÁp dụng.\n"
    assert [(one["level"], one["title"]) for one in entries(law)] == [
        (0, "Chương I. QUY ĐỊNH CHUNG"),
        (1, "Điều 1. Phạm vi"),
        (1, "Mục 1. KHÁC"),
        (2, "Điều 2. Áp dụng"),
    ]


def test_a_plan_is_listed_by_its_headings_and_not_by_numbered_sentences() -> None:
    titles = [one["title"] for one in entries(PLAN)]
    assert titles == ["I. MỤC TIÊU", "1. Mục tiêu chung", "II. TỔ CHỨC THỰC HIỆN", "1. Sở Nội vụ"]


def test_a_document_without_headings_has_no_outline() -> None:
    assert entries("Thư ngỏ\nKính gửi các bạn.") == []


def test_every_finding_with_words_in_a_unit_stands_in_one_entry() -> None:
    drawn = view(report := check_file(folder("samples") / "du-thao-nghi-dinh.docx"))
    listed: list[int] = [index for entry in drawn["outline"] for index in entry["findings"]]  # type: ignore[attr-defined]
    assert len(listed) == len(set(listed))
    assert len(listed) >= sum("Điều" in one.citation and bool(one.quote) for one in report.findings) > 0


@pytest.fixture
def page(reader: Reader) -> Reader:
    reader.open_sample("Dự thảo nghị định")
    if not reader.one(".outline").is_displayed():
        reader.one(".toggle").click()
    return reader


browser = pytest.mark.requires_program("chromium", "chromedriver")


@browser
def test_the_outline_opens_and_closes(page: Reader) -> None:
    assert page.one(".toggle").get_attribute("aria-expanded") == "true"
    page.one(".toggle").click()
    assert not page.one(".outline").is_displayed()
    assert page.one(".toggle").get_attribute("aria-expanded") == "false"


@browser
def test_a_click_goes_to_the_dieu_and_the_place_is_marked(page: Reader) -> None:
    entry = next(one for one in page.all(".outline .title") if one.text.startswith("Điều 8."))
    entry.click()
    heading = next(
        one for one in page.all(".block.kind-dieu") if "Điều 8." in str(one.get_property("textContent"))
    )
    wait_for(lambda: page.is_in_view(heading, ".document"))
    wait_for(lambda: page.all(".outline [aria-current] > .row .title")[-1:])
    wait_for(lambda: page.one(".outline [aria-current] > .row").text.startswith("Điều 8."))


@browser
def test_scrolling_moves_the_mark(page: Reader) -> None:
    script = "arguments[0].scrollTop = arguments[1]"
    page.browser.execute_script(script, page.one(".document"), 10**6)
    wait_for(lambda: current(page) > len(page.all(".outline [role='treeitem']")) - 4)
    page.browser.execute_script(script, page.one(".document"), 0)
    wait_for(lambda: current(page) < 2)


@browser
def test_keys_walk_through_the_tree(page: Reader) -> None:
    first = page.one(".outline [role='treeitem']")
    page.browser.execute_script("arguments[0].focus()", first)
    page.key(Keys.ARROW_LEFT)
    assert first.get_attribute("aria-expanded") == "false"
    assert not first.find_element("css selector", "ul").is_displayed()
    page.key(Keys.ARROW_DOWN)
    assert focused(page).startswith("Chương II"), "what is folded is passed over"
    page.key(Keys.ARROW_UP, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT)
    assert first.get_attribute("aria-expanded") == "true"
    assert focused(page).startswith("Điều 1."), "a second press goes in"
    page.key(Keys.END, Keys.ENTER)
    last = page.all(".kind-dieu, .kind-phu-luc, .kind-roman")[-1]
    wait_for(lambda: page.is_in_view(last, ".document"))


@browser
def test_counts_follow_the_filters(page: Reader) -> None:
    def total() -> int:
        counts = page.all(".outline > ul > li > .row .count")
        return sum(int(one.text or 0) for one in counts)

    everything = total()
    page.one(".tiers [data-tier='must']").click()
    assert 0 < total() < everything
    page.one(".tiers [data-tier='']").click()
    assert total() == everything


def current(page: Reader) -> int:
    """The place in the outline of the entry that is marked, 0 while none is."""
    marked = [one.get_attribute("aria-current") for one in page.all(".outline [role='treeitem']")]
    return marked.index("true") if "true" in marked else 0


def focused(page: Reader) -> str:
    """What the outline's entry that has the focus is called."""
    found = page.browser.execute_script("return arguments[0].getRootNode().activeElement", page.root())
    return str(found.get_attribute("aria-label"))
