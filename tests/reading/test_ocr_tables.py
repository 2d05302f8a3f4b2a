"""Tables in scans: their ruling lines are found, their cells read one by one, their head row known."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageDraw, ImageFilter

from checker.domain import Cell, Reading
from checker.reading.ocr.repair import bare
from checker.reading.ocr.ruling import Stroke, open_sides, ruling_of, without_ruling
from checker.reading.pdf import read_pdf
from checker.structure import parse
from tests.wordfiles import bordered, converted, p, word

HEAD = ("TT", "Nhóm học viên", "Số nam", "Số nữ")
ROWS = (
    HEAD,
    ("1", "Học viên là cán bộ, công chức cấp xã được cử đi học", "120", "35"),
    ("2", "Học viên là người dân tộc thiểu số", "48", "52"),
    ("3", "Học viên tự do", "71", "96"),
)
BEFORE = "Điều 1. Số lượng học viên của các lớp bồi dưỡng được quy định như sau:"
AFTER = "Điều 2. Quyết định này có hiệu lực kể từ ngày ký."
needs_both = pytest.mark.requires_program("soffice", "tesseract")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Image.Image:
    """A page with a ruled table as a scanner would give it."""
    data = word(p(BEFORE) + bordered(ROWS, widths=(900, 4200, 2000, 2000)) + p(AFTER))
    document = pdfium.PdfDocument(converted(data, "pdf", tmp_path_factory.mktemp("table")))
    picture: Image.Image = document[0].render(scale=200 / 72, grayscale=True).to_pil().convert("L")
    document.close()
    return picture


def scan(picture: Image.Image) -> bytes:
    data = io.BytesIO()
    picture.save(data, "PDF", resolution=200)
    return data.getvalue()


def cells(reading: Reading) -> dict[Cell, str]:
    return {block.place.cell: block.text for block in reading.blocks if block.place.cell}


EXPECTED = {Cell(0, row, column): text for row, texts in enumerate(ROWS) for column, text in enumerate(texts)}


@needs_both
@pytest.mark.parametrize("way", ["straight", "slanting", "on its side", "blurred"])
def test_a_table_of_a_scan_is_read_cell_by_cell(page: Image.Image, way: str) -> None:
    picture = {
        "straight": page,
        "slanting": page.rotate(1.5, fillcolor=255, resample=Image.Resampling.BICUBIC),
        "on its side": page.rotate(90, expand=True),
        "blurred": page.filter(ImageFilter.GaussianBlur(1)),
    }[way]
    reading = read_pdf(scan(picture))
    assert reading.ocr
    found = cells(reading)
    assert found.keys() == EXPECTED.keys()
    wrong = {cell for cell, text in EXPECTED.items() if bare(text) != bare(found[cell])}
    assert len(wrong) <= 1  # Tesseract may take a figure for another; the head is in print that it knows
    assert all(cell.row for cell in wrong)
    texts = [block.text for block in reading.blocks]
    assert [bare(texts[0]), bare(texts[-1])] == [bare(BEFORE), bare(AFTER)]


@needs_both
def test_its_head_row_and_what_it_counts_are_known(page: Image.Image) -> None:
    (table,) = parse("a.pdf", read_pdf(scan(page))).tables
    assert (table.head_rows, table.heads, table.rows) == (1, HEAD, 3)
    assert (table.about_people, table.has_sex) == (True, True)


@needs_both
def test_a_lone_number_is_read_however_wide_its_cell_is(tmp_path: Path) -> None:
    rows = (("Xã", "Số nữ"), ("An Bình", "7"), ("Hòa Lợi", "4"), ("Tân Phú", "9"))
    data = word(p(BEFORE) + bordered(rows, widths=(5000, 4000)) + p(AFTER))
    document = pdfium.PdfDocument(converted(data, "pdf", tmp_path))
    found = cells(read_pdf(scan(document[0].render(scale=200 / 72, grayscale=True).to_pil().convert("L"))))
    assert [found.get(Cell(0, row, 1)) for row in range(4)] == ["Số nữ", "7", "4", "9"]


@needs_both
def test_without_upright_lines_it_is_read_as_before(page: Image.Image) -> None:
    plain = without_ruling(
        page, [each for each in ruling_of(page, scale=200 / 72) if each.bottom - each.top > 20]
    )
    reading = read_pdf(scan(plain))
    assert cells(reading) == {}
    assert any("Nhóm học viên" in block.text for block in reading.blocks)


def sheet() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    picture = Image.new("L", (800, 1000), 245)
    return picture, ImageDraw.Draw(picture)


def test_lines_are_long_thin_and_may_be_dotted() -> None:
    picture, draw = sheet()
    draw.rectangle((100, 100, 499, 101), fill=20)  # a line
    draw.rectangle((100, 100, 102, 299), fill=20)  # another, upright
    for start in range(100, 500, 4):
        draw.rectangle((start, 200, start + 1, 201), fill=60)  # a dotted one
    draw.rectangle((100, 400, 499, 450), fill=20)  # a bar
    for start in range(100, 150, 4):
        draw.rectangle((start, 600, start + 1, 601), fill=60)  # what a word leaves
    draw.rectangle((100, 700, 120, 701), fill=20)  # a dash
    assert set(ruling_of(picture, scale=1)) == {
        Stroke(100, 100, 500, 102), Stroke(100, 200, 498, 202), Stroke(100, 100, 103, 300),
    }  # fmt: skip


def test_a_table_without_sides_is_closed_where_its_lines_end() -> None:
    level = [(100.0, y, 500.0, y) for y in (300.0, 250.0, 200.0)]
    assert list(open_sides([*level, (300.0, 200.0, 300.0, 300.0)])) == [
        (100, 200, 100, 300), (500, 200, 500, 300),
    ]  # fmt: skip
    assert list(open_sides([*level, (102.0, 200.0, 102.0, 300.0), (499.0, 200.0, 499.0, 300.0)])) == []
    assert list(open_sides(level[:2])) == []


def test_a_page_without_upright_lines_has_no_ruling() -> None:
    picture, draw = sheet()
    draw.rectangle((100, 100, 499, 101), fill=20)
    assert ruling_of(picture, scale=1) == ()
    assert ruling_of(Image.new("L", (50, 50), 255), scale=1) == ()
