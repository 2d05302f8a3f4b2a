"""What a finding says: sentences without holes, quotes that do not break off."""

from __future__ import annotations

from checker.checking import check_document
from checker.domain import Finding
from checker.reading import read_bytes
from checker.structure import parse


def finding(rule: str, sentence: str) -> Finding:
    text = f"NGHỊ ĐỊNH\nVề việc làm\nĐiều 1. Quy định chung\n1. {sentence}\n"
    found = check_document(parse("x.txt", read_bytes("x.txt", text.encode()))).findings
    (one,) = [each for each in found if each.rule == rule]
    return one


def test_a_suggestion_does_without_a_body_that_has_no_name() -> None:
    one = finding("body-composition", "Ủy ban nhân dân xã gồm Chủ tịch, Phó Chủ tịch, Ủy viên.")
    assert one.suggestion is not None
    assert "người tham gia bảo đảm" in one.suggestion


def test_the_quote_in_a_message_ends_with_a_word_of_its_own() -> None:
    one = finding("indicator-count", "Báo cáo nêu tổng số người có việc làm của từng xã.")
    assert one.quote.endswith(" có")
    assert "tổng số người”" in one.message
