"""Lines, encodings and refusals of plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import UnreadableFile
from checker.reading.txt import read_txt

TEXT = "Điều 1. Phạm vi điều chỉnh\n\nLuật này quy định về bình đẳng giới."


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
    ],
)
def test_one_block_a_line_whatever_the_encoding(data: bytes) -> None:
    reading = read_txt(data)
    assert [block.text for block in reading.blocks] == TEXT.split("\n")
    assert [block.place.number for block in reading.blocks] == [1, 2, 3]
    assert reading.notes == ()


def test_windows_1258_is_read_with_a_note() -> None:
    reading = read_txt("Luâ\u0323t bi\u0300nh đă\u0309ng giơ\u0301i".encode("cp1258"))
    assert reading.blocks[0].text == "Luật bình đẳng giới"
    assert "UTF-8" in reading.notes[0]


OLD = "§iÒu 1. NghÞ quyÕt nµy quy ®Þnh vÒ b×nh ®¼ng giíi\n\n§iÒu 2. Ng\u00adêi lao ®éng ®\u00adîc nghØ phÐp."
NEW = "Điều 1. Nghị quyết này quy định về bình đẳng giới\n\nĐiều 2. Người lao động được nghỉ phép."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_text_in_an_old_encoding_is_converted_and_told_of(encoding: str) -> None:
    reading = read_txt(OLD.encode(encoding))
    assert [block.text for block in reading.blocks] == NEW.split("\n")
    assert [block.place.number for block in reading.blocks] == [1, 2, 3]
    (note,) = reading.notes
    assert "TCVN3" in note
    assert "văn bản từ bảng mã cũ" in note


def test_of_a_mixed_file_the_clear_lines_are_converted() -> None:
    reading = read_txt(f"{OLD}\nNgười lao động nữ được nghỉ.".encode())
    assert [block.text for block in reading.blocks] == [*NEW.split("\n"), "Người lao động nữ được nghỉ."]
    (note,) = reading.notes
    assert "một phần văn bản" in note


def test_old_text_that_is_too_little_to_convert_is_told_of() -> None:
    reading = read_txt("§iÒu 1. B×nh ®¼ng".encode())
    assert reading.blocks[0].text == "§iÒu 1. B×nh ®¼ng"
    (note,) = reading.notes
    assert "TCVN3" in note


@pytest.mark.parametrize(
    "text",
    [
        "L'égalité des chances à l'école, après l'été, dès le congé de la mère et où qu'elle soit élevée.",
        "Equal pay: café, naïve, façade, São Tomé, Zoë, £5, § 2, ® 2026.",
        "Bà Lê và cô Hà có công; bé An là con bà Lê.",
    ],
)
def test_other_letters_beyond_ascii_are_left_alone(text: str) -> None:
    reading = read_txt(text.encode())
    assert [block.text for block in reading.blocks] == [text]


def test_one_control_character_in_much_text_is_dropped() -> None:
    reading = read_txt(("Thông tư số \x08126.\n" + 20 * TEXT).encode())
    assert reading.blocks[0].text == "Thông tư số 126."


def test_blanks_and_invisible_signs_are_cleaned() -> None:
    assert read_txt("Điều\u00a01.\u200b Tên\tđiều".encode()).blocks[0].text == "Điều 1. Tên điều"


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03", b"abc\x00def", b"\x8d\x8f\x90"])
def test_what_is_not_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="UTF-8"):
        read_txt(data)


@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=80).map(
        lambda text: text.replace("a", "\n")
    )
)
def test_lines_are_counted_as_split_counts_them(text: str) -> None:
    reading = read_txt(text.encode())
    assert len(reading.blocks) == len(text.split("\n"))
    assert not any("\n" in block.text or "\r" in block.text for block in reading.blocks)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        reading = read_txt(data)
    except UnreadableFile:
        return
    assert reading.blocks
