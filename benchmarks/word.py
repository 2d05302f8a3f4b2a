"""Word files annotated, then all suggestions rejected or accepted by LibreOffice.

    python -m benchmarks.word FOLDER [COUNT]

A line a file: findings, parts that changed without need, whether the text after rejecting all is that of the
original after the same, whether that after accepting all is what our reader sees as accepted (not a second
opinion on the edits, only on the revisions), and how many comments do not cover their quote's words.
"""

from __future__ import annotations

import sys
import zipfile
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
from docx.oxml.ns import qn

from checker.checking import check_file
from checker.domain import Report
from checker.exporting.docx import annotate
from checker.reading.docx import read_docx
from checker.reading.docx.own import OWN_AUTHOR
from tests.officebasic import opened, run_basic, stored
from tests.wordreports import by_others

NEEDED = ("document.xml", "comments", "[Content_Types].xml", "document.xml.rels")
LONGEST_LABEL = 12  # of an automatic number, without blanks


def main(folder: Path, count: int) -> None:
    """Print the table for the first files of the folder."""
    print("findings  parts  rejected  accepted  uncovered  file")
    for path in sorted(folder.glob("*.docx"))[:count]:
        report, data = check_file(path), path.read_bytes()
        made = annotate(data, report)
        rejected, accepted = by_office(path, made)
        print(
            f"{len(report.findings):8}  {touched(data, made):5}  {rejected!s:8}  {accepted!s:8}  "
            f"{uncovered(made, report):9}  {path.name}",
            flush=True,
        )


def touched(before: bytes, after: bytes) -> int:
    """How many parts differ that need not."""
    old, new = (zipfile.ZipFile(BytesIO(data)) for data in (before, after))
    names = [name for name in old.namelist() if not any(need in name for need in NEEDED)]
    return sum(name not in new.namelist() or old.read(name) != new.read(name) for name in names)


def by_office(original: Path, made: bytes) -> tuple[bool, bool]:
    """Whether rejecting gives the original's text, and accepting what our reader reads as accepted."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        annotated = folder / "annotated.docx"
        annotated.write_bytes(made)
        steps = [(original, "Reject", "before"), (annotated, "Reject", "after"), (annotated, "Accept", "new")]
        program = "\n".join(_step(source, what, folder / f"{to}.docx") for source, what, to in steps)
        run_basic(program, folder)
        before, after, new = (_text((folder / f"{to}.docx").read_bytes()) for _, _, to in steps)
        return before == after, new == _text(by_others(made))


def _step(source: Path, what: str, target: Path) -> str:
    return (
        f'{opened(source.resolve())}\nhelper = createUnoService("com.sun.star.frame.DispatchHelper")\n'
        f'helper.executeDispatch(document.CurrentController.Frame, ".uno:{what}AllTrackedChanges", "", 0, '
        f"Array())\n{stored(target, 'MS Word 2007 XML')}"
    )


def _text(data: bytes) -> str:
    """The body's characters, without the automatic numbers and blanks."""
    blocks = [block for block in read_docx(data).blocks if block.place.part == "body"]
    return "".join("".join(block.text[len(block.label) :].split()) for block in blocks)


def uncovered(made: bytes, report: Report) -> int:
    """How many findings of the body no comment covers; an automatic number has no characters to cover."""
    texts: dict[str, str] = {}
    running: set[str] = set()
    for element in docx.Document(BytesIO(made)).element.body.iter():
        number = element.get(qn("w:id"))
        if element.tag == qn("w:commentRangeStart"):
            running.add(number)
        elif element.tag == qn("w:commentRangeEnd"):
            running.discard(number)
        elif element.tag in (qn("w:t"), qn("w:delText")) and _was_there(element):
            texts |= {each: texts.get(each, "") + "".join((element.text or "").split()) for each in running}
    quotes = ["".join(each.quote.split()) for each in report.findings if each.place.part == "body"]
    return sum(not any(_covers(text, quote) for text in texts.values()) for quote in quotes if quote)


def _covers(text: str, quote: str) -> bool:
    return bool(text) and quote.endswith(text) and len(quote) - len(text) <= LONGEST_LABEL


def _was_there(element: docx.oxml.xmlchemy.BaseOxmlElement) -> bool:
    """True for what the reader read: not our insertions, nor what others had struck out."""
    around = {each.tag: each.get(qn("w:author")) for each in element.iterancestors(qn("w:ins"), qn("w:del"))}
    return around.get(qn("w:ins")) != OWN_AUTHOR and around.get(qn("w:del"), OWN_AUTHOR) == OWN_AUTHOR


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 42)
