"""What is measured of an annotated file: its parts, its text, what its comments cover."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO

import docx
from docx.oxml.ns import qn

from benchmarks.word.office import Seen
from checker.domain import Block, Edit, Finding, Report
from checker.exporting.docx import UNTRACKED
from checker.reading.docx import read_docx
from checker.reading.docx.own import OWN_AUTHOR
from checker.text.legacy import decode
from tests.wordreports import by_others

WHEN = datetime(2026, 11, 24, 8, 30)
COLUMNS = ("parts", "reject", "accept", "bare", "invalid", "pages", "again")
LONGEST_LABEL = 12  # of an automatic number, without blanks
_NEEDED = ("document.xml", "comments", "[Content_Types].xml", ".rels")
_OLD_FONTS = (".VnTime", "VNI-Times", "VPS Times")
# The soft hyphen is a letter in fonts from before Unicode.
_SHOWN = {qn("w:t"): "", qn("w:delText"): "", qn("w:noBreakHyphen"): "-", qn("w:softHyphen"): "\u00ad"}
_DRAFTERS = ("body", "footnote", "endnote")


@dataclass(frozen=True)
class Row:
    """One file; `accept` is "yes", "as read" or "no"."""

    findings: int
    tracked: int
    parts: int
    reject: bool
    accept: str
    bare: int
    invalid: int
    pages: int
    again: bool

    def __str__(self) -> str:
        return (
            f"{self.findings:8} {self.tracked:7} {self.parts:6} {_said(self.reject):>7} {self.accept:>7}"
            f" {self.bare:4} {self.invalid:7} {self.pages:5} {_said(self.again):>6} "
        )

    def faults(self) -> Counter[str]:
        """1 for each column in which the file fails, and what is summed over all files."""
        failed = {
            "parts": self.parts, "reject": not self.reject, "accept": self.accept == "no", "bare": self.bare,
            "invalid": self.invalid, "pages": self.pages, "again": not self.again,
        }  # fmt: skip
        sums = {"files": 1, "findings": self.findings, "tracked": self.tracked}
        return Counter(sums | {name: int(bool(each)) for name, each in failed.items()})


UNCHANGED = Row(0, 0, 0, reject=True, accept="yes", bare=0, invalid=0, pages=0, again=True)


def _said(good: bool) -> str:
    return "yes" if good else "no"


def tracked(made: bytes, report: Report) -> list[Finding]:
    """The findings whose suggestion is a tracked change, by what their comments say."""
    comments = [each for each in docx.Document(BytesIO(made)).comments if each.author == OWN_AUTHOR]
    ordered = sorted(report.findings, key=lambda each: (each.span, each.id))
    pairs = zip(ordered, comments, strict=True)
    return [finding for finding, comment in pairs if finding.edits and UNTRACKED not in comment.text]


def touched(before: bytes, after: bytes) -> int:
    """How many parts differ that need not; notes may where a suggestion stands in one."""
    old, new = (zipfile.ZipFile(BytesIO(data)) for data in (before, after))
    names = [name for name in old.namelist() if not any(need in name for need in _NEEDED)]
    changed = [name for name in names if name not in new.namelist() or old.read(name) != new.read(name)]
    return sum(OWN_AUTHOR.encode() not in new.read(name) for name in changed)


def same(first: bytes, second: bytes) -> bool:
    """Whether two packages have the same parts."""
    one, other = (zipfile.ZipFile(BytesIO(data)) for data in (first, second))
    return one.namelist() == other.namelist() and all(
        one.read(name) == other.read(name) for name in one.namelist()
    )


def unloadable(made: bytes) -> int:
    """1 where python-docx cannot load the file or its comments; LibreOffice has loaded it."""
    try:
        list(docx.Document(BytesIO(made)).comments)
    except Exception:  # whatever it is, the file is bad
        return 1
    return 0


def rejected(seen: Seen) -> bool:
    """Whether rejecting all gives what it gives on the original."""
    return _text(seen.before) == _text(seen.rejected)


def accepted(seen: Seen, data: bytes, made: bytes, report: Report) -> str:
    """Whether accepting all gives the original with the suggestions in it."""
    got = _text(seen.accepted)
    if got == _expected(made, report):
        return "yes"
    base = _text(seen.base)
    return "as read" if base != _text(data) and got == _text(by_others(made)) else "no"


def _expected(made: bytes, report: Report) -> str:
    edits = {edit for finding in tracked(made, report) for edit in finding.edits}
    document = report.document
    blocks = []
    for block, start in zip(document.blocks, document.starts, strict=True):
        end = start + len(block.text)
        inside = [each for each in edits if start <= each.span.start <= end]
        blocks.append(replace(block, text=_edited(block.text, start, inside)))
    return _joined(blocks)


def _edited(text: str, start: int, edits: list[Edit]) -> str:
    for edit in sorted(edits, key=lambda each: each.span, reverse=True):
        text = text[: edit.span.start - start] + edit.text + text[edit.span.end - start :]
    return text


def _text(data: bytes) -> str:
    return _joined(read_docx(data).blocks)


def _joined(blocks: Iterable[Block]) -> str:
    """The drafter's characters, without the automatic numbers and blanks; LibreOffice reorders text boxes."""
    texts = [(block.place.part, "".join(block.text[len(block.label) :].split())) for block in blocks]
    boxes = sorted(text for part, text in texts if part == "textbox")
    return "".join([*(text for part, text in texts if part in _DRAFTERS), *boxes])


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
        elif element.tag in _SHOWN and _was_there(element):
            written = _SHOWN[element.tag] or "".join((element.text or "").split())
            texts |= {each: texts.get(each, "") + written for each in running}
    quotes = ["".join(each.quote.split()) for each in report.findings if each.place.part == "body"]
    return sum(not any(_covers(text, quote) for text in texts.values()) for quote in quotes if quote)


def _covers(text: str, quote: str) -> bool:
    shown = [text, *(decode(text, font) for font in _OLD_FONTS)]
    return any(each and quote.endswith(each) and len(quote) - len(each) <= LONGEST_LABEL for each in shown)


def _was_there(element: docx.oxml.xmlchemy.BaseOxmlElement) -> bool:
    """True for what the reader read: not our insertions, nor what others had struck out."""
    around = {each.tag: each.get(qn("w:author")) for each in element.iterancestors(qn("w:ins"), qn("w:del"))}
    return around.get(qn("w:ins")) != OWN_AUTHOR and around.get(qn("w:del"), OWN_AUTHOR) == OWN_AUTHOR
