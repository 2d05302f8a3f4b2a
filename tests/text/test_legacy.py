"""Text in fonts from before Unicode is converted by the font's name, letter by letter."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.text.legacy import decode, decoded, draws_capitals, encoding_of, whole_capitals


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


LETTERS = "aăâeêioôơuưyđAĂÂEÊIOÔƠUƯYĐ"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
ALPHABET = {unicodedata.normalize("NFC", letter + tone) for letter in LETTERS for tone in TONES} - {
    unicodedata.normalize("NFC", letter + tone) for letter in "đĐ" for tone in TONES[1:]
}


def test_vni_reaches_every_letter() -> None:
    circumflex = {"": "â", "\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0323": "ä"}
    breve = {"": "ê", "\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"}
    plain = {"": "", "\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
    rows = {"a": plain, "e": plain, "o": plain, "u": plain, "ô": plain, "ö": plain}
    stems = {"a": "a", "e": "e", "o": "o", "u": "u", "ô": "ơ", "ö": "ư"}
    cases = [(base + mark, stems[base] + tone) for base, row in rows.items() for tone, mark in row.items()]
    for base, letter in (("a", "â"), ("e", "ê"), ("o", "ô")):
        cases += [(base + mark, letter + tone) for tone, mark in circumflex.items()]
    cases += [("a" + mark, "ă" + tone) for tone, mark in breve.items()]
    cases += [("ì", "ì"), ("í", "í"), ("æ", "ỉ"), ("ó", "ĩ"), ("ò", "ị"), ("ñ", "đ")]
    cases += [("yø", "ỳ"), ("yù", "ý"), ("yû", "ỷ"), ("yõ", "ỹ"), ("î", "ỵ")]
    for typed, letter in cases:
        shown = unicodedata.normalize("NFC", letter)
        assert decode(typed, "VNI-Times") == shown
        assert decode(typed.upper(), "VNI-Times") == shown.upper()


def test_tcvn3_reaches_every_small_letter() -> None:
    reached = {decode(chr(code), ".VnTime") for code in range(0xA1, 0x100)}
    missing = {letter for letter in ALPHABET if letter.islower() and not letter.isascii()} - reached
    assert missing == set()


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
