"""The page in a real browser: marks, cards, keys, filters, contrast, downloads."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
import pytest
from lxml import html
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

from checker import resources
from checker.checking import check_file
from checker.domain import Report
from tests.ui.reader import Reader, wait_for

pytestmark = pytest.mark.requires_program("chromium", "chromedriver")

READ_BY_PEOPLE = (
    ".badge, .group, .place, .message, .hint, .body p, .body h3, .bar button, .caution, .summary, mark"
)
SAMPLE, LABEL = "du-thao-nghi-dinh.docx", "Dự thảo nghị định"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def expected() -> Report:
    """What the library says of the sample, without the page."""
    return check_file(resources.folder("samples") / SAMPLE)


@pytest.fixture
def page(reader: Reader) -> Reader:
    reader.open_sample(LABEL)
    return reader


def number(element: WebElement) -> int:
    return int(element.get_attribute("data-finding") or -1)


def current(page: Reader) -> int:
    return number(page.one(".card.current"))


def test_the_document_stands_whole_with_every_finding_marked(page: Reader, expected: Report) -> None:
    drawn = [str(block.get_property("textContent")) for block in page.all(".paper .block")]
    assert drawn == [block.text for block in expected.document.blocks]
    assert len(page.all("mark.handle")) == sum(finding.quote != "" for finding in expected.findings) > 0
    assert len(page.all(".card")) == len(expected.findings)


def test_a_mark_opens_its_card(page: Reader) -> None:
    mark = page.all("mark.handle")[-1]
    page.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", mark)
    mark.click()
    assert current(page) == number(mark)
    card = page.one(".card.current")
    assert page.is_in_view(card, ".side")
    assert "Vì sao" in card.text
    assert "Căn cứ pháp lý" in card.text
    assert page.one(".card.current .head").get_attribute("aria-expanded") == "true"


def test_a_card_brings_its_mark_into_view(page: Reader) -> None:
    head = page.all(".card .head")[-1]
    page.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", head)
    head.click()
    mark = page.one("mark.current.handle")
    assert number(mark) == current(page)
    wait_for(lambda: page.is_in_view(mark, ".document"))


def test_j_and_k_walk_through_the_findings(page: Reader) -> None:
    page.key("j")
    assert current(page) == 0
    page.key("j", "j")
    assert current(page) == 2
    page.key("k")
    assert current(page) == 1
    assert page.text(".counter").startswith("2 / ")
    page.key("k", "k")
    assert current(page) == len(page.all(".card")) - 1, "after the first comes the last"


def test_enter_on_a_focused_mark_opens_its_card_and_escape_comes_back(page: Reader) -> None:
    mark = page.all("mark.handle")[0]
    flag = page.all("mark.handle > .flag")[0]
    page.browser.execute_script("arguments[0].focus()", flag)
    page.key(Keys.ENTER)
    assert current(page) == number(mark)
    page.key(Keys.ESCAPE)
    root = page.browser.execute_script("return arguments[0].getRootNode().activeElement", mark)
    assert root == flag


def test_a_filter_leaves_one_tier_and_the_keys_follow_it(page: Reader, expected: Report) -> None:
    wanted = sum(finding.tier == "should" for finding in expected.findings)
    page.one(".tiers [data-tier='should']").click()
    shown = [card for card in page.all(".card") if card.get_property("hidden") is False]
    assert len(shown) == wanted > 0
    assert all("tier-should" in (card.get_attribute("class") or "") for card in shown)
    off = page.all("mark.handle.off")
    assert len(off) == len(page.all("mark.handle")) - len(page.all("mark.handle.tier-should"))
    page.key("k")
    assert current(page) == number(shown[-1])


def test_categories_are_counted_and_filtered(page: Reader) -> None:
    options = page.all(".category option")
    labelled = [re.fullmatch(r"(.+) \((\d+)\)", option.text) for option in options[1:]]
    counts = [int(match[2]) for match in labelled if match]
    assert sum(counts) == len(page.all(".card"))
    options[1].click()
    shown = [card for card in page.all(".card") if card.get_property("hidden") is False]
    assert len(shown) == counts[0]


def test_place_and_filter_survive_leaving_and_coming_back(page: Reader) -> None:
    page.one(".tiers [data-tier='should']").click()
    page.key("j", "j")
    before = current(page)
    page.press("Chọn tệp khác")
    page.press(LABEL)
    wait_for(lambda: page.root() and page.all(".card.current"))
    assert current(page) == before
    assert page.one(".tiers [data-tier='should']").get_attribute("aria-pressed") == "true"


def test_marks_are_told_by_sign_line_and_spoken_name_not_by_colour_alone(page: Reader) -> None:
    lines = {"must": "double", "should": "solid", "consider": "dotted", "credit": "dashed"}
    for mark, flag in zip(page.all("mark.handle"), page.all(".flag"), strict=True):
        tier = re.search(r"tier-(\w+)", mark.get_attribute("class") or "")
        assert tier is not None
        assert mark.value_of_css_property("border-bottom-style") == lines[tier[1]]
        assert re.match(r"(Lỗi|Cảnh báo|Gợi ý|Điểm tốt) \d+, ", flag.get_attribute("aria-label") or "")
        assert re.fullmatch(r"[■▲●✓]\d+", flag.get_attribute("data-flag") or "")


@pytest.fixture(params=["light", "dark"])
def themed(request: pytest.FixtureRequest, reader: Reader) -> Iterator[Reader]:
    def prefer(theme: str) -> None:
        features = [{"name": "prefers-color-scheme", "value": theme}]
        reader.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    prefer(request.param)
    reader.open_sample(LABEL)
    root = reader.root()
    assert root is not None
    assert root.get_attribute("data-theme") == request.param
    yield reader
    prefer("light")


def test_text_has_enough_contrast_in_both_themes(themed: Reader) -> None:
    themed.key("j")
    read = themed.all(READ_BY_PEOPLE)
    ratios = [(element.get_attribute("class"), themed.contrast(element)) for element in read]
    ratios += [("flag", themed.contrast(flag, "::before")) for flag in themed.all(".flag")]
    assert ratios
    assert [(name, ratio) for name, ratio in ratios if ratio < 4.5] == []


def test_the_page_speaks_vietnamese_and_asks_nobody_else(page: Reader) -> None:
    assert page.browser.execute_script("return document.documentElement.lang") == "vi"
    asked = page.browser.execute_script("return performance.getEntriesByType('resource').map((e) => e.name)")
    assert asked
    assert [url for url in asked if not url.startswith((page.address, f"blob:{page.address}", "data:"))] == []


def test_markup_in_a_draft_stays_text(reader: Reader, tmp_path: Path) -> None:
    draft = (
        "Điều 1. <img src=x onerror=\"document.title='x'\"> <b>Phạm vi</b>\nLao động nữ & <script>1</script>"
    )
    (tmp_path / "thu.txt").write_text(draft, encoding="utf-8")
    reader.upload(tmp_path / "thu.txt")
    assert [block.text for block in reader.all(".paper .block")] == draft.split("\n")
    assert reader.all(".paper img, .paper b, .paper script") == []
    assert reader.browser.title != "x"


def test_at_twice_the_size_mark_and_card_are_still_seen_together(page: Reader) -> None:
    page.browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": 683, "height": 384, "deviceScaleFactor": 2, "mobile": False},
    )
    try:
        page.key("j", "j", "j")
        wait_for(lambda: page.is_in_window(page.one("mark.current.handle")))
        assert page.is_in_window(page.one(".card.current .head"))
        assert page.browser.execute_script("return document.body.scrollWidth") <= 683
    finally:
        page.browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@pytest.mark.requires_program("soffice")
def test_the_word_file_carries_each_comment_on_its_words(
    page: Reader, expected: Report, tmp_path: Path
) -> None:
    page.press("Tải bản Word có ghi chú")
    saved = page.downloaded("-ra-soat.docx")
    anchored = comments(saved)
    quotes = {flat(finding.quote) for finding in expected.findings if finding.quote}
    assert quotes <= {flat(words) for words in anchored}
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, saved]
    subprocess.run(convert, check=True, capture_output=True, timeout=180)
    assert (tmp_path / f"{saved.stem}.pdf").read_bytes().startswith(b"%PDF")


def flat(text: str) -> str:
    return " ".join(text.split())


def comments(path: Path) -> list[str]:
    """The words of the draft that each comment stands on: struck ones too, proposed ones not."""
    file = docx.Document(str(path))
    assert len(list(file.comments)) > 0
    open_ranges: dict[str, str] = {}
    for element in file.element.body.iter():
        if element.tag == f"{WORD}commentRangeStart":
            open_ranges[element.get(f"{WORD}id")] = ""
        elif element.tag == f"{WORD}commentRangeEnd":
            open_ranges[element.get(f"{WORD}id")] += "\0"
        elif element.tag in (f"{WORD}t", f"{WORD}delText") and not list(element.iterancestors(f"{WORD}ins")):
            text = element.text or ""
            open_ranges = {k: v if v.endswith("\0") else v + text for k, v in open_ranges.items()}
    return [words.rstrip("\0") for words in open_ranges.values()]


def test_the_data_file_is_the_contract_of_the_library(page: Reader, expected: Report) -> None:
    page.choose("Tải kết quả", "JSON")
    saved = page.downloaded("-ra-soat.json").read_text(encoding="utf-8")
    assert [one["id"] for one in json.loads(saved)["findings"]] == [one.id for one in expected.findings]


def test_the_page_to_print_and_the_log_open(page: Reader, expected: Report) -> None:
    page.choose("Tải kết quả", "HTML để in")
    printed = html.parse(str(page.downloaded("-ra-soat.html"))).getroot()
    assert len(printed.find_class("card")) == len(expected.findings)
    page.choose("Tải kết quả", "SARIF")
    log = json.loads(page.downloaded("-ra-soat.sarif").read_text(encoding="utf-8"))
    assert log["version"] == "2.1.0"


def test_the_page_to_print_fetches_nothing_and_fits_a_narrow_window(page: Reader) -> None:
    page.choose("Tải kết quả", "HTML để in")
    saved = page.downloaded("-ra-soat.html")
    page.browser.get(f"{saved.as_uri()}#n1")
    assert page.browser.execute_script("return performance.getEntriesByType('resource').length") == 0
    card = page.browser.find_element("css selector", ".card:target")
    assert page.is_in_window(card)
    page.browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": 400, "height": 800, "deviceScaleFactor": 1, "mobile": False},
    )
    try:
        wide = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.browser.execute_script(wide) == 0
    finally:
        page.browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_the_workbook_opens(page: Reader, expected: Report) -> None:
    page.choose("Tải kết quả", "Excel")
    book = openpyxl.load_workbook(page.downloaded("-ra-soat.xlsx"))
    assert book["Phát hiện"].max_row == len(expected.findings) + 1


@pytest.mark.parametrize(
    ("label", "ending", "title"),
    [
        ("Ý kiến thẩm định", "-y-kien.docx", "Ý KIẾN THẨM ĐỊNH"),
        ("Phụ lục số liệu", "-phu-luc.docx", "PHỤ LỤC"),
        ("Bảng tiếp thu, giải trình", "-tiep-thu.docx", "BẢNG TIẾP THU, GIẢI TRÌNH"),
    ],
)
def test_official_papers_open(page: Reader, label: str, ending: str, title: str) -> None:
    page.choose("Tải kết quả", label)
    written = docx.Document(str(page.downloaded(ending)))
    assert title in [paragraph.text for paragraph in written.paragraphs]


def test_the_word_file_is_in_the_menu_too(page: Reader) -> None:
    page.choose("Tải kết quả", "Word có ghi chú")
    assert len(comments(page.downloaded("-ra-soat.docx"))) > 0
