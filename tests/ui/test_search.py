"""Words looked for in the document, in a real browser."""

from __future__ import annotations

import re
import unicodedata

import pytest
from selenium.webdriver import ActionChains
from selenium.webdriver.common.keys import Keys

from checker import resources
from checker.reading import read
from tests.ui.reader import Reader, wait_for

pytestmark = pytest.mark.requires_program("chromium", "chromedriver")

SAMPLE, LABEL = "huong-uoc-thon.docx", "Hương ước của thôn"
PAINTED = (
    "return [...(CSS.highlights.get(arguments[0]) ?? [])].map((range) => range.toString?.() ?? '').length;"
)
HERE = """
const [range] = CSS.highlights.get('checker-found-here') ?? [];
if (!range) return '';
const live = new Range();
live.setStart(range.startContainer, range.startOffset);
live.setEnd(range.endContainer, range.endOffset);
return live.toString();
"""


def letters(text: str) -> str:
    """The text without marks, in small letters."""
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


@pytest.fixture(scope="module")
def text() -> str:
    return "\n".join(block.text for block in read(resources.folder("samples") / SAMPLE).blocks)


@pytest.fixture
def page(reader: Reader) -> Reader:
    reader.open_sample(LABEL)
    return reader


def look_for(page: Reader, words: str) -> str:
    """Type the words after `/` -> what the page says of them."""
    page.key("/")
    page.key(*words)
    return page.text(".found")


def test_words_without_marks_find_all_words_of_those_letters(page: Reader, text: str) -> None:
    count = letters(text).count("gia dinh")
    assert look_for(page, "gia DINH") == f"1 / {count}"
    assert count > 1
    assert page.browser.execute_script(PAINTED, "checker-found") == count
    assert letters(page.browser.execute_script(HERE)) == "gia dinh"


def test_words_with_marks_must_bear_them(page: Reader, text: str) -> None:
    bare, marked = letters(text).count("ho"), len(re.findall("họ", text.lower()))
    assert 0 < marked < bare
    assert look_for(page, "họ") == f"1 / {marked}"


def test_the_place_of_the_tone_does_not_matter(page: Reader, text: str) -> None:
    assert "ủy" in text.lower()
    assert "uỷ" not in text.lower()
    assert look_for(page, "uỷ ban").startswith("1 / ")


def test_enter_goes_on_and_round_and_escape_ends(page: Reader) -> None:
    count = int(look_for(page, "vo chong").split(" / ")[1])
    page.key(Keys.ENTER)
    assert page.text(".found") == f"2 / {count}"
    page.key(*[Keys.ENTER] * (count - 1))
    assert page.text(".found") == f"1 / {count}", "after the last comes the first"
    ActionChains(page.browser).key_down(Keys.SHIFT).send_keys(Keys.ENTER).key_up(Keys.SHIFT).perform()
    assert page.text(".found") == f"{count} / {count}"
    page.key(Keys.ESCAPE)
    assert page.text(".found") == ""
    assert page.browser.execute_script("return CSS.highlights.size") == 0
    page.key("j")
    assert page.text(".counter").startswith("1 / "), "the keys of the page work again"


def test_what_is_found_is_brought_into_view(page: Reader) -> None:
    look_for(page, "hieu luc")
    page.one(".back").click()
    found = page.browser.execute_script(
        "return [...CSS.highlights.get('checker-found-here')][0].startContainer.parentElement"
    )
    wait_for(lambda: page.is_in_view(found, ".document"))


def test_what_is_not_there_is_told(page: Reader) -> None:
    assert look_for(page, "máy bay trực thăng") == "Không thấy"
    assert not page.one(".forward").is_enabled()
