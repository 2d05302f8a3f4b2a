"""Lines without fonts are converted where their words say the encoding, and left alone where they do not."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.text.legacy import Encoding, decode
from checker.text.unlabelled import convert

FONTS: Mapping[Encoding, str] = {"tcvn3": ".VnTime", "vni": "VNI-Times", "vps": "VPS Times"}
MARKS = "ùøûõïáàåãäéèúüëâê"  # with which VNI writes tones and â, ă
LETTERS = [
    letter
    for base in "aăâeêioôơuưy"
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    if not (letter := unicodedata.normalize("NFC", base + tone)).isascii()
] + ["đ"]
WORDS = ("người", "được", "chế", "độ", "nghỉ", "phép", "lương", "của", "những", "việc", "điều", "trưởng")
DRAFT = (
    "Điều 1. Phạm vi điều chỉnh",
    "Quy chế này quy định việc cử cán bộ đi học và chế độ trợ cấp.",
    "",
    "1. Người lao động được nghỉ phép theo quy định của pháp luật;",
    "2. Chính sách này áp dụng cho cả nam và nữ.",
)


@cache
def codes(encoding: Encoding) -> Mapping[str, str]:
    """How the encoding writes each letter; of TCVN3 only the small ones, for capitals have another font."""
    signs = [chr(code) for code in range(0xA1, 0x100)] + [chr(code) for code in range(0x80, 0xA0)]
    pairs = [base + mark for base in "aeouyôö" for mark in MARKS] if encoding == "vni" else []
    table: dict[str, str] = {}
    for typed in [*pairs, *signs]:
        shown = decode(typed, FONTS[encoding])
        if shown != typed and len(shown) == 1:
            table.setdefault(shown, typed)
            if encoding == "vni":
                table.setdefault(shown.upper(), typed.upper())
    return table


def encode(text: str, encoding: Encoding) -> str:
    table = codes(encoding)
    return "".join(table.get(char, table.get(char.lower(), char)) for char in text)


@pytest.mark.parametrize("encoding", FONTS)
def test_every_small_letter_survives_the_way_there_and_back(encoding: Encoding) -> None:
    lost = [letter for letter in LETTERS if decode(encode(letter, encoding), FONTS[encoding]) != letter]
    assert lost == []


@given(
    st.lists(st.sampled_from(WORDS), min_size=12).filter(lambda words: len(set(words)) > 7),
    st.sampled_from([*FONTS]),
)
def test_what_is_typed_in_an_old_encoding_comes_back(words: list[str], encoding: Encoding) -> None:
    text = " ".join(words)
    found = convert([encode(text, encoding)])
    assert found is not None
    assert (found.lines, found.encoding, found.whole) == ((text,), encoding, True)


@pytest.mark.parametrize("encoding", FONTS)
def test_a_draft_comes_back_line_by_line(encoding: Encoding) -> None:
    found = convert([encode(line, encoding) for line in DRAFT])
    assert found is not None
    assert [line.lower() for line in found.lines] == [line.lower() for line in DRAFT]
    assert (found.encoding, found.whole) == (encoding, True)


def test_capitals_that_lost_their_font_are_whole_again() -> None:
    typed = [encode(line, "tcvn3") for line in ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA", "NGHỊ QUYẾT", *DRAFT)]
    assert typed[0] != "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA"
    found = convert(typed)
    assert found is not None
    assert found.lines[:2] == ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA", "NGHỊ QUYẾT")


@pytest.mark.parametrize(
    "lines",
    [
        DRAFT,
        ("Nhà trẻ", "Bà Lê là cán bộ", "Có công", "Bé Hà", "Xã An Hòa", "Lô đất", "và bí thư"),
        ("công an xã và công đoàn có công văn", "là nhà có hai con trai", "bà và cháu"),
        (
            "L'égalité entre les femmes et les hommes est un principe fondamental.",
            "Les salariés peuvent bénéficier d'un congé après la naissance de l'élève, à l'école.",
            "La garderie est ouverte dès le premier août aux mères comme aux pères, où qu'ils soient.",
        ),
        ("The café in São Tomé and the naïve façade", "Señor José, Zoë, Åse", "Mère Thérèse"),
        ("© 2026 – ® ™ § 5, ± 3 °C, µg, «a», ½ x ¼", "25 m² × 3 = ¾ của ¶"),
        ("Tên: Thérèse, Amélie, Zoé, Noël, André, Hélène",),
        ("plain words only", "1. One", ""),
        (unicodedata.normalize("NFD", "Điều 1. Phạm vi"), unicodedata.normalize("NFD", "Người được cử")),
    ],
)
def test_near_misses_stay_untouched(lines: tuple[str, ...]) -> None:
    assert convert(lines) is None


def test_a_few_old_words_are_no_evidence() -> None:
    assert convert([encode("bình đẳng giới", "tcvn3")]) is None


def test_of_a_mixed_text_only_clear_lines_are_converted() -> None:
    old = [encode(line, "tcvn3") for line in DRAFT]
    between = ["Bà Lê Hà có công", "Người lao động được nghỉ.", "Mère Thérèse à l'été", "25 m² §"]
    found = convert([*old, *between])
    assert found is not None
    assert found.lines == (*DRAFT, *between)
    assert (found.encoding, found.whole) == ("tcvn3", False)


def test_a_line_in_another_language_stays_as_it_is() -> None:
    french = "L'été à l'école, dès août, après les élèves"
    found = convert([*(encode(line, "tcvn3") for line in DRAFT), french])
    assert found is not None
    assert found.lines[-1] == french
