"""Possible and impossible syllables."""

from __future__ import annotations

import pytest

from checker.text.syllables import is_syllable, syllable_share

POSSIBLE = (
    "bình đẳng giới phụ nữ quyền gìn gì giếng giết nghiêng khuỷu quốc HOÀ hòa thuở quýt ưu yếu Uỷ"
    " nguyễn khoảnh quy loạng boong ĐƯỜNG oán ghế kẻ nghĩa quạnh"
    " khuya quyển khuỵu khuếch ngoằn quẹo huỷ nguệch tuếch soóc gịt Đắk LẮK Kạn Kon Plông"
)


@pytest.mark.parametrize("word", POSSIBLE.split())
def test_what_vietnamese_can_say(word: str) -> None:
    assert is_syllable(word)


IMPOSSIBLE = "đưọng lưât bàc thành̉ ngiên kông cinh ghan kan lák windows §iÒu phápp bạnn quôc mạch̀ stt w"


@pytest.mark.parametrize("word", IMPOSSIBLE.split())
def test_what_it_cannot(word: str) -> None:
    assert not is_syllable(word)


def test_shares_count_words_not_numbers() -> None:
    assert syllable_share("Điều 5 khoản 12 law") == pytest.approx(2 / 3)
    assert syllable_share("b) QH UBND law Điều", labels=False) == 0.5
    assert syllable_share("12/2024 – §") == 1.0
    assert syllable_share("bi\u0300nh đa\u0306\u0309ng") == 1.0
