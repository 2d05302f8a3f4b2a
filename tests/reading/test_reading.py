"""The format is chosen by name, checked by content, and each refusal says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import UnreadableFile
from checker.reading import ACCEPTED, read, read_bytes
from tests.pdffiles import INDENT, lines, pdf

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)
WORD_STREAM = "WordDocument\0".encode("utf-16-le")
SENTENCE = "Điều 1. Luật này quy định về đê điều."
EXE = b"MZ\x90\x00" + bytes(range(256)) * 8
A_PDF = pdf([lines([(INDENT, SENTENCE)])])


@pytest.mark.parametrize(
    ("name", "data"), [("a.txt", SENTENCE.encode()), ("A.PDF", A_PDF), ("a.Txt", SENTENCE.encode())]
)
def test_the_extension_chooses_the_reader(name: str, data: bytes) -> None:
    assert [block.text for block in read_bytes(name, data).blocks] == [SENTENCE]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.txt", b"", "Tệp rỗng"),
        ("a.docx", b"", "Tệp rỗng"),
        ("a.txt", b"12\n--\n", "không có chữ"),
        ("a.txt", A_PDF, "phần mở rộng"),
        ("a.txt", b"PK\x03\x04zip", "phần mở rộng"),
        ("a.pdf", SENTENCE.encode(), "không phải PDF"),
        ("a.docx", A_PDF, "không phải Word"),
        ("a.docx", OLE, "không phải Word"),
        ("a.docx", OLE + WORD_STREAM, ".doc cũ"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        ("a.doc", OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        ("a.doc", OLE, "không phải văn bản .doc"),
        ("a.rtf", SENTENCE.encode(), "không phải văn bản .rtf"),
        ("a.odt", EXE, "không phải văn bản .odt"),
        ("a.docx", EXE, "không phải Word"),
        ("a.pdf", EXE, "không phải PDF"),
        ("a.txt", EXE, "nhị phân"),
        ("a.txt", b"a" * (20 * 2**20 + 1), "quá 20 MB"),
        ("a.xlsx", b"PK\x03\x04", "chỉ nhận .docx, .docm, .doc, .rtf, .odt, .pdf và .txt"),
        ("a", SENTENCE.encode(), "không có phần mở rộng"),
    ],
)
def test_refusals_are_one_sentence_with_advice(name: str, data: bytes, says: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(name, data)
    sentence = str(caught.value)
    assert says in sentence
    assert sentence.endswith(".")
    assert "hãy" in sentence


def test_files_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "luật.txt"
    path.write_text(SENTENCE, "utf-8")
    assert read(path).blocks[0].text == SENTENCE
    with pytest.raises(UnreadableFile, match="Không tìm thấy"):
        read(tmp_path / "không có.txt")
    with pytest.raises(UnreadableFile, match="thư mục"):
        read(tmp_path)
    with (tmp_path / "phim.docx").open("wb") as film:
        film.truncate(201 * 2**20)
    with pytest.raises(UnreadableFile, match="quá 200 MB"):
        read(tmp_path / "phim.docx")


def test_every_accepted_extension_has_a_reader() -> None:
    for suffix in ACCEPTED:
        with pytest.raises(UnreadableFile, match="Tệp rỗng"):
            read_bytes(f"a{suffix}", b"")
