"""A place is found however a person cites it, and what is not there is told with what is."""

from __future__ import annotations

import pytest

from checker.domain import Document
from checker.errors import UnknownPlace
from checker.reading import read_bytes
from checker.structure import find_place, parse

DRAFT = """QUYẾT ĐỊNH
Điều 1. Phạm vi
Quyết định này áp dụng cho trạm y tế.
Điều 2. Chế độ
1. Người lao động được:
a) Nghỉ hằng năm;
b) Nghỉ ốm.
2. Kinh phí do đơn vị bảo đảm.
Điều 14. Thi hành
1. Quyết định này có hiệu lực từ ngày ký.
2. Các đơn vị thi hành Quyết định này.
"""


@pytest.fixture(scope="module")
def draft() -> Document:
    return parse("x.txt", read_bytes("x.txt", DRAFT.encode()))


def lines(document: Document, place: str) -> list[int]:
    return [document.blocks[clause.block].place.number for clause in find_place(document, place)]


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("khoản 2 Điều 14", [11]),
        ("Khoản 2, điều 14", [11]),
        ("Điều 14 khoản 2", [11]),
        ("điểm b khoản 1 Điều 2", [7]),
        ("khoản 1 Điều 2", [5, 6, 7]),
        ("Điều 2", [4, 5, 6, 7, 8]),
        ("8", [8]),
        ("dòng 8", [8]),
    ],
)
def test_place(draft: Document, place: str, found: list[int]) -> None:
    assert lines(draft, place) == found


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("khoản 14 Điều 2", "không có trong văn bản"),
        ("khoản 2", "chưa đủ rõ trong văn bản"),
        ("99", "ví dụ: Điều 1;"),
        ("ở đâu đó", "không có trong văn bản"),
    ],
)
def test_unknown_place_is_told_with_what_there_is(draft: Document, place: str, told: str) -> None:
    with pytest.raises(UnknownPlace) as caught:
        find_place(draft, place)
    assert told in str(caught.value)
    assert place in str(caught.value)
    assert "Điều" in str(caught.value)
