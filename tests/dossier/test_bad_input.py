"""What can go wrong with the files of a dossier: each is told in one clear sentence, nothing is lost."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from checker.domain import Dossier
from checker.dossier import check_dossier
from checker.errors import UnreadableFile
from checker.reading.folders import MOST_FILES
from tests.dossierfiles import BILL, PROPOSAL, zipped
from tests.pdffiles import INDENT, lines, pdf

OTHER_BILL = (
    BILL.replace("HỌC NGHỀ", "VIỆC LÀM")
    .replace("vay vốn không cần tài sản bảo đảm", "tư vấn miễn phí")
    .replace("Hội đồng", "Trung tâm")
)


def checked(folder: Path, files: Mapping[str, bytes]) -> Dossier:
    packed = folder / "ho-so.zip"
    packed.write_bytes(zipped(files))
    return check_dossier(packed)


def test_two_drafts(tmp_path: Path) -> None:
    dossier = checked(tmp_path, {"luat.txt": BILL.encode(), "khac.txt": OTHER_BILL.encode()})
    assert (
        "Hồ sơ có 2 dự thảo (khac.txt, luat.txt): các câu hỏi về nội dung được trả lời chung cho tất cả."
        in dossier.notes
    )


def test_no_draft(tmp_path: Path) -> None:
    dossier = checked(tmp_path, {"to-trinh.txt": PROPOSAL.encode()})
    assert "Không thấy dự thảo trong hồ sơ: chỉ xét các tài liệu kèm theo." in dossier.notes
    reasons = {question.why for question in dossier.questions if question.item in ("11", "23", "30")}
    assert reasons == {"Chưa có dự thảo để trả lời."}
    assert dossier.findings == ()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("hong.docx", b"PK\x03\x04 broken", "Tệp Word bị hỏng"),
        ("hong.pdf", b"%PDF-1.4 broken", "Tệp PDF bị hỏng"),
        ("rong.txt", b"", "Tệp rỗng"),
        ("khoa.pdf", pdf([[*lines([(INDENT, "Điều 1. Phí")])]], locked=True), "mật khẩu"),
    ],
)
def test_a_paper_that_cannot_be_read(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    dossier = checked(tmp_path, {"luat.txt": BILL.encode(), name: content})
    problems = {paper.file: paper.problem for paper in dossier.papers}
    assert words in problems[name]
    assert problems[name].endswith(".")
    assert problems["luat.txt"] == ""
    assert dossier.checklist


def test_one_paper_in_two_formats(tmp_path: Path) -> None:
    page = lines([(INDENT, line) for line in PROPOSAL.splitlines()])
    dossier = checked(tmp_path, {"to-trinh.pdf": pdf([page]), "to-trinh.txt": PROPOSAL.encode()})
    assert [note for note in dossier.notes if "trùng" in note] == [
        "“to-trinh.pdf” trùng nội dung với “to-trinh.txt”: chỉ xét “to-trinh.txt”."
    ]
    assert {one.file for item in dossier.checklist for one in item.evidence} == {"to-trinh.txt"}


def test_a_zip_in_a_zip(tmp_path: Path) -> None:
    dossier = checked(tmp_path, {"luat.txt": BILL.encode(), "trong.zip": zipped({"a.txt": b"a"})})
    assert "Không mở tệp nén nằm trong hồ sơ: trong.zip. Hãy giải nén rồi nộp lại nếu cần." in dossier.notes


@pytest.mark.parametrize("files", [{}, {"anh.png": b"x"}, {"trong.zip": zipped({"a.txt": b"a"})}])
def test_nothing_to_read(tmp_path: Path, files: Mapping[str, bytes]) -> None:
    with pytest.raises(UnreadableFile, match=r"không có tệp văn bản nào đọc được \(\.docx.*\)\.$"):
        checked(tmp_path, files)


def test_what_is_no_zip(tmp_path: Path) -> None:
    (tmp_path / "ho-so.zip").write_bytes(b"not a zip")
    with pytest.raises(UnreadableFile, match=r"^“ho-so\.zip” không phải thư mục hay tệp \.zip hợp lệ\.$"):
        check_dossier(tmp_path / "ho-so.zip")
    with pytest.raises(UnreadableFile, match=r"^Không tìm thấy .*hãy kiểm tra lại tên và thư mục\.$"):
        check_dossier(tmp_path / "khong-co.zip")


def test_as_many_files_as_may_be_and_one_more(tmp_path: Path) -> None:
    files = {f"{n}.txt": f"Điều 1. Phí thứ {n}\n1. Phí là {n} đồng.".encode() for n in range(MOST_FILES)}
    assert len(checked(tmp_path, files).papers) == MOST_FILES
    with pytest.raises(UnreadableFile, match=rf"có {MOST_FILES + 1} tệp, quá {MOST_FILES}: hãy chia"):
        checked(tmp_path, {**files, "them.txt": b"a"})
