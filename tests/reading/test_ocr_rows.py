"""Recognised words put to rows: what is a piece of a seal is dropped, what is misread is told."""

from __future__ import annotations

import pytest

from checker.reading.ocr.rows import rows_of
from checker.reading.ocr.tesseract import Word
from checker.reading.pdf.rows import Row

PAGE = Row("", 1, 0, 0, 0, 0, 600, 800, recognised=True)
HEIGHT = 40


def row_of(text: str, *, confidence: float = 95, height: int = HEIGHT) -> Row:
    """The row of "Căn cứ", the word and "Luật", the word of such a confidence and height."""
    words = [
        ("Căn", 0, 95.0, HEIGHT),
        ("cứ", 100, 95.0, HEIGHT),
        (text, 200, confidence, height),
        ("Luật", 220, 95.0, HEIGHT),
    ]
    placed = [
        Word(word, left, 60 - high, left + (10 if left == 200 else 90), 60, sure, (1, 1, 1))
        for word, left, sure, high in words
    ]
    return rows_of(placed, PAGE, scale=4)[0]


@pytest.mark.parametrize("sign", ["ƒ", "Š", "Ÿ", "Ø", "ƒ,"])
def test_letters_that_vietnamese_never_prints_are_pieces_of_a_seal(sign: str) -> None:
    assert row_of(sign).text == "Căn cứ Luật"


@pytest.mark.parametrize("sign", ["b)", "đ)", "Ð", "ở", "Ỷ", "α", "W", "5", "-", "“"])
def test_other_single_signs_are_kept(sign: str) -> None:
    assert row_of(sign).text == f"Căn cứ {sign} Luật"


@pytest.mark.parametrize(("height", "kept"), [(2, False), (9, False), (20, True), (100, True), (130, False)])
def test_what_is_no_letter_by_its_height_is_dropped(height: int, kept: bool) -> None:
    assert ("b" in row_of("b", height=height).text) is kept


def test_a_low_dash_is_a_dash() -> None:
    assert row_of("–", height=3).text == "Căn cứ – Luật"


@pytest.mark.parametrize(
    ("word", "confidence", "told"),
    [
        ("quôc", 85, True),
        ("rghèo", 85, True),
        ("quốc", 85, False),
        ("quốc", 50, True),
        ("website", 96, False),
        ("UBND", 85, False),
        ("TTg", 85, False),
        ("b", 85, False),
        ("15/2020", 30, False),
    ],
)
def test_what_no_syllable_can_be_is_told_unless_it_is_sure(word: str, confidence: float, told: bool) -> None:
    row = row_of(word, confidence=confidence)
    assert [row.text[span.start : span.end] for span in row.doubtful] == ([word] if told else [])
