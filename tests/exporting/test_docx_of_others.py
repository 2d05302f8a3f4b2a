"""The Word file with remarks for drafts that are none: by LibreOffice where it can, else plain."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path

import docx
import pytest

from checker.checking import check_bytes
from checker.domain import Block, Cell, Place, Reading
from checker.domain.decisions import Decision
from checker.exporting.docx import build, export
from tests.officebasic import opened, run_basic, stored
from tests.wordfiles import p, r, word
from tests.wordreports import anchored, report

WHEN = datetime(2026, 11, 24, 8, 30)
DRAFT = (
    "QUYẾT ĐỊNH\nĐiều 1. Chế độ\n1. Lao động nữ được nghỉ khi con ốm.\n2. Các cô nuôi dạy trẻ được mời dự."
)


def made_by_office(folder: Path, kind: str, filter_: str) -> bytes:
    source = folder / "a.docx"
    body = p(r("QUYẾT ĐỊNH", "<w:b/>")) + "".join(p(line) for line in DRAFT.splitlines()[1:])
    source.write_bytes(word(body))
    target = folder / f"b{kind}"
    run_basic(f"{opened(source)}\n{stored(target, filter_)}", folder)
    return target.read_bytes()


@pytest.mark.requires_program("soffice")
@pytest.mark.parametrize(("kind", "filter_"), [(".doc", "MS Word 97"), (".odt", "writer8")])
def test_other_word_processors_keep_their_looks(kind: str, filter_: str, tmp_path: Path) -> None:
    data = made_by_office(tmp_path, kind, filter_)
    report = check_bytes(f"du-thao{kind}", data)
    made = export(f"du-thao{kind}", data, report)
    assert len(anchored(made)) == len(report.findings) > 0
    assert docx.Document(BytesIO(made)).paragraphs[0].runs[0].bold


def test_plain_text_becomes_a_plain_word_file_with_what_was_decided() -> None:
    report = check_bytes("du-thao.txt", DRAFT.encode())
    first = report.findings[0].id
    dismissed = {first: Decision(first, "dismissed", "Bà An", WHEN)}
    whole = export("du-thao.txt", DRAFT.encode(), report)
    less = export("du-thao.txt", DRAFT.encode(), report, decisions=dismissed, tracked=False)
    count = len(report.findings)
    assert (len(anchored(whole)), len(anchored(less))) == (count, count - 1)
    assert [each.text for each in docx.Document(BytesIO(less)).paragraphs] == DRAFT.splitlines()


def test_tables_stay_tables_in_a_plain_word_file() -> None:
    cells = (Cell(0, 0, 0), Cell(0, 0, 2), Cell(0, 1, 0), Cell(0, 1, 0), Cell(0, 1, 1))
    texts = ("Chức danh", "Số người", "Tổ trưởng", "là nam", "1")
    inside = [
        Block(text, Place(number, cell=cell), kind="cell")
        for number, (text, cell) in enumerate(zip(texts, cells, strict=True), 2)
    ]
    blocks = (Block("Điều 1. Cơ cấu", Place(1)), *inside, Block("Điều 2. Hiệu lực", Place(7)))
    checked = report(Reading(blocks), "là nam", "Số người", "Hiệu lực")
    made = build(checked, when=WHEN)
    assert anchored(made) == ["Số người", "là nam", "Hiệu lực"]
    (table,) = docx.Document(BytesIO(made)).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Chức danh", "", "Số người"], ["Tổ trưởng\nlà nam", "1", ""],
    ]  # fmt: skip
