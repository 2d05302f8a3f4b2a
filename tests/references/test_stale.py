"""What is out of date is found by number, title or wording, as of the right day, and once a document."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from checker.checking import check_document
from checker.domain import Example, Finding, Report, StaleReference
from checker.reading import read_bytes
from checker.rulebook import Rulebook, load
from checker.structure import parse

BOOK = load()
ENTRIES = list({one.entry.id: one.entry for one in BOOK.references}.values())
TODAY = date(2026, 11, 24)
HEAD = """ỦY BAN NHÂN DÂN TỈNH LAM GIANG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: {number}
Lam Giang, ngày {day} tháng {month} năm {year}
QUYẾT ĐỊNH
Về việc hỗ trợ người lao động
{grounds}
QUYẾT ĐỊNH:
Điều 1. Phạm vi
{body}
"""


def report_of(text: str, *, as_of: date | None = TODAY, entry: StaleReference | None = None) -> Report:
    """The report of a text, under all entries or one."""
    document = parse("van-ban.txt", read_bytes("van-ban.txt", text.encode()))
    references = tuple(one for one in BOOK.references if entry is None or one.entry is entry)
    book = Rulebook((), BOOK.guards, {}, "", references=references, names=BOOK.names)
    return check_document(document, as_of=as_of, rulebook=book)


def stale(text: str, *, as_of: date | None = TODAY) -> list[Finding]:
    return [one for one in report_of(text, as_of=as_of).findings if one.category == "stale-reference"]


def dieu(sentence: str) -> str:
    return f"Điều 1. Quy định chung\n{sentence}"


def enacted(body: str, *, year: int = 2012, number: str = "12/2012/QĐ-UBND", grounds: str = "") -> str:
    return HEAD.format(number=number, day=5, month=3, year=year, grounds=grounds, body=body)


# -- the table ------------------------------------------------------------------------------------


def cited(kind: str) -> list[object]:
    return [
        pytest.param(entry, cited, id=f"{entry.id}-{at}")
        for entry in ENTRIES
        for at, cited in enumerate(getattr(entry, kind))
    ]


@pytest.mark.parametrize(("entry", "number"), cited("numbers"))
def test_each_number_is_found_from_its_day_on(entry: StaleReference, number: str) -> None:
    dated = f" ngày 01/10/{entry.years[-1]}" if entry.years else ""
    name = f"{_provision(entry)}Luật số {number}" if entry.provisions else f"văn bản số {number}"
    text = dieu(f"Thực hiện theo {name}{dated}.")
    assert [one.rule for one in report_of(text, as_of=entry.since, entry=entry).findings] == [entry.id]
    assert not report_of(text, as_of=entry.since - timedelta(days=1), entry=entry).findings


def _provision(entry: StaleReference) -> str:
    return "khoản {0.khoan} Điều {0.dieu} ".format(entry.provisions[0]) if entry.provisions else ""


@pytest.mark.parametrize(("entry", "title"), cited("titles"))
def test_each_title_is_found_with_a_year_of_its_own(entry: StaleReference, title: str) -> None:
    place = "Căn cứ" if entry.zone else "Thực hiện theo"
    year = f" năm {entry.years[0]}" if entry.years else ""
    text = f"{place} {_provision(entry)}{title}{year};\nĐiều 1. Phạm vi\nÁp dụng trong tỉnh.\n"
    assert [one.rule for one in report_of(text, entry=entry, as_of=entry.since).findings] == [entry.id]
    if entry.years:
        other = text.replace(year, " năm 2099")
        assert not report_of(other, entry=entry, as_of=entry.since).findings


def examples(kind: str) -> list[object]:
    return [
        pytest.param(entry, example, id=f"{entry.id}-{at}")
        for entry in ENTRIES
        for at, example in enumerate(getattr(entry, kind))
    ]


@pytest.mark.parametrize(("entry", "example"), examples("bad"))
def test_bad_example_matches_exactly_its_marks(entry: StaleReference, example: Example) -> None:
    text = dieu(example.text)
    report = report_of(text, entry=entry, as_of=max(entry.since, TODAY))
    found = [
        text[one.span.start : one.span.end]
        for finding in report.findings
        for one in finding.evidence
        if one.role == "trigger"
    ]
    assert found == [example.text[mark.start : mark.end] for mark in example.marks]


@pytest.mark.parametrize(("entry", "example"), examples("good"))
def test_good_example_is_silent(entry: StaleReference, example: Example) -> None:
    assert not report_of(dieu(example.text), entry=entry, as_of=max(entry.since, TODAY)).findings


@pytest.mark.parametrize("entry", [pytest.param(entry, id=entry.id) for entry in ENTRIES])
def test_only_a_verified_entry_is_told_as_a_fact_and_suggests(entry: StaleReference) -> None:
    rules = [one.rule.rule for one in BOOK.references if one.entry is entry]
    verified = entry.basis.status == "verified"
    assert all(bool(rule.suggest) == verified for rule in rules)
    assert verified or all("cần đối chiếu" in rule.message.lower() for rule in rules)
    assert entry.tier != "must" or entry.basis.status != "unverified"


# -- citations --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sentence",
    [
        "Áp dụng Luật Bảo hiểm xã hội.",
        "Áp dụng Luật Bảo hiểm xã hội số 41/2024/QH15.",
        "Áp dụng khoản 2 Điều 17 Luật Bình đẳng giới.",
        "Áp dụng Nghị quyết số 11-NQ/TW ngày 03/6/2017 của Ban Chấp hành Trung ương.",
        "Áp dụng Luật Giáo dục số 43/2019/QH14 được sửa đổi, bổ sung theo Luật số 123/2025/QH15.",
        "Áp dụng Luật Dược được sửa đổi, bổ sung theo Luật số 44/2024/QH15 và Luật số 21/2017/QH14.",
        "Áp dụng Thông tư 34/2016 của Bộ Tài chính.",
        "Áp dụng Nghị quyết số 45/2013/QH13 của Quốc hội.",
    ],
)
def test_what_is_in_force_is_left_alone(sentence: str) -> None:
    assert stale(dieu(sentence)) == []


def test_a_number_without_its_code_is_enough_where_the_kind_is_told() -> None:
    (one,) = stale(dieu("Áp dụng Nghị định 34/2016 của Chính phủ."))
    assert one.rule == "decrees-on-legal-documents-2016"


def test_the_provision_alone_is_quoted_among_others() -> None:
    (one,) = stale(dieu("Theo khoản 2 Điều 12, khoản 3 Điều 17 và Điều 19 Luật Bình đẳng giới."))
    assert (one.rule, one.quote) == ("gender-law-17-3", "khoản 3 Điều 17")


def test_the_grounds_are_judged_and_the_head_is_not() -> None:
    grounds = "Căn cứ Luật Công đoàn số 12/2012/QH13;"
    text = enacted("Áp dụng trong tỉnh.", grounds=grounds).replace(
        "Về việc hỗ trợ", "Sửa đổi Nghị định số 85/2015/NĐ-CP về"
    )
    assert [(one.rule, one.citation) for one in stale(text)] == [
        ("trade-union-law-2012", "phần căn cứ ban hành")
    ]


# -- the day ----------------------------------------------------------------------------------------

DISTRICT = "Ủy ban nhân dân huyện tiếp nhận đơn."


def test_an_enacted_document_is_judged_as_of_its_own_date() -> None:
    report = report_of(enacted(DISTRICT), as_of=None)
    assert report.findings == ()
    assert report.versions["as_of"] == "2012-03-05"
    assert any("05/3/2012" in note and "1 chỗ" in note for note in report.notes)


def test_a_draft_is_judged_as_of_today_whatever_its_date() -> None:
    report = report_of(enacted(DISTRICT, number="      /2012/QĐ-UBND"), as_of=None)
    assert [one.rule for one in report.findings] == ["district-authorities"]
    assert report.versions["as_of"] == date.today().isoformat()
    assert report.notes == ()


def test_the_day_that_is_asked_for_wins() -> None:
    report = report_of(enacted(DISTRICT), as_of=date(2025, 7, 1))
    assert [one.rule for one in report.findings] == ["district-authorities"]
    assert report.versions["as_of"] == "2025-07-01"
    assert not report_of(enacted(DISTRICT), as_of=date(2025, 6, 30)).findings


def test_nothing_is_out_of_date_in_a_consolidated_text() -> None:
    text = enacted(DISTRICT, year=2026, number="18/VBHN-VPQH")
    report = report_of(text, as_of=None)
    assert (report.findings, report.versions["as_of"]) == ((), None)
    assert any("hợp nhất" in note for note in report.notes)


# -- no flood ---------------------------------------------------------------------------------------


def test_sixty_mentions_are_one_finding_that_counts_them() -> None:
    body = "\n".join(f"{at}. Ủy ban nhân dân huyện làm việc thứ {at}." for at in range(1, 61))
    report = report_of(f"Điều 1. Trách nhiệm\n{body}\n")
    (one,) = report.findings
    assert one.citation == "khoản 1 Điều 1"
    assert "còn 59 chỗ khác: khoản 2 Điều 1; khoản 3 Điều 1" in one.message
    assert len(report.suppressed) == 59
    assert {held.reason for held in report.suppressed} == {"Đã nêu một lần tại khoản 1 Điều 1."}


def test_two_laws_of_one_entry_are_told_once() -> None:
    text = "Điều 1. A\nTheo Luật Đất đai số 45/2013/QH13.\nĐiều 2. B\nTheo Luật Đất đai năm 2003.\n"
    (one,) = stale(text)
    assert "còn 1 chỗ khác: Điều 2" in one.message


def test_different_things_in_one_clause_are_told_apart() -> None:
    found = stale(
        dieu(
            "Bộ Lao động - Thương binh và Xã hội và Ủy ban Dân tộc hướng dẫn tại tỉnh Hà Giang, tỉnh Yên Bái."
        )
    )
    assert [one.quote for one in found] == [
        "Bộ Lao động - Thương binh và Xã hội", "Ủy ban Dân tộc", "tỉnh Hà Giang", "tỉnh Yên Bái",
    ]  # fmt: skip


# -- context ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("Bãi bỏ Nghị định số 85/2015/NĐ-CP.", "old-text"),
        ("Thông tư số 10/2020/TT-BLĐTBXH của Bộ Lao động - Thương binh và Xã hội.", "name-of-cited-document"),
        ("Nghị định này thay thế Nghị định số 12/2022/NĐ-CP.", "repeal-or-replacement"),
        ("Hồ sơ nộp trước ngày Luật này có hiệu lực do Ủy ban nhân dân huyện giải quyết.", "transition"),
        ("Trước đây việc này thuộc Ủy ban nhân dân huyện.", "history"),
        ("Danh mục ban hành ngày 12 tháng 11 năm 2020 của Ủy ban Dân tộc.", "name-of-cited-document"),
        ("Theo đề nghị của Hội Làm vườn huyện Vân Sơn tại Tờ trình số 02/TTr-HLV ngày 03/4/2025.",
         "name-of-cited-document"),
        ("Dân ở huyện Vân Sơn cũ được hỗ trợ.", "former-name"),
        ("Thay cụm từ “Ủy ban nhân dân huyện” bằng cụm từ “Ủy ban nhân dân xã”.", "old-text"),
    ],
)  # fmt: skip
def test_a_good_reason_holds_it_down(sentence: str, by: str) -> None:
    report = report_of(dieu(sentence))
    assert report.findings == ()
    assert by in {held.by for held in report.suppressed}


def test_the_new_text_of_an_amendment_is_the_drafters_own() -> None:
    sentence = "Bổ sung cụm từ “gửi Ủy ban nhân dân huyện” vào sau cụm từ “nộp đơn”."
    assert [one.rule for one in stale(dieu(sentence))] == ["district-authorities"]
