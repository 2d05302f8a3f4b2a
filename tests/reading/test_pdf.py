"""Paragraphs, columns, pages and refusals of PDF."""

from __future__ import annotations

import pytest

from checker.domain import Reading
from checker.errors import UnreadableFile
from checker.reading import read_bytes
from tests.pdffiles import INDENT, LEFT, At, lines, pdf

FULL = (
    "x" * 8 + " đủ chữ để dòng này chạy tới mép phải của trang giấy và không còn chỗ trống nào"
)  # about 450 points
LONG = FULL + " hết"


def texts(reading: Reading) -> list[str]:
    return [block.text for block in reading.blocks]


def read(*pages: list[At], **options: bool) -> Reading:
    return read_bytes("a.pdf", pdf(pages, **options))


def test_rows_of_one_paragraph_are_joined_and_numbered() -> None:
    rows = [
        (INDENT, LONG),
        (LEFT, "phần còn lại của khoản."),
        (INDENT, "2. Khoản sau " + FULL),
        (LEFT, "hết khoản."),
    ]
    reading = read(lines(rows))
    assert texts(reading) == [f"{LONG} phần còn lại của khoản.", f"2. Khoản sau {FULL} hết khoản."]
    assert [block.place.number for block in reading.blocks] == [1, 2]


def test_every_printed_number_opens_a_paragraph() -> None:
    rows = [
        (INDENT, "Điều 5. Nguyên tắc chung của Luật."),
        (INDENT, "1. Khoản một của điều này:"),
        (INDENT, "a) Điểm thứ nhất;"),
        (INDENT, "- Gạch đầu dòng;"),
        (INDENT, "đ) Điểm cuối cùng."),
        (INDENT, "Chương II"),
    ]
    assert texts(read(lines(rows))) == [text for _, text in rows]


def test_a_paragraph_goes_on_over_the_end_of_a_page_and_keeps_its_first_page() -> None:
    first = lines([(INDENT, "1. " + FULL), (LEFT, LONG)], top=120)
    second = [At(300, 800, "2"), *lines([(LEFT, "và hết ở trang sau."), (INDENT, "2. Khoản hai.")])]
    reading = read(first, second)
    assert texts(reading) == [f"1. {FULL} {LONG} và hết ở trang sau.", "2. Khoản hai."]
    assert [block.place.page for block in reading.blocks] == [1, 2]


def test_page_numbers_and_running_heads_are_dropped() -> None:
    pages = [
        [
            At(300, 800, str(n)),
            At(85, 20, f"CÔNG BÁO/S ố 1{n}/Ngày {3 * n}-5-2026, kỳ {'thứ' * n}"),
            *lines([(INDENT, f"Điều {n}. Tên của điều này.")]),
        ]
        for n in range(1, 4)
    ]
    assert texts(read(*pages)) == [f"Điều {n}. Tên của điều này." for n in range(1, 4)]


def test_a_two_column_head_is_read_column_by_column() -> None:
    head = [
        At(85, 780, "ỦY BAN NHÂN DÂN"),
        At(320, 780, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        At(85, 764, "TỈNH HÒA BÌNH"),
        At(340, 764, "Độc lập - Tự do - Hạnh phúc"),
        At(85, 740, "Số:"),
        At(135, 740, "/QĐ-UBND"),
        At(330, 740, "Hòa Bình, ngày 5 tháng 6 năm 2026"),
    ]
    assert texts(read([*head, *lines([(INDENT, "Điều 1. " + FULL), (LEFT, "hết.")], top=600)])) == [
        "ỦY BAN NHÂN DÂN",
        "TỈNH HÒA BÌNH",
        "Số:      /QĐ-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Hòa Bình, ngày 5 tháng 6 năm 2026",
        f"Điều 1. {FULL} hết.",
    ]


def test_a_hyphen_at_the_end_of_a_row_is_kept_without_a_blank() -> None:
    row = FULL[:-5] + " NĐ-"
    assert texts(read(lines([(INDENT, row), (LEFT, "CP của Chính phủ.")]))) == [f"{row}CP của Chính phủ."]


def test_a_footnote_does_not_cut_the_paragraph_above_it() -> None:
    first = [
        *lines([(INDENT, "1. " + FULL), (LEFT, LONG)], top=300),
        At(LEFT, 110, "1 Chú thích ở cuối trang.", 8),
    ]
    second = lines([(LEFT, "và hết ở trang sau."), (INDENT, "2. Khoản hai.")])
    reading = read(first, second)
    assert texts(reading) == [
        f"1. {FULL} {LONG} và hết ở trang sau.",
        "2. Khoản hai.",
        "1 Chú thích ở cuối trang.",
    ]
    assert [block.place.part for block in reading.blocks] == ["body", "body", "footnote"]


def drawn_apart(text: str, step: float) -> list[At]:
    """Every letter drawn on its own, `step` points after the last one; they are 5 points wide."""
    return [At(LEFT + step * place, 700, letter) for place, letter in enumerate(text) if letter != " "]


@pytest.mark.parametrize("step", [5.6, 6.5, 7])
def test_letters_drawn_apart_are_one_word_and_words_are_not(step: float) -> None:
    assert texts(read(drawn_apart("trang trai nho", step))) == ["trang trai nho"]


def test_what_makes_no_syllable_stays_apart() -> None:
    assert texts(read(drawn_apart("fax", 7))) == ["f a x"]


def test_words_set_close_are_two() -> None:
    assert texts(read([At(LEFT, 700, "trang"), At(LEFT + 27, 700, "trai nho")])) == ["trang trai nho"]


def noted(before: str, mark: str, after: str) -> list[At]:
    """A line with a raised small number in it; letters are half as wide as their size."""
    at = LEFT + 5 * len(before)
    return [At(LEFT, 700, before), At(at, 704, mark, 6), At(at + 3 * len(mark), 700, after)]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (noted("Mọi giới", "1", " và mọi lứa tuổi."), "Mọi giới và mọi lứa tuổi."),
        (noted("trong thành phố", "25", " phải đồng bộ."), "trong thành phố phải đồng bộ."),
        (noted("về đất đai:", "(3)", " người ký đơn."), "về đất đai: người ký đơn."),
        (noted("1.", "43", " Dự án này."), "1. Dự án này."),
        (noted("4.", "9", "(được bãi bỏ)"), "4. (được bãi bỏ)"),
        (noted("sửa Luật Nhà ở", "2", "."), "sửa Luật Nhà ở."),
        (noted("có hiệu lực từ năm 2024", "1", "."), "có hiệu lực từ năm 2024."),
        (noted("Có diện tích 15 m", "2", " trở lên."), "Có diện tích 15 m2 trở lên."),
        (noted("Theo biến số x", "2", " bình phương."), "Theo biến số x2 bình phương."),
        ([At(LEFT, 700, "Theo Nghị định số 15 của Chính phủ.")], "Theo Nghị định số 15 của Chính phủ."),
    ],
)
def test_the_number_of_a_note_is_no_part_of_the_sentence(line: list[At], shown: str) -> None:
    assert texts(read(line)) == [shown]


def test_a_note_keeps_its_own_number() -> None:
    note = [At(LEFT, 114, "1", 5), At(LEFT + 5, 110, "Chú thích ở cuối trang này.", 8)]
    rows = lines([(INDENT, "1. " + FULL), (LEFT, LONG + ".")], top=300)
    assert texts(read([*rows, *note])) == [f"1. {FULL} {LONG}.", "1 Chú thích ở cuối trang này."]


BODY = lines([(INDENT, f"{number}. {FULL}.") for number in range(1, 30)])
SMALL = FULL + " và thêm mấy chữ nữa"


def small(texts: list[str], *, top: float, raised: str = "") -> list[At]:
    """Rows in smaller print, the first after a raised number."""
    mark = [At(LEFT, top + 4, raised, 5)] if raised else []
    return [
        *mark,
        *(At(LEFT + (4 if raised and not n else 0), top - 10 * n, text, 8) for n, text in enumerate(texts)),
    ]


def parts(*pages: list[At]) -> dict[str, str]:
    return {block.text: block.place.part for block in read(*pages).blocks}


def test_a_footnote_goes_on_over_the_end_of_its_page() -> None:
    first = [*BODY[:20], *small(["Điều này được sửa đổi như sau:"], top=120, raised="7")]
    second = [*BODY[20:25], *small([f"“Căn cứ {SMALL};", "Quốc hội ban hành Luật này.”."], top=120)]
    found = parts(first, second)
    assert {text[:8]: part for text, part in found.items() if part == "footnote"} == {
        "7 Điều n": "footnote", "“Căn cứ ": "footnote",
    }  # fmt: skip
    assert f"25. {FULL}." in found


def test_footnotes_may_fill_most_of_a_page() -> None:
    note = small([SMALL] * 20, top=600, raised="1")
    found = parts([*BODY[:3], *note], BODY, BODY)
    assert [text[:4] for text, part in found.items() if part == "footnote"] == ["1 xx"]


def test_an_annex_in_small_print_is_no_footnote() -> None:
    annex = [At(INDENT, 720, "PHỤ LỤC"), *small([f"{number}. {FULL}." for number in range(1, 20)], top=680)]
    assert set(parts(BODY, BODY, annex).values()) == {"body"}


def test_recipients_under_a_page_with_notes_are_no_notes() -> None:
    first = [*BODY[:20], *small(["Chú thích."], top=120, raised="1")]
    second = [*BODY[20:25], *small(["Nơi nhận:", "- Như trên;", "- Lưu: VT."], top=120)]
    found = parts(first, second)
    assert [text for text, part in found.items() if part == "footnote"] == ["1 Chú thích."]


def test_text_comes_out_composed() -> None:
    assert texts(read(lines([(INDENT, "Bi\u0300nh đa\u0306\u0309ng giơ\u0301i trong gia đình.")]))) == [
        "Bình đẳng giới trong gia đình."
    ]


def test_pages_without_text_are_told_of() -> None:
    reading = read(lines([(INDENT, "Điều 1. " + FULL)]), [])
    assert len(reading.notes) == 1
    assert reading.notes[0].startswith("Trang 2 ")


def test_unreadable_letters_are_told_of() -> None:
    reading = read(lines([(INDENT, "Nghị quyết này đ\x00 được thông qua tại kỳ họp.")]))
    assert reading.blocks[0].text == "Nghị quyết này đ\ufffd được thông qua tại kỳ họp."
    assert any("1 ký tự" in note for note in reading.notes)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (pdf([lines([(INDENT, "Điều 1. " + FULL)])], locked=True), "mật khẩu"),
        (b"%PDF-1.7\nrubbish", "hỏng"),
        (pdf([]), "không có trang"),
        (pdf([[]]), "scan"),
        (pdf([[]], picture=True), "scan"),
    ],
)
def test_what_cannot_be_read_is_refused_with_advice(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableFile, match=says):
        read_bytes("a.pdf", data)


def test_a_short_text_on_a_picture_less_page_is_read() -> None:
    assert texts(read(lines([(INDENT, "Điều 1. Luật này quy định về đê điều.")]))) == [
        "Điều 1. Luật này quy định về đê điều."
    ]
