"""The checklist's cues: what answers a question, and what only looks like an answer."""

from __future__ import annotations

import pytest

from checker.checking import check_document
from checker.domain import Answer, ChecklistItem, Role
from checker.reading import read_bytes
from checker.structure import parse

IMPACT = """CƠ QUAN SOẠN THẢO
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
BÁO CÁO
Đánh giá tác động của chính sách trong dự thảo Nghị định về hỗ trợ học nghề
I. TÁC ĐỘNG VỀ GIỚI
{text}
"""
DECREE = """NGHỊ ĐỊNH
Về hỗ trợ học nghề
Điều 1. Quy định chung
1. {text}
Điều 2. Mức phí
1. Phí là 1.000 đồng.
"""


def told(item: str, text: str, role: Role) -> ChecklistItem:
    whole = (DECREE if role == "du-thao" else IMPACT).format(text=text)
    document = parse("a.txt", read_bytes("a.txt", whole.encode()))
    answers = {one.item: one for one in check_document(document, role=role).checklist}
    return answers[item]


def said(item: str, text: str, part: str) -> bool:
    reason = told(item, text, "danh-gia-tac-dong").reason
    return "Đã có:" in reason and part in reason.split("Chưa thấy")[0]


@pytest.mark.parametrize(
    ("text", "women", "men"),
    [
        ("Lao động nữ được khảo sát trong năm 2025.", False, False),
        ("Năm 2025 nữ và nam giới đều tham gia khảo sát.", False, False),
        ("Phụ nữ theo Điều 6 được hỗ trợ gửi trẻ.", False, False),
        ("Lao động nữ chiếm 18,6% người học.", True, False),
        ("Có 552 nữ và 204 nam bỏ lớp.", True, True),
        ("Trong đó 46% lao động nữ bỏ lớp vì không có người trông con.", True, False),
        ("Nữ 545.600 người, nam 694.400 người.", True, True),
    ],
)
def test_a_year_or_an_article_is_no_figure(text: str, women: bool, men: bool) -> None:
    found = (said("05", text, "số liệu của nữ"), said("05", text, "số liệu của nam"))
    assert found == (women, men)


def test_a_table_counts_both_sexes() -> None:
    table = "| Nhóm nghề | Tổng số | Nữ | Nam |\n| Cơ khí | 30 người | 10 | 20 |\n| May | 50 | 40 | 10 |"
    assert said("05", table, "số liệu của nữ")
    assert said("05", table, "số liệu của nam")


@pytest.mark.parametrize(
    ("item", "text", "answer"),
    [
        ("13", "Người vay phải có tài sản bảo đảm.", "yes"),
        ("13", "Hộ vay vốn do chủ hộ đứng tên và nhận tiền vay.", "no"),
        ("14", "Chăm sóc gia đình thương binh là việc của toàn xã hội.", "not-applicable"),
        ("14", "Cha hoặc mẹ nuôi con nhỏ được nghỉ 01 ngày.", "yes"),
        ("14", "Lao động nữ được nghỉ khi con ốm.", "no"),
        ("15", "Hội có con dấu và tài khoản riêng.", "not-applicable"),
        ("15", "Được mặc thường phục từ tháng thứ ba đến khi sinh con.", "not-applicable"),
        ("15", "Cha hoặc mẹ nuôi con nhỏ được nghỉ 01 ngày.", "yes"),
        ("15", "Cơ quan bố trí chỗ trông trẻ cho người có con nhỏ.", "no"),
        ("16", "Hỗ trợ nhà ở cho hộ nghèo.", "not-applicable"),
        ("16", "Giấy chứng nhận quyền sử dụng đất ghi tên cả vợ và chồng.", "yes"),
        ("16", "Giấy chứng nhận quyền sử dụng đất cấp theo bản đồ địa chính.", "no"),
        ("19", "Hội đồng gồm 07 thành viên; việc hỗ trợ bảo đảm bình đẳng giới.", "no"),
        ("19", "Hội đồng gồm 07 thành viên, có cả nam và nữ.", "yes"),
        ("20", "Hỗ trợ một lần 2.000.000 đồng; thực hiện theo nguyên tắc bình đẳng giới.", "no"),
        ("20", "Hỗ trợ một lần 2.000.000 đồng; mẫu đơn ghi họ tên, giới tính.", "no"),
        ("20", "Hỗ trợ một lần 2.000.000 đồng cho người học, không phân biệt giới tính.", "yes"),
        ("26", "Vốn huy động từ cộng đồng, dòng họ được ghi vào sổ.", "not-applicable"),
        ("26", "Việc dòng họ do các gia đình tự bàn.", "yes"),
        ("29", "Cha mẹ học sinh đóng góp theo quy định.", "not-applicable"),
        ("29", "Lao động nữ được học nghề tại xã.", "no"),
        ("29", "Sở Nội vụ chủ trì thực hiện nội dung bình đẳng giới.", "yes"),
    ],
)
def test_questions_of_the_draft(item: str, text: str, answer: Answer) -> None:
    assert told(item, text, "du-thao").answer == answer


def test_evidence_reads_as_words_not_as_a_hit() -> None:
    text = "Trong đào tạo nghề, tỷ lệ lao động nữ chiếm 18,6% người học, giảm so với trước."
    quotes = [passage.quote for passage in told("05", text, "danh-gia-tac-dong").evidence]
    assert quotes == ["tỷ lệ lao động nữ chiếm 18,6% người học"]
