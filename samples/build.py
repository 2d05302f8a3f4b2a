"""Build the samples from samples/source: `python samples/build.py`; the PDF needs LibreOffice.

A .docx comes out the same, byte for byte, every time; the PDF carries its time of making.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from layout import lay_out
from markup import parse

HERE = Path(__file__).parent
PDF = ("thong-tu-bo", "ho-so-thieu/to-trinh")
PDF_ONLY = ("thong-tu-bo",)
EPOCH = (2026, 11, 23, 8, 0, 0)


def main() -> int:
    """Write all samples beside this script; return the exit status."""
    for name in names():
        if name not in PDF_ONLY:
            target = HERE / f"{name}.docx"
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(word(name))
    office = shutil.which("soffice")
    if office is None:
        sys.stderr.write("LibreOffice (soffice) is not installed: the PDF was not built again\n")
        return 1
    for name in PDF:
        (HERE / f"{name}.pdf").write_bytes(_pdf(word(name), office))
    return 0


def names() -> list[str]:
    """Return the samples, those of a dossier with their folder: "ho-so-thieu/to-trinh"."""
    sources = HERE / "source"
    return sorted(path.relative_to(sources).with_suffix("").as_posix() for path in sources.rglob("*.txt"))


def word(name: str) -> bytes:
    """Return the .docx of a source."""
    packed = io.BytesIO()
    lay_out(parse(HERE / "source" / f"{name}.txt")).save(packed)
    return _without_times(packed.getvalue())


def _without_times(data: bytes) -> bytes:
    """Return the package with one fixed time for all its parts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(zipfile.ZipInfo(part, EPOCH), old.read(part), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _pdf(data: bytes, office: str) -> bytes:
    """Return the PDF that LibreOffice makes of a .docx, with a profile of its own."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "source.docx"
        source.write_bytes(data)
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        return source.with_suffix(".pdf").read_bytes()


if __name__ == "__main__":
    sys.exit(main())
