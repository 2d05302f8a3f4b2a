"""Words keep the text as it is, and are the same words and tags that underthesea finds."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
import underthesea
from hypothesis import given
from hypothesis import strategies as st

from checker.text.segmentation import LONGEST, Word, find_words, segment, tag_words

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẩễốợừỷỵĐÐð"
VIETNAMESE = st.text(alphabet=LETTERS + LETTERS.upper() + " \n\t.,;:-/()“”0123456789\u00a0", max_size=200)
SENTENCES = [
    "Lao động nữ được nghỉ khi con ốm; lao động nam thì không.",
    "Điều 5. Thành phần Hội đồng tư vấn pháp luật cấp xã",
    "Căn cứ Nghị định số 15/2020/NĐ-CP ngày 03/02/2020 của Chính phủ;",
    "b) Chủ hộ là người đại diện ký tên trong hồ sơ, trừ trường hợp quy định tại khoản 2 Điều này.",
    "UBND xã Ia Đrăng, TP. Pleiku hỗ trợ 1.250.000 đồng/hộ (kể cả hộ H'Mông).",
    "Uỷ ban thoả thuận qui định về thuỷ lợi với bà Ðặng Thị Hoà.",
    "IV. TỔ CHỨC THỰC HIỆN",
    "Phụ nữ là hậu phương vững chắc, v.v… và xem https://vi-du.vn/a?b=1 hoặc a@vi-du.vn",
]


def pieces(text: str) -> list[str]:
    return [text[word.start : word.end] for word in segment(text)]


def check_offsets(text: str) -> None:
    words = segment(text)
    assert all(word.start < word.end for word in words)
    assert all(left.end <= right.start for left, right in pairwise(words))
    covered = {at for word in words for at in range(word.start, word.end)}
    assert {at for at, letter in enumerate(text) if not letter.isspace()} <= covered
    assert all(piece == piece.strip() and "\n" not in piece for piece in pieces(text))
    assert tuple((word.start, word.end) for word in words) == find_words(text)


@given(VIETNAMESE)
def test_vietnamese_text_is_covered(text: str) -> None:
    check_offsets(text)


@given(st.text(max_size=120))
def test_any_text_is_covered(text: str) -> None:
    check_offsets(text)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_same_words_and_tags_as_underthesea(sentence: str) -> None:
    expected = underthesea.pos_tag(sentence)
    assert [word.tag for word in segment(sentence)] == [tag for _, tag in expected]
    assert [len(piece.replace(" ", "")) for piece in pieces(sentence)] == [
        len(word.replace(" ", "")) for word, _ in expected
    ]


def test_spelling_is_left_alone() -> None:
    assert pieces("Uỷ ban thoả thuận với bà Ðặng") == ["Uỷ", "ban", "thoả thuận", "với", "bà", "Ðặng"]


def test_lines_are_apart() -> None:
    assert segment("bình\nđẳng") == (Word(0, 4, "N"), Word(5, 9, segment("đẳng")[0].tag))
    assert pieces("bình đẳng giới") == ["bình đẳng", "giới"]


def test_blank_text_has_no_words() -> None:
    assert segment("") == segment(" \n\t ") == ()


def test_very_long_line_is_taken_in_parts() -> None:
    line = "phụ nữ và nam giới " * LONGEST
    check_offsets(line)


def test_tags_of_given_words() -> None:
    assert tag_words(["phụ nữ", "được", "nghỉ"]) == [word.tag for word in segment("phụ nữ được nghỉ")]
    assert tag_words([]) == []


def test_threads_get_the_same_words() -> None:
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(segment, SENTENCES * 5))
    assert results == [segment(sentence) for sentence in SENTENCES] * 5
