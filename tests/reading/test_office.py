"""Old Word, RTF, OpenDocument: read by LibreOffice or refused; nothing runs, nothing is fetched."""

from __future__ import annotations

import shutil
import socket
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from threading import Thread

import pytest

from checker.domain import Reading
from checker.errors import UnreadableFile
from checker.reading import read_bytes
from checker.reading.office import antiword, libreoffice, read_office
from checker.reading.ole import is_encrypted, is_word, names_legacy_font
from tests.officebasic import opened, run_basic, stored
from tests.wordfiles import abstract, converted, level, num, numbered, p, r, word

needs_office = pytest.mark.requires_program("soffice")
needs_both = pytest.mark.requires_program("soffice", "antiword")

LISTS = abstract(0, level(0, "%1.")) + num(1, 0)
COLUMN = '<w:gridCol w:w="4500"/>'
LONG = "Quyết định này có hiệu lực kể từ ngày ký. " * 100  # antiword refuses files of a few words


def cell(text: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="4500" w:type="dxa"/></w:tcPr>{p(text)}</w:tc>'


DRAFT = word(
    p(r("QUYẾT ĐỊNH", "<w:b/>"), properties='<w:jc w:val="center"/>')
    + numbered("Phạm vi điều chỉnh", 1)
    + numbered("Đối tượng áp dụng", 1)
    + f"<w:tbl><w:tblGrid>{2 * COLUMN}</w:tblGrid><w:tr>{cell('Nơi nhận')}{cell('CHỦ TỊCH')}</w:tr></w:tbl>"
    + p(LONG),
    numbering=LISTS,
)  # fmt: skip
# "Điều 1. Quyền bình đẳng của phụ nữ" typed in .VnTime.
SCRAMBLED = "\xa7iÒu 1. QuyÒn b×nh ®¼ng cña phô n÷"
VNTIME = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime" w:cs=".VnTime"/>'
LEGACY = word(p(r(SCRAMBLED, VNTIME)) * 100)
PAGE = "<html><meta charset='utf-8'><body><p>Điều 1. Phạm vi</p>{}</body></html>"
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" '
    'manifest:media-type="application/vnd.oasis.opendocument.text"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">{}'
    "</manifest:file-entry></manifest:manifest>"
)


def open_document(content: str = "", *, protection: str = "") -> bytes:
    names = {
        "office": "office", "text": "text", "draw": "drawing", "script": "script", "svg": "svg-compatible",
    }  # fmt: skip
    spaces = " ".join(f'xmlns:{k}="urn:oasis:names:tc:opendocument:xmlns:{v}:1.0"' for k, v in names.items())
    document = (
        f'<office:document-content {spaces} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">'
        f"<office:body><office:text><text:p>Điều 1. Phạm vi</text:p>{content}</office:text></office:body>"
        "</office:document-content>"
    )
    return zipped({"content.xml": document, "META-INF/manifest.xml": MANIFEST.format(protection)})


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """An OpenDocument package: its type comes first and is not compressed."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in {"mimetype": "application/vnd.oasis.opendocument.text", **files}.items():
            archive.writestr(name, content)
    return target.getvalue()


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The draft as .doc."""
    return converted(DRAFT, "doc", tmp_path_factory.mktemp("doc"))


@pytest.fixture(scope="module")
def legacy(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A .doc in a font from before Unicode."""
    return converted(LEGACY, "doc", tmp_path_factory.mktemp("legacy"))


@pytest.fixture
def without_office(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """A machine with antiword, where it is installed, and no LibreOffice."""
    found = shutil.which("antiword")
    monkeypatch.setenv("PATH", str(tmp_path))
    if found:
        (tmp_path / "antiword").symlink_to(found)
    libreoffice.program.cache_clear()
    antiword.program.cache_clear()
    yield
    libreoffice.program.cache_clear()
    antiword.program.cache_clear()


def texts(reading: Reading) -> list[str]:
    return [block.text.strip() for block in reading.blocks if block.text]


@needs_office
@pytest.mark.parametrize("kind", ["doc", "rtf", "odt"])
def test_numbers_tables_and_looks_are_kept(kind: str, tmp_path: Path) -> None:
    reading = read_bytes(f"a.{kind}", converted(DRAFT, kind, tmp_path))
    assert texts(reading) == [
        "QUYẾT ĐỊNH", "1. Phạm vi điều chỉnh", "2. Đối tượng áp dụng", "Nơi nhận", "CHỦ TỊCH", LONG.strip(),
    ]  # fmt: skip
    head = reading.blocks[0]
    assert (head.bold, head.centred) == (True, True)
    assert [block.kind for block in reading.blocks if block.text in ("Nơi nhận", "CHỦ TỊCH")] == ["cell"] * 2


@needs_office
def test_fonts_from_before_unicode_are_converted(legacy: bytes) -> None:
    assert names_legacy_font(legacy)
    assert texts(read_bytes("a.doc", legacy)) == ["Điều 1. Quyền bình đẳng của phụ nữ"] * 100


@needs_office
@pytest.mark.parametrize(
    "data",
    [PAGE.format("").encode(), word(p("Điều 1. Phạm vi")), open_document()],
    ids=["html", "docx", "odt"],
)
def test_a_doc_is_read_as_what_it_is(data: bytes) -> None:
    assert texts(read_bytes("a.doc", data)) == ["Điều 1. Phạm vi"]


@needs_office
@pytest.mark.parametrize("kind", ["doc", "odt"])
def test_a_cut_file_is_refused(kind: str, tmp_path: Path) -> None:
    data = converted(DRAFT, kind, tmp_path)
    with pytest.raises(UnreadableFile, match="hãy"):
        read_bytes(f"a.{kind}", data[: len(data) // 3])


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The draft as .doc with a password, its text enciphered."""
    folder = tmp_path_factory.mktemp("locked")
    source, target = folder / "a.docx", folder / "a.doc"
    source.write_bytes(DRAFT)
    password = 'Named("Password", "mật khẩu")'
    run_basic(f"{opened(source)}\n{stored(target, 'MS Word 97', password)}", folder)
    return target.read_bytes()


@needs_office
def test_an_enciphered_doc_is_told(locked: bytes) -> None:
    assert "Quyết định".encode("utf-16-le") not in locked
    assert is_encrypted(locked)
    with pytest.raises(UnreadableFile, match="mật khẩu"):
        read_bytes("a.doc", locked)


@needs_both
def test_an_enciphered_doc_is_told_without_libreoffice_too(locked: bytes, without_office: None) -> None:
    with pytest.raises(UnreadableFile, match="mật khẩu"):
        read_office(".doc", locked)


def test_an_open_document_with_a_password_is_told() -> None:
    with pytest.raises(UnreadableFile, match="mật khẩu"):
        libreoffice.to_docx(".odt", open_document(protection="<manifest:encryption-data/>"))


def test_an_open_document_that_unpacks_to_gigabytes_is_not_unpacked() -> None:
    data = open_document()
    entry = data.rindex(b"PK\x01\x02", 0, data.rindex(b"META-INF"))
    bomb = data[: entry + 24] + (2**31).to_bytes(4, "little") + data[entry + 28 :]
    with pytest.raises(UnreadableFile, match="lớn bất thường"):
        libreoffice.to_docx(".odt", bomb)


def test_spreadsheets_and_noise_are_no_word() -> None:
    signature = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    assert not is_word(signature + "Workbook\0".encode("utf-16-le") * 10)
    assert not is_encrypted(signature + "WordDocument\0".encode("utf-16-le"))
    assert not is_encrypted(b"")


@needs_office
def test_the_password_of_a_tiny_file_is_found_too(tmp_path: Path) -> None:
    tiny = converted(word(p("a")), "doc", tmp_path)
    locked = bytearray(tiny)
    locked[tiny.index(b"\xec\xa5\x01\x01") + 0x0B] |= 1
    assert (is_encrypted(tiny), is_encrypted(bytes(locked))) == (False, True)


@needs_office
def test_nothing_stays_of_a_file(old: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    read_bytes("a.doc", old)
    assert list(tmp_path.iterdir()) == []


@needs_office
@pytest.mark.parametrize("kind", ["html", "odt"])
def test_nothing_is_fetched(kind: str, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        calls: list[bytes] = []
        Thread(target=_answer, args=(server, calls), daemon=True).start()
        address = f"http://127.0.0.1:{server.getsockname()[1]}/anh.png"
        if kind == "html":
            data = PAGE.format(f'<img src="{address}">').encode()
        else:
            image = f'<draw:image xlink:href="{address}" xlink:type="simple"/>'
            frame = f'<draw:frame svg:width="2cm" svg:height="2cm">{image}</draw:frame>'
            data = open_document(f"<text:p>{frame}</text:p>")
        assert "Điều 1. Phạm vi" in texts(read_bytes("a.doc", data))
        assert calls == []
        _convert_carelessly(data, kind, tmp_path)
        assert calls, "without our settings LibreOffice does fetch: the trap works"


def _answer(server: socket.socket, calls: list[bytes]) -> None:
    while True:
        try:
            connection, _ = server.accept()
        except OSError:
            return
        with connection:
            calls.append(connection.recv(100))


def _convert_carelessly(data: bytes, kind: str, folder: Path) -> None:
    source = folder / f"a.{kind}"
    source.write_bytes(data)
    office = shutil.which("soffice")
    assert office
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder),
    ]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)


@needs_office
def test_a_macro_for_the_opening_of_a_file_does_not_run(tmp_path: Path) -> None:
    trace, source, armed = tmp_path / "trace", tmp_path / "a.docx", tmp_path / "a.odt"
    source.write_bytes(DRAFT)
    lines = ("Sub Main", f'Open ""{trace}"" For Output As #1', "Close #1", "End Sub")
    address = "vnd.sun.star.script:Armed.Trap.Main?language=Basic&location=document"
    arming = f"""
    document.BasicLibraries.createLibrary("Armed")
    document.BasicLibraries.getByName("Armed").insertByName("Trap", "{'" & Chr(10) & "'.join(lines)}")
    document.Events.replaceByName("OnLoad", Array(Named("EventType", "Script"), Named("Script", "{address}")))
    """
    run_basic(f"{opened(source)}\n{arming}\n{stored(armed, 'writer8')}", tmp_path)
    assert "QUYẾT ĐỊNH" in texts(read_bytes("a.odt", armed.read_bytes()))
    assert not trace.exists()
    allowed = opened(armed, 'Named("MacroExecutionMode", 4)')  # MacroExecMode.ALWAYS_EXECUTE_NO_WARN
    invoking = f"""
    trap = document.getScriptProvider().getScript("{address}")
    trap.invoke(Array(), Array(), Array())
    document.close(True)
    """
    run_basic(f"{allowed}\n{invoking}", tmp_path)
    assert trace.exists(), "where macros may run, this one leaves its trace: the trap works"


@needs_both
def test_without_libreoffice_antiword_reads_a_doc(old: bytes, without_office: None) -> None:
    reading = read_office(".doc", old)
    assert texts(reading) == [
        "QUYẾT ĐỊNH", "Phạm vi điều chỉnh", "Đối tượng áp dụng", "Nơi nhận", "CHỦ TỊCH", LONG.strip(),
    ]  # fmt: skip
    cells = [block.place.cell for block in reading.blocks if block.kind == "cell"]
    assert [(cell.table, cell.row, cell.column) for cell in cells if cell] == [(0, 0, 0), (0, 0, 1)]
    assert "số tự động" in reading.notes[0]


@needs_both
def test_antiword_is_not_believed_with_fonts_from_before_unicode(legacy: bytes, without_office: None) -> None:
    with pytest.raises(UnreadableFile, match=r"phông chữ cũ.*libreoffice-writer"):
        read_office(".doc", legacy)


@pytest.mark.parametrize("kind", [".rtf", ".odt", ".html"])
def test_a_missing_program_is_named(kind: str, without_office: None) -> None:
    with pytest.raises(UnreadableFile, match=f"{kind} .*libreoffice-writer"):
        read_office(kind, b"")
