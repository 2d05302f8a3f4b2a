"""Ruled tables, turned pages, old fonts and centred heads of PDF."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.domain import Cell, Reading
from checker.reading import read_bytes
from tests.pdffiles import INDENT, LEFT, At, grid, lines, pdf

EDGES = (85, 200, 320, 540)
HEAD = (At(90, 685, "TT"), At(205, 685, "Chức danh"), At(325, 685, "Số nữ trong tổng số người"))
FIRST = (
    At(90, 655, "1"),
    At(205, 655, "Ủy viên hội"),
    At(325, 655, "3"),
    At(205, 641, "đồng trường"),
)


def cells(reading: Reading) -> dict[Cell, str]:
    return {block.place.cell: block.text for block in reading.blocks if block.place.cell}


def test_a_ruled_table_is_read_cell_by_cell() -> None:
    page = [*lines([(INDENT, "Điều 1. Thành phần như sau:")]), *HEAD, *FIRST, At(INDENT, 580, "Điều 2. Hết.")]
    reading = read_bytes("a.pdf", pdf([page], rulings=grid(EDGES, (700, 670, 630))))
    assert cells(reading) == {
        Cell(0, 0, 0): "TT",
        Cell(0, 0, 1): "Chức danh",
        Cell(0, 0, 2): "Số nữ trong tổng số người",
        Cell(0, 1, 0): "1",
        Cell(0, 1, 1): "Ủy viên hội đồng trường",
        Cell(0, 1, 2): "3",
    }
    assert [block.kind for block in reading.blocks] == ["paragraph", *["cell"] * 6, "paragraph"]


def test_a_merged_cell_stands_where_it_begins() -> None:
    rulings = [
        *grid((85, 540), (700, 670, 640)),
        (200, 670, 200, 640),
        (320, 700, 320, 640),
    ]
    page = [At(90, 685, "Gộp hai cột"), At(330, 685, "B"), At(90, 655, "một"), At(210, 655, "hai")]
    found = cells(read_bytes("a.pdf", pdf([[*page, At(330, 655, "ba")]], rulings=rulings)))
    assert found[Cell(0, 0, 0)] == "Gộp hai cột"
    assert found[Cell(0, 0, 2)] == "B"
    assert found[Cell(0, 1, 1)] == "hai"


def test_a_table_goes_on_over_the_end_of_a_page() -> None:
    page = [*HEAD, *FIRST]
    found = cells(read_bytes("a.pdf", pdf([page, page], rulings=grid(EDGES, (700, 670, 630)))))
    assert {cell.table for cell in found} == {0}
    assert found[Cell(0, 3, 1)] == "Ủy viên hội đồng trường"


def test_two_tables_with_text_between_are_two() -> None:
    page = [*HEAD, *FIRST, At(INDENT, 580, "Điều 2. Bảng sau quy định khác.")]
    found = cells(read_bytes("a.pdf", pdf([page, page], rulings=grid(EDGES, (700, 670, 630)))))
    assert {cell.table for cell in found} == {0, 1}


def test_words_on_coloured_ground_are_no_table() -> None:
    page = [At(INDENT, 700, "Điều 1. Việc lập phương án bồi thường"), At(LEFT, 684, "và tái định cư.")]
    grounds = [(150, 696, 250, 712), (250, 696, 400, 712), (85, 680, 250, 696), (250, 680, 400, 696)]
    reading = read_bytes("a.pdf", pdf([page], grounds=grounds))
    assert not cells(reading)
    assert reading.blocks[0].text.startswith("Điều 1. Việc lập phương án bồi thường")


def test_thin_filled_strips_are_rulings() -> None:
    strips = [(x0 - 0.3, y0 - 0.3, x1 + 0.3, y1 + 0.3) for x0, y0, x1, y1 in grid(EDGES, (700, 670, 630))]
    page = [*HEAD, *FIRST]
    ruled = read_bytes("a.pdf", pdf([page], rulings=grid(EDGES, (700, 670, 630))))
    assert cells(read_bytes("a.pdf", pdf([page], grounds=strips))) == cells(ruled)


def test_a_frame_around_text_is_no_table() -> None:
    rulings = grid((50, 560), (800, 40))
    assert not cells(read_bytes("a.pdf", pdf([[At(INDENT, 700, "Điều 1. Trong khung.")]], rulings=rulings)))


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("turned", [False, True])
def test_a_page_is_read_alike_however_it_lies(turned: bool, rotate: int) -> None:
    page = [*HEAD, *FIRST, At(INDENT, 580, "Điều 2. Sau bảng là đoạn văn này.")]
    rulings = grid(EDGES, (700, 670, 630))
    upright = read_bytes("a.pdf", pdf([page], rulings=rulings))
    lying = read_bytes("a.pdf", pdf([page], rulings=rulings, turned=turned, rotate=rotate))
    assert lying == upright
    assert cells(lying)[Cell(0, 1, 1)] == "Ủy viên hội đồng trường"


@pytest.mark.parametrize(
    ("font", "typed", "shown"),
    [
        (".VnTime", "B×nh ®¼ng giíi", "Bình đẳng giới"),
        ("ABCDEF+.VnTimeH", "b×nh ®¼ng", "BÌNH ĐẲNG"),
        ("VNI-Times", "Bình ñaúng giôùi", "Bình đẳng giới"),
    ],
)
def test_text_in_an_old_font_becomes_unicode(font: str, typed: str, shown: str) -> None:
    reading = read_bytes("a.pdf", pdf([[At(INDENT, 700, f"1. {typed}")]], font=font))
    assert reading.blocks[0].text == f"1. {shown}"


def test_a_raised_sign_stays_in_its_row() -> None:
    page = [At(LEFT, 700, "Diện tích nhà ở ít nhất 15 m"), At(225, 704, "2", 6), At(229, 700, " một người.")]
    assert read_bytes("a.pdf", pdf([page])).blocks[0].text == "Diện tích nhà ở ít nhất 15 m2 một người."


def test_heads_are_centred_and_an_indented_row_is_not(root: Path) -> None:
    reading = read_bytes("a.pdf", (root / "samples" / "thong-tu-bo.pdf").read_bytes())
    centred = {block.text: block.centred for block in reading.blocks}
    head = ("BỘ Y TẾ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "THÔNG TƯ")
    assert all(centred[text] for text in (*head, "Chương I", "QUY ĐỊNH CHUNG"))
    assert not any(
        found for text, found in centred.items() if text.startswith(("Căn cứ", "Điều", "1.", "a)"))
    )
