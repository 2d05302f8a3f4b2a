"""Numbers of two papers that speak of one thing: tables against tables and against the running text."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest

from checker.domain import Dossier
from checker.dossier import check_packets
from checker.reading.folders import Packet
from tests.dossierfiles import BILL, STATE

HEAD = ("TT", "Nghề", "Tổng số học viên", "Nữ", "Nam")
TITLE = "Bảng 1. Học viên học nghề theo nhóm nghề năm 2025"
ROWS = (HEAD, ("1", "Cơ khí", "300", "40", "260"), ("2", "Dệt may", "500", "450", "50"))


def word(rows: tuple[tuple[str, ...], ...], *, title: str = TITLE, paper: str = "PHỤ LỤC") -> bytes:
    made = docx.Document()
    for line in (paper, "Thông tin, số liệu về giới trong dự án Luật Hỗ trợ học nghề", title):
        made.add_paragraph(line)
    table = made.add_table(len(rows), len(rows[0]))
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    packed = BytesIO()
    made.save(packed)
    return packed.getvalue()


def submission(text: str) -> bytes:
    head = f"CHÍNH PHỦ\nSố:      /TTr-CP\n{STATE}TỜ TRÌNH\nDự án Luật Hỗ trợ học nghề\nI. VỀ BÌNH ĐẲNG GIỚI\n"
    return f"{head}{text}\n".encode()


def dossier(**files: bytes) -> Dossier:
    named = {name.replace("_docx", ".docx").replace("_txt", ".txt"): data for name, data in files.items()}
    packets = [Packet("luat.txt", BILL.encode()), *(Packet(name, data) for name, data in named.items())]
    return check_packets("ho-so", packets)


def differ(made: Dossier) -> list[tuple[str, str]]:
    """The quotes of the two places, that of the finding first."""
    told = [one.finding for one in made.findings if one.finding.rule == "figures-differ"]
    return [(one.quote, one.message.rpartition("“")[2].strip("”.")) for one in told]


def against_text(text: str, *, title: str = TITLE) -> list[tuple[str, str]]:
    return differ(dossier(phu_luc_docx=word(ROWS, title=title), to_trinh_txt=submission(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2025, nhóm nghề cơ khí có 60 học viên nữ trong các lớp học nghề.",
        "Năm 2025, số học viên nữ học nghề cơ khí theo nhóm là 60 người.",
    ],
)
def test_a_sentence_that_gives_another_number_than_the_table(text: str) -> None:
    [(quote, other)] = against_text(text)
    assert {"60" in quote, "60" in other} == {True, False}
    assert "40" in (quote, other)


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2025, nhóm nghề cơ khí có 40 học viên nữ trong các lớp học nghề.",  # the same number
        "Năm 2023, nhóm nghề cơ khí có 60 học viên nữ trong các lớp học nghề.",  # another year
        "Nhóm nghề cơ khí có 60 học viên nữ trong các lớp học nghề.",  # no year
        "Năm 2025, nhóm nghề cơ khí có 260 học viên nam trong các lớp học nghề.",  # the men
        "Năm 2025, nhóm nghề cơ khí có 300 học viên trong các lớp học nghề.",  # all of them
        "Năm 2025, nhóm nghề cơ khí có khoảng 50 học viên nữ trong các lớp học nghề.",  # rounded
        "Năm 2025, nhóm nghề cơ khí có 60 % học viên nữ trong các lớp học nghề.",  # another unit
        "Năm 2025, nhóm nghề hàn có 60 học viên nữ trong các lớp học nghề.",  # another row
        "Năm 2025, phấn đấu nhóm nghề cơ khí có 60 học viên nữ học nghề.",  # planned
        "Năm 2025, xã Thượng Lâm, nhóm nghề cơ khí có 6 học viên nữ học nghề.",  # a part of it
        "Năm 2025, nghề cơ khí có 12 giáo viên nữ.",  # not what the table counts
        "Năm 2025, nhóm nghề cơ khí có 40 học viên nữ, nghề hàn có 60 học viên nữ học nghề.",
    ],
)
def test_what_is_no_other_number_for_the_same_thing(text: str) -> None:
    assert against_text(text) == []


def test_a_table_of_two_years_is_not_held_against_a_sentence() -> None:
    text = "Năm 2025, nhóm nghề cơ khí có 60 học viên nữ trong các lớp học nghề."
    assert against_text(text, title="Bảng 1. Học viên học nghề theo nhóm nghề các năm 2024, 2025") == []


def tables(other: tuple[tuple[str, ...], ...], *, title: str = TITLE) -> list[tuple[str, str]]:
    paper = word(other, title=title, paper="BÁO CÁO")
    return differ(dossier(phu_luc_docx=word(ROWS), danh_gia_tac_dong_docx=paper))


def test_two_tables_that_differ() -> None:
    assert tables((HEAD, ("1", "Cơ khí", "300", "60", "240"))) in (
        [("40", "60"), ("260", "240")],
        [("60", "40"), ("240", "260")],
    )


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        (ROWS, TITLE),
        ((HEAD, ("1", "Cơ khí", "310", "60", "250")), TITLE.replace("2025", "2024")),
        ((HEAD, ("1", "Cơ khí chế tạo", "310", "60", "250")), TITLE),
        ((HEAD, ("1", "Cơ khí", "310", "60", "250")), "Bảng 2. Giáo viên dạy tại các trường năm 2025"),
        ((("TT", "Nghề", "Học bổng", "Chi phí"), ("1", "Cơ khí", "310", "60")), TITLE),
    ],
)
def test_tables_that_do_not(rows: tuple[tuple[str, ...], ...], title: str) -> None:
    assert tables(rows, title=title) == []


def test_the_samples_that_fit_stay_silent(root: Path) -> None:
    folder = root / "samples" / "ho-so-day-du"
    packets = [Packet(path.name, path.read_bytes()) for path in sorted(folder.iterdir())]
    assert differ(check_packets("ho-so", packets)) == []
