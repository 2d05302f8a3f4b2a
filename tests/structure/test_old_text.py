"""Old text over several paragraphs: all of it is the law in force, and nothing after it is."""

from __future__ import annotations

import pytest

from checker.checking import check_document
from checker.domain import Block, Document, Place, Reading
from checker.structure import old_text, parse

HEAD = "Điều 1. Sửa đổi, bổ sung một số điều của Luật Việc làm"
TAIL = "2. Bổ sung khoản 4 như sau: “4. Người học được nghỉ.”\nĐiều 2. Hiệu lực\nTừ ngày ký."


def document(body: str) -> Document:
    lines = f"{HEAD}\n{body}\n{TAIL}".split("\n")
    return parse("a.txt", Reading(tuple(Block(line, Place(number)) for number, line in enumerate(lines, 1))))


def old(body: str) -> str:
    """What is old in the whole draft, clause by clause."""
    found = document(body)
    spans = [span for clause in found.clauses for span in old_text(found, clause)]
    return " | ".join(found.text[span.start : span.end].strip() for span in spans)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "1. Thay thế đoạn “Cơ sở gồm:\na) Nữ công nhân;\nb) Thợ phụ.” bằng đoạn “Cơ sở có thợ.”",
            "“Cơ sở gồm: | a) Nữ công nhân; | b) Thợ phụ.”",
        ),
        (
            "1. Thay thế nội dung:\n“2. Nữ hộ sinh trực.\nHọ trực đêm.”\nbằng nội dung:\n“2. Thợ trực.”",
            "“2. Nữ hộ sinh trực. | Họ trực đêm.”",
        ),
        (
            "1. Thay thế khoản 2 Điều 5:\n“2. Nữ hộ sinh trực.\nHọ trực đêm.”.\nbằng:\n“2. Nhân viên trực.”",
            "“2. Nữ hộ sinh trực. | Họ trực đêm.”",
        ),
        (
            "1. Bãi bỏ đoạn “Lao động nữ được nghỉ\nkhi nuôi con nhỏ” tại khoản 2 Điều 5.",
            "“Lao động nữ được nghỉ | khi nuôi con nhỏ”",
        ),
        (
            "1. Bãi bỏ nội dung sau tại Điều 5:\n“3. Lao động nữ được nghỉ:\na) Khi nuôi con;\nb) Khi ốm.”",
            "nội dung sau tại Điều 5: | Lao động nữ được nghỉ: | Khi nuôi con; | Khi ốm.”",
        ),
        (
            "1. Đoạn “Người mẹ chăm con\nvà nấu ăn” tại Điều 6 được thay bằng đoạn “Cha mẹ chăm con\nnhỏ”.",
            "“Người mẹ chăm con | và nấu ăn”",
        ),
        (
            "1. Bãi bỏ đoạn “Nữ công nhân, gọi là “nữ công”, được nghỉ\nvà được hỗ trợ” tại Điều 5.",
            "“Nữ công nhân, gọi là “nữ công”, được nghỉ | và được hỗ trợ”",
        ),
        (
            "1. Bãi bỏ đoạn sau:\n“Nữ công nhân được nghỉ.\n“Nữ hộ sinh được nghỉ.”",
            "“Nữ công nhân được nghỉ. | “Nữ hộ sinh được nghỉ.”",
        ),
        (
            '1. Thay thế đoạn "Nữ công nhân\nđược nghỉ" bằng đoạn "Người lao động\nđược nghỉ".',
            '"Nữ công nhân | được nghỉ"',
        ),
        (
            "1. Bãi bỏ các quy định sau:\na) Khoản 2 Điều 5 về:\n- Nữ công nhân;\n- Nữ hộ sinh.",
            "Khoản 2 Điều 5 về: | Nữ công nhân; | Nữ hộ sinh.",
        ),
    ],
)
def test_a_quotation_that_closes_paragraphs_later_is_old_as_a_whole(body: str, expected: str) -> None:
    assert old(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "1. Bãi bỏ đoạn “Lao động nữ được nghỉ\nkhi nuôi con nhỏ tại Điều 5.",
            "“Lao động nữ được nghỉ | khi nuôi con nhỏ tại Điều 5.",
        ),
        (
            "1. Bãi bỏ khoản 3 như sau:\n“3. Lao động nữ được nghỉ:\na) Khi nuôi con;",
            "khoản 3 như sau: | Lao động nữ được nghỉ: | Khi nuôi con;",
        ),
        (
            "1. Thay thế đoạn “Nữ công nhân\nđược nghỉ bằng đoạn “Người lao động\nđược nghỉ” tại Điều 5.",
            "“Nữ công nhân | được nghỉ",
        ),
    ],
)
def test_a_closing_mark_that_is_missing_ends_at_the_next_order(body: str, expected: str) -> None:
    assert old(body) == expected


def test_a_closing_mark_that_is_missing_ends_at_the_next_dieu() -> None:
    lines = (
        "Điều 1. Bãi bỏ đoạn “Lao động nữ được nghỉ",
        "khi nuôi con",
        "Điều 2. Hiệu lực với lao động nữ",
        "Luật này áp dụng cho lao động nữ.",
    )
    found = parse("a.txt", Reading(tuple(Block(line, Place(number)) for number, line in enumerate(lines, 1))))
    assert [bool(old_text(found, clause)) for clause in found.clauses] == [True, True, False, False]


@pytest.mark.parametrize(
    "body",
    [
        "1. Sửa đổi khoản 2 Điều 5 như sau:\n“2. Lao động nữ được nghỉ:\na) Khi nuôi con;\nb) Khi ốm.”",
        "1. Bổ sung đoạn “Lao động nữ được nghỉ\nkhi nuôi con” vào cuối khoản 2.",
        "1. Thay thế khoản 2 Điều 5 bằng đoạn sau:\n“2. Lao động nữ được nghỉ:\na) Khi nuôi con.”",
        "1. Bỏ nuôi con và sửa đổi khoản 3 Điều 5 như sau:\n“3. Lao động nữ được nghỉ:\na) Khi ốm.”",
    ],
)
def test_what_is_inserted_over_several_paragraphs_is_the_drafters(body: str) -> None:
    assert old(body) == ""


def test_a_rule_is_silent_on_the_second_paragraph_of_old_text() -> None:
    swap = "1. Thay thế đoạn “Cơ sở gồm:\na) {};\nb) Thợ phụ.” bằng đoạn “Cơ sở gồm:\na) {};\nb) Thợ phụ.”"
    before = check_document(document(swap.format("Nữ hộ sinh", "Người đỡ đẻ")))
    after = check_document(document(swap.format("Người đỡ đẻ", "Nữ hộ sinh")))
    assert not [one for one in before.findings if "hộ sinh" in one.quote]
    assert {one.by for one in before.suppressed} == {"old-text"}
    assert [one.quote for one in after.findings if "hộ sinh" in one.quote] == ["Nữ hộ sinh"]
