"""What stands beside the body of a Word file is read after it and marked by its part."""

from __future__ import annotations

import pytest

from checker.domain import Cell
from checker.errors import UnreadableFile
from checker.reading.docx import read_docx
from tests.wordfiles import (
    abstract,
    box,
    deleted,
    level,
    mark,
    note,
    num,
    numbered,
    p,
    packed,
    section,
    unpacked,
    word,
)

HEADER = section(("header", "default", "rId1"))
LIST = abstract(0, level(0, "Điều %1.")) + num(1, 0)


def parts(data: bytes) -> list[tuple[str, str]]:
    """Part and text of each block that is not of the body."""
    blocks = read_docx(data).blocks
    assert [block.place.number for block in blocks] == list(range(1, len(blocks) + 1))
    return [(block.place.part, block.text) for block in blocks if block.place.part != "body"]


def test_text_box_is_read_once_and_after_the_body() -> None:
    data = word(p("a", box(p("một"), p("hai"))) + p("b"))
    assert [block.text for block in read_docx(data).blocks] == ["a", "b", "một", "hai"]
    assert parts(data) == [("textbox", "một"), ("textbox", "hai")]


def test_text_box_in_a_text_box_and_a_table_in_it() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p('ô')}</w:tc></w:tr></w:tbl>"
    data = word(
        f"<w:tbl><w:tr><w:tc>{p('trong bảng')}</w:tc></w:tr></w:tbl>"
        + p("a", box(p("ngoài", box(p("trong"))), inner))
    )
    blocks = read_docx(data).blocks
    assert [block.text for block in blocks] == ["trong bảng", "a", "ngoài", "ô", "trong"]
    assert (blocks[0].place.cell, blocks[3].place.cell) == (Cell(0, 0, 0), Cell(1, 0, 0))


def test_a_file_with_words_in_a_text_box_only() -> None:
    assert parts(word(p(box(p("Dự thảo"))))) == [("textbox", "Dự thảo")]


def test_deleted_text_box_is_not_there() -> None:
    gone = f'<w:del w:id="1" w:author="A">{box(p("bỏ"))}</w:del>'
    assert parts(word(p("a", gone))) == []


def test_notes_come_in_the_order_of_their_marks() -> None:
    separator = note(0, p("---"), extra='w:type="separator"')
    data = word(
        p("a", mark(2), mark(1), mark(0)) + p("b", mark(1, "endnote")),
        footnotes=separator
        + note(1, p("một"), p("một nữa"))
        + note(2, p("hai"))
        + note(3, p("không ai gọi")),
        endnotes=note(1, p("cuối"), kind="endnote"),
    )
    assert parts(data) == [
        ("footnote", "hai"), ("footnote", "một"), ("footnote", "một nữa"), ("endnote", "cuối"),
    ]  # fmt: skip


def test_note_of_a_deleted_mark_is_gone() -> None:
    gone = f'<w:del w:id="1" w:author="A">{mark(1)}</w:del>'
    data = word(p("a", gone), footnotes=note(1, p("bỏ")))
    assert parts(data) == []
    assert read_docx(data, view="original").blocks[-1].text == "bỏ"


def test_numbers_of_the_body_do_not_count_those_beside_it() -> None:
    data = word(numbered("Một", 1) + p("x", box(numbered("Hộp", 1))) + numbered("Hai", 1), numbering=LIST)
    assert [block.text for block in read_docx(data).blocks] == [
        "Điều 1. Một",
        "x",
        "Điều 2. Hai",
        "Điều 1. Hộp",
    ]


def test_headers_and_footers_that_a_page_shows() -> None:
    body = p("a") + section(("header", "default", "rId1"), ("footer", "default", "rId2"))
    assert parts(word(body, header=p("CÔNG BÁO"), footer=p("Trang 1"))) == [
        ("header", "CÔNG BÁO"), ("footer", "Trang 1"),
    ]  # fmt: skip


def test_page_number_alone_is_no_text() -> None:
    assert parts(word(p("a") + HEADER, header=p("- 12 -"))) == []


@pytest.mark.parametrize(
    ("on", "title", "settings", "shown"),
    [
        ("first", False, "", False), ("first", True, "", True), ("even", False, "", False),
        ("even", False, "<w:evenAndOddHeaders/>", True), ("khác", True, "", False),
    ],
)  # fmt: skip
def test_headers_of_first_and_even_pages(on: str, title: bool, settings: str, shown: bool) -> None:
    data = word(
        p("a") + section(("header", on, "rId1"), title=title), header=p("CÔNG BÁO"), settings=settings
    )
    assert bool(parts(data)) is shown


def test_same_header_of_many_sections_is_read_once() -> None:
    again = unpacked(word("", header=p("CÔNG BÁO 2")))["word/header.xml"]
    first = p("a", properties=HEADER) + p("b") + section(("header", "default", "rId9"))
    files = unpacked(word(first, header=p("CÔNG BÁO 1"), more={"word/header2.xml": again}))
    link = '<Relationship Id="rId9" Type="x/header" Target="header2.xml"/></Relationships>'
    name = "word/_rels/document.xml.rels"
    files[name] = files[name].replace(b"</Relationships>", link.encode())
    assert parts(packed(files)) == [("header", "CÔNG BÁO 1")]


@pytest.mark.parametrize(
    "target", ["file:///etc/hostname", "http://127.0.0.1:9/header.xml", "../../etc/hostname"]
)
@pytest.mark.parametrize("mode", [' TargetMode="External"', ""])
def test_nothing_outside_the_file_is_opened(target: str, mode: str) -> None:
    files = unpacked(word(p("a") + HEADER, header=p("CÔNG BÁO")))
    name = "word/_rels/document.xml.rels"
    files[name] = files[name].replace(b'Target="header.xml"', f'Target="{target}"{mode}'.encode())
    assert parts(packed(files)) == []


def test_comments_are_read_last_and_noted() -> None:
    comments = note(0, p("Sao chỉ nữ?"), kind="comment", extra='w:author="Lan"') + note(
        1, p("Đồng ý"), kind="comment", extra='w:author="Minh"'
    )
    data = word(p("a", mark(0, "comment")), comments=comments)
    assert parts(data) == [("comment", "Sao chỉ nữ?"), ("comment", "Đồng ý")]
    assert read_docx(data).notes == (
        "Tệp có sẵn 2 nhận xét của Lan, Minh: giữ nguyên, không xét như nội dung dự thảo.",
    )


def test_our_own_comments_are_not_read_back() -> None:
    ours = note(0, p("x"), kind="comment", extra='w:author="Kiểm tra lồng ghép giới"')
    data = word(p("a", mark(0, "comment")), comments=ours)
    assert (parts(data), read_docx(data).notes) == ([], ())


def test_comments_and_headers_alone_are_no_draft() -> None:
    with pytest.raises(UnreadableFile, match="không có chữ nào"):
        read_docx(word(p("") + HEADER, header=p("CÔNG BÁO"), comments=note(0, p("x"), kind="comment")))


def test_fields_and_hidden_text_of_notes() -> None:
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"
    content = p(field.format("begin"), "mã", field.format("separate"), "hiện", field.format("end"), hidden)
    assert parts(word(p("a", mark(1)), footnotes=note(1, content))) == [("footnote", "hiện")]


def test_tracked_changes_of_a_note() -> None:
    data = word(p("a", mark(1)), footnotes=note(1, p("lao động", deleted(" nữ"))))
    assert parts(data) == [("footnote", "lao động")]
    assert [block.text for block in read_docx(data, view="both").blocks] == ["a", "lao động nữ"]
