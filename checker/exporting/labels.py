"""Names that reports print for codes of the domain that have no label there."""

from __future__ import annotations

from collections.abc import Mapping

from checker.domain import Document

DOCUMENT_LABELS: Mapping[str, str] = {
    "hien-phap": "Hiến pháp", "bo-luat": "Bộ luật", "luat": "Luật", "phap-lenh": "Pháp lệnh",
    "nghi-quyet": "Nghị quyết", "nghi-dinh": "Nghị định", "quyet-dinh": "Quyết định", "thong-tu": "Thông tư",
    "thong-tu-lien-tich": "Thông tư liên tịch", "chi-thi": "Chỉ thị", "ke-hoach": "Kế hoạch",
    "chuong-trinh": "Chương trình", "de-an": "Đề án", "huong-uoc": "Hương ước", "quy-uoc": "Quy ước",
    "dieu-le": "Điều lệ", "quy-che": "Quy chế", "to-trinh": "Tờ trình", "bao-cao": "Báo cáo",
    "cong-van": "Công văn", "huong-dan": "Hướng dẫn",
}  # fmt: skip


def document_label(document: Document) -> str:
    """Return the type in words, with "dự thảo" where the document says so: "Nghị định (dự thảo)"."""
    label = DOCUMENT_LABELS.get(document.type, "Văn bản")
    return f"{label} (dự thảo)" if document.draft else label
