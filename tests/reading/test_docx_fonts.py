"""Legacy and symbol fonts of a Word file are converted run by run, and the way back stays exact."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.domain import Span
from checker.reading.docx import read_docx
from checker.reading.docx.package import open_package
from checker.reading.docx.pieces import pieces, raw
from checker.reading.docx.spelling import origin_of, raw_span, text_of
from checker.reading.docx.story import read_story
from tests.oldfonts import TYPED
from tests.wordfiles import abstract, level, num, numbered, p, r, styled, word


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def texts(data: bytes) -> list[str]:
    return [block.text for block in read_docx(data).blocks]


ABC, CAPITALS, VNI, UNICODE = (font(name) for name in (".VnTime", ".VnTimeH", "VNI-Times", "Times New Roman"))


@pytest.mark.parametrize(
    ("runs", "shown"),
    [
        ([("b×nh ®¼ng giíi", ABC)], "bình đẳng giới"),
        ([("luËt ", CAPITALS), ("b×nh ®¼ng", ABC)], "LUẬT bình đẳng"),
        ([("phô n÷ ", ABC), ("phuï nöõ ", VNI), ("phụ nữ · ©", UNICODE)], "phụ nữ phụ nữ phụ nữ · ©"),
        # A letter of VNI that begins in one run and ends in the next.
        ([("bình ña", VNI), ("úng", VNI)], "bình đẳng"),
        ([("Unicode trong phông cũ: bình đẳng", ABC)], "Unicode trong phông cũ: bình đẳng"),
        ([("QUYÕT ", ABC), ("§ÞNH", ABC)], "QUYẾT ĐỊNH"),
        ([("nh\uf0b5 n\uf0adíc", ABC)], "nhà nước"),
        ([("\uf0b7 \uf0b3", font("Symbol")), (" mục", UNICODE)], "• ≥ mục"),
        ([("\uf0a7", font("Wingdings")), (" mục", UNICODE)], "▪ mục"),
        ([("chữ thường", font("Symbol"))], "chữ thường"),
    ],
)
def test_run_by_run(runs: list[tuple[str, str]], shown: str) -> None:
    assert texts(word(p(*(r(text, properties) for text, properties in runs)))) == [shown]


@pytest.mark.parametrize("name", TYPED)
def test_every_letter_by_the_name_of_its_font(name: str) -> None:
    story = read_story(open_package(word(p("giữa ", r(" ".join(TYPED[name].values()), font(name)), " giữa"))))
    parts = pieces(story, story.paragraphs[0])
    assert text_of(parts) == f"giữa {' '.join(TYPED[name])} giữa"
    shown, typed, origin = text_of(parts), raw(parts), origin_of(parts)
    for letter, signs in TYPED[name].items():
        at = shown.index(f" {letter} ") + 1
        assert typed[origin[at].start : origin[at].end] == signs


def test_soft_hyphen_is_a_letter_in_a_legacy_font_only() -> None:
    soft = "<w:r><w:rPr>{}</w:rPr><w:t>nh</w:t><w:softHyphen/><w:t>ng</w:t></w:r>"
    assert texts(word(p(soft.format(ABC), " ", soft.format(UNICODE)))) == ["nhưng nhng"]


def test_signs_of_a_legacy_font() -> None:
    sign = '<w:r><w:sym w:font=".VnTime" w:char="F0B5"/></w:r>'
    assert texts(word(p(r("nh", ABC), sign))) == ["nhà"]


def style(name: str, properties: str, kind: str = "paragraph", base: str = "") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{based}'
        f"<w:rPr>{properties}</w:rPr></w:style>"
    )


DEFAULT = "<w:docDefaults><w:rPrDefault><w:rPr>{}</w:rPr></w:rPrDefault></w:docDefaults>"
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:fontScheme>'
    '<a:majorFont><a:latin typeface="Arial"/></a:majorFont><a:minorFont><a:latin typeface=".VnTime"/>'
    "</a:minorFont></a:fontScheme></a:theme>"
)
STYLES = (
    style("Cu", ABC)
    + style("Con", "", base="Cu")
    + style("Chu", ABC, "character")
    + style("Moi", UNICODE, base="Cu")
)


@pytest.mark.parametrize(
    ("paragraph", "styles", "shown"),
    [
        (styled("n÷", "Cu"), STYLES, "nữ"),
        (styled("n÷", "Con"), STYLES, "nữ"),
        (styled("n÷", "Moi"), STYLES, "n÷"),
        (p(r("n÷", '<w:rStyle w:val="Chu"/>')), STYLES, "nữ"),
        (p(r("n÷", UNICODE), properties='<w:pStyle w:val="Cu"/>'), STYLES, "n÷"),
        (p("n÷"), DEFAULT.format(ABC), "nữ"),
        (p(r("n÷", UNICODE)), DEFAULT.format(ABC), "n÷"),
        (p("n÷"), DEFAULT.format('<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'), "nữ"),
        (p("n÷"), DEFAULT.format('<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>'), "n÷"),
        (p(r("n÷", '<w:rFonts w:ascii=".VnTime" w:hAnsi="Arial"/>')), "", "n÷"),
        (p(r("n÷", '<w:rFonts w:ascii=".VnTime"/>')), "", "nữ"),
        (p(r("n÷", '<w:rFonts w:eastAsia=".VnTime"/>')), "", "n÷"),
    ],
)
def test_font_through_styles_defaults_and_theme(paragraph: str, styles: str, shown: str) -> None:
    assert texts(word(paragraph, styles=styles, theme=THEME)) == [shown]


def test_automatic_number_in_a_legacy_font() -> None:
    own = abstract(0, level(0, "§iÒu %1.").replace("</w:lvl>", f"<w:rPr>{ABC}</w:rPr></w:lvl>")) + num(1, 0)
    assert texts(word(numbered("x", 1), numbering=own)) == ["Điều 1. x"]
    by_default = abstract(0, level(0, "§iÒu %1.")) + num(1, 0)
    data = word(numbered("c«ng t¸c", 1), numbering=by_default, styles=DEFAULT.format(ABC))
    assert texts(data) == ["Điều 1. công tác"]


def test_conversion_is_noted() -> None:
    data = word(p(r("n÷", ABC), r("nöõ", VNI)))
    assert read_docx(data).notes == (
        "Đã đổi chữ gõ bằng phông TCVN3 (.VnTime), VNI sang Unicode; hãy đối chiếu chỗ nào đọc không thông.",
    )
    assert read_docx(word(p(r("van ban", ABC)))).notes == ()


LETTERS = {
    ABC: "abcdhnt ®µ¸·¹¨»¾©Ëª¬\u00ad÷ù1.,",
    CAPITALS: "abcdhnt ®µ¸·¹¨©ª¬÷ù1.,",
    VNI: "abcdhnt aoeuyñøùûõïôöâêú1.,",
    UNICODE: "abcđhnt ạảãẳộữ\u0323\u0301\u00a0\u00ad\u200b1.,",
}
RUNS = st.lists(
    st.sampled_from(list(LETTERS)).flatmap(
        lambda properties: st.tuples(
            st.just(properties), st.text(LETTERS[properties], min_size=1, max_size=6)
        )
    ),
    min_size=1,
    max_size=5,
)


@given(RUNS, st.data())
def test_way_back_is_exact_through_conversion(runs: list[tuple[str, str]], data: st.DataObject) -> None:
    story = read_story(open_package(word(p(*(r(text, properties) for properties, text in runs)))))
    parts = pieces(story, story.paragraphs[0])
    typed, shown, origin = raw(parts), text_of(parts), origin_of(parts)
    assert typed == "".join(text for _, text in runs)
    assert len(origin) == len(shown)
    assert [span.start for span in origin] == sorted(span.start for span in origin)
    assert all(0 <= span.start < span.end <= len(typed) for span in origin)
    at = data.draw(st.integers(0, len(shown)))
    until = data.draw(st.integers(at, len(shown)))
    span = raw_span(origin, Span(at, until), "")
    if span is not None:
        assert {*origin[at:until]} <= {
            each for each in origin if each.start >= span.start and each.end <= span.end
        }


@given(st.lists(st.tuples(st.sampled_from([ABC, CAPITALS, VNI]), st.text("abñ®øµû", min_size=1)), min_size=1))
def test_unicode_runs_stay_as_they_are_between_legacy_ones(legacy: list[tuple[str, str]]) -> None:
    between = "µ ñ bình đẳng ®"
    runs = [r(between, UNICODE) + r(text, properties) for properties, text in legacy]
    (block,) = read_docx(word(p(*runs))).blocks
    assert block.text.count(between) == len(legacy)
    assert "®" not in block.text.replace(between, "") or any(properties == VNI for properties, _ in legacy)


def test_decomposed_text_beside_legacy_text() -> None:
    data = word(p(r(unicodedata.normalize("NFD", "bình đẳng "), UNICODE), r("giíi", ABC)))
    assert texts(data) == ["bình đẳng giới"]


def test_a_font_that_no_machine_has_is_no_hindrance() -> None:
    assert texts(word(p(r("Bình đẳng giới", font("Phông Chữ Không Có"))))) == ["Bình đẳng giới"]
