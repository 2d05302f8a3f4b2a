"""Two versions of a small draft: what became of its clauses and of its findings."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.checking import check_bytes
from checker.comparing import compare, pieces
from checker.domain import Comparison, Document, Report

HEAD = "QUYẾT ĐỊNH\nBan hành Quy chế làm việc của trạm\n"
HOURS = "Giờ làm việc\n1. Trạm mở cửa từ 07 giờ đến 17 giờ mỗi ngày.\n2. Ngày lễ trạm có người trực.\n"
LEAVE = (
    "Nghỉ chăm con\n1. Lao động nữ được nghỉ khi con ốm.\n2. Người nghỉ báo trước cho trạm trưởng một ngày.\n"
)
OATH = (
    "Đại diện hộ\n1. Chủ hộ thay mặt các thành viên ký đơn xin nước.\n2. Đơn nộp tại trạm trong giờ mở cửa.\n"
)
ADDED = "Phí dịch vụ\n1. Mức phí được niêm yết tại cửa trạm.\n"


def draft(*bodies: str) -> str:
    return HEAD + "".join(f"Điều {number}. {body}" for number, body in enumerate(bodies, 1))


@cache
def checked(text: str) -> Report:
    return check_bytes("quy-che.txt", text.encode())


def compared(old: str, new: str) -> Comparison:
    return compare(checked(old), checked(new))


def dieu(comparison: Comparison) -> set[tuple[str, str]]:
    """Which Điều became which, by number."""
    old, new = comparison.old.document, comparison.new.document
    return {
        (number(old, pair.old), number(new, pair.new))
        for pair in comparison.sections
        if "dieu" in {kind(old, pair.old), kind(new, pair.new)}
    }


def number(document: Document, index: int | None) -> str:
    return "" if index is None else document.clauses[index].number


def kind(document: Document, index: int | None) -> str:
    return "" if index is None else document.clauses[index].kind


def fates(comparison: Comparison) -> dict[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = {}
    for one in comparison.findings:
        if (one.old or one.new) and (one.old or one.new).quote:  # type: ignore[union-attr]
            places = (one.old.citation if one.old else "", one.new.citation if one.new else "")
            found.setdefault(one.fate, set()).add(places)
    return found


BASE = draft(HOURS, LEAVE, OATH)


def test_the_base_has_findings_to_follow() -> None:
    cited = {finding.citation for finding in checked(BASE).findings}
    assert {"khoản 1 Điều 2", "khoản 1 Điều 3"} <= cited


def test_an_inserted_dieu_moves_those_below() -> None:
    comparison = compared(BASE, draft(ADDED, HOURS, LEAVE, OATH))
    assert dieu(comparison) == {("", "1"), ("1", "2"), ("2", "3"), ("3", "4")}
    assert fates(comparison)["moved"] == {
        ("khoản 1 Điều 2", "khoản 1 Điều 3"), ("khoản 1 Điều 3", "khoản 1 Điều 4")
    }  # fmt: skip
    assert [section.changed for section in comparison.sections].count(True) == 1


def test_dieu_that_change_places_are_the_same_dieu() -> None:
    comparison = compared(BASE, draft(OATH, HOURS, LEAVE))
    assert dieu(comparison) == {("1", "2"), ("2", "3"), ("3", "1")}
    assert not any(section.changed for section in comparison.sections)


def test_a_dieu_that_is_struck_out_stands_where_it_stood() -> None:
    comparison = compared(BASE, draft(HOURS, OATH))
    assert dieu(comparison) == {("1", "1"), ("2", ""), ("3", "2")}
    assert fates(comparison)["fixed"] == {("khoản 1 Điều 2", "")}
    heads = [number(comparison.old.document, section.old) for section in comparison.sections]
    assert heads.index("1") < heads.index("2") < heads.index("3")


def test_a_khoan_that_goes_to_another_dieu_is_followed() -> None:
    line = "Chủ hộ thay mặt các thành viên ký đơn xin nước."
    moved = draft(HOURS + f"3. {line}\n", LEAVE, OATH.replace(f"1. {line}\n2.", "1."))
    assert fates(compared(BASE, moved))["moved"] == {("khoản 1 Điều 3", "khoản 3 Điều 1")}


def test_a_clause_that_was_mended_is_fixed_and_shows_its_words() -> None:
    mended = BASE.replace("Lao động nữ được nghỉ", "Người lao động được nghỉ")
    comparison = compared(BASE, mended)
    assert fates(comparison)["fixed"] == {("khoản 1 Điều 2", "")}
    changed = [pair for section in comparison.sections for pair in section.pairs if pair.changed]
    assert len(changed) == 1
    assert changed[0].old is not None
    assert changed[0].new is not None


def test_other_words_that_the_same_rule_names_are_reworded() -> None:
    reworded = BASE.replace("Lao động nữ được nghỉ khi con ốm", "Lao động nữ được nghỉ để chăm sóc con ốm")
    found = fates(compared(BASE, reworded))
    assert ("khoản 1 Điều 2", "khoản 1 Điều 2") in found.get("reworded", set()) | found.get(
        "remaining", set()
    )
    assert "fixed" not in found


def test_the_first_of_two_equal_findings_is_the_one_that_was_fixed() -> None:
    twice = draft(HOURS, OATH, LEAVE, OATH.replace("xin nước", "xin điện"))
    mended = twice.replace("Chủ hộ thay mặt các thành viên ký đơn xin nước", "Người trong hộ ký đơn xin nước")
    assert fates(compared(twice, mended))["fixed"] == {("khoản 1 Điều 2", "")}


def test_a_damaged_scan_is_still_aligned() -> None:
    noisy = (
        draft(ADDED, HOURS, LEAVE, OATH).replace("mở", "mờ").replace("trước", "truớc").replace("nộp", "nôp")
    )
    assert dieu(compared(BASE, noisy)) == {("", "1"), ("1", "2"), ("2", "3"), ("3", "4")}


PARTS = st.lists(st.sampled_from([HOURS, LEAVE, OATH, ADDED]), max_size=4).map(lambda parts: draft(*parts))


@given(PARTS)
@settings(max_examples=15)
def test_a_document_against_itself_has_nothing_new(text: str) -> None:
    comparison = compared(text, text)
    assert {change.fate for change in comparison.findings} <= {"remaining"}
    assert not any(section.changed for section in comparison.sections)
    assert all(section.old == section.new for section in comparison.sections)


@given(PARTS, PARTS)
@settings(max_examples=25)
def test_every_clause_and_finding_is_in_exactly_one_pair(old: str, new: str) -> None:
    comparison = compared(old, new)
    pairs = [pair for section in comparison.sections for pair in section.pairs]
    for side, report in (("old", comparison.old), ("new", comparison.new)):
        clauses = Counter(getattr(pair, side) for pair in pairs if getattr(pair, side) is not None)
        assert clauses == Counter(range(len(report.document.clauses)))
        findings = Counter(
            getattr(change, side).id for change in comparison.findings if getattr(change, side)
        )
        assert findings == Counter(finding.id for finding in report.findings)
    for change in comparison.findings:
        assert (change.fate == "fixed") == (change.new is None)
        assert (change.fate == "new") == (change.old is None)


@pytest.mark.parametrize(("old", "new"), [("", ""), ("", "a b"), ("a, b c", "a b. c"), ("một hai", "hai ba")])
def test_pieces_give_both_texts_back(old: str, new: str) -> None:
    found = pieces(old, new)
    for text, other in ((old, "inserted"), (new, "deleted")):
        told = "".join(piece.text for piece in found if piece.kind != other)
        assert "".join(told.split()) == "".join(text.split())
