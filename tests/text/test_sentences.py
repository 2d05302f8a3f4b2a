"""Sentences of legal text: dots that end one and dots that do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.text.sentences import sentence_starts


def sentences(text: str) -> list[str]:
    starts = sentence_starts(text)
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


@pytest.mark.parametrize(
    "marked",
    [
        "Phụ nữ được nghỉ. |Nam giới cũng vậy.",
        "Được hỗ trợ một lần; |không quá 1.250 đồng; |không cộng dồn.",
        "Ai chăm con? |Cả cha và mẹ! |“Đúng thế.” |Hết",
        "Điều 5. Thành phần Hội đồng\n|1. Hội đồng có 7 người. |Nữ ít nhất 3 người.",
        "a. Lao động nữ;\n|b. Lao động nam.",
        "1.2. Mục tiêu cụ thể\n|IV. Tổ chức thực hiện\n|Khoản 1. Người lao động",
        "UBND TP. Hồ Chí Minh giao PGS. TS. Nguyễn Thị Hà. |Việc này xong trước 30.6. |Hết.",
        "Xem điểm a. khoản 1. Điều 5 của Luật.",
        "Thực hiện theo khoản 1. |Người lao động được nghỉ.",
        "Cán bộ, công chức, v.v. và người lao động… |Hết.",
        "Chia thành nhóm A và nhóm B. |Mỗi nhóm có nữ.",
    ],
)
def test_sentences(marked: str) -> None:
    assert sentences(marked.replace("|", "")) == marked.split("|")


def test_blank_lines_begin_nothing() -> None:
    assert sentence_starts("Một\n\n  \n Hai.  Ba") == (0, 9, 15)
    assert sentence_starts(" \n") == ()


@given(st.text(alphabet="aĐ1 .;?…\n”)", max_size=60))
def test_starts_rise_and_every_line_has_one(text: str) -> None:
    starts = sentence_starts(text)
    assert list(starts) == sorted(set(starts))
    assert all(not text[start].isspace() for start in starts)
    assert {text.count("\n", 0, start) for start in starts} == {
        number for number, line in enumerate(text.split("\n")) if line.strip()
    }
