"""Tracked changes of a Word file in three views: as accepted, as before them, both."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.domain import Span, View
from checker.reading import read_bytes
from checker.reading.docx import read_docx
from checker.reading.docx.package import open_package
from checker.reading.docx.pieces import pieces, raw
from checker.reading.docx.spelling import origin_of, raw_span, text_of
from checker.reading.docx.story import read_story
from tests.wordfiles import abstract, deleted, ended, inserted, level, num, numbered, p, r, styled, word

VIEWS: tuple[View, ...] = ("accepted", "original", "both")


VNTIME = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'


def texts(data: bytes) -> list[list[str]]:
    """The texts of the blocks in each view."""
    return [[block.text for block in read_docx(data, view=view).blocks] for view in VIEWS]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (("công ", deleted("nữ"), inserted(r("dân"))), ("công dân", "công nữ", "công nữ dân")),
        ((deleted("a", kind="moveFrom"), "b", inserted(r("a"), kind="moveTo")), ("ba", "ab", "aba")),
        ((inserted(r("a"), deleted("b")), "c"), ("ac", "c", "a bc")),
        ((f"<w:hyperlink>{deleted('a')}{inserted(r('b'))}</w:hyperlink>",), ("b", "a", "a b")),
        ((inserted(r("người")), deleted("nam giới")), ("người", "nam giới", "người nam giới")),
        ((deleted("nam giới "), inserted(r("người "))), ("người ", "nam giới ", "nam giới người ")),
        ((deleted("nữ,"), inserted(r("nam"))), ("nam", "nữ,", "nữ,nam")),
        (("đ", deleted("ựo"), inserted(r("ượ")), "c"), ("được", "đựoc", "đựo ược")),
        ((deleted("§", "ång", properties=VNTIME), inserted(r("ông"))), ("ông", "Đồng", "Đồng ông")),
        (("a", r("b", '<w:b/><w:rPrChange w:id="1"><w:rPr/></w:rPrChange>')), ("ab", "ab", "ab")),
        (("a", '<w:del><w:r><w:delInstrText>PAGE</w:delInstrText></w:r></w:del>'), ("a", "a", "a")),
        (("a", '<w:del><w:r><w:tab/><w:delText>b</w:delText></w:r></w:del>'), ("a", "a b", "a b")),
    ],
)  # fmt: skip
def test_inside_a_paragraph(content: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert texts(word(p(*content))) == [[text] for text in expected]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p("Điều 1.", properties=ended("del")) + p(" Phạm vi") + p("x"),
         (["Điều 1. Phạm vi", "x"], ["Điều 1.", " Phạm vi", "x"], ["Điều 1.", " Phạm vi", "x"])),
        (p("Điều 1.", properties=ended("ins")) + p(" Phạm vi") + p("x"),
         (["Điều 1.", " Phạm vi", "x"], ["Điều 1. Phạm vi", "x"], ["Điều 1.", " Phạm vi", "x"])),
        (p(deleted("bỏ"), properties=ended("del")) + p("giữ"), (["giữ"], ["bỏ", "giữ"], ["bỏ", "giữ"])),
        (p(inserted(r("mới")), properties=ended("ins")) + p("cũ"), (["mới", "cũ"], ["cũ"], ["mới", "cũ"])),
        (p("a", properties=ended("del")) + p("b", properties=ended("del")) + p("c"),
         (["abc"], ["a", "b", "c"], ["a", "b", "c"])),
        (p("cuối", properties=ended("del")), (["cuối"], ["cuối"], ["cuối"])),
        (p("a", properties=ended("moveFrom")) + p("b"), (["ab"], ["a", "b"], ["a", "b"])),
    ],
)  # fmt: skip
def test_ends_of_paragraphs(body: str, expected: tuple[list[str], ...]) -> None:
    assert texts(word(body)) == list(expected)


def test_paragraphs_do_not_join_over_a_table() -> None:
    table = f"<w:tbl><w:tr><w:tc>{p('ô', properties=ended('del'))}</w:tc></w:tr></w:tbl>"
    assert texts(word(p("a", properties=ended("del")) + table + p("b")))[0] == ["a", "ô", "b"]


def test_joined_paragraph_keeps_number_and_style_of_the_first_with_text() -> None:
    lists = abstract(0, level(0, "Điều %1.")) + num(1, 0)
    styles = '<w:style w:type="paragraph" w:styleId="D1"><w:name w:val="heading 1"/></w:style>'
    first = numbered("Phạm vi", 1).replace("</w:pPr>", f"{ended('del')}</w:pPr>")
    data = word(first + p(" điều chỉnh") + numbered("Hai", 1), numbering=lists)
    assert texts(data)[0] == ["Điều 1. Phạm vi điều chỉnh", "Điều 2. Hai"]
    gone = numbered("", 1).replace("</w:pPr>", f"{ended('del')}</w:pPr>")
    data = word(gone + styled("Chương I", "D1"), numbering=lists, styles=styles)
    assert [(block.text, block.kind) for block in read_docx(data).blocks] == [("Chương I", "heading")]


def test_number_before_the_change_of_properties() -> None:
    lists = abstract(0, level(0, "Điều %1.")) + num(1, 0)
    before = '<w:pPrChange w:id="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'
    data = word(p("Phạm vi", properties=before), numbering=lists)
    assert texts(data) == [["Phạm vi"], ["Điều 1. Phạm vi"], ["Phạm vi"]]


def table(*rows: tuple[str, str]) -> str:
    """A table of one column: (row properties, text)."""
    each = "".join(f"<w:tr><w:trPr>{change}</w:trPr><w:tc>{p(text)}</w:tc></w:tr>" for change, text in rows)
    return f"<w:tbl>{each}</w:tbl>"


def test_rows() -> None:
    data = word(table(("", "một"), ('<w:del w:id="1"/>', "hai"), ('<w:ins w:id="2"/>', "ba")))
    assert texts(data) == [["một", "ba"], ["một", "hai"], ["một", "hai", "ba"]]


def test_cells() -> None:
    cells = "".join(
        f"<w:tc><w:tcPr>{change}</w:tcPr>{p(text)}</w:tc>"
        for change, text in (("", "a"), ('<w:cellDel w:id="1"/>', "b"), ('<w:cellIns w:id="1"/>', "c"))
    )
    assert texts(word(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")) == [["a", "c"], ["a", "b"], ["a", "b", "c"]]


def test_deleted_words_are_marked_and_quoted() -> None:
    lists = abstract(0, level(0, "%1.")) + num(1, 0)
    body = numbered("x", 1).replace(
        "</w:p>", deleted(" nữ", " công nhân") + r(" y") + deleted("z") + "</w:p>"
    )
    reading = read_docx(word(body, numbering=lists), view="both")
    (block,) = reading.blocks
    assert block.text == "1. x nữ công nhân yz"
    assert block.deleted == (Span(4, 17), Span(19, 20))
    assert reading.notes == (
        "Văn bản có 2 chỗ sửa đổi theo dõi (Track Changes): đang đọc cả chữ đã xóa lẫn chữ mới.",
        "Chữ đã bị xóa vẫn được đọc: đoạn 1 “nữ công nhân”; đoạn 1 “z”.",
    )


def test_notes_say_which_view() -> None:
    data = word(p("a", deleted("b")))
    assert [read_docx(data, view=view).notes[0].rpartition(": ")[2] for view in VIEWS] == [
        "đang đọc như đã chấp nhận mọi sửa đổi.",
        "đang đọc như trước khi sửa đổi.",
        "đang đọc cả chữ đã xóa lẫn chữ mới.",
    ]
    assert read_docx(data).blocks[0].deleted == ()


def test_long_lists_of_deletions_are_cut() -> None:
    body = p(*(f"{deleted('x' * 70)}{r('y')}" for _ in range(30)))
    said = read_docx(word(body), view="both").notes[1]
    assert said.endswith("…” và 10 chỗ khác.")


def test_view_reaches_the_reader_by_name() -> None:
    data = word(p("a", deleted("b")))
    assert read_bytes("a.DOCX", data, view="original").blocks[0].text == "ab"
    assert read_bytes("a.txt", b"abc", view="original").blocks[0].text == "abc"


@given(
    st.lists(
        st.tuples(st.sampled_from(["keep", "ins", "del"]), st.text("abc ", min_size=1, max_size=4)),
        min_size=1,
    )
)
def test_views_take_what_is_theirs(parts: list[tuple[str, str]]) -> None:
    wrap = {"keep": r, "ins": lambda text: inserted(r(text)), "del": deleted}
    data = word(p(*(wrap[kind](text) for kind, text in parts)) + p("hết"))
    without = {"accepted": "del", "original": "ins"}
    for view, gone in without.items():
        block = read_docx(data, view=view).blocks[0]
        assert block.text == "".join(text for kind, text in parts if kind != gone)
    block = read_docx(data, view="both").blocks[0]
    assert block.text == "".join(text if seamless else f" {text}" for text, seamless in with_seams(parts))
    struck = "".join(block.text[span.start : span.end] for span in block.deleted)
    assert struck == "".join(text for kind, text in parts if kind == "del")


def with_seams(parts: list[tuple[str, str]]) -> Iterator[tuple[str, bool]]:
    """Each text, and True where none of its words stands glued to a word that it replaces."""
    before, last = "keep", " "
    for kind, text in parts:
        yield text, {before, kind} != {"ins", "del"} or " " in (last, text[0])
        before, last = kind, text[-1]


def test_a_seam_has_no_place_of_its_own() -> None:
    story = read_story(open_package(word(p("công ", deleted("nữ"), inserted(r("dân"))))), "both")
    parts = pieces(story, story.paragraphs[0])
    shown, typed, origin = text_of(parts), raw(parts), origin_of(parts)
    assert (shown, typed) == ("công nữ dân", "công nữdân")
    for index, char in enumerate(shown):
        place = raw_span(origin, Span(index, index + 1), "")
        assert (typed[place.start : place.end] if place else None) == (None if index == 7 else char)
    assert raw_span(origin, Span(5, 8), "") == Span(5, 7)
    assert raw_span(origin, Span(7, 11), "") == Span(7, 10)
    assert raw_span(origin, Span(0, 11), "") == Span(0, 10)
