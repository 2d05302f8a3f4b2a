"""Plans and the national strategy: a link is shown, a plan that names none is asked about, others are not."""

from __future__ import annotations

import pytest

from checker.checking import check_document
from checker.domain import Report
from checker.dossier import check_packets
from checker.exporting import checklist
from checker.reading import read_bytes
from checker.reading.folders import Packet
from checker.structure import parse

PLAN = """ỦY BAN NHÂN DÂN
TỈNH HÀ CHÂU
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
{kind}
{title}
{basis}
I. MỤC TIÊU
1. {text}
"""
TARGET = "Đào tạo 400 học viên, trong đó 40% là nữ."
PLAIN = "Đào tạo 400 học viên."
STRATEGY = "Thực hiện Nghị quyết số 28/NQ-CP của Chính phủ về Chiến lược quốc gia về bình đẳng giới;"
OTHER = "Thực hiện Nghị quyết số 28/NQ-HĐND của Hội đồng nhân dân tỉnh về thu ngân sách;"


def report(text: str, *, basis: str = "", kind: str = "KẾ HOẠCH", title: str = "Dạy nghề đan lưới") -> Report:
    whole = PLAN.format(kind=kind, title=title, basis=basis, text=text)
    return check_document(parse("a.txt", read_bytes("a.txt", whole.encode())), role="du-thao")


def answer(told: Report) -> str | None:
    """The answer to 44; "asked" where it is put to the reader, None where it is not asked at all."""
    given = [one.answer for one in told.checklist if one.item == "44"]
    asked = ["asked" for one in told.questions if one.item == "44"]
    return next(iter([*given, *asked]), None)


@pytest.mark.parametrize(
    ("text", "basis", "wanted"),
    [
        (TARGET, STRATEGY, "yes"),
        (PLAIN, STRATEGY, "partly"),
        (TARGET, "", "partly"),
        (TARGET, OTHER, "partly"),
        (PLAIN, OTHER, "asked"),
        ("Góp phần thực hiện mục tiêu quốc gia về bình đẳng giới cho 400 học viên, 40% là nữ.", "", "yes"),
        ("Bảo đảm bình đẳng giới khi đào tạo 400 học viên.", "", "asked"),
        ("Nạo vét 3 km kênh.", "", "not-applicable"),
    ],
)
def test_a_link_to_the_strategy(text: str, basis: str, wanted: str) -> None:
    assert answer(report(text, basis=basis)) == wanted


@pytest.mark.parametrize(
    ("kind", "title", "wanted"),
    [
        ("QUYẾT ĐỊNH", "Phê duyệt Đề án dạy nghề đan lưới", "asked"),
        ("QUYẾT ĐỊNH", "Quy định học phí lớp đan lưới", None),
        ("THÔNG TƯ", "Hướng dẫn dạy nghề đan lưới", None),
    ],
)
def test_only_plans_and_what_approves_them_are_asked(kind: str, title: str, wanted: str | None) -> None:
    assert answer(report(PLAIN, kind=kind, title=title)) == wanted


def test_the_strategy_is_named_with_how_sure_it_is() -> None:
    [asked] = [one for one in report(PLAIN).questions if one.item == "44"]
    assert "Chiến lược quốc gia về bình đẳng giới" in asked.why
    assert {basis.status for basis in asked.legal_basis if "28/NQ-CP" in basis.law} == {"secondary"}


def test_the_terminal_has_a_heading_for_plans() -> None:
    told = report(TARGET, basis=STRATEGY)
    assert "Bảng kiểm: Kế hoạch, chương trình, đề án" in checklist.render(told.checklist, told.questions)


def test_a_dossier_asks_it_of_its_plan_only() -> None:
    def items(kind: str, title: str) -> set[str]:
        text = PLAN.format(kind=kind, title=title, basis="", text=TARGET)
        dossier = check_packets("ho-so", [Packet("du-thao.txt", text.encode())])
        return {one.item for one in (*dossier.checklist, *dossier.questions)}

    assert "44" in items("KẾ HOẠCH", "Dạy nghề đan lưới")
    assert "44" not in items("QUYẾT ĐỊNH", "Quy định học phí lớp đan lưới")
