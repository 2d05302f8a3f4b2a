"""Automatic numbers of Word come back as Word counts and writes them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.reading.docx import read_docx
from checker.reading.docx.numerals import numeral
from tests.wordfiles import abstract, converted, level, num, numbered, p, start_override, styled, word

DIEU = abstract(
    0, level(0, "Điều %1."), level(1, "%2."), level(2, "%3)", "lowerLetter"), level(3, "", "bullet")
)


def labels(data: bytes) -> list[str]:
    return [block.label for block in read_docx(data).blocks]


def lettered(*places: tuple[int, int], lists: str) -> list[str]:
    """The labels of paragraphs given as (num, level)."""
    body = "".join(numbered("Nội dung", number, index) for number, index in places)
    return [label.strip() for label in labels(word(body, numbering=lists))]


def test_dieu_khoan_diem() -> None:
    places = [(1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 0), (1, 1), (1, 2)]
    found = lettered(*places, lists=DIEU + num(1, 0))
    assert found == ["Điều 1.", "1.", "a)", "b)", "2.", "Điều 2.", "1.", "a)"]


def test_label_begins_the_text() -> None:
    block = read_docx(word(numbered("Phạm vi điều chỉnh", 1), numbering=DIEU + num(1, 0))).blocks[0]
    assert block.label == "Điều 1. "
    assert block.text == "Điều 1. Phạm vi điều chỉnh"


def test_several_levels_in_one_number() -> None:
    lists = abstract(0, level(0, "%1.", "upperRoman"), level(1, "%1.%2.", start=3)) + num(1, 0)
    assert lettered((1, 0), (1, 1), (1, 1), (1, 0), (1, 1), lists=lists) == [
        "I.", "I.3.", "I.4.", "II.", "II.3.",
    ]  # fmt: skip


def test_legal_level_writes_all_numbers_as_digits() -> None:
    lists = abstract(0, level(0, "%1.", "upperRoman"), level(1, "%1.%2.", "lowerLetter", "<w:isLgl/>")) + num(
        1, 0
    )
    assert lettered((1, 0), (1, 1), lists=lists) == ["I.", "1.1."]


def test_level_used_before_the_one_above() -> None:
    lists = abstract(0, level(0, "%1."), level(1, "%1.%2.")) + num(1, 0)
    assert lettered((1, 1), (1, 1), (1, 0), (1, 1), lists=lists) == ["1.1.", "1.2.", "2.", "2.1."]


@pytest.mark.parametrize(
    ("restart", "expected"),
    [("0", ["a)", "b)", "c)"]), ("1", ["a)", "a)", "b)"]), ("2", ["a)", "a)", "a)"])],
)
def test_where_a_level_starts_anew(restart: str, expected: list[str]) -> None:
    deepest = level(2, "%3)", "lowerLetter", f'<w:lvlRestart w:val="{restart}"/>')
    lists = abstract(0, level(0, "Điều %1."), level(1, "%2."), deepest) + num(1, 0)
    found = lettered((1, 0), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2), (1, 1), (1, 2), lists=lists)
    assert [found[2], found[5], found[7]] == expected


def test_lists_of_one_kind_count_on_together() -> None:
    lists = DIEU + num(1, 0) + num(2, 0)
    assert lettered((1, 0), (2, 0), (1, 0), lists=lists) == ["Điều 1.", "Điều 2.", "Điều 3."]


def test_start_override_restarts_once() -> None:
    lists = DIEU + num(1, 0) + num(2, 0, start_override(0, 7))
    assert lettered((1, 0), (1, 0), (2, 0), (2, 0), (1, 0), lists=lists) == [
        "Điều 1.", "Điều 2.", "Điều 7.", "Điều 8.", "Điều 9.",
    ]  # fmt: skip


def test_override_of_a_whole_level_holds_for_one_list() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "%1/", "upperLetter")}</w:lvlOverride>'
    lists = DIEU + abstract(1, level(0, "%1.")) + num(1, 0, override) + num(2, 1)
    assert lettered((1, 0), (2, 0), (1, 0), lists=lists) == ["A/", "1.", "B/"]


def test_bullets_read_as_dashes() -> None:
    lists = abstract(0, level(0, "\uf0b7", "bullet"), level(1, "+", "bullet"), level(2, "–", "bullet")) + num(
        1, 0
    )
    assert lettered((1, 0), (1, 1), (1, 2), lists=lists) == ["-", "+", "-"]


@pytest.mark.parametrize("place", [(0, 0), (9, 0), (1, 8)])
def test_no_list_no_number(place: tuple[int, int]) -> None:
    assert lettered(place, lists=DIEU + num(1, 0)) == [""]


def test_no_numbering_part() -> None:
    assert labels(word(numbered("Nội dung", 1))) == [""]


@pytest.mark.parametrize(
    ("suffix", "text", "expected"),
    [
        ("tab", "Phạm vi", "Điều 1. Phạm vi"),
        ("space", "Phạm vi", "Điều 1. Phạm vi"),
        ("nothing", "Phạm vi", "Điều 1. Phạm vi"),
        ("nothing", " Phạm vi", "Điều 1. Phạm vi"),
        ("nothing", "1 mục", "Điều 1.1 mục"),
    ],
)
def test_blank_after_the_number(suffix: str, text: str, expected: str) -> None:
    lists = abstract(0, level(0, "Điều %1.", extra=f'<w:suff w:val="{suffix}"/>')) + num(1, 0)
    assert read_docx(word(numbered(text, 1), numbering=lists)).blocks[0].text == expected


def style(identity: str, properties: str = "", base: str = "", kind: str = "paragraph") -> str:
    on = f'<w:basedOn w:val="{base}"/>' if base else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{identity}"><w:name w:val="{identity}"/>{on}'
        f"<w:pPr>{properties}</w:pPr></w:style>"
    )


def by_style(number: int, index: int | None = None) -> str:
    at = "" if index is None else f'<w:ilvl w:val="{index}"/>'
    return f'<w:numPr>{at}<w:numId w:val="{number}"/></w:numPr>'


def test_number_by_style_and_its_base() -> None:
    styles = style("Dieu", by_style(1)) + style("DieuDam", base="Dieu")
    data = word(styled("Một", "Dieu") + styled("Hai", "DieuDam"), styles=styles, numbering=DIEU + num(1, 0))
    assert labels(data) == ["Điều 1. ", "Điều 2. "]


def test_level_is_the_one_linked_to_the_style() -> None:
    lists = abstract(
        0, level(0, "Điều %1.", extra='<w:pStyle w:val="Dieu"/>'),
        level(1, "%2.", extra='<w:pStyle w:val="Khoan"/>'),
    ) + num(1, 0)  # fmt: skip
    styles = style("Dieu", by_style(1)) + style("Khoan", by_style(1)) + style("KhoanNhe", base="Khoan")
    body = styled("Một", "Dieu") + styled("Hai", "Khoan") + styled("Ba", "KhoanNhe")
    assert labels(word(body, styles=styles, numbering=lists)) == ["Điều 1. ", "1. ", "2. "]


def test_level_of_the_nearest_style_goes_first() -> None:
    styles = style("Dieu", by_style(1, 0)) + style("Khoan", '<w:numPr><w:ilvl w:val="1"/></w:numPr>', "Dieu")
    data = word(styled("Một", "Dieu") + styled("Hai", "Khoan"), styles=styles, numbering=DIEU + num(1, 0))
    assert labels(data) == ["Điều 1. ", "1. "]


def test_paragraph_can_refuse_the_number_of_its_style() -> None:
    data = word(
        p("Một", properties='<w:pStyle w:val="Dieu"/>' + by_style(0, 0)) + styled("Hai", "Dieu"),
        styles=style("Dieu", by_style(1)),
        numbering=DIEU + num(1, 0),
    )
    assert labels(data) == ["", "Điều 1. "]


def test_numbering_style_behind_a_link() -> None:
    linked = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="KieuDieu"/></w:abstractNum>'
    data = word(
        numbered("Một", 2) + numbered("Hai", 1) + numbered("Ba", 2),
        styles=style("KieuDieu", by_style(1), kind="numbering"),
        numbering=DIEU + linked + num(1, 0) + num(2, 5),
    )
    assert labels(data) == ["Điều 1. ", "Điều 2. ", "Điều 3. "]


def test_numbering_styles_in_a_circle() -> None:
    linked = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Vong"/></w:abstractNum>'
    styles = style("Vong", by_style(2), kind="numbering")
    assert labels(word(numbered("Một", 2), styles=styles, numbering=linked + num(2, 5))) == [""]


def test_deleted_paragraph_is_not_counted() -> None:
    deleted = (
        '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr>'
        '<w:del w:id="2" w:author="A"><w:r><w:delText>Bỏ</w:delText></w:r></w:del></w:p>'
    )
    data = word(numbered("Một", 1) + deleted + numbered("Hai", 1), numbering=DIEU + num(1, 0))
    assert labels(data) == ["Điều 1. ", "Điều 2. "]


def test_empty_numbered_paragraph_is_counted() -> None:
    data = word(numbered("Một", 1) + numbered("", 1) + numbered("Hai", 1), numbering=DIEU + num(1, 0))
    assert labels(data) == ["Điều 1. ", "Điều 2. ", "Điều 3. "]


@pytest.mark.parametrize(
    ("count", "form", "expected"),
    [
        (4, "decimal", "4"), (4, "decimalZero", "04"), (5, "lowerLetter", "e"), (28, "upperLetter", "BB"),
        (1994, "lowerRoman", "mcmxciv"), (9, "upperRoman", "IX"), (3, "none", ""), (3, "ordinalText", "3"),
        (0, "lowerLetter", "0"), (0, "upperRoman", "0"), (10**9, "lowerLetter", "1000000000"),
    ],
)  # fmt: skip
def test_numerals(count: int, form: str, expected: str) -> None:
    assert numeral(count, form) == expected


def mixed_lists() -> bytes:
    """Most of the above in one file, without legal levels: there LibreOffice differs from Word."""
    lists = (
        DIEU
        + abstract(1, level(0, "%1.", "upperRoman"), level(1, "%1.%2."), level(2, "%3)", "lowerLetter"))
        + abstract(2, level(0, "Khoản %1.", extra='<w:pStyle w:val="Khoan"/>', start=4))
        + num(1, 0)
        + num(2, 0, start_override(0, 7))
        + num(3, 1)
        + num(4, 2)
    )
    places = [(1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 0), (1, 1), (2, 0), (2, 1), (2, 0), (3, 0), (3, 1),
              (3, 2), (3, 1), (3, 0), (3, 2), (3, 1)]  # fmt: skip
    body = "".join(numbered(f"đoạn {index}", *place) for index, place in enumerate(places))
    body += styled("theo kiểu", "Khoan") + styled("theo kiểu nữa", "Khoan")
    return word(body, styles=style("Khoan", by_style(4)), numbering=lists)


@pytest.mark.requires_program("soffice")
def test_numbers_agree_with_libreoffice(tmp_path: Path) -> None:
    data = mixed_lists()
    lines = converted(data, "txt:Text", tmp_path).decode("utf-8-sig").splitlines()
    assert [re.sub(r"\s+", " ", line).strip() for line in lines if line] == [
        b.text for b in read_docx(data).blocks
    ]
