"""Every page under axe: nothing serious or critical stands in anybody's way."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import resources
from checker.checking import check_file
from checker.exporting import html
from tests.ui.reader import Reader, barriers, wait_for

pytestmark = pytest.mark.requires_program("chromium", "chromedriver")


def test_axe_sees_a_barrier_where_there_is_one(reader: Reader, axe: str) -> None:
    reader.browser.get(reader.address)
    reader.browser.execute_script("document.body.insertAdjacentHTML('beforeend', '<button></button>')")
    assert any("button-name" in one for one in barriers(reader, axe))


@pytest.mark.parametrize("where", ["", "?trang=da-luu"], ids=["start", "kept"])
def test_pages_without_a_draft(reader: Reader, axe: str, where: str) -> None:
    reader.browser.get(f"{reader.address}/{where}")
    wait_for(lambda: reader.browser.find_elements("css selector", "h1"))
    assert barriers(reader, axe) == []


@pytest.mark.parametrize("label", ["Hương ước của thôn", "Kế hoạch của tỉnh"])
def test_a_checked_draft_with_a_decision(reader: Reader, axe: str, label: str) -> None:
    reader.open_sample(label)
    reader.call_oneself("Lan")
    reader.one(".card .head").click()
    reader.key("e")
    wait_for(lambda: reader.all(".card[data-verdict='edited']"))
    assert barriers(reader, axe) == []
    reader.one("[data-tab='checklist']").click()
    assert barriers(reader, axe) == []


def test_a_dossier(reader: Reader, axe: str) -> None:
    reader.browser.get(reader.address)
    reader.press("Hồ sơ luật, hình thức")
    wait_for(lambda: reader.root() and reader.all(".papers tbody tr"))
    assert barriers(reader, axe) == []


def test_the_report_to_print(reader: Reader, axe: str, tmp_path: Path) -> None:
    report = check_file(resources.folder("samples") / "ke-hoach-tinh.docx")
    page = tmp_path / "ra-soat.html"
    page.write_text(html.render(report), encoding="utf-8")
    reader.browser.get(page.as_uri())
    assert barriers(reader, axe) == []
