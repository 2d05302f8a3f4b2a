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
        ("Tỷ lệ phụ nữ trong số người bán hàng tại chợ nông thôn là 64%.", True, False),
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
        ("17", "Cử tri của thôn bỏ phiếu tán thành.", "yes"),
        ("17", "Mỗi hộ cử một người đi họp; đơn không ghi giới tính.", "no"),
        ("19", "Nhóm điều phối có 09 người, trong đó 04 người là nữ.", "yes"),
        ("19", "Tổ giám sát gồm 05 thành viên. Nam nữ được đối xử như nhau.", "no"),
        ("20", "Tập huấn cho nông dân về giống mới.", "no"),
        (
            "22",
            "Lao động nữ được xét cấp vốn trước theo Luật Bình đẳng giới, áp dụng đến hết năm 2030.",
            "yes",
        ),
        ("22", "Phụ nữ khuyết tật được cộng điểm khi xét vay.", "no"),
        ("34", "Báo cáo định kỳ hằng năm số người học; không được nêu điều kiện về giới tính.", "no"),
        ("34", "Báo cáo định kỳ hằng năm số người học theo giới tính và độ tuổi.", "yes"),
        ("34", "Thống kê số người lao động, trong đó nữ bao nhiêu.", "yes"),
        ("14", "Tiền tuất trả cho con đẻ, con nuôi của người chết.", "not-applicable"),
        ("15", "Phụ nữ nuôi con bằng sữa mẹ không nên uống rượu.", "not-applicable"),
        ("18", "Xử lý rác. Bảo vệ môi trường. Phòng, chống bạo lực học đường.", "no"),
        ("18", "Rượu là hành vi có hại. Nói về bạo lực gia đình ở trường.", "no"),
        ("18", "Trẻ em không bị ép buộc uống rượu.", "not-applicable"),
        ("19", "Bộ đội làm công tác tổ chức và quản lý, bao gồm người đã nghỉ.", "not-applicable"),
        ("20", "Hội hỗ trợ cộng đồng khi có bão.", "not-applicable"),
        ("20", "Trợ cấp một lần 3.000.000 đồng; người chết không còn vợ hoặc chồng thì không xét.", "no"),
        ("21", "Hội Người cao tuổi Việt Nam phối hợp thực hiện.", "not-applicable"),
        ("21", "Người cao tuổi Việt Nam thuộc hộ nghèo được khám bệnh.", "no"),
        ("21", "Phụ nữ cao tuổi thuộc hộ nghèo được khám bệnh.", "yes"),
        ("33", "Phòng, chống bạo lực gia đình. Người nghiện rượu được tư vấn.", "no"),
        ("33", "Người bị bạo lực gia đình được tư vấn.", "yes"),
        ("34", "Hội báo cáo trước ngày 31 tháng 12.", "not-applicable"),
        ("29", "Cha mẹ học sinh đóng góp theo quy định.", "not-applicable"),
        ("29", "Lao động nữ được học nghề tại xã.", "no"),
        ("29", "Sở Nội vụ chủ trì thực hiện nội dung bình đẳng giới.", "yes"),
    ],
)
def test_questions_of_the_draft(item: str, text: str, answer: Answer) -> None:
    assert told(item, text, "du-thao").answer == answer


CONVENTION = "QUY ƯỚC\nTổ dân phố 3\nĐiều 1. Nếp sống\n1. {text}\nĐiều 2. Vệ sinh\n1. Giữ sạch ngõ.\n"


@pytest.mark.parametrize(
    ("item", "text", "answer"),
    [
        ("35", "Tổ hòa giải có 05 người, trong đó có 02 người là nữ.", "yes"),
        ("35", "Tổ hòa giải do tổ trưởng dân phố làm trưởng; hàng năm thăm phụ nữ neo đơn.", "no"),
        ("35", "Giữ trật tự trong ngõ.", None),
        ("37", "Dự thảo được niêm yết 30 ngày tại nhà văn hóa.", "yes"),
        ("37", "Trong 45 ngày, dự thảo được niêm yết để mọi người góp ý.", "yes"),
        ("37", "Dự thảo được niêm yết 10 ngày tại nhà văn hóa.", "no"),
        ("37", "Dự thảo được gửi tới mọi nhà.", None),
        ("40", "Ai thấy bạo lực gia đình thì báo công an phường.", "yes"),
        ("40", "Giữ gìn nếp sống văn minh.", "no"),
        ("42", "Quy ước do Ủy ban nhân dân phường công nhận.", "yes"),
        ("42", "Quy ước do Ban công tác Mặt trận công nhận.", "no"),
        ("42", "Quy ước có hiệu lực từ năm sau.", None),
    ],
)
def test_questions_of_conventions(item: str, text: str, answer: Answer | None) -> None:
    document = parse("a.txt", read_bytes("a.txt", CONVENTION.format(text=text).encode()))
    report = check_document(document, role="du-thao")
    answers = {one.item: one.answer for one in report.checklist}
    assert answers.get(item) == answer
    assert (item in {one.item for one in report.questions}) is (answer is None)


@pytest.mark.parametrize(
    ("text", "reasoned"),
    [
        ("Chính sách không có tác động về giới vì chỉ quy định kỹ thuật ghi nhãn hàng hóa.", True),
        ("Không phát sinh vấn đề giới do dự thảo không điều chỉnh quyền, nghĩa vụ của cá nhân.", True),
        ("Chính sách không có tác động về giới.", False),
        ("Chính sách không có tác động về giới vì áp dụng chung cho cả nam và nữ.", False),
    ],
)
def test_a_reason_why_there_is_no_issue_makes_the_rest_needless(text: str, reasoned: bool) -> None:
    answers = [told(item, text, "danh-gia-tac-dong").answer for item in ("02", "03", "04", "05")]
    if reasoned:
        assert answers == ["yes", "not-applicable", "not-applicable", "not-applicable"]
    else:
        assert answers[0] == answers[1] == answers[3] == "no"


@pytest.mark.parametrize(
    ("item", "text", "answer"),
    [
        ("10", "Dự thảo bảo đảm bình đẳng giới.", "partly"),
        ("10", "Hồ sơ chưa nêu tác động đối với nữ; đề nghị bổ sung để bảo đảm bình đẳng giới.", "yes"),
        ("10", "Dự thảo không có quy định liên quan đến bình đẳng giới vì chỉ sửa tên gọi.", "yes"),
        ("10", "Dự thảo phù hợp thẩm quyền.", "no"),
        ("07", "Đã lấy ý kiến Bộ Tài chính, Bộ Nội vụ và các địa phương.", "yes"),
        ("07", "Sở Nội vụ nhất trí với dự thảo.", "yes"),
        ("07", "Giao Sở Nội vụ hướng dẫn thực hiện.", "no"),
        ("08", "Hội Liên hiệp Phụ nữ tỉnh đề nghị bỏ điều kiện về chủ hộ.", "yes"),
        ("08", "Kinh phí hoạt động của Hội Liên hiệp Phụ nữ tỉnh do ngân sách cấp.", "no"),
    ],
)
def test_questions_of_an_appraisal(item: str, text: str, answer: Answer) -> None:
    head = "BỘ TƯ PHÁP\nBÁO CÁO THẨM ĐỊNH\nDự thảo Nghị định về hỗ trợ học nghề\n1. Nhận xét\n"
    document = parse("a.txt", read_bytes("a.txt", f"{head}{text}\n".encode()))
    report = check_document(document, role="bao-cao-tham-dinh")
    assert {one.item: one.answer for one in report.checklist}[item] == answer


def test_evidence_reads_as_words_not_as_a_hit() -> None:
    text = "Trong đào tạo nghề, tỷ lệ lao động nữ chiếm 18,6% người học, giảm so với trước."
    quotes = [passage.quote for passage in told("05", text, "danh-gia-tac-dong").evidence]
    assert quotes == ["tỷ lệ lao động nữ chiếm 18,6% người học"]
