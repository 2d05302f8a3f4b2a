"""The kinds of legal documents by the words that a citation begins with."""

from __future__ import annotations

import re
from collections.abc import Mapping

from checker.references.numbers import CODES
from checker.text import fold

KINDS: Mapping[str, str] = {
    "hiến pháp": "hien-phap", "bộ luật": "bo-luat", "luật": "luat", "pháp lệnh": "phap-lenh",
    "sắc lệnh": "sac-lenh", "lệnh": "lenh", "nghị quyết liên tịch": "nghi-quyet-lien-tich",
    "nghị quyết": "nghi-quyet", "nghị định": "nghi-dinh", "quyết định": "quyet-dinh",
    "chỉ thị": "chi-thi", "thông tư liên tịch": "thong-tu-lien-tich",
    "thông tư liên bộ": "thong-tu-lien-tich", "thông tư": "thong-tu",
    "văn bản hợp nhất": "van-ban-hop-nhat", "kế hoạch": "ke-hoach", "chương trình": "chuong-trinh",
    "công văn": "cong-van", "tờ trình": "to-trinh", "báo cáo": "bao-cao", "thông báo": "thong-bao",
    "kết luận": "ket-luan", "hướng dẫn": "huong-dan", "công điện": "cong-dien", "quy chế": "quy-che",
    "quy định": "quy-dinh", "điều lệ": "dieu-le", "đề án": "de-an",
}  # fmt: skip
TITLED = ("bo-luat", "luat", "phap-lenh")
"""Kinds that are cited by their titles."""
SHORT_KINDS = (*TITLED, "nghi-dinh", "nghi-quyet", "quyet-dinh", "thong-tu", "thong-tu-lien-tich", "chi-thi")
SELVES = (*SHORT_KINDS, "ke-hoach", "quy-che", "quy-dinh", "dieu-le", "chuong-trinh", "de-an", "hien-phap")
ABBREVIATIONS = {
    fold(short): CODES[short.upper()] for short in ("NĐ", "QĐ", "TTLT", "TT", "NQ", "CT", "KH", "CV", "VBHN")
}
FOLDED_KINDS = {fold(name): kind for name, kind in KINDS.items()} | ABBREVIATIONS
KIND = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, FOLDED_KINDS), key=len, reverse=True))})(?!\w)"
)
