"""The papers of a small dossier, as tests hand them in: one by one or zipped."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
BILL = f"""QUỐC HỘI
Luật số:      /2026/QH16
{STATE}DỰ THẢO
LUẬT
HỖ TRỢ HỌC NGHỀ
Điều 1. Vay vốn
1. Người học nghề được vay vốn không cần tài sản bảo đảm.
Điều 2. Hội đồng
1. Nam, nữ bình đẳng khi tham gia hội đồng.
"""
PROPOSAL = f"""CHÍNH PHỦ
Số:      /TTr-CP
{STATE}TỜ TRÌNH
Dự án Luật Hỗ trợ học nghề
I. SỰ CẦN THIẾT
Năm 2025, tỷ lệ lao động nữ có chứng chỉ nghề của tỉnh là 22%.
II. VỀ BÌNH ĐẲNG GIỚI
Phụ nữ khó vay vốn vì không đứng tên tài sản.
"""
IMPACT = f"""CHÍNH PHỦ
{STATE}BÁO CÁO
Đánh giá tác động của chính sách trong dự án Luật Hỗ trợ học nghề
I. TÁC ĐỘNG VỀ GIỚI
Năm 2025, tỷ lệ lao động nữ có chứng chỉ nghề của tỉnh là 25%.
"""
APPENDIX = "Phụ lục thông tin, số liệu về giới\nNữ 20 người, nam 30 người năm 2025.\n"


def zipped(files: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()
