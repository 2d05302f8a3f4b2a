"""The Vietnamese names of the domain's codes, as people read them in reports, pages and messages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from checker.domain import Answer, Document, Fate, FindingChange, Role, Status, Tier, Verdict

CATEGORY_LABELS: Mapping[str, str] = {
    "gendered-term": "Từ ngữ mang giới",
    "stereotype": "Định kiến giới",
    "unequal-treatment": "Quy định khác nhau theo giới",
    "care-role": "Việc chăm sóc gán cho một giới",
    "household-head": "Quyền qua chủ hộ, đại diện hộ",
    "lineage": "Dòng họ, tập quán trọng nam",
    "violence-safety": "Xử lý bạo lực trên cơ sở giới",
    "representation": "Thành phần thiếu cân bằng giới",
    "sex-disaggregated-data": "Số liệu chưa tách theo giới",
    "participation": "Lấy ý kiến chưa có tiếng nói của hai giới",
    "targets-resources": "Mục tiêu, nguồn lực chưa có yếu tố giới",
    "missing-assessment": "Thiếu đánh giá tác động về giới",
    "missing-paper": "Hồ sơ thiếu tài liệu về giới",
    "stale-reference": "Dẫn chiếu văn bản, cơ quan không còn phù hợp",
    "contradiction": "Số liệu, nội dung mâu thuẫn giữa các tài liệu",
    "unanswered-issue": "Vấn đề giới đã nêu nhưng không có quy định giải quyết",
    "good-practice": "Điểm tốt về lồng ghép giới",
}

TIER_LABELS: Mapping[Tier, str] = {
    "must": "Lỗi",
    "should": "Cảnh báo",
    "consider": "Gợi ý",
    "credit": "Điểm tốt",
}

TIER_SIGNS: Mapping[Tier, str] = {"must": "■", "should": "▲", "consider": "●", "credit": "✓"}

FATE_LABELS: Mapping[Fate, str] = {
    "fixed": "Đã khắc phục",
    "new": "Mới",
    "remaining": "Còn lại",
    "moved": "Còn lại, đã chuyển chỗ",
    "reworded": "Còn lại, đã đổi lời",
}
CREDIT_LOST, CREDIT_NEW = "Điểm tốt không còn", "Điểm tốt mới"

STATUS_LABELS: Mapping[Status, str] = {
    "verified": "đã đối chiếu văn bản",
    "secondary": "theo nguồn thứ cấp, cần đối chiếu",
    "unverified": "chưa kiểm chứng, cần đối chiếu trước khi viện dẫn",
}

CHECKLIST_GROUPS: Mapping[str, str] = {
    "ho-so": "Hồ sơ",
    "noi-dung": "Nội dung quy định",
    "ngon-ngu": "Từ ngữ",
    "to-chuc": "Tổ chức thực hiện",
    "huong-uoc": "Hương ước, quy ước",
    "ke-hoach": "Kế hoạch, chương trình, đề án",
}

ANSWER_LABELS: Mapping[Answer, str] = {
    "yes": "Có",
    "partly": "Có một phần",
    "no": "Chưa",
    "not-applicable": "Không áp dụng",
}

ANSWER_SIGNS: Mapping[Answer, str] = {"yes": "✔", "partly": "½", "no": "✖", "not-applicable": "–"}

VERDICT_LABELS: Mapping[Verdict, str] = {
    "accepted": "Chấp nhận",
    "edited": "Chấp nhận, sửa câu chữ",
    "dismissed": "Không tiếp thu",
    "open": "Chưa quyết định",
}

ROLE_LABELS: Mapping[Role, str] = {
    "du-thao": "Dự thảo",
    "to-trinh": "Tờ trình",
    "danh-gia-tac-dong": "Báo cáo đánh giá tác động",
    "ban-danh-gia": "Bản đánh giá",
    "phu-luc-so-lieu-gioi": "Phụ lục số liệu về giới",
    "bang-tiep-thu": "Bản tiếp thu, giải trình",
    "y-kien": "Văn bản góp ý",
    "bao-cao-tham-dinh": "Báo cáo thẩm định, thẩm tra",
    "khac": "Tài liệu khác",
}

DOCUMENT_LABELS: Mapping[str, str] = {
    "hien-phap": "Hiến pháp", "bo-luat": "Bộ luật", "luat": "Luật", "phap-lenh": "Pháp lệnh",
    "nghi-quyet": "Nghị quyết", "nghi-dinh": "Nghị định", "quyet-dinh": "Quyết định", "thong-tu": "Thông tư",
    "thong-tu-lien-tich": "Thông tư liên tịch", "chi-thi": "Chỉ thị", "ke-hoach": "Kế hoạch",
    "chuong-trinh": "Chương trình", "de-an": "Đề án", "huong-uoc": "Hương ước", "quy-uoc": "Quy ước",
    "dieu-le": "Điều lệ", "quy-che": "Quy chế", "to-trinh": "Tờ trình", "bao-cao": "Báo cáo",
    "cong-van": "Công văn", "huong-dan": "Hướng dẫn", "sac-lenh": "Sắc lệnh", "thong-bao": "Thông báo",
}  # fmt: skip
DOCUMENT_TYPES = (*DOCUMENT_LABELS, "khac")
"""All types that a rule may name: those that have a label, and what could not be told."""


def document_label(document: Document) -> str:
    """Return the type in words, with "dự thảo" where the document says so: "Nghị định (dự thảo)"."""
    label = DOCUMENT_LABELS.get(document.type, "Văn bản")
    return f"{label} (dự thảo)" if document.draft else label


def moment_label(moment: datetime) -> str:
    """Return a moment in this machine's time: "09:05, 24/11/2026"."""
    return f"{moment.astimezone():%H:%M, %d/%m/%Y}"


def day_label(day: date) -> str:
    """Return a day as official documents write it: "01/02/2025", "18/6/2012"."""
    month = (
        f"{day.month:02}" if day.month < 3 else str(day.month)
    )  # a zero only where a 1 could be put before
    return f"{day.day:02}/{month}/{day.year}"


def change_label(change: FindingChange) -> str:
    """What became of a finding; a good point that is gone was not fixed."""
    finding = change.new or change.old
    if finding and finding.tier == "credit" and change.fate in ("fixed", "new"):
        return CREDIT_LOST if change.fate == "fixed" else CREDIT_NEW
    return FATE_LABELS[change.fate]
