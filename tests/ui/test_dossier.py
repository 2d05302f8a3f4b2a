"""Several files together: their data, the page as Streamlit runs it, and a reader's way through it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select
from streamlit.testing.v1 import AppTest

from checker.domain import Dossier
from checker.dossier import Asked, check_packets
from checker.engine import engine_of
from checker.exporting.wording import dossier_headline
from checker.reading.folders import Packet
from checker.ui import dossier as page_of
from checker.ui.dossier_view import view
from tests.dossierfiles import BILL, IMPACT, PROPOSAL, zipped
from tests.ui.reader import Reader, wait_for

PAPERS = {"luat.txt": BILL, "to-trinh.txt": PROPOSAL, "danh-gia.txt": IMPACT}
BROKEN = Packet("hong.docx", b"PK\x03\x04 broken")


def packets() -> list[Packet]:
    return [Packet(name, text.encode()) for name, text in PAPERS.items()]


@pytest.fixture(scope="module")
def checked() -> Dossier:
    return check_packets("ho-so", [*packets(), BROKEN])


@pytest.fixture(scope="module")
def drawn(checked: Dossier) -> Any:
    return view(checked, engine_of(None).book.profiles.procedures, "")


def test_each_paper_has_a_row_with_its_role_or_its_problem(drawn: Any) -> None:
    rows = {row["file"]: row for row in drawn["papers"]}
    assert set(rows) == {*PAPERS, BROKEN.name}
    assert rows["luat.txt"]["role"] == "du-thao"
    assert rows["luat.txt"]["tiers"]
    assert rows["hong.docx"]["problem"].endswith(".")
    assert json.loads(json.dumps(drawn)) == drawn


def test_what_is_missing_stands_apart_from_what_does_not_fit(checked: Dossier, drawn: Any) -> None:
    assert {one["category"] for one in drawn["missing"]} == {"missing-paper"}
    assert all(one["at"] is None for one in drawn["missing"])
    assert len(drawn["missing"]) + len(drawn["between"]) == len(checked.findings)
    assert {one["category"] for one in drawn["between"]} >= {"contradiction"}


def test_every_place_names_its_paper_and_its_block(checked: Dossier, drawn: Any) -> None:
    texts = {paper.file: paper.report.document for paper in checked.papers if paper.report}
    evidence = [
        one for group in drawn["checklist"]["groups"] for item in group["items"] for one in item["evidence"]
    ]
    places = [*evidence, *(one["at"] for one in drawn["between"] if one["at"])]
    assert places
    for place in places:
        document = texts[place["file"]]
        assert place["quote"].rstrip("…") in document.text[document.starts[place["block"]] :]


def test_the_headline_counts(checked: Dossier) -> None:
    missing = sum(one.finding.category == "missing-paper" for one in checked.findings)
    between = len(checked.findings) - missing
    assert dossier_headline(checked) == (
        f"4 tài liệu (1 không đọc được); còn thiếu {missing} tài liệu; "
        f"{between} chỗ chưa khớp giữa các tài liệu."
    )


def test_another_role_or_procedure_is_another_page(checked: Dossier, drawn: Any) -> None:
    assert view(checked, engine_of(None).book.profiles.procedures, "rut-gon")["id"] != drawn["id"]


def test_what_the_user_says_adds_up() -> None:
    asked = page_of.changed(Asked({"a.txt": "khac"}), {"file": "b.txt", "role": "to-trinh"})
    asked = page_of.changed(asked, {"procedure": "rut-gon"})
    assert (asked.roles, asked.procedure) == ({"a.txt": "khac", "b.txt": "to-trinh"}, "rut-gon")
    assert page_of.changed(asked, {"file": "b.txt", "role": "<b>"}) == asked


@pytest.fixture
def app(root: Path) -> AppTest:
    return AppTest.from_file(str(root / "app.py"), default_timeout=120).run()


def test_a_zip_is_a_dossier(app: AppTest) -> None:
    app.file_uploader[0].upload(
        "ho-so.zip", zipped({name: text.encode() for name, text in PAPERS.items()})
    ).run()
    assert not app.exception
    assert app.header[0].value == "Hồ sơ: HỖ TRỢ HỌC NGHỀ"
    next(one for one in app.button if one.label == "Chọn tệp khác").click().run()
    assert len(app.file_uploader) == 1
    assert "held" not in app.session_state, "the papers are forgotten"


@pytest.mark.parametrize("data", [b"", b"PK no zip"])
def test_a_zip_that_cannot_be_opened_is_told_in_place(app: AppTest, data: bytes) -> None:
    app.file_uploader[0].upload("ho-so.zip", data).run()
    assert not app.exception
    assert len(app.error) == 1
    assert len(app.file_uploader) == 1


@pytest.mark.requires_program("chromium", "chromedriver")
class TestWay:
    @pytest.fixture
    def page(self, reader: Reader, tmp_path: Path) -> Reader:
        for packet in (*packets(), BROKEN):
            (tmp_path / packet.name).write_bytes(packet.data)
        reader.upload(*sorted(tmp_path.iterdir()))
        return reader

    def role(self, page: Reader, file: str) -> Select:
        return Select(page.one(f"select[data-file='{file}']"))

    def click(self, page: Reader, link: WebElement) -> None:
        page.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", link)
        link.click()

    def test_from_files_to_a_role_to_an_evidence_to_its_place_and_back(self, page: Reader) -> None:
        assert "Không đọc được" in page.text(".problem")
        before = len(page.all(".missing .card"))
        self.role(page, "danh-gia.txt").select_by_visible_text("Văn bản góp ý")
        wait_for(lambda: len(page.all(".missing .card")) > before)
        assert self.role(page, "danh-gia.txt").first_selected_option.text == "Văn bản góp ý"

        link = page.all(".checklist .goto")[-1]
        file = str(link.get_attribute("data-file"))
        quote = str(link.find_element("css selector", ".quote").get_property("textContent")).strip("“…”")
        self.click(page, link)
        place = page.one(".paper .block.there")
        wait_for(lambda: page.is_in_view(place, ".document"))
        assert quote in str(place.get_property("textContent"))
        assert (
            "\n".join(str(one.get_property("textContent")) for one in page.all(".paper .block"))
            == PAPERS[file]
        )

        page.press("← Về hồ sơ")
        wait_for(lambda: page.all(".papers tbody tr"))
        assert self.role(page, "danh-gia.txt").first_selected_option.text == "Văn bản góp ý"
        focused = "return arguments[0].getRootNode().activeElement?.dataset.file"
        wait_for(lambda: page.browser.execute_script(focused, page.root()) == file)

    def test_the_procedure_can_be_chosen(self, page: Reader) -> None:
        before = len(page.all(".missing .card"))
        Select(page.one(".procedure select")).select_by_visible_text("Thủ tục rút gọn")
        wait_for(lambda: len(page.all(".missing .card")) < before)
        assert "thủ tục rút gọn" in page.text(".notes")

    def test_a_finding_of_the_dossier_opens_its_paper(self, page: Reader) -> None:
        self.click(page, page.one(".between .goto"))
        assert page.one(".paper .block.there")

    def test_every_field_has_a_name_and_text_has_enough_contrast(self, page: Reader) -> None:
        assert all(select.accessible_name for select in page.all("select"))
        read = page.all(
            "h2, th, .goto, .place, .tally span, .problem, .badge, .card p, summary, .mark, .reason"
        )
        assert read
        assert [element.text for element in read if page.contrast(element) < 4.5] == []

    def test_the_data_file_is_the_contract_of_the_library(self, page: Reader, checked: Dossier) -> None:
        page.choose("Tải kết quả", "JSON")
        saved = wait_for(lambda: list(page.downloads.glob("ho-so-ra-soat.json")))[0]
        data = json.loads(saved.read_text(encoding="utf-8"))
        assert {paper["file"] for paper in data["papers"]} == {paper.file for paper in checked.papers}
        assert len(data["findings"]) == len(checked.findings)

    def test_the_menu_has_the_formats_of_a_dossier(self, page: Reader) -> None:
        for label, name, start in (
            ("HTML để in", "ho-so-ra-soat.html", b"<!DOCTYPE html>"),
            ("Excel", "ho-so-ra-soat.xlsx", b"PK"),
            ("Ý kiến thẩm định", "ho-so-y-kien.docx", b"PK"),
            ("Phụ lục số liệu", "ho-so-phu-luc.docx", b"PK"),
            ("Bảng tiếp thu, giải trình", "ho-so-tiep-thu.docx", b"PK"),
        ):
            page.choose("Tải kết quả", label)
            saved = wait_for(lambda name=name: list(page.downloads.glob(name)))[0]
            assert saved.read_bytes().startswith(start), label
