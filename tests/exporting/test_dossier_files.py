"""A dossier taken away: the printed page and the workbook tell its papers, its findings and its checklist."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml.html import HtmlElement, document_fromstring

from checker.__main__ import main
from checker.domain import Dossier
from checker.dossier import check_packets
from checker.exporting import html, json, xlsx
from checker.labels import ROLE_LABELS
from checker.reading.folders import Packet
from tests.dossierfiles import BILL, IMPACT, PROPOSAL, zipped
from tests.reports import decided

PAPERS = {"luat.txt": BILL, "to-trinh.txt": PROPOSAL, "danh-gia.txt": IMPACT}
BROKEN = Packet("hong.docx", b"PK\x03\x04 broken")


@cache
def dossier() -> Dossier:
    return check_packets("ho-so", [*(Packet(name, text.encode()) for name, text in PAPERS.items()), BROKEN])


def rows(sheet: Any) -> list[dict[str, Any]]:
    heads, *lines = sheet.iter_rows(values_only=True)
    return [dict(zip(heads, line, strict=True)) for line in lines]


def book(**options: Any) -> Any:
    return openpyxl.load_workbook(BytesIO(xlsx.render_dossier(dossier(), **options)))


def page() -> HtmlElement:
    return document_fromstring(html.render_dossier(dossier()))


def text(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def test_the_page_lists_each_paper_with_its_role_or_its_problem() -> None:
    told = {
        cells[0]: cells[1:]
        for line in page().xpath("//main/section[1]//tbody/tr")
        if (cells := [*map(text, line)])
    }
    assert {file: role for file, (role, _) in told.items()} == {
        paper.file: ROLE_LABELS[paper.role] for paper in dossier().papers
    }
    assert told["hong.docx"][1].startswith("Không đọc được. ")


def test_the_page_has_a_card_a_finding_that_names_its_papers() -> None:
    cards = page().find_class("card")
    assert len(cards) == len(dossier().findings) > 1
    for card, one in zip(cards, dossier().findings, strict=True):
        place = text(card.find_class("place")[0])
        assert all(paper in place for paper in one.papers)
        assert one.finding.message in text(card)


def test_every_link_of_the_page_has_its_place() -> None:
    links = page().xpath("//a/@href")
    assert links
    assert {link.removeprefix("#") for link in links} <= set(page().xpath("//@id"))


def test_the_page_says_which_paper_an_evidence_is_in_and_what_is_left_to_the_reader() -> None:
    section = text(page().find_class("checklist")[-1])
    evidence = [one for item in dossier().checklist for one in item.evidence]
    assert evidence
    assert all(f", {one.file})" in section for one in evidence)
    assert "Cần người rà soát trả lời" in section


def test_the_page_fetches_and_runs_nothing() -> None:
    assert page().xpath("//script | //img | //link | //@src") == []


def test_the_workbook_has_the_findings_of_the_dossier_before_those_of_its_papers() -> None:
    found = rows(book()["Phát hiện"])
    own = [one.finding.id for one in dossier().findings]
    assert [row["Mã nhận xét"] for row in found[: len(own)]] == own
    assert len(found) == len(own) + sum(len(report.findings) for report in dossier().reports)
    assert {row["Tệp"] for row in found[len(own) :]} <= set(PAPERS)


def test_the_workbook_has_the_dossiers_checklist_once() -> None:
    asked = [row["Số"] for row in rows(book()["Bảng kiểm"])]
    assert sorted(asked) == sorted(
        [*(item.item for item in dossier().checklist), *(one.item for one in dossier().questions)]
    )
    assert {row["Tệp"] for row in rows(book()["Tài liệu"])} == {*PAPERS, BROKEN.name}


def test_a_paper_handed_in_twice_is_told_once() -> None:
    copies = [Packet("luat.txt", BILL.encode()), Packet("luat-ban-sao.txt", BILL.encode())]
    made = check_packets("ho-so", copies)
    [judged] = made.reports
    told = openpyxl.load_workbook(BytesIO(xlsx.render_dossier(made)))
    assert {row["Tệp"] for row in rows(told["Phát hiện"])} <= {judged.document.name, "luat.txt"}
    said = {row["Tệp"]: row["Nhận xét trong tài liệu"] for row in rows(told["Tài liệu"])}
    [twin] = [paper for paper in made.papers if paper.twin]
    assert said[twin.file] == f"Trùng nội dung với {twin.twin}."
    assert f"Trùng nội dung với {twin.twin}." in text(document_fromstring(html.render_dossier(made)))
    assert '"twin": ' in json.render_dossier(made)


def test_decisions_on_a_paper_stand_in_the_workbook() -> None:
    finding = next(one for report in dossier().reports for one in report.findings)
    made = book(decisions={finding.id: decided(finding, "dismissed", reason="Đã có ở Điều 9.")})
    [row] = [row for row in rows(made["Phát hiện"]) if row["Mã nhận xét"] == finding.id]
    assert (row["Quyết định"], row["Lý do"]) == ("Không tiếp thu", "Đã có ở Điều 9.")


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    path = tmp_path / "ho-so.zip"
    path.write_bytes(zipped({name: content.encode() for name, content in PAPERS.items()}))
    return path


@pytest.mark.parametrize(("kind", "start"), [("html", b"<!DOCTYPE html>"), ("xlsx", b"PK")])
def test_the_command_writes_one_file(packed: Path, tmp_path: Path, kind: str, start: bytes) -> None:
    out = tmp_path / f"ket-qua.{kind}"
    assert main(["dossier", str(packed), "--format", kind, "--out", str(out)]) == 1
    assert out.read_bytes().startswith(start)


def test_a_workbook_needs_a_file_of_its_own(packed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dossier", str(packed), "--format", "xlsx"]) == 2
    assert "cần --out" in capsys.readouterr().err
    assert main(["dossier", str(packed), str(packed), "--format", "html"]) == 2
    assert "từng hồ sơ" in capsys.readouterr().err
