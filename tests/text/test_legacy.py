"""Text in fonts from before Unicode is converted by the font's name, letter by letter."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.text.legacy import decode, decoded, draws_capitals, encoding_of, whole_capitals
from tests.oldfonts import TYPED


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", "tcvn3"), (".vntime", "tcvn3"), (".VnArialH", "tcvn3"), ("ABCDEF+.VnTime,Bold", "tcvn3"),
        ("VnTime", "tcvn3"), ("VnTimeH", "tcvn3"), ("VNI-Times", "vni"), ("VNI Helve", "vni"),
        ("VPS Times", "vps"), ("Times New Roman", None), ("VNtimes new roman", None), ("UVN Van", None),
        ("", None), (None, None),
    ],
)  # fmt: skip
def test_encoding_by_font(font: str | None, encoding: str | None) -> None:
    assert encoding_of(font) == encoding


@pytest.mark.parametrize(
    ("typed", "font", "shown"),
    [
        ("b×nh ®¼ng giíi", ".VnTime", "bình đẳng giới"),
        ("b×nh ®¼ng giíi", ".VnTimeH", "BÌNH ĐẲNG GIỚI"),
        ("§iÒu 1. Nh\u00adng ng\u00adêi", ".VnTime", "Điều 1. Nhưng người"),
        ("céng hoµ x· héi", ".VnArialH,Bold", "CỘNG HOÀ XÃ HỘI"),
        ("QUYÕT §ÞNH cña Bé", ".VnTime", "QUYẾT ĐỊNH của Bộ"),
        ("Nhµ n\u2212íc, 5\u22123, \u2212 \u03bc", ".VnTime", "Nhà nước, 5−3, − μ"),
        ("bình ñaúng giôùi", "VNI-Times", "bình đẳng giới"),
        ("BÌNH ÑAÚNG GIÔÙI", "VNI-Times", "BÌNH ĐẲNG GIỚI"),
        ("ngöôøi cao tuoåi, phuï nöõ, Aùnh, kyõ, lyù, tî naïnh", "VNI-Times",
         "người cao tuổi, phụ nữ, Ánh, kỹ, lý, tỵ nạnh"),
        ("b×nh ®¼ng giíi", "Times New Roman", "b×nh ®¼ng giíi"),
        ("bình đẳng giới", ".VnTime", "bình đẳng giới"),
        (unicodedata.normalize("NFD", "tố nữ"), "VNI-Times", unicodedata.normalize("NFD", "tố nữ")),
        ("", ".VnTime", ""),
    ],
)  # fmt: skip
def test_decode(typed: str, font: str, shown: str) -> None:
    assert decode(typed, font) == shown


@pytest.mark.parametrize(("typed", "shown"), [("\u2039\u0153\u201c", "ểỵỀ"), ("\u008b\u009c\u0093", "ểỵỀ")])
def test_vps_as_latin_1_and_as_windows_1252(typed: str, shown: str) -> None:
    assert decode(typed, "VPS Times") == shown


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("SắC LệNH CủA CHủ TịCH", "SẮC LỆNH CỦA CHỦ TỊCH"),
        ("NGàY 30 THáNG 8", "NGÀY 30 THÁNG 8"),
        ("CộNG HOà Xã HộI CHủ NGHĩA", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA"),
        ("Lê Tú (CV)", "Lê Tú (CV)"),
        ("Hà Nội, Bộ Y tế, UBND tỉnh", "Hà Nội, Bộ Y tế, UBND tỉnh"),
        ("Sở LĐTBXH, ThS, PGS.TS", "Sở LĐTBXH, ThS, PGS.TS"),
    ],
)
def test_words_that_lost_the_font_of_capitals(typed: str, whole: str) -> None:
    assert whole_capitals(typed) == whole


@pytest.mark.parametrize(
    ("font", "capitals"),
    [(".VnTimeH", True), (".VnTimeH-Bold", True), (".VnArialH,BoldItalic", True), (".VnTime", False),
     (".VnTime,Bold", False), ("VNI-H", False), (None, False)],
)  # fmt: skip
def test_fonts_that_draw_capitals(font: str | None, capitals: bool) -> None:
    assert draws_capitals(font) is capitals


@pytest.mark.parametrize("font", TYPED)
def test_every_letter_is_reached(font: str) -> None:
    assert {typed: decode(typed, font) for typed in TYPED[font].values()} == {
        typed: letter for letter, typed in TYPED[font].items()
    }


def test_vni_reaches_every_capital() -> None:
    for letter, typed in TYPED["VNI-Times"].items():
        assert decode(typed.upper(), "VNI-Times") == letter.upper()


@given(
    st.text(st.characters(max_codepoint=0x17F), max_size=40),
    st.sampled_from([".VnTime", ".VnTimeH", "VNI-Times", "VPS Times", "Arial"]),
)
def test_the_way_back_covers_all_characters(typed: str, font: str) -> None:
    letters = list(decoded(typed, font))
    assert sum(length for _, length in letters) == len(typed)
    assert all(length in (1, 2) for _, length in letters)
    shown = "".join(letter for letter, _ in letters)
    assert decode(typed, font).casefold() == shown.casefold()
