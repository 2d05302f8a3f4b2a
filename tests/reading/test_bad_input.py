"""Files made to do harm, through the front door: one clear sentence, or the text and nothing else."""

from __future__ import annotations

import socket
import struct
import subprocess
import sys
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pytest

from checker.errors import UnreadableFile
from checker.reading import read_bytes
from tests.pdffiles import INDENT, At, pdf
from tests.wordfiles import MACRO, RELATION, p, packed, r, unpacked, word

GIGABYTE = 2**30
PLAIN = word(p("Điều 1. Phạm vi"))
SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"


def zeros(size: int) -> bytes:
    """So many zero bytes, deflated; made from one piece over and over."""
    piece = 2**24
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    first = packer.compress(bytes(piece)) + packer.flush(zlib.Z_FULL_FLUSH)
    return first * (size // piece) + packer.flush()


def with_gigabytes(data: bytes, count: int, *, told: int) -> bytes:
    """The package with `count` more parts of a gigabyte each, which say that they have `told` bytes."""
    content = zeros(GIGABYTE)
    end = data.rindex(b"PK\x05\x06")
    number, length, start = struct.unpack("<HII", data[end + 10 : end + 20])
    body, entries = bytearray(data[:start]), bytearray(data[start : start + length])
    for index in range(count):
        name = f"word/media/image{index}.bmp".encode()
        head = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0, 0, len(content), told, len(name), 0)
        entries += b"PK\x01\x02" + struct.pack("<H", 20) + head
        entries += struct.pack("<HHHII", 0, 0, 0, 0, len(body)) + name
        body += b"PK\x03\x04" + head + name + content
    total = number + count
    tail = struct.pack("<HHHHIIH", 0, 0, total, total, len(entries), len(body), 0)
    return bytes(body + entries) + b"PK\x05\x06" + tail


def pointing(target: str, mode: str = "") -> bytes:
    """A file whose header lies at `target`."""
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>'
    link = f'<Relationship Id="rId1" Type="{RELATION}/header" Target="{target}"{mode}/>'
    relations = f'<Relationships xmlns="{SPACE}">{link}</Relationships>'
    parts = unpacked(word(p("Điều 1. Phạm vi") + section))
    return packed({**parts, "word/_rels/document.xml.rels": relations})


def entities(depth: int) -> bytes:
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, depth))
    parts = unpacked(word(p("&").replace("&amp;", f"&a{depth - 1};")))
    document = parts["word/document.xml"].decode()
    doctype = f'<!DOCTYPE w:document [<!ENTITY a0 "a">{lines}]>'
    return packed({**parts, "word/document.xml": document.replace("<w:document", f"{doctype}<w:document", 1)})


def refusal(name: str, data: bytes) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(name, data)
    sentence = str(caught.value)
    assert "hãy" in sentence
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize("told", [GIGABYTE, 1000], ids=["honest", "lying"])
def test_a_zip_that_unpacks_to_ten_gigabytes(told: int) -> None:
    bomb = with_gigabytes(PLAIN, 10, told=told)
    assert len(bomb) < 2**25
    assert any(word in refusal("a.docx", bomb) for word in ("lớn bất thường", "hỏng", "bộ nhớ"))


def test_entities_that_multiply() -> None:
    assert "DTD" in refusal("a.docx", entities(10))


@pytest.mark.parametrize(
    ("target", "mode"),
    [
        ("file:///etc/hostname", ' TargetMode="External"'),
        ("http://127.0.0.1:9/a.xml", ' TargetMode="External"'),
        ("../../../../../../etc/hostname", ""),
        ("/etc/hostname", ""),
        ("file:///etc/hostname", ""),
    ],
)
def test_parts_that_lie_outside_are_not_there(target: str, mode: str) -> None:
    reading = read_bytes("a.docx", pointing(target, mode))
    assert [block.text for block in reading.blocks if block.text] == ["Điều 1. Phạm vi"]


@pytest.mark.parametrize("name", ["a.docm", "a.doc"])
def test_a_file_with_macros_is_read_by_nothing_that_could_run_them(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # no LibreOffice, the only macro engine there is
    data = word(p("Điều 1. Phạm vi"), main=MACRO, more={"word/vbaProject.bin": b"Sub AutoOpen()"})
    assert read_bytes(name, data).blocks[0].text == "Điều 1. Phạm vi"


def test_reading_a_word_file_starts_opens_and_calls_nothing(tmp_path: Path) -> None:
    """A witness in a process of its own: an audit hook can't be taken off."""
    secret = tmp_path / "secret.xml"
    secret.write_text("Điều 2. Bí mật", "utf-8")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        body, relations = linked(secret.as_uri(), f"http://127.0.0.1:{server.getsockname()[1]}/a.xml")
        more = {"word/vbaProject.bin": b"Sub AutoOpen()", "word/_rels/document.xml.rels": relations}
        (tmp_path / "a.docm").write_bytes(word(body, main=MACRO, more=more))
        command = [sys.executable, "-c", WITNESS, str(tmp_path / "a.docm")]
        done = subprocess.run(
            command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
        )
        with pytest.raises(BlockingIOError):
            server.accept()
    told, *seen, awake = done.stdout.splitlines()
    assert told == "Điều 1. Phạm vi mẫu"
    assert seen == []
    assert awake == "the witness sees 1"


WITNESS = """
import sys
from checker.reading.docx import read_docx
data = open(sys.argv[1], "rb").read()
read_docx(data)  # what is loaded late is loaded now
seen = []
watched = ("open", "socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "ctypes.")
sys.addaudithook(lambda event, arguments: event.startswith(watched) and seen.append((event, arguments)))
blocks = read_docx(data).blocks
said = " ".join(block.text for block in blocks if block.text)
print(said, *seen, sep="\\n")
open(sys.argv[1]).close()
print(f"the witness sees {len(seen)}")
"""


def linked(file: str, address: str) -> tuple[str, str]:
    """A body that draws on files outside by all ways that Word has, and its relationships."""
    kinds = (
        "hyperlink",
        "image",
        "attachedTemplate",
        "subDocument",
        "oleObject",
        "header",
        "frame",
        "afChunk",
    )
    targets = [(kind, target) for kind in kinds for target in (file, address)]
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{RELATION}/{kind}" Target="{target}" TargetMode="External"/>'
        for n, (kind, target) in enumerate(targets)
    )
    uses = "".join(
        f'<w:hyperlink r:id="rId{n}">{r(" mẫu") if not n else ""}</w:hyperlink><w:subDoc r:id="rId{n}"/>'
        for n in range(len(targets))
    )
    chunks = "".join(f'<w:altChunk r:id="rId{n}"/>' for n in range(len(targets)))
    heads = "".join(f'<w:headerReference w:type="default" r:id="rId{n}"/>' for n in range(len(targets)))
    body = p("Điều 1. Phạm vi", uses) + chunks + f"<w:sectPr>{heads}</w:sectPr>"
    return body, f'<Relationships xmlns="{SPACE}">{links}</Relationships>'


def test_a_file_of_a_hundred_megabytes_is_read_for_its_text() -> None:
    target = BytesIO(PLAIN)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/media/image1.bmp", bytes(100_000_000))
    assert len(target.getvalue()) > 100_000_000
    assert read_bytes("a.docx", target.getvalue()).blocks[0].text == "Điều 1. Phạm vi"


def test_xml_that_nests_without_end() -> None:
    parts = unpacked(word("<w:p>" * 100_000))
    assert refusal("a.docx", packed(parts))


def test_a_pdf_of_two_thousand_pages_is_read_to_its_end() -> None:
    pages = [[At(INDENT, 700, f"Điều {number}. Phạm vi của điều này.")] for number in range(1, 2001)]
    reading = read_bytes("a.pdf", pdf(pages))
    assert len(reading.blocks) == 2000
    assert reading.blocks[-1].text == "Điều 2000. Phạm vi của điều này."
    assert reading.blocks[-1].place.page == 2000


@pytest.mark.requires_program("tesseract")
def test_a_scan_of_two_thousand_pages_is_refused_before_it_is_recognised() -> None:
    assert "2000 trang là bản chụp" in refusal("a.pdf", pdf([[]] * 2000, picture=True))


@pytest.mark.parametrize("suffix", [".docx", ".docm", ".doc", ".rtf", ".odt", ".pdf", ".txt"])
def test_a_program_under_another_name(suffix: str) -> None:
    program = b"MZ\x90\x00\x03" + bytes(range(256)) * 40
    assert refusal(f"bao-cao{suffix}", program)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_files_that_were_cut(share: float, root: Path) -> None:
    for name in ("du-thao-nghi-dinh.docx", "thong-tu-bo.pdf"):
        data = (root / "samples" / name).read_bytes()
        assert refusal(name, data[: int(share * len(data))])
