"""LibreOffice without a window: a document becomes a .docx; no macro runs and nothing is fetched."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from checker.errors import UnreadableFile
from checker.reading.ole import is_encrypted

SECONDS = 50  # less than a reader's child has, so that the sentence names the program

_TOO_SLOW = (
    "LibreOffice mở tệp quá {seconds} giây mà chưa xong nên đã dừng lại: hãy mở tệp bằng Word, lưu thành "
    ".docx rồi nộp lại."
)
_ENCRYPTED = "Tệp có mật khẩu: hãy mở tệp, bỏ mật khẩu, lưu lại thành .docx rồi nộp lại."
_DAMAGED = (
    "Tệp {kind} bị hỏng hoặc không phải văn bản, LibreOffice không mở được: hãy mở bằng Word, lưu thành "
    ".docx rồi nộp lại."
)
_TOO_LARGE = (
    "Tệp {kind} lớn bất thường sau khi giải nén: hãy bỏ bớt hình ảnh, tệp nhúng hoặc tách tệp rồi thử lại."
)
_MOST_UNPACKED = 300 * 2**20

_SETTINGS = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Writer/Content/Update", "Link", "0"),
    # Should anything still want the network, it finds a proxy that nobody runs.
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("Inet/Settings", "ooInetFTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetFTPProxyPort", "9"),
    ("Inet/Settings", "ooInetNoProxy", ""),
)
_PROXY = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), "http://127.0.0.1:9")


@cache
def program() -> str | None:
    """The path of LibreOffice's program, None where it is not installed."""
    found = next(filter(None, map(shutil.which, ("soffice", "libreoffice"))), None)
    return found or next((str(path) for path in _usual_places() if path.is_file()), None)


def _usual_places() -> Iterator[Path]:
    if sys.platform == "win32":
        for variable in ("ProgramFiles", "ProgramFiles(x86)", "ProgramW6432"):
            if folder := os.environ.get(variable):
                # Unlike soffice.exe this one waits until the work is done.
                yield Path(folder) / "LibreOffice" / "program" / "soffice.com"
    elif sys.platform == "darwin":
        for applications in (Path("/Applications"), Path.home() / "Applications"):
            yield applications / "LibreOffice.app" / "Contents" / "MacOS" / "soffice"
    else:
        yield from Path("/opt").glob("libreoffice*/program/soffice")


def to_docx(kind: str, data: bytes) -> bytes:
    """The document as a .docx. Raises UnreadableFile where LibreOffice can't open it or takes too long."""
    if data.startswith(b"PK"):
        _refuse_unsafe_package(kind, data)
    with TemporaryDirectory(prefix="office-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        source = home / f"van-ban{kind}"
        source.write_bytes(data)
        _write_settings(home / "profile")
        _convert(source, home)
        result = home / "out" / "van-ban.docx"
        if not result.is_file():
            raise UnreadableFile(_ENCRYPTED if is_encrypted(data) else _DAMAGED.format(kind=kind))
        return result.read_bytes()


def _refuse_unsafe_package(kind: str, data: bytes) -> None:
    """Checks an .odt by its directory: LibreOffice would ask for the password or fill the disk."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            total = sum(info.file_size for info in archive.infolist())
            if total > _MOST_UNPACKED:
                raise UnreadableFile(_TOO_LARGE.format(kind=kind))
            manifest = archive.read("META-INF/manifest.xml")
    except (zipfile.BadZipFile, KeyError, OSError, ValueError, NotImplementedError, EOFError) as err:
        raise UnreadableFile(_DAMAGED.format(kind=kind)) from err
    if b"encryption-data" in manifest:
        raise UnreadableFile(_ENCRYPTED)


def _write_settings(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="/org.openoffice.{"Office." if "Inet" not in path else ""}{path}">'
        f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    user = profile / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}</oor:items>',
        encoding="utf-8",
    )


def _convert(source: Path, home: Path) -> None:
    office = program()
    assert office
    command = [
        office, f"-env:UserInstallation={(home / 'profile').as_uri()}",
        "--headless", "--norestore", "--nolockcheck", "--nodefault",
        "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(home / "out"), str(source),
    ]  # fmt: skip
    environment = os.environ | _PROXY | {"SAL_USE_VCLPLUGIN": "svp"}
    try:
        subprocess.run(command, capture_output=True, timeout=SECONDS, env=environment, check=False)
    except subprocess.TimeoutExpired as err:
        raise UnreadableFile(_TOO_SLOW.format(seconds=SECONDS)) from err
