"""Cleaning and folding: what is kept, what is made alike, and that folding never moves an offset."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.text import clean, fold
from checker.text.numbers import number_length, parse_number

VIETNAMESE = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặèéẻẽẹòóỏõọùúủũụỳýỷỹỵ ,.;:\nĐÐỦỤẤ")


@given(st.text())
def test_fold_keeps_the_length_of_any_text(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(VIETNAMESE)
def test_fold_is_stable(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_clean_gives_nfc_without_odd_blanks(text: str) -> None:
    cleaned = clean(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not set(cleaned) & set("\t\u00a0\u200b\ufeff\u202f")
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà giải", "hòa giải"),
        ("Uỷ ban", "ủy ban"),
        ("sức khoẻ", "sức khỏe"),
        ("bác sĩ", "bác sỹ"),
        ("lí do", "lý do"),
        ("qui định", "quy định"),
        ("Ðiều", "điều"),
    ],
)
def test_fold_makes_spellings_of_one_word_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("đẳng", "đăng"), ("nam", "năm"), ("bà", "ba"), ("hòa", "hóa")])
def test_fold_keeps_different_words_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_clean_composes_what_was_typed_decomposed() -> None:
    assert clean(unicodedata.normalize("NFD", "bình\u00a0đẳng giới")) == "bình đẳng giới"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("62", 62),
        ("1.250", 1250),
        ("1,65", 1.65),
        ("1.250.000", 1_250_000),
        ("200 triệu", 200_000_000),
        ("mười lăm", 15),
        ("năm mươi lăm", 55),
        ("hai mươi tư", 24),
        ("ba mươi sáu", 36),
        ("một trăm linh năm", 105),
        ("ba trăm nghìn", 300_000),
        ("hai triệu năm trăm nghìn", 2_500_000),
        ("công dân", None),
        ("", None),
    ],
)
def test_numbers_in_digits_and_words(text: str, value: float | None) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize(
    ("words", "length"),
    [("62 tuổi", 1), ("sáu mươi hai tuổi", 3), ("200 triệu đồng", 2), ("tuổi 62", 0), ("mươi tuổi", 0)],
)
def test_number_length_counts_the_syllables_of_one_number(words: str, length: int) -> None:
    folded = fold(words).split()
    assert number_length(folded, 0, len(folded)) == length
