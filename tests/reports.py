"""Reports for the tests of what is written out: one of a real check, one whose words may be anything."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

from hypothesis import strategies as st

from checker.checking import check_bytes
from checker.domain import (
    Block,
    ChecklistItem,
    Decision,
    Finding,
    LegalBasis,
    Passage,
    Place,
    Question,
    Reading,
    Report,
    Span,
    Suppressed,
    Verdict,
)
from checker.structure import parse

WHEN = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
DRAFT = """ỦY BAN NHÂN DÂN TỈNH HẢI VÂN
QUYẾT ĐỊNH
Ban hành Quy định về hỗ trợ hộ gia đình
Điều 1. Chế độ đối với người lao động
1. Người lao động có con nhỏ được bố trí giờ làm linh hoạt.
2. Lao động nữ được nghỉ khi con ốm; nữ lao động thai sản được nghỉ theo luật.
Điều 2. Tổ chuyên gia
1. Tổ chuyên gia gồm các ông có kinh nghiệm. Các cô nuôi dạy trẻ được mời dự.
1a. Vợ liệt sĩ và nữ hộ sinh được tham gia.
1b. Chủ hộ thay mặt các thành viên ký đơn; hộ do người vợ và con nhỏ đứng tên được ưu tiên.
2. Số người được đào tạo:
| Năm | Tổng số | Nữ |
| Năm 2024 | 120 | 48 |
| Năm 2025 | 140 | 61 |
| Năm | Số lao động được hỗ trợ |
| 2025 | 35 |
Điều 3. Căn cứ thực hiện
Thực hiện theo Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13.
"""
BASIS = LegalBasis("k", "Luật về Điều Không Có 1/2020", "khoản 3 Điều 18", "unverified", "Tóm tắt của điều.")
ODD = "<b>&amp;</b> \"'`= \x00\x07\x1b\ud800\ufffe ]]> <!-- </style><script>x</script> điều \U0001f600"
WORDS = st.text(max_size=40) | st.sampled_from([ODD, "=1+1", "+84", "-2", "@SUM(A1)", "\t=1", ""])


@cache
def checked() -> Report:
    """What the library says of a small decision with something for each part of a report."""
    return check_bytes("quyet-dinh.txt", DRAFT.encode())


def decided(finding: Finding, verdict: Verdict, **words: str) -> Decision:
    """A decision on the finding; `words` are reason, wording, note."""
    return Decision(finding.id, verdict, "Lê Thị An", WHEN, **words)


def worded(words: str, *, quote: str = "con ốm") -> Report:
    """A report in which file, title, citation, message, reasons and the checklist all say `words`."""
    text = quote if quote.strip() else "con ốm"
    document = parse(words or "tep.txt", Reading((Block(text, Place(1)),)))
    span = Span(0, len(document.text))
    finding = Finding(
        id="f1", rule="r-1", category="care-role", tier="should", quote=document.text, span=span, clause=0,
        citation=words, place=Place(1), message=words, why=words, suggestion=words or None,
        legal_basis=(BASIS,), evidence=(), score=0.5, redraft=words,
    )  # fmt: skip
    passage = Passage(words, span, document.text, words, Place(1), 0)
    item = ChecklistItem("1", "ho-so", words, "partly", words, (passage,), (BASIS,))
    question = Question("2", "noi-dung", words, words, (BASIS,))
    held = Suppressed(finding, words, words)
    return Report(document, (finding,), (held,), (item,), (words,), {"checker": words}, None, (question,))
