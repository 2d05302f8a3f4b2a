"""LibreOffice, told to accept and reject what is tracked, and the pages that it draws."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import docx
from PIL import Image, ImageChops, ImageFilter

from tests.officebasic import opened, run_basic, stored

DOTS_AN_INCH = 75
# A run that is cut at a comment's edge is drawn a hair's breadth beside: ink must have none within two dots.
_NEAR = ImageFilter.MinFilter(5)
_INK = 128  # of 255
_WORD = "MS Word 2007 XML"
_PDF = "writer_pdf_Export"


@dataclass(frozen=True)
class Seen:
    """What LibreOffice stored: the original with all rejected (`before`) and accepted (`base`), and ours."""

    before: bytes
    base: bytes
    rejected: bytes
    accepted: bytes
    folder: Path


def round_trip(data: bytes, made: bytes, folder: Path) -> Seen:
    """Both files with all rejected, as Word and as pages, and with all accepted."""
    (folder / "original.docx").write_bytes(commented(data))
    (folder / "made.docx").write_bytes(made)
    program = [
        _step(folder / "original.docx", "Reject", folder / "before"),
        _step(folder / "original.docx", "Accept", folder / "base"),
        _step(folder / "made.docx", "Reject", folder / "rejected"),
        _step(folder / "made.docx", "Accept", folder / "accepted"),
    ]
    run_basic("\n".join(program), folder)
    names = ("before", "base", "rejected", "accepted")
    before, base, rejected, accepted = ((folder / f"{name}.docx").read_bytes() for name in names)
    return Seen(before, base, rejected, accepted, folder)


def commented(data: bytes) -> bytes:
    """The file with one comment by python-docx.

    LibreOffice 7.4 draws a file that begins with a table in another way once it has a comment, whoever
    wrote it; so both files that are compared have one.
    """
    file = docx.Document(BytesIO(data))
    runs = [run for paragraph in file.paragraphs for run in paragraph.runs if run.text.strip()]
    if not runs:
        return data
    file.add_comment(runs[-1], text="-", author="-")
    target = BytesIO()
    file.save(target)
    return target.getvalue()


def _step(source: Path, what: str, target: Path) -> str:
    word = target.with_suffix(".docx")
    told = (
        f'{opened(source.resolve())}\nhelper = createUnoService("com.sun.star.frame.DispatchHelper")\n'
        f'helper.executeDispatch(document.CurrentController.Frame, ".uno:{what}AllTrackedChanges", "", 0, '
        f"Array())\n{stored(word, _WORD)}"
    )
    # Drawn from the stored file: 7.4 forgets numbers on the screen when it rejects, not in the file.
    drawn = f"\n{opened(word)}\n{stored(target.with_suffix('.pdf'), _PDF)}"
    return told if what == "Accept" else told + drawn


def pages_that_differ(seen: Seen) -> int:
    """How many pages look other than before; pages too many or too few count each."""
    drawn = [_pages(seen.folder / f"{name}.pdf") for name in ("before", "rejected")]
    pairs = zip(*drawn, strict=False)
    return abs(len(drawn[0]) - len(drawn[1])) + sum(_differ(*pair) for pair in pairs)


def _pages(path: Path) -> list[Path]:
    command = ["pdftoppm", "-r", str(DOTS_AN_INCH), "-gray", str(path), str(path.with_suffix(""))]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return sorted(path.parent.glob(f"{path.stem}-*.pgm"))


def _differ(one: Path, other: Path) -> bool:
    with Image.open(one) as first, Image.open(other) as second:
        if first.size != second.size:
            return True
        return _has_more(first, second) or _has_more(second, first)


def _has_more(first: Image.Image, second: Image.Image) -> bool:
    """Whether there is ink on the first page that the second has none near."""
    return max(ImageChops.subtract(second.filter(_NEAR), first).getextrema()) > _INK
